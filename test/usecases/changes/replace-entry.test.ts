import { describe, expect, it } from 'vitest'
import type { ToldContact } from '../../../src/domain/customer/record-contact.js'
import { day } from '../../../src/domain/day.js'
import { handOver } from '../../../src/usecases/branch/hand-over.js'
import { type EntryToReplace, replaceEntry } from '../../../src/usecases/changes/replace-entry.js'
import { undoChange } from '../../../src/usecases/changes/undo-change.js'
import { logContact } from '../../../src/usecases/contacts/log-contact.js'
import { putOffCustomers } from '../../../src/usecases/contacts/put-off-customers.js'
import { updateCustomer } from '../../../src/usecases/customers/update-customer.js'
import { addAgreement } from '../../../src/usecases/meetings/add-agreement.js'
import { aBank } from '../../support/bank.js'
import { POLICY, SENSITIVE_WORDS, TODAY } from '../../support/rules.js'

const CUSTOMERS = `customer_id,name,manager_id,aum
C1,陈立群,M1,3000000
C2,陈巧云,M1,600000
C3,李望舒,M1,600000
`
const AT = '2026-11-23T02:00:00.000Z'
const bank = aBank()
const M1 = { managerId: 'M1', today: TODAY, at: AT }

const ports = () => ({ ...bank.store, sensitiveWords: SENSITIVE_WORDS, policy: POLICY })
const told = (over: Partial<ToldContact> = {}): ToldContact => ({
  reached: true,
  outcome: 'considering',
  ...over,
})
const contact = (customerId: string) => ({ kind: 'contact', customerId, told: told() }) as const

/** 刚打了陈总和李总: one report of two customers, of whom the first was another one. */
async function aReport() {
  await bank.take('customers', CUSTOMERS)
  const when = { day: day('2026-12-02'), time: '10:00' }
  const contacts = [
    { customerId: 'C1', ...told({ when, outcome: 'appointment' }) },
    { customerId: 'C3', ...told() },
  ]
  await logContact(ports())({ ...M1, changeId: 't1', contacts })
}

/** Puts right what `t1` wrote of a customer, by default of C1. */
async function puts(over: Partial<EntryToReplace> = {}) {
  const { customerId = 'C1' } = over
  const id = (await bank.customer('M1', customerId))?.contacts.at(-1)?.id ?? 'none'
  const entry = { kind: 'contact', id } as const
  return replaceEntry(ports())({ ...M1, changeId: 't2', of: 't1', customerId, entry, ...over })
}

/** The contacts that count, by customer. */
async function counted() {
  const { customers } = await bank.store.books.read('M1')
  return Object.fromEntries(
    customers.map(({ id, contacts }) => [id, contacts.filter((c) => c.withdrawn === undefined).length]),
  )
}
const lines = async () => (await bank.store.journal.verify()).lines

