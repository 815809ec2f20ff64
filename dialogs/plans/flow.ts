import type { Flow, Next, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import type { PlanWish } from '../../src/domain/plan/draft-plan.js'
import { planTerms } from '../../src/domain/plan/draft-plan.js'
import { currentPlan } from '../../src/domain/plan/in-book.js'
import { metricValue } from '../../src/domain/plan/metric-value.js'
import type { Policy } from '../../src/domain/policy.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { goalText } from '../../src/messaging/cards/plans/plan-text.js'
import { formatDay } from '../../src/messaging/wording/days/format.js'
import { planWordsFor } from '../../src/messaging/wording/plans/plan-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { confirmation, whichCustomer } from '../questions/questions.js'

export interface PlanInput {
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
  readonly wish: PlanWish
}

export interface PlanFlowState {
  readonly input: PlanInput
  readonly customerId?: string
  readonly confirmed?: true
  readonly done?: true
}

/** A plan to be written down as a draft. */
export interface PlanToDraft {
  readonly customerId: string
  readonly wish: PlanWish
}

export const DRAFT_PLAN = 'draft-plan'

/** Asks for whom, shows what the plan would be, and writes it down as a draft. */
export function draftPlanFlow({
  policy,
  calendar,
}: {
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}): Flow<PlanFlowState, PlanInput> {
  return {
    name: DRAFT_PLAN,
    version: 1,
    begin(input) {
      const [only, ...others] = input.candidates
      return { input, ...(only === undefined || others.length > 0 ? {} : { customerId: only }) }
    },
    next(state, view): Next {
      const { input, customerId, confirmed, done } = state
      if (done === true) return { kind: 'end' }
      if (customerId === undefined)
        return { kind: 'ask', question: whichCustomer(input.said, input.candidates) }
      const customer = findCustomer(view.book, customerId)
      if (customer === undefined) return { kind: 'end', say: wordingFor(view.locale).noCustomer(customerId) }
      const own = planWordsFor(view.locale)
      if (customer.doNotContact) return { kind: 'end', say: own.quiet(shortName(customer)) }
      if (confirmed !== true && currentPlan(customer) === undefined)
        return {
          kind: 'ask',
          question: confirmation([understood(customerId, input.wish, view)], [customerId]),
        }
      const toDraft: PlanToDraft = { customerId, wish: input.wish }
      return { kind: 'run', act: DRAFT_PLAN, input: toDraft }
    },
    take(state, answer) {
      switch (answer.kind) {
        case 'customer':
          return { ...state, customerId: answer.customerId }
        case 'confirm':
          return answer.yes ? { ...state, confirmed: true } : undefined
        case 'instead': {
          const { customerId: _, ...rest } = state
          const [only, ...others] = answer.candidates
          const input = { ...state.input, said: answer.said, candidates: answer.candidates }
          return { ...rest, input, ...(only === undefined || others.length > 0 ? {} : { customerId: only }) }
        }
        default:
          return state
      }
    },
    ran: (state) => ({ ...state, done: true }),
    left: (_state, { locale }) => wordingFor(locale).cancelled,
    unwritten: ({ customerId, input }, { book, locale }) =>
      planWordsFor(locale).title(shortName(findCustomer(book, customerId ?? '') ?? { name: input.said })),
  }

  function understood(customerId: string, wish: PlanWish, { book, today, locale }: View): string {
    const customer = findCustomer(book, customerId)
    if (customer === undefined) return customerId
    const { metric, target, due } = planTerms(customer, wish, { policy, calendar }, today)
    const goal = goalText(metric, metricValue(customer, metric, today) ?? null, target, locale)
    return planWordsFor(locale).understood(shortName(customer), goal, formatDay(due, locale, today))
  }
}
