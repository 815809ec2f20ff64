import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { heardFrom, uninstalled } from '../../../src/domain/delivery/reachable.js'
import type { SendOutcome } from '../../../src/domain/delivery/send-outcome.js'
import {
  beginSending,
  interrupted,
  isClaimed,
  isRepeat,
  settle,
} from '../../../src/domain/delivery/settle.js'
import type { DeliveryKind } from '../../../src/domain/manager/delivery.js'
import type { Desk } from '../../../src/domain/manager/desk.js'
import { findDelivery } from '../../../src/domain/manager/ledger-of-sends.js'
import { aDesk } from '../../support/desks.js'

const MONDAY = day('2026-11-23')
const TUESDAY = day('2026-11-24')
const BEGUN = '2026-11-23T00:30:00.000Z'
const ANSWERED = '2026-11-23T00:30:01.000Z'

function attempted(
  outcome: SendOutcome,
  desk: Desk = aDesk(),
  on = MONDAY,
  kind: DeliveryKind = 'brief',
): Desk {
  return settle(beginSending(desk, on, kind, BEGUN), on, kind, outcome, ANSWERED)
}

describe('a claim', () => {
  const claim = { token: 't1', until: '2026-11-23T00:33:00.000Z' }
  const sending = beginSending(aDesk(), MONDAY, 'brief', BEGUN, [], claim)

  it.each([
    { now: '2026-11-23T00:32:59.999Z', rows: 0 },
    { now: '2026-11-23T00:33:00.000Z', rows: 1 },
  ])('at $now counts as left behind: $rows', ({ now, rows }) => {
    expect(interrupted(sending, new Date(now))).toHaveLength(rows)
  })

  it('of a process that was alone is left behind at once, and so is a row without one', () => {
    expect(interrupted(sending)).toHaveLength(1)
    expect(interrupted(beginSending(aDesk(), MONDAY, 'brief', BEGUN), new Date(BEGUN))).toHaveLength(1)
  })

  it('is over with the answer', () => {
    const settled = settle(sending, MONDAY, 'brief', { kind: 'sent', activityId: 'm1' }, ANSWERED)
    expect(settled.deliveries[0]).not.toHaveProperty('claim')
    expect(isClaimed(sending, MONDAY, 'brief', 't1')).toBe(true)
    expect(isClaimed(sending, MONDAY, 'brief', 't2')).toBe(false)
    expect(isClaimed(settled, MONDAY, 'brief', 't1')).toBe(false)
  })
})

describe('what becomes of a row', () => {
  it('is `sending` before the message leaves, and counts the attempt', () => {
    const once = beginSending(aDesk(), MONDAY, 'brief', BEGUN)
    expect(once.deliveries).toEqual([
      { day: MONDAY, kind: 'brief', state: 'sending', at: BEGUN, attempts: 1 },
    ])
    const twice = beginSending(attempted({ kind: 'throttled' }), MONDAY, 'brief', BEGUN)
    expect(twice.deliveries).toMatchObject([{ state: 'sending', attempts: 2 }])
  })

  it.each<{ outcome: SendOutcome; row: object }>([
    { outcome: { kind: 'sent', activityId: 'm1' }, row: { state: 'sent', activityId: 'm1' } },
    { outcome: { kind: 'throttled', retryAfterMs: 7 }, row: { state: 'planned', detail: 'throttled' } },
    { outcome: { kind: 'try-again' }, row: { state: 'planned', detail: 'try-again' } },
    {
      outcome: { kind: 'not-sent', why: 'no-connection' },
      row: { state: 'planned', detail: 'no-connection' },
    },
    { outcome: { kind: 'not-sent', why: 'no-token' }, row: { state: 'planned', detail: 'no-token' } },
    {
      outcome: { kind: 'not-sent', why: 'bad-reference' },
      row: { state: 'failed', detail: 'bad-reference' },
    },
    { outcome: { kind: 'forbidden' }, row: { state: 'suspended', detail: 'forbidden' } },
    { outcome: { kind: 'gone' }, row: { state: 'failed', detail: 'not-found' } },
    { outcome: { kind: 'refused', status: 400 }, row: { state: 'failed', detail: 'refused-400' } },
    { outcome: { kind: 'unknown', why: 'no-answer' }, row: { state: 'unknown', detail: 'no-answer' } },
    { outcome: { kind: 'unknown', why: 'interrupted' }, row: { state: 'unknown', detail: 'interrupted' } },
  ])('after $outcome.kind', ({ outcome, row }) => {
    expect(attempted(outcome).deliveries).toEqual([
      { day: MONDAY, kind: 'brief', at: ANSWERED, attempts: 1, ...row },
    ])
  })

  it('an alert whose fate is unknown is sent once more, marked, and then left', () => {
    const lost = { kind: 'unknown', why: 'no-answer' } as const
    const once = attempted(lost, aDesk(), MONDAY, 'alert')
    expect(isRepeat(findDelivery(once, MONDAY, 'alert')!)).toBe(true)
    const twice = attempted(lost, once, MONDAY, 'alert')
    expect(twice.deliveries).toMatchObject([{ state: 'unknown', attempts: 2 }])
  })

  it('an alert that was turned away is no repeat', () => {
    const once = attempted({ kind: 'throttled' }, aDesk(), MONDAY, 'alert')
    expect(isRepeat(findDelivery(once, MONDAY, 'alert')!)).toBe(false)
  })

  it('what an ended process left behind is found, whatever its day', () => {
    const left = beginSending(beginSending(aDesk(), MONDAY, 'brief', BEGUN), TUESDAY, 'brief', BEGUN)
    expect(interrupted(left).map((row) => row.day)).toEqual([MONDAY, TUESDAY])
    expect(interrupted(attempted({ kind: 'sent', activityId: 'm1' }))).toEqual([])
  })
})

