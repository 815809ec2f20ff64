import { expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import type { Books } from '../../../src/ports/ports.js'
import { branchScores } from '../../../src/usecases/branch/branch-scores.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { aManager, rosterOf } from '../../support/roster.js'
import { POLICY, TODAY } from '../../support/rules.js'

const flow = (on: string) => ({
  on: day(on),
  netFen: fenOfYuan(100),
  ownCount: 1,
  ownAbsFen: fenOfYuan(100),
})
const books: Record<string, readonly Customer[]> = {
  M1: [aCustomer('A', { flows: [flow('2026-01-10')] })],
  M2: [aCustomer('B', { flows: [flow('2026-11-20')] })],
  M3: [aCustomer('C', { flows: [flow('2026-11-21')] })],
}
const read = { read: async (id: string) => ({ managerId: id, customers: books[id] ?? [], changes: [] }) }
const managers = rosterOf([aManager(), aManager({ id: 'M2' }), aManager({ id: 'M3', branchId: '0102' })])

it('a customer is scored against those of all managers of the branch, and of no other', async () => {
  const scores = branchScores({ books: read as unknown as Books, managers, policy: POLICY }) // only read from
  const before = await scores('M1', TODAY)
  expect([...before.keys()]).toEqual(['A', 'B'])
  expect(before.get('A')).toMatchObject({ r: 1 })
  expect(before.get('B')).toMatchObject({ r: 3 })

  // A contact changes no score; new transactions and another day do.
  books['M1'] = [{ ...books['M1']![0]!, contacts: [aContact('2026-11-23')] }]
  expect(await scores('M2', TODAY)).toBe(before)
  books['M1'] = [{ ...books['M1'][0]!, flows: [flow('2026-11-22')] }]
  expect((await scores('M1', TODAY)).get('A')).toMatchObject({ r: 3 })
  expect(await scores('M1', day('2026-11-24'))).not.toBe(before)
})
