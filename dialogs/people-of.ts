import { LRUCache } from 'lru-cache'
import type { Customer } from '../src/domain/customer/customer.js'
import type { Manager } from '../src/domain/manager/manager.js'
import type { People, Understanding } from '../src/language/understand.js'

/** Customers whose names are held ready, of all books together: some 3 KB each. Of the other books they are made anew. */
const HELD = 150_000

/** The names of a book, prepared for reading; most writes touch contacts only, and the names then still stand. */
export function createPeople(understanding: () => Understanding) {
  const held = new LRUCache<string, HeldNames>({
    maxSize: HELD,
    sizeCalculation: ({ customers }) => customers.length + 1,
  })
  return (managerId: string, customers: readonly Customer[], colleagues: readonly Manager[]): People => {
    const last = held.get(managerId)
    const isSame =
      last !== undefined &&
      sameNames(last.customers, customers) &&
      sameColleagues(last.colleagues, colleagues)
    const people = isSame ? last.people : understanding().people(customers, colleagues)
    if (last?.customers !== customers || !isSame) held.set(managerId, { customers, colleagues, people })
    return people
  }
}

interface HeldNames {
  readonly customers: readonly Customer[]
  readonly colleagues: readonly Manager[]
  readonly people: People
}

function sameColleagues(a: readonly Manager[], b: readonly Manager[]): boolean {
  return a.length === b.length && a.every(({ id, name }, i) => id === b[i]?.id && name === b[i]?.name)
}

function sameNames(a: readonly Customer[], b: readonly Customer[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((x, i) => {
      const y = b[i]!
      return (
        x === y ||
        (x.id === y.id &&
          x.name === y.name &&
          x.nickname === y.nickname &&
          x.gender === y.gender &&
          x.occupation === y.occupation &&
          x.company === y.company &&
          x.phone === y.phone &&
          x.type === y.type)
      )
    })
  )
}
