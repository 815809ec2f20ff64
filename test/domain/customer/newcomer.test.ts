import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/domain/book.js'
import {
  asTwo,
  mergeNewcomer,
  newcomerId,
  newcomerOf,
  sameToAsk,
} from '../../../src/domain/customer/links/newcomer.js'
import { mergeEdit, unmergeNewcomer } from '../../../src/domain/customer/links/unmerge-newcomer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer } from '../../support/customers.js'

const BY = { id: newcomerId('t1'), managerId: 'M1', today: day('2026-11-23') }
const newcomer = (
  told = { name: '何静', phone: '19900000123' },
  others: Parameters<typeof newcomerOf>[2] = [],
) => newcomerOf(told, BY, others)
const fromFile = (over: Parameters<typeof aCustomer>[1] = {}) =>
  aCustomer('0099', { name: '何静', aumFen: fenOfYuan(600_000), ...over })

describe('a customer whom a manager adds', () => {
  it('has no consent and nothing of the bank’s', () => {
    expect(newcomer()).toMatchObject({
      marketingConsent: false,
      phone: '19900000123',
      added: { managerId: 'M1' },
    })
    expect(newcomer().aumFen).toBeUndefined()
  })

  it.each([
    { case: 'the same name', file: {}, asked: true },
    {
      case: 'the same phone under another name',
      file: { name: '何静静', phone: '+199 0000-0123' },
      asked: true,
    },
    { case: 'neither', file: { name: '何静静', phone: '19900000124' }, asked: false },
  ])('is asked about when a file brings $case', ({ file, asked }) => {
    expect(sameToAsk([newcomer(), fromFile(file)]) !== undefined).toBe(asked)
  })

  it('is not asked about with a namesake who was there before, nor again after a no', () => {
    const before = fromFile()
    expect(sameToAsk([newcomer(undefined, [before]), before])).toBeUndefined()
    const pair = sameToAsk([newcomer(), fromFile()])!
    expect(sameToAsk([asTwo(pair), pair.fromFile])).toBeUndefined()
  })

  it('goes into the one of the file with contacts, links and changes; the bank’s facts win', () => {
    const told = {
      ...newcomer(),
      nickname: '何姐',
      hobbies: '茶',
      contacts: [aContact('2026-11-24')],
      doNotContact: true,
    }
    const friend = aCustomer('0001', {
      links: [{ type: 'introduced-by', otherId: BY.id, source: 'manager', on: BY.today }],
    })
    const file = fromFile({ hobbies: '书法', marketingConsent: true })
    const book: Book = {
      managerId: 'M1',
      customers: [friend, file, told],
      changes: [
        {
          id: 't1',
          kind: 'customer.add',
          at: '',
          edits: [{ kind: 'customer-added', customerId: BY.id }],
          undone: false,
        },
        {
          id: 't2',
          kind: 'contact.log',
          at: '',
          edits: [{ kind: 'contact-added', customerId: BY.id, contactId: 'k-2026-11-24' }],
          undone: false,
        },
      ],
    }
    const after = mergeNewcomer(book, { newcomer: told, fromFile: file })
    expect(after.customers.map(({ id }) => id)).toEqual(['0001', '0099'])
    expect(after.customers[1]).toMatchObject({
      nickname: '何姐',
      hobbies: '书法',
      aumFen: fenOfYuan(600_000),
      marketingConsent: true,
      doNotContact: true,
      contacts: [{ id: 'k-2026-11-24' }],
    })
    expect(after.customers[1]?.added).toBeUndefined()
    expect(after.customers[0]?.links).toMatchObject([{ otherId: '0099' }])
    expect(after.changes).toMatchObject([{ id: 't2', edits: [{ customerId: '0099' }] }])

    const edit = mergeEdit(book, { newcomer: told, fromFile: file })
    const since = aContact('2026-11-25', { id: 'since' })
    const [one, two] = after.customers
    const later = { ...after, customers: [one!, { ...two!, contacts: [...two!.contacts, since] }] }
    const apart = unmergeNewcomer(later, edit)
    expect(apart?.customers).toEqual([friend, { ...file, contacts: [since] }, told])
    expect(apart?.changes).toMatchObject([{ id: 't2', edits: [{ customerId: BY.id }] }])
    expect(unmergeNewcomer(apart!, edit)).toBeUndefined()
  })
})
