import type { Edit, ToldOfSale } from '../../domain/change.js'
import { isMeeting, makeAgreement, settleAgreement } from '../../domain/customer/agree.js'
import type { Agreement } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { checkFact, type StatedFact } from '../../domain/customer/facts/check-fact.js'
import { recordFact } from '../../domain/customer/facts/record-fact.js'
import type { SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import { recordContact, type Told, type ToldContact } from '../../domain/customer/record-contact.js'
import type { Day } from '../../domain/day.js'
import type { Holding } from '../../domain/ledger/holding.js'
import type { Product } from '../../domain/ledger/product.js'
import type { Currency, Fen } from '../../domain/money.js'
import type { AfterSales } from '../../domain/opportunity/after-sales.js'
import { missingFor } from '../../domain/opportunity/done-when.js'
import { findOpportunity, withOpportunity } from '../../domain/opportunity/in-book.js'
import { manFromBook } from '../../domain/opportunity/man.js'
import { noteFacts, type ToldFacts } from '../../domain/opportunity/note-facts.js'
import type { Interest, Opportunity, Step } from '../../domain/opportunity/opportunity.js'
import { bookSale } from '../../domain/opportunity/sale.js'
import {
  advance,
  back,
  lose,
  pause,
  postpone,
  type StepDecision,
  skip,
  win,
} from '../../domain/opportunity/steps.js'
import type { Policy } from '../../domain/policy.js'
import { type Refusal, type Suitability, suitability } from '../../domain/suitability/suitability.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Products } from '../../ports/ports.js'
import { type Edited, type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface AdvanceOpportunityDeps extends WriteChangeDeps {
  readonly products: Products
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  /** Words that give away what a note may not hold. */
  readonly sensitiveWords: SensitiveWords
}

/** What is done with an opportunity. */
export type OpportunityCommand =
  /** Something was told; where that is all the step waited for, the next one is come to. */
  | {
      readonly kind: 'tell'
      readonly facts: Omit<ToldFacts, 'product' | 'shown'>
      readonly contact?: ToldContact
      /** What is to be known of the customer from now on; what may not be kept is left out. */
      readonly fact?: StatedFact
    }
  /** A product is presented; one that does not suit is refused (Handbook §7). */
  | {
      readonly kind: 'present'
      readonly productId: string
      readonly interest?: Interest
      readonly facts?: Pick<ToldFacts, 'amountFen' | 'currency' | 'man'>
    }
  | { readonly kind: 'advance' | 'pause' }
  | { readonly kind: 'back'; readonly to?: Step }
  | { readonly kind: 'skip'; readonly to?: Step }
  /** The customer is to be invited to have their risk assessed anew, on the next working day. */
  | { readonly kind: 'reassess'; readonly about: string }
  | {
      readonly kind: 'win'
      readonly productId: string
      readonly amountFen: Fen
      readonly currency: Currency
      readonly startsOn: Day
      readonly care: Readonly<Record<AfterSales, string>>
    }
  | { readonly kind: 'lose'; readonly reason: string }
  | { readonly kind: 'postpone'; readonly until: Day }

export interface AdvanceOpportunityInput {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly opportunityId: string
  readonly command: OpportunityCommand
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type Advanced =
  | {
      readonly status: 'moved'
      readonly changeId: string
      readonly customer: Customer
      readonly opportunity: Opportunity
      readonly holding?: Holding
      readonly agreed: readonly Agreement[]
    }
  | {
      readonly status: 'refused'
      readonly decision: Extract<StepDecision, { ok: false }>
      readonly product?: Product
    }
  /** No such opportunity of this manager's customers, or no such product in the catalogue. */
  | { readonly status: 'not-found' }

type Moved = Extract<Advanced, { status: 'moved' }>

/** Decides and writes one move of an opportunity as one change, which one undo takes back. Refusals of a product are recorded. */
export function advanceOpportunity(deps: AdvanceOpportunityDeps) {
  const { policy, calendar } = deps

  const decide = (customer: Customer, key: string, input: AdvanceOpportunityInput): Edited<Advanced> => {
    const { command, today, opportunityId, changeId } = input
    const nothing = (result: Advanced): Edited<Advanced> => ({ customer, edits: [], result })
    const current = findOpportunity(customer, opportunityId)
    if (current === undefined) return nothing({ status: 'not-found' })
    const by: Told = { key, managerId: input.managerId, today, at: input.at }

    const settle = (
      decision: StepDecision,
      more?: Partial<Edited<Moved>>,
      product?: Product,
    ): Edited<Advanced> => {
      if (!decision.ok)
        return nothing({ status: 'refused', decision, ...(product === undefined ? {} : { product }) })
      const { opportunity } = decision
      const placed = withOpportunity(more?.customer ?? customer, opportunity, toldBy(command))
      return {
        customer: placed.customer,
        edits: [...(more?.edits ?? []), ...placed.edits],
        result: {
          status: 'moved',
          changeId,
          agreed: [],
          ...more?.result,
          customer: placed.customer,
          opportunity,
        },
      }
    }
    const told = (facts: ToldFacts) => onward(noteFacts(current, facts, today), today)

    switch (command.kind) {
      case 'tell': {
        const known = withFact(customer, command.fact, { ...by, key: `${key}-fact` }, deps.sensitiveWords)
        const met =
          command.facts.metOn === undefined ? undefined : meetingHeld(known.customer, current, today)
        const before = {
          customer: met?.customer ?? known.customer,
          edits: [...known.edits, ...(met?.edits ?? [])],
        }
        if (command.contact === undefined) return settle(told(command.facts), before)
        const recorded = recordContact(before.customer, command.contact, by)
        return settle(told(command.facts), { ...recorded, edits: [...before.edits, ...recorded.edits] })
      }
      case 'present': {
        const product = deps.products.all().find(({ id }) => id === command.productId)
        if (product === undefined) return nothing({ status: 'not-found' })
        const decided = suitability(product, customer, policy, today)
        if (!decided.fits) return settle(unsuitable(decided), {}, product)
        const named = { productId: product.id, productName: product.name, kind: product.kind }
        const { interest, facts } = command
        const shown = { ...named, ...(interest === undefined ? {} : { interest }) }
        const known = { idleMoney: false, statedWish: false }
        const { money } = manFromBook(customer, product, known, policy, today)
        const fromBook = current.man.money === 'unknown' ? { money } : {}
        const { man: answered = {}, ...sum } = facts ?? {}
        const man = { ...fromBook, ...answered }
        // Before the customer is spoken with, a product is what it is about, and shown to nobody.
        const isShown = current.step >= 3
        const answers = Object.keys(man).length === 0 ? {} : { man }
        return settle(told({ product: named, ...(isShown ? { shown } : {}), ...answers, ...sum }))
      }
      case 'win': {
        const product = deps.products.all().find(({ id }) => id === command.productId)
        if (product === undefined) return nothing({ status: 'not-found' })
        const { amountFen, currency, startsOn } = command
        const named = { productId: product.id, productName: product.name, kind: product.kind }
        const decided = suitability(product, customer, policy, startsOn)
        const won = win(
          current,
          { product: named, amountFen, currency, startsOn, suitability: decided },
          today,
        )
        if (!won.ok || won.opportunity.outcome?.kind !== 'won') return settle(won, {}, product)
        const sale = bookSale(
          customer,
          won.opportunity.outcome,
          product,
          by,
          { policy, calendar },
          command.care,
        )
        // The rest of the result is filled in by `settle`.
        const result = { holding: sale.holding, agreed: sale.care } as Moved
        return settle(won, { customer: sale.customer, edits: sale.edits, result })
      }
      case 'reassess': {
        const next = calendar.next(today)
        const task = { kind: 'task', when: { day: next }, about: command.about } as const
        const made = makeAgreement(customer, task, { key: `${key}-reassess`, today })
        const result = { agreed: [made.agreement] } as unknown as Moved // the rest is filled in by `settle`
        const noted = {
          ok: true,
          opportunity: noteFacts(current, { nextOn: next }, today),
          leftOpen: [],
        } as const
        return settle(noted, { customer: made.customer, edits: [made.edit], result })
      }
      case 'advance':
        return settle(advance(current, today))
      case 'back':
        return settle(back(current, today, command.to))
      case 'pause':
        return settle(pause(current, today))
      case 'skip':
        return settle(skip(current, today, command.to))
      case 'lose':
        return settle(lose(current, command.reason, today))
      case 'postpone':
        return settle(postpone(current, command.until, today))
    }
  }

  return async (input: AdvanceOpportunityInput): Promise<Advanced> => {
    const { changeId, managerId, customerId, opportunityId, at } = input
    const change = { changeId, kind: 'opportunity.change', managerId, at, customerIds: [customerId] } as const
    const written = await writeChange<Advanced>(deps, change, (customer, key) => decide(customer, key, input))
    if (written.status === 'not-in-book') return { status: 'not-found' }
    if (written.status === 'repeated') {
      const { customers } = await deps.books.read(managerId)
      const customer = customers.find(({ id }) => id === customerId)
      const opportunity = customer && findOpportunity(customer, opportunityId)
      return customer === undefined || opportunity === undefined
        ? { status: 'not-found' }
        : { status: 'moved', changeId, customer, opportunity, agreed: [] }
    }
    const advanced = written.results[0] ?? { status: 'not-found' }
    if (advanced.status === 'refused' && advanced.decision.reason === 'not-suitable') {
      const reasons = advanced.decision.refusals.map(({ reason }) => reason)
      await deps.journal.append({
        at,
        managerId,
        act: 'suitability.refused',
        customerIds: [customerId],
        detail: [advanced.product?.id ?? '', ...reasons].join(' '),
      })
    }
    return advanced
  }
}

export type AdvanceOpportunity = ReturnType<typeof advanceOpportunity>

function withFact(
  customer: Customer,
  stated: StatedFact | undefined,
  by: Told,
  words: SensitiveWords,
): { readonly customer: Customer; readonly edits: readonly Edit[] } {
  const checked = stated && checkFact(stated, customer, words, by.today)
  const recorded = checked?.status === 'good' ? recordFact(customer, checked.fact, by) : undefined
  return recorded === undefined
    ? { customer, edits: [] }
    : { customer: recorded.customer, edits: [recorded.edit] }
}

/** The meeting that was agreed in this sale, kept; undefined where there is none that is open. */
function meetingHeld(customer: Customer, { appointment }: Opportunity, today: Day) {
  const agreed = customer.agreements.find(
    (one) => isMeeting(one) && one.on === appointment?.day && one.time === appointment?.time && appointment,
  )
  const kept = agreed && settleAgreement(customer, agreed.id, 'kept', today)
  return kept && { customer: kept.customer, edits: [kept.edit] }
}

/** What a command tells of the opportunity. */
function toldBy(command: OpportunityCommand): ToldOfSale | undefined {
  if (command.kind === 'present') {
    const { productId, interest, facts } = command
    const { amountFen, man } = facts ?? {}
    return {
      productId,
      ...(man === undefined ? {} : { man }),
      ...(interest === undefined ? {} : { interest }),
      ...(amountFen === undefined ? {} : { amountFen }),
    }
  }
  if (command.kind !== 'tell') return undefined
  const { man, amountFen, objections = [], appointment, nextOn } = command.facts
  const when = appointment ?? (nextOn === undefined ? undefined : { day: nextOn })
  return {
    ...(man === undefined ? {} : { man }),
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(objections.length === 0 ? {} : { objections: objections.map(({ kind }) => kind) }),
    ...(when === undefined ? {} : { when }),
  }
}

/** To the next step where what was told completes this one. The last step ends with an outcome alone. */
function onward(opportunity: Opportunity, today: Day): StepDecision {
  const stays = { ok: true, opportunity, leftOpen: [] } as const
  if (opportunity.step === 7 || missingFor(opportunity).length > 0) return stays
  const decision = advance(opportunity, today)
  return decision.ok ? decision : stays
}

function unsuitable(decided: Extract<Suitability, { fits: false }>): StepDecision {
  const refusals: readonly Refusal[] = decided.refusals
  return { ok: false, reason: 'not-suitable', refusals }
}
