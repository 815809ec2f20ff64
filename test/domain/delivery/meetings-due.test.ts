import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../../src/domain/customer/contact.js'
import { day } from '../../../src/domain/day.js'
import { meetingDue, meetingsOn } from '../../../src/domain/delivery/meetings-due.js'
import { beginSending, settle } from '../../../src/domain/delivery/settle.js'
import type { Desk } from '../../../src/domain/manager/desk.js'
import { aCustomer } from '../../support/customers.js'
import { aDesk } from '../../support/desks.js'
import { TODAY } from '../../support/rules.js'

const AT = '2026-11-23T02:00:00Z'

function meeting(id: string, time: string | undefined, over: Partial<Agreement> = {}): Agreement {
  const said = time === undefined ? {} : { time }
  return { id, kind: 'appointment', on: TODAY, ...said, madeOn: TODAY, state: 'open', ...over }
}

function due(agreements: readonly Agreement[], time: string, desk: Desk = aDesk()): string | undefined {
  const meetings = meetingsOn([aCustomer('C1', { agreements })], TODAY)
  return meetingDue(meetings, desk, { day: TODAY, time }, 60)?.agreementId
}

describe('the sheet of a meeting is due from an hour before until it begins', () => {
  it.each([
    ['08:59', undefined],
    ['09:00', 'a'],
    ['09:59', 'a'],
    ['10:00', undefined],
  ])('a meeting at 10:00, asked at %s: %s', (time, is) => {
    expect(due([meeting('a', '10:00')], time)).toBe(is)
  })

  it.each<[string, Agreement, string | undefined]>([
    ['a call that was agreed', meeting('a', '10:00', { kind: 'callback' }), 'a'],
    ['a reminder', meeting('a', '10:00', { kind: 'task' }), undefined],
    ['a promise', meeting('a', '10:00', { kind: 'promise' }), undefined],
    ['one that was called off', meeting('a', '10:00', { state: 'cancelled' }), undefined],
    ['one without a time', meeting('a', undefined), undefined],
    ['one of another day', meeting('a', '10:00', { on: day('2026-11-24') }), undefined],
  ])('%s', (_, agreement, is) => {
    expect(due([agreement], '09:30')).toBe(is)
  })

  it('of two the earlier', () => {
    expect(due([meeting('a', '10:30'), meeting('b', '10:15')], '09:45')).toBe('b')
  })
})

describe('each meeting is told of once', () => {
  const begun = beginSending(aDesk(), TODAY, 'meeting', AT, ['a 2026-11-23 10:00'])
  const two = [meeting('a', '10:00'), meeting('b', '10:15')]

  it.each([
    ['is being sent', begun, 'b'],
    ['has arrived', settle(begun, TODAY, 'meeting', { kind: 'sent', activityId: 'm' }, AT), 'b'],
    ['may have arrived', settle(begun, TODAY, 'meeting', { kind: 'unknown', why: 'no-answer' }, AT), 'b'],
    ['was refused for good', settle(begun, TODAY, 'meeting', { kind: 'refused', status: 400 }, AT), 'b'],
    ['was put off by the messenger', settle(begun, TODAY, 'meeting', { kind: 'throttled' }, AT), 'a'],
    ['never left', settle(begun, TODAY, 'meeting', { kind: 'not-sent', why: 'no-connection' }, AT), 'a'],
    ['was refused while suspended', settle(begun, TODAY, 'meeting', { kind: 'forbidden' }, AT), 'a'],
  ])('one that %s', (_, desk, is) => {
    expect(due(two, '09:20', desk)).toBe(is)
  })

  it('one that was put off does not bring back the one before it', () => {
    const first = settle(begun, TODAY, 'meeting', { kind: 'sent', activityId: 'm' }, AT)
    const second = beginSending(first, TODAY, 'meeting', AT, ['b 2026-11-23 10:15'])
    expect(due(two, '09:20', settle(second, TODAY, 'meeting', { kind: 'throttled' }, AT))).toBe('b')
  })

  it('one that was moved is told of at its new time', () => {
    const sent = settle(begun, TODAY, 'meeting', { kind: 'sent', activityId: 'm' }, AT)
    expect(due([meeting('a', '10:00')], '09:30', sent)).toBeUndefined()
    expect(due([meeting('a', '16:00')], '09:30', sent)).toBeUndefined()
    expect(due([meeting('a', '16:00')], '15:00', sent)).toBe('a')
  })
})
