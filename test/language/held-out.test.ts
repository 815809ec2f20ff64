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

it.each([
  ['尾号8876 看一下', 'customer.show'],
  ['姚总 生日', 'customer.show'],
  ['陆姨 手机号', 'customer.show'],
  ["Wendy's birthday", 'customer.show'],
  ['James risk rating', 'customer.show'],
  ['钟总买个国债行不行', 'product.match'],
  ['彭姐没做过测评 基金碰得了吗', 'product.match'],
  ['Mr Teo fixed deposit ok?', 'product.match'],
  ['can Nancy touch any fund without an assessment', 'product.match'],
  ['龙老板那单走到第几步了', 'pipeline.show'],
  ['上月到期的钱守住几成', 'retention.show'],
  ['这季到期跑掉了多少', 'retention.show'],
  ['of the deposits that matured in October how much stayed', 'retention.show'],
  ['what share of the matured money did we hang on to this month', 'retention.show'],
  ['我在跑的价值方案哪些落后了', 'plan.show'],
  ['are any of my uplift plans late', 'plan.show'],
  ['姚总那边有啥新动静 自从我上次打过', 'changes.show'],
  ["Carol why she didn't want the fund that time", 'customer.history'],
  ['did I ever send Wendy what I promised', 'promise.list'],
  ["take me through who I'm seeing tomorrow", 'appointment.list'],
  ['if tier C went to every 20 days how many calls is that', 'whatif.show'],
  ['大促满200减30 扫码领券 退订回T', 'none'],
  ['MEGA SALE 40% off, reply STOP to opt out', 'none'],
  ['how do I say thank you in Thai', 'none'],
  ['手电开一下', 'none'],
  ['flashlight off', 'none'],
] as const)('what is said in few words is taken for what it is: %s', (text, intent) => {
  const people = understanding.people(readHeldOut()[0]?.book ?? [])
  expect(understanding.read(text, people, TODAY).intent).toBe(intent)
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
