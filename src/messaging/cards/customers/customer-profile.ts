import { type Cadence, tierOf } from '../../../domain/cadence/cadence.js'
import { ageOf } from '../../../domain/customer/attribute-query.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Detail } from '../../../domain/customer/facts/detail.js'
import type { Day } from '../../../domain/day.js'
import { yearOf } from '../../../domain/day.js'
import type { Holding } from '../../../domain/ledger/holding.js'
import { isRunning } from '../../../domain/ledger/running.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import type { Segment } from '../../../domain/rfm/rfm.js'
import { lastValidDay } from '../../../domain/suitability/suitability.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { wordingFor } from '../../wording/wording.js'
import { nameOf } from '../parts/names.js'

export type Row = readonly [title: string, value: string]

/** A profile in the three groups of Handbook §1; what is not known is left out. */
export interface ProfileRows {
  readonly basic: readonly Row[]
  readonly money: readonly Row[]
  readonly personal: readonly Row[]
}

export interface ProfileInput {
  /** Absent: not known, or nothing to be said of it. */
  readonly segment?: Segment
  readonly customer: Customer
  readonly cadence: Cadence
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
}

export function profileRows(input: ProfileInput): ProfileRows {
  const { customer, cadence: due, locale, today } = input
  const { customer: c, channels } = wordingFor(locale)
  const own = customerWordsFor(locale).card
  const { occupation, company, preferredChannel } = customer
  return {
    basic: known([
      [c.occupation, joined([occupation, customer.type === 'micro' ? own.micro : undefined])],
      [c.company, company],
      [c.phone, customer.phone],
      [own.email, customer.email],
      [own.address, customer.address],
      [c.birthday, birthdayText(customer, locale, today)],
      [c.preferred, preferredChannel === undefined ? undefined : channels[preferredChannel]],
      [c.nextDue, due.kind === 'none' ? undefined : dueText(due, locale, today)],
    ]),
    money: known([
      [c.aum, customer.aumFen === undefined ? c.unknown : formatAmount(customer.aumFen, CNY, locale)],
      [c.risk, riskText(input)],
      [own.segment, input.segment === undefined ? undefined : own.segments[input.segment]],
      [own.card, customer.cardLevel === undefined ? undefined : own.cards[customer.cardLevel]],
      [own.preference, customer.preference],
      [own.expectedReturn, customer.expectedReturn],
      [own.consent, customer.marketingConsent ? own.yes : own.no],
    ]),
    personal: known([
      [own.family, customer.family],
      [c.hobbies, customer.hobbies],
      [
        own.anniversary,
        customer.anniversary !== undefined
          ? formatDay(customer.anniversary, locale, today)
          : customer.anniversaryMonthDay === undefined
            ? undefined
            : monthDayText(customer.anniversaryMonthDay, locale),
      ],
      [own.education, customer.education],
      [customerWordsFor(locale).update.fields.avoid, customer.avoid],
      [c.notes, customer.notes],
    ]),
  }
}

/** The one thing that was asked; undefined where it is not known. */
export function detailText(detail: Detail, input: ProfileInput): string | undefined {
  const { customer, locale, today } = input
  switch (detail) {
    case 'birthday':
      return birthdayText(customer, locale, today)
    case 'aum':
      return customer.aumFen === undefined ? undefined : formatAmount(customer.aumFen, CNY, locale)
    case 'risk':
      return customer.riskRating === undefined ? undefined : riskText(input)
    case 'occupation':
      return joined([customer.occupation, customer.company])
    case 'identity':
      return joined([
        nameOf(customer),
        wordingFor(locale).tier(tierOf(customer, input.policy)),
        customer.company ?? customer.occupation,
        customer.phone,
      ])
    case 'tier':
      return joined([
        wordingFor(locale).tier(tierOf(customer, input.policy)),
        customer.aumFen === undefined ? undefined : formatAmount(customer.aumFen, CNY, locale),
      ])
    case 'card':
      return customer.cardLevel === undefined
        ? undefined
        : customerWordsFor(locale).card.cards[customer.cardLevel]
    case 'consent':
      return customer.marketingConsent ? customerWordsFor(locale).card.yes : customerWordsFor(locale).card.no
    case 'permission':
      return customer.doNotContact
        ? customerWordsFor(locale).card.contactOnly
        : customerWordsFor(locale).card.mayContact
    case 'holdings': {
      const running = customer.holdings.filter((h) => isRunning(h, today))
      return running.length === 0
        ? wordingFor(locale).customer.noHoldings
        : running
            .toSorted((a, b) => b.amountFen - a.amountFen || (a.id < b.id ? -1 : 1))
            .map((h) => holdingText(h, locale, today))
            .join(locale === 'zh-CN' ? '、' : ', ')
    }
    default:
      return customer[detail]
  }
}

