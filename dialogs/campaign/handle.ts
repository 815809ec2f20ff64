import { type Campaign, isOn, lastCounted } from '../../src/domain/campaign/campaign.js'
import type { Move } from '../../src/domain/campaign/course.js'
import { depositsOf } from '../../src/domain/campaign/deposits.js'
import { GOALS, type Goal } from '../../src/domain/campaign/goals.js'
import type { MemberState } from '../../src/domain/campaign/member-state.js'
import { workedDays } from '../../src/domain/campaign/progress.js'
import { lostReasons } from '../../src/domain/campaign/report.js'
import { fenOfYuan } from '../../src/domain/money.js'
import type { SaidGoal } from '../../src/language/particulars/campaign-words.js'
import { campaignDraftReply } from '../../src/messaging/cards/campaign/draft-card.js'
import { campaignMembersReply, type MemberRow } from '../../src/messaging/cards/campaign/members-card.js'
import { campaignProgressReply } from '../../src/messaging/cards/campaign/progress-card.js'
import { resultsNotedReply } from '../../src/messaging/cards/campaign/result-card.js'
import { campaignWordsFor } from '../../src/messaging/wording/campaign/campaign-words.js'
import { formatDay } from '../../src/messaging/wording/days/format.js'
import type { CampaignMoved } from '../../src/usecases/campaign/move-campaign.js'
import { noteResult } from '../../src/usecases/campaign/note-result.js'
import type { ChangeInput, ChangeRequest } from '../changes/flow.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  gone,
  type Handlers,
  NOTHING,
  type PressHandlers,
  sayNobody,
  sayNotWritten,
  whoIsMeant,
} from '../handler.js'
import type { Session } from '../session.js'
import { CAMPAIGN_RESULT, CLOSE_CAMPAIGN, type CloseInput } from './flow.js'
import { campaignsMeant, viewFor } from './whose.js'

type CampaignDeps = Pick<
  Deps,
  'campaigns' | 'books' | 'managers' | 'journal' | 'policy' | 'calendar' | 'desks'
>

/** Campaigns in the chat: the head sets them up and runs them, managers see their own members and tell results. */
export function createCampaigns(deps: CampaignDeps) {
  const { campaigns, books, managers, journal, policy, calendar } = deps
  const names = () => new Map(managers.all().map(({ id, name }) => [id, name]))
  const note = noteResult(deps)

  const seen = ({ at, manager }: Session, act: string, id: string, customerIds: readonly string[] = []) =>
    journal.append({ at, managerId: manager.id, act, customerIds, detail: id })

  async function meant(said: string | undefined, { manager, today }: Session) {
    const known = await campaigns.ofBranch(manager.branchId, today)
    const own =
      manager.role === 'head' ? undefined : new Set((await books.read(manager.id)).customers.map((c) => c.id))
    // A manager sees campaigns with own members only.
    const visible =
      own === undefined
        ? known
        : {
            ...known,
            campaigns: known.campaigns.filter(({ members }) =>
              members.some((one) => own.has(one.customerId)),
            ),
          }
    return { all: visible.campaigns, found: campaignsMeant(visible, said) }
  }

  async function showDraft(campaign: Campaign, session: Session): Promise<void> {
    const { manager, locale, today } = session
    const analysis = await campaigns.analyse(manager.branchId, campaign.id, today)
    if (analysis === undefined) return
    await session.reply(
      campaignDraftReply({
        campaign,
        analysis,
        names: names(),
        workingDays: workedDays(campaign, calendar, today).total,
        capacity: policy.dailyCapacity,
        capacityPercent: policy.campaign.capacityPercent,
        locale,
        today,
      }),
    )
  }

  async function show(campaign: Campaign, session: Session, as?: 'report'): Promise<void> {
    const { manager, locale, today } = session
    const whole = await campaigns.show(manager.branchId, campaign.id, today)
    if (whole === undefined) return
    const view = viewFor(whole, (await books.read(manager.id)).customers, session, deps)
    await seen(session, 'campaign.show', campaign.id)
    await session.reply(
      campaignProgressReply({
        ...view,
        names: names(),
        locale,
        today,
        isOwn: manager.role !== 'head',
        ...(as === undefined
          ? {}
          : { as, lost: lostReasons(view.campaign, view.branch, lastCounted(view.campaign, today)) }),
      }),
    )
  }

  async function showMembers(
    campaign: Campaign,
    part: MemberState | 'open',
    session: Session,
  ): Promise<void> {
    const { manager, locale, today } = session
    const whole = await campaigns.show(manager.branchId, campaign.id, today)
    if (whole === undefined) return
    const view = viewFor(whole, (await books.read(manager.id)).customers, session, deps)
    const customers = new Map(view.branch.map(({ customer }) => [customer.id, customer]))
    const known = names()
    const rows = view.progress.states
      .filter(({ state }) => (part === 'open' ? state === 'listed' || state === 'tried' : state === part))
      .flatMap(({ customerId, managerId, state }): readonly MemberRow[] => {
        const customer = customers.get(customerId)
        if (customer === undefined) return []
        const of = manager.role === 'head' && managerId !== undefined ? known.get(managerId) : undefined
        return [
          {
            customer,
            state,
            depositsFen: depositsOf(customer, today).sumFen,
            ...(of === undefined ? {} : { manager: of }),
          },
        ]
      })
      .toSorted((a, b) => b.depositsFen - a.depositsFen || (a.customer.id < b.customer.id ? -1 : 1))
    await seen(
      session,
      'campaign.members',
      campaign.id,
      rows.map(({ customer }) => customer.id),
    )
    await session.reply(campaignMembersReply({ campaign, part, rows, locale }))
  }

  async function move(campaign: Campaign, kind: Move['kind'], session: Session): Promise<void> {
    const { manager, today, at, locale } = session
    const words = campaignWordsFor(locale)
    if (manager.role !== 'head') {
      await session.reply({ text: words.onlyHead })
      return
    }
    const moved = await campaigns.move({
      branchId: manager.branchId,
      campaignId: campaign.id,
      move: { kind },
      by: manager.id,
      today,
      at,
    })
    await session.reply({ text: movedText(moved, campaign, kind, session) })
    if (moved.status === 'moved' && kind === 'close') await show(moved.campaign, session, 'report')
  }

  return { deps, meant, showDraft, show, showMembers, move, note }
}

