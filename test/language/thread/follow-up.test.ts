import { describe, expect, it } from 'vitest'
import { bothOf } from '../../../src/domain/customer/attribute-query.js'
import { day } from '../../../src/domain/day.js'
import type { Frame } from '../../../src/language/context.js'
import { hear } from '../../../src/language/heard.js'
import { frameOf } from '../../../src/language/interpret.js'
import { askedOfAnother, followUp } from '../../../src/language/thread/follow-up.js'
import { heardOf, TODAY, TOOLS } from '../a-thread.js'

const THIS_WEEK = { from: day('2026-11-23'), to: day('2026-11-29') }
const NEXT_WEEK = { from: day('2026-11-30'), to: day('2026-12-06') }
const MATURITIES: Frame = { intent: 'maturity.list', text: '本周谁到期', slots: { period: THIS_WEEK } }
const FUND_MATURITIES: Frame = { ...MATURITIES, slots: { period: THIS_WEEK, productKinds: ['fund'] } }
const HISTORY: Frame = { intent: 'customer.history', text: '陈总上次聊了什么', slots: { customers: ['C1'] } }

const turned = (frame: Frame, says: string) => followUp(frame, heardOf(says))

describe('a few words turn the question before', () => {
  it.each(['那下周呢', '下周呢', '下周', 'and next week', 'what about next week?', 'next week?'])(
    'of another time: %s',
    (says) =>
      expect(turned(MATURITIES, says)).toMatchObject({
        intent: 'maturity.list',
        confidence: 1,
        slots: { period: NEXT_WEEK },
      }),
  )

  it.each(['只看基金', '基金呢', 'only funds', 'funds?'])('of one kind, in the same week: %s', (says) =>
    expect(turned(MATURITIES, says)?.slots).toMatchObject({ period: THIS_WEEK, productKinds: ['fund'] }),
  )

  it.each(['50万以上的', 'only above 500k'])('of larger sums: %s', (says) =>
    expect(turned(MATURITIES, says)?.slots).toMatchObject({ period: THIS_WEEK, amount: { min: 500_000 } }),
  )

  it.each(['那陈姐呢', 'what about 陈姐?'])('of somebody else: %s', (says) =>
    expect(turned(HISTORY, says)).toMatchObject({ intent: 'customer.history', slots: { customers: ['C2'] } }),
  )

  it('and keep the rest of it', () =>
    expect(turned(FUND_MATURITIES, '那下周呢')?.slots).toEqual({ period: NEXT_WEEK, productKinds: ['fund'] }))

  it('下个月不限种类 sets the kind free', () => {
    const reading = turned(FUND_MATURITIES, '下个月不限种类')
    expect(reading?.slots.period).toBeDefined()
    expect(reading?.slots.productKinds).toBeUndefined()
  })
})

describe('words that turn nothing', () => {
  it.each<readonly [string, Frame]>([
    ['陈姐', HISTORY],
    ['看看陈姐', HISTORY],
    ['下周谁生日', MATURITIES],
    ['提醒我下周给陈总打电话', MATURITIES],
    ['刚打了李总,没接', MATURITIES],
    ['谢谢', MATURITIES],
    ['show me Helen', HISTORY],
    ['whose birthday is next week?', MATURITIES],
    ['book Helen next week', MATURITIES],
  ])('%s is a wish of its own', (says, frame) => expect(turned(frame, says)).toBeUndefined())

  it.each<readonly [string, Frame['intent']]>([
    ['那下周呢', 'why.explain'],
    ['基金呢', 'customer.history'],
    ['那陈姐呢', 'brief.show'],
    ['那下周呢', 'help'],
    ['next week?', 'campaign.show'],
  ])('%s fits no %s', (says, intent) => expect(turned({ intent, text: '', slots: {} }, says)).toBeUndefined())
})

describe('the question before of another customer', () => {
  it('is the same question', () =>
    expect(askedOfAnother(HISTORY, heardOf('还有陈姐'), ['C2'])).toMatchObject({
      intent: 'customer.history',
      slots: { customers: ['C2'] },
      mentions: [{ customers: ['C2'] }],
    }))

  it('is none where it is about no customer', () =>
    expect(
      askedOfAnother({ ...MATURITIES, intent: 'brief.show' }, heardOf('还有陈姐'), ['C2']),
    ).toBeUndefined())
})

it('two questions at once are both; with nothing, the other alone', () => {
  const women = {
    query: { kind: 'is', attribute: { of: 'gender', is: 'female' }, said: '女的' },
    order: 'largest',
  } as const
  const dentists = {
    query: { kind: 'is', attribute: { of: 'trade', words: ['牙医'] }, said: '牙医' },
    order: 'largest',
  } as const
  expect(bothOf(women, dentists)?.query).toEqual({ kind: 'all', queries: [women.query, dentists.query] })
  expect(bothOf(women, { order: 'largest' })).toBe(women)
  expect(bothOf(women, undefined)).toBe(women)
  expect(bothOf(undefined, dentists)).toBe(dentists)
})

it('a turned question can be turned again', () => {
  const once = turned(MATURITIES, '只看基金')
  expect(once).toBeDefined()
  expect(turned(frameOf(once!), '那下周呢')?.slots).toEqual({ period: NEXT_WEEK, productKinds: ['fund'] })
})

describe('not yet as it should be', () => {
  it.fails.each(['next month, all products', 'next month, any kind', 'next week, any amount'])(
    '%s sets free as its Chinese does',
    (says) => expect(turned(FUND_MATURITIES, says)?.slots.period).toBeDefined(),
  )
})

describe('the same of a colleague’s book', () => {
  const colleagues = [
    { id: 'M102', name: '王志远' },
    { id: 'M103', name: 'Lin Ruoxi' },
  ]
  const people = TOOLS.understanding.people([], colleagues)
  const heard = (says: string) => {
    const parsed = TOOLS.understanding.parse(says, people, TODAY)
    return hear(parsed, people, { products: [], colleagues }, TODAY, undefined, TOOLS)
  }
  const whose = (says: string) =>
    followUp(MATURITIES, heard(says))?.mentions?.map(({ colleague }) => colleague)

  it.each([
    ['王志远的呢', 'M102'],
    ['那王志远名下的', 'M102'],
    ['只要王志远那边的', 'M102'],
    ["only Lin Ruoxi's", 'M103'],
    ['what about Lin Ruoxi?', 'M103'],
  ])('%s', (says, id) => expect(whose(says)).toEqual([id]))

  it.each(['王志远打了多少电话', '让王志远联系', 'ask Lin Ruoxi to call him'])('no turn: %s', (says) =>
    expect(whose(says)).toBeUndefined(),
  )
})
