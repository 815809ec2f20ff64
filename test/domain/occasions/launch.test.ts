import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import type { Product } from '../../../src/domain/ledger/product.js'
import { launch } from '../../../src/domain/occasions/launch.js'
import { aCustomer } from '../../support/customers.js'
import { contextOn } from '../../support/rules.js'

function aProduct(saleFrom: string, over: Partial<Product> = {}): Product {
  return {
    id: 'p1',
    name: '稳享90天',
    kind: 'wealth',
    riskLevel: 'R2',
    currency: 'CNY',
    saleFrom: day(saleFrom),
    ...over,
  }
}

const assessed = { riskRating: 'C2', riskAssessedOn: day('2026-01-05') } as const

const on = (today: string, product: Product, over: Partial<Customer> = assessed) =>
  launch(aCustomer('c1', over), contextOn(today, { products: [product] })).map((reason) => reason.productId)

describe('a product that comes on sale', () => {
  it.each([
    ['2026-11-24', '2026-11-23', true, 'the working day before'],
    ['2026-11-24', '2026-11-24', true, 'the first day'],
    ['2026-11-24', '2026-11-20', false, 'two working days before'],
    ['2026-11-24', '2026-11-25', false, 'the day after'],
    ['2026-11-28', '2026-11-27', true, 'the working day before a Saturday'],
    ['2026-11-28', '2026-11-30', true, 'the first working day from a Saturday on'],
    ['2026-11-28', '2026-12-01', false, 'the second working day from a Saturday on'],
    ['2026-10-01', '2026-09-30', true, 'the working day before National Day'],
    ['2026-10-01', '2026-10-08', true, 'the first working day after National Day'],
  ])('on %s shows on %s: %s (%s)', (saleFrom, today, isShown) => {
    expect(on(today, aProduct(saleFrom))).toEqual(isShown ? ['p1'] : [])
  })

  it('is shown to whom it fits alone', () => {
    expect(on('2026-11-24', aProduct('2026-11-24', { riskLevel: 'R3' }))).toEqual([])
    expect(on('2026-11-24', aProduct('2026-11-24'), { ...assessed, marketingConsent: false })).toEqual([])
  })

  it('does not fit whose assessment will have expired on the first day of sale', () => {
    const lastValidOn24 = { riskRating: 'C2', riskAssessedOn: day('2025-11-24') } as const
    const lastValidOn23 = { riskRating: 'C2', riskAssessedOn: day('2025-11-23') } as const
    expect(on('2026-11-23', aProduct('2026-11-24'), lastValidOn24)).toEqual(['p1'])
    expect(on('2026-11-23', aProduct('2026-11-24'), lastValidOn23)).toEqual([])
  })
})
