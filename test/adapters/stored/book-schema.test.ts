import { describe, expect, it } from 'vitest'
import { bookSchema } from '../../../src/adapters/stored/book-schema.js'
import { aBigBook, aBook, aContact, aCustomer, aHolding } from '../../contract/builders.js'

const withCustomer = (over: object) => ({ ...aBook('M1', []), customers: [{ ...aCustomer('c1'), ...over }] })
const accepts = (book: unknown) => bookSchema.safeParse(book).success

const REVIEWED = { id: 'h1', kind: 'fund', amountFen: 100 }
const STEP = {
  id: 's1',
  care: 'sales',
  on: '2026-12-01',
  test: { what: 'holding', kind: 'fund' },
  toldOn: '2026-12-02',
}
const ACT = { on: '2026-11-23', by: 'H1' }
const TERMS = { target: 2, due: '2027-05-31', steps: [STEP] }
const PLAN = {
  id: 'p1',
  metric: 'kinds',
  ...TERMS,
  state: 'closed',
  drafted: ACT,
  agreed: ACT,
  started: { ...ACT, value: 1 },
  checks: [{ ...ACT, verdict: 'adjust' }],
  earlier: [{ ...TERMS, until: ACT }],
  closed: { ...ACT, result: 'partly', reason: '客户出国' },
}

describe('the book as it is kept', () => {
  it('is read back as it is', () => {
    const book = aBigBook('M1', 20)
    expect(bookSchema.parse(JSON.parse(JSON.stringify(book)))).toEqual(book)
  })

  it('gains no key for what is not known of a customer', () => {
    const [customer] = bookSchema.parse(aBook('M1', ['c1'])).customers
    expect(Object.keys(customer!).toSorted()).toEqual(Object.keys(aCustomer('c1')).toSorted())
  })

  it.each<[string, object, boolean]>([
    ['the last day of a leap February', { birthday: '1996-02-29' }, true],
    ['the 29th of another February', { birthday: '1995-02-29' }, false],
    ['a day with a time', { birthday: '1995-02-28T00:00:00Z' }, false],
    ['a sum of whole fen', { aumFen: 1 }, true],
    ['the largest safe sum', { aumFen: Number.MAX_SAFE_INTEGER }, true],
    ['a sum beyond it', { aumFen: Number.MAX_SAFE_INTEGER + 1 }, false],
    ['half a fen', { aumFen: 0.5 }, false],
    ['a sum in words', { aumFen: '1' }, false],
    ['a rating', { riskRating: 'C5' }, true],
    ['a rating that is none', { riskRating: 'C6' }, false],
    ['a null where nothing is known', { phone: null }, false],
    ['a contact', { contacts: [aContact()] }, true],
    ['a wealth review', { contacts: [{ ...aContact(), review: { holdings: [REVIEWED] } }] }, true],
    [
      'a wealth review in yuan',
      { contacts: [{ ...aContact(), review: { holdings: [{ ...REVIEWED, amountFen: 0.5 }] } }] },
      false,
    ],
    ['a value plan', { plans: [PLAN] }, true],
    ['a plan in a state that is none', { plans: [{ ...PLAN, state: 'begun' }] }, false],
    [
      'a step that only a newer program ticks',
      { plans: [{ ...PLAN, steps: [{ ...STEP, test: { what: 'moon' } }] }] },
      false,
    ],
    ['a contact by pigeon', { contacts: [{ ...aContact(), channel: 'pigeon' }] }, false],
    ['a holding without a currency', { holdings: [{ ...aHolding(), currency: undefined }] }, false],
    ['a field nobody knows', { star: 'gold' }, false],
  ])('with %s: %j is good: %s', (_, over, isGood) => {
    expect(accepts(withCustomer(over))).toBe(isGood)
  })

  it.each([
    [['c1', 'c2'], true],
    [['c2', 'c1'], false],
    [['c1', 'c1'], false],
  ])('with customers in the order %j is good: %s', (ids, isGood) => {
    expect(accepts(aBook('M1', ids))).toBe(isGood)
  })
})
