import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSampleWords } from '../../src/adapters/files/sample-words.js'
import { lastEffectiveContact } from '../../src/domain/customer/contact.js'
import { addDays, day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import type { Policy } from '../../src/domain/policy.js'
import { WorkingCalendar } from '../../src/domain/working-days.js'
import { makeSample } from '../../src/sample/make-sample.js'

const TODAY = day('2026-11-23')
const words = readSampleWords('data/sample')
const { tiers } = JSON.parse(readFileSync('data/policy.json', 'utf8'))
const policy = {
  tiers: tiers.map((tier: { fromYuan: number }) => ({ ...tier, fromFen: fenOfYuan(tier.fromYuan) })),
} as Policy // the sample reads the tiers alone

const sampleOf = (over: Partial<Parameters<typeof makeSample>[0]> = {}) =>
  makeSample({
    managers: 2,
    customers: 240,
    seed: 7,
    today: TODAY,
    calendar: new WorkingCalendar([]),
    policy,
    words,
    ...over,
  })

describe('the sample book', () => {
  const sample = sampleOf()
  const customers = sample.books.flatMap((book) => book.customers)

  it('has a head without a book, and a Chinese and an English speaking manager with 120 customers each', () => {
    expect(sample.managers.map((m) => [m.id, m.role, m.locale])).toEqual([
      ['H100', 'head', 'zh-CN'],
      ['M101', 'manager', 'zh-CN'],
      ['M102', 'manager', 'en-US'],
    ])
    expect(sample.books.map((book) => [book.managerId, book.customers.length])).toEqual([
      ['M101', 120],
      ['M102', 120],
    ])
  })

  it('is the same for the same seed and another for another', () => {
    expect(sampleOf()).toEqual(sample)
    expect(sampleOf({ seed: 8 })).not.toEqual(sample)
  })

  it.each(['陈总', '李总', '王姐', 'Grace', 'David'])(
    'has a customer called %s in every book',
    (nickname) => {
      for (const book of sample.books)
        expect(book.customers.filter((c) => c.nickname === nickname)).not.toEqual([])
    },
  )

  it('has namesakes who differ by trade and phone', () => {
    for (const [index, name] of ['张伟', '李娜'].entries()) {
      const namesakes = sample.books[index]!.customers.filter((c) => c.name === name)
      expect(namesakes.length).toBeGreaterThanOrEqual(2)
      expect(new Set(namesakes.map((c) => c.phone)).size).toBe(namesakes.length)
      expect(new Set(namesakes.map((c) => c.occupation)).size).toBeGreaterThan(1)
    }
  })

  it('ends a holding today and another on the next working day in every book', () => {
    for (const book of sample.books) {
      const ends = book.customers.flatMap((c) => c.holdings.map((h) => h.maturesOn))
      expect(ends).toContain(TODAY)
      expect(ends).toContain(addDays(TODAY, 1))
    }
  })

  it('dates nothing that has happened after its day', () => {
    for (const c of customers) {
      for (const on of [...c.contacts, ...c.flows].map((fact) => fact.on)) expect(on <= TODAY).toBe(true)
      for (const h of c.holdings) if (h.startsOn !== undefined) expect(h.startsOn <= TODAY).toBe(true)
      for (const on of [c.birthday, c.riskAssessedOn, c.assignedOn])
        expect(on === undefined || on <= TODAY).toBe(true)
    }
  })

  it('leaves a few key customers never spoken with', () => {
    const silent = customers.filter(
      (c) => (c.aumFen ?? 0) >= fenOfYuan(50_000) && lastEffectiveContact(c.contacts, TODAY) === undefined,
    )
    expect(silent.length).toBeGreaterThanOrEqual(2)
    expect(silent.length).toBeLessThan(10)
  })

  it('gives every customer, holding and contact an id of its own', () => {
    for (const ids of [
      customers.map((c) => c.id),
      customers.flatMap((c) => c.holdings.map((h) => h.id)),
      customers.flatMap((c) => c.contacts.map((k) => k.id)),
    ])
      expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes the directory id of whoever is to be spoken to', () => {
    const spoken = sampleOf({ aadObjectIds: { M101: 'someone' } })
    expect(spoken.managers.map((m) => m.aadObjectId === 'someone')).toEqual([false, true, false])
  })

  it('is a sample on any day, worked or not, of any size', () => {
    for (let n = 0; n < 40; n++)
      expect(() => sampleOf({ today: addDays(TODAY, n * 9), managers: 3, customers: 20 })).not.toThrow()
    expect(sampleOf({ managers: 1, customers: 0 }).books[0]!.customers).toEqual([])
  })
})
