import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { handOver, takeBackHandOver } from '../../../src/usecases/branch/hand-over.js'
import { undoChange } from '../../../src/usecases/changes/undo-change.js'
import { logContact } from '../../../src/usecases/contacts/log-contact.js'
import { aBank } from '../../support/bank.js'
import { SENSITIVE_WORDS } from '../../support/rules.js'

const CUSTOMERS = `customer_id,name,manager_id,aum
C1,陈立群,M1,3000000
C2,李望舒,M1,600000
C3,Grace Yang,M2,800000
`
const AT = '2026-11-23T02:00:00Z'
const TODAY = day('2026-11-23')
const bank = aBank()

async function aBook() {
  await bank.take('managers', 'manager_id,name,branch_id,role\nM3,Ren Hai,0102,manager\n')
  await bank.take('customers', CUSTOMERS)
  await logContact({ ...bank.store, sensitiveWords: SENSITIVE_WORDS })({
    changeId: 't1',
    managerId: 'M1',
    today: day('2026-11-23'),
    at: AT,
    contacts: [
      {
        customerId: 'C1',
        reached: true,
        outcome: 'appointment',
        when: { day: day('2026-12-02') },
        promise: {},
      },
    ],
  })
}

describe('handing over', () => {
  it('moves a customer with history, appointments and promises, and the old manager sees nothing', async () => {
    await aBook()
    const result = await handOver(bank.store)({
      from: 'M1',
      to: 'M2',
      customerIds: ['C1'],
      by: 'H1',
      today: TODAY,
      at: AT,
    })
    expect(result).toMatchObject({ status: 'handed-over', customers: [{ id: 'C1' }] })
    expect(await bank.customer('M1', 'C1')).toBeUndefined()
    expect(await bank.customer('M2', 'C1')).toMatchObject({
      contacts: [{ outcome: 'appointment' }],
      agreements: [{ kind: 'appointment' }, { kind: 'promise' }],
    })
    expect(await bank.customer('M1', 'C2')).toBeDefined()
    const [taken] = (await bank.store.desks.read('M2')).takenOver ?? []
    expect(taken).toEqual({ id: `${AT} M1`, from: 'M1', on: TODAY, customerIds: ['C1'], by: 'H1' })
  })

  it('the whole book where nobody is named', async () => {
    await aBook()
    await handOver(bank.store)({ from: 'M1', to: 'M2', by: 'H1', today: TODAY, at: AT })
    expect((await bank.store.books.read('M1')).customers).toEqual([])
    expect((await bank.store.books.read('M2')).customers.map((c) => c.id)).toEqual(['C1', 'C2', 'C3'])
  })

  it('what was written of a customer who is gone cannot be taken back by the old manager', async () => {
    await aBook()
    await handOver(bank.store)({ from: 'M1', to: 'M2', customerIds: ['C1'], by: 'H1', today: TODAY, at: AT })
    const undone = await undoChange(bank.store)({ managerId: 'M1', changeId: 't1', at: AT })
    expect(undone).toMatchObject({ status: 'out-of-reach', change: { id: 't1' } })
    const moved = await bank.customer('M2', 'C1')
    expect(moved?.contacts.map((c) => c.withdrawn)).toEqual([undefined])
  })

  it('is in the journal with the move, as one line', async () => {
    await aBook()
    const { lines } = await bank.store.journal.verify()
    await handOver(bank.store)({ from: 'M1', to: 'M2', customerIds: ['C1'], by: 'H1', today: TODAY, at: AT })
    expect((await bank.store.journal.verify()).lines).toBe(lines + 1)
  })

  it('of one of two customers leaves the other to be taken back, and says that one stays', async () => {
    await aBook()
    await logContact({ ...bank.store, sensitiveWords: SENSITIVE_WORDS })({
      changeId: 't2',
      managerId: 'M1',
      today: TODAY,
      at: AT,
      contacts: ['C1', 'C2'].map((customerId) => ({ customerId, reached: false, outcome: 'no-answer' })),
    })
    await handOver(bank.store)({ from: 'M1', to: 'M2', customerIds: ['C1'], by: 'H1', today: TODAY, at: AT })
    const undone = await undoChange(bank.store)({ managerId: 'M1', changeId: 't2', at: AT })
    expect(undone).toMatchObject({ status: 'undone', customers: [{ id: 'C2' }], outOfReach: 1 })
  })

  it.each([
    {
      case: 'somebody of another book',
      input: { from: 'M1', to: 'M2', customerIds: ['C1', 'C3'] },
      status: 'not-in-book',
    },
    { case: 'an unknown manager', input: { from: 'M1', to: 'M9' }, status: 'unknown-manager' },
    { case: 'a head, who keeps no book', input: { from: 'M1', to: 'H1' }, status: 'no-book' },
    { case: 'a manager of another branch', input: { from: 'M1', to: 'M3' }, status: 'other-branch' },
    { case: 'the same manager', input: { from: 'M1', to: 'M1' }, status: 'same-manager' },
  ])('$case: nothing is moved', async ({ input, status }) => {
    await aBook()
    const before = await bank.everything()
    expect(await handOver(bank.store)({ ...input, by: 'H1', today: TODAY, at: AT })).toMatchObject({ status })
    expect(await bank.everything()).toEqual(before)
  })
})

describe('a handing over', () => {
  const over = { from: 'M1', to: 'M2', by: 'H1', today: TODAY, at: AT }

  it('is only said where nothing is to be moved yet', async () => {
    await aBook()
    const before = await bank.everything()
    const result = await handOver(bank.store)({ ...over, customerIds: ['C1'], dryRun: true })
    expect(result).toMatchObject({ status: 'handed-over', customers: [{ id: 'C1' }] })
    expect(await bank.everything()).toEqual(before)
  })

  it('is taken back on its day, with what was written since', async () => {
    await aBook()
    await handOver(bank.store)({ ...over, customerIds: ['C1', 'C2'] })
    await handOver(bank.store)({ ...over, from: 'M2', to: 'M1', customerIds: ['C2'] })
    const taken = await takeBackHandOver(bank.store)(over)
    expect(taken).toMatchObject({ status: 'taken-back', customers: [{ id: 'C1' }], gone: ['C2'] })
    expect(await bank.customer('M1', 'C1')).toMatchObject({ contacts: [{ outcome: 'appointment' }] })
    expect((await bank.store.desks.read('M2')).takenOver).toEqual([])
    expect(await takeBackHandOver(bank.store)(over)).toEqual({ status: 'nothing' })
  })

  it('of yesterday stays', async () => {
    await aBook()
    await handOver(bank.store)({ ...over, customerIds: ['C1'] })
    expect(await takeBackHandOver(bank.store)({ ...over, today: day('2026-11-24') })).toEqual({
      status: 'nothing',
    })
    expect(await bank.customer('M2', 'C1')).toBeDefined()
  })
})
