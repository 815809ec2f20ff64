import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const CUSTOMERS = [
  aCustomer('C01', {
    name: '陈立群',
    nickname: '陈总',
    aumFen: fenOfYuan(1_800_000),
    contacts: [aContact('2026-11-20')],
    holdings: [aHolding('2028-03-01'), aHolding('2028-03-20', { kind: 'fund' })],
  }),
  aCustomer('C02', {
    name: 'Grace Lim',
    nickname: 'Grace',
    aumFen: fenOfYuan(450_000),
    contacts: [aContact('2026-11-20')],
  }),
  aCustomer('C03', { name: '李望舒', doNotContact: true }),
]

let chat: Chat
afterEach(() => chat.stop())
const begin = async (locale: Locale, role: 'head' | 'manager' = 'manager') => {
  chat = await startChat({ customers: CUSTOMERS, locale, role })
}
const planOf = async (id: string, keeper = 'M1') =>
  (await chat.book(keeper)).customers.find((customer) => customer.id === id)?.plans?.at(-1)

describe('a value plan, in Chinese', () => {
  it('a manager’s draft is shown and agreed to before it is written, and taken back at a word', async () => {
    await begin('zh-CN')
    expect(await chat.says('谁适合做提升计划')).toContain('离200万差20万')
    expect(await chat.says('给陈总做个提升计划')).toContain('总资产 180万 → 200万')
    expect(await planOf('C01')).toBeUndefined()
    expect(await chat.says('对')).toContain('等网点负责人同意')
    expect(await planOf('C01')).toMatchObject({ state: 'draft', target: fenOfYuan(2_000_000) })
    expect(await chat.says('同意陈总的提升计划')).toContain('只有网点负责人可以同意')
    expect(await chat.says('提升计划进展')).toContain('草稿')
    await chat.says('撤销')
    expect(await planOf('C01')).toBeUndefined()
  })

  it('stands in the archive with its steps, and so does the next wealth review', async () => {
    await begin('zh-CN')
    await chat.says('给陈总做个提升计划')
    await chat.says('对')
    const heard = await chat.says('陈总的重点客户档案')
    expect(heard).toContain('总资产 180万 → 200万 · 草稿,等负责人同意 · 完成0/7步')
    expect(heard).toContain('财富诊断还没做过')
    expect(await chat.says("Grace's key customer archive")).not.toContain('steps done')
  })

  it('keeps the sum and the day that were said', async () => {
    await begin('zh-CN')
    await chat.says('给Grace做个提升计划,明年5月31日前总资产到60万')
    await chat.says('对')
    expect(await planOf('C02')).toMatchObject({
      metric: 'aum',
      target: fenOfYuan(600_000),
      due: '2027-05-31',
    })
  })

  it('is none for who asked for quiet', async () => {
    await begin('zh-CN')
    expect(await chat.says('给李望舒做个提升计划')).toContain('勿扰')
  })

  it('the head agrees, it is ticked by facts, looked at, adjusted and stopped, and the missing fact is asked', async () => {
    await begin('zh-CN', 'head')
    await chat.says('给陈总做个提升计划')
    await chat.says('对')
    expect(await chat.says('该看哪些计划了')).toContain('周启明')
    expect(await chat.presses('plan.show')).toContain('草稿')
    expect(await chat.presses('plan.move', { kind: 'agree' })).toContain('从今天开始')
    expect(await planOf('C01', 'M2')).toMatchObject({
      state: 'running',
      agreed: { on: '2026-11-23', by: 'M1' },
      started: { on: '2026-11-23', value: fenOfYuan(1_800_000) },
    })

    chat.moveTo('2026-12-01 09:00')
    await chat.says('刚打了陈总,聊了聊')
    expect(await chat.says('陈总的提升计划')).toContain('✓ 情感维护')

    chat.moveTo('2027-01-11 09:00')
    expect(await chat.says('该看哪些计划了')).toContain('两周没有进展')
    expect(await chat.says('陈总的提升计划照旧')).toContain('照旧')
    const due = (await planOf('C01', 'M2'))?.due
    expect(await chat.says('陈总的提升计划多给一个月')).toContain('调整好了')
    expect(await planOf('C01', 'M2')).toMatchObject({
      checks: [{ verdict: 'on-track' }, { verdict: 'adjust' }],
      earlier: [{ due, until: { on: '2027-01-11', by: 'M1' } }],
    })
    const stopped = await chat.says('停掉陈总的提升计划,客户出国了')
    expect(stopped).toContain('停了')
    expect(stopped).toContain('还有一件事不知道')
    expect(await planOf('C01', 'M2')).toMatchObject({
      state: 'closed',
      closed: { result: 'not', reason: '客户出国了' },
    })
  })

  it('a press on an older card is not done twice', async () => {
    await begin('zh-CN', 'head')
    await chat.says('给陈总做个提升计划')
    await chat.says('对')
    const card = chat.replies.at(-1)!
    await chat.pressesOn(card, 'plan.move', { kind: 'agree' })
    await chat.pressesOn(card, 'plan.move', { kind: 'agree' })
    expect((await planOf('C01', 'M2'))?.state).toBe('running')
  })
})

describe('a value plan, in English', () => {
  it('from the draft to the end', async () => {
    await begin('en-US', 'head')
    expect(await chat.says('who should get a value plan')).toContain('short of')
    expect(await chat.says('make a value plan for Grace')).toContain('450,000 → 500,000')
    expect(await chat.says('yes')).toContain('draft')
    expect(await chat.says("approve Grace's value plan")).toContain('begins today')
    expect(await chat.says('value plan progress')).toContain('running')
    expect(await chat.says("step 1 of Grace's value plan is done")).toContain('this step is done')
    expect(await chat.says("stop Grace's value plan")).toContain('stopped')
    expect(await planOf('C02', 'M2')).toMatchObject({ state: 'closed' })
    expect(await chat.says('undo')).toContain('Grace')
    expect(await planOf('C02', 'M2')).toMatchObject({
      state: 'running',
      steps: [{ toldOn: day('2026-11-23') }, {}, {}, {}, {}, {}, {}],
    })
  })
})
