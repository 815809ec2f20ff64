import { addMonths, type Day, dayOf, parseDay } from '../../day.js'
import { CHANNELS } from '../contact.js'
import type { Customer } from '../customer.js'
import type { FactToRecord } from './record-fact.js'
import type { RecordedField } from './recorded-fact.js'
import { screenNote } from './screen-note.js'
import { CHILD_BELOW_YEARS, type SensitiveKind, type SensitiveWords } from './sensitive-note.js'

/** A fact as a message states it. */
export interface StatedFact {
  readonly field:
    | 'phone'
    | 'email'
    | 'address'
    /** `YYYY-MM-DD` or `MM-DD`. */
    | 'birthday'
    | 'lunar-birthday'
    | 'occupation'
    | 'company'
    | 'family'
    | 'hobby'
    | 'risk'
    | 'preference'
    /** One of the channels. */
    | 'preferred-channel'
    | 'need'
    /** What is better not said to the customer. */
    | 'avoid'
    | 'other'
    /** `true`: the customer asked not to be contacted; `false`: the customer may be again. */
    | 'do-not-contact'
    /** `false`: the customer wants no offers any more; `true`: wants them again. */
    | 'marketing-consent'
  readonly value: string
  /** The value takes the place of what is known instead of standing beside it. */
  readonly anew?: boolean
}

export type CheckedFact =
  | { readonly status: 'good'; readonly fact: FactToRecord; readonly maskedNumbers: number }
  | { readonly status: 'refused'; readonly because: FactRefusal }

export type FactRefusal =
  | { readonly reason: 'phone-length'; readonly digits: number }
  | { readonly reason: 'phone-form' | 'email-form' | 'birthday-form' | 'birthday-ahead' | 'empty' }
  /** Not kept without the customer's separate consent. */
  | { readonly reason: 'sensitive'; readonly kind: SensitiveKind }
  /** The rating comes from the bank's assessment: suitability rests on it. */
  | { readonly reason: 'rating-is-the-banks' }
  /** A permission is given in writing and comes with the bank's files; only its withdrawal is taken by word. */
  | { readonly reason: 'consent-is-written' }

/** Checks a fact before it is written: its form, whether the law lets it be kept, and whose word counts for it. */
export function checkFact(
  stated: StatedFact,
  customer: Customer,
  words: SensitiveWords,
  today: Day,
): CheckedFact {
  const value = stated.value.trim()
  if (value === '') return refused({ reason: 'empty' })
  switch (stated.field) {
    case 'phone':
      return checkPhone(value)
    case 'email':
      return EMAIL.test(value) ? good('email', value) : refused({ reason: 'email-form' })
    case 'birthday':
      return checkBirthday(value, customer, today)
    case 'lunar-birthday':
      return LUNAR.test(value) ? good('lunarBirthday', value) : refused({ reason: 'birthday-form' })
    case 'risk':
      return refused({ reason: 'rating-is-the-banks' })
    case 'do-not-contact':
      return value === 'true' ? good('doNotContact', 'true') : refused({ reason: 'consent-is-written' })
    case 'marketing-consent':
      return value === 'false' ? good('marketingConsent', 'false') : refused({ reason: 'consent-is-written' })
    case 'preferred-channel':
      return CHANNELS.some((channel) => channel === value)
        ? good('preferredChannel', value)
        : refused({ reason: 'empty' })
    // An employer may be a hospital or a kindergarten: only numbers are kept out of these.
    case 'address':
    case 'occupation':
    case 'company': {
      const { note = '', maskedNumbers } = screenNote(value, { sensitiveConsent: true }, words)
      return good(stated.field, note, 'set', maskedNumbers)
    }
    case 'family':
    case 'hobby':
    case 'preference':
    case 'need':
    case 'avoid':
    case 'other': {
      const { note, withheld, maskedNumbers } = screenNote(value, customer, words)
      if (withheld !== undefined) return refused({ reason: 'sensitive', kind: withheld })
      return good(NOTED_IN[stated.field], note ?? '', stated.anew === true ? 'set' : 'added', maskedNumbers)
    }
  }
}

const EMAIL = /^[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+$/
const LUNAR = /^L?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|30)$/
const NOTED_IN = {
  family: 'family',
  hobby: 'hobbies',
  preference: 'preference',
  need: 'notes',
  avoid: 'avoid',
  other: 'notes',
} as const satisfies Record<string, RecordedField>

/** A mobile number has 11 digits and begins with 1; anything else of 7 to 15 digits may be a line or a foreign number. */
function checkPhone(value: string): CheckedFact {
  const said = value.replace(/\D/g, '')
  const digits = /^(?:00)?86(1\d{10})$/.exec(said)?.[1] ?? said
  if (/^1[3-9]\d{9}$/.test(digits)) return good('phone', digits)
  if (/^1/.test(digits)) return refused({ reason: 'phone-length', digits: digits.length })
  return /^\d{7,15}$/.test(digits) ? good('phone', digits) : refused({ reason: 'phone-form' })
}

function checkBirthday(value: string, customer: Customer, today: Day): CheckedFact {
  const whole = parseDay(value)
  if (whole !== undefined) {
    if (whole > today) return refused({ reason: 'birthday-ahead' })
    const isChild = addMonths(whole, CHILD_BELOW_YEARS * 12) > today
    if (isChild && customer.sensitiveConsent !== true) return refused({ reason: 'sensitive', kind: 'child' })
    return good('birthday', whole)
  }
  const said = /^(\d{2})-(\d{2})$/.exec(value)
  const [month, dayOfMonth] = [Number(said?.[1]), Number(said?.[2])]
  const inLeapYear = said === null ? undefined : dayOf(2000, month, dayOfMonth)
  if (inLeapYear === undefined) return refused({ reason: 'birthday-form' })
  // The year that is known stays, as long as it has such a day.
  const known =
    customer.birthday === undefined ? undefined : parseDay(`${customer.birthday.slice(0, 4)}-${value}`)
  return known === undefined ? good('birthdayMonthDay', value) : good('birthday', known)
}

function good(
  field: RecordedField,
  value: string,
  how: FactToRecord['how'] = 'set',
  maskedNumbers = 0,
): CheckedFact {
  return { status: 'good', fact: { field, how, value }, maskedNumbers }
}

function refused(because: FactRefusal): CheckedFact {
  return { status: 'refused', because }
}
