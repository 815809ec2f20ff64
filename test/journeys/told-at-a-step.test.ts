import { afterEach, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { BOLD, CALM } from '../support/products.js'

let chat: Chat
const at = async (step: number) => {
  chat = await startChat({
    products: [CALM, BOLD],
    customers: [
      aCustomer('C01', {
        name: '陈立群',
        nickname: '陈总',
        riskRating: 'C2',
        riskAssessedOn: day('2026-06-01'),
        holdings: [aHolding('2026-11-24')],
        contacts: [aContact('2026-11-20')],
      }),
      aCustomer('C02', { name: '李国强', nickname: '李总' }),
    ],
  })
  await chat.pressesWith('sales.start', { customerId: 'C01' })
  for (let now = 2; now < step; now++)
    await chat.presses('answer', { choice: now === 6 ? 'advance' : 'skip' })
}
afterEach(() => chat.stop())
const customer = async () => (await chat.book()).customers[0]!

const BOTH = [{ kind: 'competitor' }, { kind: 'yield' }]

it.each<[number, string, object]>([
  [2, '他自己说了算,手上有50万闲钱,孩子明年留学', { step: 3, amountFen: 50_000_000 }],
  [2, 'she has to ask her husband', { step: 2, man: { authority: 'no', money: 'unknown' } }],
  [2, '她要问先生', { step: 2, man: { authority: 'no' } }],
  [2, '没有', { step: 2, man: { money: 'no' } }],
  [2, '不知道,下次问', { step: 2, man: { money: 'ask' } }],
  [3, '他嫌收益低,说别家4.2,想再考虑,下周五再约', { step: 4, objections: BOTH, nextOn: '2026-12-04' }],
  [
    3,
    'he says the yield is too low, another bank pays 4.2, wants to think it over, call again next Friday',
    { step: 4, objections: BOTH, nextOn: '2026-12-04' },
  ],
  [3, '没接', { step: 3 }],
  [3, '约了周四下午三点来网点', { step: 4, appointment: { day: '2026-11-26', time: '15:00' } }],
  [3, 'she will come Thursday 3pm', { step: 4, appointment: { day: '2026-11-26', time: '15:00' } }],
  [4, '他没来,改到周五上午十点', { step: 4, appointment: { day: '2026-11-27', time: '10:00' } }],
  [4, "he didn't show up, moved to Friday 10am", { step: 4, appointment: { day: '2026-11-27' } }],
  [4, 'we met, went well', { step: 5, metOn: '2026-11-23' }],
  [5, '稳盈115天,50万,兴趣4分', { step: 6, amountFen: 50_000_000, shown: [{ interest: 4 }] }],
  [6, '他嫌收益低,说别家4.2,想再考虑,下周五再约', { step: 6, objections: BOTH, nextOn: '2026-12-04' }],
  [6, 'he accepted it', { step: 7 }],
  [7, '成交了,50万稳盈115天', { state: 'won', outcome: { amountFen: 50_000_000 } }],
  [7, '没成,他转去招行了', { state: 'lost', outcome: { reason: '他转去招行了' } }],
  [2, '没戏了这单 就是嫌收益低', { state: 'lost', outcome: { reason: '嫌收益低' } }],
  [
    5,
    'lost it. she put the money into DBS',
    { state: 'lost', outcome: { reason: 'she put the money into DBS' } },
  ],
  [2, '这单先搁一搁 延到12月18号', { state: 'postponed', outcome: { until: '2026-12-18' } }],
  [
    3,
    "she'd rather wait, postpone the deal to 14 dec",
    { state: 'postponed', outcome: { until: '2026-12-14' } },
  ],
  [3, '见面推到周五', { state: 'open' }],
  [2, '那成交记上了没', { step: 2, state: 'open' }],
  [2, 'is it recorded', { step: 2, man: { money: 'unknown' } }],
  [7, 'postpone to next Friday', { state: 'postponed', outcome: { until: '2026-12-04' } }],
])('at step %i: %s', async (step, says, comesTo) => {
  await at(step)
  await chat.says(says)
  expect((await customer()).opportunities?.[0]).toMatchObject(comesTo)
})

it('one message is one change: what was noted is shown, and one undo takes back the contact and the step', async () => {
  await at(3)
  const before = await customer()
  const heard = await chat.says('他嫌收益低,说别家4.2,想再考虑,下周五再约')
  expect(heard).toContain('已记:他行更好 · 嫌收益低 · 12月4日 周五再联系')
  const { contacts, agreements } = await customer()
  expect(contacts.at(-1)).toMatchObject({ outcome: 'callback', objection: 'competitor' })
  expect(agreements).toMatchObject([{ kind: 'callback', on: '2026-12-04' }])
  expect(await chat.says('撤销')).toContain('【3】')
  const { opportunities } = await customer()
  expect(opportunities).toEqual(before.opportunities)
})

it('what may not be proposed is refused in words too, whatever else the message tells', async () => {
  await at(5)
  expect(await chat.says('看了锐进成长,很感兴趣,放50万')).toContain('锐进成长不能推荐')
  expect((await customer()).opportunities?.[0]).toMatchObject({ step: 5, shown: [] })
  await chat.presses('answer', { choice: 'skip' })
  await chat.presses('answer', { choice: 'advance' })
  expect(await chat.says('成交了,锐进成长50万')).toContain('锐进成长不能推荐')
  expect((await customer()).holdings).toHaveLength(1)
})

it('a fact told while asking for MAN is kept with the customer', async () => {
  await at(2)
  await chat.says('孩子明年留学')
  expect((await customer()).family).toContain('孩子明年留学')
})

it('words about somebody else are no answer', async () => {
  await at(3)
  await chat.says('李总没接')
  const { customers } = await chat.book()
  expect(customers.map(({ contacts }) => contacts.length)).toEqual([1, 1])
  expect(customers[0]!.opportunities?.[0]?.step).toBe(3)
})
