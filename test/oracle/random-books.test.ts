import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { planBrief } from '../../src/domain/brief/plan-brief.js'
import { day } from '../../src/domain/day.js'
import { asExpected } from './as-expected.js'
import { expectedBrief, peopleOf } from './expected-brief.js'
import { n, plainCalendar, text } from './plain-days.js'
import { randomBank } from './random-bank.js'
import { booksOf, productsOf } from './to-domain.js'

describe('books drawn by chance around a day', () => {
  const policy = loadPolicy('data/policy.json')
  const calendar = loadCalendar('data/calendar')
  const plain = plainCalendar(
    readdirSync('data/calendar').map((name) => JSON.parse(readFileSync(`data/calendar/${name}`, 'utf8'))),
  )

  /** Both lists of one day, whole and in order. */
  function bothOf(seed: number, today: number, customers: number) {
    const files = randomBank(seed, today, customers)
    const [book] = booksOf(files, policy.bankPostings)
    if (book === undefined) throw new Error('a bank without customers')
    const options = { full: true, sources: { products: productsOf(files) } }
    return {
      planned: asExpected(planBrief(book, policy, calendar, day(text(today)), options)),
      expected: expectedBrief(peopleOf(files, 'M1'), files.products, plain, today),
    }
  }

  it('the independent calculation agrees on any day of three years', () => {
    const anyDay = fc.integer({ min: n('2024-01-01'), max: n('2026-12-31') })
    fc.assert(
      fc.property(fc.integer(), anyDay, (seed, today) => {
        const { planned, expected } = bothOf(seed, today, 40)
        expect(planned).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['2026-11-23', 'a Monday like any other'],
    ['2026-11-22', 'a Sunday'],
    ['2026-11-30', 'a month end'],
    ['2026-10-31', 'a month end on a Saturday'],
    ['2026-08-31', 'a month end after which months are shorter'],
    ['2026-09-20', 'a Sunday worked for National Day'],
    ['2026-10-10', 'a Saturday worked for National Day'],
    ['2026-10-03', 'a day of National Day'],
    ['2026-10-08', 'the first working day after National Day'],
    ['2026-02-24', 'the first working day after Spring Festival'],
    ['2024-02-29', 'a day of leap years'],
    ['2026-12-31', 'the last day of the calendar files'],
    ['2027-01-04', 'a day of a year without a calendar file'],
  ])('the independent calculation agrees on %s, %s', (today) => {
    for (const seed of [1, 2, 3]) {
      const { planned, expected } = bothOf(seed, n(today), 120)
      expect(planned).toEqual(expected)
    }
  })

  it.each([
    '2024-02-07',
    '2024-02-09',
    '2025-01-22',
    '2025-09-30',
    '2026-02-11',
    '2026-02-14',
    '2026-09-24',
    '2026-09-30',
  ])('the independent calculation agrees on %s, when the load before a long holiday is levelled', (today) => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, customers) => {
        const { planned, expected } = bothOf(seed, n(today), customers)
        expect(planned).toEqual(expected)
      }),
      { numRuns: 6 },
    )
  })
})
