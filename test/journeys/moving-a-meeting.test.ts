import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/domain/customer/contact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer } from '../support/customers.js'

const meeting = (id: string, on: string, time?: string): Agreement => ({
  id,
  kind: 'appointment',
  on: day(on),
  ...(time === undefined ? {} : { time }),
  about: '看大额存单',
  madeOn: day('2026-11-20'),
  state: 'open',
})

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '周婷',
    nickname: '周总',
    contacts: [aContact('2026-11-20')],
    agreements: [meeting('z1', '2026-11-24', '15:00')],
  }),
  aCustomer('C02', {
    name: 'Grace Liu',
    nickname: 'Grace',
    contacts: [aContact('2026-11-20')],
    agreements: [meeting('g1', '2026-11-25', '14:00'), meeting('g2', '2026-11-30', '09:00')],
  }),
  aCustomer('C03', { name: '李望舒', nickname: '李总', contacts: [aContact('2026-11-12')] }),
]

let chat: Chat
const begin = async (locale: Locale) => {
  chat = await startChat({ customers: CUSTOMERS, locale })
}
beforeEach(() => begin('zh-CN'))
afterEach(() => chat.stop())

const agreements = async (id: string) => (await chat.book()).customers.find((c) => c.id === id)!.agreements

describe('a meeting is moved', () => {
  it.each([
    ['周总改到后天下午四点', '2026-11-25', '16:00', '11月25日 周三 16:00 见面'],
    ['周总的约改到四点', '2026-11-24', '16:00', '明天 16:00 见面'],
    // The hour stays where only a day is said.
    ['周总改期到下周一', '2026-11-30', '15:00', '11月30日 周一 15:00 见面'],
    ['陈总改到后天下午四点', '2026-11-24', '15:00', ''],
  ])('%s', async (says, on, time, hears) => {
    expect(await chat.says(says)).toContain(hears)
    expect(await agreements('C01')).toMatchObject([{ on, time }])
  })

  it('says when it was, and is taken back to there; a calendar that holds it takes the newer', async () => {
    expect(await chat.says('周总改到后天下午四点')).toContain('原来:明天 15:00')
    await chat.presses('undo')
    expect(await agreements('C01')).toMatchObject([{ on: '2026-11-24', time: '15:00', revision: 2 }])
  })

  it('one that clashes is moved and said to clash', async () => {
    expect(await chat.says('周总改到后天下午两点')).toContain('注意:和Grace')
  })

  it('asks to when where it was not said, and whether a past hour was meant', async () => {
    expect(await chat.says('周总的约改期')).toContain('改到什么时候')
    expect(await chat.says('今天上午八点')).toContain('已经过了')
    expect(await chat.says('周五上午十点')).toContain('11月27日 周五 10:00')
    expect(await agreements('C01')).toMatchObject([{ on: '2026-11-27', time: '10:00' }])
  })
})

describe('of several meetings it is asked which', () => {
  it('in English, and after a restart', async () => {
    await chat.stop()
    await begin('en-US')
    expect(await chat.says('move Grace to Friday 10')).toContain('There are several with Grace. Which one?')
    await chat.restart()
    // A weekday said alone is the one in the week of the meeting.
    expect(await chat.says('the second')).toContain('Fri 4 Dec 10:00')
    expect(await agreements('C02')).toMatchObject([{ on: '2026-11-25' }, { on: '2026-12-04', time: '10:00' }])
  })

  it.each([
    ['把Grace周三的见面改到周五上午十点', [{ on: '2026-11-27', time: '10:00' }, { on: '2026-11-30' }]],
    ["move Grace's Wednesday meeting to 4pm", [{ on: '2026-11-25', time: '16:00' }, { on: '2026-11-30' }]],
  ])('unless it was said: %s', async (says, left) => {
    await chat.says(says)
    expect(await agreements('C02')).toMatchObject(left)
  })
})

describe('on the list of a day', () => {
  it('each day has its heading, and a meeting is moved or prepared at one press', async () => {
    const list = await chat.says('这周和下周约了谁')
    expect(list).toMatch(/明天:\n1\. 周总 周婷 · 15:00/)
    expect(await chat.presses('meeting.show', { agreementId: 'z1' })).toContain('见面单 · 明天 15:00')
    expect(await chat.presses('agreement.move', { agreementId: 'z1' })).toContain('改到什么时候')
    expect(await chat.says('后天下午四点')).toContain('已改期')
    expect(await agreements('C01')).toMatchObject([{ on: '2026-11-25', time: '16:00' }])
  })
})

describe('a meeting is called off', () => {
  it.each(['周总的约取消', '取消周总的约', 'cancel my meeting with 周总'])('%s', async (says) => {
    const said = await chat.says(says)
    expect(said).toMatch(/已取消|cancelled/i)
    expect(await agreements('C01')).toMatchObject([{ state: 'cancelled' }])
    await chat.presses('undo')
    expect(await agreements('C01')).toMatchObject([{ state: 'open' }])
  })

  it('by its hour alone', async () => {
    expect(await chat.says('取消明天下午三点的见面')).toContain('周总')
    expect(await agreements('C01')).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('where nothing is booked', () => {
  it.each([
    ['取消李总的约', '没有和李总约好的见面或电话'],
    ['李总改到后天', '李总'],
  ])('%s', async (says, hears) => {
    expect(await chat.says(says)).toContain(hears)
  })

  it('a contact that is due is put off as before, and a booking is a booking', async () => {
    await chat.says('李总推到周五再联系')
    expect((await chat.book()).customers[2]?.deferrals).toMatchObject([{ until: '2026-11-27' }])
    await chat.says('约了李总明天下午三点来网点')
    expect(await agreements('C03')).toMatchObject([{ on: '2026-11-24', time: '15:00' }])
  })
})
