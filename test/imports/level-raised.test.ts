import { describe, expect, it } from 'vitest'
import { branchDayOf, planBookDay } from '../../src/domain/branch/branch-day.js'
import { customerDay } from '../../src/domain/brief/customer-day.js'
import { addDays, type Day, day } from '../../src/domain/day.js'
import { undoImport } from '../../src/imports/undo/undo-import.js'
import { aBank } from '../support/bank.js'
import { IMPORT_RULES } from '../support/imports.js'
import { CALENDAR, contextOn, POLICY } from '../support/rules.js'

const MONDAY = day('2026-11-23')
const AT = '2026-11-23T01:00:00Z'

const bank = aBank()

const CUSTOMERS = 'customer_id,name,manager_id,risk_rating,do_not_contact'
const HOLDINGS = 'holding_id,customer_id,product_id,product_name,kind,amount,maturity_date'
const level = (levels: string) =>
  `product_id,name,kind,risk_level,issuer_risk_level\nW180,稳享180天,wealth,${levels}\n`

/** Customers by id with their rating, all of whom hold the product: the later in the list the less. */
async function holders(ratings: readonly string[], quiet: readonly string[] = []) {
  const ids = ratings.map((_, at) => `C${String(at + 1).padStart(3, '0')}`)
  const rows = ids.map((id, at) => `${id},甲${at},M1,${ratings[at]},${quiet.includes(id) ? '是' : ''}`)
  await bank.take('customers', [CUSTOMERS, ...rows].join('\n'))
  await bank.take('products', level('R2,'))
  const held = ids.map((id, at) => `H${id},${id},W180,稳享180天,wealth,${100_000 - at},2027-06-01`)
  await bank.take('holdings', [HOLDINGS, ...held].join('\n'))
}

/** Who has the row on a day. */
async function told(on: Day): Promise<readonly string[]> {
  const context = contextOn(on, { products: bank.store.products.all() })
  return (await bank.store.books.read('M1')).customers.flatMap((customer) => {
    const of = customerDay(customer, context)
    return of.listed && of.reasons.some(({ kind }) => kind === 'level-raised') ? [customer.id] : []
  })
}
const head = async (on: Day) =>
  branchDayOf(
    [await bank.store.books.read('M1')].map((book) =>
      planBookDay(book, POLICY, CALENDAR, on, { from: on, to: on }),
    ),
    POLICY,
    on,
  ).raised

describe('a level that an import raises', () => {
  it.each<[string, string, readonly string[]]>([
    ['its own level', 'R4,', ['C002', 'C003']],
    ["the issuer's, where that is the higher", 'R2,R4', ['C002', 'C003']],
    ['by less than the rating carries', 'R2,R3', ['C002']],
    ['the lower of the two', 'R2,R1', []],
    ['down', 'R1,', []],
  ])('comes to those whose rating carried the old level and not the new: %s', async (_what, levels, ids) => {
    await holders(['C1', 'C2', 'C3', 'C4', ''])
    await bank.take('products', level(levels))
    expect(await told(MONDAY)).toEqual(ids)
    expect(await told(addDays(MONDAY, 1))).toEqual([])
  })

  it('from none comes to everyone below the new level', async () => {
    await holders(['C1', 'C3', 'C4'])
    await bank.take('products', level(','))
    await bank.take('products', level('R4,'))
    expect(await told(MONDAY)).toEqual(['C001', 'C002'])
  })

  it('comes at most five a working day, the larger sums first, and the head sees how many are left', async () => {
    await holders(Array.from({ length: 52 }, () => 'C2').concat('C1'))
    await bank.take('products', level('R4,'), { today: day('2026-11-28') })
    expect(await told(day('2026-11-28'))).toEqual([])
    expect(await told(day('2026-11-30'))).toEqual(['C001', 'C002', 'C003', 'C004', 'C005'])
    expect(await told(day('2026-12-01'))).toEqual(['C006', 'C007', 'C008', 'C009', 'C010'])
    expect(await told(day('2026-12-11'))).toEqual(['C046', 'C047', 'C048', 'C049', 'C050'])
    expect(await told(day('2026-12-14'))).toEqual([])
    const raise = { productId: 'W180', from: 'R2', to: 'R4', above: 1, concerned: 52 }
    expect(await head(day('2026-11-30'))).toMatchObject([{ ...raise, left: 47 }])
    expect(await head(day('2026-12-14'))).toMatchObject([{ ...raise, left: 2 }])
  })

  it('comes to a quiet customer as a service notice', async () => {
    await holders(['C2'], ['C001'])
    await bank.take('products', level('R4,'))
    const customer = (await bank.customer('M1', 'C001'))!
    const of = customerDay(customer, contextOn(MONDAY, { products: bank.store.products.all() }))
    expect(of).toMatchObject({ listed: true, reasons: [{ kind: 'level-raised', serviceNoticeOnly: true }] })
  })

  it('comes to nobody whose rating has been raised since', async () => {
    await holders(['C2'])
    await bank.take('products', level('R4,'))
    await bank.take('customers', `${CUSTOMERS}\nC001,甲,M1,C4,`)
    expect(await told(MONDAY)).toEqual([])
  })

  it('is gone with the import that raised it', async () => {
    await holders(['C2'])
    const { number } = await bank.take('products', level('R4,'))
    expect(await told(MONDAY)).toEqual(['C001'])
    await undoImport(bank.store.bank, IMPORT_RULES.policy)(number!, MONDAY, AT)
    expect(await bank.customer('M1', 'C001')).not.toHaveProperty('levelRaised')
  })
})
