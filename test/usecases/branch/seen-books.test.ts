import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { seenBooks } from '../../../src/usecases/branch/seen-books.js'
import { aBank } from '../../support/bank.js'

const MANAGERS = `manager_id,name,branch_id,role
H1,沈国安,0101,head
M1,林若溪,0101,manager
M2,周启明,0101,manager
M9,程思远,0201,manager
`
const bank = aBank()
const seen = () =>
  seenBooks({
    managers: bank.store.managers,
    desks: bank.store.desks,
    todayOf: () => day('2026-11-23'),
  })

describe('besides the own book', () => {
  it.each([
    ['a branch head sees those of the branch', 'H1', ['M1', 'M2']],
    ['a manager sees none', 'M1', []],
    ['a stranger sees none', 'X1', []],
  ])('%s', async (_rule, id, books) => {
    await bank.take('managers', MANAGERS)
    expect(await seen()(id)).toEqual(books)
  })
})
