import { describe, expect, it } from 'vitest'
import type { Product } from '../../../src/domain/ledger/product.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { manFromBook } from '../../../src/domain/opportunity/man.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { POLICY, TODAY } from '../../support/rules.js'

describe('what the book tells of MAN', () => {
  const product: Product = {
    id: 'W1',
    name: '增利一年定开',
    kind: 'wealth',
    currency: 'CNY',
    minAmountFen: fenOfYuan(100_000),
  }
  const nothing = { idleMoney: false, statedWish: false }
  const manOf = (over: Parameters<typeof aCustomer>[1], known = nothing, of: Product | undefined = product) =>
    manFromBook(aCustomer('C1', over), of, known, POLICY, TODAY)

  it.each([
    [99_999.99, 'no'],
    [100_000, 'yes'],
  ] as const)('%d yuan under management against a minimum of 100,000: money %s', (yuan, money) => {
    expect(manOf({ aumFen: fenOfYuan(yuan) }).money).toBe(money)
  })

  it('money stays unknown without assets, without a product, and against foreign money', () => {
    const { aumFen: _, ...bare } = aCustomer('C1')
    expect(manFromBook(bare, product, nothing, POLICY, TODAY).money).toBe('unknown')
    expect(manFromBook(aCustomer('C1'), undefined, nothing, POLICY, TODAY).money).toBe('unknown')
    expect(manOf({}, nothing, { ...product, currency: 'USD' }).money).toBe('unknown')
  })

  it.each([
    ['2026-12-23', 'yes'],
    ['2026-12-24', 'unknown'],
    ['2026-11-22', 'unknown'],
  ] as const)('a holding that matures on %s: need %s', (on, need) => {
    expect(manOf({ holdings: [aHolding(on)] }).need).toBe(need)
  })

  it('idle money or a stated wish is a need; authority is never told by the book', () => {
    expect(manOf({}, { idleMoney: true, statedWish: false })).toMatchObject({
      need: 'yes',
      authority: 'unknown',
    })
    expect(manOf({}, { idleMoney: false, statedWish: true }).need).toBe('yes')
  })
})
