import { addDays, dayIn } from '../domain/day.js'
import type { DeliveryKind } from '../domain/manager/delivery.js'
import { emptyDesk } from '../domain/manager/desk.js'
import { type DeskState, deskState } from '../domain/manager/desk-state.js'
import { breathe } from '../ports/breathe.js'
import type { Desks, Managers } from '../ports/ports.js'
import { type PushDeps, type PushResult, push, settleInterrupted } from '../usecases/delivery/push.js'
import type { JobReport } from './job.js'
import type { Pace } from './pace.js'
import {
  joinPlans,
  type ManagerState,
  type MinuteEvents,
  type MinutePlan,
  type MinuteRules,
  type PlannedSend,
  planMinute,
  sendKey,
} from './plan-minute.js'

export interface PushMinuteDeps
  extends Omit<PushDeps, 'wait'>,
    Pick<MinuteRules, 'kinds' | 'meetingSheetMinutes' | 'placeOf'> {
  readonly managers: Managers
  readonly desks: Pick<Desks, 'read' | 'change' | 'states'>
  readonly events: MinuteEvents & {
    /** Looks into what the plan asked for and nobody knew yet. Gives whether there may be more to send. */
    look(isOver: () => boolean): Promise<boolean>
  }
  /** Waits the milliseconds given. */
  readonly wait: (ms: number) => Promise<void>
  readonly pace: Pace
  /** Messages under way at a time; 16 where it is absent, for slow answers would heap up at 15 a second. */
  readonly atOnce?: number
}

/** Attempts for one manager in one run; after that the next minute goes on. */
const ATTEMPTS_A_RUN = 8
/** While a long queue is sent, it is planned anew so often. */
const PLANNED_FOR_MS = 60_000
/** Managers that are planned for in one piece: some milliseconds. */
const MANAGERS_A_SLICE = 500

/**
 * The minute's work: one plan of every kind from one read of all states; what an ended process left open is settled, then
 * every due push is sent, one bad manager never stopping the others. What the messenger asks to be sent again goes to the
 * end of the queue; each is decided anew at every attempt, so that nobody is sent anything after the cut-off however long
 * the queue. Planned again each minute that the queue lasts, and where something was sent, for an alert waits for its brief.
 */
