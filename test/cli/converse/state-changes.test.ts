import { describe, expect, it } from 'vitest'
import { stateChanges } from '../../../src/cli/converse/state-changes.js'
import { type Book, emptyBook } from '../../../src/domain/book.js'
import type { ChangeKind, Edit } from '../../../src/domain/change.js'
import { makeAgreement, moveAgreement, settleAgreement } from '../../../src/domain/customer/agree.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { recordFact } from '../../../src/domain/customer/facts/record-fact.js'
import { recordContact, type ToldContact } from '../../../src/domain/customer/record-contact.js'
import { day } from '../../../src/domain/day.js'
import { type Desk, emptyDesk } from '../../../src/domain/manager/desk.js'
import type { DeskSettings } from '../../../src/domain/manager/settings.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { withOpportunity } from '../../../src/domain/opportunity/in-book.js'
import { noteFacts } from '../../../src/domain/opportunity/note-facts.js'
import { type Opportunity, openOpportunity } from '../../../src/domain/opportunity/opportunity.js'
import { bookSale } from '../../../src/domain/opportunity/sale.js'
import { lose, postpone, skip, win } from '../../../src/domain/opportunity/steps.js'
import { undoChange, withChange } from '../../../src/domain/undo.js'
import { aCustomer } from '../../support/customers.js'
import { CALM } from '../../support/products.js'
import { CALENDAR, POLICY } from '../../support/rules.js'

const TODAY = day('2026-11-23')
const AT = '2026-11-23T02:00:00.000Z'
const MANAGER = 'M1'

/** What one act does to a customer, as the use cases write it. */
type Deed = (
  customer: Customer,
  key: string,
) => { readonly customer: Customer; readonly edits: readonly Edit[] }

const told =
  (contact: ToldContact): Deed =>
  (customer, key) =>
    recordContact(customer, contact, { key, managerId: MANAGER, today: TODAY, at: AT })

const agreed =
  (kind: 'appointment' | 'task', on: string, time?: string): Deed =>
  (customer, key) => {
    const when = { day: day(on), ...(time === undefined ? {} : { time }) }
    const { customer: now, edit } = makeAgreement(customer, { kind, when }, { key, today: TODAY })
    return { customer: now, edits: [edit] }
  }

const sale =
  (change: (opportunity: Opportunity) => Opportunity): Deed =>
  (customer, key) =>
    withOpportunity(
      customer,
      change(
        customer.opportunities?.at(-1) ??
          openOpportunity({ id: key, customerId: customer.id, need: '闲钱' }, TODAY),
      ),
    )

function done(book: Book, deed: Deed, kind: ChangeKind = 'contact.log'): Book {
  const key = `change-${book.changes.length + 1}`
  const { customer, edits } = deed(book.customers[0]!, key)
  return withChange({ ...book, customers: [customer] }, { id: key, kind, at: AT, edits, undone: false })
}

const BOOK: Book = { ...emptyBook(MANAGER), customers: [aCustomer('C001')] }

function undone(book: Book): Book {
  const result = undoChange(book, { changeId: book.changes.findLast((change) => !change.undone)?.id ?? '' })
  if (result.status !== 'undone') throw new Error('nothing to undo')
  return result.book
}

function bookChanges(before: Book, after: Book) {
  const state = (book: Book) => ({ books: new Map([[MANAGER, book]]), desks: new Map() })
  return stateChanges(state(before), state(after), { managerId: MANAGER, lossReason: () => 'competitor' })
}

const MEETING = {
  channel: 'call',
  reached: true,
  outcome: 'appointment',
  when: { day: day('2026-11-26'), time: '10:00' },
  promise: { due: day('2026-11-25') },
  amountFen: fenOfYuan(500_000),
  objection: 'yield',
} as const satisfies ToldContact

const MEETING_FIELDS = {
  customer: 'C001',
  channel: 'call',
  reached: true,
  outcome: 'appointment',
  when: { day: '2026-11-26', time: '10:00' },
  amount: 500_000,
  objection: 'yield',
  promise: { due: '2026-11-25' },
}

