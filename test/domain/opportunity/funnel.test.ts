import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { funnel, phaseOf } from '../../../src/domain/opportunity/funnel.js'
import { lose, postpone, skip, win } from '../../../src/domain/opportunity/steps.js'
import { attentionTo } from '../../../src/domain/opportunity/stuck.js'
import { POLICY } from '../../support/rules.js'
import { anOpportunity, granted, OPENED } from './opportunities.js'

const TODAY = day('2026-11-23')
const BOUGHT = {
  product: { productName: '稳盈115天' },
  amountFen: fenOfYuan(300_000),
  currency: 'CNY',
  startsOn: TODAY,
  suitability: { fits: true },
} as const
const at = (step: number, id = 'o1') =>
  step === 1 ? anOpportunity({ id }) : granted(skip(anOpportunity({ id }), OPENED, step))

describe('the phase is read from the step', () => {
  it.each([
    [1, 'lead'],
    [2, 'lead'],
    [3, 'contacted'],
    [4, 'met'],
    [5, 'met'],
    [6, 'negotiating'],
    [7, 'negotiating'],
  ])('step %i: %s', (step, phase) => {
    expect(phaseOf(at(step))).toBe(phase)
  })

  it('won or lost: closed, also from an early step', () => {
    expect(phaseOf(granted(lose(at(2), '不需要', TODAY)))).toBe('closed')
    expect(phaseOf(granted(win(at(7), BOUGHT, TODAY)))).toBe('closed')
  })
})

describe('the funnel', () => {
  it('counts, adds up and tells how many went on', () => {
    const all = [
      anOpportunity({ id: 'a', amountFen: fenOfYuan(100_000) }),
      granted(skip(anOpportunity({ id: 'b', amountFen: fenOfYuan(200_000) }), addDays(OPENED, 4), 3)),
      granted(skip(anOpportunity({ id: 'c', amountFen: fenOfYuan(8_000), currency: 'USD' }), OPENED, 3)),
      granted(lose(granted(skip(anOpportunity({ id: 'd' }), addDays(OPENED, 6), 3)), '不需要', TODAY)),
      granted(win(granted(skip(anOpportunity({ id: 'e' }), OPENED, 6)), BOUGHT, TODAY)),
    ]
    const { phases, steps, won, lost, winRate } = funnel(all, TODAY)
    expect(phases.map((p) => [p.phase, p.count])).toEqual([
      ['lead', 1],
      ['contacted', 2],
      ['met', 0],
      ['negotiating', 0],
      ['closed', 2],
    ])
    expect(phases[1]!.amounts).toEqual([
      { currency: 'CNY', amountFen: fenOfYuan(200_000) },
      { currency: 'USD', amountFen: fenOfYuan(8_000) },
    ])
    expect(phases[4]!.amounts).toEqual([{ currency: 'CNY', amountFen: fenOfYuan(300_000) }])
    expect(steps.map((s) => s.reached)).toEqual([5, 4, 4, 1, 1, 1, 1])
    expect(steps[0]!.conversion).toBe(4 / 5)
    expect(steps[2]!.conversion).toBe(1 / 4)
    expect(steps[6]!.conversion).toBe(1)
    expect({ won, lost, winRate }).toEqual({ won: 1, lost: 1, winRate: 1 / 2 })
  })

  it('days at a step: the middle of all stays, one that lasts counted up to today', () => {
    const all = [
      anOpportunity({ id: 'a' }),
      granted(skip(anOpportunity({ id: 'b' }), addDays(OPENED, 4), 2)),
      granted(lose(anOpportunity({ id: 'c' }), '不需要', addDays(OPENED, 9))),
      granted(skip(anOpportunity({ id: 'd' }), addDays(OPENED, 6), 2)),
    ]
    const { steps } = funnel(all, TODAY)
    expect(steps[0]!.medianDays).toBe((6 + 9) / 2)
    expect(steps[1]!.medianDays).toBe((15 + 17) / 2)
    expect(steps[4]!.medianDays).toBeUndefined()
  })

  it('of nothing is nothing', () => {
    const { steps, winRate } = funnel([], TODAY)
    expect(steps.every((s) => s.count === 0 && s.conversion === undefined)).toBe(true)
    expect(winRate).toBeUndefined()
  })
})

describe('without progress', () => {
  it.each([
    [13, undefined],
    [14, { kind: 'stuck', days: 14 }],
    [40, { kind: 'stuck', days: 40 }],
  ])('for %i days: %j', (days, attention) => {
    expect(attentionTo(at(4), POLICY, addDays(OPENED, days))).toEqual(attention)
  })

  it('a postponed one waits for its day, a closed one for nothing', () => {
    const later = granted(postpone(at(4), day('2026-12-24'), OPENED))
    expect(attentionTo(later, POLICY, day('2026-12-23'))).toBeUndefined()
    expect(attentionTo(later, POLICY, day('2026-12-24'))).toEqual({
      kind: 'postponed-until',
      until: '2026-12-24',
    })
    expect(attentionTo(granted(lose(at(4), '不需要', OPENED)), POLICY, TODAY)).toBeUndefined()
  })
})
