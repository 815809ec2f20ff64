import { describe, expect, it } from 'vitest'
import { type MinuteEvents, planMinute } from '../../src/delivery/plan-minute.js'
import { day } from '../../src/domain/day.js'
import { beginSending, settle } from '../../src/domain/delivery/settle.js'
import type { DeliveryKind } from '../../src/domain/manager/delivery.js'
import { type Desk, emptyDesk } from '../../src/domain/manager/desk.js'
import { WorkingCalendar } from '../../src/domain/working-days.js'
import { BRIEFS_ONLY, NO_EVENTS } from '../support/no-events.js'
import { aManager } from '../support/roster.js'

/** What a manager there has got by the end of these instants, one after the other, each sent at once. */
function pushesOf(
  { kind = 'brief' as DeliveryKind, zone, time }: { kind?: DeliveryKind; zone: string; time: string },
  instants: readonly string[],
): readonly string[] {
  const manager = aManager({ timeZone: zone, briefTime: time })
  const reference = { to: manager.id }
  let desk: Desk = { ...emptyDesk(manager.id), reference, settings: { wrapUpTime: time } }
  const sent: string[] = []
  for (const instant of instants) {
    const now = new Date(instant)
    const rules = {
      ...BRIEFS_ONLY,
      kinds: [kind],
      calendar: new WorkingCalendar([]),
      cutOffOf: () => '23:00',
      wrapUpTime: '17:30',
    }
    const { sends } = planMinute([{ manager, desk }], NO_EVENTS, now, rules)
    for (const _ of sends) {
      const on = day(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now))
      desk = settle(
        beginSending(desk, on, kind, instant),
        on,
        kind,
        { kind: 'sent', activityId: 'm' },
        instant,
      )
      sent.push(instant)
    }
  }
  return sent
}

const shanghai = { zone: 'Asia/Shanghai', time: '08:30' }

describe('the brief, whatever is done to the clock', () => {
  it.each([
    {
      of: 'set back by an hour before it: it comes when the clock is there again',
      who: shanghai,
      at: ['2026-11-23T00:29:00Z', '2026-11-22T23:30:00Z', '2026-11-23T00:29:00Z', '2026-11-23T00:30:00Z'],
      sent: ['2026-11-23T00:30:00Z'],
    },
    {
      of: 'set back by an hour after it: it comes once',
      who: shanghai,
      at: ['2026-11-23T00:30:00Z', '2026-11-22T23:31:00Z', '2026-11-23T00:30:00Z', '2026-11-23T00:31:00Z'],
      sent: ['2026-11-23T00:30:00Z'],
    },
    {
      of: 'set ahead over its time: it comes at once',
      who: shanghai,
      at: ['2026-11-23T00:10:00Z', '2026-11-23T03:10:00Z'],
      sent: ['2026-11-23T03:10:00Z'],
    },
    {
      of: 'set ahead past the cut-off and back again: it comes in its time',
      who: shanghai,
      at: ['2026-11-23T00:10:00Z', '2026-11-23T15:10:00Z', '2026-11-23T00:30:00Z'],
      sent: ['2026-11-23T00:30:00Z'],
    },
    {
      of: 'a year ahead for a while: the day of that year has its brief, and ours too, once',
      who: shanghai,
      at: ['2027-11-23T00:31:00Z', '2026-11-23T00:30:00Z', '2026-11-23T00:31:00Z', '2026-11-23T00:32:00Z'],
      sent: ['2027-11-23T00:31:00Z', '2026-11-23T00:30:00Z'],
    },
    {
      of: 'set back over midnight: yesterday has had its own',
      who: shanghai,
      at: ['2026-11-23T00:30:00Z', '2026-11-24T00:30:00Z', '2026-11-23T12:00:00Z', '2026-11-24T01:00:00Z'],
      sent: ['2026-11-23T00:30:00Z', '2026-11-24T00:30:00Z'],
    },
    {
      of: 'London, the working day after its clocks go forward: half past eight of summer',
      who: { zone: 'Europe/London', time: '08:30' },
      at: ['2026-03-27T08:30:00Z', '2026-03-30T07:29:00Z', '2026-03-30T07:30:00Z', '2026-03-30T08:30:00Z'],
      sent: ['2026-03-27T08:30:00Z', '2026-03-30T07:30:00Z'],
    },
    {
      of: 'London, the working day after its clocks go back: half past eight of winter',
      who: { zone: 'Europe/London', time: '08:30' },
      at: ['2026-10-23T07:30:00Z', '2026-10-26T07:30:00Z', '2026-10-26T08:30:00Z'],
      sent: ['2026-10-23T07:30:00Z', '2026-10-26T08:30:00Z'],
    },
    {
      // Egypt's clocks go forward at midnight between a Thursday and a Friday.
      of: 'Cairo, a time that the day has not: with the first minute after it',
      who: { zone: 'Africa/Cairo', time: '00:30' },
      at: ['2026-04-23T21:59:00Z', '2026-04-23T22:00:00Z', '2026-04-23T22:30:00Z'],
      sent: ['2026-04-23T22:00:00Z'],
    },
    {
      // And back at midnight between a Thursday and a Friday: 23:00 to 24:00 of Thursday comes twice.
      of: 'Cairo, a time that the day has twice: the first time',
      who: { zone: 'Africa/Cairo', time: '22:30' },
      at: ['2026-10-29T19:30:00Z', '2026-10-29T19:45:00Z', '2026-10-29T20:45:00Z', '2026-10-29T21:45:00Z'],
      sent: ['2026-10-29T19:30:00Z'],
    },
    {
      of: 'Lord Howe, whose clocks move by half an hour, on the working day after',
      who: { zone: 'Australia/Lord_Howe', time: '08:30' },
      at: ['2026-10-02T22:00:00Z', '2026-10-04T21:29:00Z', '2026-10-04T21:30:00Z'],
      sent: ['2026-10-04T21:30:00Z'],
    },
    {
      of: 'the wrap-up in New York, on the working day after its clocks go back',
      who: { kind: 'wrap-up' as const, zone: 'America/New_York', time: '17:30' },
      at: ['2026-10-30T21:30:00Z', '2026-11-02T21:30:00Z', '2026-11-02T22:30:00Z', '2026-11-02T22:31:00Z'],
      sent: ['2026-10-30T21:30:00Z', '2026-11-02T22:30:00Z'],
    },
  ])('$of', ({ who, at, sent }) => {
    expect(pushesOf(who, at)).toEqual(sent)
  })
})

