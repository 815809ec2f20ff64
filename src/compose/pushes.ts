import type { JobReport } from '../delivery/job.js'
import type { Pace } from '../delivery/pace.js'
import { pushMinute } from '../delivery/push-minute.js'
import { lostReasons } from '../domain/campaign/report.js'
import type { Day } from '../domain/day.js'
import { meetingKey } from '../domain/delivery/meetings-due.js'
import { fingerprint } from '../domain/fingerprint.js'
import { movementKey } from '../domain/ledger/movements.js'
import type { DeliveryKind } from '../domain/manager/delivery.js'
import type { Locale, Manager } from '../domain/manager/manager.js'
import { branchReply } from '../messaging/cards/branch/branch-card.js'
import { weekResultsReply } from '../messaging/cards/branch/week-results-card.js'
import { alertReply } from '../messaging/cards/brief/alert-card.js'
import { actingOn } from '../messaging/cards/brief/brief-acts.js'
import { briefReply } from '../messaging/cards/brief/brief-card.js'
import { handedOverReply } from '../messaging/cards/brief/handed-over-card.js'
import { weekReply } from '../messaging/cards/brief/week-card.js'
import { wrapUpReply } from '../messaging/cards/brief/wrap-up-card.js'
import { campaignProgressReply } from '../messaging/cards/campaign/progress-card.js'
import { meetingReply } from '../messaging/cards/meetings/meeting-card.js'
import { inLocale } from '../messaging/cards/parts/in-locale.js'
import { customersShown } from '../messaging/customers-shown.js'
import type { Managers, Meter, PushMessage } from '../ports/ports.js'
import type { Reply } from '../ports/reply.js'
import type { ShowBranch } from '../usecases/branch/show-branch.js'
import { showBrief } from '../usecases/brief/show-brief.js'
import { showWeekAhead, showWeekResults } from '../usecases/brief/show-week.js'
import { type ShowWrapUpDeps, showWrapUp } from '../usecases/brief/show-wrap-up.js'
import { untoldHandOvers } from '../usecases/brief/untold-hand-overs.js'
import { untoldMovements } from '../usecases/brief/untold-movements.js'
import { type CampaignDesk, campaignsOn } from '../usecases/campaign/campaign-desk.js'
import { cutOffOf } from '../usecases/delivery/explain-deliveries.js'
import type { Claims, PushDeps } from '../usecases/delivery/push.js'
import { type ComingMeetings, comingMeetings } from '../usecases/meetings/coming-meetings.js'
import { showMeeting } from '../usecases/meetings/show-meeting.js'
import type { Daybook } from './daybook.js'

export interface Pushing {
  readonly send: PushDeps['send']
  readonly meter: Meter
  readonly pace: Pace
}

type Render = (manager: Manager, day: Day, locale: Locale, isRepeat: boolean) => Promise<Said | undefined>
type Said = Reply & Pick<PushMessage, 'tells'>

/** Everything that is pushed by the clock, each kind in the manager's language and at its own time. */
export function pushesOf(daybook: Daybook, deps: PushedDeps, { send, meter, pace }: Pushing) {
  const { store, world, policy, calendar } = daybook
  // Where several processes send, all of them go by the one clock that they share.
  const clock = store.sharedClock ?? world.clock
  const meetings = comingMeetings({ ...deps, clock, log: world.log })
  const renders = rendersOf(deps, meetings)
  // What happened is looked for where something may have: at the start, and after every import.
  const everyone = () => store.managers.all().map(({ id }) => id)
  const mayHave = { alert: new Set(everyone()), 'hand-over': new Set(everyone()) }
  const claims = claimsOf(daybook)

  async function sayTo(kind: DeliveryKind, manager: Manager, day: Day, isRepeat: boolean) {
    const { settings } = await store.desks.read(manager.id)
    const locale = settings.locale ?? manager.locale
    const said = await renders[kind](manager, day, locale, isRepeat)
    if (said === undefined) return undefined
    const { summary = '', card, text, tells } = said
    const { customers } = await deps.books.read(manager.id)
    const customerIds = customersShown(said, customers)
    return {
      summary,
      text,
      customerIds,
      ...(card && { card: inLocale(card, locale) }),
      ...(tells && { tells }),
    }
  }

  const runner = pushMinute({
    managers: store.managers,
    units: store.units,
    desks: store.desks,
    journal: store.journal,
    calendar,
    cutOffOf: (kind) => cutOffOf(kind, policy),
    wrapUpTime: policy.wrapUpTime,
    meetingSheetMinutes: policy.meetingSheetMinutes,
    events: {
      ...mayHave,
      meetingsOf: (of, day) => meetings.known(of, day),
      look: meetings.look,
    },
    clock,
    log: world.log,
    meter,
    ...(claims === undefined ? {} : { claims, placeOf: placesOf(world.newId()) }),
    wait: (ms) => world.timer.wait(ms),
    pace,
    send,
    async render(kind, manager, day, isRepeat) {
      if (kind !== 'alert' && kind !== 'hand-over') return sayTo(kind, manager, day, isRepeat)
      // Taken out before it is looked for: what happens meanwhile puts it in again.
      mayHave[kind].delete(manager.id)
      let isNothing = false
      try {
        const said = await sayTo(kind, manager, day, isRepeat)
        isNothing = said === undefined
        return said
      } finally {
        if (!isNothing) mayHave[kind].add(manager.id)
      }
    },
  })

  return {
    /** One minute's work. */
    tick: (): Promise<JobReport> => runner.tick(),
    /** Files were taken in: there may be something to alert of. */
    newsArrived(): void {
      for (const id of everyone()) {
        mayHave.alert.add(id)
        mayHave['hand-over'].add(id)
      }
      meetings.changed()
    },
    /** Something was written by a manager: there may be another meeting today. */
    bookChanged(managerId: string, by: 'this-process' | 'another'): void {
      meetings.changed(managerId)
      if (by === 'this-process') return
      // Another process may have taken in files.
      mayHave.alert.add(managerId)
      mayHave['hand-over'].add(managerId)
    },
    stop: (): Promise<void> => runner.stop(),
  }
}

