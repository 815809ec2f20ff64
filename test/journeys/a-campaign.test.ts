import { afterEach, expect, it } from 'vitest'
import type { Locale } from '../../src/domain/manager/manager.js'
import { aDeposit } from '../support/campaigns.js'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat
afterEach(() => chat.stop())

const HEAD = 'M1'
const KEEPER = 'M2'

/** A head and one manager with three micro-enterprises, one of them without consent, and a person. */
const begin = async (locale: Locale) => {
  const zh = locale === 'zh-CN'
  chat = await startChat({
    locale,
    role: 'head',
    customers: [
      aCustomer('C01', {
        type: 'micro',
        name: zh ? '福满楼' : 'Golden Wok',
        occupation: zh ? '餐饮' : 'restaurant',
        holdings: [aDeposit(300_000)],
      }),
      aCustomer('C02', {
        type: 'micro',
        name: zh ? '佳丽美发' : 'Lucky Salon',
        occupation: zh ? '美发' : 'hairdresser',
        holdings: [aDeposit(500_000)],
      }),
      aCustomer('C03', { type: 'micro', name: zh ? '旺角快餐' : 'Happy Diner', marketingConsent: false }),
      aCustomer('C04', { name: zh ? '陈立群' : 'Peter Chen' }),
    ],
  })
}

it("a head's week and a manager's week of a campaign, from the draft to the report", async () => {
  await begin('zh-CN')
  const draft = await chat.says(
    '建活动:微企存款 12月1日到3月31日 目标存款2亿、发卡5000张、代发700万、结算1亿',
  )
  expect(draft).toContain('活动草稿:微企存款')
  for (const step of ['数据来源', '客户分析', '筛选名单', '营销方式', '活动目标', '工作计划', '定期总结'])
    expect(draft).toContain(step)
  expect(draft).toMatch(/存款 2亿[\s\S]*发卡 5,000张[\s\S]*代发\(每月\) 700万[\s\S]*结算 1亿/)
  expect(draft).toContain('没有营销授权 1')
  expect(draft).toContain('入选2户')
  expect(await chat.presses('campaign.start')).toContain('定在12月1日 周二开始')

  chat.moveTo('2026-12-01 09:00')
  expect(await chat.says('活动做到多少了')).toMatch(/进行中[\s\S]*共2户[\s\S]*周启明: 2户/)

  chat.speaksAs(KEEPER)
  expect(await chat.says('活动里谁还没联系')).toMatch(/2位[\s\S]*佳丽美发[\s\S]*福满楼/)
  await chat.says('刚打了佳丽美发,有兴趣')
  const noted = await chat.says('福满楼开了3张商务卡,算微企活动')
  expect(noted).toContain('已记:福满楼开卡3张,算「微企存款」')
  expect(await chat.says('活动做到多少了')).toMatch(/您的客户[\s\S]*有意向 1/)
  expect(await chat.says('暂停活动')).toContain('由网点负责人')

  chat.speaksAs(HEAD)
  const progress = await chat.says('微企活动做到多少了')
  expect(progress).toContain('客户经理口头报3张,另列不相加')
  expect(await chat.says('暂停活动')).toContain('已暂停')
  expect(await chat.says('恢复活动')).toContain('已恢复')

  chat.speaksAs(KEEPER)
  expect(await chat.says('撤销')).toContain('福满楼')
  chat.speaksAs(HEAD)
  expect(await chat.says('活动做到多少了')).not.toContain('口头报3张')

  expect(await chat.says('导出活动')).toContain('campaign export')
  expect(await chat.says('把微企活动的报告导出来')).toContain('得到活动报告')
  expect(await chat.says('导出春节活动')).toContain('campaign export')
  chat.speaksAs(KEEPER)
  expect(await chat.says('导出微企活动')).toContain('由网点负责人')
  chat.speaksAs(HEAD)

  expect(await chat.says('结束活动')).toContain('结束后不能再恢复')
  const report = await chat.says('对')
  expect(report).toContain('已结束')
  expect(report).toContain('「微企存款」总结')
})

it('the same in English', async () => {
  await begin('en-US')
  const draft = await chat.says(
    'start a campaign “micro deposits” for micro-enterprises from 1 December to 31 March, goals deposits 200m, cards 5000, payroll 7m, settlement 100m',
  )
  expect(draft).toContain('Campaign draft: micro deposits')
  for (const step of ['1 Data source', '3 Selection', '6 Work plan']) expect(draft).toContain(step)
  expect(draft).toMatch(/Deposits 200,000,000[\s\S]*Cards 5,000 cards[\s\S]*Payroll a month 7,000,000/)
  expect(draft).toContain('2 customers selected')
  expect(await chat.presses('campaign.start')).toContain('begins on Tue 1 Dec')

  chat.moveTo('2026-12-01 09:00')
  expect(await chat.says('how is the campaign doing')).toMatch(/Running[\s\S]*2 in all/)
  chat.speaksAs(KEEPER)
  expect(await chat.says("who in the campaign hasn't been contacted")).toMatch(/Lucky Salon[\s\S]*Golden Wok/)
  expect(await chat.says('Golden Wok opened 3 business cards, count it for the micro campaign')).toContain(
    'Noted: Golden Wok, 3 cards, for “micro deposits”',
  )
  chat.speaksAs(HEAD)
  expect(await chat.says('campaign progress')).toContain('managers told of 3 cards')
  expect(await chat.says('pause the campaign')).toContain('is paused')
  expect(await chat.says('resume the campaign')).toContain('goes on')
  expect(await chat.says('export the campaign')).toContain('campaign export')
  expect(await chat.says('export the micro campaign report as excel')).toContain('the campaign report')
  expect(await chat.says('close the campaign')).toContain('cannot be resumed')
  expect(await chat.says('yes')).toMatch(/is closed[\s\S]*the report/)
})

it('a manager sets up no campaign, and sees none without own members', async () => {
  await begin('zh-CN')
  chat.speaksAs(KEEPER)
  expect(await chat.says('建活动:微企存款 12月1日到3月31日 目标存款2亿')).toContain('由网点负责人')
  expect(await chat.says('活动做到多少了')).toContain('您名下现在没有活动客户')
})

it('a draft that is dropped is gone, and a button of it does nothing', async () => {
  await begin('zh-CN')
  await chat.says('建活动:微企存款 12月1日到3月31日 目标存款2亿')
  expect(await chat.presses('campaign.drop')).toContain('不用了')
  expect(await chat.presses('campaign.start')).not.toContain('开始')
})

it('a result of a customer who is on no list is not noted', async () => {
  await begin('zh-CN')
  chat.speaksAs(KEEPER)
  expect(await chat.says('陈立群开了2张信用卡,算活动')).toContain('不在进行中的活动名单里')
  expect((await chat.book(KEEPER)).customers.flatMap((one) => one.campaignResults ?? [])).toEqual([])
})
