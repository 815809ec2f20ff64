import type { Brief } from '../../src/domain/brief/plan-brief.js'
import type { Reason } from '../../src/domain/occasions/reason.js'
import type { Expected } from './expected-brief.js'

/** A brief of the program in the form of the oracle's. */
export function asExpected(brief: Brief): readonly Expected[] {
  return brief.items.map(({ customerId, tier, dueOn, overdueWorkingDays, reasons }) => ({
    customerId,
    tier,
    dueOn,
    overdueWorkingDays,
    reasons: reasons.map(lineOf).sort(),
  }))
}

function lineOf(reason: Reason): string {
  switch (reason.kind) {
    case 'cadence':
    case 'claim':
      return `${reason.kind} ${reason.dueOn}${reason.beforeHoliday === undefined ? '' : ' brought forward'}`
    case 'maturity':
      return `maturity ${reason.holdingId} ${reason.notice}${reason.headsUpDays === undefined ? '' : ` ${reason.headsUpDays}`}`
    case 'movement':
      return `movement ${reason.on} ${reason.direction === 'in' ? reason.amountFen : -reason.amountFen}`
    case 'launch':
      return `launch ${reason.productId}`
    case 'birthday':
      return `birthday ${reason.on}`
    case 'assessment':
      return `assessment ${reason.lastValidDay}`
    case 'opportunity-due':
      return `${reason.kind} ${reason.opportunityId}`
    case 'opportunity-stuck':
      return `${reason.kind} ${reason.opportunityId} ${reason.days}`
    case 'review':
      return `review ${reason.dueOn}`
    case 'idle':
      return `idle ${reason.amountFen}`
    default:
      return reason.kind
  }
}
