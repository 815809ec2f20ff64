import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/domain/day.js'
import { chooseLine, rankLines } from '../../../src/domain/playbook/choose-line.js'
import { aLine, aPlaybook, aRequest } from './lines.js'

const idOf = (choice: ReturnType<typeof chooseLine>) => (choice.found ? choice.line.id : choice.reason)

describe('a line is chosen for this customer', () => {
  it('filled with what is known of them', () => {
    const book = aPlaybook(aLine('a', { text: '{title}，您的{product}{day}到期，{amount}。' }))
    const values = { title: '陈总', product: '稳盈115天', day: '11月25日周三', amount: '100万元' }
    expect(chooseLine(book, aRequest({ values }))).toMatchObject({
      found: true,
      text: '陈总，您的稳盈115天11月25日周三到期，100万元。',
    })
  })

  it('never one whose facts are not known: one without them is said instead', () => {
    const book = aPlaybook(
      aLine('numbers', { text: '{title}，{amount}到期', productKinds: ['wealth'] }),
      aLine('plain'),
    )
    expect(idOf(chooseLine(book, aRequest({ productKind: 'wealth' })))).toBe('plain')
    const only = aPlaybook(aLine('numbers', { text: '{title}，{amount}{day}到期' }))
    expect(chooseLine(only, aRequest())).toEqual({
      found: false,
      reason: 'values-missing',
      missing: ['amount', 'day'],
    })
  })

  it.each([
    ['its occupation before its kind of product', { occupation: 'teacher' }, 'wealth', 'by-trade'],
    ['its kind of product before familiarity', { familiarity: 'familiar' }, 'wealth', 'by-product'],
    ['familiarity before nothing', { familiarity: 'familiar' }, undefined, 'by-familiarity'],
    ['what is for anyone, where nothing is known', {}, undefined, 'plain'],
  ] as const)('%s', (_, who, productKind, id) => {
    const book = aPlaybook(
      aLine('plain'),
      aLine('by-familiarity', { familiarity: ['known', 'familiar'] }),
      aLine('by-product', { productKinds: ['wealth'] }),
      aLine('by-trade', { occupations: ['teacher'] }),
    )
    const request = aRequest({
      customer: { id: 'C1', permission: 'any', ...who },
      ...(productKind === undefined ? {} : { productKind }),
    })
    expect(idOf(chooseLine(book, request))).toBe(id)
  })

  it('one made for another trade, product or channel is not said', () => {
    const book = aPlaybook(
      aLine('trade', { occupations: ['doctor'] }),
      aLine('product', { productKinds: ['fund'] }),
      aLine('channel', { channel: 'written' }),
      aLine('round', { round: 'repeated' }),
    )
    const request = aRequest({
      customer: { id: 'C1', permission: 'any', occupation: 'teacher' },
      productKind: 'wealth',
      channel: 'spoken',
    })
    expect(chooseLine(book, request)).toEqual({ found: false, reason: 'no-line' })
    expect(idOf(chooseLine(book, { ...request, round: 'repeated' }))).toBe('round')
  })
})

describe('what was said before', () => {
  const book = aPlaybook(aLine('a'), aLine('b'), aLine('c'))

  it('is not said again next time', () => {
    const said = ['a', 'b', 'c']
    expect(idOf(chooseLine(book, aRequest({ lastUsed: said })))).toBe('a')
    expect(rankLines(book, aRequest({ lastUsed: said })).map(({ line }) => line.id)).toEqual(['a', 'b'])
  })

  it('comes after what was never said', () => {
    expect(idOf(chooseLine(book, aRequest({ lastUsed: ['a', 'c'] })))).toBe('b')
  })

  it('and is told as the reason where nothing else is left', () => {
    expect(chooseLine(aPlaybook(aLine('a')), aRequest({ lastUsed: ['a'] }))).toEqual({
      found: false,
      reason: 'only-the-one-last-used',
    })
  })
})

describe('variety is a function of customer and day', () => {
  const many = aPlaybook(...Array.from({ length: 5 }, (_, i) => aLine(`line-${i}`)))
  const aDay = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2026-01-01'), n))

  it('the same question has the same answer, however often it is asked', () => {
    fc.assert(
      fc.property(fc.string(), aDay, (id, on) => {
        const request = aRequest({ customer: { id, permission: 'any' }, day: on })
        expect(chooseLine(many, request)).toEqual(chooseLine(many, request))
      }),
    )
  })

  it('over days and over customers every line has its turn', () => {
    const overDays = new Set(
      Array.from({ length: 60 }, (_, i) =>
        idOf(chooseLine(many, aRequest({ day: addDays(day('2026-11-23'), i) }))),
      ),
    )
    const overCustomers = new Set(
      Array.from({ length: 60 }, (_, i) =>
        idOf(chooseLine(many, aRequest({ customer: { id: `C${i}`, permission: 'any' } }))),
      ),
    )
    expect([overDays.size, overCustomers.size]).toEqual([5, 5])
  })
})

describe('permission', () => {
  const book = aPlaybook(
    aLine('offer', { kind: 'occasion', situation: 'launch' }),
    aLine('care', { kind: 'occasion', situation: 'cadence' }),
    aLine('notice', { kind: 'occasion', situation: 'maturity-service', service: true }),
  )
  it.each([
    ['any', 'launch', 'offer'],
    ['any', 'cadence', 'care'],
    ['care', 'launch', 'not-permitted'],
    ['care', 'cadence', 'care'],
    ['care', 'maturity-service', 'notice'],
    ['service', 'launch', 'not-permitted'],
    ['service', 'cadence', 'not-permitted'],
    ['service', 'maturity-service', 'notice'],
  ] as const)('%s: %s is answered with %s', (permission, situation, answer) => {
    const request = aRequest({ situation, customer: { id: 'C1', permission } })
    expect(idOf(chooseLine(book, request))).toBe(answer)
  })
})