type Campaigns = ReturnType<typeof createCampaigns>

function movedText(
  moved: CampaignMoved,
  { name, state }: Campaign,
  kind: Move['kind'],
  { locale, today }: Session,
): string {
  const words = campaignWordsFor(locale)
  switch (moved.status) {
    case 'moved': {
      if (kind !== 'start') return words.moved[kind](name)
      const { startsOn, members } = moved.campaign
      return startsOn === undefined
        ? words.started(name, members.length)
        : words.planned(name, formatDay(startsOn, locale, today))
    }
    case 'already':
      return words.already(name, words.states[state])
    case 'not-from-here':
      return words.notFromHere(name, words.states[moved.state])
    case 'over':
      return words.over
    case 'too-many':
      return words.tooMany(String(moved.count), String(moved.most))
    case 'nobody':
      return words.nobody
    case 'unknown':
      return words.noneNamed(name)
  }
}

export function campaignHandlers(of: Campaigns): Handlers {
  const { campaigns } = of.deps
  return {
    async 'campaign.start'({ session, reading }) {
      const { manager, locale, today, at } = session
      const words = campaignWordsFor(locale)
      if (manager.role !== 'head') {
        await session.reply({ text: words.onlyHead })
        return undefined
      }
      const { campaign: said, query } = reading.asked ?? {}
      const { period } = reading.slots
      const goals = (said?.goals ?? []).map(goalFrom)
      const missing =
        said?.said === undefined || (period === undefined && goals.length === 0)
          ? words.askName
          : period === undefined
            ? words.askTo
            : goals.length === 0
              ? words.askGoals
              : undefined
      if (missing !== undefined || said?.said === undefined || period === undefined) {
        await session.reply({ text: missing ?? words.askName })
        return undefined
      }
      const drafted = await campaigns.draft({
        branchId: manager.branchId,
        wish: {
          name: said.said,
          from: period.from > today ? period.from : today,
          to: period.to,
          goals,
          ...(query?.query === undefined ? {} : { query: query.query, asked: said.said }),
        },
        by: manager.id,
        today,
        at,
      })
      if (drafted.status === 'drafted') await of.showDraft(drafted.campaign, session)
      else
        await session.reply({
          text:
            drafted.status === 'running'
              ? words.sameRunning(drafted.campaign.name, words.states[drafted.campaign.state])
              : words.pastEnd,
        })
      return undefined
    },

    async 'campaign.show'({ session, reading }) {
      const { said, part } = reading.asked?.campaign ?? {}
      const words = campaignWordsFor(session.locale)
      const { all, found } = await of.meant(said, session)
      const [first] = found
      if (first === undefined) {
        const none = session.manager.role === 'head' ? words.none : words.noneOwn
        await session.reply({ text: all.length === 0 || said === undefined ? none : words.noneNamed(said) })
        return undefined
      }
      const asked = said === undefined ? found.filter((one, at) => at === 0 || isOn(one)) : [first]
      for (const campaign of asked) {
        if (part !== undefined) await of.showMembers(campaign, part, session)
        else if (
          campaign.state === 'draft' &&
          session.manager.role === 'head' &&
          campaign.startsOn === undefined
        )
          await of.showDraft(campaign, session)
        else await of.show(campaign, session)
      }
      return undefined
    },

    async 'campaign.change'({ session, reading }) {
      const { said, act } = reading.asked?.campaign ?? {}
      const words = campaignWordsFor(session.locale)
      if (session.manager.role !== 'head') {
        await session.reply({ text: words.onlyHead })
        return undefined
      }
      const { all, found } = await of.meant(said, session)
      const [campaign] = found
      if (campaign === undefined || act === undefined) {
        await session.reply({
          text: all.length === 0 || said === undefined ? words.none : words.noneNamed(said),
        })
        return undefined
      }
      if (act === 'close' && isOn(campaign)) {
        const input: CloseInput = { campaignId: campaign.id, name: campaign.name }
        return { flow: CLOSE_CAMPAIGN, input }
      }
      await of.move(campaign, act, session)
      return undefined
    },

    async 'campaign.result'(request) {
      const { session, reading, unsure } = request
      const who = whoIsMeant(reading)
      if (who.length === 0) return sayNobody(request)
      if ((reading.asked?.campaign?.goals ?? []).length === 0) {
        await session.reply({ text: campaignWordsFor(session.locale).resultHow })
        return undefined
      }
      const input: ChangeInput = { who, reading, unsure }
      return { flow: CAMPAIGN_RESULT, input }
    },
  }
}

