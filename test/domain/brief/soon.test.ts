import { describe, expect, it } from 'vitest'
import { planBrief } from '../../../src/domain/brief/plan-brief.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

function rowOf(over: Partial<Customer>) {
  const book = { managerId: 'M1', customers: [aCustomer('c1', over)], changes: [] }
  return planBrief(book, POLICY, CALENDAR, TODAY).items[0]
}

const dueToday = [aContact('2026-11-16')]
const overdue = [aContact('2026-11-13')]

describe('what comes up within the next working days', () => {
  it('is told with the day it comes up, so that one contact sees to all', () => {
    const row = rowOf({ contacts: dueToday, holdings: [aHolding('2026-11-25')], birthday: day('1980-11-26') })
    expect(row?.soon.map(({ on, reason }) => [on, reason.kind])).toEqual([
      ['2026-11-24', 'maturity'],
      ['2026-11-25', 'birthday'],
    ])
  })

  it('what lies further off, or is on the list today, is not told again', () => {
    expect(rowOf({ contacts: dueToday, birthday: day('1980-11-29') })?.soon).toEqual([])
    expect(rowOf({ contacts: dueToday, holdings: [aHolding('2026-11-24')] })?.soon).toEqual([])
  })
})

describe('the best day', () => {
  it('is the first on which most comes together', () => {
    expect(rowOf({ contacts: dueToday, holdings: [aHolding('2026-11-25')] })?.bestOn).toBe('2026-11-24')
    expect(rowOf({ contacts: dueToday })?.bestOn).toBe(TODAY)
  })

  it.each([
    ['overdue', { contacts: overdue, holdings: [aHolding('2026-11-25')] }],
    ['P1', { contacts: dueToday, holdings: [aHolding('2026-11-24'), aHolding('2026-11-25')] }],
    [
      'gone tomorrow',
      { contacts: [aContact('2026-11-20')], birthday: day('1980-11-24'), holdings: [aHolding('2026-11-25')] },
    ],
  ])('is today where something is %s', (_, over) => {
    expect(rowOf(over)?.bestOn).toBe(TODAY)
  })
})
