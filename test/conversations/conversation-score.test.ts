import { describe, expect, it } from 'vitest'
import {
  type Expected,
  fits,
  judgeConversation,
  judgeTurn,
  type WriteLike,
} from '../support/conversation-score.js'

const MON = { day: '2026-11-23', time: '10:00' }
const TUE = { day: '2026-11-24', time: '10:00' }

const contact = (fields: WriteLike = {}): WriteLike => ({
  act: 'contact.log',
  customer: 'C1',
  channel: 'call',
  reached: true,
  outcome: 'considering',
  ...fields,
})
const undone = (record: WriteLike): WriteLike => ({ ...record, act: 'undo', of: record['act'] })
const booked = (when: object): WriteLike => ({ act: 'appointment.add', customer: 'C1', when })
const moved = (from: object, when: object): WriteLike => ({
  act: 'appointment.move',
  customer: 'C1',
  from,
  when,
})

const kinds = (expect: Expected, wrote: readonly WriteLike[]) =>
  judgeTurn(expect, { wrote }).map(({ kind }) => kind)

describe('what was written', () => {
  it.each<[string, readonly WriteLike[], readonly WriteLike[]]>([
    ['nothing where nothing is expected', [], []],
    ['a field that is not listed', [{ act: 'contact.log', customer: 'C1' }], [contact()]],
    ['a field that must be absent', [contact({ amount: null })], [contact()]],
    ['a day alone', [booked({ day: MON.day })], [booked(MON)]],
    [
      'a contact whose day is not listed',
      [contact({ outcome: 'callback' })],
      [contact({ outcome: 'callback', when: MON })],
    ],
    ['a move as undo and a new one', [moved(MON, TUE)], [undone(booked(MON)), booked(TUE)]],
    [
      'a move as an amended contact',
      [moved(MON, TUE)],
      [
        {
          ...contact({ outcome: 'appointment', when: TUE }),
          act: 'amend',
          of: 'contact.log',
          was: contact({ outcome: 'appointment', when: MON }),
        },
      ],
    ],
    [
      'an amended sum as undo and a new one',
      [undone({ act: 'contact.log', customer: 'C1' }), contact({ amount: 2 })],
      [{ ...contact({ amount: 2 }), act: 'amend', of: 'contact.log', was: contact({ amount: 1 }) }],
    ],
    [
      'an undo that names the day it took along',
      [undone({ act: 'contact.log', customer: 'C1' })],
      [undone(contact({ outcome: 'appointment', when: MON }))],
    ],
    [
      'a calling off as the undo of the booking',
      [{ act: 'appointment.cancel', customer: 'C1' }],
      [undone(booked(MON))],
    ],
    [
      'a calling off undone as the booking',
      [booked(MON)],
      [undone({ act: 'appointment.cancel', customer: 'C1', when: MON })],
    ],
    [
      'a new value beside the undo of the old one',
      [{ act: 'settings.change', setting: 'brief-time', value: '09:00' }],
      [
        undone({ act: 'settings.change', setting: 'brief-time', value: '08:00' }),
        { act: 'settings.change', setting: 'brief-time', value: '09:00' },
      ],
    ],
    [
      'two steps of one sale as one',
      [{ act: 'sale.step', customer: 'C1', facts: { product: 'P', amount: 5 } }],
      [
        { act: 'sale.step', customer: 'C1', step: 1, facts: { product: 'P' } },
        { act: 'sale.step', customer: 'C1', step: 2, facts: { amount: 5 } },
      ],
    ],
  ])('may be %s', (_, expected, wrote) => {
    expect(kinds({ wrote: expected }, wrote)).toEqual([])
  })

  it.each<[string, Expected, readonly WriteLike[], readonly string[]]>([
    ['something where nothing is expected', { wrote: [] }, [contact()], ['wrong write']],
    [
      'of somebody else',
      { wrote: [contact()] },
      [contact({ customer: 'C2' })],
      ['missing write', 'wrong write'],
    ],
    ['with another outcome', { wrote: [contact()] }, [contact({ outcome: 'closed' })], ['wrong write']],
    ['without the channel', { wrote: [contact()] }, [contact({ channel: undefined })], ['missing write']],
    ['not there', { wrote: [contact()] }, [], ['missing write']],
    ['there twice', { wrote: [contact()] }, [contact(), contact()], ['wrong write']],
    [
      'a day where none was said',
      { wrote: [contact({ when: null })] },
      [contact({ when: MON })],
      ['wrong write'],
    ],
    [
      'a new one that left the old one standing',
      { wrote: [moved(MON, TUE)] },
      [booked(TUE)],
      ['missing write'],
    ],
    [
      'an undo of one too many',
      { wrote: [undone(contact())] },
      [undone(contact()), undone(contact({ customer: 'C2' }))],
      ['wrong write'],
    ],
  ])('is at fault where it is %s', (_, expected, wrote, faults) => {
    expect(kinds(expected, wrote)).toEqual(faults)
  })

  it('may be one of several lists, and more where that is allowed', () => {
    const expected: Expected = {
      wrote: [booked(MON)],
      orWrote: [[contact()]],
      may: [{ act: 'sale.step', customer: 'C1' }],
    }
    const step = { act: 'sale.step', customer: 'C1', step: 2, facts: {} }
    expect(kinds(expected, [booked(MON)])).toEqual([])
    expect(kinds(expected, [contact(), step])).toEqual([])
    expect(kinds(expected, [contact(), { ...step, customer: 'C2' }])).toEqual(['wrong write'])
  })
})

