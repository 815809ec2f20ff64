import { type Day, daysBetween } from '../day.js'
import { addFen, CNY, type Currency, type Fen } from '../money.js'
import { type Opportunity, STEPS, type Step } from './opportunity.js'

/** The five phases of the funnel (商机阶段, Handbook §5). */
export const PHASES = ['lead', 'contacted', 'met', 'negotiating', 'closed'] as const
export type Phase = (typeof PHASES)[number]

const PHASE_OF_STEP = {
  1: 'lead',
  2: 'lead',
  3: 'contacted',
  4: 'met',
  5: 'met',
  6: 'negotiating',
  7: 'negotiating',
} as const satisfies Record<Step, Phase>

/** Read from the step; only what is won or lost is closed, so one still at step 7 is being negotiated. */
export function phaseOf({ step, state }: Opportunity): Phase {
  return state === 'won' || state === 'lost' ? 'closed' : PHASE_OF_STEP[step]
}

/** Sums of different currencies are never added: one a currency, yuan first, then by code. */
export type Sums = readonly { readonly currency: Currency; readonly amountFen: Fen }[]

export interface FunnelPhase {
  readonly phase: Phase
  readonly count: number
  readonly amounts: Sums
}

export interface FunnelStep {
  readonly step: Step
  /** Not closed, and now at this step. */
  readonly count: number
  readonly amounts: Sums
  /** That ever came to this step or past it. */
  readonly reached: number
  /** Of those, the share that came to the next step or past it; at step 7 the share that was won. */
  readonly conversion?: number
  /** Median of the days spent at this step over all stays, one that still lasts up to today. */
  readonly medianDays?: number
}

export interface Funnel {
  readonly phases: readonly FunnelPhase[]
  readonly steps: readonly FunnelStep[]
  readonly won: number
  readonly lost: number
  /** Won ÷ (won + lost); absent where none is closed. */
  readonly winRate?: number
}

/** Counts, sums, conversion and median days over opportunities as they stand on `today`. */
export function funnel(opportunities: readonly Opportunity[], today: Day): Funnel {
  const won = opportunities.filter(({ state }) => state === 'won').length
  const lost = opportunities.filter(({ state }) => state === 'lost').length
  const furthest = opportunities.map(furthestStep)
  const reachedBy = (step: number) => furthest.filter((at) => at >= step).length
  return {
    phases: PHASES.map((phase) => {
      const here = opportunities.filter((one) => phaseOf(one) === phase)
      return { phase, count: here.length, amounts: sumsOf(here) }
    }),
    steps: STEPS.map((step) => {
      const here = opportunities.filter((one) => one.step === step && phaseOf(one) !== 'closed')
      const reached = reachedBy(step)
      const onward = step === 7 ? won : reachedBy(step + 1)
      const medianDays = median(opportunities.flatMap((one) => staysAt(one, step, today)))
      return {
        step,
        count: here.length,
        amounts: sumsOf(here),
        reached,
        ...(reached === 0 ? {} : { conversion: onward / reached }),
        ...(medianDays === undefined ? {} : { medianDays }),
      }
    }),
    won,
    lost,
    ...(won + lost === 0 ? {} : { winRate: won / (won + lost) }),
  }
}

/** The furthest step it ever came to. Giving up leads to no step; a sale is the last one, from wherever. */
export function furthestStep({ history }: Opportunity): Step {
  return history.reduce<Step>((most, { kind, to }) => (kind !== 'lose' && to > most ? to : most), 1)
}

function staysAt({ history, state }: Opportunity, step: Step, today: Day): readonly number[] {
  const stays: number[] = []
  let at: Step = 1
  let since = history[0]?.on
  for (const move of history) {
    const leaves = move.to !== move.from || move.kind === 'win' || move.kind === 'lose'
    if (!leaves || since === undefined) continue
    if (at === step) stays.push(daysBetween(since, move.on))
    at = move.to
    since = move.on
  }
  const lasts = state === 'open' || state === 'postponed'
  if (lasts && at === step && since !== undefined) stays.push(daysBetween(since, today))
  return stays
}

function sumsOf(opportunities: readonly Opportunity[]): Sums {
  const sums = new Map<Currency, Fen>()
  for (const one of opportunities) {
    const sum = sumOf(one)
    if (sum === undefined) continue
    const so = sums.get(sum.currency)
    sums.set(sum.currency, so === undefined ? sum.amountFen : addFen(so, sum.amountFen))
  }
  const order = (currency: Currency) => (currency === CNY ? '' : currency)
  return [...sums]
    .map(([currency, amountFen]) => ({ currency, amountFen }))
    .sort((a, b) => (order(a.currency) < order(b.currency) ? -1 : 1))
}

// What was bought counts, not what had been hoped for.
function sumOf({ outcome, amountFen, currency }: Opportunity) {
  if (outcome?.kind === 'won') return { amountFen: outcome.amountFen, currency: outcome.currency }
  return amountFen === undefined ? undefined : { amountFen, currency: currency ?? CNY }
}

/** The middle value; of an even number the mean of the two in the middle. */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  const lower = sorted[middle - 1]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}
