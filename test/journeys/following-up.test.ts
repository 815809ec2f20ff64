import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    gender: 'male',
    phone: '19900000101',
    holdings: [aHolding('2026-11-25')],
    contacts: [aContact('2026-10-20', { note: '嫌利率低' })],
  }),
  aCustomer('C02', {
    name: 'Grace Yang',
    nickname: 'Grace',
    gender: 'female',
    phone: '19900000202',
    company: '恒达物流',
    holdings: [aHolding('2026-12-02')],
    contacts: [aContact('2026-11-10', { note: 'asked about gold' })],
  }),
  aCustomer('C03', {
    name: '李望舒',
    nickname: '李总',
    gender: 'male',
    phone: '19900000303',
    company: '老街面馆',
    holdings: [aHolding('2026-12-03')],
    contacts: [aContact('2026-11-12')],
  }),
]

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: CUSTOMERS })
})
afterEach(() => chat.stop())

/** Says line after line; each answer holds its words. */
async function talk(...script: readonly (readonly [says: string, ...hears: string[]])[]): Promise<void> {
  for (const [says, ...hears] of script) {
    const heard = await chat.says(says)
    for (const words of hears) expect(heard, says).toContain(words)
  }
}

describe('a few words turn the question before', () => {
  it('to another week, a sum, a kind, a customer', async () => {
    await talk(
      ['本周谁到期', '11月23日至29日到期', '陈总'],
      ['那下周呢', '11月30日至12月6日到期', 'Grace', '李总'],
      ['李总呢', '11月30日至12月6日到期', '1笔'],
    )
    await talk(
      ['who matures next week?', 'Maturing 30 Nov – 6 Dec', '李总'],
      ['and this week?', 'Maturing 23–29 Nov', '陈总'],
      ['only above 2m', '2,000,000 and above'],
    )
  })

  it('of one customer to another', async () => {
    await talk(['陈总上次聊了啥', '嫌利率低'], ['那Grace呢', 'Grace Yang · 最近联系', 'asked about gold'])
    await talk(['last contact with Grace', 'asked about gold'], ['what about 陈总?', '嫌利率低'])
  })

  it('is a question of its own where there is none before', async () => {
    expect(await chat.says('那下周呢')).toContain('您是想')
  })
})

describe('a customer who was shown', () => {
  it('is meant by 他, "her", or no name at all', async () => {
    await talk(
      ['看看陈总的资料', '陈总 陈立群'],
      ['他的电话', '陈总 · 电话: 19900000101'],
      ['上次聊了啥', '嫌利率低'],
    )
    await talk(
      ['pull up Grace', 'Grace Yang'],
      ['her phone', '19900000202'],
      ['last contact?', 'asked about gold'],
    )
  })

  it('is not meant by "his" where it is a woman', async () => {
    await chat.says('pull up Grace')
    expect(await chat.says('his phone')).not.toContain('19900000202')
  })

  it.each([
    ['看看陈总的资料', '他没接', '已记下\n陈总 陈立群: 电话 · 没联系上'],
    ['pull up Grace', 'she said no', 'Written down\nGrace Yang: declined'],
  ])('is written about at once where a pronoun says who: %s, %s', async (show, report, done) => {
    await chat.says(show)
    await talk([report, done])
    expect((await chat.book()).changes).toHaveLength(1)
  })

  it.each([
    ['看看陈总的资料', '没接', '陈总: 电话 · 没联系上', '这样记,对吗', '对', '已记下'],
    ['pull up Grace', 'said no', 'Grace: declined', 'Shall I write it down so?', 'yes', 'Written down'],
  ])('is written about only after that was shown: %s, %s', async (show, report, reading, ask, yes, done) => {
    await chat.says(show)
    await talk([report, reading, ask])
    expect((await chat.book()).changes).toEqual([])
    await talk([yes, done])
    expect((await chat.book()).changes).toHaveLength(1)
  })

  it('is meant after a contact was written down, and after a button', async () => {
    await talk(['刚打了陈总,没接', '已记下'], ['他的电话', '19900000101'])
    await chat.says('本周谁到期')
    await chat.presses('customer.show', { customerId: 'C01' })
    await talk(['上次聊了啥', '嫌利率低'])
  })
})

describe('a row of the list last shown', () => {
  it.each([
    ['下周谁到期', '第二个', '李总 李望舒'],
    ['下周谁到期', '1', 'Grace Yang'],
    ['下周谁到期', '第二个的电话', '19900000303'],
    ['下周谁到期', '做物流那个', 'Grace Yang'],
    ['who matures next week', 'the second one', '李总 李望舒'],
    ['who matures next week', 'the one in logistics', 'Grace Yang'],
    ['who matures next week', 'the last one', '李总 李望舒'],
  ])('%s, %s', async (list, which, who) => {
    await chat.says(list)
    expect(await chat.says(which)).toContain(who)
  })
})

describe('what was talked of', () => {
  it('outlives a restart', async () => {
    await chat.says('看看陈总的资料')
    await chat.restart()
    expect(await chat.says('他的电话')).toContain('19900000101')
  })

  it.each([
    ['2026-11-23 09:00', true],
    ['2026-11-23 09:01', false],
  ])('is remembered for half an hour: at %s %s', async (now, known) => {
    chat.moveTo('2026-11-23 08:30')
    await chat.says('看看陈总的资料')
    chat.moveTo(now)
    expect((await chat.says('他的电话')).includes('19900000101')).toBe(known)
  })

  it('is forgotten overnight', async () => {
    chat.moveTo('2026-11-23 23:55')
    await chat.says('看看陈总的资料')
    chat.moveTo('2026-11-24 00:05')
    expect(await chat.says('他的电话')).not.toContain('19900000101')
  })

  it('is forgotten after eight turns of something else', async () => {
    await chat.says('看看陈总的资料')
    for (let turn = 0; turn < 8; turn++) await chat.says('谢谢')
    expect(await chat.says('他的电话')).not.toContain('19900000101')
  })
})