describe('a correction', () => {
  it('不是陈总,是陈姐 withdraws the entry of one customer and writes it for another; the others stay', async () => {
    await aReport()
    const before = await lines()
    expect(await puts({ by: contact('C2') })).toMatchObject({
      status: 'replaced',
      before: { id: 'C1', agreements: [{ state: 'withdrawn' }] },
      customer: { id: 'C2' },
    })
    expect(await counted()).toEqual({ C1: 0, C2: 1, C3: 1 })
    expect(await lines()).toBe(before + 1)
  })

  it('without another only withdraws, with what was agreed in it', async () => {
    await aReport()
    expect(await puts()).toMatchObject({
      status: 'replaced',
      before: { agreements: [{ state: 'withdrawn' }] },
    })
    expect(await counted()).toEqual({ C1: 0, C2: 0, C3: 1 })
  })

  it('keeps the words that the entry was told in, unless others are told', async () => {
    await aReport()
    await puts({ by: { ...contact('C2'), told: told({ note: '刚打了陈姐' }) } })
    expect((await bank.customer('M1', 'C2'))?.contacts.at(-1)?.note).toBe('刚打了陈姐')
  })

  it('that cannot be written leaves the old as it is', async () => {
    await aReport()
    const before = await bank.everything()
    expect(await puts({ by: contact('C9') })).toEqual({ status: 'gone' })
    expect(await bank.everything()).toEqual(before)
  })

  it('is taken back with what it had replaced standing again; what was left of the old can still be taken back', async () => {
    await aReport()
    await puts({ by: contact('C2') })
    const undo = undoChange(bank.store)
    expect(await undo({ managerId: 'M1', at: AT })).toMatchObject({ status: 'undone', change: { id: 't2' } })
    expect((await counted())['C2']).toBe(0)
    expect((await counted())['C3']).toBe(1)
  })

  it('of what is not there, or is said twice, writes nothing', async () => {
    await aReport()
    const before = await bank.everything()
    expect(await puts({ customerId: 'C2', by: contact('C3') })).toEqual({ status: 'gone' })
    expect(await puts({ entry: { kind: 'contact', id: 'never' } })).toEqual({ status: 'gone' })
    expect(await bank.everything()).toEqual(before)
    await puts({ by: contact('C2') })
    const after = await bank.everything()
    expect(await puts({ customerId: 'C3', by: contact('C2') })).toEqual({ status: 'gone' })
    expect(await bank.everything()).toEqual(after)
  })

  it('of what was taken back, or handed over since, says that it is gone', async () => {
    await aReport()
    const [of1, of3] = await Promise.all(
      ['C1', 'C3'].map(async (id) => (await bank.customer('M1', id))?.contacts.at(-1)?.id ?? ''),
    )
    await handOver(bank.store)({ from: 'M1', to: 'M2', customerIds: ['C1'], by: 'H1', today: TODAY, at: AT })
    expect(await puts({ entry: { kind: 'contact', id: of1! }, by: contact('C2') })).toEqual({
      status: 'gone',
    })
    await undoChange(bank.store)({ managerId: 'M1', changeId: 't1', at: AT })
    const entry = { kind: 'contact', id: of3! } as const
    expect(await puts({ customerId: 'C3', entry, by: contact('C2') })).toEqual({ status: 'gone' })
  })

  it('of a meeting, of a fact and of a putting off goes the same way', async () => {
    await bank.take('customers', CUSTOMERS)
    const of = async (customerId: string) => (await bank.customer('M1', customerId))!
    const when = { day: day('2026-12-02'), time: '10:00' }
    const agreement = { kind: 'appointment', when } as const
    await addAgreement(ports())({ ...M1, changeId: 'a1', customerIds: ['C1'], agreement })
    const meeting = { kind: 'agreement', id: (await of('C1')).agreements[0]!.id } as const
    await puts({ changeId: 'a2', of: 'a1', entry: meeting, by: { kind: 'agreement', customerId: 'C2' } })
    expect((await of('C1')).agreements).toMatchObject([{ state: 'withdrawn' }])
    expect((await of('C2')).agreements).toMatchObject([{ state: 'open', on: '2026-12-02', time: '10:00' }])

    const stated = { field: 'hobby', value: '钓鱼' } as const
    await updateCustomer(ports())({ ...M1, changeId: 'f1', customerIds: ['C1'], fact: stated })
    const fact = { kind: 'fact', id: (await of('C1')).facts![0]!.id } as const
    await puts({ changeId: 'f2', of: 'f1', entry: fact, by: { kind: 'fact', customerId: 'C2', stated } })
    expect((await of('C1')).hobbies).toBeUndefined()
    expect((await of('C2')).hobbies).toBe('钓鱼')

    const until = (on: string) => ({ kind: 'snooze', until: day(on) }) as const
    const off = { ...M1, plainReason: '' }
    await putOffCustomers(ports())({ ...off, changeId: 'p1', customerIds: ['C1'], put: until('2026-12-01') })
    const deferral = { kind: 'deferral', id: (await of('C1')).deferrals![0]!.id } as const
    const later = { kind: 'put', customerId: 'C1', put: until('2026-12-08') } as const
    await puts({ changeId: 'p2', of: 'p1', entry: deferral, by: later })
    const deferrals = (await of('C1')).deferrals ?? []
    expect(deferrals.map(({ withdrawn }) => withdrawn ?? false)).toEqual([true, false])
  })
})
