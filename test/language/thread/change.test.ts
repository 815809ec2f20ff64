import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import type { Context } from '../../../src/language/context.js'
import { changeIn } from '../../../src/language/thread/change.js'
import { aCall, aContext, aThing, heardOf, inShort } from '../a-thread.js'

const NEXT_DAY = { day: day('2026-11-24'), time: '15:00' }
const wrote = (...written: Context['written']) => aContext({ written, wroteLast: true })

/** A call with 陈总, then one with Grace, by two messages. */
const CALLS = wrote(aCall('C1', { age: 2 }), aCall('C4', { changeId: 't2', made: 2 }))
/** Three calls by one message. */
const ROUND = wrote(aCall('C1'), aCall('C4', { at: 1 }), aCall('C3', { at: 2 }))
/** A reminder of Grace, then an appointment with 陈总. */
const PLANS = wrote(
  aThing({ kind: 'task', customerId: 'C4', age: 2, when: { day: day('2026-11-26') } }),
  aThing({ kind: 'appointment', changeId: 't2', entryId: 'e2', made: 2, when: NEXT_DAY }),
)
const SOLD = {
  reached: true,
  outcome: 'closed',
  channel: 'call',
  amount: { min: 300_000, max: 300_000 },
} as const
/** Two sales, to 陈总 and to David. */
const SALES = wrote(
  aCall('C1', { age: 2, told: SOLD }),
  aCall('C6', { changeId: 't2', made: 2, told: { ...SOLD, amount: { min: 500_000, max: 500_000 } } }),
)
const FACTS = wrote(
  aThing({ kind: 'fact', fact: { field: 'phone', value: '13900001234' } }),
  aThing({
    kind: 'fact',
    changeId: 't2',
    entryId: 'f2',
    customerId: 'C4',
    fact: { field: 'hobby', value: 'fishing' },
  }),
)
const { customerId: _nobody, ...OF_NOBODY } = aThing({ kind: 'setting' })
const BRIEF_TIME = wrote({ ...OF_NOBODY, setting: 'brief-time' })
const DAILY_LIMIT = wrote({ ...OF_NOBODY, setting: 'daily-limit' })

const shown = (says: string, context: Context) => inShort(changeIn(heardOf(says, context), context) ?? [])
function patchOf(says: string, context: Context) {
  const [command] = changeIn(heardOf(says, context), context) ?? []
  return command?.kind === 'amend' ? command.patch : undefined
}

type Case = readonly [says: string, context: Context, comes: string]

describe('taking back', () => {
  it.each<Case>([
    ['陈总的撤销', CALLS, 'take-back 0'],
    ['Grace的作废', CALLS, 'take-back 1'],
    ['take back Grace', CALLS, 'take-back 1'],
    ['陈总的删掉', ROUND, 'take-back 0'],
    ['删掉李总的', ROUND, 'take-back 2'],
    ["don't log Grace", ROUND, 'take-back 1'],
  ])('by name: %s', (says, context, comes) => expect(shown(says, context)).toEqual([comes]))

  it.each<Case>([
    ['第一条删掉', CALLS, 'take-back 0'],
    ['第二条删掉', ROUND, 'take-back 1'],
    ['最后一条删掉', ROUND, 'take-back 2'],
    ['remove the first one', CALLS, 'take-back 0'],
    ['undo the second', ROUND, 'take-back 1'],
    ['strike the last one', ROUND, 'take-back 2'],
  ])('by place: %s', (says, context, comes) => expect(shown(says, context)).toEqual([comes]))

  it.each<Case>([
    ['刚才那条删掉', CALLS, 'take-back 1'],
    ['scratch that', CALLS, 'take-back 1'],
    ['撤销', CALLS, 'take-back last'],
    ['undo', CALLS, 'take-back last'],
    ['撤销', BRIEF_TIME, 'take-back last'],
  ])('of the last: %s', (says, context, comes) => expect(shown(says, context)).toEqual([comes]))

  it.each<Case>([
    ['提醒删掉', PLANS, 'take-back 0'],
    ['cancel the reminder', PLANS, 'take-back 0'],
    ['约的那个取消', PLANS, 'take-back 1'],
    ['cancel that meeting', PLANS, 'take-back 1'],
    ['remove the hobby', FACTS, 'take-back 1'],
  ])('by kind: %s', (says, context, comes) => expect(shown(says, context)).toEqual([comes]))

  it.each([
    ['取消', true],
    ['cancel it', true],
    ['call off Grace', true],
    ['删掉Grace的', false],
    ['the second one was wrong, remove it', false],
  ])('%s calls off: %s', (says, callsOff) => {
    const [command] = changeIn(heardOf(says, PLANS), PLANS) ?? []
    expect(command).toMatchObject({ kind: 'take-back', callsOff })
  })

  it('of one and a change of another are two things, each of its own', () =>
    expect(shown('陈总的撤销,李总改成考虑', ROUND)).toEqual(['take-back 0', 'amend 2']))

  it('leaves what is to stay', () => expect(shown('陈总的撤销,其他保留', ROUND)).toEqual(['take-back 0']))

  it.each<readonly [string, Context]>([
    ['陈姐的删掉', ROUND],
    ['undo Helen', CALLS],
    ["remove David's", ROUND],
    ['撤资的客户', CALLS],
  ])('is none of somebody about whom nothing was written: %s', (says, context) =>
    expect(shown(says, context)).toEqual([]),
  )
})

