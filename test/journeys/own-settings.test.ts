import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer } from '../support/customers.js'

/** Monday 23 November 2026, 09:00. */
let chat: Chat

beforeEach(async () => {
  const customers = [
    aCustomer('C01', { name: '陈立群', nickname: '陈总', contacts: [aContact('2026-11-12')] }),
  ]
  chat = await startChat({ customers, colleagues: ['王志远', 'Kevin Lin'] })
})
afterEach(() => chat.stop())

describe('what is pushed is set by a message', () => {
  it.each([
    ['晨报改到八点', '08:30 → 08:00'],
    ['晚间小结改到六点半', '晚间小结: 17:30 → 18:30'],
    ['evening wrap-up at 6:30pm', 'Evening wrap-up: 17:30 → 18:30'],
    ['关掉晚上的总结', '晚间小结: 17:30 → 不推送'],
    ['晚上不要推送', '晚间小结: 17:30 → 不推送'],
    ['不要周五成绩了', '周五成绩: 每周最后一个工作日 → 不推送'],
    ['stop the Friday results', 'Friday’s results: last working day of the week → off'],
    ['别给我发大额异动提醒了', '大额异动提醒: 当天有就提醒 → 不推送'],
    ['no more large movement alerts', 'Large-movement alerts: the same day → off'],
    ['见面单不要发了', '见面单: 见面前一小时 → 不推送'],
    ['stop the meeting sheets', 'Meeting sheets: an hour before a meeting → off'],
    ['晚间小结改到十一点', '12:00到21:00之前'],
    ['晚间小结几点', '晚间小结: 17:30'],
  ])('%s', async (says, hears) => expect(await chat.says(says)).toContain(hears))

  it('what was switched off is switched on by a message or on the card of the settings, once a card', async () => {
    await chat.says('不要周一计划')
    expect(await chat.says('打开周一计划')).toContain('不推送 → 每周第一个工作日')
    await chat.says('设置')
    expect(await chat.presses('settings.set', { push: 'week', on: 'off' })).toContain('→ 不推送')
    expect(await chat.presses('settings.undo')).toContain('设置已改回')
    expect(await chat.says('设置')).toContain('周一计划: 每周第一个工作日')
  })
})

describe('away from work', () => {
  it.each([
    ['今天不上班', '到11月23日 周一为止'],
    ['我下周一到周三休假', '11月30日 周一至12月2日 周三'],
    ['我明天开始休假到12月4号', '11月24日 周二至12月4日 周五'],
    ["I'm off today", 'until Mon 23 Nov'],
    ["I'm on leave until Friday", 'until Fri 27 Nov'],
  ])('%s: no push until then', async (says, hears) => expect(await chat.says(says)).toContain(hears))

  it.each([
    ['让王志远替我看到下周五', '王志远会替您看客户'],
    ['let Kevin cover for me until Friday', 'Kevin Lin looks after your customers'],
    ['我休假到周五,让M2帮我看着', '王志远会替您看客户'],
  ])('%s: a colleague looks after the book', async (says, hears) => {
    expect(await chat.says(says)).toContain(hears)
    expect(await chat.says('设置')).toContain('代看')
    expect(await chat.presses('stand-in.end')).toMatch(/不再替您看客户|no longer looks after your customers/)
    expect(await chat.says('取消代看')).toBe('现在没有人替您看客户。')
  })

  it('a stand-in who was not named is chosen, for the days of the pause', async () => {
    await chat.says('我下周一到周三休假')
    expect(await chat.says('休假期间让同事替我看客户')).toContain('请哪位同事替您看?')
    expect(await chat.presses('stand-in.begin', { managerId: 'M3' })).toContain('11月30日 周一至12月2日 周三')
  })

  it('without a day it is asked until when', async () => {
    expect(await chat.says('让小王替我看客户')).toContain('王志远替您看到哪一天?')
  })
})
