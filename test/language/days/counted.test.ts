import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { daysIn } from '../../support/day-reader.js'

describe('days that are counted within a month or from today', () => {
  it.each([
    ['12月第二个周三上午十点约林总', '2026-12-09 10:00'],
    ['12月第五个周三', '2026-12-30'],
    ['12月第五个周五', 'impossible'],
    ['下个月第一个周一', '2026-12-07'],
    ['下个月最后一个周五', '2026-12-25'],
    ['11月第二个周三', '2027-11-10'],
    ['11月第四个周三', '2026-11-25'],
    ['倒数第二个周一 =>', ''],
    ['本月倒数第二个周一', '2026-11-23'],
    ['今年最后一个工作日', '2026-12-31'],
    ['下个月最后一个工作日', '2026-12-31'],
    ['本月最后一个工作日', '2026-11-30'],
    ['12月第一个工作日', '2026-12-01'],
    ['下个工作日', '2026-11-24'],
    ['上个工作日', '2026-11-20'],
    ['三个工作日内', '2026-11-23..2026-11-26'],
    ['五个工作日后', '2026-11-30'],
    ['春节后第一个工作日', 'vague 2027-02-08'],
    ['last Friday of December', '2026-12-25'],
    ['the second Wednesday in Dec at 10', '2026-12-09 10:00'],
    ['first Monday of next month', '2026-12-07'],
    ['last working day of the month', '2026-11-30'],
    ['last business day of December', '2026-12-31'],
    ["next month's last Friday", '2026-12-25'],
    ['the second to last Friday of December', '2026-12-18'],
    ['fifth Friday of December', 'impossible'],
    ['next working day 10am', '2026-11-24 10:00'],
    ['in 3 business days', '2026-11-26'],
    ['within two working days', '2026-11-23..2026-11-25'],
    ['last Friday', '2026-11-20'],
    ['大大后天', '2026-11-27'],
    ['元旦前一天', '2026-12-31'],
    ['春节前三天', '2027-02-03'],
    ['春节前两周', '2027-01-23'],
    ['12月10号前三天', '2026-12-07'],
    ['a week before Christmas', '2026-12-18'],
    ['two days before New Year', '2026-12-30'],
    ['the day before 10 December', '2026-12-09'],
    ['大后天', '2026-11-26'],
    ['两周后的周三', '2026-12-09'],
    ['三个星期后的周五上午十点', '2026-12-18 10:00'],
    ['the Monday after next', '2026-12-07'],
    ['friday after next at 10', '2026-12-11 10:00'],
  ])('%s: %s', (said, means) => {
    expect(daysIn(said)).toBe(means)
  })
})

describe('working days follow the calendar of the year', () => {
  it.each([
    // 2026: the National Day holiday is 1 to 7 October; Saturday the 10th is worked for it.
    ['下个工作日', '2026-09-30', '2026-10-08'],
    ['next working day', '2026-10-09', '2026-10-10'],
    // 2027 has no calendar yet: what may be a holiday is asked about.
    ['下个工作日', '2026-12-31', 'vague 2027-01-01'],
    ['下个工作日', '2026-12-30', '2026-12-31'],
  ])('%s on %s: %s', (said, today, means) => {
    expect(daysIn(said, { today: day(today) })).toBe(means)
  })
})
