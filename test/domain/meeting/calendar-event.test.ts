import { describe, expect, it } from 'vitest'
import { moveAgreement, settleAgreement } from '../../../src/domain/customer/agree.js'
import type { Agreement } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { calendarEvents } from '../../../src/domain/meeting/calendar-event.js'
import { undoChange } from '../../../src/domain/undo.js'
import { aCustomer } from '../../support/customers.js'
import { TODAY } from '../../support/rules.js'

const meeting = (over: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  kind: 'appointment',
  on: day('2026-11-24'),
  time: '10:00',
  madeOn: TODAY,
  state: 'open',
  ...over,
})
const having = (...agreements: readonly Agreement[]) => aCustomer('C1', { agreements })
const eventsOf = (customer: Customer, zone = 'Asia/Shanghai') => calendarEvents([customer], TODAY, zone, 60)

describe('meetings in a calendar', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-24T02:00:00.000Z', '2026-11-24T03:00:00.000Z'],
    ['Europe/London', '2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z'],
  ])("a time is the manager's in %s", (zone, start, end) => {
    expect(eventsOf(having(meeting()), zone)).toMatchObject([
      { when: { start: new Date(start), end: new Date(end) } },
    ])
  })

  it.each<[string, Partial<Agreement>, number]>([
    ['a call', { kind: 'callback' }, 1],
    ['one that was called off', { state: 'cancelled' }, 1],
    ['one that took place', { state: 'kept' }, 0],
    ['one that was booked by mistake', { state: 'withdrawn' }, 0],
    ['a promise', { kind: 'promise' }, 0],
    ['one of today', { on: TODAY }, 1],
    ['one of yesterday', { on: day('2026-11-22') }, 0],
  ])('%s', (_, over, count) => {
    expect(eventsOf(having(meeting(over)))).toHaveLength(count)
  })

  it('keeps its name and counts every change, a cancellation that was taken back included', () => {
    let customer: Customer = having(meeting())
    const seen = () => eventsOf(customer).map(({ uid, sequence }) => `${uid} ${sequence}`)[0]
    const steps = [seen()]
    customer = moveAgreement(customer, 'a1', { day: day('2026-11-25'), time: '16:00' }, TODAY)!.customer
    steps.push(seen())
    const cancelled = settleAgreement(customer, 'a1', 'cancelled', TODAY)!
    customer = cancelled.customer
    steps.push(seen())
    const change = {
      id: 'x',
      kind: 'agreement.settle',
      at: '',
      edits: [cancelled.edit],
      undone: false,
    } as const
    const undone = undoChange(
      { managerId: 'M1', customers: [customer], changes: [change] },
      { changeId: change.id },
    )
    if (undone.status !== 'undone') throw new Error('nothing to undo')
    customer = undone.book.customers[0]!
    steps.push(seen())
    expect(steps).toEqual(['a1@daybook 0', 'a1@daybook 2', 'a1@daybook 3', 'a1@daybook 4'])
  })
})
