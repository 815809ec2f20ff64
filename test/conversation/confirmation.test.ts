import { describe, expect, it } from 'vitest'
import { decide, STAKES } from '../../src/conversation/confirmation.js'
import { day } from '../../src/domain/day.js'
import { INTENTS, isWrite, rowOf } from '../../src/language/intents.js'
import type { Intent, Reading } from '../../src/language/reading.js'
import type { ReportedContact } from '../../src/language/slots.js'

function aReading(intent: Intent, confidence: number, over: Partial<Reading> = {}): Reading {
  return { text: '陈总没接', language: 'zh', intent, confidence, slots: {}, ...over }
}

function aReport(confidence: number, ...contacts: readonly Partial<ReportedContact>[]): Reading {
  const told = contacts.map(
    (contact) => ({ customers: ['C1'], reached: true, outcome: 'info', ...contact }) as const,
  )
  return aReading('contact.log', confidence, { slots: { contacts: told } })
}

/** The nearest sureness below a threshold. */
const below = (threshold: number) => threshold - 0.001

describe('a question', () => {
  it.each([
    [1, 'do'],
    [STAKES.question.unasked, 'do'],
    [below(STAKES.question.unasked), 'ask-again'],
    [0, 'ask-again'],
  ])('that is read with %d: %s', (confidence, decision) =>
    expect(decide(aReading('maturity.list', confidence))).toBe(decision),
  )

  it('whom it is about may be presumed: nothing is written by it', () =>
    expect(decide(aReading('customer.show', 1, { presumes: true }))).toBe('do'))
})

describe('what is written', () => {
  it.each([
    [1, 'do'],
    [STAKES.light.unasked, 'do'],
    [below(STAKES.light.unasked), 'confirm'],
    [STAKES.light.asked, 'confirm'],
    [below(STAKES.light.asked), 'ask-again'],
  ])('and read with %d: %s', (confidence, decision) => {
    expect(decide(aReading('task.add', confidence))).toBe(decision)
    expect(decide(aReport(confidence, { reached: true, outcome: 'info' }))).toBe(decision)
  })

  it.each([
    [STAKES.light.unasked, 'do'],
    [below(STAKES.light.unasked), 'confirm'],
    [STAKES.report.asked, 'confirm'],
    [below(STAKES.report.asked), 'ask-again'],
  ])('and told with whom and how it ended, read with %d: %s', (confidence, decision) => {
    expect(decide(aReport(confidence, { reached: false, outcome: 'no-answer' }))).toBe(decision)
  })

  it.each(INTENTS.filter(isWrite))(
    'is never written unasked where whom it is about is presumed: %s',
    (intent) => expect(decide(aReading(intent, 1, { presumes: true }))).toBe('confirm'),
  )

  it.each(INTENTS.filter(isWrite))('has a stake: %s', (intent) => expect(rowOf(intent).stake).toBeDefined())
})

describe('a remark that belongs to no field', () => {
  const remark = { slots: { fact: { field: 'other', value: '爱喝茶' } } } as const

  it.each([
    [STAKES.remark.unasked, 'do'],
    [below(STAKES.remark.unasked), 'confirm'],
    [below(STAKES.remark.asked), 'ask-again'],
  ])('read with %d: %s', (confidence, decision) =>
    expect(decide(aReading('customer.update', confidence, remark))).toBe(decision),
  )

  it('is as light as any other where it is to be noted in so many words', () =>
    expect(
      decide(aReading('customer.update', STAKES.light.unasked, { ...remark, asked: { toBeNoted: true } })),
    ).toBe('do'))
})

describe('a sale that was closed or lost', () => {
  it.each([
    ['closed', 1, 'do'],
    ['closed', STAKES.heavy.unasked, 'do'],
    ['closed', below(STAKES.heavy.unasked), 'confirm'],
    ['lost', STAKES.heavy.unasked, 'do'],
    ['lost', below(STAKES.heavy.unasked), 'confirm'],
    ['lost', STAKES.heavy.asked, 'confirm'],
    ['closed', below(STAKES.heavy.asked), 'ask-again'],
  ] as const)('%s, read with %d: %s', (outcome, confidence, decision) =>
    expect(decide(aReport(confidence, { outcome }))).toBe(decision),
  )

  it.each([
    [STAKES.heavy.unasked, 'do'],
    [below(STAKES.heavy.unasked), 'confirm'],
  ])('that is surely told, and ended so with %d: %s', (outcome, decision) =>
    expect(decide(aReport(1, { outcome: 'closed', sure: { outcome } }))).toBe(decision),
  )

  it('among others makes the whole report as heavy', () => {
    const others = { reached: false, outcome: 'no-answer', sure: { outcome: 0.6 } } as const
    expect(decide(aReport(0.8, others, { outcome: 'closed', sure: { outcome: 1 } }))).toBe('confirm')
    expect(decide(aReport(1, others, { outcome: 'closed', sure: { outcome: 1 } }))).toBe('do')
    expect(decide(aReport(1, others, { outcome: 'closed', sure: { outcome: 0.6 } }))).toBe('confirm')
  })
})

describe('a reading that was given by a button or a choice', () => {
  const given = { explain: { by: 'rule', rule: 'given', readAs: '' } } as const

  it.each<readonly [Intent, number]>([
    ['maturity.list', 0.01],
    ['task.add', 0.01],
    ['contact.log', 0.2],
  ])('%s is done, however little it looks like it', (intent, confidence) =>
    expect(decide(aReading(intent, confidence, given))).toBe('do'),
  )

  it('is shown first where it presumes', () =>
    expect(decide(aReading('contact.log', 1, { ...given, presumes: true }))).toBe('confirm'))
})

describe('a conversation of its own begins', () => {
  it.each([
    [STAKES.light.unasked, 'do'],
    [below(STAKES.light.unasked), 'ask-again'],
  ])('where it is read with %d: %s', (confidence, decision) =>
    expect(decide(aReading('sales.start', confidence))).toBe(decision),
  )
})

describe('the stakes', () => {
  it('are the higher, the surer a reading must be', () => {
    expect(STAKES.heavy.unasked).toBeGreaterThan(STAKES.light.unasked)
    const { report: _report, ...rows } = STAKES
    for (const { unasked, asked } of Object.values(rows)) expect(asked).toBeLessThanOrEqual(unasked)
  })

  it('do not depend on the day that is said', () => {
    const when = { day: day('2026-11-24') }
    expect(decide(aReading('appointment.add', 0.6, { slots: { when } }))).toBe('do')
  })
})
