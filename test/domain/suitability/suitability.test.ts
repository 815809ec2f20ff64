import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { addDays, type Day, day } from '../../../src/domain/day.js'
import type { Product } from '../../../src/domain/ledger/product.js'
import { type Fen, fen, fenOfYuan } from '../../../src/domain/money.js'
import { lastValidDay, levelOf, suitability } from '../../../src/domain/suitability/suitability.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { POLICY, TODAY } from '../../support/rules.js'

const product: Product = { id: 'p', name: '稳享90天', kind: 'wealth', riskLevel: 'R2', currency: 'CNY' }
const assessed = { riskRating: 'C2', riskAssessedOn: day('2026-01-05') } as const

function refusals(ofProduct: Partial<Product>, ofCustomer: Partial<Customer> = {}): readonly string[] {
  const found = suitability(
    { ...product, ...ofProduct },
    aCustomer('c1', { ...assessed, ...ofCustomer }),
    POLICY,
    TODAY,
  )
  return found.fits ? [] : found.refusals.map((refusal) => refusal.reason)
}

describe('the level', () => {
  it.each([
    ['R2', 'C2', []],
    ['R3', 'C2', ['level-above-rating']],
    ['R1', 'C1', []],
    ['R2', 'C1', ['level-above-rating']],
    ['R5', 'C5', []],
  ] as const)('%s for a customer rated %s is refused for %o', (riskLevel, riskRating, expected) => {
    expect(refusals({ riskLevel }, { riskRating })).toEqual(expected)
  })

  it('of two ratings the higher counts, whoever gave it', () => {
    expect(levelOf({ ...product, riskLevel: 'R2', issuerRiskLevel: 'R3' })).toBe('R3')
    expect(levelOf({ ...product, riskLevel: 'R4', issuerRiskLevel: 'R3' })).toBe('R4')
    expect(refusals({ riskLevel: 'R2', issuerRiskLevel: 'R3' })).toEqual(['level-above-rating'])
  })

  it('that is not known fits nobody, but a deposit needs none', () => {
    const { riskLevel: _, ...unrated } = product
    const customer = aCustomer('c1', { ...assessed, riskRating: 'C5' })
    expect(suitability({ ...unrated, kind: 'insurance' }, customer, POLICY, TODAY)).toMatchObject({
      fits: false,
      refusals: [{ reason: 'level-unknown' }],
    })
    expect(suitability({ ...unrated, kind: 'time-deposit' }, aCustomer('c2'), POLICY, TODAY)).toEqual({
      fits: true,
    })
  })
})

describe('the assessment', () => {
  it.each([
    ['2025-11-23', [], '365 days ago'],
    ['2025-11-22', ['assessment-expired'], '366 days ago'],
    ['2026-11-24', ['not-assessed'], 'tomorrow'],
  ])('of %s is refused for %o: %s', (riskAssessedOn, expected) => {
    expect(refusals({}, { riskAssessedOn: day(riskAssessedOn) })).toEqual(expected)
  })

  it('a rating without a day, and a day without a rating, count as not assessed', () => {
    const { riskAssessedOn: _, ...unassessed } = aCustomer('c1', assessed)
    const { riskRating: __, ...unrated } = aCustomer('c1', assessed)
    for (const customer of [unassessed, unrated])
      expect(suitability(product, customer, POLICY, TODAY)).toMatchObject({
        refusals: [{ reason: 'not-assessed', cure: 'invite-to-reassess' }],
      })
  })

  it('tells its last valid day', () => {
    expect(lastValidDay(assessed, POLICY)).toBe('2027-01-05')
  })
})

