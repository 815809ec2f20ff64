import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { agreement } from '../../../src/domain/occasions/agreement.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { contextOn } from '../../support/rules.js'

function agreed(on: string, over: Partial<Agreement> = {}): Agreement {
  return { id: `a-${on}`, kind: 'promise', on: day(on), madeOn: day('2026-11-02'), state: 'open', ...over }
}

const on = (today: string, agreements: readonly Agreement[], over: Partial<Customer> = {}) =>
  agreement(aCustomer('c1', { agreements, ...over }), contextOn(today))

describe('what was agreed', () => {
  it.each(['appointment', 'callback', 'promise', 'task'] as const)(
    '%s is told on its day, not before',
    (kind) => {
      const list = [agreed('2026-11-25', { kind })]
      expect(on('2026-11-24', list)).toEqual([])
      expect(on('2026-11-25', list)).toMatchObject([{ kind, priority: 1, overdueWorkingDays: 0 }])
    },
  )

  it('a promise past its day is broken, and never ages out', () => {
    expect(on('2026-11-26', [agreed('2026-11-25')])).toMatchObject([{ overdueWorkingDays: 1 }])
    expect(on('2026-12-25', [agreed('2026-11-25')])).toMatchObject([{ overdueWorkingDays: 22 }])
  })

  it('on days off it is told the working day before, and stays open on them', () => {
    const list = [agreed('2026-11-28', { kind: 'appointment' })]
    expect(on('2026-11-27', list)).toMatchObject([{ on: '2026-11-28', overdueWorkingDays: 0 }])
    expect(on('2026-11-28', list)).toEqual([])
    expect(on('2026-11-29', [agreed('2026-11-27')])).toMatchObject([
      { on: '2026-11-27', overdueWorkingDays: 0 },
    ])
  })

  it.each(['kept', 'cancelled', 'withdrawn'] as const)('one that is %s is told no more', (state) => {
    expect(on('2026-11-25', [agreed('2026-11-25', { state })])).toEqual([])
  })

  it('one without a day is told on none', () => {
    const { on: _, ...open } = agreed('2026-11-25')
    expect(on('2026-11-25', [open])).toEqual([])
  })

  it.each([
    ['appointment', 0],
    ['callback', 0],
    ['promise', 1],
    ['task', 1],
  ] as const)('once the customer was spoken with, %s past its day gives %i reasons', (kind, count) => {
    const contacts = [aContact('2026-11-25')]
    expect(on('2026-11-26', [agreed('2026-11-25', { kind })], { contacts })).toHaveLength(count)
  })

  it('an appointment nobody came to stays', () => {
    const contacts = [aContact('2026-11-25', { reached: false }), aContact('2026-11-24')]
    expect(on('2026-11-26', [agreed('2026-11-25', { kind: 'appointment' })], { contacts })).toHaveLength(1)
  })

  it('the sum talked about is at stake where it is yuan', () => {
    const amountFen = fenOfYuan(300_000)
    const list = [
      agreed('2026-11-25', { amountFen }),
      agreed('2026-11-25', { id: 'z', amountFen, currency: 'USD' }),
    ]
    expect(on('2026-11-25', list).map((reason) => reason.atStakeFen)).toEqual([amountFen, undefined])
  })

  it('the earlier hour comes first, and what has no hour last', () => {
    const list = [
      agreed('2026-11-25', { id: 'any' }),
      agreed('2026-11-25', { id: 'three', time: '15:00' }),
      agreed('2026-11-25', { id: 'ten', time: '10:00' }),
    ]
    expect(on('2026-11-25', list).map((reason) => reason.agreementId)).toEqual(['ten', 'three', 'any'])
  })
})
