import type { AnyFlow } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import { changesSince } from '../../src/domain/customer/changes-since.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { isToldField } from '../../src/domain/customer/facts/completeness.js'
import { searchHistory } from '../../src/domain/customer/search-history.js'
import { CNY, fenOfYuan } from '../../src/domain/money.js'
import { planProgress } from '../../src/domain/plan/progress.js'
import { reviewDue } from '../../src/domain/review/due-reviews.js'
import { archiveReply } from '../../src/messaging/cards/customers/archive-card.js'
import { changesReply } from '../../src/messaging/cards/customers/changes-card.js'
import { fieldName } from '../../src/messaging/cards/customers/field-name.js'
import { foundNotesReply } from '../../src/messaging/cards/customers/found-notes-card.js'
import { buttons, card, line, press } from '../../src/messaging/cards/parts/elements.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { goalText } from '../../src/messaging/cards/plans/plan-text.js'
import { archiveWordsFor } from '../../src/messaging/wording/customers/archive-words.js'
import { formatAmount } from '../../src/messaging/wording/days/format.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { planWordsFor } from '../../src/messaging/wording/plans/plan-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { shows } from '../../src/ports/reply.js'
import { confirmFact } from '../../src/usecases/customers/confirm-fact.js'
import { noteFavour } from '../../src/usecases/customers/note-favour.js'
import { seeLinks } from '../../src/usecases/customers/see-links.js'
import type { BriefCards } from '../brief/brief-cards.js'
import {
  type ChangeInput,
  type ChangeRequest,
  type CustomerChange,
  changeFlow,
  namesOf,
} from '../changes/flow.js'
import { type ActForCustomer, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  gone,
  type Handlers,
  NOTHING,
  type PressHandlers,
  sayNobody,
  sayNotWritten,
  whoIsMeant,
} from '../handler.js'
import type { Session } from '../session.js'

type ArchiveDeps = Pick<Deps, 'books' | 'journal' | 'managers' | 'policy' | 'calendar' | 'branchLinks'>

export const FAVOUR = 'favour'

/** What is known of a key customer, what changed, what was written down, and gifts and events (Handbook §8.5). */
export function archiveHandlers(deps: ArchiveDeps): Handlers {
  return {
    async 'archive.show'(request) {
      const { reading } = request
      return (reading.slots.customers ?? []).length === 0
        ? sayNobody(request)
        : forCustomer('archive', reading)
    },

    async 'changes.show'(request) {
      const { reading } = request
      return (reading.slots.customers ?? []).length === 0
        ? sayNobody(request)
        : forCustomer('changes', reading)
    },

    async 'history.search'({ session, reading }) {
      const { manager, locale, today, at } = session
      const word = reading.asked?.word
      if (word === undefined) {
        await session.reply({ text: archiveWordsFor(locale).search.what })
        return undefined
      }
      const { customers } = await deps.books.read(manager.id)
      const named = reading.slots.customers ?? []
      const among = named.length === 0 ? customers : customers.filter(({ id }) => named.includes(id))
      const found = searchHistory(among, word, today, reading.slots.period)
      const customerIds = [...new Set(found.map(({ customer }) => customer.id))]
      await deps.journal.append({ at, managerId: manager.id, act: 'history.search', customerIds })
      await session.reply(foundNotesReply(word, found, locale, today))
      return undefined
    },

    async 'favour.add'(request) {
      const { session, reading, unsure } = request
      const who = whoIsMeant(reading)
      if (who.length === 0) return sayNobody(request)
      const told = reading.asked?.favour
      const words = archiveWordsFor(session.locale).favour
      if (told?.name === undefined) {
        await session.reply({ text: words.what })
        return undefined
      }
      if ((reading.slots.period?.to ?? session.today) > session.today) {
        await session.reply({ text: words.ahead })
        return undefined
      }
      const input: ChangeInput = { who, reading, unsure }
      return { flow: FAVOUR, input }
    },
  }
}

/** What is done for one customer who is clear. */
export function archiveOfCustomer(
  deps: ArchiveDeps,
): Readonly<Record<'archive' | 'changes', ActForCustomer>> {
  const see = seeLinks(deps)
  const names = () => new Map(deps.managers.all().map(({ id, name }) => [id, name]))
  const viewed = ({ manager, at }: Session, act: string, customerId: string) =>
    deps.journal.append({ at, managerId: manager.id, act, customerIds: [customerId] })
  return {
    archive: async (customerId, _about, session) => {
      const { manager, locale, today } = session
      const found = await see.ofCustomer(manager.id, customerId, today)
      if (found === undefined) return
      await viewed(session, 'customer.archive', customerId)
      const { customer, links } = found
      await session.reply(
        archiveReply({
          customer,
          links,
          planLines: planLinesOf(deps, customer, session),
          names: names(),
          policy: deps.policy,
          locale,
          today,
        }),
      )
    },
    changes: async (customerId, _about, session) => {
      const { manager, locale, today } = session
      const customer = findCustomer(await deps.books.read(manager.id), customerId)
      if (customer === undefined) return
      await viewed(session, 'customer.changes', customerId)
      const changes = changesSince(customer, manager.id, deps.policy, today)
      await session.reply(changesReply({ customer, changes, names: names(), locale, today }))
    },
  }
}

