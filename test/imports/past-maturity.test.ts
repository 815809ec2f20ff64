import { describe, expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import { moneyKeptOf } from '../../src/domain/ledger/money-kept.js'
import { aBank } from '../support/bank.js'
import { POLICY } from '../support/rules.js'

const HEAD = 'holding_id,customer_id,product_name,kind,amount,start_date,maturity_date'
const DEPOSIT = 'H1,C1,一年期定期,定期存款'
const ACCOUNT = 'A1,C1,活期,活期'

const bank = aBank()

/** The customer after these files; a row `complete` makes its file a full one. */
async function taking(...files: readonly (readonly [on: string, ...rows: string[]])[]): Promise<Customer> {
  await bank.take('customers', 'customer_id,name,manager_id\nC1,甲,M1\n')
  for (const [on, ...rows] of files) {
    const complete = rows.includes('complete')
    const table = [HEAD, ...rows.filter((row) => row !== 'complete')].join('\n')
    expect((await bank.take('holdings', table, { today: day(on), complete })).rejected).toEqual([])
  }
  return (await bank.customer('M1', 'C1'))!
}

const kept = (customer: Customer, on: string) =>
  moneyKeptOf(customer, POLICY, day(on)).map(({ on: maturity, keptFen, inCurrentFen, goneFen }) => [
    maturity,
    keptFen / 100,
    inCurrentFen / 100,
    goneFen / 100,
  ])

describe('a maturity that files change later', () => {
  it('was renewed where its day is moved on after it came', async () => {
    const customer = await taking(
      ['2026-11-01', `${DEPOSIT},100,2025-11-02,2026-11-02`],
      ['2026-11-05', `${DEPOSIT},60,2026-11-02,2027-11-02`],
    )
    expect(kept(customer, '2026-11-30')).toEqual([['2026-11-02', 100, 0, 0]])
  })

  it('never was where its day is moved before it came', async () => {
    const customer = await taking(
      ['2026-10-20', `${DEPOSIT},100,2025-11-02,2026-11-02`],
      ['2026-11-01', `${DEPOSIT},100,2025-11-02,2027-11-02`],
    )
    expect(kept(customer, '2026-11-30')).toEqual([])
  })

  it('stays at the sum that stood on its day', async () => {
    const customer = await taking(
      ['2026-11-01', `${DEPOSIT},100,2025-11-02,2026-11-02`, `${ACCOUNT},0,,`],
      ['2026-11-05', `${DEPOSIT},40,2025-11-02,2026-11-02`],
    )
    expect(kept(customer, '2026-11-30')).toEqual([['2026-11-02', 0, 0, 100]])
  })

  it('stays when an amount of 0 ends the holding after it', async () => {
    const customer = await taking(
      ['2026-11-01', `${DEPOSIT},100,2025-11-02,2026-11-02`, `${ACCOUNT},5,,`],
      ['2026-11-05', `${DEPOSIT},0,2025-11-02,`],
    )
    expect(kept(customer, '2026-11-30')).toEqual([['2026-11-02', 0, 5, 95]])
  })

  it('is none where an amount of 0 ended the holding before it', async () => {
    const customer = await taking(
      ['2026-10-20', `${DEPOSIT},100,2025-11-02,2026-11-02`, `${ACCOUNT},5,,`],
      ['2026-10-25', `${DEPOSIT},0,2025-11-02,2026-11-02`],
    )
    expect(kept(customer, '2026-11-30')).toEqual([])
  })

  it('goes by the account of the day of decision, whatever a later file says', async () => {
    const customer = await taking(
      ['2026-11-01', `${DEPOSIT},100,2025-11-02,2026-11-02`, `${ACCOUNT},70,,`],
      ['2026-11-13', `${ACCOUNT},80,,`],
      ['2026-11-20', `${ACCOUNT},10,,`],
      ['2026-11-25', `${DEPOSIT},100,2025-11-02,2026-11-02`, 'complete'],
    )
    expect(kept(customer, '2026-11-30')).toEqual([['2026-11-02', 0, 80, 20]])
  })

  it('goes by the account of today where the day of decision came before the first file', async () => {
    const customer = await taking(
      ['2026-11-20', `${DEPOSIT},100,2025-11-02,2026-11-02`, `${ACCOUNT},70,,`],
      ['2026-11-25', `${ACCOUNT},10,,`],
    )
    expect(kept(customer, '2026-11-30')).toEqual([['2026-11-02', 0, 10, 90]])
  })
})
