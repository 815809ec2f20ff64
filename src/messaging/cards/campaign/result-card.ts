import type { CampaignResult } from '../../../domain/campaign/goals.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Reply } from '../../../ports/reply.js'
import type { NotedResult } from '../../../usecases/campaign/note-result.js'
import { campaignWordsFor } from '../../wording/campaign/campaign-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { goalFigure } from './campaign-figures.js'

/** What was told of results, as it was noted, with its undo. */
export function resultsNotedReply(noted: readonly NotedResult[], changeId: string, locale: Locale): Reply {
  const words = campaignWordsFor(locale)
  const lines = noted.map(({ customer, campaign, results }) =>
    campaign === undefined
      ? words.resultNotMember(shortName(customer))
      : words.resultNoted(
          shortName(customer),
          campaign.name,
          results.map((one) => saidResult(one, locale)).join(SEPARATOR[locale]),
        ),
  )
  const text = lines.join('\n')
  if (noted.every(({ campaign }) => campaign === undefined)) return { text }
  return {
    text,
    summary: wordingFor(locale).intents['campaign.result'],
    card: card(
      [
        ...lines.map((one) => line(one)),
        buttons([press(wordingFor(locale).contact.undo, 'undo', { changeId, once: changeId })]),
      ],
      text,
    ),
  }
}

/** `开卡3张` / `3 cards`. */
export function saidResult(
  { kind, amount }: Pick<CampaignResult, 'kind' | 'amount'>,
  locale: Locale,
): string {
  return campaignWordsFor(locale).resultWhat[kind](goalFigure(kind, amount, locale))
}

const SEPARATOR = { 'zh-CN': '、', 'en-US': ', ' } as const satisfies Record<Locale, string>
