import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { festival } from '../../../src/domain/occasions/festival.js'
import { gift } from '../../../src/domain/occasions/gift.js'
import {
  type Festival,
  type Gift,
  NO_SOURCES,
  sourcesOfBranch,
  type VipEvent,
} from '../../../src/domain/occasions/sources.js'
import { vipEvent } from '../../../src/domain/occasions/vip/vip-event.js'
import { aCustomer } from '../../support/customers.js'
import { contextOn } from '../../support/rules.js'

const tea: Gift = { id: 'g1', name: '新茶', from: day('2026-11-01'), to: day('2026-11-30') }
const talk: VipEvent = { id: 'e1', name: '养生讲座', on: day('2026-12-05'), place: '网点二楼' }
const midAutumn: Festival = { id: 'f1', name: '中秋节', on: day('2026-09-25') }

describe('a gift', () => {
  const on = (today: string, over: Partial<Customer> = {}) =>
    gift(aCustomer('c1', over), contextOn(today, { gifts: [tea] })).map((reason) => reason.giftId)

  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-24', false, 'a Tuesday'],
    ['2026-11-30', true, 'the last day it lasts'],
    ['2026-12-07', false, 'a Monday too late'],
  ])('on %s is shown: %s (%s)', (today, isShown) => {
    expect(on(today)).toEqual(isShown ? ['g1'] : [])
  })

  it('in a week whose Monday is off it is shown on the first working day', () => {
    const gifts = [{ ...tea, from: day('2026-10-01') }]
    const shown = ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'].filter(
      (today) => gift(aCustomer('c1'), contextOn(today, { gifts })).length > 0,
    )
    expect(shown).toEqual(['2026-10-08', '2026-10-12'])
  })

  it('is for VIP customers who agreed to marketing', () => {
    expect(on('2026-11-23', { aumFen: fenOfYuan(500_000) })).toEqual(['g1'])
    expect(on('2026-11-23', { aumFen: fenOfYuan(499_999) })).toEqual([])
    expect(on('2026-11-23', { marketingConsent: false })).toEqual([])
  })
})

describe('a VIP event', () => {
  it.each([
    ['2026-11-27', true, 'a Friday, a week before the Saturday before'],
    ['2026-12-04', true, 'the working day before'],
    ['2026-12-03', false, 'two working days before'],
  ])('of Saturday 2026-12-05 on %s is shown: %s (%s)', (today, isShown) => {
    const reasons = vipEvent(aCustomer('c1'), contextOn(today, { events: [talk] }))
    expect(reasons.map((reason) => reason.eventId)).toEqual(isShown ? ['e1'] : [])
  })

  it('is for the tiers it names', () => {
    const events = [{ ...talk, tiers: ['A'] as const }]
    const shownTo = (yuan: number) =>
      vipEvent(aCustomer('c1', { aumFen: fenOfYuan(yuan) }), contextOn('2026-12-04', { events })).length
    expect([shownTo(2_000_000), shownTo(500_000)]).toEqual([1, 0])
  })
})

describe('a public festival', () => {
  it('is greeted for on the working day before', () => {
    const shown = ['2026-09-23', '2026-09-24', '2026-09-25'].filter(
      (today) => festival(aCustomer('c1'), contextOn(today, { festivals: [midAutumn] })).length > 0,
    )
    expect(shown).toEqual(['2026-09-24'])
  })
})

describe('what a branch hands in', () => {
  it('is seen by that branch, and what names none by all', () => {
    const gifts = [tea, { ...tea, id: 'g2', branchId: '0101' }]
    expect(sourcesOfBranch({ ...NO_SOURCES, gifts }, '0101').gifts.map(({ id }) => id)).toEqual(['g1', 'g2'])
    expect(sourcesOfBranch({ ...NO_SOURCES, gifts }, '0201').gifts.map(({ id }) => id)).toEqual(['g1'])
  })
})
