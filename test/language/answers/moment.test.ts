import { expect, it } from 'vitest'
import { momentIn } from '../../../src/language/answers/moment.js'
import { heardOf } from '../a-thread.js'

it.each([
  ['明天', '2026-11-24', undefined],
  ['周三下午三点', '2026-11-25', '15:00'],
  ['下周一', '2026-11-30', undefined],
  ['下午三点', '2026-11-23', '15:00'],
  ['不是周三,是周四下午两点', '2026-11-26', '14:00'],
  ['tomorrow', '2026-11-24', undefined],
  ['friday at 3pm', '2026-11-27', '15:00'],
  ['in two weeks', '2026-12-07', undefined],
  ['3pm', '2026-11-23', '15:00'],
  ['today', '2026-11-23', undefined],
  // A week begins with its Monday.
  ['下周', '2026-11-30', undefined],
  ['next week', '2026-11-30', undefined],
])('%s', (says, on, time) =>
  expect(momentIn(heardOf(says))).toEqual({ day: on, ...(time === undefined ? {} : { time }) }),
)

it.each(['昨天', '上周五', 'yesterday', 'last friday', '随便', 'soon'])(
  'none is named by what is over, or is no day: %s',
  (says) => expect(momentIn(heardOf(says))).toBeUndefined(),
)
