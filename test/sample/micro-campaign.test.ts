import { expect, it } from 'vitest'
import { readSampleWords } from '../../src/adapters/files/sample-words.js'
import { bookSchema } from '../../src/adapters/stored/book-schema.js'
import { branchCampaignsSchema } from '../../src/adapters/stored/campaign-schema.js'
import { readCampaignOutline } from '../../src/config/campaign-file.js'
import { GOAL_KINDS } from '../../src/domain/campaign/goals.js'
import { campaignProgress } from '../../src/domain/campaign/progress.js'
import { day } from '../../src/domain/day.js'
import { makeSample } from '../../src/sample/make-sample.js'
import { withMicroCampaign } from '../../src/sample/micro-campaign.js'
import { CALENDAR, POLICY } from '../support/rules.js'

const TODAY = day('2026-12-15')
const outline = readCampaignOutline('data/campaigns/micro.json')
const played = () =>
  withMicroCampaign(
    makeSample({
      managers: 3,
      customers: 60,
      seed: 7,
      today: TODAY,
      calendar: CALENDAR,
      policy: POLICY,
      words: readSampleWords('data/sample'),
    }),
    {
      outline,
      seed: 7,
      today: TODAY,
      calendar: CALENDAR,
      policy: POLICY,
    },
  )

it('has 500 micro-enterprises of different names, and can be kept as it is', () => {
  const { sample, campaigns } = played()
  const customers = sample.books.flatMap((book) => book.customers)
  const micro = customers.filter(({ type }) => type === 'micro')
  expect(micro).toHaveLength(500)
  expect(new Set(micro.map(({ name }) => name)).size).toBe(500)
  for (const book of sample.books) expect(bookSchema.parse(book)).toEqual(book)
  expect(branchCampaignsSchema.parse(campaigns)).toEqual(campaigns)
  expect(played().campaigns).toEqual(campaigns)
})

it('has been worked with for three weeks: every goal has begun, and every state has members', () => {
  const { sample, campaigns } = played()
  const campaign = campaigns.campaigns[0]!
  const branch = sample.books.flatMap(({ managerId, customers }) =>
    customers.map((customer) => ({ managerId, customer })),
  )
  const { goals, members, workingDays, isTooFew } = campaignProgress(
    { campaign, branch },
    POLICY,
    CALENDAR,
    TODAY,
  )
  expect(goals.map(({ kind }) => kind)).toEqual(GOAL_KINDS)
  for (const { done } of goals) expect(done).toBeGreaterThan(0)
  expect([workingDays.elapsed, isTooFew]).toEqual([15, false])
  const { listed, tried, reached, interested, won, declined } = members
  for (const count of [listed, tried, reached, interested, won, declined]) expect(count).toBeGreaterThan(0)
})