describe('a contact', () => {
  it('is one record with what was agreed in it', () => {
    expect(bookChanges(BOOK, done(BOOK, told(MEETING)))).toEqual([{ act: 'contact.log', ...MEETING_FIELDS }])
  })

  it('that is taken back carries everything it had', () => {
    const before = done(BOOK, told(MEETING))
    expect(bookChanges(before, undone(before))).toEqual([
      { act: 'undo', of: 'contact.log', ...MEETING_FIELDS },
    ])
  })

  it('written and taken back between two looks is nothing', () => {
    expect(bookChanges(BOOK, undone(done(BOOK, told(MEETING))))).toEqual([])
  })

  it('tells the appointment that it put aside, and not the next call', () => {
    const booked = done(BOOK, agreed('appointment', '2026-11-25', '15:00'))
    const called = done(
      booked,
      told({ reached: true, outcome: 'callback', when: { day: day('2026-11-30') } }),
    )
    expect(bookChanges(booked, called)).toEqual([
      {
        act: 'contact.log',
        customer: 'C001',
        reached: true,
        outcome: 'callback',
        when: { day: '2026-11-30' },
      },
      { act: 'appointment.cancel', customer: 'C001', when: { day: '2026-11-25', time: '15:00' } },
    ])
    const again = done(
      called,
      told({ reached: false, outcome: 'callback', when: { day: day('2026-12-01') } }),
    )
    expect(bookChanges(called, again).map((record) => record.act)).toEqual(['contact.log'])
  })

  it('keeps the appointment that is due, which nobody has to say', () => {
    const booked = done(BOOK, agreed('appointment', '2026-11-23', '09:00'))
    const seen = done(booked, told({ reached: true, outcome: 'info' }))
    expect(bookChanges(booked, seen).map((record) => record.act)).toEqual(['contact.log'])
    expect(bookChanges(seen, undone(seen))).toEqual([
      { act: 'undo', of: 'contact.log', customer: 'C001', reached: true, outcome: 'info' },
    ])
  })

  it('of which the day of the next call was moved is amended', () => {
    const before = done(BOOK, told({ reached: true, outcome: 'callback', when: { day: day('2026-11-30') } }))
    const [customer] = before.customers
    const { customer: moved } = moveAgreement(
      customer!,
      customer!.agreements[0]!.id,
      { day: day('2026-12-01') },
      TODAY,
    )!
    const contact = { customer: 'C001', reached: true, outcome: 'callback' }
    expect(bookChanges(before, { ...before, customers: [moved] })).toEqual([
      {
        act: 'amend',
        of: 'contact.log',
        ...contact,
        when: { day: '2026-12-01' },
        was: { ...contact, when: { day: '2026-11-30' } },
      },
    ])
  })
})

describe('an appointment', () => {
  const booked = done(BOOK, agreed('appointment', '2026-11-25', '15:00'))
  const when = { day: '2026-11-25', time: '15:00' }

  it.each([
    ['a booking', booked],
    ['a contact', done(BOOK, told({ ...MEETING, when: { day: day('2026-11-25'), time: '15:00' } }))],
  ])('brought by %s is moved, and back', (_, before) => {
    const [customer] = before.customers
    const at = customer!.agreements.find(({ kind }) => kind === 'appointment')!
    const { customer: later } = moveAgreement(
      customer!,
      at.id,
      { day: day('2026-11-25'), time: '16:00' },
      TODAY,
    )!
    const after = { ...before, customers: [later] }
    const to = { day: '2026-11-25', time: '16:00' }
    expect(bookChanges(before, after)).toEqual([
      { act: 'appointment.move', customer: 'C001', from: when, when: to },
    ])
    expect(bookChanges(after, before)).toEqual([
      { act: 'appointment.move', customer: 'C001', from: to, when },
    ])
  })

  it('is added, called off, and stands again where that is undone', () => {
    expect(bookChanges(BOOK, booked)).toEqual([{ act: 'appointment.add', customer: 'C001', when }])
    const off = done(booked, (customer) => {
      const { customer: now, edit } = settleAgreement(
        customer,
        customer.agreements[0]!.id,
        'cancelled',
        TODAY,
      )!
      return { customer: now, edits: [edit] }
    })
    expect(bookChanges(booked, off)).toEqual([{ act: 'appointment.cancel', customer: 'C001', when }])
    expect(bookChanges(off, undone(off))).toEqual([
      { act: 'undo', of: 'appointment.cancel', customer: 'C001', when },
    ])
    expect(bookChanges(booked, undone(booked))).toEqual([
      { act: 'undo', of: 'appointment.add', customer: 'C001', when },
    ])
  })
})