export function pushMinute(deps: PushMinuteDeps) {
  const { managers, desks, calendar, clock, log, pace, events, atOnce = 16 } = deps
  let running: Promise<JobReport> | undefined
  let isStopped = false
  let signalStop = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    signalStop = resolve
  })
  const sending: PushDeps = {
    ...deps,
    async wait(ms) {
      if (!isStopped) await Promise.race([deps.wait(ms), stopped])
      return !isStopped
    },
  }
  const pushTo = push(sending)

  async function attempt<T>(
    managerId: string,
    kind: DeliveryKind | undefined,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      log.error('push.failed', error, { managerId, kind })
      return undefined
    }
  }

  /** One read and one decision of everything, a slice at a time: nobody is kept waiting by it. */
  async function planNow(): Promise<MinutePlan> {
    const now = clock.now()
    // The day before that of the zone that is last: nobody's sends of today are left out.
    const since = addDays(dayIn('UTC', now), -1)
    const unread = new Set<string>()
    const known = await desks.states(since, (managerId, error) => {
      unread.add(managerId)
      log.error('push.failed', error, { managerId })
    })
    const nobody: DeskState = deskState(emptyDesk(''), since)
    const claimsNow = deps.claims?.now()
    const rules: MinuteRules = { ...deps, calendar, ...(claimsNow === undefined ? {} : { claimsNow }) }
    const all = managers.all()
    const plans: MinutePlan[] = []
    for (let at = 0; at < all.length; at += MANAGERS_A_SLICE) {
      const states: readonly ManagerState[] = all
        .slice(at, at + MANAGERS_A_SLICE)
        .filter(({ id }) => !unread.has(id))
        .map((manager) => ({ manager, desk: known.get(manager.id) ?? nobody }))
      plans.push(planMinute(states, events, now, rules))
      await breathe()
    }
    return joinPlans(plans)
  }

  async function run(): Promise<JobReport> {
    const counts = new Map<string, number>()
    const count = (kind: DeliveryKind, what: string, by = 1) => {
      if (by > 0) counts.set(`${kind}.${what}`, (counts.get(`${kind}.${what}`) ?? 0) + by)
    }
    const underWay = new Map<string, Promise<void>>()
    const attempts = new Map<string, number>()
    /** Had their turn since the last minute began. */
    const done = new Set<string>()
    /** One manager's messages go one after the other, in the order of the plan. */
    const busy = new Set<string>()
    let queue: PlannedSend[] = []
    let plannedAt = 0
    let sentSince = 0

    /** Where what is kept cannot be read, the queue that is there goes on: each send is decided anew anyway. */
    const planAgain = (isNewMinute: boolean): Promise<void> =>
      plan(isNewMinute).catch((error: unknown) => log.error('push.not-planned', error))

    const plan = async (isNewMinute: boolean): Promise<void> => {
      plannedAt = clock.now().getTime()
      sentSince = 0
      if (isNewMinute) done.clear()
      const { sends, interrupted, undecided } = await planNow()
      if (isNewMinute) {
        for (const { managerId, error } of undecided) log.error('push.failed', error, { managerId })
        for (const { managerId, kind } of interrupted)
          count(
            kind,
            'interrupted',
            await attempt(managerId, kind, () => settleInterrupted(sending, managerId, [kind])),
          )
      }
      queue = sends.filter((send) => !done.has(sendKey(send)) && !underWay.has(sendKey(send)))
    }

    const nextFree = () => queue.findIndex(({ manager }) => !busy.has(manager.id))
    const sendOne = async (next: PlannedSend): Promise<void> => {
      const { manager, kind } = next
      const key = sendKey(next)
      const result = await attempt(manager.id, kind, () => pushTo(kind, manager))
      done.add(key)
      if (result?.kind !== 'attempted') pace.unused()
      if (result === undefined) count(kind, 'failed')
      if (result?.kind !== 'attempted') return
      keepPace(pace, result)
      sentSince++
      const { state, outcome } = result
      const isAsked = outcome.kind === 'throttled' || outcome.kind === 'try-again'
      attempts.set(key, (attempts.get(key) ?? 0) + 1)
      if (isAsked && attempts.get(key)! < ATTEMPTS_A_RUN) {
        done.delete(key)
        queue.push(next)
      } else count(kind, state === 'planned' || state === 'sending' ? 'postponed' : state)
    }

    await plan(true)
    let looking: Promise<void> | undefined = events
      .look(() => isStopped)
      .then((isMore) => (isMore ? planAgain(false) : undefined))
      .finally(() => {
        looking = undefined
      })
    while (!isStopped) {
      if (queue.length === 0 && underWay.size === 0 && looking === undefined) {
        if (sentSince === 0) break
        await planAgain(false)
        continue
      }
      if (nextFree() < 0 || underWay.size === atOnce) {
        await Promise.race([...underWay.values(), ...(looking === undefined ? [] : [looking])])
        continue
      }
      await Promise.race([pace.ready(), stopped])
      if (Math.abs(clock.now().getTime() - plannedAt) >= PLANNED_FOR_MS) await planAgain(true)
      const at = isStopped ? -1 : nextFree()
      const [next] = at < 0 ? [] : queue.splice(at, 1)
      if (next === undefined) {
        pace.unused()
        continue
      }
      const key = sendKey(next)
      busy.add(next.manager.id)
      const over = () => {
        underWay.delete(key)
        busy.delete(next.manager.id)
      }
      underWay.set(key, sendOne(next).finally(over))
    }
    await Promise.all([...underWay.values(), looking])
    return Object.fromEntries(counts)
  }

  return {
    /** One run; while one goes on, another does nothing. */
    async tick(): Promise<JobReport> {
      if (running !== undefined || isStopped) return {}
      running = run()
      try {
        return await running
      } finally {
        running = undefined
      }
    },
    /** Begins no further message; resolves when those under way are written down. */
    async stop(): Promise<void> {
      isStopped = true
      signalStop()
      await running?.catch(() => undefined)
    },
  }
}

/** A 429 is for everybody; so is a messenger or a token that cannot be had at all. */
function keepPace(pace: Pace, { outcome }: PushResult & { kind: 'attempted' }): void {
  if (outcome.kind === 'throttled') pace.brake(outcome.retryAfterMs)
  if (outcome.kind === 'not-sent' && outcome.why !== 'bad-reference') pace.brake()
  if (outcome.kind === 'sent') pace.release()
}
