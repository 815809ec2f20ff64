import { afterEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Product } from '../../src/domain/ledger/product.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { cardProblems } from '../support/adaptive.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { BOLD, CALM } from '../support/products.js'

const BOLD_EN: Product = { ...BOLD, id: 'F901', name: 'Forward Growth' }

const flow = (on: string, yuan: number) => ({
  on: day(on),
  netFen: fenOfYuan(yuan),
  ownCount: 1,
  ownAbsFen: fenOfYuan(Math.abs(yuan)),
})

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    riskRating: 'C2',
    riskAssessedOn: day('2026-06-01'),
    holdings: [aHolding('2026-11-24')],
    contacts: [aContact('2026-11-20')],
  }),
  aCustomer('C02', {
    name: 'Grace Yang',
    nickname: 'Grace',
    riskRating: 'C3',
    riskAssessedOn: day('2026-06-01'),
    contacts: [aContact('2026-11-20')],
    flows: [flow('2026-08-10', -50_000)],
  }),
]

/** What the manager does, and what is heard of it: a press of a choice, another button, or words. */
type Act = readonly [
  does:
    | { readonly chooses: string }
    | { readonly presses: string; readonly of?: string }
    | { readonly says: string },
  ...hears: readonly (string | RegExp)[],
]

let chat: Chat
const begin = async (locale: Locale) => {
  chat = await startChat({ customers: CUSTOMERS, products: [CALM, BOLD, BOLD_EN], locale })
}
afterEach(async () => {
  for (const { card } of chat.replies) if (card !== undefined) expect(cardProblems(card)).toEqual([])
  await chat.stop()
})

async function does(act: Act[0]): Promise<string> {
  if ('chooses' in act) return chat.presses('answer', { choice: act.chooses })
  if ('says' in act) return chat.says(act.says)
  return act.of === undefined
    ? chat.presses(act.presses)
    : chat.pressesWith(act.presses, { customerId: act.of })
}

async function play(acts: readonly Act[]): Promise<void> {
  for (const [act, ...hears] of acts) {
    const heard = await does(act)
    for (const words of hears) {
      if (typeof words === 'string') expect(heard, JSON.stringify(act)).toContain(words)
      else expect(heard, JSON.stringify(act)).toMatch(words)
    }
  }
}

const customer = async (id: string) => (await chat.book()).customers.find((one) => one.id === id)!

describe('a sleeping customer is won back', () => {
  it.each<[Locale, readonly Act[]]>([
    [
      'zh-CN',
      [
        [{ says: '睡眠户有哪些' }, 'Grace', '睡眠', '105天没有交易'],
        [{ presses: 'customer.show', of: 'C02' }, '客户分群'],
        [{ says: '开始跟进Grace' }, '跟进 · Grace', '【1】'],
        [{ chooses: 'skip' }, '【2】', '钱'],
        [{ chooses: 'man money yes' }],
        [{ chooses: 'man authority yes' }],
        [{ chooses: 'man need yes' }, '【3】'],
        [{ chooses: 'no-answer' }, '【3】'],
        [{ chooses: 'appointment' }],
        [{ says: '明天下午三点' }, '【4】', '要带的', '出门前'],
        [{ chooses: 'met' }, '【5】', '稳盈115天'],
        [{ chooses: 'present W115' }],
        [{ says: '30万' }, '【6】'],
        [{ chooses: 'advance' }, '【7】', '成交:稳盈115天 30万'],
        [{ chooses: 'win' }, '成交30万,已记入台账'],
        [{ says: '我的漏斗' }, '成交1笔'],
      ],
    ],
    [
      'en-US',
      [
        [{ says: 'who is going quiet' }, 'Grace', 'sleeping', 'no transaction for 105 days'],
        [{ presses: 'customer.show', of: 'C02' }, 'Segment'],
        [{ says: 'start the sales process with Grace' }, 'Following up · Grace', '【1】'],
        [{ chooses: 'skip' }, '【2】', 'Money'],
        [{ chooses: 'man money yes' }],
        [{ chooses: 'man authority yes' }],
        [{ chooses: 'man need yes' }, '【3】'],
        [{ chooses: 'no-answer' }, '【3】'],
        [{ chooses: 'appointment' }],
        [{ says: 'tomorrow 3pm' }, '【4】', 'To bring', 'Before you go'],
        [{ chooses: 'met' }, '【5】', '稳盈115天'],
        [{ chooses: 'present W115' }],
        [{ says: '300k' }, '【6】'],
        [{ chooses: 'advance' }, '【7】', 'Closed: 稳盈115天 300,000'],
        [{ chooses: 'win' }, 'Closed, 300,000'],
        [{ says: 'show my pipeline' }, '1 won'],
      ],
    ],
  ])('%s', async (locale, acts) => {
    await begin(locale)
    await play(acts)
    const { holdings, contacts, agreements, opportunities } = await customer('C02')
    expect(opportunities).toMatchObject([{ state: 'won', outcome: { amountFen: fenOfYuan(300_000) } }])
    expect(holdings).toMatchObject([{ productId: 'W115' }])
    expect(contacts.filter(({ reached }) => !reached)).toHaveLength(1)
    expect(agreements.filter(({ kind }) => kind === 'task').length).toBeGreaterThan(1)
  })
})

