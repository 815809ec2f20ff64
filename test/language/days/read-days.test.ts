import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { DAYS, daysIn, MONDAY } from '../../support/day-reader.js'

describe('what names no single day is marked, never a false day', () => {
  it.each([
    ['年后来存100万', 'vague 2027-02-08'],
    ['过完年来办', 'vague 2027-02-08'],
    ['春节后再说', 'vague 2027-02-08'],
    ['国庆后再联系', 'vague 2027-10-04'],
    ['after CNY', 'vague 2027-02-08'],
    ['after Chinese New Year', 'vague 2027-02-08'],
    ['周五以后再打', 'vague 2026-11-28'],
    ['after Friday', 'vague 2026-11-28'],
    ['两三天后', 'vague 2026-11-25'],
    ['三五天后', 'vague 2026-11-26'],
    ['三天后', '2026-11-26'],
    ['今天完成多少', '2026-11-23'],
    ['两三天内', '2026-11-23..2026-11-26'],
    ['年前', '2026-11-23..2027-02-05'],
    ['三年前', '2023-11-23'],
    ['五年后', '2031-11-23'],
    ['结完婚再说 =>', ''],
    ['忙完这阵 =>', ''],
    ['after the wedding =>', ''],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('a date that the calendar does not have is marked, never another day', () => {
  it.each([
    ['2月30日到期的', 'impossible'],
    ['4月31号', 'impossible'],
    ['4月30号', '2027-04-30'],
    ['12月32号', 'impossible'],
    ['13月5号', 'impossible'],
    ['本月31号', 'impossible'],
    ['2026-02-30', 'impossible'],
    ['31 April', 'impossible'],
    ['30 April', '2027-04-30'],
    ['Feb 30', 'impossible'],
    ['40th of May', 'impossible'],
    ['31/4', 'impossible'],
    ['3026年1月1日', 'impossible'],
    ['1000年后', 'impossible'],
    ['500天后', '2028-04-06'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('days from today, deadlines and the end of a day', () => {
  it.each([
    ['听日下昼三点', '2026-11-24 15:00'],
    ['聽日', '2026-11-24'],
    ['今朝', '2026-11-23'],
    ['后日', '2026-11-25'],
    ['大后天下午两点', '2026-11-26 14:00'],
    ['下个礼拜', '2026-11-30..2026-12-06'],
    ['下个礼拜三', '2026-12-02'],
    ['day after tmr 3pm', '2026-11-25 15:00'],
    ['by EOD', '2026-11-23'],
    ['EOD Friday', '2026-11-27'],
    ['tmr COB', '2026-11-24'],
    ['by cob Thursday', '2026-11-23..2026-11-26'],
    ['month-end', '2026-11-30'],
    ['周五前', '2026-11-23..2026-11-27'],
    ['before Friday', '2026-11-23..2026-11-26'],
    ['元旦前', '2026-11-23..2026-12-31'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('a number behind a month that counts something is no day of it', () => {
  it.each([
    ['下个月一共多少', '2026-12-01..2026-12-31'],
    ['下个月1号', '2026-12-01'],
    ['下个月十五到期', '2026-12-15'],
    ['下个月二十万到期', '2026-12-01..2026-12-31'],
    ['12月5笔到期', '2026-12-01..2026-12-31'],
    ['12月5号', '2026-12-05'],
    ['12月一起看', '2026-12-01..2026-12-31'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('times of day', () => {
  it.each([
    ['half past four tomorrow', '2026-11-24 16:30'],
    ['quarter to five on Friday', '2026-11-27 16:45'],
    ['10 past 3 tmr', '2026-11-24 15:10'],
    ['明天三点一刻', '2026-11-24 15:15'],
    ['明天三点半', '2026-11-24 15:30'],
    ['明天中午', '2026-11-24 12:00'],
    ['明天傍晚六点', '2026-11-24 18:00'],
    ['tmr 3ish', '2026-11-24 15:00'],
    ['tmr noon', '2026-11-24 12:00'],
    ['明天下午三四点', '2026-11-24 15:00~'],
    ['明天三到四点', '2026-11-24 15:00~'],
    ['周三四点', '2026-11-25 16:00'],
    ['周四十点', '2026-11-26 10:00'],
    ['tomorrow 3-4pm', '2026-11-24 15:00~'],
    ['between 3 and 4 on Friday', '2026-11-27 15:00~'],
    ['from 3 to 4pm tomorrow', '2026-11-24 15:00~'],
    ['下午三点', '15:00'],
    ['at 4', '16:00'],
    ['2.5个点 =>', ''],
    ['问了三点建议 =>', ''],
    ['at 10 clients =>', ''],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('looking back, a span ends where it was said to and "since" today', () => {
  it.each([
    ['从11月1号到11月10号', '2026-11-01..2026-11-10'],
    ['从11月1号到10号', '2026-11-01..2026-11-10'],
    ['11月1号以来', '2026-11-01..2026-11-23'],
    ['from 1 to 10 November', '2026-11-01..2026-11-10'],
    ['since 1 November', '2026-11-01..2026-11-23'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said, { look: 'back' })).toBe(means)
  })
})

/** The longest message that is read at all. */
const LONGEST = 1500

describe('no words make a message slow to read', () => {
  it.each([
    '下',
    '每',
    '一',
    '1',
    '12月',
    '周',
    '三点',
    '3-',
    '1/',
    '十',
    '下个',
    'every ',
    'next ',
    'the first ',
    'in 3 ',
    'to ',
    '3 to ',
    'half past ',
    '  ',
    'last working day of ',
    '第一个周三',
    '到',
    '1号到',
    'monday and ',
    'a',
    '年前',
  ])('%j over and over', (piece) => {
    const text = piece.repeat(LONGEST / piece.length)
    const start = performance.now()
    DAYS.read(text, MONDAY, 'ahead', '10:00')
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
