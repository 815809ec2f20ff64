import { afterEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS: readonly Customer[] = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    occupation: '企业主',
    holdings: [aHolding('2026-11-24')],
    contacts: [aContact('2026-11-20')],
  }),
  aCustomer('C02', { name: '李望舒', nickname: '李总', contacts: [aContact('2026-11-20')] }),
  aCustomer('C03', { name: '周静', nickname: '周姐', doNotContact: true, marketingConsent: false }),
  aCustomer('C04', {
    name: '吴敏',
    nickname: '吴姐',
    doNotContact: true,
    holdings: [aHolding('2026-11-24')],
  }),
]

let chat: Chat
const begin = async (locale: Locale = 'zh-CN') => {
  chat = await startChat({ customers: CUSTOMERS, locale })
  await chat.joins()
}
afterEach(() => chat.stop())
const script = (customerId: string) => chat.pressesWith('script.show', { customerId })

describe('before a call', () => {
  it('every reason has its line with the customer’s own figures, then two times, then a voicemail', async () => {
    await begin()
    const heard = await chat.presses('script.show', { customerId: 'C01' })
    expect(heard).toContain('话术 · 陈总 陈立群')
    expect(heard).toMatch(/稳享120天.*明天到期/)
    expect(heard).toMatch(/陈总.*11月24日周二/)
    expect(heard).toMatch(/约时间:\n.*今天下午3点.*明天上午10点/)
    expect(heard).toContain('没接通,留言:')
    expect(heard).toContain('企业主:')
    expect(heard).not.toMatch(/\{[a-zA-Z]+\}/)
  })

  it('asked again, another line is given', async () => {
    await begin()
    const first = await script('C01')
    const second = await chat.presses('script.show', { customerId: 'C01' })
    const lineOf = (words: string) => words.split('\n')[2]
    expect(lineOf(second)).not.toBe(lineOf(first))
  })

  it('where nothing is up, there is a pretext of care', async () => {
    await begin()
    expect(await script('C02')).toContain('没有要紧事,先用这句开头')
  })

  it('who may not be contacted is not called, but for what they must be told', async () => {
    await begin()
    const quiet = await script('C03')
    expect(quiet).toContain('勿扰客户,今天没有必须通知的事')
    expect(quiet).not.toContain('约时间')
    const notice = await script('C04')
    expect(notice).toMatch(/吴姐.*稳享120天/)
    expect(notice).not.toContain('约时间')
  })

  it('someone else’s customer is nobody', async () => {
    await begin()
    expect(await script('C99')).toBe('您的客户里没有“C99”。')
  })

  it('in English', async () => {
    await begin('en-US')
    const heard = await script('C01')
    expect(heard).toContain('Script · 陈总 陈立群')
    expect(heard).toMatch(/To set a time:\n.*today at 3 pm.*tomorrow at 10 am/)
    expect(heard).not.toMatch(/\{[a-zA-Z]+\}/)
  })
})

describe('asked for in words', () => {
  it.each([
    ['给陈总打电话怎么说', '话术 · 陈总 陈立群', '约时间:'],
    ['script for a first call', 'Script · First call', '[name]'],
    ['到期提醒怎么开口', '话术 · 到期', '「称呼」'],
    ['生日祝福怎么写', '话术 · 生日', '「称呼」'],
    ['话术', '要哪一种话术', '约来网点'],
  ])('%s', async (text, ...heard) => {
    await begin()
    const answer = await chat.says(text)
    for (const words of heard) expect(answer).toContain(words)
  })
})

describe('without a customer', () => {
  it('the lines of a situation, with words in brackets for what is the customer’s own', async () => {
    await begin()
    const heard = await chat.pressesWith('script.topic', { topic: 'occasion/maturity' })
    expect(heard).toContain('话术 · 到期')
    expect(heard).toContain('「称呼」')
    const again = await chat.presses('script.topic')
    expect(again.split('\n')[1]).not.toBe(heard.split('\n')[1])
  })

  it('in English', async () => {
    await begin('en-US')
    const heard = await chat.pressesWith('script.topic', { topic: 'first-call/new' })
    expect(heard).toContain('Script · First call')
    expect(heard).toContain('[your name]')
  })

  it('what is no situation is nothing', async () => {
    await begin()
    expect(await chat.pressesWith('script.topic', { topic: 'occasion/__proto__' })).toBe(
      '这个问题已经过去了。',
    )
  })
})
