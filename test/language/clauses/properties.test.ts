import { expect, it } from 'vitest'
import { languageFolders } from '../../../src/compose/places.js'
import { createClauseWordFinder } from '../../../src/language/clauses/clause-words.js'
import { propertiesOf } from '../../../src/language/clauses/properties.js'
import { readLanguage } from '../../../src/language/load.js'

const WORDS = createClauseWordFinder(readLanguage(languageFolders()).data.clauseWords)
/** No outcome is known here: what these tables tell apart are the clauses' own words. */
const TELLS_NOTHING = () => false

/** Clauses as masked: P a customer, D a day ahead, Y one that is over, M a sum. */
function read(...clauses: readonly string[]) {
  return propertiesOf(
    clauses.map((masked) => ({ masked, isHearsay: false, isNamed: masked.includes('P'), isOfBefore: true })),
    WORDS,
    TELLS_NOTHING,
  )
}

it.each([
  ['P续了M', 'told'],
  ['P没接', 'told'],
  ['P说如果利率高就存', 'told'],
  ['P希望利率高一点', 'told'],
  ['P问能不能提前取', 'told'],
  ['刚打了P可能在开会', 'told'],
  ['要打电话给P了', 'planned'],
  ['D去拜访P', 'planned'],
  ['P那边我还没打', 'undone'],
  ['本来想打给P的', 'undone'],
  ['帮我约一下P', 'ordered'],
  ['不用打给P', 'ordered'],
  ['如果P肯来', 'conditional'],
  ['P续了的话', 'conditional'],
  ['希望PD来续', 'wished'],
  ['P能签就好了', 'wished'],
  ['估计P不会续', 'guessed'],
  ['昨晚梦见P存了M', 'dreamt'],
  ['P续了没', 'asked'],
  ['P是不是买过', 'asked'],
  ['听说P要走', 'hearsay'],
  ['P renewed M', 'told'],
  ['P says he might come', 'told'],
  ['P asked if we sell gold', 'told'],
  ['i need to call P', 'planned'],
  ['going to see P D', 'planned'],
  ["haven't called P yet", 'undone'],
  ['should have called P Y', 'undone'],
  ['please ring P', 'ordered'],
  ['if P signs', 'conditional'],
  ['once P signs', 'conditional'],
  ['hope P signs D', 'wished'],
  ['i want P to renew', 'wished'],
  ['P will probably decline', 'guessed'],
  ['i dreamt P signed', 'dreamt'],
  ['did P renew', 'asked'],
  ['apparently P signed', 'hearsay'],
])('how a clause is meant: %s', (masked, modality) => expect(read(masked)[0]?.modality).toBe(modality))

it.each([
  [
    ['如果P肯来', '我就给他留额度'],
    ['conditional', 'conditional'],
  ],
  [
    ['如果P肯来', '他说好了'],
    ['conditional', 'told'],
  ],
  [
    ['P没接', 'D再打给他'],
    ['told', 'planned'],
  ],
  [
    ['if P says no', 'offer gold'],
    ['conditional', 'conditional'],
  ],
  [
    ['hope P signs', 'she called Y'],
    ['wished', 'told'],
  ],
])('a condition or wish holds on until something is told: %s', (clauses, modalities) =>
  expect(read(...clauses).map(({ modality }) => modality)).toEqual(modalities),
)

it.each([
  ['P续了M', 'past', 'yes'],
  ['P不续了', 'past', 'no'],
  ['PD过来', 'future', 'yes'],
  ['P没接', 'past', 'no'],
  ['P要买K', 'future', 'yes'],
  ['P renewed M', 'past', 'yes'],
  ["P didn't sign", 'past', 'no'],
  ['P will come D', 'future', 'yes'],
  ["P won't renew", 'past', 'no'],
])('%s is %s and %s', (masked, tense, polarity) => expect(read(masked)[0]).toMatchObject({ tense, polarity }))

it.each([
  ['我打了P', 'manager'],
  ['i called P', 'manager'],
  ['P来续了M', 'customer'],
  ['P signed', 'customer'],
  ['P的K批下来了', 'bank'],
  ["P's loan was approved", 'bank'],
  ['听说P要走', 'other'],
  ['my colleague met P', 'other'],
])('whose deed it is: %s', (masked, deed) => expect(read(masked)[0]?.deed).toBe(deed))

it.each([
  ['利率表已经发给P了', true],
  ['答应P的方案发过去了', true],
  ['答应PD把资料送过去', false],
  ['already emailed P the factsheet', true],
  ['emailed P the factsheet', false],
])('a promise is kept where it is said to be: %s', (masked, keepsPromise) =>
  expect(read(masked)[0]?.keepsPromise).toBe(keepsPromise),
)
