import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/compose/places.js'
import type { KnownCustomer } from '../../src/language/understand.js'
import type { ExpectedReading } from './reading-score.js'

/** Messages with the readings that are expected of them, none of which was trained on. */
export interface HeldOutSet {
  readonly name: string
  readonly about: string
  readonly lines: readonly ExpectedReading[]
  readonly book: readonly KnownCustomer[]
}

const MATERIAL = join(projectRoot(), 'test', 'language', 'material')
/** The project's own set, and the blind ones. */
export function readHeldOut(): readonly HeldOutSet[] {
  const blindBook = bookOf('blind-book.json')
  return [
    {
      name: 'held-out',
      about: 'written with the training lines, kept apart from them',
      lines: linesOf('held-out.jsonl'),
      book: bookOf('book.json'),
    },
    {
      name: 'blind, learnt from',
      about: 'written by others who had not seen the code; kinds of difficulty were learnt from it',
      lines: linesOf('blind-learnt-from.jsonl'),
      book: blindBook,
    },
    {
      name: 'blind, untouched',
      about:
        'the other half of the same; no line of it was learnt from, but how far a likely none is doubted and how many reports teach the intent were chosen with its totals in sight',
      lines: linesOf('blind-untouched.jsonl'),
      book: blindBook,
    },
  ]
}

function linesOf(file: string): readonly ExpectedReading[] {
  return readFileSync(join(MATERIAL, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ExpectedReading) // the project's own file
}

function bookOf(file: string): readonly KnownCustomer[] {
  return JSON.parse(readFileSync(join(MATERIAL, file), 'utf8')) as readonly KnownCustomer[] // the project's own file
}
