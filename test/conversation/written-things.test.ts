import { describe, expect, it } from 'vitest'
import type { Kept } from '../../src/conversation/state.js'
import { writtenThings } from '../../src/conversation/written-things.js'
import type { Book } from '../../src/domain/book.js'
import type { Change, Edit } from '../../src/domain/change.js'
import type { Agreement } from '../../src/domain/customer/contact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { RecordedFact } from '../../src/domain/customer/facts/recorded-fact.js'
import { day } from '../../src/domain/day.js'
import type { DeskSettings } from '../../src/domain/manager/settings.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { aContact, aCustomer } from '../support/customers.js'
import { inTurn } from './a-flow.js'

const AT = '2026-11-23T01:00:00.000Z'
const DESK = { settings: {} }

const aChange = (id: string, edits: readonly Edit[], undone = false): Change => ({
  id,
  kind: 'contact.log',
  at: AT,
  edits,
  undone,
})
const aBook = (customer: Customer, ...changes: readonly Change[]): Book => ({
  managerId: 'M1',
  customers: [customer],
  changes,
})
const anAgreement = (over: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  kind: 'appointment',
  on: day('2026-11-24'),
  time: '15:00',
  madeOn: day('2026-11-23'),
  state: 'open',
  ...over,
})
const writtenIn = (...turns: readonly (readonly [id: string, turn: number])[]): readonly Kept<string>[] =>
  turns.map(([value, turn]) => ({ value, ...inTurn(turn) }))
const things = (book: Book, written: readonly Kept<string>[], turn = 5) =>
  writtenThings({ turn, focus: { written } }, book, DESK)

const ADDED: Edit = { kind: 'contact-added', customerId: 'C1', contactId: 'k1' }
const AGREED: Edit = { kind: 'agreement-added', customerId: 'C1', agreementId: 'a1' }
const CALL = aContact('2026-11-23', { id: 'k1', reached: false, outcome: 'no-answer' })

describe('a contact that was written', () => {
  it('is spoken of as it was told, with its turns', () =>
    expect(
      things(aBook(aCustomer('C1', { contacts: [CALL] }), aChange('t3', [ADDED])), writtenIn(['t3', 3])),
    ).toEqual([
      {
        kind: 'contact',
        changeId: 't3',
        entryId: 'k1',
        customerId: 'C1',
        told: { reached: false, outcome: 'no-answer', channel: 'call' },
        age: 2,
        made: 3,
        at: 0,
      },
    ]))

  it('has its sum in yuan, and what was agreed in it', () => {
    const sold = { id: 'k1', outcome: 'closed', amountFen: fenOfYuan(500_000), currency: 'USD' } as const
    const customer = aCustomer('C1', {
      contacts: [aContact('2026-11-23', sold)],
      agreements: [
        anAgreement({ contactId: 'k1' }),
        anAgreement({ id: 'a2', kind: 'promise', contactId: 'k1', on: day('2026-11-27') }),
      ],
    })
    const change = aChange('t3', [ADDED, AGREED, { ...AGREED, agreementId: 'a2' }])
    expect(things(aBook(customer, change), writtenIn(['t3', 3]))).toMatchObject([
      {
        kind: 'contact',
        when: { day: '2026-11-24', time: '15:00' },
        told: {
          outcome: 'closed',
          amount: { min: 500_000, max: 500_000, currency: 'USD' },
          when: { day: '2026-11-24', time: '15:00' },
          promise: { due: '2026-11-27' },
        },
      },
    ])
  })
})

describe('what no longer stands is not spoken of', () => {
  const of = (customer: Partial<Customer>, edits: readonly Edit[], undone = false) =>
    things(aBook(aCustomer('C1', customer), aChange('t3', edits, undone)), writtenIn(['t3', 3]))

  it.each<readonly [string, Partial<Customer>, readonly Edit[], boolean]>([
    ['a change that was undone', { contacts: [CALL] }, [ADDED], true],
    ['a contact that was taken back', { contacts: [{ ...CALL, withdrawn: true }] }, [ADDED], false],
    ['a contact that is gone', {}, [ADDED], false],
    [
      'an appointment that was called off',
      { agreements: [anAgreement({ state: 'cancelled' })] },
      [AGREED],
      false,
    ],
    [
      'a reminder that was kept',
      { agreements: [anAgreement({ kind: 'task', state: 'kept' })] },
      [AGREED],
      false,
    ],
    ['a customer who was handed over', { contacts: [CALL] }, [{ ...ADDED, customerId: 'C9' }], false],
  ])('%s', (_what, customer, edits, undone) => expect(of(customer, edits, undone)).toEqual([]))

  it('a change of another conversation', () =>
    expect(things(aBook(aCustomer('C1', { contacts: [CALL] }), aChange('t3', [ADDED])), [])).toEqual([]))
})

