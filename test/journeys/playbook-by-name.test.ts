import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const PRODUCTS = [
  { id: 'TD12', name: '一年期整存整取', kind: 'time-deposit' as const, currency: 'CNY', termDays: 365 },
  { id: 'W115', name: '稳盈115天', kind: 'wealth' as const, currency: 'CNY', riskLevel: 'R2' as const },
  { id: 'FEQ', name: '优选成长混合基金', kind: 'fund' as const, currency: 'CNY', riskLevel: 'R5' as const },
]
const CHEN = aCustomer('C01', {
  name: '陈立群',
  nickname: '陈总',
  occupation: '企业主',
  riskRating: 'C3',
  riskAssessedOn: day('2026-06-01'),
  contacts: [aContact('2026-11-02')],
  holdings: [aHolding('2026-11-24', { kind: 'time-deposit', productName: '三个月整存整取' })],
  opportunities: [],
})
const GRACE = aCustomer('C02', { name: 'Grace Lim', nickname: 'Grace', marketingConsent: false })
const QUIET = aCustomer('C03', { name: '李望舒', doNotContact: true, holdings: [aHolding('2026-11-24')] })

let chat: Chat
afterEach(() => chat.stop())
const begin = async (locale: 'zh-CN' | 'en-US') => {
  chat = await startChat({ customers: [CHEN, GRACE, QUIET], products: PRODUCTS, locale })
}

describe('parts of the playbook that are asked for by name', () => {
  it.each([
    ['zh-CN', '企业主客户怎么沟通', ['怎么和企业主沟通', '先谈生意再谈钱', '用钱的习惯']],
    ['en-US', 'how do I talk to a doctor', ['How to talk with a doctor', 'Money habits']],
    ['zh-CN', '关心客户的借口有哪些', ['五种由头', '到期', '投资话题', '关心', '告知', '请教']],
    ['en-US', 'pretexts for a call', ['Five pretexts', 'Asking for advice']],
    ['zh-CN', '录音评估表', ['录音评估表', '给两个时间 (15)', '合规 (10)']],
    ['en-US', 'score my last call', ['Call review sheet', 'Two times offered']],
  ] as const)('%s: %s', async (locale, says, hears) => {
    await begin(locale)
    const heard = await chat.says(says)
    for (const part of hears) expect(heard).toContain(part)
  })

  it('the sheet of a real call counts what was ticked, or reads what was said', async () => {
    await begin('zh-CN')
    await chat.says('给这通电话打分')
    const ticked = { opening: 'true', 'two-times': 'true', compliance: 'true', close: 'false', said: '' }
    expect(await chat.pressesWith('call.score', ticked)).toContain('这通电话35分')
    const said = '陈总您好,我是网点的小林,现在方便吗\n这款保本,稳赚不赔'
    const heard = await chat.pressesWith('call.score', { said })
    expect(heard).toContain('不能这么说')
    expect(heard).toContain('合规 0/10')
    expect(await chat.pressesWith('call.score', {})).toContain('这通电话0分')
  })
})

describe('what else for a customer', () => {
  it.each([
    ['zh-CN', '给陈总还能配什么', ['接上三个月整存整取', '一年期整存整取', '还没有的种类', '稳盈115天']],
    ['en-US', 'what else can I add for 陈总', ['After 三个月整存整取', 'Kinds not held yet', '稳盈115天']],
    ['en-US', 'cross-sell ideas for 陈总', ['Kinds not held yet']],
  ] as const)('%s: %s, inside suitability', async (locale, says, hears) => {
    await begin(locale)
    const heard = await chat.says(says)
    for (const part of hears) expect(heard).toContain(part)
    expect(heard).not.toContain('优选成长')
  })

  it('nothing without consent', async () => {
    await begin('zh-CN')
    expect(await chat.says('给Grace还能配什么')).toContain('现在没有可以配的产品')
  })
})

describe('whom to phone for a meeting today', () => {
  it.each([
    ['zh-CN', '今天的预约计划', '陈总', '今天 15:00,还是明天 10:00'],
    ['zh-CN', '今天该约谁', '陈总', '今天 15:00,还是明天 10:00'],
    ['en-US', 'who should I phone today for a meeting', '陈总', 'today 15:00 or tomorrow 10:00'],
  ] as const)('%s: %s, with two times, nobody quiet or without consent', async (locale, says, who, times) => {
    await begin(locale)
    const heard = await chat.says(says)
    expect(heard).toContain(who)
    expect(heard).toContain(times)
    expect(heard).not.toContain('李望舒')
    expect(heard).not.toContain('Grace')
  })

  it('does not offer a time that is booked, nor a meeting to who has one', async () => {
    const booked = aCustomer('C04', {
      name: '吴晓波',
      agreements: [
        {
          id: 'a',
          kind: 'appointment',
          on: day('2026-11-23'),
          time: '15:00',
          madeOn: day('2026-11-20'),
          state: 'open',
        },
      ],
      holdings: [aHolding('2026-11-24')],
    })
    chat = await startChat({ customers: [CHEN, booked], products: PRODUCTS, locale: 'zh-CN' })
    const heard = await chat.says('今天的预约计划')
    expect(heard).toContain('今天 15:30,还是明天 10:00')
    expect(heard).not.toContain('吴晓波')
  })
})

describe('after-sales', () => {
  it.each([
    ['zh-CN', '售后跟踪陈总', '陈总的售后跟踪', '10月20日 周二成交稳盈115天'],
    ['en-US', 'after-sales for 陈总', 'After-sales for 陈总', '稳盈115天 closed on'],
  ] as const)(
    '%s: %s shows what was sold, what is planned and the words',
    async (locale, says, title, sold) => {
      const customer = {
        ...CHEN,
        opportunities: [
          {
            id: 'o1',
            customerId: 'C01',
            flowVersion: 1,
            openedOn: day('2026-10-10'),
            step: 7,
            state: 'won',
            man: { money: 'yes', authority: 'yes', need: 'yes' },
            shown: [],
            objections: [],
            history: [],
            progressOn: day('2026-10-20'),
            outcome: {
              kind: 'won',
              on: day('2026-10-20'),
              product: { productId: 'W115', productName: '稳盈115天' },
              amountFen: fenOfYuan(200_000),
              currency: 'CNY',
              startsOn: day('2026-10-21'),
            },
          },
        ],
        agreements: [
          {
            id: 'g',
            kind: 'task',
            about: '回访',
            on: day('2026-11-25'),
            madeOn: day('2026-10-20'),
            state: 'open',
          },
        ],
      } as const
      chat = await startChat({ customers: [customer], products: PRODUCTS, locale })
      const heard = await chat.says(says)
      expect(heard).toContain(title)
      expect(heard).toContain(sold)
      expect(heard).toContain('回访')
    },
  )
})
