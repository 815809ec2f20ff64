import { expect, it } from 'vitest'
import { languageFolders } from '../../src/compose/places.js'
import { day } from '../../src/domain/day.js'
import { loadLanguage } from '../../src/language/load.js'
import { createUnderstanding } from '../../src/language/understand.js'
import { readHeldOut } from '../support/held-out.js'
import { faultsOf, type ScoredReading, scoreOf } from '../support/reading-score.js'

const TODAY = day('2026-11-23')
const understanding = createUnderstanding(loadLanguage(languageFolders()))

/** A little below what is measured (docs/understanding.md): a change that reads worse is noticed, one line is not. */
const FLOORS = [
  { set: 'held-out', language: 'zh', intent: 97, slot: 97, wholeReport: 95, wrongWrite: 0.5 },
  { set: 'held-out', language: 'en', intent: 95, slot: 92, wholeReport: 93, wrongWrite: 0.5 },
] as const

it.each(FLOORS)('$set lines, $language, are read as well as they were', (floor) => {
  const score = scoreOf(readingsOf(floor.set).filter((s) => languageOf(s) === floor.language))
  expect(score.intent).toBeGreaterThanOrEqual(floor.intent)
  for (const key of ['customersF1', 'periodF1', 'whenF1', 'amountF1'] as const)
    expect(score[key], key).toBeGreaterThanOrEqual(floor.slot)
  expect(score.wholeReport).toBeGreaterThanOrEqual(floor.wholeReport)
  expect(score.wrongWrite).toBeLessThanOrEqual(floor.wrongWrite)
})

it('lines by people who had not seen the code are read nearly as well', () => {
  const untouched = readingsOf('blind, untouched')
  expect(untouched.length).toBeGreaterThan(300)
  const score = scoreOf(untouched)
  expect(score.intent).toBeGreaterThanOrEqual(95)
  expect(score.wholeReport).toBeGreaterThanOrEqual(75)
})

it('a score of the expected readings themselves finds no fault', () => {
  const perfect = (readHeldOut()[0]?.lines ?? []).map((expected) => ({
    expected,
    read: { intent: expected.intent, slots: expected.slots, confidence: 1 },
  }))
  expect(perfect.flatMap(faultsOf)).toEqual([])
  expect(scoreOf(perfect)).toMatchObject({ intent: 100, wholeReport: 100, wrongWrite: 0, customersF1: 100 })
})

function readingsOf(name: string): readonly ScoredReading[] {
  const set = readHeldOut().find((s) => s.name === name)
  if (set === undefined) throw new Error(`no held-out set ${name}`)
  const people = understanding.people(set.book)
  return set.lines.map((expected) => ({ expected, read: understanding.read(expected.text, people, TODAY) }))
}

function languageOf({ expected }: ScoredReading): 'zh' | 'en' {
  return expected.style === 'english' ? 'en' : 'zh'
}
