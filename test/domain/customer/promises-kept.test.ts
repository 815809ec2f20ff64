import { describe, expect, it } from 'vitest'
import { moveAgreement, settleAgreement } from '../../../src/domain/customer/agree.js'
import type { Agreement } from '../../../src/domain/customer/contact.js'
import { promisesDue, promisesKept } from '../../../src/domain/customer/promises-kept.js'
import { day } from '../../../src/domain/day.js'
import { undoChange } from '../../../src/domain/undo.js'
import { aCustomer } from '../../support/customers.js'
import { TODAY } from '../../support/rules.js'

const NOVEMBER = { from: day('2026-11-01'), to: day('2026-11-30') }

const promise = (over: Partial<Agreement> = {}): Agreement => ({
  id: 'p1',
  kind: 'promise',
  on: day('2026-11-20'),
  madeOn: day('2026-11-10'),
  state: 'open',
  ...over,
})

function rate(agreements: readonly Agreement[], today = TODAY) {
  return promisesKept(promisesDue([aCustomer('c1', { agreements })], NOVEMBER, today))
}

describe('promises kept', () => {
  it.each<[string, Agreement, object]>([
    ['open and past its day', promise(), { due: 1, kept: 0, rate: 0 }],
    [
      'kept on its day',
      promise({ state: 'kept', keptOn: day('2026-11-20') }),
      { due: 1, kept: 1, rate: 100 },
    ],
    [
      'kept the day after',
      promise({ state: 'kept', keptOn: day('2026-11-21') }),
      { due: 1, kept: 0, rate: 0 },
    ],
    ['kept, nobody knows when', promise({ state: 'kept' }), { due: 1, kept: 1 }],
    ['of today and open', promise({ on: TODAY }), { due: 0, rate: null }],
    ['of today and kept', promise({ on: TODAY, state: 'kept', keptOn: TODAY }), { due: 1, kept: 1 }],
    ['of tomorrow, kept early', promise({ on: day('2026-11-24'), state: 'kept', keptOn: TODAY }), { due: 0 }],
    ['cancelled', promise({ state: 'cancelled' }), { due: 0 }],
    ['taken back', promise({ state: 'withdrawn' }), { due: 0 }],
    ['a reminder', promise({ kind: 'task' }), { due: 0 }],
    ['before the period', promise({ on: day('2026-10-31') }), { due: 0 }],
  ])('count once their day has come: %s', (_what, one, expected) => {
    expect(rate([one])).toMatchObject(expected)
  })

  it('do not count without a day', () => {
    const { on: _, ...without } = promise()
    expect(rate([without])).toMatchObject({ due: 0, rate: null })
  })

  const customer = aCustomer('c1', { agreements: [promise()] })
  const to = { day: day('2026-11-21') }
  const moved = (movedOn: string) => moveAgreement(customer, 'p1', to, day(movedOn))!

  it.each<[string, string, string]>([
    ['the day before', '2026-11-19', '2026-11-21'],
    ['on its day', '2026-11-20', '2026-11-20'],
    ['after its day', '2026-11-22', '2026-11-20'],
  ])('count on the new day only where they were moved before the old: %s', (_what, movedOn, dueOn) => {
    expect(promisesDue([moved(movedOn).customer], NOVEMBER, TODAY)).toMatchObject([{ dueOn }])
  })

  it('that were moved late and then kept are not kept in time', () => {
    const { customer: late } = moved('2026-11-22')
    const kept = settleAgreement(late, 'p1', 'kept', day('2026-11-22'))!.customer
    expect(promisesKept(promisesDue([kept], NOVEMBER, TODAY))).toMatchObject({ due: 1, kept: 0 })
  })

  it('forget the missed day and the day they were kept when that is taken back', () => {
    const late = moved('2026-11-22')
    const kept = settleAgreement(late.customer, 'p1', 'kept', TODAY)!
    const change = {
      id: 'x',
      kind: 'agreement.settle',
      at: '2026-11-23T08:00:00Z',
      edits: [late.edit, kept.edit],
      undone: false,
    } as const
    const book = { managerId: 'M1', customers: [kept.customer], changes: [change] }
    const undone = undoChange(book, { changeId: 'x' })
    const [back] = undone.status === 'undone' ? undone.book.customers[0]!.agreements : []
    expect(back).toMatchObject({ on: '2026-11-20', state: 'open' })
    expect(back).not.toHaveProperty('missedOn')
    expect(back).not.toHaveProperty('keptOn')
  })
})
