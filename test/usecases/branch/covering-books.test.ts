import { expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { coveredOn } from '../../../src/domain/manager/covers.js'
import { cover } from '../../../src/usecases/branch/cover.js'
import { coveringBooks } from '../../../src/usecases/branch/covering-books.js'
import { undoChange } from '../../../src/usecases/changes/undo-change.js'
import { logContact } from '../../../src/usecases/contacts/log-contact.js'
import { addCustomer } from '../../../src/usecases/customers/add-customer.js'
import { linkCustomers } from '../../../src/usecases/customers/link-customers.js'
import { aGate } from '../../support/a-gate.js'
import { aBank } from '../../support/bank.js'
import { CALENDAR, POLICY, SENSITIVE_WORDS } from '../../support/rules.js'

const CUSTOMERS = `customer_id,name,manager_id,aum
C1,陈立群,M1,3000000
C3,Grace Yang,M2,800000
`
const AT = '2026-11-23T02:00:00Z'
const bank = aBank()
/** M2 stands in for M1. */
const books = () => coveringBooks(bank.store.books, async (id) => (id === 'M2' ? ['M1'] : []))

const log = (managerId: string, customerId: string) =>
  logContact({ books: books(), journal: bank.store.journal, sensitiveWords: SENSITIVE_WORDS })({
    changeId: 't1',
    managerId,
    today: day('2026-11-23'),
    at: AT,
    contacts: [{ customerId, reached: true, outcome: 'info' }],
  })

it('a stand-in sees both books, the other manager the own one', async () => {
  await bank.take('customers', CUSTOMERS)
  expect((await books().read('M2')).customers.map((c) => c.id)).toEqual(['C1', 'C3'])
  expect((await books().read('M1')).customers.map((c) => c.id)).toEqual(['C1'])
})

it('both books are put together once, and anew after a write', async () => {
  await bank.take('customers', CUSTOMERS)
  const covering = coveringBooks(bank.store.books, async () => ['M1'])
  const before = await covering.read('M2')
  expect(await covering.read('M2')).toBe(before)
  await log('M2', 'C1')
  const after = await covering.read('M2')
  expect(after.customers[0]?.contacts).toHaveLength(1)
  expect(before.customers[0]?.contacts).toHaveLength(0)
})

it('what the stand-in writes is in the book of the one who is away, made by the stand-in', async () => {
  await bank.take('customers', CUSTOMERS)
  expect(await log('M2', 'C1')).toMatchObject({ status: 'logged' })
  expect((await bank.store.books.read('M1')).customers[0]?.contacts).toMatchObject([{ managerId: 'M2' }])
  expect((await bank.store.books.read('M2')).customers.map((c) => c.id)).toEqual(['C3'])
})

it('and the stand-in can take it back', async () => {
  await bank.take('customers', CUSTOMERS)
  await log('M2', 'C1')
  const undo = undoChange({ books: books(), journal: bank.store.journal })
  expect(await undo({ managerId: 'M2', at: AT })).toMatchObject({ status: 'undone' })
  expect((await bank.store.books.read('M1')).customers[0]?.contacts).toMatchObject([{ withdrawn: true }])
  expect(await undo({ managerId: 'M1', at: AT })).toEqual({ status: 'nothing' })
})

it('after the cover has ended that can be taken back no more, and is said so', async () => {
  await bank.take('customers', CUSTOMERS)
  await log('M2', 'C1')
  const undo = undoChange({ books: bank.store.books, journal: bank.store.journal })
  expect(await undo({ managerId: 'M2', at: AT })).toMatchObject({ status: 'out-of-reach' })
  expect((await bank.store.books.read('M1')).customers[0]?.contacts[0]?.withdrawn).toBeUndefined()
})

it('a write of the stand-in holds up nobody but the two', async () => {
  await bank.take('customers', CUSTOMERS)
  const gate = aGate()
  const writing = bank.store.units.together(async () => {
    await bank.store.books.change('H1', (book) => ({ book: { ...book, changes: [] }, result: undefined }))
    await gate.pass()
  })
  await gate.reached
  expect(await log('M2', 'C1')).toMatchObject({ status: 'logged' })
  gate.open()
  await writing
})

it('the one who is away writes in the own book as before', async () => {
  await bank.take('customers', CUSTOMERS)
  expect(await log('M1', 'C1')).toMatchObject({ status: 'logged' })
  expect(await log('M1', 'C3')).toMatchObject({ status: 'not-in-book' })
})

it.each([
  ['2026-11-23', []],
  ['2026-11-24', ['M1']],
  ['2026-11-27', ['M1']],
  ['2026-11-28', []],
])('on %s the stand-in looks after %j', async (on, covered) => {
  const days = { first: day('2026-11-24'), last: day('2026-11-27'), by: 'M1', today: day('2026-11-23') }
  expect(await cover(bank.store)({ from: 'M1', to: 'M2', ...days, at: AT })).toEqual({ status: 'covered' })
  expect(coveredOn(await bank.store.desks.read('M2'), day(on))).toEqual(covered)
})

it('a customer whom the stand-in adds comes into the own book, the thanks into that of the introducer, and both go again', async () => {
  await bank.take('customers', CUSTOMERS)
  const deps = { books: books(), journal: bank.store.journal, policy: POLICY, calendar: CALENDAR }
  const told = { changeId: 't1', managerId: 'M2', today: day('2026-11-23'), at: AT }
  const added = await addCustomer(deps)({ ...told, name: '何静' })
  const customerId = added.status === 'added' ? added.customer.id : ''
  const thanks = () => '感谢介绍'
  const link = { ...told, joins: true, customerId, otherId: 'C1', type: 'introduced-by', thanks } as const
  expect(await linkCustomers(deps)(link)).toMatchObject({ status: 'linked' })
  const thanksOf = async () => (await bank.store.books.read('M1')).customers[0]?.agreements
  expect((await bank.store.books.read('M2')).customers.map((one) => one.name)).toEqual(['Grace Yang', '何静'])
  expect(await thanksOf()).toMatchObject([{ kind: 'promise', state: 'open' }])
  expect(await undoChange(deps)({ managerId: 'M2', at: AT })).toMatchObject({ status: 'undone' })
  expect((await bank.store.books.read('M2')).customers.map((one) => one.name)).toEqual(['Grace Yang'])
  expect(await thanksOf()).toMatchObject([{ state: 'withdrawn' }])
})
