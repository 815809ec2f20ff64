import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    holdings: [aHolding('2026-11-24')],
    contacts: [aContact('2026-11-20')],
  }),
  aCustomer('C02', { name: '李望舒', nickname: '李总', contacts: [aContact('2026-11-12')] }),
  aCustomer('C03', {
    name: 'Grace Yang',
    nickname: 'Grace',
    contacts: [aContact('2026-11-20')],
    agreements: [
      { id: 'p1', kind: 'promise', on: day('2026-11-20'), madeOn: day('2026-11-18'), state: 'open' },
    ],
  }),
]

let chat: Chat
const begin = async (locale: Locale) => {
  chat = await startChat({ customers: CUSTOMERS, locale })
  await chat.joins()
}
beforeEach(() => begin('zh-CN'))
afterEach(() => chat.stop())

const customer = async (id: string) => (await chat.book()).customers.find((c) => c.id === id)!

describe('a row of the brief, acted on', () => {
  it('not reached: the attempt is noted, the customer stays, the card says so', async () => {
    const card = await chat.presses('brief.attempt', { customerId: 'C02' })
    expect(card).toContain('李总没接通,已记1次')
    expect(card).toContain('李总 李望舒 (A级)')
    expect(card).toContain('今天联系过1次,没联系上')
    expect((await customer('C02')).contacts.at(-1)).toMatchObject({ reached: false, outcome: 'no-answer' })
  })

  it.each([
    ['2026-11-24', '李总推到明天'],
    ['2026-11-30', '李总推到11月30日 周一'],
  ])('put off to %s: off the list until then', async (until, said) => {
    const card = await chat.presses('brief.defer', { customerId: 'C02', until })
    expect(card).toContain(said)
    expect(card).toContain('今天推后1位:李总')
    expect(card).not.toContain('李总 李望舒')
    expect((await customer('C02')).deferrals).toMatchObject([{ kind: 'snooze', until }])
  })

  it('skipped this time: the reason is asked by button and kept', async () => {
    await chat.presses('brief.skip', { customerId: 'C02' })
    expect((await chat.book()).changes).toEqual([])
    const card = await chat.presses('brief.skip.because', { customerId: 'C02', reason: 'away' })
    expect(card).toContain('李总这次跳过:客户出差或在忙')
    expect((await customer('C02')).deferrals).toMatchObject([{ kind: 'skip', reason: '客户出差或在忙' }])
  })

  it('a promise is kept at one press', async () => {
    const card = await chat.presses('brief.done', { customerId: 'C03', agreementId: 'p1' })
    expect(card).toContain('Grace:答应的事已办好')
    expect(card).not.toContain('Grace Yang')
    expect((await customer('C03')).agreements).toMatchObject([{ state: 'kept' }])
  })

  it.each([
    ['brief.attempt', { customerId: 'C02' }],
    ['brief.defer', { customerId: 'C02', until: '2026-11-24' }],
    ['brief.done', { customerId: 'C03', agreementId: 'p1' }],
  ])('%s is taken back on the card, and can be done anew', async (verb, data) => {
    await chat.presses(verb, data)
    const undone = await chat.presses('brief.undo')
    for (const name of ['陈总', '李总', 'Grace']) expect(undone).toContain(name)
    expect(undone).not.toContain('今天推后')
    expect(undone).not.toContain('没联系上')
    await chat.presses(verb, data)
    expect((await chat.book()).changes.filter((c) => !c.undone)).toHaveLength(1)
  })

  it('a press that arrives twice is written once', async () => {
    const old = chat.replies.at(-1)
    await chat.presses('brief.attempt', { customerId: 'C02' })
    expect(chat.replies.at(-1)).toBe(old)
    await chat.pressesOn(old!, 'brief.attempt', { customerId: 'C02' })
    expect((await customer('C02')).contacts.filter((c) => !c.reached)).toHaveLength(1)
  })

  it('the last row gone, the way back stays', async () => {
    await chat.presses('brief.defer', { customerId: 'C01', until: '2026-11-24' })
    await chat.presses('brief.defer', { customerId: 'C02', until: '2026-11-24' })
    const empty = await chat.presses('brief.done', { customerId: 'C03', agreementId: 'p1' })
    expect(empty).toContain('今天没有必须联系的客户')
    expect(await chat.presses('brief.undo')).toContain('Grace Yang')
  })

  it('someone else’s customer is nobody', async () => {
    const button = { customerId: 'C99', until: '2026-11-24', page: 0, once: 'x' }
    expect(await chat.pressesWith('brief.defer', button)).toBe('这位客户已经不在今天的名单上。')
    expect((await chat.book()).changes).toEqual([])
  })
})

describe('in English', () => {
  it.each([
    ['brief.attempt', { customerId: 'C02' }, '李总 not reached, attempt noted'],
    ['brief.defer', { customerId: 'C02', until: '2026-11-24' }, '李总 put off to tomorrow'],
    ['brief.done', { customerId: 'C03', agreementId: 'p1' }, 'Grace: promise done'],
  ])('%s', async (verb, data, said) => {
    await chat.stop()
    await begin('en-US')
    expect(await chat.presses(verb, data)).toContain(said)
  })
})