describe('a value', () => {
  it.each([
    [{ any: ['a', 'b'] }, 'b', true],
    [{ any: ['a', null] }, undefined, true],
    [{ any: ['a'] }, undefined, false],
    [{ re: '^ab' }, 'abc', true],
    [{ re: '(?i)^AB' }, 'abc', true],
    [{ re: 'x' }, undefined, false],
    [{ not: 'yes' }, 'no', true],
    [{ not: 'yes' }, undefined, true],
    [{ not: 'yes' }, 'yes', false],
    [null, {}, true],
    [null, 0, false],
    ['Apple', ' apple', true],
    [true, 'true', false],
    [{ day: MON.day }, MON, true],
  ])('%j and %j: %s', (expected, got, isFit) => {
    expect(fits(expected, got)).toBe(isFit)
  })
})

describe('a turn', () => {
  const wrote: readonly WriteLike[] = []

  it.each<[string, Partial<Expected>, Parameters<typeof judgeTurn>[1], readonly string[]]>([
    ['a question that is not checked', { asks: 'any' }, { asks: { kind: 'when' } }, []],
    ['a question that is none', { asks: null }, { asks: { kind: 'when' } }, ['question']],
    ['one of several questions', { asks: ['when', 'choice'] }, { asks: { kind: 'choice' } }, []],
    ['no question', { asks: 'customer' }, { asks: null }, ['question']],
    ['a reading', { intent: ['maturity.list'] }, { intent: 'maturity.list' }, []],
    ['another reading', { intent: ['maturity.list'] }, { intent: null }, ['intent']],
    ['a set in another order', { shows: { set: ['a', 'b'] } }, { shows: ['b', 'a'] }, []],
    ['a set with one too many', { shows: { set: ['a'] } }, { shows: ['a', 'b'] }, ['list']],
    ['a list in another order', { shows: ['a', 'b'] }, { shows: ['b', 'a'] }, ['list']],
    ['the first of them', { shows: { first: ['a'] } }, { shows: ['a', 'b'] }, []],
    ['one that must not be there', { shows: { excludes: ['b'] } }, { shows: ['a', 'b'] }, ['list']],
    ['words, case ignored', { says: ['ABOVE|over'] }, { text: 'above' }, []],
    ['words that must not be said', { saysNot: ['above'] }, { text: 'Above' }, ['words']],
  ])('with %s', (_, expected, played, faults) => {
    expect(judgeTurn({ wrote, ...expected }, played).map(({ kind }) => kind)).toEqual(faults)
  })

  it('takes the confirmation that was asked for and given as a part of it', () => {
    const turns = [{ expect: { wrote: [contact()], asks: null } }, { ifAsked: 'confirm' }]
    const asks = { kind: 'confirm' }
    const judge = (then: object) => judgeConversation({ id: 'a', turns }, [{ wrote: [], asks }, then])
    expect(judge({ wrote: [contact()], asks: null })).toEqual(new Map([[1, []]]))
    expect(
      judge({ skipped: true })
        .get(1)
        ?.map(({ kind }) => kind),
    ).toEqual(['missing write', 'question'])
  })
})
