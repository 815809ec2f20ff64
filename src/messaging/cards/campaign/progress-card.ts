import type { BranchCustomer } from '../../../domain/campaign/analyse.js'
import type { Campaign } from '../../../domain/campaign/campaign.js'
import { campaignJson } from '../../../domain/campaign/campaign-json.js'
import { MEMBER_STATES } from '../../../domain/campaign/member-state.js'
import type { Progress } from '../../../domain/campaign/progress.js'
import type { LostReason } from '../../../domain/campaign/report.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { Reply } from '../../../ports/reply.js'
import { campaignWordsFor } from '../../wording/campaign/campaign-words.js'
import { formatAmount, formatDay, formatPeriod } from '../../wording/days/format.js'
import { wordingFor } from '../../wording/wording.js'
import { heading, section } from '../lists/list-elements.js'
import { type Action, buttons, card, type Element, facts, line, press } from '../parts/elements.js'
import { goalLines } from './campaign-figures.js'

export interface ProgressCardInput {
  readonly campaign: Campaign
  readonly progress: Progress
  readonly branch: readonly BranchCustomer[]
  /** Offered to the head to be taken in. */
  readonly newFits: readonly BranchCustomer[]
  /** Names by manager id. */
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
  readonly today: Day
  /** Only the customers of who asks are in it. */
  readonly isOwn: boolean
  /** A summary of the week, or of the whole; absent: an answer. */
  readonly as?: 'friday' | 'report'
  readonly lost?: readonly LostReason[]
  /** Whether it comes with buttons; a line of a terminal has none. */
  readonly buttons?: boolean
}

/** How far a campaign has come: to the head all of it, to a manager the own customers. */
export function campaignProgressReply(input: ProgressCardInput): Reply {
  const { campaign, progress, locale, today, isOwn, names } = input
  const words = campaignWordsFor(locale)
  const title = titleOf(input)
  const hasBegun = campaign.firstDay !== undefined
  const from = campaign.firstDay ?? campaign.from
  const state = words.period(
    words.states[campaign.state],
    formatPeriod({ from, to: campaign.to }, locale, today),
  )
  const { elapsed, left } = progress.workingDays
  const days = hasBegun ? words.days(String(elapsed), String(left)) : notBegun(campaign, locale, today)
  const goals = progress.goals.map((goal) => ({
    name: words.goals[goal.kind],
    lines: goalLines(goal, locale, { isTooFew: progress.isTooFew, isOwn, hasBegun }),
  }))
  const funnel = MEMBER_STATES.filter(
    (one) => progress.members[one] > 0 || one === 'listed' || one === 'won',
  ).map((one) => [words.members[one], String(progress.members[one])] as const)
  const managers = isOwn
    ? []
    : progress.managers.map(
        (one) =>
          [
            names.get(one.managerId) ?? one.managerId,
            words.managerLine(one.members, one.covered, one.untouched),
          ] as const,
      )
  const notes = notesOf(input)
  const lost = (input.lost ?? []).map(
    ({ objection, count }) => [wordingFor(locale).objections[objection], String(count)] as const,
  )
  const text = [
    title,
    `${state} · ${days}`,
    ...goals.map(({ name, lines }) => `${name}: ${lines.join(' · ')}`),
    ...(hasBegun
      ? [`${words.total(progress.members.total)}: ${funnel.map((row) => row.join(' ')).join(' · ')}`]
      : []),
    ...managers.map((row) => `  ${row.join(': ')}`),
    ...(lost.length === 0 ? [] : [`${words.lostReasons}: ${lost.map((row) => row.join(' ')).join(' · ')}`]),
    ...notes,
  ].join('\n')
  const body: Element[] = [
    heading(title, state),
    line(days, { isSubtle: true, spacing: 'None' }),
    ...goals.flatMap(({ name, lines: [first = '', ...rest] }) => [
      line(`${name} · ${first}`, { weight: 'Bolder', spacing: 'Medium' }),
      ...rest.map((one) => line(one, { size: 'Small', isSubtle: true, spacing: 'None' })),
    ]),
    ...(hasBegun ? [section(`${words.funnel} · ${words.total(progress.members.total)}`), facts(funnel)] : []),
    ...(managers.length === 0 ? [] : [section(words.byManager), facts(managers)]),
    ...(lost.length === 0 ? [] : [section(words.lostReasons), facts(lost)]),
    ...notes.map((note) => line(note, { size: 'Small' })),
    ...(input.buttons === false ? [] : buttonsOf(input)),
  ]
  return { text, summary: title, data: campaignJson(campaign, progress), card: card(body, text) }
}

function titleOf({ campaign, locale, as }: ProgressCardInput): string {
  const words = campaignWordsFor(locale)
  if (as === 'report') return words.reportTitle(campaign.name)
  return as === 'friday' ? words.fridayTitle(campaign.name) : words.title(campaign.name)
}

function notBegun({ startsOn }: Campaign, locale: Locale, today: Day): string {
  const words = campaignWordsFor(locale)
  return startsOn === undefined ? words.notBegun : words.startsOn(formatDay(startsOn, locale, today))
}

function notesOf({ progress, branch, newFits, locale, isOwn }: ProgressCardInput): readonly string[] {
  const words = campaignWordsFor(locale)
  const { wonInLedger, whereToUnknownFen } = progress
  const nameOf = (id: string) => branch.find(({ customer }) => customer.id === id)?.customer.name
  return [
    ...progress.goals.flatMap(({ kind, mostlyBy }) => {
      const name = mostlyBy === undefined ? undefined : nameOf(mostlyBy)
      return name === undefined ? [] : [words.mostlyBy(name, words.goals[kind])]
    }),
    ...(progress.members.won > 0 ? [words.wonInLedger(progress.members.won, wonInLedger)] : []),
    ...(whereToUnknownFen > 0 ? [words.whereUnknown(formatAmount(whereToUnknownFen, CNY, locale))] : []),
    ...(newFits.length > 0 && !isOwn ? [words.newFits(newFits.length)] : []),
  ]
}

function buttonsOf({ campaign, newFits, locale, isOwn }: ProgressCardInput): readonly Element[] {
  const words = campaignWordsFor(locale)
  const data = { campaign: campaign.id }
  const actions: Action[] = []
  const isOn = campaign.state === 'running' || campaign.state === 'paused'
  if (isOn) actions.push(press(words.whoIsLeft, 'campaign.left', data))
  if (!isOwn) {
    if (newFits.length > 0) actions.push(press(words.join, 'campaign.join', data, 'positive'))
    if (campaign.state === 'draft') actions.push(press(words.start, 'campaign.start', data, 'positive'))
    if (campaign.state === 'running') actions.push(press(words.pause, 'campaign.pause', data))
    if (campaign.state === 'paused') actions.push(press(words.resume, 'campaign.resume', data))
    if (campaign.state !== 'draft') actions.push(press(words.report, 'campaign.report', data))
  }
  return actions.length === 0 ? [] : [buttons(actions)]
}
