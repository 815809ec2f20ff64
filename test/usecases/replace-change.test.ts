import { describe, expect, it } from 'vitest'
import type { ToldContact } from '../../src/domain/customer/record-contact.js'
import { day } from '../../src/domain/day.js'
import { addAgreement } from '../../src/usecases/add-agreement.js'
import { handOver } from '../../src/usecases/hand-over.js'
import { type LogContactInput, logContact } from '../../src/usecases/log-contact.js'
import { putOffCustomers } from '../../src/usecases/put-off-customers.js'
import { replaceChange } from '../../src/usecases/replace-change.js'
import { undoChange } from '../../src/usecases/undo-change.js'
import { updateCustomer } from '../../src/usecases/update-customer.js'
import { aBank } from '../support/bank.js'
import { POLICY, SENSITIVE_WORDS, TODAY } from '../support/rules.js'

const CUSTOMERS = `customer_id,name,manager_id,aum
C1,陈立群,M1,3000000
C2,陈巧云,M1,600000
C3,李望舒,M1,600000
`
const AT = '2026-11-23T02:00:00.000Z'
const bank = aBank()
const M1 = { managerId: 'M1', today: TODAY, at: AT }

const ports = () => ({ ...bank.store, sensitiveWords: SENSITIVE_WORDS, policy: POLICY })
const call = (customerId: string, over: Partial<ToldContact> = {}) => ({
  customerId,
  reached: true,
  outcome: 'considering' as const,
  ...over,
})
const report = (changeId: string, contacts: LogContactInput['contacts']): LogContactInput => ({
  ...M1,
  changeId,
  contacts,
})

/** 刚打了陈总和李总: one report of two customers, of whom the first was another one. */
async function aReport() {
  await bank.take('customers', CUSTOMERS)
  await logContact(ports())(
    report('t1', [call('C1', { when: { day: day('2026-12-02'), time: '10:00' } }), call('C3')]),
  )
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
    const replaced = await replaceChange(
      ports(),
      { managerId: 'M1', replaces: { changeId: 't1', customerId: 'C1' } },
      (own) => logContact(own)(report('t2', [call('C2')])),
    )
    expect(replaced).toMatchObject({
      status: 'replaced',
      result: { status: 'logged', logged: [{ customer: { id: 'C2' } }] },
      withdrawn: [{ id: 'C1', agreements: [{ state: 'withdrawn' }] }],
      overtaken: false,
    })
    expect(await counted()).toEqual({ C1: 0, C2: 1, C3: 1 })
    expect(await lines()).toBe(before + 1)
  })

  it('of a whole report withdraws all of it', async () => {
    await aReport()
    await replaceChange(ports(), { managerId: 'M1', replaces: { changeId: 't1' } }, (own) =>
      logContact(own)(report('t2', [call('C2')])),
    )
    expect(await counted()).toEqual({ C1: 0, C2: 1, C3: 0 })
  })

  it('that cannot be written leaves the old as it is', async () => {
    await aReport()
    const before = await bank.everything()
    const replaced = await replaceChange(ports(), { managerId: 'M1', replaces: { changeId: 't1' } }, (own) =>
      logContact(own)(report('t2', [call('C9')])),
    )
    expect(replaced).toMatchObject({ status: 'not-written', result: { status: 'not-in-book' } })
    expect(await bank.everything()).toEqual(before)
  })

  it('is taken back alone: what it had replaced stays withdrawn, what was left of the old can still be taken back', async () => {
    await aReport()
    await replaceChange(ports(), { managerId: 'M1', replaces: { changeId: 't1', customerId: 'C1' } }, (own) =>
      logContact(own)(report('t2', [call('C2')])),
    )
    const undo = undoChange(bank.store)
    expect(await undo({ managerId: 'M1', at: AT })).toMatchObject({ status: 'undone', change: { id: 't2' } })
    expect(await counted()).toEqual({ C1: 0, C2: 0, C3: 1 })
    expect(await undo({ managerId: 'M1', at: AT })).toMatchObject({ customers: [{ id: 'C3' }] })
    expect(await counted()).toEqual({ C1: 0, C2: 0, C3: 0 })
  })

  it.each([
    { replaces: { changeId: 'never' }, status: 'nothing' },
    { replaces: { changeId: 't1', customerId: 'C2' }, status: 'nothing' },
  ])('of $replaces says $status, and writes nothing', async ({ replaces, status }) => {
    await aReport()
    const before = await bank.everything()
    const replaced = await replaceChange(ports(), { managerId: 'M1', replaces }, (own) =>
      logContact(own)(report('t2', [call('C2')])),
    )
    expect(replaced).toEqual({ status })
    expect(await bank.everything()).toEqual(before)
  })

  it('of what was taken back, or handed over since, says so', async () => {
    await aReport()
    const again = (customerId: string) =>
      replaceChange(ports(), { managerId: 'M1', replaces: { changeId: 't1', customerId } }, (own) =>
        logContact(own)(report('t2', [call('C2')])),
      )
    await handOver(bank.store)({ from: 'M1', to: 'M2', customerIds: ['C1'], today: TODAY, at: AT })
    expect(await again('C1')).toEqual({ status: 'out-of-reach' })
    await undoChange(bank.store)({ managerId: 'M1', changeId: 't1', at: AT })
    expect(await again('C3')).toEqual({ status: 'already' })
  })

  it('of a meeting does not find the meeting it replaces in its way', async () => {
    await aReport()
    const replaced = await replaceChange(
      ports(),
      { managerId: 'M1', replaces: { changeId: 't1', customerId: 'C1' } },
      (own) =>
        addAgreement(own)({
          ...M1,
          changeId: 't2',
          customerIds: ['C2'],
          agreement: { kind: 'appointment', when: { day: day('2026-12-02'), time: '10:00' } },
        }),
    )
    expect(replaced).toMatchObject({ status: 'replaced', result: { clashes: [] } })
  })

  it('of a fact and of a putting off goes the same way', async () => {
    await bank.take('customers', CUSTOMERS)
    const fact = (value: string) => ({ field: 'hobby', value }) as const
    await updateCustomer(ports())({ ...M1, changeId: 'f1', customerIds: ['C1'], fact: fact('钓鱼') })
    await replaceChange(ports(), { managerId: 'M1', replaces: { changeId: 'f1' } }, (own) =>
      updateCustomer(own)({ ...M1, changeId: 'f2', customerIds: ['C2'], fact: fact('钓鱼') }),
    )
    expect((await bank.customer('M1', 'C1'))?.hobbies).toBeUndefined()
    expect((await bank.customer('M1', 'C2'))?.hobbies).toBe('钓鱼')

    const until = (on: string) => ({ kind: 'snooze', until: day(on) }) as const
    const off = { ...M1, plainReason: '' }
    await putOffCustomers(ports())({ ...off, changeId: 'p1', customerIds: ['C1'], put: until('2026-12-01') })
    await replaceChange(ports(), { managerId: 'M1', replaces: { changeId: 'p1' } }, (own) =>
      putOffCustomers(own)({ ...off, changeId: 'p2', customerIds: ['C1'], put: until('2026-12-08') }),
    )
    const deferrals = (await bank.customer('M1', 'C1'))?.deferrals ?? []
    expect(deferrals.map(({ withdrawn }) => withdrawn ?? false)).toEqual([true, false])
  })
})
