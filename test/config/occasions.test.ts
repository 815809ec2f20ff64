import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataFileError } from '../../src/config/data-file.js'
import { loadFestivals, loadOccasions, watchedOccasions } from '../../src/config/occasions.js'

const folder = mkdtempSync(join(tmpdir(), 'daybook-occasions-'))
const path = join(folder, 'occasions.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = (content: unknown) => {
  writeFileSync(path, JSON.stringify(content))
  return loadOccasions(path)
}

describe('the file of occasions', () => {
  it('may be missing, and each list of it', () => {
    expect(loadOccasions(join(folder, 'none.json'))).toEqual({ gifts: [], events: [], news: [], prices: [] })
    const gift = { id: 'G1', name: '礼盒', from: '2026-11-23', to: '2026-11-23' }
    expect(load({ gifts: [gift] })).toEqual({ gifts: [gift], events: [], news: [], prices: [] })
  })

  it.each([
    {
      case: 'a day that is none',
      content: { events: [{ id: 'E', name: 'x', on: '2026-02-30' }] },
      says: 'events.0.on',
    },
    {
      case: 'an unknown tier',
      content: { events: [{ id: 'E', name: 'x', on: '2026-02-03', tiers: ['F'] }] },
      says: 'tiers',
    },
    {
      case: 'an end before the beginning',
      content: { gifts: [{ id: 'G', name: 'x', from: '2026-02-03', to: '2026-02-02' }] },
      says: 'gifts.0.to',
    },
    {
      case: 'a price of nothing',
      content: { prices: [{ productId: 'P', on: '2026-02-03', value: 0 }] },
      says: 'prices.0.value',
    },
    { case: 'an unknown list', content: { presents: [] }, says: 'presents' },
  ])('$case is refused with its place', ({ content, says }) => {
    expect(() => load(content)).toThrow(DataFileError)
    expect(() => load(content)).toThrow(says)
  })
})

it('the festivals of the example have their day of each year', () => {
  const on = (id: string) =>
    loadFestivals('data/festivals.example.json', 2026)
      .filter((f) => f.id === id)
      .map((f) => f.on)
  expect(on('spring-festival')).toContain('2026-02-17')
  expect(on('mid-autumn')).toContain('2026-09-25')
  expect(on('new-year')).toEqual(['2025-01-01', '2026-01-01', '2027-01-01'])
})

describe('the file of occasions beside a running server', () => {
  const gift = (id: string) => ({ gifts: [{ id, name: '礼盒', from: '2026-11-23', to: '2026-11-23' }] })
  const write = (content: string) => writeFileSync(path, content)

  it('is read again when it has changed; one that is broken leaves what there was and is told once', () => {
    const problems: unknown[] = []
    write(JSON.stringify(gift('G1')))
    const occasions = watchedOccasions(path, (problem) => problems.push(problem))
    const ids = () => occasions().gifts.map(({ id }) => id)
    expect(ids()).toEqual(['G1'])
    write(JSON.stringify(gift('G22')))
    expect(ids()).toEqual(['G22'])
    write('{ "gifts": [{ "id": "G333" }] }')
    expect([ids(), ids(), problems.length]).toEqual([['G22'], ['G22'], 1])
    write(JSON.stringify(gift('G4444')))
    expect(ids()).toEqual(['G4444'])
    rmSync(path)
    expect(ids()).toEqual([])
  })
})
