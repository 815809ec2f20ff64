import type { Customer } from '../src/domain/customer/customer.js'
import type { Manager } from '../src/domain/manager/manager.js'
import type { People, Understanding } from '../src/language/understand.js'

/** The names of a book, prepared for reading; most writes touch contacts only, and the names then still stand. */
export function createPeople(understanding: () => Understanding) {
  const known = new WeakMap<readonly Customer[], People>()
  const last = new Map<string, readonly Customer[]>()
  return (managerId: string, customers: readonly Customer[], colleagues: readonly Manager[]): People => {
    const before = last.get(managerId)
    const people =
      known.get(customers) ??
      (before !== undefined && sameNames(before, customers) ? known.get(before) : undefined) ??
      understanding().people(customers, colleagues)
    known.set(customers, people)
    last.set(managerId, customers)
    return people
  }
}

function sameNames(a: readonly Customer[], b: readonly Customer[]): boolean {
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