describe('another day or time', () => {
  it.each([
    ['改到四点', '2026-11-24', '16:00'],
    ['四点', '2026-11-24', '16:00'],
    ['改成后天', '2026-11-25', '15:00'],
    ['推迟一小时', '2026-11-24', '16:00'],
    ['提前半小时', '2026-11-24', '14:30'],
    ['make it 4', '2026-11-24', '16:00'],
    ['friday', '2026-11-27', '15:00'],
    ['push it back an hour', '2026-11-24', '16:00'],
    ['no, at 4', '2026-11-24', '16:00'],
    ['sorry, friday at 10', '2026-11-27', '10:00'],
  ])('%s is of what was written last', (says, on, time) => {
    expect(shown(says, PLANS)).toEqual(['amend 1'])
    expect(patchOf(says, PLANS)).toEqual({ when: { day: on, time } })
  })

  it.each(['Grace改到周五', '提醒改到周五', 'move Grace to friday', 'move the reminder to friday'])(
    '%s is of the one it names',
    (says) => {
      expect(shown(says, PLANS)).toEqual(['amend 0'])
      expect(patchOf(says, PLANS)).toEqual({ when: { day: '2026-11-27' } })
    },
  )

  it.each([
    '陈姐改到四点',
    'move Helen to friday',
    '约李总明天三点',
    'book David tomorrow 3pm',
    '提醒我周五给李总打电话',
    'remind me to call Helen friday',
    '明天谁生日',
    'whose birthday is tomorrow',
    '改成后天谁到期?',
  ])('%s is a wish of its own', (says) => expect(shown(says, PLANS)).toEqual([]))
})

describe('another customer', () => {
  it.each<readonly [string, Context, string, string]>([
    ['不是陈总,是陈姐', CALLS, 'amend 0', 'C2'],
    ['错了,是李总', CALLS, 'amend 1', 'C3'],
    ['not Grace, Helen', CALLS, 'amend 1', 'C5'],
    ['sorry, I meant Helen', CALLS, 'amend 1', 'C5'],
    ['不是Grace,是Helen', PLANS, 'amend 0', 'C5'],
  ])('%s', (says, context, comes, customerId) => {
    expect(shown(says, context)).toEqual([comes])
    expect(patchOf(says, context)?.customer?.candidates).toEqual([customerId])
  })

  it('nothing but who it was with', () =>
    expect(Object.keys(patchOf('不是陈总,是陈姐', CALLS) ?? {})).toEqual(['customer']))
})

describe('how a contact went after all', () => {
  it.each<readonly [string, Context, string, object]>([
    ['不对,他接了,说考虑', CALLS, 'amend 1', { told: { outcome: 'considering', reached: true } }],
    ['结果考虑', CALLS, 'amend 1', { told: { outcome: 'considering' } }],
    ['actually she will think about it', CALLS, 'amend 1', { told: { outcome: 'considering' } }],
    ['李总那个是微信', ROUND, 'amend 2', { channel: 'wechat' }],
    ['陈总的改成微信', CALLS, 'amend 0', { channel: 'wechat' }],
  ])('%s', (says, context, comes, patch) => {
    expect(shown(says, context)).toEqual([comes])
    expect(patchOf(says, context)).toMatchObject(patch)
  })

  it.each<readonly [string, string, number]>([
    ['陈总那个是50万', 'amend 0', 500_000],
    ["David's was 350k", 'amend 1', 350_000],
    ['改成40万', 'amend 1', 400_000],
    ['sorry, 400k', 'amend 1', 400_000],
    ['make it 400k', 'amend 1', 400_000],
    ['两个都改成40万', 'amend 0+1', 400_000],
  ])('%s', (says, comes, yuan) => {
    expect(shown(says, SALES)).toEqual([comes])
    expect(patchOf(says, SALES)).toEqual({ amount: { min: yuan, max: yuan } })
  })

  it.each([
    '李总没接',
    '刚打了李总,没接',
    '李总买了40万',
    "Grace's was 400k",
    '本周谁到期',
    'who matures this week',
  ])('%s is another’s, or a question', (says) => expect(shown(says, SALES)).toEqual([]))
})

