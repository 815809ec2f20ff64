import { type Cadence, cadence } from '../../../domain/cadence/cadence.js'
import type { Agreement } from '../../../domain/customer/contact.js'
import { nextToAsk } from '../../../domain/customer/facts/completeness.js'
import { nextAgreement } from '../../../domain/customer/next-contact.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { yuanOf } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { LoggedContact } from '../../../usecases/contacts/log-contact.js'
import { describeContact } from '../../wording/contacts/contact.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatDay } from '../../wording/days/format.js'
import { describeDay, describeMoment } from '../../wording/days/when.js'
import { type Wording, wordingFor } from '../../wording/wording.js'
import { withheldLine } from '../customers/update-card.js'
import { type Action, block, buttons, card, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

export interface LoggedCardInput {
  readonly changeId: string
  readonly logged: readonly LoggedContact[]
  /** Sentences to add, about names that the book does not have. */
  readonly notes: readonly string[]
  /** The customer seems to ask not to be contacted any more: it is offered to note that. */
  readonly offerQuiet?: boolean
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
}

/** What was written down, as it was understood, with the next contact and a way to take it back. */
export function loggedReply(input: LoggedCardInput): Reply {
  const { locale, logged, changeId } = input
  const own = customerWordsFor(locale)
  const quiet = input.offerQuiet === true ? logged.filter(({ customer }) => !customer.doNotContact) : []
  const notes = [
    ...input.notes,
    ...logged.flatMap((entry) => keptOutLines(entry, locale)),
    ...quiet.map(({ customer }) => own.update.askQuiet(shortName(customer))),
  ]
  const words = wordingFor(locale)
  const title = logged.length === 1 ? words.contact.logged : words.contact.loggedMany(logged.length)
  const entries = logged.map((entry) => ({
    name: nameOf(entry.customer),
    facts: describeContact(entry.contact, locale),
    next: describeNext(entry, input, words),
    promises: describePromises(entry.agreed, words, locale, input.today),
    ask: askedNext(entry, input),
  }))
  const text = [
    title,
    ...entries.map((e) =>
      [
        `${e.name}: ${e.facts}`,
        ...e.promises,
        `${words.contact.next}: ${e.next}`,
        ...e.ask.map(({ text }) => text),
      ].join('\n  '),
    ),
    ...notes,
  ].join('\n')

  return {
    text,
    summary: title,
    data: { changeId, contacts: logged.map(loggedData) },
    shows: shows('customers', logged),
    card: card(
      [
        line(`✓ ${title}`, { weight: 'Bolder', color: 'Accent' }),
        ...entries.map((e) =>
          block(
            [
              line(e.name, { weight: 'Bolder' }),
              line(e.facts, { spacing: 'None' }),
              ...e.promises.map((p) => line(p, { spacing: 'None' })),
              line(`${words.contact.next}: ${e.next}`, { spacing: 'None', isSubtle: true }),
              ...e.ask.flatMap(({ text: asked, action }) => [
                line(asked, { size: 'Small', isSubtle: true }),
                buttons([action]),
              ]),
            ],
            { spacing: 'Medium' },
          ),
        ),
        ...notes.map((note) => line(note, { color: 'Attention' })),
        buttons([
          press(words.contact.undo, 'undo', { changeId, once: changeId }),
          ...quiet.map(({ customer: { id } }) =>
            press(own.update.noteQuiet, 'customer.quiet', { customerId: id, once: `${changeId} quiet` }),
          ),
        ]),
      ],
      text,
    ),
  }
}

/** After a talk with one customer: the most useful thing that is not known, with a button to fill it in. */
function askedNext(
  { customer, contact }: LoggedContact,
  { logged, policy, locale, today }: LoggedCardInput,
): readonly { readonly text: string; readonly action: Action }[] {
  const field = nextToAsk(customer, policy, today)
  if (logged.length > 1 || !contact.reached || customer.doNotContact || field === undefined) return []
  const own = customerWordsFor(locale).card
  const action = press(own.fillIn, 'know.ask', { customerId: customer.id, field })
  return [{ text: own.notKnown(own.ask[field]), action }]
}

/** What of the manager's words was not kept, and why. */
function keptOutLines({ withheld, maskedNumbers = 0 }: LoggedContact, locale: Locale): readonly string[] {
  return [
    ...(withheld === undefined ? [] : [withheldLine(withheld, locale)]),
    ...(maskedNumbers === 0 ? [] : [customerWordsFor(locale).update.masked]),
  ]
}

function describeNext(entry: LoggedContact, input: LoggedCardInput, words: Wording): string {
  const { customer, contact } = entry
  const { locale, today } = input
  const agreed = nextAgreement(customer, today)
  if (agreed !== undefined && agreed.kind !== 'promise') {
    const time = agreed.time === undefined ? {} : { time: agreed.time }
    const when = describeMoment({ day: agreed.on, ...time }, locale, today)
    return agreed.kind === 'appointment'
      ? words.contact.nextAppointment(when)
      : words.contact.nextCallback(when)
  }
  const now = cadence(customer, input.policy, input.calendar, today)
  return describeCadence(now, contact.reached, words, locale, today)
}

function describeCadence(now: Cadence, reached: boolean, words: Wording, locale: Locale, today: Day): string {
  if (now.kind === 'none')
    return now.because === 'do-not-contact' ? words.contact.serviceOnly : words.contact.noCadence
  if (!reached && now.isDue) return words.contact.tryAgain(formatDay(now.dueOn, locale, today))
  return words.contact.nextByCadence(formatDay(now.dueOn, locale, today), words.tier(now.tier))
}

function describePromises(
  agreed: readonly Agreement[],
  words: Wording,
  locale: Locale,
  today: Day,
): readonly string[] {
  return agreed
    .filter((a) => a.kind === 'promise')
    .map((a) => words.contact.promise(a.on === undefined ? undefined : describeDay(a.on, locale, today)))
}

function loggedData({ customer, contact, agreed }: LoggedContact) {
  return {
    customerId: customer.id,
    contactId: contact.id,
    on: contact.on,
    channel: contact.channel ?? null,
    reached: contact.reached,
    outcome: contact.outcome ?? null,
    amount: contact.amountFen === undefined ? null : yuanOf(contact.amountFen),
    agreed: agreed.map((a) => ({ kind: a.kind, on: a.on ?? null, time: a.time ?? null })),
  }
}
