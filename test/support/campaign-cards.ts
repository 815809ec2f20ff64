import { readCampaignOutline } from '../../src/config/campaign-file.js'
import { analyseCampaign } from '../../src/domain/campaign/analyse.js'
import { noCampaigns } from '../../src/domain/campaign/campaign.js'
import { campaignProgress, workedDays } from '../../src/domain/campaign/progress.js'
import { lostReasons } from '../../src/domain/campaign/report.js'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { campaignDraftReply } from '../../src/messaging/cards/campaign/draft-card.js'
import { campaignMembersReply } from '../../src/messaging/cards/campaign/members-card.js'
import { campaignProgressReply } from '../../src/messaging/cards/campaign/progress-card.js'
import { resultsNotedReply } from '../../src/messaging/cards/campaign/result-card.js'
import type { Reply } from '../../src/ports/reply.js'
import type { Sample } from '../../src/sample/make-sample.js'
import { withMicroCampaign } from '../../src/sample/micro-campaign.js'
import { CALENDAR, POLICY } from './rules.js'

const TODAY = day('2026-12-15')

/** Everything said of the example campaign as a card. */
export function campaignCards(ordinary: Sample, locale: Locale): readonly (readonly [string, Reply])[] {
  const outline = readCampaignOutline('data/campaigns/micro.json')
  const { sample, campaigns } = withMicroCampaign(ordinary, {
    outline,
    seed: 7,
    today: TODAY,
    calendar: CALENDAR,
    policy: POLICY,
  })
  const campaign = campaigns.campaigns[0]!
  const branch = sample.books.flatMap(({ managerId, customers }) =>
    customers.map((customer) => ({ managerId, customer })),
  )
  const names = new Map(sample.managers.map(({ id, name }) => [id, name]))
  const progress = campaignProgress({ campaign, branch }, POLICY, CALENDAR, TODAY)
  const shown = { campaign, progress, branch, names, locale, today: TODAY }
  const rows = branch.slice(-20).map(({ customer }) => ({
    customer,
    state: 'listed' as const,
    depositsFen: customer.aumFen!,
    manager: '林若溪',
  }))
  const result = {
    id: 'r1',
    campaignId: campaign.id,
    kind: 'cards',
    amount: 3,
    on: TODAY,
    at: '',
    managerId: 'M1',
  } as const
  const draft = { ...campaign, state: 'draft', members: [] } as const
  return [
    [
      'campaign, its draft',
      campaignDraftReply({
        campaign: draft,
        analysis: analyseCampaign(draft, noCampaigns('0101'), branch, POLICY, TODAY),
        names,
        workingDays: workedDays(campaign, CALENDAR, TODAY).total,
        capacity: 20,
        capacityPercent: 30,
        locale,
        today: TODAY,
      }),
    ],
    [
      'campaign, its progress',
      campaignProgressReply({ ...shown, newFits: branch.slice(0, 2), isOwn: false }),
    ],
    ['campaign, own customers', campaignProgressReply({ ...shown, newFits: [], isOwn: true })],
    [
      'campaign, its report',
      campaignProgressReply({
        ...shown,
        newFits: [],
        isOwn: false,
        as: 'report',
        lost: lostReasons(campaign, branch, TODAY),
      }),
    ],
    ['campaign, who is left', campaignMembersReply({ campaign, part: 'open', rows, locale })],
    [
      'campaign, a result',
      resultsNotedReply([{ customer: rows[0]!.customer, campaign, results: [result] }], 'c1', locale),
    ],
  ]
}
