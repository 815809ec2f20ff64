import { expect, it } from 'vitest'
import { createPeople } from '../../dialogs/people-of.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import type { People, Understanding } from '../../src/language/understand.js'
import { aContact, aCustomer } from '../support/customers.js'

const colleague = (name: string) => ({ id: 'M2', name }) as Manager
const COLLEAGUES = [colleague('沈一鸣')]

/** Each making of the names of a book gives something else. */
function counted() {
  const people = () => ({}) as People
  return createPeople(() => ({ people }) as unknown as Understanding)
}

const book = (size: number) => Array.from({ length: size }, (_, at) => aCustomer(`C${at}`))

it('what was written about contacts leaves the names as they are', () => {
  const peopleOf = counted()
  const customers = book(3)
  const first = peopleOf('M1', customers, COLLEAGUES)
  const called = customers.map((customer) => ({ ...customer, contacts: [aContact('2026-11-20')] }))
  expect(peopleOf('M1', called, [...COLLEAGUES])).toBe(first)
})

it('another name of a customer or of a colleague makes them anew', () => {
  const peopleOf = counted()
  const [one, ...others] = book(3)
  const first = peopleOf('M1', [one!, ...others], COLLEAGUES)
  const renamed = peopleOf('M1', [{ ...one!, name: '柳如是' }, ...others], COLLEAGUES)
  expect(renamed).not.toBe(first)
  expect(peopleOf('M1', [{ ...one!, name: '柳如是' }, ...others], [colleague('沈二鸣')])).not.toBe(renamed)
})

it('the names of books that nobody asked for lately are let go', () => {
  const peopleOf = counted()
  const customers = book(60_000)
  const [first, second] = ['M1', 'M2'].map((id) => peopleOf(id, customers, COLLEAGUES))
  expect(peopleOf('M1', customers, COLLEAGUES)).toBe(first)
  peopleOf('M3', customers, COLLEAGUES)
  expect(peopleOf('M1', customers, COLLEAGUES)).toBe(first)
  expect(peopleOf('M2', customers, COLLEAGUES)).not.toBe(second)
})
