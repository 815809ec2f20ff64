import { CHANNELS } from '../../../domain/customer/contact.js'
import type { FactRefusal, StatedFact } from '../../../domain/customer/facts/check-fact.js'
import type { RecordedFact, RecordedField } from '../../../domain/customer/facts/recorded-fact.js'
import type { SensitiveKind } from '../../../domain/customer/facts/sensitive-note.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { Update } from '../../../usecases/customers/update-customer.js'
import { type CustomerWords, customerWordsFor } from '../../wording/customers/customer-words.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { block, buttons, card, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { dateText } from './customer-profile.js'

export interface UpdateCardInput {
  readonly changeId: string
  readonly updates: readonly Update[]
  /** Who told it. */
  readonly managerName: string
  readonly locale: Locale
  readonly today: Day
}

/** What was recorded, before → after, or why not, for every customer meant; with a way to take it back. */
export function updatedReply(input: UpdateCardInput): Reply {
  const { changeId, updates, locale } = input
  const words = wordingFor(locale)
  const own = customerWordsFor(locale)
  const isRecorded = updates.some((u) => u.status === 'recorded')
  const entries = updates.map((update) => ({ name: nameOf(update.customer), lines: linesOf(update, input) }))
  const title = own.update.recorded
  const text = [
    ...(isRecorded ? [title] : []),
    ...entries.flatMap(({ name, lines }) => [
      `${name}: ${lines[0] ?? ''}`,
      ...lines.slice(1).map((l) => `  ${l}`),
    ]),
  ].join('\n')
  const sensitive = updates.find((u) => u.status === 'refused' && u.because.reason === 'sensitive')
  return {
    text,
    summary: words.intents['customer.update'],
    data: { changeId, updates: updates.map(dataOf) },
    shows: shows('customers', updates),
    card: card(
      [
        ...(isRecorded ? [line(`✓ ${title}`, { weight: 'Bolder', color: 'Accent' })] : []),
        ...entries.map(({ name, lines }, index) =>
          block(
            [
              line(name, { weight: 'Bolder' }),
              ...lines.map((said) =>
                line(said, {
                  spacing: 'None',
                  ...(updates[index]?.status === 'refused' ? { color: 'Attention' } : {}),
                }),
              ),
            ],
            { spacing: 'Medium' },
          ),
        ),
        ...(isRecorded ? [buttons([press(words.contact.undo, 'undo', { changeId, once: changeId })])] : []),
        ...(sensitive === undefined
          ? []
          : [
              buttons([
                press(own.sensitive.consented, 'consent.note', {
                  customerId: sensitive.customer.id,
                  once: `${changeId} consent`,
                }),
              ]),
            ]),
      ],
      text,
    ),
  }
}

/** A fact as it would be recorded, for a question before an unsure write. */
export function describeStated({ field, value }: StatedFact, locale: Locale): string {
  const own = customerWordsFor(locale).update
  return `${own.stated[field]}: ${sayStated(field, value, locale)}`
}

/** Why words about a customer were not kept. */
export function withheldLine(kind: SensitiveKind, locale: Locale): string {
  const own = customerWordsFor(locale).sensitive
  return own.withheld(own.kinds[kind])
}

function linesOf(update: Update, input: UpdateCardInput): readonly string[] {
  const { managerName, locale, today } = input
  const own = customerWordsFor(locale)
  switch (update.status) {
    case 'recorded':
      return [
        changeLine(update.fact, locale),
        ...(update.fact.field === 'doNotContact' ? [own.update.doNotContactNote] : []),
        ...(update.fact.field === 'marketingConsent' ? [own.update.marketingNote] : []),
        ...(update.maskedNumbers === 0 ? [] : [own.update.masked]),
        own.update.by(managerName, describeDay(today, locale, today)),
      ]
    case 'known':
      return [own.update.known(own.update.fields[update.field], sayValue(update.field, update.value, locale))]
    case 'refused':
      return refusalLines(update.because, own)
  }
}

function changeLine({ field, how, before, after }: RecordedFact, locale: Locale): string {
  const own = customerWordsFor(locale).update
  const name = own.fields[field]
  if (how === 'added') return own.added(name, sayValue(field, after, locale))
  if (before === undefined) return own.first(name, sayValue(field, after, locale))
  return own.changed(name, sayValue(field, before, locale), sayValue(field, after, locale))
}

function refusalLines(because: FactRefusal, own: CustomerWords): readonly string[] {
  const { refusals } = own.update
  switch (because.reason) {
    case 'phone-length':
      return [refusals.phoneLength(because.digits)]
    case 'phone-form':
      return [refusals.phoneForm]
    case 'email-form':
      return [refusals.emailForm]
    case 'birthday-form':
      return [refusals.birthdayForm]
    case 'birthday-ahead':
      return [refusals.birthdayAhead]
    case 'empty':
      return [refusals.empty]
    case 'rating-is-the-banks':
      return [refusals.rating]
    case 'consent-is-written':
      return [refusals.consent]
    case 'sensitive':
      return [own.sensitive.refused(own.sensitive.kinds[because.kind]), own.sensitive.hint]
  }
}

function sayStated(field: StatedFact['field'], value: string, locale: Locale): string {
  if (field === 'preferred-channel') return sayValue('preferredChannel', value, locale)
  if (field === 'do-not-contact' || field === 'marketing-consent')
    return sayValue('doNotContact', value, locale)
  return value
}

function sayValue(field: RecordedField, value: string, locale: Locale): string {
  const own = customerWordsFor(locale).card
  const { isTrue, isFalse } = customerWordsFor(locale).update
  if (value === 'true') return isTrue
  if (value === 'false') return isFalse
  if (field === 'preferredChannel') {
    const channel = CHANNELS.find((c) => c === value)
    return channel === undefined ? value : wordingFor(locale).channels[channel]
  }
  if (field === 'birthday') return dateText(value, locale)
  const isMonthDay = field === 'birthdayMonthDay' || field === 'lunarBirthday'
  return isMonthDay ? own.monthDay(Number(value.slice(-5, -3)), Number(value.slice(-2))) : value
}

function dataOf(update: Update) {
  const { status, customer } = update
  const base = { customerId: customer.id, status }
  if (status === 'recorded') {
    const { field, how, before, after } = update.fact
    return { ...base, field, how, before: before ?? null, after }
  }
  if (status === 'known') return { ...base, field: update.field }
  return { ...base, because: update.because.reason }
}