/** Where the value plan stands and when the next wealth review is due, a line each. */
function planLinesOf(
  { policy, calendar }: Pick<ArchiveDeps, 'policy' | 'calendar'>,
  customer: Customer,
  { locale, today }: Session,
): readonly string[] {
  const own = planWordsFor(locale)
  const open = (customer.plans ?? []).filter(({ state }) => state !== 'closed')
  const plans = open.map((plan) => {
    const { start, value, steps } = planProgress(plan, customer, policy, today)
    const done = steps.filter((step) => step.done !== undefined).length
    return [
      goalText(plan.metric, start ?? value, plan.target, locale),
      own.states[plan.state],
      own.archive.steps(done, steps.length),
      describeDay(plan.due, locale, today),
    ].join(' · ')
  })
  const review = reviewDue(customer, { policy, calendar }, today)
  if (review === undefined) return plans
  const last = review.lastOn === undefined ? undefined : describeDay(review.lastOn, locale, today)
  return [...plans, own.archive.review(describeDay(review.dueOn, locale, today), last)]
}

/** A gift or an event, as its flow sees it. */
const favourChange: CustomerChange = {
  question: () => undefined,
  understood(request, view) {
    const told = favourOf(request, view.today)
    if (told === undefined) return []
    const { favour } = archiveWordsFor(view.locale)
    return namesOf(request.customerIds, view).map((name) =>
      favour.understood(name, describeFavour(told, view.locale, view.today)),
    )
  },
}

export const archiveFlows: readonly AnyFlow[] = [changeFlow(FAVOUR, favourChange)]

export function archiveActs(deps: Pick<Deps, 'books' | 'journal'>, briefs: BriefCards): Acts {
  const note = noteFavour(deps)
  return {
    [FAVOUR]: async (request: ChangeRequest, session: Session, changeId: string) => {
      const { manager, locale, today, at } = session
      const words = wordingFor(locale)
      const told = favourOf(request, today)
      if (told === undefined) return
      const written = await note({
        changeId,
        managerId: manager.id,
        customerIds: request.customerIds,
        ...told,
        at,
      })
      if (written.status !== 'written') return sayNotWritten(written, session)
      const { favour } = archiveWordsFor(locale)
      const what = describeFavour(told, locale, today)
      const lines = written.results.map(({ customer }) => favour.logged(shortName(customer), what))
      const text = lines.join('\n')
      await session.reply({
        text,
        summary: words.intents['favour.add'],
        data: { changeId },
        shows: shows(
          'customers',
          written.results.map(({ customer }) => customer),
        ),
        card: card(
          [
            ...lines.map((one) => line(one, { weight: 'Bolder' })),
            buttons([press(words.contact.undo, 'undo', { changeId, once: changeId })]),
          ],
          text,
        ),
      })
      await briefs.refresh(session)
    },
  }
}

/** A fact that was shown as old still holds. */
export function archiveButtons(deps: Pick<Deps, 'books' | 'journal'>): PressHandlers {
  const confirm = confirmFact(deps)
  return {
    'fact.still': async ({ data }, session) => {
      const { manager, locale, today, at, turnId } = session
      const field = String(data['field'])
      if (!isToldField(field)) return gone(session)
      const customerId = String(data['customerId'])
      const written = await confirm({ changeId: turnId, managerId: manager.id, customerId, field, today, at })
      if (written.status !== 'written') return gone(session)
      const [result] = written.results
      if (result?.value === undefined) return gone(session)
      const words = archiveWordsFor(locale)
      const text = words.confirmed(shortName(result.customer), fieldName(field, locale), result.value)
      await session.reply({ text, data: { changeId: turnId }, shows: shows('customers', [result.customer]) })
      return NOTHING
    },
  }
}

interface Told {
  readonly kind: 'gift' | 'event'
  readonly name: string
  readonly on: Session['today']
  readonly valueFen?: ReturnType<typeof fenOfYuan>
}

function favourOf({ reading }: ChangeRequest, today: Session['today']): Told | undefined {
  const told = reading.asked?.favour
  if (told?.name === undefined) return undefined
  return {
    kind: told.kind,
    name: told.name,
    on: reading.slots.period?.to ?? today,
    ...(told.yuan === undefined ? {} : { valueFen: fenOfYuan(told.yuan) }),
  }
}

function describeFavour(
  { kind, name, on, valueFen }: Told,
  locale: Session['locale'],
  today: Session['today'],
): string {
  const { favour } = archiveWordsFor(locale)
  return [
    describeDay(on, locale, today),
    favour.kinds[kind],
    name,
    ...(valueFen === undefined ? [] : [favour.worth(formatAmount(valueFen, CNY, locale))]),
  ].join(' · ')
}