function goalFrom({ kind, amount }: SaidGoal): Goal {
  return { kind, target: GOALS[kind].unit === 'fen' ? fenOfYuan(amount) : amount }
}

/** @param giveReport offers the report as a file */
export function campaignButtons(
  of: Campaigns,
  giveReport: (campaignId: string, session: Session) => Promise<void>,
): PressHandlers {
  const { campaigns } = of.deps

  async function found(data: Readonly<Record<string, unknown>>, session: Session) {
    const { all } = await of.meant(undefined, session)
    return all.find(({ id }) => id === String(data['campaign']))
  }

  const moving =
    (kind: Move['kind']): PressHandlers[string] =>
    async ({ data }, session) => {
      const campaign = await found(data, session)
      if (campaign === undefined) return gone(session)
      await of.move(campaign, kind, session)
      return NOTHING
    }

  return {
    'campaign.start': moving('start'),
    'campaign.pause': moving('pause'),
    'campaign.resume': moving('resume'),
    'campaign.left': async ({ data }, session) => {
      const campaign = await found(data, session)
      if (campaign === undefined) return gone(session)
      await of.showMembers(campaign, 'open', session)
      return NOTHING
    },
    'campaign.report': async ({ data }, session) => {
      const campaign = await found(data, session)
      if (campaign === undefined || session.manager.role !== 'head') return gone(session)
      await of.show(campaign, session, 'report')
      await giveReport(campaign.id, session)
      return NOTHING
    },
    'campaign.drop': async ({ data }, session) => {
      const { manager, today, at, locale } = session
      const campaign = await found(data, session)
      if (campaign === undefined || manager.role !== 'head') return gone(session)
      const dropped = await campaigns.drop({
        branchId: manager.branchId,
        campaignId: campaign.id,
        by: manager.id,
        today,
        at,
      })
      return dropped === undefined ? gone(session) : { kind: 'line', text: campaignWordsFor(locale).dropped }
    },
    'campaign.join': async ({ data }, session) => {
      const { manager, today, at, locale } = session
      const campaign = await found(data, session)
      if (campaign === undefined || manager.role !== 'head') return gone(session)
      const view = await campaigns.show(manager.branchId, campaign.id, today)
      const customerIds = view?.newFits.map(({ customer }) => customer.id) ?? []
      const joined = await campaigns.join({
        branchId: manager.branchId,
        campaignId: campaign.id,
        customerIds,
        by: manager.id,
        today,
        at,
      })
      if (joined.status !== 'moved') return gone(session)
      return { kind: 'line', text: campaignWordsFor(locale).joined(customerIds.length) }
    },
  }
}

export function campaignActs(of: Campaigns): Acts {
  return {
    [CLOSE_CAMPAIGN]: async ({ campaignId }: CloseInput, session: Session) => {
      const { all } = await of.meant(undefined, session)
      const campaign = all.find(({ id }) => id === campaignId)
      if (campaign !== undefined) await of.move(campaign, 'close', session)
    },

    [CAMPAIGN_RESULT]: async (
      { reading, customerIds }: ChangeRequest,
      session: Session,
      changeId: string,
    ) => {
      const { manager, locale, today, at } = session
      const told = reading.asked?.campaign?.goals ?? []
      const written = await of.note({
        changeId,
        managerId: manager.id,
        branchId: manager.branchId,
        customerIds,
        told,
        today,
        at,
      })
      if (written.status !== 'written') return sayNotWritten(written, session)
      await session.reply(resultsNotedReply(written.results, changeId, locale))
    },
  }
}
