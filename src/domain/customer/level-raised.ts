import type { Book } from '../book.js'
import { addDays, type Day } from '../day.js'
import { type Holder, holdersOf, largestFirst, ratingUnder } from '../ledger/holders.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import type { Customer } from './customer.js'
import type { LevelRaised } from './raise-note.js'

export type Raise = Pick<LevelRaised, 'productId' | 'productName' | 'from' | 'to' | 'on' | 'importNumber'>

/** How long one is remembered. */
const REMEMBERED_DAYS = 366

/**
 * The book with every holder noted whose rating does not carry a raised level: the larger sums first, so many a working
 * day, from today on. The same object where nobody is concerned.
 */
export function noteRaises(
  book: Book,
  raises: readonly Raise[],
  { levelRaised }: Pick<Policy, 'levelRaised'>,
  calendar: WorkingCalendar,
  today: Day,
): Book {
  const found = raises.flatMap((raise) =>
    holdersOf(book.customers, raise.productId, today).flatMap((holder) => {
      const under = ratingUnder(holder.customer, raise.from, raise.to)
      return under === 'carried' || isWaiting(holder, raise, today) ? [] : [{ raise, holder, under }]
    }),
  )
  if (found.length === 0) return book
  const free = freePlaces(book, levelRaised, calendar, today)
  const notes = new Map<string, LevelRaised[]>()
  for (const { raise, holder, under } of found.sort((a, b) => largestFirst(a.holder, b.holder))) {
    const showOn = under === 'no-longer' ? free.shift() : undefined
    const note: LevelRaised = {
      ...raise,
      ...(under === 'above-already' ? { above: true } : {}),
      ...(showOn === undefined ? {} : { showOn }),
    }
    notes.set(holder.customer.id, [...(notes.get(holder.customer.id) ?? []), note])
  }
  const oldest = addDays(today, -REMEMBERED_DAYS)
  return {
    ...book,
    customers: book.customers.map((customer) => {
      const added = notes.get(customer.id)
      if (added === undefined) return customer
      const kept = (customer.levelRaised ?? []).filter(({ on }) => on >= oldest)
      return { ...customer, levelRaised: [...kept, ...added] }
    }),
  }
}

/** The book without what an import noted; the same object where it noted nothing. */
export function takeBackRaises(book: Book, importNumber: number): Book {
  const isOfIt = (note: LevelRaised) => note.importNumber === importNumber
  if (!book.customers.some(({ levelRaised }) => levelRaised?.some(isOfIt))) return book
  return {
    ...book,
    customers: book.customers.map((customer): Customer => {
      const { levelRaised, ...rest } = customer
      if (levelRaised === undefined || !levelRaised.some(isOfIt)) return customer
      const left = levelRaised.filter((note) => !isOfIt(note))
      return left.length === 0 ? rest : { ...rest, levelRaised: left }
    }),
  }
}

/** A row of an earlier raise is still to come: it will tell the level of its day. */
function isWaiting({ customer }: Holder, { productId }: Raise, today: Day): boolean {
  return (customer.levelRaised ?? []).some(
    (note) => note.productId === productId && note.showOn !== undefined && note.showOn > today,
  )
}

/** The working day of every row that still fits, the earliest first. */
function freePlaces(
  { customers }: Book,
  { aDay, workingDays }: Policy['levelRaised'],
  calendar: WorkingCalendar,
  today: Day,
): Day[] {
  const taken = new Map<Day, number>()
  for (const { levelRaised = [] } of customers)
    for (const { showOn } of levelRaised)
      if (showOn !== undefined && showOn >= today) taken.set(showOn, (taken.get(showOn) ?? 0) + 1)
  const free: Day[] = []
  let on = calendar.sameOrNext(today)
  for (let count = 0; count < workingDays; count++, on = calendar.next(on))
    for (let place = taken.get(on) ?? 0; place < aDay; place++) free.push(on)
  return free
}
