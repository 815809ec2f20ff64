import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/domain/customer/contact.js'
import { day } from '../../../src/domain/day.js'
import { openOpportunity } from '../../../src/domain/opportunity/opportunity.js'
import { mirrorOf, mirrorShares } from '../../../src/domain/results/mirror.js'
import { twoStepsOf } from '../../../src/domain/results/two-steps.js'
import { whatWorks, wilson } from '../../../src/domain/results/what-works.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { POLICY } from '../../support/rules.js'

const WEEK = { from: day('2026-11-23'), to: day('2026-11-27') }
const many = (count: number, over: Partial<Contact>) =>
  Array.from({ length: count }, (_, at) => aContact('2026-11-24', { id: `k${at}`, ...over }))

describe('what works', () => {
  it('is the share of uses with a next step, too few to say below 20', () => {
    const contacts = [
      ...many(13, { lines: ['a', 'b'], outcome: 'interested' }),
      ...many(7, { lines: ['a', 'a'], outcome: 'declined' }),
      ...many(30, { lines: ['c'], outcome: 'appointment', reached: false }),
      ...many(30, { lines: ['c'], outcome: 'closed', withdrawn: true }),
    ]
    expect(whatWorks(contacts, POLICY)).toEqual([
      { lineId: 'a', uses: 20, nextSteps: 13, share: { percent: 65, low: 43.3, high: 81.9 } },
      { lineId: 'b', uses: 13, nextSteps: 13, share: null },
    ])
  })

  it('has a Wilson interval within 0 and 100', () => {
    expect(wilson(0, 20)).toEqual({ percent: 0, low: 0, high: 16.1 })
    expect(wilson(20, 20)).toEqual({ percent: 100, low: 83.9, high: 100 })
  })
})

describe('the mirror of notes', () => {
  const NOTE = '老客户都好没有新需求啊'
  const noted = (id: string, over: Partial<Contact> = {}) =>
    aCustomer(id, { contacts: [aContact('2026-11-24', { note: NOTE, ...over })] })

  it('shows the same note on three customers or more, of 10 characters or more', () => {
    const mirror = (customers: Parameters<typeof mirrorOf>[0]) => mirrorOf(customers, 'M1', WEEK, POLICY)
    expect(mirror([noted('a'), noted('b')]).sameNotes).toEqual([])
    expect(mirror([noted('a'), noted('b'), noted('c', { note: ` ${NOTE}` })]).sameNotes).toEqual([
      { note: NOTE, customerIds: ['a', 'b', 'c'] },
    ])
    const short = [...NOTE].slice(0, 9).join('')
    expect(mirror(['a', 'b', 'c'].map((id) => noted(id, { note: short }))).sameNotes).toEqual([])
  })

  it('looks at effective contacts of the manager within the period alone', () => {
    const { outcome: _, ...bare } = aContact('2026-11-24')
    const customer = aCustomer('a', {
      contacts: [
        bare,
        { ...bare, id: 'missed', reached: false },
        { ...bare, id: 'colleague', managerId: 'M2' },
        { ...bare, id: 'before', on: day('2026-11-22') },
      ],
      agreements: [
        { id: 'p', kind: 'promise', madeOn: day('2026-11-24'), state: 'open' },
        { id: 'q', kind: 'promise', madeOn: day('2026-11-24'), on: day('2026-11-30'), state: 'open' },
        { id: 'r', kind: 'promise', madeOn: day('2026-11-24'), state: 'cancelled' },
      ],
    })
    const { withoutOutcome, withoutDay, counts } = mirrorOf([customer], 'M1', WEEK, POLICY)
    expect({ withoutOutcome, withoutDay }).toEqual({ withoutOutcome: ['a'], withoutDay: ['a'] })
    expect(mirrorShares([counts, counts])).toEqual({ withoutOutcome: 100, sameNotes: null, withoutDay: 50 })
  })
})

describe('two steps to a chance', () => {
  const count = (over: Partial<Contact>, more = {}) =>
    twoStepsOf([aCustomer('a', { contacts: [aContact('2026-11-24', over)], ...more })], 'M1', WEEK)
  const sale = (openedOn: string) => [openOpportunity({ id: 'o', customerId: 'a', need: 'x' }, day(openedOn))]

  it.each<[string, Partial<Contact>, object, object]>([
    ['nothing found', { outcome: 'info' }, {}, { service: 1, needFound: 0, rate: null }],
    ['a need, no meeting asked', { outcome: 'interested' }, {}, { needFound: 1, asked: 0, rate: 0 }],
    ['a meeting agreed', { outcome: 'appointment' }, {}, { needFound: 1, asked: 1, rate: 100 }],
    ['asked in vain', { outcome: 'considering', askedToMeet: true }, {}, { needFound: 1, asked: 1 }],
    ['a chance opened in it', { outcome: 'info' }, { opportunities: sale('2026-11-24') }, { needFound: 1 }],
    ['part of a sale', { outcome: 'appointment' }, { opportunities: sale('2026-11-23') }, { service: 0 }],
    ['sold at once', { outcome: 'closed' }, {}, { service: 0 }],
    ['not reached', { outcome: 'no-answer', reached: false }, {}, { service: 0 }],
  ])('%s', (_what, over, more, expected) => {
    expect(count(over, more)).toMatchObject(expected)
  })
})
