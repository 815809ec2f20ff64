import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const PRODUCTS = [
  { id: 'VG01', name: '远见成长混合', kind: 'fund', currency: 'CNY', riskLevel: 'R4' },
  { id: 'WX120', name: '稳享120天', kind: 'wealth', currency: 'CNY', riskLevel: 'R2', termDays: 120 },
] as const

const CUSTOMERS = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    gender: 'male',
    occupation: '企业主',
    cardLevel: 'platinum',
    riskRating: 'C4',
    riskAssessedOn: day('2026-06-01'),
    holdings: [
      aHolding('2026-11-25'),
      aHolding('2027-06-01', { productId: 'VG01', productName: '远见成长混合' }),
    ],
    contacts: [aContact('2026-11-12')],
  }),
  aCustomer('C02', {
    name: '吴佩兰',
    nickname: '吴阿姨',
    gender: 'female',
    occupation: '退休',
    cardLevel: 'none',
    riskRating: 'C2',
    riskAssessedOn: day('2025-12-05'),
    holdings: [
      aHolding('2026-11-26', { kind: 'time-deposit', amountFen: fenOfYuan(200_000), autoRenew: true }),
    ],
    contacts: [aContact('2026-11-10')],
  }),
  aCustomer('C03', {
    name: 'Grace Yang',
    nickname: 'Grace',
    gender: 'female',
    occupation: '医生',
    cardLevel: 'gold',
    riskRating: 'C3',
    riskAssessedOn: day('2026-09-01'),
    family: '丈夫李明',
    holdings: [
      aHolding('2026-12-09', { amountFen: fenOfYuan(600_000) }),
      aHolding('2027-09-01', { kind: 'loan', productName: '住房贷款' }),
    ],
  }),
]

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: CUSTOMERS, products: PRODUCTS })
})
afterEach(() => chat.stop())

const shown = () => chat.replies.at(-1)?.shows?.ids ?? []

/** Says line after line; gives whom the answer to the last one shows. */
async function shows(...script: readonly string[]): Promise<readonly string[]> {
  for (const line of script) await chat.says(line)
  return shown()
}

describe('a condition is kept', () => {
  it.each([
    ['没办金卡的客户', ['C02']],
    ['clients without a gold card', ['C02']],
    ['一直没联系过的客户', ['C03']],
    ['clients who have never been contacted', ['C03']],
    ['谁的风评快过期了', ['C02']],
    ['whose risk assessment expires soon', ['C02']],
    ['持有远见成长混合的都有谁', ['C01']],
    ['谁名下有贷款', ['C03']],
    ['clients called Wu', ['C02']],
    ['本周退休的客户谁到期', ['C02']],
    ['retired clients maturing this week', ['C02']],
    ['本周到期没有自动转存的有哪些', ['C01']],
    ['which deposits maturing this week are not renewed', []],
  ])('%s', async (says, ids) => {
    await chat.says(says)
    if (ids.length > 0) expect(shown(), chat.replies.at(-1)?.text).toEqual(ids)
    else expect(chat.replies.at(-1)?.text).toMatch(/not renewed automatically/)
  })

  it('a trade is no pronoun: whose birthday is it today', async () => {
    expect(await chat.says('whose birthday is it today')).not.toContain(' it ')
  })
})

describe('a shown list is narrowed and moved', () => {
  it.each([
    [['who matures this week', 'which of them are retired'], ['C02']],
    [['本周谁到期', '其中退休的'], ['C02']],
    [['who matures this week', 'and the week after?', 'and the week after?'], ['C03']],
    [['下周谁到期', '再往后一周呢'], ['C03']],
    [['本周谁到期', '只要50万以上的'], ['C01']],
    [['who matures this week', 'above 500k only'], ['C01']],
    [['this week 谁到期', '大过 50万 only'], ['C01']],
    [['female clients', 'which of them have no maturity this month'], ['C03']],
  ])('%j', async (script, ids) => {
    expect(await shows(...script)).toEqual(ids)
  })
})

describe('a question about some customers', () => {
  it('two who are named are both shown, and both spoken of', async () => {
    expect(await shows('陈总和吴阿姨都有什么到期')).toEqual(['C01', 'C02', 'C01'])
    const heard = await chat.says('她俩上次是啥时候联系的')
    expect(heard).toContain('陈立群')
    expect(heard).toContain('吴佩兰')
  })

  it.each(['吴阿姨那笔是自动转存吗', '吴阿姨有啥到期'])('is answered of all they hold: %s', async (says) => {
    expect(await chat.says(says)).toContain('自动转存')
    expect(shown()).toEqual(['C02'])
  })

  it.each(['Grace老公是谁', "who is Grace's husband"])(
    'asks for a fact and writes none: %s',
    async (says) => {
      expect(await chat.says(says)).toContain('李明')
      expect((await chat.book()).changes).toEqual([])
    },
  )

  it('a name in a wish is the one spoken of next', async () => {
    await chat.says('hope 陈总 可以 sign 明天')
    expect(await chat.says('他 last time 说了啥')).toContain('陈立群')
  })
})