/** `安盈90天 80万(11月24日到期)`. */
export function holdingText(holding: Holding, locale: Locale, today: Day): string {
  const { productName, amountFen, currency, maturesOn } = holding
  const sum = `${productName} ${formatAmount(amountFen, currency, locale)}`
  if (maturesOn === undefined) return sum
  const matures = wordingFor(locale).customer.matures(dayText(maturesOn, locale, today))
  return locale === 'zh-CN' ? `${sum}(${matures})` : `${sum} (${matures})`
}

function riskText({ customer, policy, locale, today }: ProfileInput): string {
  const words = wordingFor(locale).customer
  const own = customerWordsFor(locale).card
  const { riskRating, riskAssessedOn } = customer
  if (riskRating === undefined) return own.notAssessed
  if (riskAssessedOn === undefined) return `${riskRating} · ${own.notAssessed}`
  const upTo = lastValidDay(customer, policy)
  const assessed = words.riskAssessed(riskRating, dayText(riskAssessedOn, locale, today))
  return upTo !== undefined && upTo < today ? `${assessed} · ${own.expired}` : assessed
}

/** `3月5日` / `5 Mar`, of `MM-DD`. */
function monthDayText(text: string, locale: Locale): string {
  return customerWordsFor(locale).card.monthDay(Number(text.slice(-5, -3)), Number(text.slice(-2)))
}

/** A solar birthday with the age; a lunar one, which is the one kept, in front of it. */
function birthdayText(customer: Customer, locale: Locale, today: Day): string | undefined {
  const own = customerWordsFor(locale).card
  const { birthday, birthdayMonthDay, lunarBirthday } = customer
  const monthDay = (text: string) => monthDayText(text, locale)
  const age = ageOf(customer, today)
  return joined([
    lunarBirthday === undefined ? undefined : own.lunar(monthDay(lunarBirthday)),
    birthday !== undefined
      ? dateText(birthday, locale)
      : birthdayMonthDay === undefined
        ? undefined
        : monthDay(birthdayMonthDay),
    age === undefined ? undefined : own.years(age),
  ])
}

/** `1990年3月5日` / `5 Mar 1990`, of a day as text. */
export function dateText(of: string, locale: Locale): string {
  const own = customerWordsFor(locale).card
  const monthDay = own.monthDay(Number(of.slice(5, 7)), Number(of.slice(8)))
  return locale === 'zh-CN' ? `${of.slice(0, 4)}年${monthDay}` : `${monthDay} ${of.slice(0, 4)}`
}

function dayText(of: Day, locale: Locale, today: Day): string {
  return yearOf(of) === yearOf(today) ? formatDay(of, locale, today) : dateText(of, locale)
}

function dueText(due: Extract<Cadence, { dueOn: Day }>, locale: Locale, today: Day): string {
  const day = formatDay(due.dueOn, locale, today)
  if (due.overdueWorkingDays === 0) return day
  return `${day} · ${customerWordsFor(locale).card.overdueBy(due.overdueWorkingDays)}`
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '')
  return said.length === 0 ? undefined : said.join(' · ')
}

function known(rows: readonly (readonly [string, string | undefined])[]): readonly Row[] {
  return rows.flatMap(([title, value]) =>
    value === undefined || value === '' ? [] : [[title, value] as const],
  )
}
