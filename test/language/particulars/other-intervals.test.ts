import { expect, it } from 'vitest'
import { otherIntervals } from '../../../src/language/particulars/other-intervals.js'

it.each<[string, object | undefined]>([
  ['要是b级每周联系一次呢', [['B', { days: 7 }]]],
  ['如果b级改成每7天联系一次', [['B', { days: 7 }]]],
  ['假如c级两周一次呢', [['C', { days: 14 }]]],
  ['要是d级每个月联系一次', [['D', { months: 1 }]]],
  [
    '要是a级每三天、b级每十天',
    [
      ['A', { days: 3 }],
      ['B', { days: 10 }],
    ],
  ],
  ['what if tier b was called every week', [['B', { days: 7 }]]],
  ['what if we call tier c every two weeks', [['C', { days: 14 }]]],
  ['what if tier d was called monthly', [['D', { months: 1 }]]],
  ['what if tier a every 3 days', [['A', { days: 3 }]]],
  ['要是多打电话呢', undefined],
])('another rhythm is read from %s', (text, intervals) => {
  expect(otherIntervals(text)).toEqual(intervals)
})
