import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { countedTo, knownOn, knownUpTo, withKnown } from '../../../src/domain/ledger/transaction-feed.js'

const known = (on: string, until: string) => ({ on: day(on), until: day(until) })
const FEED = [
  known('2026-11-16', '2026-11-13'),
  known('2026-11-17', '2026-11-16'),
  known('2026-11-23', '2026-11-20'),
]

describe('how far transactions are known', () => {
  it('an import that brings nothing later changes nothing; a second one of the same day stands for both', () => {
    expect(withKnown(FEED, known('2026-11-24', '2026-11-20'))).toBe(FEED)
    expect(withKnown(FEED, known('2026-11-23', '2026-11-22')).at(-1)).toEqual(
      known('2026-11-23', '2026-11-22'),
    )
    expect(withKnown(FEED, known('2026-11-23', '2026-11-22'))).toHaveLength(3)
  })

  it('silence is counted to the last known day, never beyond today, and to today where nothing is known of it', () => {
    expect(countedTo(FEED, day('2026-11-23'))).toBe('2026-11-20')
    expect(countedTo(FEED, day('2026-11-18'))).toBe('2026-11-18')
    expect(countedTo([], day('2026-11-18'))).toBe('2026-11-18')
  })

  it('a day is known to have come when the first import that reaches it was made', () => {
    expect(knownOn(FEED, day('2026-11-14'))).toBe('2026-11-17')
    expect(knownOn(FEED, day('2026-11-18'))).toBe('2026-11-23')
    expect(knownOn(FEED, day('2026-11-10'))).toBe('2026-11-10')
    expect(knownOn([], day('2026-11-10'))).toBe('2026-11-10')
  })

  it('an import that is taken back is known no more', () => {
    expect(knownUpTo(FEED, day('2026-11-18'))).toEqual([
      ...FEED.slice(0, 2),
      known('2026-11-23', '2026-11-18'),
    ])
    expect(knownUpTo(FEED, undefined)).toEqual([])
    expect(knownUpTo(FEED, day('2026-11-20'))).toEqual(FEED)
  })
})
