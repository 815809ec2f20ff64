import { describe, expect, it } from 'vitest'
import {
  afterQuestion,
  afterShown,
  afterWrite,
  isFresh,
  kept,
  offeredJustNow,
  recall,
  wroteLast,
} from '../../src/conversation/focus.js'
import { type ConversationState, emptyState, type Focus, type Kept } from '../../src/conversation/state.js'
import { day } from '../../src/domain/day.js'
import type { Frame } from '../../src/language/context.js'
import { inTurn } from './a-flow.js'

const FRESHNESS = { minutes: 30, turns: 8 }
const NOW = inTurn(5, '09:10')

const at = <T>(value: T, turn = 4): Kept<T> => ({ value, ...inTurn(turn) })
const aState = (focus: Focus = {}, turn = 5): ConversationState => ({ ...emptyState('M1'), turn, focus })
const frame = (intent: Frame['intent'], over: Partial<Frame> = {}): Frame => ({
  intent,
  text: '',
  slots: {},
  ...over,
})

describe('what was said is remembered', () => {
  it.each([
    ['30 minutes and 8 turns later', inTurn(9, '09:30'), true],
    ['31 minutes later', inTurn(2, '09:31'), false],
    ['9 turns later', inTurn(10, '09:01'), false],
    ['past midnight', { at: '2026-11-24T00:05:00+08:00', day: day('2026-11-24'), turn: 2 }, false],
  ])('%s: %s', (_when, now, isRemembered) => {
    expect(isFresh(inTurn(1, '09:00'), { turn: now.turn }, now, FRESHNESS)).toBe(isRemembered)
    const state = aState({ customer: { value: 'C1', ...inTurn(1, '09:00') } }, now.turn)
    expect(recall('customer', state, now, FRESHNESS)).toBe(isRemembered ? 'C1' : undefined)
  })

  it('and nothing is recalled of what was not', () =>
    expect(recall('product', aState(), NOW, FRESHNESS)).toBeUndefined())

  it('with its turn', () => expect(kept('C1', aState(), NOW)).toEqual({ value: 'C1', ...NOW }))
})

describe('after a question', () => {
  it('it can be turned', () =>
    expect(afterQuestion(aState(), frame('maturity.list'), NOW)).toEqual({
      asked: { value: frame('maturity.list'), ...NOW },
    }))

  it.each<Frame['intent']>(['campaign.show', 'draft.check', 'help'])(
    'that cannot be turned, the one before still can: %s',
    (intent) => {
      const focus = { asked: at(frame('maturity.list')) }
      expect(afterQuestion(aState(focus), frame(intent), NOW)).toEqual(focus)
    },
  )

  it('of two customers both are spoken of', () =>
    expect(
      afterQuestion(aState(), frame('maturity.list', { slots: { customers: ['C1', 'C2'] } }), NOW).group
        ?.value,
    ).toEqual(['C1', 'C2']))

  it('of one product that one is spoken of; of two, neither', () => {
    const ask = (products: readonly string[]) =>
      afterQuestion(aState(), frame('product.match', { asked: { products } }), NOW).product?.value
    expect(ask(['W115'])).toBe('W115')
    expect(ask(['W115', 'F900'])).toBeUndefined()
  })
})

describe('after something was shown', () => {
  it('one customer is "he"', () =>
    expect(afterShown(aState(), { of: 'customers', ids: ['C1'] }, NOW).customer?.value).toBe('C1'))

  it('nobody is "he" after a list: that would be a guess', () => {
    const focus = afterShown(aState({ customer: at('C9') }), { of: 'customers', ids: ['C1', 'C2'] }, NOW)
    expect(focus.customer).toBeUndefined()
    expect(focus.list?.value).toEqual({ of: 'customers', ids: ['C1', 'C2'] })
    expect(focus.group?.value).toEqual(['C1', 'C2'])
  })

  it('rows are counted as they stand, though a customer stands in two of them', () => {
    const focus = afterShown(aState(), { of: 'customers', ids: ['C1', 'C2', 'C1'] }, NOW)
    expect(focus.list?.value.ids).toEqual(['C1', 'C2', 'C1'])
    expect(focus.group?.value).toEqual(['C1', 'C2'])
  })

  it('going through a list keeps it; somebody else ends it', () => {
    const listed = aState({ list: at({ of: 'customers', ids: ['C1', 'C2'] }) })
    expect(afterShown(listed, { of: 'customers', ids: ['C2'] }, NOW).list).toEqual(listed.focus.list)
    expect(afterShown(listed, { of: 'customers', ids: ['C3'] }, NOW).list?.value.ids).toEqual(['C3'])
  })

  it('a product is no customer', () => {
    const focus = afterShown(aState({ customer: at('C1') }), { of: 'products', ids: ['W115'] }, NOW)
    expect(focus.product?.value).toBe('W115')
    expect(focus.customer?.value).toBe('C1')
  })

  it('nothing is spoken of by nothing', () => {
    const focus = { customer: at('C1') }
    expect(afterShown(aState(focus), { of: 'customers', ids: [] }, NOW)).toEqual(focus)
  })
})

describe('after something was written', () => {
  it('about one, that one is "he"', () => {
    const focus = afterWrite(aState({ customer: at('C9') }), ['t5'], ['C1', 'C1'], NOW)
    expect(focus.customer?.value).toBe('C1')
    expect(focus.written).toEqual([{ value: 't5', ...NOW }])
  })

  it('about several, nobody is', () => {
    const focus = afterWrite(aState({ customer: at('C9') }), ['t5'], ['C1', 'C2'], NOW)
    expect(focus.customer).toBeUndefined()
    expect(focus.group?.value).toEqual(['C1', 'C2'])
  })

  it('about nobody, a setting, whoever was spoken of still is', () =>
    expect(afterWrite(aState({ customer: at('C9') }), ['t5'], [], NOW).customer?.value).toBe('C9'))

  it('the last twenty are remembered, the newest last', () => {
    let state = aState()
    for (let turn = 1; turn <= 25; turn++)
      state = { ...state, turn, focus: afterWrite(state, [`t${turn}`], ['C1'], inTurn(turn)) }
    expect(state.focus.written?.map(({ value }) => value)).toEqual(
      Array.from({ length: 20 }, (_, n) => `t${n + 6}`),
    )
  })
})

describe('whether something was written since the last question', () => {
  it.each<readonly [string, Focus, boolean]>([
    ['nothing was said', {}, false],
    ['a question', { asked: at(frame('maturity.list')) }, false],
    ['a write', { written: [at('t4')] }, true],
    ['a write, then a question', { written: [at('t3', 3)], asked: at(frame('maturity.list'), 4) }, false],
    ['a question, then a write', { written: [at('t4', 4)], asked: at(frame('maturity.list'), 3) }, true],
    [
      'a question, then a wish not yet written',
      { wish: at(frame('task.add'), 4), asked: at(frame('maturity.list'), 3) },
      true,
    ],
  ])('%s: %s', (_what, focus, wrote) => expect(wroteLast(aState(focus))).toBe(wrote))
})

describe('readings that were offered', () => {
  const unclear = (turn: number) => ({
    unclear: at({ id: 'u1', text: '陈总那个事', intents: ['customer.show'] as const }, turn),
  })

  it.each([
    [4, true],
    [3, false],
    [5, false],
  ])('in turn %d can be chosen in turn 5: %s', (turn, can) =>
    expect(offeredJustNow(aState(unclear(turn)))?.text).toBe(can ? '陈总那个事' : undefined),
  )
})
