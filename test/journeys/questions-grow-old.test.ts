import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat

beforeEach(async () => {
  chat = await startChat({
    now: '2026-11-23 09:00',
    customers: [
      aCustomer('C01', { name: '陈立群', nickname: '陈总' }),
      aCustomer('C02', { name: '陈建国', nickname: '陈总' }),
    ],
  })
})
afterEach(() => chat.stop())

const changes = async () => (await chat.book()).changes.length

describe('a question about what would be written', () => {
  it.each([
    ['陈总没接', '2', '2026-11-23 09:30', '已记下\n陈总 陈建国'],
    ['called Boss Chen, no answer', 'the second', '2026-11-23 09:30', 'Written down'],
  ])('%s is answered by %s within half an hour', async (told, answer, at, heard) => {
    await chat.says(told)
    chat.moveTo(at)
    expect(await chat.says(answer)).toContain(heard)
    expect(await changes()).toBe(1)
  })

  it.each([
    ['陈总没接', '2', '2026-11-23 09:31', '先前的“陈总没接”没有记;要记请再说一遍。'],
    ['陈宗没接', '好', '2026-11-24 08:30', '先前的“陈宗没接”没有记;要记请再说一遍。'],
    [
      'called Boss Chen, no answer',
      'ok',
      '2026-11-23 09:31',
      '“called Boss Chen, no ans…” was not written down; say it again to have it kept.',
    ],
  ])('%s is not answered by %s later: it is let go, and said so', async (told, answer, at, heard) => {
    await chat.says(told)
    chat.moveTo(at)
    expect(await chat.says(answer)).toContain(heard)
    expect(await changes()).toBe(0)
    expect(await chat.says('好')).toBe('好的。现在没有等您确认的事。')
  })

  it('is let go once, and the message is heard as a new one', async () => {
    await chat.says('陈总没接')
    chat.moveTo('2026-11-23 10:00')
    const heard = await chat.says('刚打了陈建国,没接')
    expect(heard).toContain('先前的“陈总没接”没有记')
    expect(heard).toContain('已记下\n陈总 陈建国')
    expect(await changes()).toBe(1)
  })

  it('grows old by turns too', async () => {
    await chat.says('陈总没接')
    // Eight turns after it was put it still stands.
    for (let turn = 0; turn < 8; turn++) expect(await chat.says('本周谁到期')).not.toContain('没有记')
    expect(await chat.says('2')).toContain('先前的“陈总没接”没有记')
    expect(await changes()).toBe(0)
  })
})
