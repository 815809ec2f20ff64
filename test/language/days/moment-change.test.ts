import { describe, expect, it } from 'vitest'
import { day, type Moment } from '../../../src/domain/day.js'
import { weekdayInWeekOf } from '../../../src/language/days/mention.js'
import { readMomentChange } from '../../../src/language/days/moment-change.js'
import { DAYS, folded, MONDAY } from '../../support/day-reader.js'

const WEDNESDAY_AT_THREE: Moment = { day: day('2026-11-25'), time: '15:00' }

function changed(said: string, was = WEDNESDAY_AT_THREE): string | undefined {
  const to = readMomentChange(folded(said), was, MONDAY, DAYS, '10:00')
  return to === undefined ? undefined : `${to.day} ${to.time ?? ''}`.trim()
}

describe('a change keeps what it does not speak of', () => {
  it.each([
    ['改成四点', '2026-11-25 16:00'],
    ['make it 4', '2026-11-25 16:00'],
    ['eh make it 4 can', '2026-11-25 16:00'],
    ['四点吧', '2026-11-25 16:00'],
    ['改成四', '2026-11-25 16:00'],
    ['时间也改,四点半', '2026-11-25 16:30'],
    ['4pm instead', '2026-11-25 16:00'],
    ['make it 9:30', '2026-11-25 09:30'],
    ['make it 10.30', '2026-11-25 10:30'],
    ['make it half four', '2026-11-25 16:30'],
    ['change that to two thirty', '2026-11-25 14:30'],
    ['noon instead', '2026-11-25 12:00'],
    ['改到周五', '2026-11-27 15:00'],
    ['make it Friday', '2026-11-27 15:00'],
    ['make it Friday 11', '2026-11-27 11:00'],
    ['改到后天', '2026-11-25 15:00'],
    ['改到下周三上午十点', '2026-12-02 10:00'],
    ['改成30号', '2026-11-30 15:00'],
    ['明天吧', '2026-11-24 15:00'],
    ['push it to Thursday same time', '2026-11-26 15:00'],
    ['第二天同一时间', '2026-11-26 15:00'],
    ['下周同一时间', '2026-12-02 15:00'],
    ['same time next week', '2026-12-02 15:00'],
    ['推迟一小时', '2026-11-25 16:00'],
    ['提前半小时', '2026-11-25 14:30'],
    ['推后两天', '2026-11-27 15:00'],
    ['an hour later', '2026-11-25 16:00'],
    ['bring forward 30 mins', '2026-11-25 14:30'],
    ['postpone by two weeks', '2026-12-09 15:00'],
    ['move it from 3 to 4', '2026-11-25 16:00'],
    ['不是三点是四点', '2026-11-25 16:00'],
    ['not 3 but 4', '2026-11-25 16:00'],
    ['4 not 3', '2026-11-25 16:00'],
    ['三点改到四点', '2026-11-25 16:00'],
  ])('%s: %s', (said, means) => {
    expect(changed(said)).toBe(means)
  })

  it('what had no time gets none by another day', () => {
    expect(changed('改到周五', { day: day('2026-11-25') })).toBe('2026-11-27')
  })

  it('an evening stays an evening', () => {
    expect(changed('make it 8', { day: day('2026-11-25'), time: '19:00' })).toBe('2026-11-25 20:00')
    expect(changed('make it 8')).toBe('2026-11-25 08:00')
  })

  it('an hour before midnight put off is the next day', () => {
    expect(changed('推迟一小时', { day: day('2026-11-30'), time: '23:30' })).toBe('2026-12-01 00:30')
  })
})

describe('no moment, or none that is one', () => {
  it.each([
    '改成50万',
    'make it 300k',
    'make it 12 calls',
    'the second one',
    '改成微信',
    'it was a call, not a visit',
    '改到上午',
    '2月30号',
    '每周四',
    '过完年',
    '下午三四点',
    '取消',
  ])('%s', (said) => {
    expect(changed(said)).toBeUndefined()
  })
})

describe('a bare weekday in a change', () => {
  it.each([
    ['in the week of what is changed', '2026-12-02', 5, '2026-12-04'],
    ['today is not past', '2026-11-25', 1, '2026-11-23'],
    ['the next one where it is past', '2026-11-19', 4, '2026-11-26'],
  ])('%s', (_, of, wanted, means) => {
    expect(weekdayInWeekOf(day(of), wanted, MONDAY)).toBe(means)
  })
})