describe('an objection is answered, and the customer wants to think', () => {
  it.each<[Locale, readonly Act[], string, string]>([
    [
      'zh-CN',
      [
        [{ presses: 'sales.start', of: 'C01' }, '跟进 · 陈总'],
        ...skipTo(6),
        [{ chooses: 'objection yield' }, '嫌收益低'],
        [{ says: '客户怕亏怎么说' }, '怕风险', '【6】'],
        [{ chooses: 'resolved risk' }, '【6】'],
        [{ chooses: 'resolved yield' }, '【7】'],
        [{ chooses: 'postpone' }],
        [{ says: '下周一' }, '11月30日 周一再跟进'],
      ],
      '晨报',
      '说好今天再谈',
    ],
    [
      'en-US',
      [
        [{ presses: 'sales.start', of: 'C01' }, 'Following up'],
        ...skipTo(6),
        [{ chooses: 'objection yield' }, 'yield too low'],
        [{ chooses: 'resolved yield' }, '【7】'],
        [{ chooses: 'postpone' }],
        [{ says: 'next Monday' }, 'again Mon 30 Nov'],
      ],
      'my brief',
      'to be taken up again today',
    ],
  ])('%s: on its day it is on the brief, and goes on from there', async (locale, acts, asks, hears) => {
    await begin(locale)
    await play(acts)
    chat.moveTo('2026-11-27 09:00')
    expect(await chat.says(asks)).not.toContain(hears)
    chat.moveTo('2026-11-30 09:00')
    expect(await chat.says(asks)).toContain(hears)
    expect(await chat.presses('sales.start', { customerId: 'C01' })).toContain('【7】')
  })
})

describe('an unsuitable wish', () => {
  it.each([
    ['zh-CN', '锐进成长', '锐进成长不能推荐', '邀约重新评估', '晨报', '提醒:今天 邀约重新做风险评估'],
    [
      'en-US',
      'Forward Growth',
      'may not be proposed',
      'Invite to reassess',
      'my brief',
      'reminder for today invite to a new',
    ],
  ] as const)(
    '%s: is refused with what helps, and becomes an invitation on the next brief',
    async (locale, wish, no, cure, asks, hears) => {
      await begin(locale)
      await play([
        [{ presses: 'sales.start', of: 'C01' }],
        ...skipTo(5),
        [{ says: wish }, no, cure],
        [{ chooses: 'reassess' }, '【5】'],
      ])
      expect((await customer('C01')).opportunities?.[0]).not.toHaveProperty('product')
      await chat.says(locale === 'zh-CN' ? '算了' : 'cancel')
      chat.moveTo('2026-11-24 09:00')
      expect(await chat.says(asks)).toContain(hears)
    },
  )
})

