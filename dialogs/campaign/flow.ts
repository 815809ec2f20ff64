import type { AnyFlow, Flow } from '../../src/conversation/flow.js'
import { GOALS } from '../../src/domain/campaign/goals.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { saidResult } from '../../src/messaging/cards/campaign/result-card.js'
import { campaignWordsFor } from '../../src/messaging/wording/campaign/campaign-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { changeFlow, namesOf } from '../changes/flow.js'
import { confirmation } from '../questions/questions.js'

export const CLOSE_CAMPAIGN = 'close-campaign'
export const CAMPAIGN_RESULT = 'campaign-result'

export interface CloseInput {
  readonly campaignId: string
  readonly name: string
}

interface CloseState extends CloseInput {
  readonly confirmed?: true
  readonly done?: true
}

/** Closes a campaign after a yes: a closed one does not come back. */
const closeCampaignFlow: Flow<CloseState, CloseInput> = {
  name: CLOSE_CAMPAIGN,
  version: 1,
  begin: (input) => input,
  next(state, { locale }) {
    if (state.done === true) return { kind: 'end' }
    if (state.confirmed === true) {
      const input: CloseInput = { campaignId: state.campaignId, name: state.name }
      return { kind: 'run', act: CLOSE_CAMPAIGN, input }
    }
    return { kind: 'ask', question: confirmation([campaignWordsFor(locale).askClose(state.name)], []) }
  },
  take: (state, answer) =>
    answer.kind === 'confirm' && answer.yes ? { ...state, confirmed: true } : undefined,
  ran: (state) => ({ ...state, done: true }),
  left: (_state, { locale }) => wordingFor(locale).left,
}

/** What a customer did for a campaign, told by the manager. */
const resultFlow = changeFlow(CAMPAIGN_RESULT, {
  question: () => undefined,
  understood({ reading, customerIds }, view) {
    const goals = reading.asked?.campaign?.goals ?? []
    const what = goals.map(({ kind, amount }) =>
      saidResult({ kind, amount: GOALS[kind].unit === 'fen' ? fenOfYuan(amount) : amount }, view.locale),
    )
    return namesOf(customerIds, view).map((name) => `${name}: ${what.join(' · ')}`)
  },
})

export const campaignFlows: readonly AnyFlow[] = [closeCampaignFlow, resultFlow]
