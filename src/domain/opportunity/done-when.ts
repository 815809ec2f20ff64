import { assertNever } from '../assert-never.js'
import { MAN_QUESTIONS, type ManQuestion, type Opportunity, type Step } from './opportunity.js'

/** One thing that a step still waits for. */
export type Missing =
  | { readonly what: 'need-or-product' }
  | { readonly what: 'man'; readonly question: ManQuestion }
  | { readonly what: 'reached' }
  | { readonly what: 'meeting-or-next-day' }
  | { readonly what: 'meeting-held' }
  | { readonly what: 'product' }
  | { readonly what: 'amount' }
  | { readonly what: 'objection-open'; readonly objection: Opportunity['objections'][number]['kind'] }
  | { readonly what: 'outcome' }

/** What is missing before a step is done (Handbook §5, "done when"); empty where it is done. */
export function missingFor(opportunity: Opportunity, step: Step = opportunity.step): readonly Missing[] {
  const { need, product, man, reachedOn, appointment, nextOn, metOn, amountFen, objections, outcome } =
    opportunity
  switch (step) {
    case 1:
      return need === undefined && product === undefined ? [{ what: 'need-or-product' }] : []
    case 2:
      return MAN_QUESTIONS.filter((question) => man[question] === 'unknown').map((question) => ({
        what: 'man',
        question,
      }))
    case 3:
      return [
        ...(reachedOn === undefined ? [{ what: 'reached' } as const] : []),
        ...(appointment === undefined && nextOn === undefined
          ? [{ what: 'meeting-or-next-day' } as const]
          : []),
      ]
    case 4:
      return metOn === undefined ? [{ what: 'meeting-held' }] : []
    case 5:
      return [
        ...(product === undefined ? [{ what: 'product' } as const] : []),
        ...(amountFen === undefined ? [{ what: 'amount' } as const] : []),
      ]
    case 6:
      return objections
        .filter(({ reaction }) => reaction === 'open')
        .map(({ kind }) => ({ what: 'objection-open', objection: kind }))
    case 7:
      return outcome === undefined ? [{ what: 'outcome' }] : []
    default:
      return assertNever(step)
  }
}