describe('what was agreed by itself', () => {
  it.each(['appointment', 'callback', 'task', 'promise'] as const)('is a %s', (kind) =>
    expect(
      things(
        aBook(aCustomer('C1', { agreements: [anAgreement({ kind })] }), aChange('t3', [AGREED])),
        writtenIn(['t3', 3]),
      ),
    ).toMatchObject([{ kind, entryId: 'a1', when: { day: '2026-11-24', time: '15:00' } }]),
  )

  it('and was moved is spoken of once, as it is now: of the turn it was first written in, and as fresh as its move', () => {
    const moved: Edit = {
      kind: 'agreement-rescheduled',
      customerId: 'C1',
      agreementId: 'a1',
      after: { day: day('2026-11-25') },
    }
    const customer = aCustomer('C1', {
      contacts: [CALL],
      agreements: [{ ...anAgreement(), on: day('2026-11-25') }],
    })
    const book = aBook(customer, aChange('t1', [AGREED]), aChange('t2', [ADDED]), aChange('t4', [moved]))
    expect(things(book, writtenIn(['t1', 1], ['t2', 2], ['t4', 4]))).toMatchObject([
      { kind: 'contact', changeId: 't2', made: 2, age: 3 },
      { kind: 'appointment', changeId: 't4', made: 1, age: 1, when: { day: '2026-11-25' } },
    ])
  })
})

describe('the other things', () => {
  const fact = (over: Partial<RecordedFact> = {}): RecordedFact => ({
    id: 'f1',
    on: day('2026-11-23'),
    at: AT,
    managerId: 'M1',
    field: 'hobbies',
    how: 'added',
    after: '钓鱼',
    ...over,
  })
  const recorded: Edit = { kind: 'fact-recorded', customerId: 'C1', factId: 'f1' }
  const deferred: Edit = { kind: 'deferral-added', customerId: 'C1', deferralId: 'd1' }
  const of = (customer: Partial<Customer>, edit: Edit) =>
    things(aBook(aCustomer('C1', customer), aChange('t3', [edit])), writtenIn(['t3', 3]))

  it.each([
    ['hobbies', 'hobby'],
    ['lunarBirthday', 'birthday'],
    ['preferredChannel', 'preference'],
    ['doNotContact', 'other'],
  ] as const)('a fact: %s is a %s', (field, said) =>
    expect(of({ facts: [fact({ field })] }, recorded)).toMatchObject([
      { kind: 'fact', entryId: 'f1', fact: { field: said, value: '钓鱼' } },
    ]),
  )

  it('a customer who is put off, and one who is skipped', () => {
    const put = { id: 'd1', madeOn: day('2026-11-23') }
    expect(of({ deferrals: [{ ...put, kind: 'snooze', until: day('2026-11-30') }] }, deferred)).toMatchObject(
      [{ kind: 'put-off', when: { day: '2026-11-30' } }],
    )
    expect(of({ deferrals: [{ ...put, kind: 'skip', reason: '出差' }] }, deferred)).toMatchObject([
      { kind: 'skip' },
    ])
  })

  it('what was taken back of them is none', () => {
    expect(of({ facts: [fact({ withdrawn: true })] }, recorded)).toEqual([])
    const put = {
      id: 'd1',
      madeOn: day('2026-11-23'),
      kind: 'skip',
      reason: '出差',
      withdrawn: true,
    } as const
    expect(of({ deferrals: [put] }, deferred)).toEqual([])
  })
})

describe('a setting', () => {
  it.each<readonly [DeskSettings, DeskSettings, string]>([
    [{}, { briefTime: '07:30' }, 'brief-time'],
    [{ capacity: 10 }, { capacity: 20 }, 'daily-limit'],
    [{}, { locale: 'en-US' }, 'language'],
    [{}, { pausedUntil: day('2026-11-27') }, 'pause'],
    [{}, { wrapUpTime: '18:00' }, 'other'],
  ])('%j to %j is %s', (before, settings, setting) => {
    const desk = { settings, settingsChange: { id: 't4', at: AT, before, undone: false } }
    const state = { turn: 5, focus: { written: writtenIn(['t4', 4]) } }
    expect(writtenThings(state, aBook(aCustomer('C1')), desk)).toEqual([
      { kind: 'setting', changeId: 't4', entryId: 't4', setting, age: 1, made: 4, at: 0 },
    ])
    const undone = { ...desk, settingsChange: { ...desk.settingsChange, undone: true } }
    expect(writtenThings(state, aBook(aCustomer('C1')), undone)).toEqual([])
  })
})
