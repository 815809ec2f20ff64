import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS = [
  aCustomer('C01', { name: '陈立群', nickname: '陈总', holdings: [aHolding('2026-11-25')] }),
  aCustomer('C02', { name: 'Grace Yang', nickname: 'Grace', holdings: [aHolding('2026-12-02')] }),
]

let chat: Chat

beforeEach(async () => {
  chat = await startChat({ customers: CUSTOMERS })
})
afterEach(() => chat.stop())

const offered = () => (chat.replies.at(-1)!.data as { choices: readonly string[] }).choices

describe('words that are not understood', () => {
  it.each([
    ['那个东西咋弄', '这句我没看懂。您是想:', '点一个或回复序号'],
    ['do the blue thing for us', 'I did not follow that. Do you mean:', 'Tap one or reply'],
  ])('get the two nearest readings: %s', async (text, which, how) => {
    const heard = await chat.says(text)
    expect(heard).toContain(which)
    expect(heard).toContain(how)
    expect(offered()).toHaveLength(2)
  })

  it('are read so by number, and by button', async () => {
    await chat.says('那个东西咋弄')
    const [, second] = offered()
    expect(await chat.says('2')).not.toContain('没看懂')
    await chat.says('那个东西咋弄')
    expect(await chat.presses('read.as', { intent: second })).not.toContain('没看懂')
  })

  it('are not read by a number that comes later, nor by a button of words long past', async () => {
    await chat.says('那个东西咋弄')
    const [first] = offered()
    await chat.says('本周谁到期')
    expect(await chat.says('1')).toContain('陈总 陈立群')
    await chat.says('明天天气怎样')
    await chat.says('那个东西咋弄')
    expect(await chat.pressesWith('read.as', { id: 'other', intent: first })).toBe('这个问题已经过去了。')
  })

  it('are kept for the administrator, without names and with the two readings', async () => {
    await chat.says('那个东西咋弄给Peter')
    expect(await chat.unclear()).toMatchObject([
      { text: '那个东西咋弄给<name>', count: 1, nearest: offered() },
    ])
  })

  it.each(['😀😀', '。。。', '???', '   !'])(
    'are answered with help where there are no words: %s',
    async (text) => {
      expect(await chat.says(text)).toMatch(/可以这样说|You can say/)
      expect(await chat.unclear()).toEqual([])
    },
  )

  it('are asked for in pieces where they are a letter', async () => {
    expect(await chat.says('这个那个什么的'.repeat(700))).toContain('分几句说')
  })
})

describe('several wishes in one message', () => {
  const contacts = async (id: string) =>
    (await chat.book()).customers.find((c) => c.id === id)!.contacts.filter((c) => c.id.startsWith('t'))

  it.each([
    ['看看陈总的资料,再把Grace放到下周', '陈总 陈立群', 'Grace推到11月30日'],
    ['show me Grace and then skip 陈总 till Friday', 'Grace Yang', '陈总: put off to Fri 27 Nov'],
    ['本周谁到期?下周谁过生日', '陈总 陈立群', '11月30日至12月6日没有客户的生日'],
    ['who matures this week and who has a birthday next week?', '陈总', 'Birthdays 30 Nov – 6 Dec: none'],
  ])('are done in order: %s', async (text, first, second) => {
    const heard = await chat.says(text)
    expect(heard).toContain(first)
    expect(heard).toContain(second)
    expect(heard.indexOf(first)).toBeLessThan(heard.indexOf(second))
  })

  it.each([['刚打了陈总没接,Grace下周三来', ['C01', 'C02']]])(
    'are not made of one report: %s',
    async (text, ids) => {
      await chat.says(text)
      expect((await chat.book()).changes).toHaveLength(1)
      for (const id of ids) expect(await contacts(id)).toHaveLength(1)
    },
  )

  it('a reminder without a name is about whoever the report before it is of', async () => {
    const heard = await chat.says('打了陈总没接,提醒我明天再打')
    expect(heard).toContain('陈总 陈立群: 电话 · 没联系上')
    expect(heard).toContain('已设提醒')
    expect(await contacts('C01')).toHaveLength(1)
    expect((await chat.book()).changes).toHaveLength(2)
  })

  it('a reminder about another customer is no contact with them', async () => {
    const heard = await chat.says('打了陈总没接,提醒我周五给Grace发利率表')
    expect(heard).toContain('陈总 陈立群: 电话 · 没联系上')
    expect(await contacts('C02')).toEqual([])
    expect((await chat.book()).changes).toHaveLength(2)
  })

  it('one that asks something back is answered first, the next is done then, over a restart', async () => {
    const heard = await chat.says('把陈总往后放,再看看Grace的资料')
    expect(heard).not.toContain('Grace Yang')
    await chat.restart()
    const after = await chat.says('下周一')
    expect(after).toContain('陈总推到11月30日')
    expect(after).toContain('Grace Yang')
  })

  it('one that cannot be done does not stop the next', async () => {
    const heard = await chat.says('看看高总的资料,再看看陈总的资料')
    expect(heard).toContain('没有“高总”')
    expect(heard).toContain('陈总 陈立群')
  })
})