describe('a reminder', () => {
  const reminded = done(BOOK, agreed('task', '2026-11-27'))

  it('is added, moved and taken back', () => {
    const fields = { customer: 'C001', when: { day: '2026-11-27' } }
    expect(bookChanges(BOOK, reminded)).toEqual([{ act: 'task.add', ...fields }])
    expect(bookChanges(reminded, undone(reminded))).toEqual([{ act: 'undo', of: 'task.add', ...fields }])
    const [customer] = reminded.customers
    const { customer: later } = moveAgreement(
      customer!,
      customer!.agreements[0]!.id,
      { day: day('2026-11-30') },
      TODAY,
    )!
    expect(bookChanges(reminded, { ...reminded, customers: [later] })).toEqual([
      { act: 'amend', of: 'task.add', customer: 'C001', when: { day: '2026-11-30' }, was: fields },
    ])
  })

  it('that was done is no record', () => {
    const [customer] = reminded.customers
    const { customer: kept } = settleAgreement(customer!, customer!.agreements[0]!.id, 'kept', TODAY)!
    expect(bookChanges(reminded, { ...reminded, customers: [kept] })).toEqual([])
  })
})

describe('a fact', () => {
  const by = (key: string) => ({ key, managerId: MANAGER, today: TODAY, at: AT })

  it.each([
    ['phone', '13900001111', 'phone'],
    ['birthdayMonthDay', '08-29', 'birthday'],
    ['lunarBirthday', '08-15', 'birthday'],
    ['hobbies', '钓鱼', 'hobby'],
    ['preferredChannel', 'wechat', 'preference'],
    ['notes', '想换车', 'other'],
  ] as const)('kept as %s is told by its name', (field, value, told) => {
    const [customer] = BOOK.customers
    const { customer: now } = recordFact(customer!, { field, how: 'set', value }, by('f1'))!
    const after = { ...BOOK, customers: [now] }
    expect(bookChanges(BOOK, after)).toEqual([
      { act: 'customer.update', customer: 'C001', field: told, value },
    ])
    expect(
      bookChanges(after, {
        ...after,
        customers: [{ ...now, facts: [{ ...now.facts![0]!, withdrawn: true }] }],
      }),
    ).toEqual([{ act: 'undo', of: 'customer.update', customer: 'C001', field: told, value }])
  })

  it('that forbids contact or advertising is an act of its own', () => {
    const [customer] = BOOK.customers
    const quiet = recordFact(
      customer!,
      { field: 'doNotContact', how: 'set', value: 'true' },
      by('f1'),
    )!.customer
    expect(bookChanges(BOOK, { ...BOOK, customers: [quiet] })).toEqual([
      { act: 'do-not-contact.set', customer: 'C001' },
    ])
    const noAds = { ...customer!, marketingConsent: false }
    expect(bookChanges(BOOK, { ...BOOK, customers: [noAds] })).toEqual([
      { act: 'consent.withdraw', customer: 'C001' },
    ])
  })
})

