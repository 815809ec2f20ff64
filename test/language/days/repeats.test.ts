import { describe, expect, it } from 'vitest'
import { daysIn } from '../../support/day-reader.js'

describe('what is to be done every so often is no single day', () => {
  it.each([
    ['提醒我每周四下午三点给吴阿姨打电话', '2026-11-26 15:00 weekly'],
    ['每周一', '2026-11-30 weekly'],
    ['每周一下午三点', '2026-11-23 15:00 weekly'],
    ['每个礼拜五', '2026-11-27 weekly'],
    ['逢周一例会', '2026-11-30 weekly'],
    ['每周末', '2026-11-28 weekly'],
    ['每天早上九点', '2026-11-24 09:00 daily'],
    ['每天下午三点', '2026-11-23 15:00 daily'],
    ['每个工作日8点', '2026-11-24 08:00 workdays'],
    ['周一到周五每天九点', '2026-11-24 09:00 workdays'],
    ['每月15号提醒我', '2026-12-15 monthly'],
    ['每月最后一天', '2026-11-30 other'],
    ['每个月第一天', '2026-12-01 other'],
    ['每个月25号上午十点', '2026-11-25 10:00 monthly'],
    ['每年5月20日送花', '2027-05-20 yearly'],
    ['每个月给李总打个电话', 'vague 2026-11-24 monthly'],
    ['每周联系一次', 'vague 2026-11-24 weekly'],
    ['一周一次', 'vague 2026-11-24 weekly'],
    ['每年提醒我', 'vague 2026-11-24 yearly'],
    ['every Monday at 9 remind me to check on Mrs Zhao', '2026-11-30 09:00 weekly'],
    ['Mondays at 9', '2026-11-30 09:00 weekly'],
    ['on Fridays', '2026-11-27 weekly'],
    ['each Thursday at 3pm', '2026-11-26 15:00 weekly'],
    ['plays golf every Sunday', '2026-11-29 weekly'],
    ['every day at 9am', '2026-11-24 09:00 daily'],
    ['every weekday at 8', '2026-11-24 08:00 workdays'],
    ['every 15th', '2026-12-15 monthly'],
    ['on the 1st of every month', '2026-12-01 monthly'],
    ['every month', 'vague 2026-11-24 monthly'],
    ['every March 5', '2027-03-05 yearly'],
    ['every year', 'vague 2026-11-24 yearly'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('a rhythm that cannot be kept is said to be one', () => {
  it.each([
    ['隔周三提醒我', 'vague 2026-11-24 other'],
    ['每两周联系一次', 'vague 2026-11-24 other'],
    ['每周一三五下午', '2026-11-30 other'],
    ['每月底提醒我', '2026-11-30 other'],
    ['每月最后一个工作日', 'vague 2026-11-24 other'],
    ['每季度对一次账', 'vague 2026-11-24 other'],
    ['every other Tuesday', 'vague 2026-11-24 other'],
    ['every two weeks', 'vague 2026-11-24 other'],
    ['every Mon and Thu', '2026-11-30 other'],
    ['first Friday of every month', 'vague 2026-11-24 other'],
    ['every quarter', 'vague 2026-11-24 other'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('once is once', () => {
  it.each([
    ['周四下午三点', '2026-11-26 15:00'],
    ['这周四', '2026-11-26'],
    ['Thursday at 3pm', '2026-11-26 15:00'],
    ['next Monday', '2026-11-30'],
    ['the 15th', '2026-12-15'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})