describe('a loss', () => {
  it.each([
    ['zh-CN', '没成的原因', '买房了,钱要付首付', '记下了:没成', '我的漏斗', '没成1笔'],
    ['en-US', 'Why was it lost?', 'they bought a flat', 'Noted as lost', 'show my pipeline', '1 lost'],
  ] as const)(
    '%s: is asked about once, in words too, and off the brief',
    async (locale, asked, why, hears, asks, shows) => {
      await begin(locale)
      await play([
        [{ presses: 'sales.start', of: 'C01' }],
        ...skipTo(6),
        [{ chooses: 'lose' }, asked],
        [{ says: why }, hears],
        [{ says: asks }, shows],
      ])
      expect((await customer('C01')).opportunities).toMatchObject([
        { state: 'lost', outcome: { reason: why } },
      ])
      chat.moveTo('2026-12-14 09:00')
      expect(await chat.says(locale === 'zh-CN' ? '晨报' : 'my brief')).not.toMatch(/没进展|no progress/)
    },
  )
})

const STEPS = [2, 3, 4, 5, 6, 7] as const

describe.each([
  ['zh-CN', '今天约了谁', /没有约客户/, '算了'],
  ['en-US', 'who matures this week', /matur/i, 'cancel'],
] as const)('at every step, %s', (locale, asks, answer, leave) => {
  it('a question is answered and the step stays open; a restart loses nothing; left, it is taken up there', async () => {
    await begin(locale)
    await does({ presses: 'sales.start', of: 'C01' })
    for (const step of STEPS) {
      const heard = await chat.says(asks)
      expect(heard).toMatch(answer)
      expect(heard).toMatch(/上面那个问题还等着您|question above is still open/)
      await chat.restart()
      expect(await chat.says(asks)).not.toMatch(/上面那个问题还等着您|question above is still open/)
      await chat.says(leave)
      expect(await does({ presses: 'sales.start', of: 'C01' })).toContain(`【${step}】`)
      if (step < 6) await does({ chooses: 'skip' })
      else if (step === 6) await does({ chooses: 'advance' })
    }
    expect((await customer('C01')).opportunities).toHaveLength(1)
  })
})

describe('a sale that stands still', () => {
  it.each([
    ['zh-CN', '晨报', '14天没进展', '问清钱、决定权、需要', '我的漏斗'],
    [
      'en-US',
      'my brief',
      'no progress for 14 days',
      'Ask about money, authority and need',
      'show my pipeline',
    ],
  ] as const)(
    '%s: is on the brief after 14 days with the next move, and in the pipeline',
    async (locale, asks, stuck, next, pipeline) => {
      await begin(locale)
      await does({ presses: 'sales.start', of: 'C01' })
      await chat.says(locale === 'zh-CN' ? '算了' : 'cancel')
      chat.moveTo('2026-12-04 09:00')
      expect(await chat.says(asks)).not.toContain(stuck)
      chat.moveTo('2026-12-07 09:00')
      const brief = await chat.says(asks)
      expect(brief).toContain(stuck)
      expect(brief).toContain(next)
      expect(await chat.says(pipeline)).toContain(stuck)
      expect(await chat.presses('sales.start', { customerId: 'C01' })).toContain('【2】')
    },
  )
})

function skipTo(step: number): readonly Act[] {
  return Array.from({ length: step - 2 }, (_, at): Act => [{ chooses: 'skip' }, `【${at + 3}】`])
}

it('the meeting that a sale agreed on is over when it was held, and open again when that is taken back', async () => {
  await begin('zh-CN')
  await play([
    [{ presses: 'sales.start', of: 'C01' }],
    ...skipTo(3),
    [{ chooses: 'appointment' }],
    [{ says: '明天下午三点' }, '【4】'],
  ])
  expect((await customer('C01')).agreements).toMatchObject([{ kind: 'appointment', state: 'open' }])
  chat.moveTo('2026-11-24 16:00')
  await does({ chooses: 'met' })
  expect((await customer('C01')).agreements).toMatchObject([{ state: 'kept' }])
  await chat.says('撤销')
  expect((await customer('C01')).agreements).toMatchObject([{ state: 'open' }])
})