describe('whose day, and how many', () => {
  beforeEach(async () => {
    await chat.says('约陈总周四下午两点')
  })

  it.each([
    '周四都有谁',
    '周四还剩谁',
    'who comes on Thursday',
    "what's left on Thursday",
    'who do I see on Thursday',
  ])('%s', async (says) => {
    expect(await shows(says)).toEqual(['C01'])
  })

  it.each([
    ['今天联系了几个', '联系'],
    ['how many clients did I call today', 'Mon 23 Nov'],
  ])('%s is a question about the work done', async (says, hears) => {
    const before = (await chat.book()).changes.length
    expect(await chat.says(says)).toContain(hears)
    expect((await chat.book()).changes).toHaveLength(before)
  })
})

it('a question of how many is not about those who were shown', async () => {
  await chat.says('本周谁到期')
  expect(await chat.says('今天联系了几个')).toContain('还没有联系记录')
})

describe('settings that are asked for', () => {
  it.each(['晨报还是几点', 'what time is my brief'])('are told and stay: %s', async (says) => {
    expect(await chat.says(says)).toContain('08:30')
  })

  it('a language asked for in answers holds, whatever is written', async () => {
    expect(await chat.says('以后用英文回复我')).toContain('whatever language')
    expect(await chat.says('本周谁到期')).toContain('Maturing')
    expect(await chat.says('换回中文')).toContain('已改')
    expect(await chat.says('本周谁到期')).toContain('到期')
  })
})

describe('a figure is answered in one line, and who they are stands behind it', () => {
  it.each([
    ['一共管着多少钱', /^全部客户:\d+位客户,资产共[^\n]*。$/],
    ['我管了多少客户', /^全部客户:\d+位客户/],
    ['how many clients do I have', /^All customers: \d+ customers/],
    ['total AUM', /^All customers: \d+ customers, assets/],
  ])('%s', async (says, answer) => expect(await chat.says(says)).toMatch(answer))

  it.each([
    ['一共管着多少钱', '更多'],
    ['how many clients do I have', 'more'],
  ])('%s, then the list', async (says, more) => {
    await chat.says(says)
    expect(await chat.says(more)).toMatch(/1\. .+\n2\. /)
  })

  it.each(['A类客户有哪些', 'which clients are tier A'])('who they are is asked: %s', async (says) => {
    expect(await chat.says(says)).not.toMatch(/^[^\n]*:\d+位客户[^\n]*$/)
  })
})

describe('the first rows of a list that was shown', () => {
  it.each([
    ['本周谁到期', '第一个', ['C01']],
    ['本周谁到期', '前一个', ['C01']],
    ['who matures this week', 'first one', ['C01']],
    ['who matures this week', 'top 1', ['C01']],
    ['本周谁到期', '前两位是谁', ['C01', 'C02']],
    ['who matures this week', 'just the first two', ['C01', 'C02']],
  ] as const)('%s, %s', async (asked, first, ids) => {
    await chat.says(asked)
    await chat.says(first)
    expect(shown()).toEqual(ids)
  })

  it('counts the whole list, and names the place of a row in it', async () => {
    await chat.says('本周谁到期')
    expect(await chat.says('前一个')).toMatch(/2笔,2位客户[\s\S]*\n1\. /)
  })
})

describe('one who is named by a number, by age or beside another', () => {
  it.each([
    ['远见成长怎么样', /远见成长混合/],
    ['what about 稳享120天', /稳享120天/],
    ['昨天都干啥了', /还没有联系记录/],
    ['今天做了些什么', /还没有联系记录/],
    ['what have I done today', /No contacts are written down/],
    ['陈总今年多大', /陈总的生日/],
  ])('%s', async (says, answer) => expect(await chat.says(says)).toMatch(answer))

  it('two names alone are both shown', async () => {
    await chat.says('陈总 吴阿姨')
    expect(chat.replies.slice(-2).flatMap(({ shows }) => shows?.ids ?? [])).toEqual(['C01', 'C02'])
  })
})
