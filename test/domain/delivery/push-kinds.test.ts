import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { decidePush } from '../../../src/domain/delivery/decide-push.js'
import { beginSending, settle } from '../../../src/domain/delivery/settle.js'
import { toldMovements, untoldOf } from '../../../src/domain/delivery/told.js'
import type { Delivery, DeliveryKind } from '../../../src/domain/manager/delivery.js'
import type { Desk } from '../../../src/domain/manager/desk.js'
import type { Manager } from '../../../src/domain/manager/manager.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aCustomer } from '../../support/customers.js'
import { aDesk } from '../../support/desks.js'
import { aManager } from '../../support/roster.js'
import { CALENDAR as calendar } from '../../support/rules.js'

const MONDAY = day('2026-11-23')
const AT = '2026-11-23T09:00:00Z'

function decide(
  kind: DeliveryKind,
  at: string,
  over: { manager?: Partial<Manager>; desk?: Partial<Desk> } = {},
  cutOff = '21:00',
) {
  const now = new Date(`${at.replace(' ', 'T')}:00+08:00`)
  const facts = { manager: aManager(over.manager), desk: aDesk(over.desk), calendar, cutOff, now }
  const decision = decidePush(kind, { ...facts, wrapUpTime: '17:30' })
  return decision.due ? 'due' : decision.reason
}

describe('whom and when each kind is for', () => {
  it.each([
    ['wrap-up', '2026-11-23 17:29', 'too-early'],
    ['wrap-up', '2026-11-23 17:30', 'due'],
    ['wrap-up', '2026-11-23 21:00', 'too-late'],
    ['wrap-up', '2026-11-28 17:30', 'day-off'],
    ['week', '2026-11-23 08:30', 'due'],
    ['week', '2026-11-24 08:30', 'other-day'],
    ['results', '2026-11-27 17:30', 'due'],
    ['campaign', '2026-11-27 17:30', 'not-head'],
    ['results', '2026-11-26 17:30', 'other-day'],
    // National Day 2026: 1 to 7 October are off, Saturday 10 October is worked.
    ['week', '2026-10-08 08:30', 'due'],
    ['results', '2026-09-30 17:30', 'due'],
    ['results', '2026-10-09 17:30', 'other-day'],
    ['results', '2026-10-10 17:30', 'due'],
    ['branch', '2026-11-23 08:30', 'not-head'],
  ] as const)('%s at %s: %s', (kind, at, is) => {
    expect(decide(kind, at)).toBe(is)
  })

  it.each([
    ['branch', 'due'],
    ['brief', 'no-book'],
    ['week', 'no-book'],
  ] as const)('a branch head: %s is %s', (kind, is) => {
    expect(decide(kind, '2026-11-23 08:30', { manager: { role: 'head' } })).toBe(is)
  })

  it('a manager sets the time of the evening, and what is not wanted', () => {
    const desk = { settings: { wrapUpTime: '16:00', without: ['week'] as const } }
    expect(decide('wrap-up', '2026-11-23 15:59', { desk })).toBe('too-early')
    expect(decide('wrap-up', '2026-11-23 16:00', { desk })).toBe('due')
    expect(decide('week', '2026-11-23 09:00', { desk })).toBe('switched-off')
  })
})

describe('an alert', () => {
  const row = (kind: DeliveryKind, state: Delivery['state'], told?: readonly string[]): Delivery => ({
    day: MONDAY,
    kind,
    state,
    at: AT,
    attempts: 1,
    ...(told && { told }),
  })

  it.each([
    { case: 'before the brief', deliveries: [], is: 'too-early' },
    { case: 'after the brief', deliveries: [row('brief', 'sent')], is: 'due' },
    { case: 'after another alert', deliveries: [row('brief', 'sent'), row('alert', 'sent')], is: 'due' },
    {
      case: 'while one is sent',
      deliveries: [row('brief', 'sent'), row('alert', 'sending')],
      is: 'in-flight',
    },
  ])('$case: $is', ({ deliveries, is }) => {
    expect(decide('alert', '2026-11-23 10:00', { desk: { deliveries } })).toBe(is)
  })

  const movement = (id: string, on: string) => ({
    customer: aCustomer(id),
    on: day(on),
    netFen: fenOfYuan(300_000),
  })
  const two = [movement('C1', '2026-11-20'), movement('C2', '2026-11-23')]
  it.each([
    { case: 'nothing was told', deliveries: [], left: ['C1', 'C2'] },
    { case: 'the brief told one', deliveries: [row('brief', 'sent', ['C1 2026-11-20'])], left: ['C2'] },
    { case: 'the brief was opened', deliveries: [row('brief', 'sent')], left: ['C2'] },
    { case: 'an alert told one', deliveries: [row('alert', 'sent', ['C2 2026-11-23'])], left: ['C1'] },
    {
      case: 'an alert is to be repeated',
      deliveries: [row('alert', 'planned', ['C2 2026-11-23'])],
      left: ['C1', 'C2'],
    },
    { case: 'the evening told one', deliveries: [row('wrap-up', 'sent', ['C1 2026-11-20'])], left: ['C2'] },
    {
      case: 'the evening may have',
      deliveries: [row('wrap-up', 'unknown', ['C1 2026-11-20'])],
      left: ['C1', 'C2'],
    },
  ])('$case: $left', ({ deliveries, left }) => {
    expect(untoldOf(two, aDesk({ deliveries }), MONDAY).map(({ customer }) => customer.id)).toEqual(left)
  })

  it('another alert begins to count anew and keeps what was told', () => {
    const sent = beginSending(aDesk({ deliveries: [row('alert', 'sent', ['a'])] }), MONDAY, 'alert', AT, [
      'b',
    ])
    expect(sent.deliveries).toMatchObject([{ state: 'sending', attempts: 1, told: ['a', 'b'] }])
  })
})

it('the evening has told of a movement only where it has arrived', () => {
  const begun = beginSending(aDesk(), MONDAY, 'wrap-up', AT, ['C1 2026-11-23'])
  const sent = settle(begun, MONDAY, 'wrap-up', { kind: 'sent', activityId: 'm1' }, AT)
  const lost = settle(begun, MONDAY, 'wrap-up', { kind: 'unknown', why: 'no-answer' }, AT)
  expect([...toldMovements(sent)]).toEqual(['C1 2026-11-23'])
  expect([...toldMovements(lost)]).toEqual([])
})
