import { readSampleWords } from '../src/adapters/files/sample-words.js'
import { wordsOf } from '../src/compose/words.js'
import { loadCalendar } from '../src/config/calendar.js'
import { loadPolicy } from '../src/config/policy.js'
import { attributeMatcher } from '../src/domain/customer/attribute-query.js'
import type { Customer } from '../src/domain/customer/customer.js'
import { findCustomers, indexCustomers } from '../src/domain/customer/find-customers.js'
import { day } from '../src/domain/day.js'
import { WorkingCalendar } from '../src/domain/working-days.js'
import { makeSample } from '../src/sample/make-sample.js'

const TODAY = day('2026-11-23')
const CUSTOMERS = 1_000
const ROUNDS = 300

/**
 * Milliseconds to search 1,000 customers, the median and the slowest one in a hundred, over every way of looking for
 * somebody; the baseline is a loop that asks the same words of name, nickname, company, occupation and phone by `includes`. And to
 * read a question by attributes, and to answer it, against a filter written out by hand.
 */
export async function benchSearch(): Promise<Record<string, number>> {
  const policy = loadPolicy('data/policy.json')
  const { books } = makeSample({
    managers: 1,
    customers: CUSTOMERS,
    seed: 7,
    today: TODAY,
    calendar: loadCalendar('data/calendar'),
    policy,
    words: readSampleWords('data/sample'),
  })
  const customers = books.flatMap((book) => book.customers)
  const { particulars } = wordsOf({}).interpreting
  const begun = performance.now()
  const index = indexCustomers(customers, particulars.spell)
  const indexMs = performance.now() - begun

  const found = timesOf(soughtIn(customers), (words) => findCustomers(index, words))
  const bare = timesOf(soughtIn(customers), (words) => customers.filter((customer) => holds(customer, words)))

  const asked = [
    '做餐饮的或者退休的,50万以上',
    'retired clients above 500k who are not in tier A',
    '三个月没联系的A类',
  ]
  const read = timesOf(asked, (text) => [particulars.attributes(text, TODAY)])
  const queries = new Map(asked.map((text) => [text, particulars.attributes(text, TODAY).question?.query]))
  const answered = timesOf(asked, (text) => {
    const query = queries.get(text)
    return query === undefined
      ? []
      : customers.filter(attributeMatcher(query, { policy, calendar: new WorkingCalendar([]), today: TODAY }))
  })
  const byHand = timesOf(asked, () =>
    customers.filter(
      ({ occupation = '', aumFen = 0 }) => occupation.includes('退休') && aumFen >= 50_000_000,
    ),
  )
  return {
    customers: customers.length,
    indexMs: round(indexMs),
    wordsMedianMs: round(quantile(found, 0.5)),
    wordsP99Ms: round(quantile(found, 0.99)),
    bareMedianMs: round(quantile(bare, 0.5)),
    wordsToBare: round(quantile(found, 0.5) / quantile(bare, 0.5)),
    attributesReadMedianMs: round(quantile(read, 0.5)),
    attributesMedianMs: round(quantile(answered, 0.5)),
    attributesP99Ms: round(quantile(answered, 0.99)),
    handWrittenMedianMs: round(quantile(byHand, 0.5)),
  }
}

/** Names, parts of names, pinyin, initials, companies, phones, trades, and nobody. */
function soughtIn(customers: readonly Customer[]): readonly string[] {
  const some = customers.filter((_, at) => at % 97 === 0)
  const own = some.flatMap(({ name, nickname, company, phone = '', occupation }) => [
    name,
    name.slice(1),
    nickname ?? name,
    company?.slice(0, 3) ?? name,
    phone.slice(-4),
    occupation ?? name,
  ])
  return [...own, 'chenjianguo', 'cjg', 'wang', 'zhangwei', 'nobody']
}

function holds({ name, nickname, company, occupation, phone }: Customer, words: string): boolean {
  return [name, nickname, company, occupation, phone].some((text) => text?.toLowerCase().includes(words))
}

function timesOf(asked: readonly string[], answer: (words: string) => readonly unknown[]): readonly number[] {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const words of asked) {
      const begun = performance.now()
      answer(words)
      times.push(performance.now() - begun)
    }
  }
  return times.toSorted((a, b) => a - b)
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
