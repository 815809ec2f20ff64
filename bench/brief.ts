import { loadCalendar } from '../src/config/calendar.js'
import { loadPolicy } from '../src/config/policy.js'
import type { Book } from '../src/domain/book.js'
import { planBrief } from '../src/domain/brief/plan-brief.js'
import type { Contact } from '../src/domain/customer/contact.js'
import type { Customer } from '../src/domain/customer/customer.js'
import { addDays, type Day, day } from '../src/domain/day.js'
import type { DayFlow } from '../src/domain/ledger/day-flow.js'
import { type Holding, PRODUCT_KINDS } from '../src/domain/ledger/holding.js'
import { fen, fenOfYuan } from '../src/domain/money.js'

const TODAY = day('2026-11-23')

/**
 * Milliseconds to plan the brief of a book of 500, 1,000 and 5,000 customers (median of runs), how the time grows from 500 to
 * 5,000 (10 is linear), and seconds for 1,000 managers with 500 customers each, one after another.
 */
export async function benchBrief(): Promise<Record<string, number>> {
  const policy = loadPolicy('data/policy.json')
  const calendar = loadCalendar('data/calendar')
  const plan = (book: Book) => planBrief(book, policy, calendar, TODAY)
  const books = new Map([500, 1_000, 5_000].map((size) => [size, bookOf(size)]))
  const medians = new Map([...books].map(([size, book]) => [size, medianMs(41, () => plan(book))]))
  const [small, middle, large] = [500, 1_000, 5_000].map((size) => medians.get(size) ?? Number.NaN)

  const book = bookOf(500)
  const begun = performance.now()
  for (let manager = 0; manager < 1_000; manager++) plan({ ...book, managerId: `M${manager}` })
  const allSeconds = (performance.now() - begun) / 1_000

  return {
    'brief.ms.500': round(small),
    'brief.ms.1000': round(middle),
    'brief.ms.5000': round(large),
    'brief.growth.500to5000': round((large ?? Number.NaN) / (small ?? Number.NaN)),
    'brief.s.1000managers': round(allSeconds),
  }
}

/** A book of the shape of a real one: three holdings, eight contacts and forty days with transactions a customer. */
function bookOf(size: number): Book {
  const customers = Array.from({ length: size }, (_, n) => customerOf(n))
  return { managerId: 'M1', customers, changes: [] }
}

function customerOf(n: number): Customer {
  const before = (days: number): Day => addDays(TODAY, -days)
  return {
    id: String(n).padStart(8, '0'),
    name: '客户',
    doNotContact: n % 40 === 0,
    marketingConsent: n % 5 !== 0,
    aumFen: fenOfYuan([20_000, 80_000, 300_000, 900_000, 4_000_000][n % 5]!),
    birthday: addDays(day('1980-01-01'), n % 365),
    ...(n % 16 === 0 ? { lunarBirthday: '08-15' } : {}),
    riskRating: 'C3',
    riskAssessedOn: before(n % 400),
    cardLevel: n % 3 === 0 ? 'none' : 'gold',
    assignedOn: before(300),
    contacts: Array.from(
      { length: n % 4 === 0 ? 0 : 8 },
      (_, k): Contact => contactOf(k, before((n % 70) + k * 9)),
    ),
    agreements: [],
    holdings: Array.from({ length: 3 }, (_, k): Holding => holdingOf(n, k)),
    flows: Array.from({ length: 40 }, (_, k): DayFlow => flowOf(before(360 - k * 9), n)),
  }
}

function contactOf(k: number, on: Day): Contact {
  return { id: `k${k}`, on, managerId: 'M1', reached: k % 3 !== 0 }
}

function holdingOf(n: number, k: number): Holding {
  return {
    id: `h${n}-${k}`,
    productName: '产品',
    kind: PRODUCT_KINDS[(n + k) % PRODUCT_KINDS.length]!,
    amountFen: fenOfYuan(50_000 * (1 + (n % 9))),
    currency: 'CNY',
    startsOn: addDays(TODAY, -200),
    maturesOn: addDays(TODAY, ((n * 7 + k * 31) % 300) - 30),
    autoRenew: false,
  }
}

function flowOf(on: Day, n: number): DayFlow {
  return { on, netFen: fen(n * 100), balanceFen: fenOfYuan(120_000), ownCount: 1, ownAbsFen: fen(n * 100) }
}

function medianMs(runs: number, work: () => unknown): number {
  for (let run = 0; run < runs; run++) work() // until it is compiled
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    work()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[runs >> 1]!
}

function round(value: number | undefined): number {
  return Math.round((value ?? Number.NaN) * 100) / 100
}
