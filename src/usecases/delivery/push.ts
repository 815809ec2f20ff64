import type { Day } from '../../domain/day.js'
import { decidePush, type NotDue, type PushDecision } from '../../domain/delivery/decide-push.js'
import type { SendOutcome } from '../../domain/delivery/send-outcome.js'
import {
  beginSending,
  interrupted,
  isClaimed,
  isRepeat,
  isToldSince,
  settle,
} from '../../domain/delivery/settle.js'
import type { Claim, DeliveryKind, DeliveryState } from '../../domain/manager/delivery.js'
import type { Desk } from '../../domain/manager/desk.js'
import { findDelivery } from '../../domain/manager/ledger-of-sends.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Clock, Desks, Journal, Log, Meter, PushMessage, Units } from '../../ports/ports.js'

/** How several processes know whose a message under way is. */
export interface Claims {
  /** By a clock that all of them share. */
  now(): Date
  next(): Claim
}

export interface PushDeps {
  readonly units: Units
  readonly desks: Pick<Desks, 'read' | 'change'>
  readonly journal: Journal
  readonly calendar: WorkingCalendar
  /** Local time from which nothing of a kind is pushed any more, `HH:mm`. */
  cutOffOf(kind: DeliveryKind): string
  /** Local time of what comes in the evening, where the manager set none. */
  readonly wrapUpTime?: string
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
  /** Absent: this process alone sends. */
  readonly claims?: Claims
  /** Waits; false where the process is to stop. */
  readonly wait: (ms: number) => Promise<boolean>
  /** What is to be said that day; undefined: nothing. `isRepeat`: it may have been said before, and has to say so. */
  readonly render: (
    kind: DeliveryKind,
    manager: Manager,
    day: Day,
    isRepeat: boolean,
  ) => Promise<PushMessage | undefined>
  readonly send: (reference: unknown, message: PushMessage) => Promise<SendOutcome>
}

export type PushResult =
  | { readonly kind: 'not-due'; readonly reason: NotDue }
  | { readonly kind: 'attempted'; readonly state: DeliveryState; readonly outcome: SendOutcome }

/**
 * Sends one manager what is due: rendered first, written down as `sending`, sent, and written down again with what
 * became of it. Should the process end in between, the row stays `sending` and says so.
 */
export function push(deps: PushDeps) {
  const { units, desks, journal, calendar, clock } = deps
  const evening = deps.wrapUpTime === undefined ? {} : { wrapUpTime: deps.wrapUpTime }

  return async (kind: DeliveryKind, manager: Manager): Promise<PushResult> => {
    const cutOff = deps.cutOffOf(kind)
    const decide = (manager: Manager, desk: Desk) =>
      decidePush(kind, { manager, desk, calendar, cutOff, ...evening, now: clock.now() })
    const desk = await desks.read(manager.id)
    const decision = decide(manager, desk)
    if (!decision.due) return { kind: 'not-due', reason: decision.reason }
    const { day } = decision
    const before = findDelivery(desk, day, kind)
    const message = await deps.render(kind, manager, day, before !== undefined && isRepeat(before))
    if (message === undefined) return { kind: 'not-due', reason: 'nothing' }
    const { tells, customerIds, ...said } = message

    // Rendering took its time, and the manager may have written meanwhile: what is due is decided on what is written.
    // Whom it shows is on record before it leaves: what becomes of it may never be known.
    const at = clock.now().toISOString()
    const claim = deps.claims?.next()
    const still = await units.together(async () => {
      const decided = await desks.change(manager.id, (now) => {
        const isTold = isToldSince(before, findDelivery(now, day, kind), tells ?? [])
        const decision: PushDecision = isTold ? { due: false, reason: 'nothing' } : decide(manager, now)
        const result = { decision, reference: now.reference }
        return { desk: decision.due ? beginSending(now, day, kind, at, tells, claim) : now, result }
      })
      if (decided.decision.due && customerIds !== undefined && customerIds.length > 0)
        await journal.append({ at, managerId: manager.id, act: `${kind}.show`, customerIds, detail: day })
      return decided
    })
    if (!still.decision.due) return { kind: 'not-due', reason: still.decision.reason }
    const outcome = await deps.send(still.reference, said)
    return {
      kind: 'attempted',
      state: await writeDownPatiently(deps, manager.id, { day, kind, claim }, outcome),
      outcome,
    }
  }
}

/** Rows that an ended process left in `sending`: written down as what they are, and reported. Gives their number. */
export async function settleInterrupted(
  deps: PushDeps,
  managerId: string,
  kinds: readonly DeliveryKind[],
): Promise<number> {
  const rows = interrupted(await deps.desks.read(managerId), deps.claims?.now()).filter(({ kind }) =>
    kinds.includes(kind),
  )
  for (const row of rows) {
    await writeDown(deps, managerId, row, { kind: 'unknown', why: 'interrupted' })
  }
  return rows.length
}

interface Sending {
  readonly day: Day
  readonly kind: DeliveryKind
  readonly claim?: Claim | undefined
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/**
 * What the messenger answered is known here alone: where it cannot be written down now, it is tried again as long as the
 * claim on it lasts, or a message that has arrived would count as one of which nobody knows.
 */
async function writeDownPatiently(
  deps: PushDeps,
  managerId: string,
  sending: Sending,
  outcome: SendOutcome,
): Promise<DeliveryState> {
  const { claims, wait, log } = deps
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await writeDown(deps, managerId, sending, outcome)
    } catch (error) {
      const { claim, day, kind } = sending
      const isLost =
        claim === undefined || claims === undefined || Date.parse(claim.until) <= claims.now().getTime()
      if (isLost) throw error
      log.warn('delivery.not-written-yet', { managerId, day, kind, outcome: outcome.kind })
      if (!(await wait(waitMs))) throw error
    }
  }
}

/** What became of a message, said by whoever still has its claim. */
async function writeDown(
  { units, desks, journal, clock, log, meter }: PushDeps,
  managerId: string,
  { day, kind, claim }: Sending,
  outcome: SendOutcome,
): Promise<DeliveryState> {
  const at = clock.now().toISOString()
  const { row, isOurs } = await units.together(async () => {
    const settled = await desks.change(managerId, (desk) => {
      const isOurs = isClaimed(desk, day, kind, claim?.token)
      const now = isOurs ? settle(desk, day, kind, outcome, at) : desk
      return { desk: now, result: { row: findDelivery(now, day, kind), isOurs } }
    })
    const isOpen = outcome.kind === 'unknown' && (settled.isOurs || outcome.why !== 'interrupted')
    if (outcome.kind === 'sent' || isOpen) {
      await journal.append({ at, managerId, act: `${kind}.push`, detail: `${day} ${outcome.kind}` })
    }
    return settled
  })
  const { state, attempts, detail } = row! // settle always leaves one, and nobody takes it out on its day
  if (!isOurs) {
    log.warn('delivery.claim-lost', { managerId, day, kind, outcome: outcome.kind })
    return state
  }
  meter.delivery(kind, state)
  const write = state === 'sent' || state === 'planned' ? log.info : log.warn
  write(`delivery.${state}`, { managerId, day, kind, attempts, detail })
  return state
}
