import { afterEach, describe, expect, it } from 'vitest'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

let chat: Chat
const begin = async (locale: Locale = 'zh-CN') => {
  chat = await startChat({
    customers: [
      aCustomer('C01', {
        name: '王秀兰',
        nickname: '王女士',
        holdings: [aHolding('2026-11-25')],
        contacts: [aContact('2026-11-20')],
      }),
      aCustomer('C02', { name: 'Grace Wang', nickname: 'Ms Wang' }),
    ],
    locale,
  })
}
afterEach(() => chat.stop())

const CALLS = {
  'zh-CN': [
    ['练一练:收益低的异议', '王女士:'],
    ['王女士您好,我是城东支行的林若溪,现在说话方便吗?', '王女士:'],
    ['您的50万理财下周三到期,打给您是想让这笔钱当天就有去处。', '收益|低'],
    ['比去年低是真的。您这笔钱打算什么时候用?', '王女士:'],
    ['明年六月前不动的部分,和要用的部分可以分开放,您看着合适吗?', '王女士:'],
    ['我给您算两种,当面看清楚,周三上午还是周四下午方便?', '按你说的|说定'],
    ['好,周三上午十点我在网点等您,谢谢王女士。', '点评 · 王女士'],
  ],
  'en-US': [
    ['practise: yield objection', 'Ms Wang:'],
    ['Good morning, Ms Wang. This is Lin Ruoxi from the East branch. Is this a good moment?', 'Ms Wang:'],
    ["I'm calling because your product of 500,000 matures on Wednesday, so that you have it placed.", 'low'],
    ['They are lower, true. When will you need the money?', 'Ms Wang:'],
    ['Then your school fees stay at hand, and we look at the rest. What matters most to you?', 'Ms Wang:'],
    ['Let me show you two ways. Would Wednesday morning or Thursday afternoon suit you?', 'time|do that'],
    ["So it's Wednesday at ten. I'll have the papers ready. Thank you, Ms Wang.", 'Score · Ms Wang'],
  ],
} as const

describe.each(['zh-CN', 'en-US'] as const)('a call practised to its end, %s', (locale) => {
  it('is scored by the review sheet, and the book is as it was', async () => {
    await begin(locale)
    const before = await chat.book()
    for (const [says, hears] of CALLS[locale]) expect(await chat.says(says)).toMatch(new RegExp(hears))
    const { total } = chat.replies.at(-1)!.data as { total: number }
    expect(total).toBeGreaterThanOrEqual(80)
    expect(await chat.book()).toEqual(before)
  })
})

it('lines that sound like reports log nothing', async () => {
  await begin()
  const before = await chat.book()
  await chat.says('练一练:怕风险')
  for (const line of [
    '刚打了王女士,下周三上午十点来续存100万',
    '王女士约了周五来办,已经成交50万',
    '提醒我周五给王女士发利率表',
    '王女士手机换成13900001111',
  ])
    expect(await chat.says(line)).toContain('赵阿姨:')
  await chat.says('结束')
  expect(await chat.book()).toEqual(before)
})

it('what may not be said is told at once with the rule and a wording, and halves the score', async () => {
  await begin()
  await chat.says('练一练:嫌收益低')
  await chat.says('王女士您好,我是城东支行的林若溪,您方便吗?')
  const heard = await chat.says('这款产品保本,年化肯定有4%,您放心买。')
  expect(heard).toContain('“保本')
  expect(heard).toContain('不得承诺本金或收益')
  expect(heard).toContain('可以说:')
  expect(heard).toContain('王女士:')
  expect(await chat.says('结束')).toContain('总分减半')
})

it('a question in between is answered, and the customer waits', async () => {
  await begin()
  await chat.says('练一练:嫌收益低')
  const waiting = (await chat.says('王女士您好,我是城东支行的林若溪。')).split('\n')[0]
  const heard = await chat.says('本周谁到期')
  expect(heard).toContain('11月23日至29日到期')
  expect(heard.split('\n')).toContain(waiting)
  expect(await chat.says('这句能发吗:稳赚不赔')).toContain('✗ 不能这样说')
  await chat.restart()
  expect(await chat.says('打给您是想说一下下周三到期的那笔理财。')).toContain('王女士:')
})

it.each([
  ['zh-CN', '练一练:没时间', '算了', '好,不练了。'],
  ['zh-CN', '练一练:没时间', '结束', '还没开口'],
  ['en-US', 'let me practise a first call', 'cancel', 'All right, no more practice.'],
  ['en-US', 'let me practise a first call', 'done', 'not said anything yet'],
] as const)('%s: %s, %s', async (locale, start, says, hears) => {
  await begin(locale)
  await chat.says(start)
  expect(await chat.says(says)).toContain(hears)
  expect(await chat.says('help')).not.toContain(':「')
  expect(await chat.says(says)).not.toContain(hears)
})

it('another call takes the place of the one under way; a button begins one', async () => {
  await begin()
  await chat.says('练一练:嫌收益低')
  expect(await chat.says('练一练:怕风险')).toContain('赵阿姨')
  expect(await chat.says('算了')).toBe('好,不练了。')
  expect(await chat.says('算了')).not.toContain('不练了')
  await chat.pressesWith('objection.show', { objection: 'trust' })
  expect(await chat.presses('practice.start')).toContain('郑师傅')
  await chat.says('郑师傅您好,我是城东支行的林若溪。')
  await chat.says('结束')
  expect(await chat.presses('practice.which')).toContain('练哪一种')
  expect(await chat.presses('practice.start', { topic: 'first-call/vip' })).toContain('许总')
})
