import { expect, it } from 'vitest'
import {
  campaignAct,
  campaignName,
  campaignSaid,
  membersAsked,
  saidGoals,
} from '../../src/language/particulars/campaign-words.js'
import { readSums } from '../../src/language/sums/read-sums.js'

const goals = (text: string) =>
  saidGoals({ text, sums: readSums(text, []) }).map((one) => [one.kind, one.amount])

it.each([
  [
    '目标存款2亿、发卡5000张、代发700万、结算1亿',
    'deposits 200000000 cards 5000 payroll 7000000 settlement 100000000',
  ],
  ['目标:存款三千万,发卡两百张', 'deposits 30000000 cards 200'],
  ['福满楼开了3张商务卡,算微企活动', 'cards 3'],
  ['刚给王姐办了一张信用卡,记到活动里', 'cards 1'],
  ['陈总存了50万定期,开了2张卡,算活动', 'deposits 500000 cards 2'],
  ['目标发卡5000 存款1亿', 'cards 5000'],
  [
    'goals deposits 200m, cards 5,000, payroll 7m and settlement 100m',
    'deposits 200000000 cards 5000 payroll 7000000 settlement 100000000',
  ],
  ['opened 3 business cards, count it for the campaign', 'cards 3'],
  ['a credit card for the campaign', 'cards 1'],
  ['a campaign for gold card holders', ''],
  ['联系了3个客户', ''],
])('%s', (text, expected) => {
  expect(goals(text).flat().join(' ')).toBe(expected)
})

it.each([
  ['建活动:微企存款 12月1日到3月31日 目标存款2亿', '微企存款'],
  ['新建活动:微企存款,12月1日到3月31日,目标存款2亿', '微企存款'],
  ['建一个微型企业存款活动', '微型企业存款'],
  ['建活动「春季 开门红」目标存款1亿', '春季 开门红'],
  ['建一个活动', undefined],
  ['start a campaign “micro deposits” from 1 December', 'micro deposits'],
  ['set up a deposit campaign for restaurants with goals deposits 5m', 'deposit campaign for restaurants'],
  ['start a campaign', undefined],
])('the name in: %s', (raw, expected) => {
  expect(campaignName(raw, ['12月1日到3月31日'])).toBe(expected)
})

it.each([
  ['微企存款活动做到多少了', '微企存款'],
  ['暂停微企活动', '微企'],
  ['活动做到多少了', undefined],
  ['结束活动', undefined],
  ['pause the micro deposits campaign', 'micro deposits'],
  ['how is the campaign doing', undefined],
  ['close the campaign', undefined],
])('the campaign meant in: %s', (text, expected) => {
  expect(campaignSaid(text)).toBe(expected)
})

it.each([
  ['活动里谁还没联系', 'open'],
  ['活动里没联系的还剩多少', 'open'],
  ['活动名单里谁有意向', 'interested'],
  ['活动里哪些拒绝了', 'declined'],
  ['活动做到多少了', undefined],
  ['活动办了多少张卡', undefined],
  ["who in the campaign hasn't been contacted", 'open'],
  ['who is left to call in the campaign', 'open'],
  ['who declined in the campaign', 'declined'],
  ['how many cards were won', undefined],
])('whose names: %s', (text, expected) => {
  expect(membersAsked(text)).toBe(expected)
})

it.each([
  ['暂停活动', 'pause'],
  ['活动先停一停', 'pause'],
  ['恢复活动', 'resume'],
  ['结束活动', 'close'],
  ['开始活动', 'start'],
  ['put the campaign on hold', 'pause'],
  ['resume the campaign', 'resume'],
  ['end the campaign', 'close'],
])('what is done: %s', (text, expected) => {
  expect(campaignAct(text)).toBe(expected)
})
