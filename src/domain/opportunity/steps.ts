import type { Day } from '../day.js'
import type { Currency, Fen } from '../money.js'
import type { Refusal, Suitability } from '../suitability/suitability.js'
import { type Missing, missingFor } from './done-when.js'
import type { Move, NamedProduct, Opportunity, OpportunityState, Outcome, Step } from './opportunity.js'

/** What a command came to: the opportunity after it, or everything that stands against it. */
export type StepDecision =
  | {
      readonly ok: true
      readonly opportunity: Opportunity
      /** What was left behind undone: a skipped step may be come back to. */
      readonly leftOpen: readonly Missing[]
    }
  | { readonly ok: false; readonly reason: 'not-done'; readonly missing: readonly Missing[] }
  | { readonly ok: false; readonly reason: 'finished'; readonly state: OpportunityState }
  | { readonly ok: false; readonly reason: 'not-open'; readonly state: OpportunityState }
  | { readonly ok: false; readonly reason: 'no-step-there'; readonly from: Step }
  | { readonly ok: false; readonly reason: 'reason-missing' }
  | { readonly ok: false; readonly reason: 'amount-not-positive' }
  | { readonly ok: false; readonly reason: 'day-not-later'; readonly today: Day }
  | { readonly ok: false; readonly reason: 'not-suitable'; readonly refusals: readonly Refusal[] }

/** To the next step, where this one is done. */
export function advance(opportunity: Opportunity, today: Day): StepDecision {
  const refused = refusedUnlessOpen(opportunity)
  if (refused !== undefined) return refused
  const missing = missingFor(opportunity)
  if (missing.length > 0) return { ok: false, reason: 'not-done', missing }
  if (opportunity.step === 7) return { ok: false, reason: 'no-step-there', from: 7 }
  return moved(opportunity, 'advance', today, (opportunity.step + 1) as Step) // below 7, so at most 7
}

/** To an earlier step, by default the one before. */
export function back(opportunity: Opportunity, today: Day, to: number = opportunity.step - 1): StepDecision {
  const refused = refusedUnlessOpen(opportunity)
  if (refused !== undefined) return refused
  if (!isStep(to) || to >= opportunity.step)
    return { ok: false, reason: 'no-step-there', from: opportunity.step }
  return moved(opportunity, 'back', today, to)
}

/** Over this step though it is not done, by default to the next; what is left open is told. */
export function skip(opportunity: Opportunity, today: Day, to: number = opportunity.step + 1): StepDecision {
  const refused = refusedUnlessOpen(opportunity)
  if (refused !== undefined) return refused
  if (!isStep(to) || to <= opportunity.step)
    return { ok: false, reason: 'no-step-there', from: opportunity.step }
  return moved(opportunity, 'skip', today, to)
}

/** The flow is left; its place is kept, and leaving twice is leaving once. It is no progress. */
export function pause(opportunity: Opportunity, today: Day): StepDecision {
  const refused = refusedUnlessOpen(opportunity)
  if (refused !== undefined) return refused
  if (opportunity.paused) return { ok: true, opportunity, leftOpen: [] }
  const left = withMove(opportunity, 'pause', today, opportunity.step)
  return { ok: true, opportunity: { ...left, paused: true }, leftOpen: missingFor(opportunity) }
}

/** On again where it was left, or where it was postponed. Won and lost stay so. */
export function resume(opportunity: Opportunity, today: Day): StepDecision {
  if (opportunity.state === 'won' || opportunity.state === 'lost')
    return { ok: false, reason: 'finished', state: opportunity.state }
  if (opportunity.state === 'open' && opportunity.paused === undefined)
    return { ok: true, opportunity, leftOpen: [] }
  const { outcome: _outcome, ...rest } = opportunity
  return moved({ ...rest, state: 'open' }, 'resume', today, opportunity.step)
}

export interface Won {
  readonly product: NamedProduct
  readonly amountFen: Fen
  readonly currency: Currency
  readonly startsOn: Day
  /** Decided for the day it starts. Without a fitting product nothing is won (Handbook §7). */
  readonly suitability: Suitability
}

/**
 * The customer bought, from whatever step. Who asked not to be contacted, or not for marketing, may still buy: those
 * two refusals speak of proposing.
 */
export function win(opportunity: Opportunity, won: Won, today: Day): StepDecision {
  const refused = refusedIfFinished(opportunity)
  if (refused !== undefined) return refused
  if (won.amountFen <= 0) return { ok: false, reason: 'amount-not-positive' }
  const refusals = won.suitability.fits
    ? []
    : won.suitability.refusals.filter(
        ({ reason }) => reason !== 'do-not-contact' && reason !== 'no-marketing-consent',
      )
  if (refusals.length > 0) return { ok: false, reason: 'not-suitable', refusals }
  const { product, amountFen, currency, startsOn } = won
  return closed(opportunity, 'won', { kind: 'won', on: today, product, amountFen, currency, startsOn }, today)
}

/** The customer will not buy. The reason is kept: it is what the next talk begins with. */
export function lose(opportunity: Opportunity, reason: string, today: Day): StepDecision {
  const refused = refusedIfFinished(opportunity)
  if (refused !== undefined) return refused
  if (reason.trim() === '') return { ok: false, reason: 'reason-missing' }
  return closed(opportunity, 'lost', { kind: 'lost', on: today, reason: reason.trim() }, today)
}

/** Not now: to a later day, from which it is due again. The step is kept. */
export function postpone(opportunity: Opportunity, until: Day, today: Day, reason?: string): StepDecision {
  const refused = refusedIfFinished(opportunity)
  if (refused !== undefined) return refused
  if (until <= today) return { ok: false, reason: 'day-not-later', today }
  const outcome: Outcome = {
    kind: 'postponed',
    on: today,
    until,
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
  }
  const { paused: _paused, ...rest } = withMove(opportunity, 'postpone', today, opportunity.step)
  return { ok: true, opportunity: { ...rest, state: 'postponed', outcome, progressOn: today }, leftOpen: [] }
}

function refusedUnlessOpen(opportunity: Opportunity): StepDecision | undefined {
  const { state } = opportunity
  if (state === 'postponed') return { ok: false, reason: 'not-open', state }
  return refusedIfFinished(opportunity)
}

function refusedIfFinished({ state }: Opportunity): StepDecision | undefined {
  return state === 'won' || state === 'lost' ? { ok: false, reason: 'finished', state } : undefined
}

function moved(opportunity: Opportunity, kind: Move['kind'], today: Day, to: Step): StepDecision {
  const { paused: _paused, ...rest } = withMove(opportunity, kind, today, to)
  return {
    ok: true,
    opportunity: { ...rest, step: to, progressOn: today },
    leftOpen: kind === 'skip' ? missingFor(opportunity) : [],
  }
}

// What is won or lost has come to step 7, whatever step it was at (Handbook §5, phases).
function closed(opportunity: Opportunity, state: 'won' | 'lost', outcome: Outcome, today: Day): StepDecision {
  const { paused: _paused, ...rest } = withMove(opportunity, state === 'won' ? 'win' : 'lose', today, 7)
  return {
    ok: true,
    opportunity: { ...rest, step: 7, state, outcome, progressOn: today },
    leftOpen: [],
  }
}

function withMove(opportunity: Opportunity, kind: Move['kind'], on: Day, to: Step): Opportunity {
  return { ...opportunity, history: [...opportunity.history, { kind, on, from: opportunity.step, to }] }
}

function isStep(value: number): value is Step {
  return Number.isInteger(value) && value >= 1 && value <= 7
}