describe('a customer put off', () => {
  it.each([
    [
      { kind: 'snooze', until: day('2026-11-30') },
      { act: 'contact.snooze', until: '2026-11-30' },
    ],
    [{ kind: 'skip', reason: '出差' }, { act: 'contact.skip' }],
  ] as const)('%j', (deferral, { act, ...fields }) => {
    const [customer] = BOOK.customers
    const put = { ...customer!, deferrals: [{ id: 'd1', madeOn: TODAY, ...deferral }] }
    const after = { ...BOOK, customers: [put] }
    expect(bookChanges(BOOK, after)).toEqual([{ act, customer: 'C001', ...fields }])
    const back = { ...put, deferrals: put.deferrals.map((one) => ({ ...one, withdrawn: true as const })) }
    expect(bookChanges(after, { ...after, customers: [back] })).toEqual([
      { act: 'undo', of: act, customer: 'C001', ...fields },
    ])
  })
})

describe('a sale', () => {
  const kind = 'opportunity.change'
  const begun = done(
    BOOK,
    sale((one) => one),
    kind,
  )
  const ok = (decision: ReturnType<typeof skip>) => {
    if (!decision.ok) throw new Error(decision.reason)
    return decision.opportunity
  }

  it('is begun, and was never there where that is undone', () => {
    expect(bookChanges(BOOK, begun)).toEqual([{ act: 'sale.start', customer: 'C001' }])
    expect(bookChanges(begun, undone(begun))).toEqual([{ act: 'undo', of: 'sale.start', customer: 'C001' }])
  })

  it('tells the facts of a message and the step where it stands', () => {
    const facts = {
      product: { productId: CALM.id, productName: CALM.name },
      amountFen: fenOfYuan(300_000),
      man: { money: 'yes', authority: 'ask' },
      objections: [{ kind: 'liquidity' }],
      appointment: { day: day('2026-11-26'), time: '10:00' },
    } as const
    const after = done(
      begun,
      sale((one) => noteFacts(one, facts, TODAY)),
      kind,
    )
    const record = {
      customer: 'C001',
      step: 1,
      facts: {
        product: 'W115',
        amount: 300_000,
        money: 'yes',
        authority: 'unknown',
        objection: 'liquidity',
        when: { day: '2026-11-26', time: '10:00' },
      },
    }
    expect(bookChanges(begun, after)).toEqual([{ act: 'sale.step', ...record }])
    expect(bookChanges(after, undone(after))).toEqual([{ act: 'undo', of: 'sale.step', ...record }])
  })

  it('takes a product that was shown, with the interest in it', () => {
    const shown = { productId: CALM.id, productName: CALM.name, interest: 4 } as const
    const after = done(
      begun,
      sale((one) => noteFacts(one, { shown }, TODAY)),
      kind,
    )
    expect(bookChanges(begun, after)).toEqual([
      { act: 'sale.step', customer: 'C001', step: 1, facts: { product: 'W115', interest: 4 } },
    ])
  })

  it('that went a step without a fact says so, and one that is only shown again nothing', () => {
    const after = done(
      begun,
      sale((one) => ok(skip(one, TODAY))),
      kind,
    )
    expect(bookChanges(begun, after)).toEqual([{ act: 'sale.step', customer: 'C001', step: 2, facts: {} }])
    const left = done(
      begun,
      sale((one) => ({ ...one, paused: true })),
      kind,
    )
    expect(bookChanges(begun, left)).toEqual([])
  })

  it('is won with all that follows from it, and lost again with all of it', () => {
    const won = done(
      begun,
      (customer, key) => {
        const terms = {
          product: { productId: CALM.id, productName: CALM.name },
          amountFen: fenOfYuan(500_000),
          currency: 'CNY',
          startsOn: TODAY,
          suitability: { fits: true } as never, // decided elsewhere
        }
        const opportunity = ok(win(customer.opportunities![0]!, terms, TODAY))
        const changed = withOpportunity(customer, opportunity)
        const about = { check: '回访', review: '检视', maturity: '到期' } as never // only its words
        const by = { key, managerId: MANAGER, today: TODAY, at: AT }
        const booked = bookSale(
          changed.customer,
          opportunity.outcome as never, // won above
          CALM,
          by,
          { policy: POLICY, calendar: CALENDAR },
          about,
        )
        return { customer: booked.customer, edits: [...changed.edits, ...booked.edits] }
      },
      kind,
    )
    const fields = { customer: 'C001', product: 'W115', amount: 500_000 }
    expect(won.customers[0]!.agreements.length).toBeGreaterThan(0)
    expect(bookChanges(begun, won)).toEqual([{ act: 'sale.won', ...fields }])
    expect(bookChanges(won, undone(won))).toEqual([{ act: 'undo', of: 'sale.won', ...fields }])
  })

  it('is lost for a reason of a closed set, or put off to a day', () => {
    const lost = done(
      begun,
      sale((one) => ok(lose(one, '去别家了', TODAY))),
      kind,
    )
    expect(bookChanges(begun, lost)).toEqual([{ act: 'sale.lost', customer: 'C001', reason: 'competitor' }])
    const later = done(
      begun,
      sale((one) => ok(postpone(one, day('2026-12-02'), TODAY))),
      kind,
    )
    expect(bookChanges(begun, later)).toEqual([
      { act: 'sale.postponed', customer: 'C001', when: { day: '2026-12-02' } },
    ])
  })
})

