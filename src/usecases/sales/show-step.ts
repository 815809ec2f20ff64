import { findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { completeness } from '../../domain/customer/facts/completeness.js'
import type { Day } from '../../domain/day.js'
import { isOnSale } from '../../domain/ledger/find-products.js'
import type { MeetingSheet } from '../../domain/meeting/meeting-sheet.js'
import { findOpportunity } from '../../domain/opportunity/in-book.js'
import type { ManQuestion, Opportunity } from '../../domain/opportunity/opportunity.js'
import type { FilledLine } from '../../domain/playbook/choose-line.js'
import type { LineFacts } from '../../domain/playbook/line-facts.js'
import { objectionAnswers } from '../../domain/playbook/objection-answers.js'
import type { OccupationGuide } from '../../domain/playbook/occupation.js'
import { guideOf, lineAbout } from '../../domain/playbook/phone-words.js'
import type { Playbook } from '../../domain/playbook/playbook.js'
import { offerFacts } from '../../domain/playbook/product-facts.js'
import { SOLD_KINDS } from '../../domain/playbook/situations.js'
import { twoTimes } from '../../domain/playbook/two-times.js'
import type { KnownField } from '../../domain/policy.js'
import { type Match, matchProducts } from '../../domain/suitability/match-products.js'
import { showMeeting } from '../meetings/show-meeting.js'
import { type Script, type ShowScriptDeps, type ShowScriptInput, showScript } from './show-script.js'

/** One of the seven steps with what it shows (Handbook §5). */
export interface StepView {
  readonly customer: Customer
  readonly opportunity: Opportunity
  readonly playbook: Playbook
  /** Step 2: the questions of MAN that are open, each with words to ask it. */
  readonly questions: readonly { readonly question: ManQuestion; readonly line?: FilledLine }[]
  /** Step 2: how to talk with people of this trade. */
  readonly guide?: OccupationGuide
  /** Step 2: the most useful thing that is not known yet. */
  readonly unknown?: KnownField
  /** Step 3: what to say on the phone. */
  readonly script?: Script
  /** Step 4: what to look at before the meeting. */
  readonly meeting?: MeetingSheet
  /** Steps 5 and 7: what suits the customer, the best fit first. */
  readonly suitable: readonly Match[]
  /** Words of the step: the benefit, the answers, the closing. */
  readonly lines: readonly FilledLine[]
}

const MOST_PRODUCTS = 4

/** The current step of an opportunity in the manager's own book; undefined where there is none of that id. */
export function showStep(deps: ShowScriptDeps) {
  const script = showScript(deps)
  const meeting = showMeeting(deps)
  return async (
    input: Omit<ShowScriptInput, 'topic'> & { readonly opportunityId: string },
  ): Promise<StepView | undefined> => {
    const { manager, customerId, opportunityId, playbook, today, now, lastUsed, word } = input
    const customer = findCustomer(await deps.books.read(manager.id), customerId)
    const opportunity = customer && findOpportunity(customer, opportunityId)
    if (customer === undefined || opportunity === undefined) return undefined
    const slots = twoTimes(today, now, deps.calendar)
    const about = { customer, manager, slots, today, lastUsed }
    const { step, man, product, objections } = opportunity
    const facts = factsOf(opportunity, deps, today)
    const line = (...[kind, situation]: [Parameters<typeof lineAbout>[1], Parameters<typeof lineAbout>[2]]) =>
      lineAbout(playbook, kind, situation, about, word, product?.kind, facts) ?? []
    const suitable =
      step === 5 || step === 7
        ? matchProducts(
            deps.products.all().filter((one) => isOnSale(one, today)),
            [customer],
            deps.policy,
            today,
            opportunity.amountFen,
          ).matches
        : []
    // What suited when it was named may suit no longer.
    const isProductFit =
      product?.productId === undefined || suitable.some((one) => one.product.id === product.productId)
    const guide = step === 2 ? guideOf(playbook, customer) : undefined
    const [unknown] = step === 2 ? completeness(customer, deps.policy, today).missing : []
    const open = objections.findLast(({ reaction }) => reaction === 'open')
    const shown = step === 3 ? await script(input) : undefined
    const met = step === 4 ? await meeting(manager.id, { customerId }, today) : undefined
    const lines = () => {
      if (step === 5)
        return SOLD_KINDS.filter((kind) => kind === suitable[0]?.product.kind).flatMap(
          (kind) => lineAbout(playbook, 'benefit', kind, about, word, kind) ?? [],
        )
      if (step === 6 && open !== undefined) {
        const values = word({ ...facts, customer, manager, slots })
        const asked = { objection: open.kind, customer, repeated: false, values, lastUsed, today }
        return objectionAnswers(playbook, asked).answers
      }
      return step === 7 && isProductFit
        ? [line('closing', 'summary'), line('closing', 'documents')].flat()
        : []
    }
    return {
      customer,
      opportunity,
      playbook,
      questions:
        step === 2
          ? (['money', 'authority', 'need'] as const)
              .filter((question) => man[question] === 'unknown')
              .map((question) => {
                const asked = lineAbout(playbook, 'question', question, about, word)
                return { question, ...(asked === undefined ? {} : { line: asked }) }
              })
          : [],
      ...(guide === undefined ? {} : { guide }),
      ...(unknown === undefined ? {} : { unknown }),
      ...(shown === undefined ? {} : { script: shown }),
      ...(met === undefined ? {} : { meeting: met.sheet }),
      suitable: suitable.slice(0, MOST_PRODUCTS),
      lines: lines(),
    }
  }
}

function factsOf(
  { product, amountFen, currency = 'CNY' }: Opportunity,
  { products }: Pick<ShowScriptDeps, 'products'>,
  _today: Day,
): Partial<LineFacts> {
  const known = products.all().find(({ id }) => id === product?.productId)
  return {
    ...(product === undefined ? {} : { productName: product.productName }),
    ...(amountFen === undefined ? {} : { sum: { amountFen, currency } }),
    ...(known === undefined ? {} : offerFacts(known)),
  }
}