describe('whether the manager can be reached', () => {
  it('a refusal suspends', () => {
    expect(attempted({ kind: 'forbidden' }).suspendedSince).toBe(ANSWERED)
  })

  it('one 404 is remembered, a second on the same day counts as one', () => {
    const once = attempted({ kind: 'gone' })
    expect(once.notFoundOn).toEqual([MONDAY])
    expect(attempted({ kind: 'gone' }, once)).toMatchObject({ notFoundOn: [MONDAY], reference: {} })
  })

  it('two 404 on different days forget the reference', () => {
    const twice = attempted({ kind: 'gone' }, attempted({ kind: 'gone' }), TUESDAY)
    expect(twice.reference).toBeUndefined()
    expect(twice.notFoundOn).toBeUndefined()
  })

  it('a message that arrived in between begins the count anew', () => {
    const arrived = attempted({ kind: 'sent', activityId: 'm1' }, attempted({ kind: 'gone' }), TUESDAY)
    const later = attempted({ kind: 'gone' }, arrived, day('2026-11-25'))
    expect(later.reference).toBeDefined()
  })
})

describe('hearing from the manager', () => {
  const moved = { conversation: 'elsewhere' }

  it.each([
    { case: 'a suspension', over: { suspendedSince: BEGUN } },
    { case: 'a 404', over: { notFoundOn: [MONDAY] } },
  ])('undoes $case, though the place is known', ({ over }) => {
    const known = aDesk({ reference: moved, referenceAt: BEGUN })
    const heard = heardFrom({ ...known, ...over }, moved, ANSWERED)
    expect(heard).toEqual({ ...known, referenceAt: ANSWERED })
  })

  it('changes nothing where nothing is new, but once a day', () => {
    const known = heardFrom(aDesk(), moved, '2026-11-23T00:00:00Z')
    expect(heardFrom(known, { ...moved }, '2026-11-23T23:59:59Z')).toBe(known)
    expect(heardFrom(known, { ...moved }, '2026-11-24T00:00:00Z').referenceAt).toBe('2026-11-24T00:00:00Z')
  })

  it('what had arrived has been seen from the first word on, what may not have arrived has not', () => {
    const sent = heardFrom(attempted({ kind: 'sent', activityId: 'm1' }), moved, ANSWERED)
    expect(sent.deliveries.map(({ state, seenAt }) => [state, seenAt])).toEqual([['sent', ANSWERED]])
    expect(heardFrom(sent, moved, '2026-11-23T10:00:00Z').deliveries).toEqual(sent.deliveries)
    const unknown = attempted({ kind: 'unknown', why: 'no-answer' })
    expect(heardFrom(unknown, moved, ANSWERED).deliveries).toEqual(unknown.deliveries)
  })

  it('after a removal there is nowhere to write, and what was sent stays known', () => {
    const desk = attempted({ kind: 'sent', activityId: 'm1' })
    const removed = uninstalled(desk)
    expect(removed.reference).toBeUndefined()
    expect(removed.deliveries).toEqual(desk.deliveries)
    expect(uninstalled(removed)).toBe(removed)
  })
})
