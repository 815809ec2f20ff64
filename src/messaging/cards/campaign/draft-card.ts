import type { Analysis, GroupFigures } from '../../../domain/campaign/analyse.js'
import type { Campaign } from '../../../domain/campaign/campaign.js'
import { analysisJson } from '../../../domain/campaign/campaign-json.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen } from '../../../domain/money.js'
import type { Reply } from '../../../ports/reply.js'
import { campaignWordsFor } from '../../wording/campaign/campaign-words.js'
import { formatAmount, formatDay, formatPeriod } from '../../wording/days/format.js'
import { heading, section } from '../lists/list-elements.js'
import { buttons, card, type Element, line, press } from '../parts/elements.js'
import { goalFigure, grouped } from './campaign-figures.js'

export interface DraftCardInput {
  readonly campaign: Campaign
  readonly analysis: Analysis
  /** Names by manager id. */
  readonly names: ReadonlyMap<string, string>
  /** Worked days of the campaign. */
  readonly workingDays: number
  readonly capacity: number
  readonly capacityPercent: number
  readonly locale: Locale
  readonly today: Day
  readonly buttons?: boolean
}

const TRADES_SHOWN = 6

/** A draft as one card that walks the seven steps (Handbook §8.1). */
export function campaignDraftReply(input: DraftCardInput): Reply {
  const { campaign, locale, today, analysis } = input
  const words = campaignWordsFor(locale)
  const title = words.draftTitle(campaign.name)
  const period = formatPeriod({ from: campaign.from, to: campaign.to }, locale, today)
  const steps = stepsOf(input)
  const text = [
    `${title} · ${period}`,
    ...steps.flatMap(({ name, lines }) => [name, ...lines.map((one) => `  ${one}`)]),
  ].join('\n')
  const startsLater = campaign.from > today
  const data = { campaign: campaign.id }
  const body: Element[] = [
    heading(title, period),
    ...steps.flatMap(({ name, lines }) => [
      section(name),
      ...lines.map((one) => line(one, { spacing: 'None', size: 'Small' })),
    ]),
    ...(input.buttons === false
      ? []
      : [
          buttons([
            press(
              startsLater ? words.startOn(formatDay(campaign.from, locale, today)) : words.start,
              'campaign.start',
              data,
              'positive',
            ),
            press(words.drop, 'campaign.drop', data),
          ]),
        ]),
  ]
  return { text, summary: words.draftOf(campaign.name), data: analysisJson(analysis), card: card(body, text) }
}

function stepsOf(input: DraftCardInput) {
  const { campaign, analysis, names, locale, workingDays } = input
  const words = campaignWordsFor(locale)
  const { all, removed, selected } = analysis
  const lines: readonly (readonly string[])[] = [
    [campaign.source ?? words.sourceBranch],
    figureLines(all, locale),
    [
      campaign.asked !== undefined
        ? words.asked(campaign.asked)
        : campaign.query === undefined
          ? words.everybody
          : words.asked(campaign.name),
      removed
        .filter(({ count }) => count > 0)
        .map(({ rule, count }) => `${words.removed[rule]} ${grouped(count)}`)
        .join(' · '),
      words.leaves(grouped(selected.count)),
      ...figureLines(selected, locale).slice(1),
    ],
    [campaign.way ?? words.wayUsual, ...campaign.offers.map((offer) => `${words.offers}: ${offer.words}`)],
    campaign.goals.map(({ kind, target }) => `${words.goals[kind]} ${goalFigure(kind, target, locale)}`),
    [
      words.planDays(String(workingDays)),
      ...selected.byManager.map(({ managerId, count }) =>
        words.planCalls(names.get(managerId) ?? managerId, count, callsADay(count, input)),
      ),
      words.planCap(input.capacityPercent),
    ],
    [words.summary],
  ]
  return words.steps.map((name, at) => ({ name, lines: (lines[at] ?? []).filter((one) => one !== '') }))
}

function callsADay(members: number, { workingDays, capacity, capacityPercent }: DraftCardInput): number {
  const most = Math.floor((capacity * capacityPercent) / 100)
  return workingDays === 0 ? 0 : Math.min(most, Math.ceil(members / workingDays))
}

function figureLines({ count, deposits, byTrade }: GroupFigures, locale: Locale): readonly string[] {
  const words = campaignWordsFor(locale)
  const sum = (amount: Fen) => formatAmount(amount, CNY, locale)
  const { sumFen, q1Fen, medianFen, q3Fen, without } = deposits
  const quartiles =
    q1Fen === undefined || medianFen === undefined || q3Fen === undefined
      ? []
      : [words.quartiles(sum(q1Fen), sum(medianFen), sum(q3Fen))]
  const trades = byTrade
    .slice(0, TRADES_SHOWN)
    .map(({ trade, count: of }) => `${trade ?? words.unknownTrade} ${grouped(of)}`)
  return [
    words.people(grouped(count)),
    [words.deposits(sum(sumFen)), ...quartiles].join(' · '),
    ...(without === 0 ? [] : [words.withoutDeposits(grouped(without))]),
    ...(trades.length === 0 ? [] : [`${words.byTrade}: ${trades.join(' · ')}`]),
  ]
}

/** The analysis alone, for whoever asks for it without a draft's other steps. */
export function analysisLines(analysis: Analysis, locale: Locale): readonly string[] {
  const words = campaignWordsFor(locale)
  return [
    ...figureLines(analysis.all, locale),
    ...analysis.removed.map(({ rule, count }) => `${words.removed[rule]} ${grouped(count)}`),
    words.leaves(grouped(analysis.selected.count)),
    ...figureLines(analysis.selected, locale).slice(1),
  ]
}
