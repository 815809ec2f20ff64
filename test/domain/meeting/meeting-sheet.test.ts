import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { planMeeting } from '../../../src/domain/meeting/meeting-sheet.js'
import { noteFacts } from '../../../src/domain/opportunity/note-facts.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { contextOn, TODAY } from '../../support/rules.js'
import { anOpportunity } from '../opportunity/opportunities.js'

const sheetOf = (over: Partial<Customer>) => planMeeting(aCustomer('C1', over), contextOn())
const ASSESSED = { riskRating: 'C3', riskAssessedOn: day('2026-06-01') } as const
const DEPOSIT = anOpportunity({ product: { productName: '大额存单', kind: 'time-deposit' } })

describe('what to bring', () => {
  it.each<[string, Partial<Customer>, readonly string[]]>([
    ['nobody has spoken with', ASSESSED, ['name-card', 'id-card']],
    ['known and assessed', { ...ASSESSED, contacts: [aContact('2026-11-20')] }, ['id-card']],
    [
      'tried and not reached',
      { ...ASSESSED, contacts: [aContact('2026-11-20', { reached: false })] },
      ['name-card', 'id-card'],
    ],
    ['never assessed', { contacts: [aContact('2026-11-20')] }, ['id-card', 'assessment-form']],
    ['assessed 365 days ago', { ...ASSESSED, riskAssessedOn: day('2025-11-23') }, ['name-card', 'id-card']],
    [
      'assessed 366 days ago',
      { ...ASSESSED, riskAssessedOn: day('2025-11-22') },
      ['name-card', 'id-card', 'assessment-form'],
    ],
    ['a micro-enterprise', { type: 'micro' }, ['name-card', 'id-card', 'business-papers']],
    [
      'a deposit ends within 30 days',
      { ...ASSESSED, holdings: [aHolding('2026-12-23', { kind: 'time-deposit' })] },
      ['name-card', 'id-card', 'deposit-slip', 'rate-sheet'],
    ],
    [
      'a deposit ends later',
      { ...ASSESSED, holdings: [aHolding('2026-12-24', { kind: 'time-deposit' })] },
      ['name-card', 'id-card'],
    ],
    [
      'a deposit that ended',
      { ...ASSESSED, holdings: [aHolding('2026-11-22', { kind: 'time-deposit' })] },
      ['name-card', 'id-card'],
    ],
    [
      'a wealth product is talked of',
      { ...ASSESSED, opportunities: [anOpportunity()] },
      ['name-card', 'id-card', 'product-papers'],
    ],
    [
      'a deposit is talked of',
      { ...ASSESSED, opportunities: [DEPOSIT] },
      ['name-card', 'id-card', 'rate-sheet'],
    ],
  ])('%s', (_, over, papers) => {
    expect(sheetOf(over).papers).toEqual(papers)
  })
})

describe('what to think of', () => {
  it('a promise that is open, and an objection that is', () => {
    const promise = { id: 'p1', kind: 'promise', madeOn: TODAY, state: 'open' } as const
    const raised = noteFacts(anOpportunity(), { objections: [{ kind: 'yield' }] }, TODAY)
    expect(sheetOf({ agreements: [promise], opportunities: [raised] })).toMatchObject({
      promised: [{ id: 'p1' }],
      opportunity: { id: 'o1' },
      checks: ['keep-promises', 'answer-ready', 'ask-first', 'suitable-only'],
    })
    expect(sheetOf({ agreements: [{ ...promise, state: 'kept' }] }).checks).toEqual([
      'ask-first',
      'suitable-only',
    ])
  })

  it('the last words are those of the last time someone answered, and the last that were written down', () => {
    const contacts = [
      aContact('2026-11-10'),
      aContact('2026-11-18', { note: '孩子明年留学' }),
      aContact('2026-11-20', { reached: false }),
    ]
    expect(sheetOf({ contacts }).last).toMatchObject([{ on: '2026-11-18', note: '孩子明年留学' }])
    const later = [...contacts, aContact('2026-11-22')]
    expect(sheetOf({ contacts: later }).last).toMatchObject([{ on: '2026-11-22' }, { on: '2026-11-18' }])
    expect(sheetOf({}).last).toEqual([])
  })
})

describe('what to talk about', () => {
  const over: Partial<Customer> = {
    birthday: day('1980-11-24'),
    holdings: [aHolding('2026-11-24')],
    contacts: [aContact('2026-11-02')],
    agreements: [{ id: 'a1', kind: 'appointment', on: TODAY, madeOn: TODAY, state: 'open' }],
  }

  it('what the day brings, the most urgent first; the meeting itself and the calendar of contacts are none', () => {
    expect(sheetOf(over).topics.map(({ kind }) => kind)).toEqual(['maturity', 'birthday'])
  })

  it('with someone who asked not to be contacted, what matures and nothing else', () => {
    const sheet = sheetOf({ ...over, doNotContact: true })
    expect(sheet.topics.map(({ kind }) => kind)).toEqual(['maturity'])
    expect(sheet).not.toHaveProperty('ask')
  })
})
