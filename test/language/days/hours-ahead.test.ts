import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { hoursAhead } from '../../../src/language/days/hours-ahead.js'

const TODAY = day('2026-11-23')

describe('hours and minutes from now', () => {
  it.each([
    ['两小时后提醒我', '2026-11-23', '12:10'],
    ['2个小时后打给她', '2026-11-23', '12:10'],
    ['过一个小时后再打', '2026-11-23', '11:10'],
    ['一个半小时后提醒我', '2026-11-23', '11:40'],
    ['半小时后提醒我', '2026-11-23', '10:40'],
    ['半个钟头之后打', '2026-11-23', '10:40'],
    ['二十分钟后打给方总', '2026-11-23', '10:30'],
    ['三刻钟后提醒我', '2026-11-23', '10:55'],
    ['十五小时以后提醒我', '2026-11-24', '01:10'],
    ['remind me in two hours', '2026-11-23', '12:10'],
    ['in an hour call him', '2026-11-23', '11:10'],
    ['in half an hour', '2026-11-23', '10:40'],
    ['in an hour and a half', '2026-11-23', '11:40'],
    ['ping me in 20 mins', '2026-11-23', '10:30'],
    ['in 2 hrs', '2026-11-23', '12:10'],
    ['an hour from now', '2026-11-23', '11:10'],
    ["in two hours' time", '2026-11-23', '12:10'],
  ])('%s', (text, on, time) => {
    const [mention, ...others] = hoursAhead(text, TODAY, '10:10')
    expect(others).toEqual([])
    expect(mention).toMatchObject({ sense: { point: on }, time })
  })

  it.each([
    '等了两小时后他才来',
    '两小时后他回电话了',
    '聊了两个小时',
    '推迟一小时',
    '两小时内给我',
    'it took two hours',
    'we spoke for an hour',
    'within 2 hours',
    'an hour later',
  ])('and words that name no time from now: %s', (text) => {
    expect(hoursAhead(text, TODAY, '10:10')).toEqual([])
  })
})
