import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { asksForLanguage, readSettings } from '../../../src/language/particulars/read-settings.js'
import { TOOLS } from '../a-thread.js'

/** A Monday. */
const TODAY = day('2026-11-23')
const read = (says: string) => readSettings(says, TODAY, TOOLS.particulars.days)

describe('how long one is away', () => {
  it.each([
    ['我明天到周五休假', { from: '2026-11-24', until: '2026-11-27' }],
    ['下周一到周三请假', { from: '2026-11-30', until: '2026-12-02' }],
    ['休假到周五', { until: '2026-11-27' }],
    ['今天和明天请假', { until: '2026-11-24' }],
    ['on mc today and tmr', { until: '2026-11-24' }],
    ["i'm on leave tomorrow", { from: '2026-11-24', until: '2026-11-24' }],
    ['on leave until friday', { until: '2026-11-27' }],
  ])('%s', (says, pause) => expect(read(says)).toEqual({ pause }))
})

it.each(['这几天客户归王志远替我看', '客户交给王志远代看', '让王志远帮我看着', 'zhiyuan covers for me'])(
  'a colleague looks after the book: %s',
  (says) => expect(read(says)).toMatchObject({ standIn: 'begins' }),
)

it.each([
  '还是换回中文吧',
  '切回中文',
  '还是中文吧',
  '说英文',
  'back to chinese',
  'ok switch to english please',
])('nothing but a language is one that is asked for: %s', (says) => expect(asksForLanguage(says)).toBe(true))

it.each(['他只会说中文', '中文名是陈立群', 'she prefers english', '换成中文合同'])(
  'a word about it is not: %s',
  (says) => expect(asksForLanguage(says)).toBe(false),
)