describe('one plan a minute', () => {
  const reached = { ...emptyDesk('M1'), reference: {} }
  const rules = {
    calendar: new WorkingCalendar([]),
    cutOffOf: () => '23:00',
    wrapUpTime: '17:30',
    meetingSheetMinutes: 60,
  }
  const row = (kind: DeliveryKind, state: 'sent' | 'sending', on = '2026-11-23') => ({
    day: day(on),
    kind,
    state,
    at: 't',
    attempts: 1,
  })
  const M1 = aManager({ id: 'M1' })
  const H1 = aManager({ id: 'H1', role: 'head', briefTime: '08:00' })
  const meeting = { customerId: 'C1', agreementId: 'a1', on: day('2026-11-23'), time: '09:15' }
  const plan = (events: Partial<MinuteEvents>, deskOfM1: Desk, at: string) =>
    planMinute(
      [
        { manager: M1, desk: deskOfM1 },
        { manager: H1, desk: reached },
      ],
      { ...NO_EVENTS, ...events },
      new Date(at),
      rules,
    )
  const said = ({ sends }: ReturnType<typeof plan>) =>
    sends.map(({ manager, kind }) => `${manager.id} ${kind}`)

  it.each<{ of: string; events?: Partial<MinuteEvents>; desk?: Desk; at?: string; sends: readonly string[] }>(
    [
      {
        of: 'holds every kind of a Monday morning, what cannot wait first',
        events: { meetingsOf: ({ manager }) => (manager.id === 'M1' ? [meeting] : []) },
        sends: ['M1 meeting', 'M1 brief', 'H1 branch', 'M1 week'],
      },
      {
        of: 'holds no alert before the brief, and none where nothing happened',
        events: { alert: new Set(['M1']) },
        sends: ['M1 brief', 'H1 branch', 'M1 week'],
      },
      {
        of: 'holds the alert of what happened once the brief has had its end',
        events: { alert: new Set(['M1']), 'hand-over': new Set(['M1']) },
        desk: { ...reached, deliveries: [row('brief', 'sent')] },
        sends: ['H1 branch', 'M1 alert', 'M1 hand-over', 'M1 week'],
      },
      { of: 'is empty at night', at: '2026-11-22T17:00:00Z', sends: [] },
      {
        of: 'leaves out what is being sent',
        desk: { ...reached, deliveries: [row('brief', 'sending')] },
        sends: ['H1 branch', 'M1 week'],
      },
    ],
  )('$of', ({ events = {}, desk = reached, at = '2026-11-23T00:30:00Z', sends }) => {
    expect(said(plan(events, desk, at))).toEqual(sends)
  })

  it('names what was left behind of every kind and day, and whose zone is none', () => {
    const left = { ...reached, deliveries: [row('week', 'sending', '2026-11-16'), row('brief', 'sending')] }
    const { interrupted, undecided } = plan(
      {},
      { ...left, settings: { timeZone: 'Mars' } },
      '2026-11-23T00:30:00Z',
    )
    expect(interrupted).toEqual([
      { managerId: 'M1', kind: 'week' },
      { managerId: 'M1', kind: 'brief' },
    ])
    expect(undecided).toMatchObject([{ managerId: 'M1' }])
  })

  it('of several processes each has an order of its own among those who have waited as long', () => {
    const states = ['A', 'B', 'C'].map((id) => ({ manager: aManager({ id }), desk: reached }))
    const orderBy = (placeOf: (id: string) => string) =>
      said(
        planMinute(states, NO_EVENTS, new Date('2026-11-24T00:30:00Z'), {
          ...rules,
          kinds: ['brief'],
          placeOf,
        }),
      )
    expect(orderBy((id) => id)).toEqual(['A brief', 'B brief', 'C brief'])
    expect(orderBy((id) => ({ A: '2', B: '3', C: '1' })[id] ?? '')).toEqual(['C brief', 'A brief', 'B brief'])
  })
})
