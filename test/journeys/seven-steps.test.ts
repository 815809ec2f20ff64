import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { cardProblems } from '../support/adaptive.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { BOLD, CALM } from '../support/products.js'

let chat: Chat
const begin = async (locale: Locale = 'zh-CN') => {
  chat = await startChat({
    customers: [
      aCustomer('C01', {
        name: '陈立群',
        nickname: '陈总',
        riskRating: 'C2',
        riskAssessedOn: day('2026-06-01'),
        holdings: [aHolding('2026-11-24')],
        contacts: [aContact('2026-11-20')],
      }),
      aCustomer('C02', { name: 'Grace Yang', nickname: 'Grace' }),
    ],
    products: [CALM, BOLD],
    locale,
  })
  return chat.pressesWith('sales.start', { customerId: 'C01' })
}
afterEach(() => {
  for (const { card } of chat.replies) if (card !== undefined) expect(cardProblems(card)).toEqual([])
  return chat.stop()
})
const choose = (choice: string) => chat.presses('answer', { choice })
const customer = async () => (await chat.book()).customers[0]!
const toStep = async (step: number) => {
  for (let at = 2; at < step; at++) await choose('skip')
}

describe.each([
  ['zh-CN', '陈总', '成交100万', '【3】'],
  ['en-US', 'Following up', 'Closed, 1,000,000', '【3】'],
] as const)('a maturity renewed, %s', (locale, hello, closed, third) => {
  it('step by step, to the ledger and the contacts after it', async () => {
    const first = await begin(locale)
    expect(first).toContain(hello)
    expect(first).toContain('【2】')
    expect(first).toContain(locale === 'zh-CN' ? '11月24日 周二到期后' : 'matures on Tue 24 Nov')
    await choose('man money yes')
    expect(await choose('man authority yes')).toContain(third)
    await choose('appointment')
    expect(await choose('2026-11-24')).toContain('【4】')
    expect(await choose('met')).toContain('【5】')
    expect(await choose('present W115')).toContain('【6】')
    await choose('advance')
    expect(await choose('win')).toContain(closed)
    const { holdings, opportunities, agreements } = await customer()
    expect(holdings.at(-1)).toMatchObject({ productId: 'W115', maturesOn: '2027-03-18' })
    expect(opportunities).toMatchObject([{ state: 'won' }])
    expect(agreements.filter(({ kind }) => kind === 'task')).toHaveLength(3)
    await chat.presses('undo')
    expect((await customer()).opportunities).toMatchObject([{ state: 'open', step: 7 }])
    expect((await customer()).holdings).toHaveLength(1)
  })
})

describe.each([
  ['zh-CN', '嫌收益低: 已化解', '好,'],
  ['en-US', 'yield too low: Resolved', 'All right, again'],
] as const)('an objection answered and postponed, %s', (locale, open, later) => {
  it('goes on from where it was', async () => {
    await begin(locale)
    await toStep(6)
    expect(await choose('objection yield')).toContain(open)
    expect(await choose('resolved yield')).toContain('【7】')
    await choose('postpone')
    expect(await choose('2026-11-30')).toContain(later)
    expect((await customer()).opportunities).toMatchObject([
      { state: 'postponed', outcome: { until: '2026-11-30' } },
    ])
    expect(await chat.pressesWith('sales.start', { customerId: 'C01' })).toContain('【7】')
  })
})

it('what does not suit is refused with what would help, and becomes an invitation to reassess', async () => {
  await begin()
  await toStep(5)
  const refused = await chat.says('锐进成长')
  expect(refused).toContain('锐进成长不能推荐: 产品风险高于客户评级')
  expect(await choose('reassess')).toContain('已记:明天邀约重新评估')
  expect((await customer()).agreements).toMatchObject([{ kind: 'task', about: '邀约重新做风险评估' }])
  expect((await customer()).opportunities?.[0]?.product).toBeUndefined()
})

it('a loss keeps what stood against it', async () => {
  await begin()
  await toStep(6)
  await choose('objection competitor')
  expect(await choose('lose')).toContain('没成的原因')
  expect(await choose('competitor')).toContain('记下了:没成')
  expect((await customer()).opportunities).toMatchObject([
    { state: 'lost', outcome: { kind: 'lost', reason: '他行更好' } },
  ])
})

it('a question in between is answered and the step stays open; a restart loses nothing', async () => {
  await begin()
  await toStep(4)
  const heard = await chat.says('本周谁到期')
  expect(heard).toContain('11月23日至29日到期')
  expect(heard).toContain('上面那个问题还等着您')
  await chat.restart()
  expect(await chat.says('下一步')).toContain('【5】')
  expect(await chat.says('算了')).toContain('先放在这一步')
  expect(await chat.pressesWith('sales.start', { customerId: 'C01' })).toContain('【5】')
})

it.each([
  ['zh-CN', '开始跟进陈总', '跟进 · 陈总', '销售漏斗', '商机漏斗 · 1笔商机'],
  [
    'en-US',
    'start the sales process with Grace',
    'Following up · Grace',
    'show my pipeline',
    'Pipeline · 2 opportunities',
  ],
] as const)('asked in words, %s: %s', async (locale, start, hello, pipeline, title) => {
  await begin(locale)
  await chat.says(locale === 'zh-CN' ? '算了' : 'cancel')
  expect(await chat.says(start)).toContain(hello)
  expect(await chat.says(pipeline)).toContain(title)
})

it.each([
  ['zh-CN', '暂停', '先放在这一步'],
  ['zh-CN', '先放着', '先放在这一步'],
  ['en-US', 'park it', 'Left at this step'],
] as const)('%s: “%s” at a step leaves the sale, not the morning brief', async (locale, words, heard) => {
  await begin(locale)
  expect(await chat.says(words)).toContain(heard)
})
