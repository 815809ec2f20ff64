import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { planBrief } from '../../src/domain/brief/plan-brief.js'
import { day } from '../../src/domain/day.js'
import { asExpected } from './as-expected.js'
import { readBankFiles } from './bank-files.js'
import { expectedBrief, peopleOf } from './expected-brief.js'
import { n, plainCalendar } from './plain-days.js'
import { booksOf, productsOf } from './to-domain.js'

const FOLDER = '../shared/data/book'

const DAYS = [
  ['2026-11-23', 'a Monday like any other'],
  ['2026-11-22', 'a Sunday'],
  ['2026-11-30', 'a month end'],
  ['2026-10-31', 'a month end on a Saturday'],
  ['2026-08-31', 'a month end after which months are shorter'],
  ['2026-09-20', 'a Sunday worked for National Day'],
  ['2026-10-10', 'a Saturday worked for National Day'],
  ['2026-09-23', 'the first day of levelling before National Day'],
  ['2026-09-30', 'the last working day before National Day'],
  ['2026-10-03', 'a day of National Day'],
  ['2026-10-08', 'the first working day after National Day'],
  ['2026-02-14', 'a Saturday worked before Spring Festival'],
  ['2026-02-24', 'the first working day after Spring Festival'],
  ['2026-12-31', 'the last day of the calendar files'],
  ['2027-01-04', 'a day of a year without a calendar file'],
] as const

describe.skipIf(!existsSync(FOLDER))(`the book of the invented bank (skipped without ${FOLDER})`, () => {
  const policy = loadPolicy('data/policy.json')
  const calendar = loadCalendar('data/calendar')
  const plain = plainCalendar(
    readdirSync('data/calendar').map((name) => JSON.parse(readFileSync(`data/calendar/${name}`, 'utf8'))),
  )
  const files = readBankFiles(FOLDER)
  const books = booksOf(files, policy.bankPostings)
  const products = productsOf(files)
  const people = new Map(books.map(({ managerId }) => [managerId, peopleOf(files, managerId)]))

  it.each(DAYS)('agrees with the independent calculation on %s, %s', (today) => {
    const some = books.filter((_, index) => index === Number(today.at(-1)) % 8)
    for (const book of today === '2026-11-23' ? books : some) {
      const brief = planBrief(book, policy, calendar, day(today), { full: true, sources: { products } })
      const expected = expectedBrief(people.get(book.managerId) ?? [], files.products, plain, n(today))
      expect(asExpected(brief)).toEqual(expected)
    }
  })
})