describe('a setting', () => {
  const desk = (settings: DeskSettings, over: Partial<Desk> = {}): Desk => ({
    ...emptyDesk(MANAGER),
    settings,
    ...over,
  })

  function deskChanges(before: readonly Desk[], after: readonly Desk[]) {
    const state = (desks: readonly Desk[]) => ({
      books: new Map(),
      desks: new Map(desks.map((one) => [one.managerId, one])),
    })
    return stateChanges(state(before), state(after), { managerId: MANAGER, lossReason: () => 'other' })
  }

  it.each([
    [{ briefTime: '08:20' }, 'brief-time', '08:20'],
    [{ capacity: 15 }, 'daily-limit', 15],
    [{ locale: 'en-US' }, 'language', 'en'],
    [{ pausedUntil: day('2026-11-27') }, 'pause', { until: '2026-11-27' }],
    [
      { pausedFrom: day('2026-11-24'), pausedUntil: day('2026-11-27') },
      'pause',
      { from: '2026-11-24', until: '2026-11-27' },
    ],
  ] as const)('%j is told by its name', (settings, setting, value) => {
    expect(deskChanges([desk({})], [desk(settings)])).toEqual([{ act: 'settings.change', setting, value }])
    expect(deskChanges([desk(settings)], [desk({})])).toEqual([
      { act: 'undo', of: 'settings.change', setting, value },
    ])
  })

  it('that is taken back to an earlier one tells what is gone', () => {
    const settingsChange = { id: 'x', at: AT, before: { capacity: 10 }, undone: false }
    const before = desk({ capacity: 15 }, { settingsChange })
    const after = desk({ capacity: 10 }, { settingsChange: { ...settingsChange, undone: true } })
    expect(deskChanges([before], [after])).toEqual([
      { act: 'undo', of: 'settings.change', setting: 'daily-limit', value: 15 },
    ])
  })

  it('of who stands in lies on the desk of the colleague', () => {
    const cover = { managerId: MANAGER, from: day('2026-11-24'), until: day('2026-11-27') }
    const standIn = { ...emptyDesk('M2'), covers: [cover] }
    const record = { setting: 'stand-in', value: 'M2' }
    expect(deskChanges([emptyDesk('M2')], [standIn])).toEqual([{ act: 'settings.change', ...record }])
    expect(deskChanges([standIn], [emptyDesk('M2')])).toEqual([
      { act: 'undo', of: 'settings.change', ...record },
    ])
  })

  it('is not what is kept of a send or a view', () => {
    const after = desk({}, { opened: { day: TODAY, customerIds: ['C001'] }, referenceAt: AT })
    expect(deskChanges([desk({})], [after])).toEqual([])
  })
})