describe('permissions, window and minimum', () => {
  it.each([
    [{ marketingConsent: false }, ['no-marketing-consent']],
    [{ doNotContact: true }, ['do-not-contact']],
  ])('%o is refused for %o', (over, expected) => {
    expect(refusals({}, over)).toEqual(expected)
  })

  it.each([
    ['2026-11-23', '2026-11-23', []],
    ['2026-11-24', '2026-11-30', ['not-on-sale-yet']],
    ['2026-11-01', '2026-11-22', ['off-sale']],
  ])('on sale from %s to %s is refused for %o', (saleFrom, saleTo, expected) => {
    expect(refusals({ saleFrom: day(saleFrom), saleTo: day(saleTo) })).toEqual(expected)
  })

  it('the minimum fits from assets of exactly that sum', () => {
    const minAmountFen = fenOfYuan(100_000)
    expect(refusals({ minAmountFen }, { aumFen: minAmountFen })).toEqual([])
    expect(refusals({ minAmountFen }, { aumFen: fen(minAmountFen - 1) })).toEqual(['below-minimum'])
  })

  it('unknown assets fit no product with a minimum, and one without', () => {
    const { aumFen: _, ...unknown } = aCustomer('c1', assessed)
    expect(suitability({ ...product, minAmountFen: fen(1) }, unknown, POLICY, TODAY)).toMatchObject({
      refusals: [{ reason: 'assets-unknown', cure: 'ask-assets' }],
    })
    expect(suitability(product, unknown, POLICY, TODAY)).toEqual({ fits: true })
  })

  it.each([
    [{ currency: 'USD', amountFen: fenOfYuan(8_000) }, []],
    [{ currency: 'USD', amountFen: fenOfYuan(7_999.99) }, ['foreign-minimum-not-held']],
    [{ currency: 'HKD', amountFen: fenOfYuan(99_000) }, ['foreign-minimum-not-held']],
    [{ currency: 'USD', amountFen: fenOfYuan(8_000), kind: 'loan' }, ['foreign-minimum-not-held']],
    [
      { currency: 'USD', amountFen: fenOfYuan(8_000), maturesOn: day('2026-11-22') },
      ['foreign-minimum-not-held'],
    ],
  ] as const)('a minimum of 8,000 dollars beside %o is refused for %o', (holding, expected) => {
    const holdings = [aHolding('2027-01-04', holding)]
    expect(refusals({ currency: 'USD', minAmountFen: fenOfYuan(8_000) }, { holdings })).toEqual(expected)
  })

  it('everything that stands against it is told at once', () => {
    const over = { riskRating: 'C1', marketingConsent: false, aumFen: fen(0) } as const
    expect(refusals({ minAmountFen: fen(100), saleTo: day('2026-11-01') }, over)).toEqual([
      'no-marketing-consent',
      'off-sale',
      'level-above-rating',
      'below-minimum',
    ])
  })
})

it('nothing unsuitable passes', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  const someDay = fc.integer({ min: -400, max: 30 }).map((n): Day => addDays(TODAY, n))
  const level = maybe(fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R5'))
  const facts = fc.record({
    kind: fc.constantFrom('time-deposit', 'wealth', 'fund', 'insurance', 'gold'),
    own: level,
    issuer: level,
    rating: maybe(fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5')),
    assessedOn: maybe(someDay),
    saleFrom: maybe(someDay),
    saleTo: maybe(someDay),
    minimum: maybe(fc.nat(100)),
    currency: fc.constantFrom('CNY', 'USD'),
    aum: maybe(fc.nat(100)),
    doNotContact: fc.boolean(),
    consent: fc.boolean(),
  })
  fc.assert(
    fc.property(facts, (of) => {
      const offered = present({
        riskLevel: of.own,
        issuerRiskLevel: of.issuer,
        saleFrom: of.saleFrom,
        saleTo: of.saleTo,
        minAmountFen: of.minimum as Fen | undefined,
      })
      const { aumFen: _, ...nobody } = aCustomer('c1', {
        doNotContact: of.doNotContact,
        marketingConsent: of.consent,
      })
      const customer = {
        ...nobody,
        ...present({
          riskRating: of.rating,
          riskAssessedOn: of.assessedOn,
          aumFen: of.aum as Fen | undefined,
        }),
      }
      const found = suitability(
        { id: 'p', name: 'p', kind: of.kind, currency: of.currency, ...offered } as Product,
        customer as Customer,
        POLICY,
        TODAY,
      )
      if (!found.fits) return
      const rank = (text: string | undefined) => Number(text?.slice(1) ?? 0)
      expect(of.consent && !of.doNotContact).toBe(true)
      expect((of.saleFrom ?? TODAY) <= TODAY && TODAY <= (of.saleTo ?? TODAY)).toBe(true)
      if (of.kind !== 'time-deposit') {
        expect(Math.max(rank(of.own), rank(of.issuer))).toBeGreaterThan(0)
        expect(rank(of.rating)).toBeGreaterThanOrEqual(Math.max(rank(of.own), rank(of.issuer)))
        expect(of.assessedOn! >= addDays(TODAY, -365) && of.assessedOn! <= TODAY).toBe(true)
      }
      if (of.minimum !== undefined) {
        expect(of.currency).toBe('CNY')
        expect(of.aum).toBeGreaterThanOrEqual(of.minimum)
      }
    }),
    { numRuns: 500 },
  )
})

function present(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
