import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { openOpportunity } from '../../../src/domain/opportunity/opportunity.js'
import { lose, skip } from '../../../src/domain/opportunity/steps.js'
import { pipelineReply } from '../../../src/messaging/cards/sales/pipeline-card.js'
import type { Books } from '../../../src/ports/ports.js'
import { type PipelineQuery, showPipeline } from '../../../src/usecases/sales/show-pipeline.js'
import { granted } from '../../domain/opportunity/opportunities.js'
import { cardProblems } from '../../support/adaptive.js'
import { aCustomer } from '../../support/customers.js'
import { PLAYBOOKS } from '../../support/playbook.js'
import { POLICY, TODAY } from '../../support/rules.js'

const opened = (id: string, on: string, yuan: number) =>
  openOpportunity(
    {
      id,
      customerId: id,
      amountFen: fenOfYuan(yuan),
      product: { productId: 'W115', productName: '稳盈115天', kind: 'wealth' },
    },
    day(on),
  )
const CUSTOMERS = [
  aCustomer('C1', {
    name: '陈立群',
    opportunities: [granted(skip(opened('C1', '2026-11-02', 300_000), day('2026-11-09'), 3))],
  }),
  aCustomer('C2', {
    name: '李望舒',
    opportunities: [granted(skip(opened('C2', '2026-11-02', 500_000), day('2026-11-10'), 5))],
  }),
  aCustomer('C3', {
    name: '周静',
    opportunities: [granted(lose(opened('C3', '2026-11-02', 100_000), '买房了', day('2026-11-20')))],
  }),
]
const books = {
  read: async () => ({ managerId: 'M1', customers: CUSTOMERS, changes: [] }),
} as unknown as Books // only read from
const show = (query: PipelineQuery = {}) => showPipeline({ books, policy: POLICY })('M1', query, TODAY)

describe('the pipeline of a manager', () => {
  it('counts where they stand, and names the one that is stuck with what it waits for', async () => {
    const pipeline = await show()
    expect(pipeline.funnel.phases.map(({ phase, count }) => [phase, count])).toEqual([
      ['lead', 0],
      ['contacted', 1],
      ['met', 1],
      ['negotiating', 0],
      ['closed', 1],
    ])
    expect(pipeline.stuck).toMatchObject([
      { customer: { id: 'C1' }, attention: { kind: 'stuck', days: 14 }, next: { what: 'reached' } },
    ])
  })

  it.each([
    ['of a sum', { amount: { min: 400_000 } }, 1],
    ['of a kind', { kinds: ['wealth'] }, 3],
    ['of a kind that nobody is asked about', { kinds: ['loan'] }, 0],
  ] as const)('%s', async (_, query, count) => expect((await show(query)).count).toBe(count))

  it.each([
    ['zh-CN', '商机漏斗 · 3笔商机', '陈立群 · 14天没进展 · → 先联系上'],
    ['en-US', 'Pipeline · 3 opportunities', '陈立群 · no progress for 14 days · → reach them first'],
  ] as const)('in %s, as words and as a card', async (locale, title, stuck) => {
    const { steps } = PLAYBOOKS[locale]
    const { text, card } = pipelineReply({
      pipeline: await show(),
      steps,
      isNarrowed: false,
      locale,
      today: TODAY,
    })
    expect(text).toContain(title)
    expect(text).toContain(stuck)
    expect(cardProblems(card)).toEqual([])
    expect(JSON.stringify(card)).toContain('"type":"Chart.HorizontalBar"')
  })
})