/** Longer than any message takes: the messenger's own time-out is a minute at most. */
const CLAIMED_FOR_MS = 180_000

/** Where other processes send as well; undefined where none can. */
function claimsOf({ store: { sharedClock }, world }: Daybook): Claims | undefined {
  return (
    sharedClock && {
      now: () => sharedClock.now(),
      next: () => ({
        token: world.newId(),
        until: new Date(sharedClock.now().getTime() + CLAIMED_FOR_MS).toISOString(),
      }),
    }
  )
}

/** The order in which this process goes through what is due at the same time; another process has another. */
function placesOf(processId: string): (managerId: string) => string {
  return (managerId) => fingerprint({ processId, managerId })
}

/** What the pushes are made from. */
export interface PushedDeps extends ShowWrapUpDeps {
  readonly managers: Managers
  readonly branchOf: ShowBranch
  readonly campaigns: CampaignDesk
}

function rendersOf(deps: PushedDeps, meetings: ComingMeetings): Readonly<Record<DeliveryKind, Render>> {
  const { policy, calendar, branchOf } = deps
  const brief = showBrief(deps)
  const wrapUp = showWrapUp(deps)
  const weekAhead = showWeekAhead(deps)
  const weekResults = showWeekResults(deps)
  const untold = untoldMovements(deps)
  const handOvers = untoldHandOvers(deps)
  const sheetOf = showMeeting(deps)
  return {
    async brief({ id }, day, locale) {
      const view = await brief(id, day)
      const acting = actingOn(day, calendar, `push ${day}`)
      return {
        ...briefReply({ view, locale, today: day, acting }),
        tells: view.brief.items.flatMap(movementsOf),
      }
    },
    async branch(head, day, locale) {
      const view = await branchOf(head, day)
      return view && branchReply({ ...view, locale, today: day })
    },
    async alert({ id }, day, locale, isRepeat) {
      const movements = await untold(id, day)
      if (movements.length === 0) return undefined
      const tells = movements.map(({ customer, on }) => movementKey(customer.id, on))
      return { ...alertReply(movements, locale, day, isRepeat), tells }
    },
    async 'hand-over'({ id }, day, locale, isRepeat) {
      const handedOver = await handOvers(id)
      if (handedOver.length === 0) return undefined
      const tells = handedOver.map((one) => one.id)
      return { ...handedOverReply(handedOver, { policy, locale, today: day, isRepeat }), tells }
    },
    async week({ id }, day, locale) {
      return weekReply(await weekAhead(id, day), locale, day)
    },
    async 'wrap-up'({ id }, day, locale) {
      const evening = await wrapUp(id, day)
      const tells = evening.movements.map(({ customer, on }) => movementKey(customer.id, on))
      return { ...wrapUpReply(evening, locale), tells }
    },
    async meeting(manager, day, locale) {
      const due = await meetings.dueFor(manager)
      const meeting = due && (await sheetOf(manager.id, due, day))
      return meeting && { ...meetingReply(meeting, locale, day), tells: [meetingKey(due)] }
    },
    async results({ id }, day, locale) {
      return weekResultsReply(await weekResults(id, day), locale, day)
    },
    async campaign(head, day, locale) {
      const views = await campaignsOn(deps)(head.branchId, day)
      const names = new Map(deps.managers.all().map(({ id, name }) => [id, name]))
      const told = views.map((view) =>
        campaignProgressReply({
          ...view,
          names,
          locale,
          today: day,
          isOwn: false,
          as: 'friday',
          lost: lostReasons(view.campaign, view.branch, day),
        }),
      )
      return together(told)
    },
  }
}

/** Several summaries as one message; undefined where there are none. */
function together(replies: readonly Reply[]): Reply | undefined {
  const [first, ...others] = replies
  if (first === undefined || others.length === 0) return first
  return { text: replies.map(({ text }) => text).join('\n\n'), summary: first.summary ?? '' }
}

type Item = Awaited<ReturnType<ReturnType<typeof showBrief>>>['brief']['items'][number]

function movementsOf({ customerId, reasons }: Item): readonly string[] {
  return reasons.flatMap((reason) => (reason.kind === 'movement' ? [movementKey(customerId, reason.on)] : []))
}