describe('another value', () => {
  it.each<readonly [string, Context, string, object]>([
    [
      'sorry, the number is 13900005678',
      FACTS,
      'amend 0',
      { stated: { field: 'phone', value: '13900005678', anew: true } },
    ],
    ['no, she likes golf', FACTS, 'amend 1', { stated: { field: 'hobby', value: 'golf', anew: true } }],
    ['改成七点', BRIEF_TIME, 'amend 0', { setting: { briefTime: '07:00' } }],
    ['make it 7:30', BRIEF_TIME, 'amend 0', { setting: { briefTime: '07:30' } }],
    ['改成20', DAILY_LIMIT, 'amend 0', { setting: { capacity: 20 } }],
    ['no, 15', DAILY_LIMIT, 'amend 0', { setting: { capacity: 15 } }],
  ])('%s', (says, context, comes, patch) => {
    expect(shown(says, context)).toEqual([comes])
    expect(patchOf(says, context)).toEqual(patch)
  })
})

describe('what was written long ago', () => {
  const OLD = wrote(aCall('C1', { age: 7 }))
  const RECENT = wrote(aCall('C1', { age: 6 }))

  it.each(['改成微信', 'make it wechat'])('%s changes it only while it is fresh', (says) => {
    expect(shown(says, RECENT)).toEqual(['amend 0'])
    expect(shown(says, OLD)).toEqual([])
  })

  it.each(['陈总的删掉', '不是陈总,是陈姐'])('%s names it, and changes it still', (says) =>
    expect(shown(says, OLD)).toHaveLength(1),
  )
})

it.each(['撤销', '改到四点', 'undo', 'make it 4'])('where nothing was written %s changes nothing', (says) =>
  expect(changeIn(heardOf(says), aContext())).toBeUndefined(),
)

it('a name that is put right where nothing was written is told so', () =>
  expect(changeIn(heardOf('不是陈总,是陈姐'), aContext())).toMatchObject([{ kind: 'amend', of: [] }]))

it.each(['陈总的删掉?', '改到四点吗?', 'did you delete Grace?'])('%s asks and changes nothing', (says) =>
  expect(shown(says, PLANS)).toEqual([]),
)

it.each<Case>([
  // Of all that one message wrote, and not of the last alone.
  ['都删掉', ROUND, 'take-back 0+1+2'],
  ['全部撤销', ROUND, 'take-back 0+1+2'],
  ['delete all of them', ROUND, 'take-back 0+1+2'],
  ['take it back', CALLS, 'take-back 1'],
  ['take the fishing out', FACTS, 'take-back 1'],
])('%s', (says, context, comes) => expect(shown(says, context)).toEqual([comes]))

it.each(['不是电话,是微信', '不是电话是微信', 'not a call, wechat', 'it was wechat not call'])(
  'the channel that is denied is not the one that is kept: %s',
  (says) => expect(patchOf(says, CALLS)).toEqual({ channel: 'wechat' }),
)

it.each<readonly [string, Context]>([
  ['陈总的生日删掉', CALLS],
  ['Grace的提醒删掉', CALLS],
  ["delete Grace's reminder", CALLS],
])('takes back nothing of another kind than was named: %s', (says, context) =>
  expect(shown(says, context)).toEqual(['take-back ']),
)

describe('not yet as it should be', () => {
  it.fails.each<Case>([
    // What is named to be kept is not the one that goes.
    ['keep Grace, remove the first', ROUND, 'take-back 0'],
  ])('%s', (says, context, comes) => expect(shown(says, context)).toEqual([comes]))

  it.each(['不是30万是40万', '不是30万,是40万'])('one sum for another: %s', (says) =>
    expect(patchOf(says, SALES)).toEqual({ amount: { min: 400_000, max: 400_000 } }),
  )

  it('陈总那条不对,他接了,说没兴趣: what is said to be wrong is no second contact', () =>
    expect(shown('陈总那条不对,他接了,说没兴趣', CALLS)).toEqual(['amend 0']))
})
