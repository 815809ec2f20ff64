import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/domain/customer/contact.js'
import { day } from '../../src/domain/day.js'
import { aContact, aCustomer } from '../support/customers.js'
import { type Pushing, startPushing } from '../support/pushing.js'
import { aManager } from '../support/roster.js'

const meeting = (time: string, over: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  kind: 'appointment',
  on: day('2026-11-23'),
  time,
  about: '看大额存单',
  madeOn: day('2026-11-20'),
  state: 'open',
  ...over,
})
const withMeetings = (...agreements: readonly Agreement[]) =>
  pushing.putCustomers([
    aCustomer('C1', {
      nickname: '陈总',
      contacts: [aContact('2026-11-20', { note: '想看三年期' })],
      agreements,
    }),
  ])

let pushing: Pushing
beforeEach(async () => {
  pushing = await startPushing([aManager()], '2026-11-23T00:00:00Z')
  await pushing.changeDesk('M1', (desk) => ({
    ...desk,
    settings: { without: ['brief', 'week', 'wrap-up', 'alert'] },
  }))
})
afterEach(() => pushing.stop())

const SHEET = (time: string) => [`M1 ${time}有约:见面单`]

describe('the sheet of a meeting', () => {
  it('comes an hour before, once, with all there is to look at; the notification names nobody', async () => {
    await withMeetings(meeting('10:00'))
    expect(await pushing.at('2026-11-23 08:59')).toEqual([])
    expect(await pushing.at('2026-11-23 09:00')).toEqual(SHEET('10:00'))
    expect(await pushing.at('2026-11-23 09:01')).toEqual([])
    const said = pushing.sent[0]?.text
    for (const part of ['见面单 · 今天 10:00', '陈总', '看大额存单', '想看三年期', '要带的', '出门前'])
      expect(said).toContain(part)
  })

  it('a meeting that is moved gets it at its new time, and one that is booked late at once', async () => {
    await withMeetings(meeting('10:00'))
    await pushing.at('2026-11-23 09:00')
    await withMeetings(meeting('15:00'))
    expect(await pushing.at('2026-11-23 09:05')).toEqual([])
    expect(await pushing.at('2026-11-23 14:00')).toEqual(SHEET('15:00'))
    await withMeetings(meeting('15:00'), meeting('14:30', { id: 'a2' }))
    expect(await pushing.at('2026-11-23 14:10')).toEqual(SHEET('14:30'))
  })

  it('a restart neither loses nor repeats it, and a late start still sends it', async () => {
    await withMeetings(meeting('10:00'), meeting('11:00', { id: 'a2' }))
    expect(await pushing.at('2026-11-23 09:00')).toEqual(SHEET('10:00'))
    await pushing.restart()
    expect(await pushing.at('2026-11-23 09:01')).toEqual([])
    await pushing.restart()
    expect(await pushing.at('2026-11-23 10:40')).toEqual(SHEET('11:00'))
  })

  it('is sent again where it was turned away, and not where it may have arrived', async () => {
    await withMeetings(meeting('10:00'), meeting('11:00', { id: 'a2' }))
    pushing.answerWith(() => ({ kind: 'not-sent', why: 'no-connection' }))
    expect(await pushing.at('2026-11-23 09:00')).toEqual([])
    pushing.answerWith(() => ({ kind: 'sent', activityId: 'm1' }))
    expect(await pushing.at('2026-11-23 09:02')).toEqual(SHEET('10:00'))
    pushing.answerWith(() => ({ kind: 'unknown', why: 'no-answer' }))
    expect(await pushing.at('2026-11-23 10:00')).toEqual([])
    pushing.answerWith(() => ({ kind: 'sent', activityId: 'm2' }))
    expect(await pushing.at('2026-11-23 10:01')).toEqual([])
  })

  it('killed while it was being sent, it is reported as unknown', async () => {
    await withMeetings(meeting('10:00'))
    const row = { day: day('2026-11-23'), kind: 'meeting', state: 'sending', attempts: 1 } as const
    await pushing.changeDesk('M1', (desk) => ({
      ...desk,
      deliveries: [{ ...row, at: '2026-11-23T01:00:00Z', told: ['a1 2026-11-23 10:00'] }],
    }))
    await pushing.restart()
    expect(await pushing.at('2026-11-23 09:05')).toEqual([])
    expect((await pushing.desk('M1')).deliveries).toMatchObject([{ state: 'unknown', detail: 'interrupted' }])
  })

  it.each([
    ['nobody whose messenger refuses us', { suspendedSince: '2026-11-20T00:00:00Z' }],
    ['nobody on holiday', { settings: { pausedUntil: day('2026-11-27') } }],
    ['nobody who switched it off', { settings: { without: ['meeting'] } }],
  ] as const)('is for %s', async (_, over) => {
    await withMeetings(meeting('10:00'))
    await pushing.changeDesk('M1', (desk) => ({ ...desk, ...over }))
    expect(await pushing.at('2026-11-23 07:30')).toEqual([])
    expect((await pushing.at('2026-11-23 09:00')).join()).not.toContain('有约')
  })

  it('on a Saturday as on any day', async () => {
    await withMeetings(meeting('10:00', { on: day('2026-11-28') }))
    expect(await pushing.at('2026-11-28 09:00')).toEqual(SHEET('10:00'))
  })
})
