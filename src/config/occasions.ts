import { existsSync, statSync } from 'node:fs'
import { z } from 'zod'
import { type Day, parseDay } from '../domain/day.js'
import { PRODUCT_KINDS } from '../domain/ledger/holding.js'
import { type HandedIn, NOTHING_HANDED_IN } from '../domain/occasions/handed-in.js'
import type { Festival } from '../domain/occasions/sources.js'
import { TIERS } from '../domain/policy.js'
import { readDataFile } from './data-file.js'

const text = z.string().trim().min(1).max(500)
const day = z
  .string()
  .refine((value) => parseDay(value) !== undefined, 'is not a day YYYY-MM-DD')
  .transform((value) => value as Day) // the line above proves it
const audience = { branchId: text.exactOptional(), tiers: z.array(z.enum(TIERS)).min(1).exactOptional() }

const occasionsFile = z
  .strictObject({
    gifts: z.array(z.strictObject({ id: text, name: text, from: day, to: day, ...audience })).default([]),
    events: z
      .array(z.strictObject({ id: text, name: text, on: day, place: text.exactOptional(), ...audience }))
      .default([]),
    news: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          on: day,
          productIds: z.array(text).default([]),
          productKinds: z.array(z.enum(PRODUCT_KINDS)).default([]),
          topics: z.array(text).default([]),
          ...audience,
        }),
      )
      .default([]),
    prices: z
      .array(
        z.strictObject({
          productId: text,
          on: day,
          value: z.number().positive(),
          dividend: z.number().positive().exactOptional(),
        }),
      )
      .default([]),
  })
  .check(({ value, issues }) => {
    const problem = (path: PropertyKey[], message: string) =>
      issues.push({ code: 'custom', input: value, path, message })
    for (const kind of ['gifts', 'events', 'news'] as const) {
      value[kind].forEach(({ id }, at) => {
        if (value[kind].findIndex((other) => other.id === id) < at)
          problem([kind, at, 'id'], `${id} is there twice`)
      })
    }
    value.gifts.forEach(({ from, to }, at) => {
      if (to < from) problem(['gifts', at, 'to'], 'is before `from`')
    })
  })

const festivalsFile = z.array(
  z.strictObject({
    id: text,
    zh: text,
    en: text,
    tiers: z.array(z.enum(TIERS)).min(1),
    /** `MM-DD` every year, or the day of each year. */
    days: z.union([
      z.strictObject({ every: z.string().regex(/^\d\d-\d\d$/, 'is not MM-DD') }),
      z.strictObject({ each: z.array(day).min(1) }),
    ]),
  }),
)

/**
 * What head office and the branches hand in: gifts, events, news, prices (`docs/occasions.md`). No file: there is none.
 *
 * @throws DataFileError with every problem at once
 */
export function loadOccasions(path: string): HandedIn {
  return existsSync(path) ? readDataFile(path, occasionsFile) : NOTHING_HANDED_IN
}

/**
 * The same, read again when the file has changed. A file that cannot be used any more leaves what was handed in before,
 * and is told once.
 *
 * @throws DataFileError where the first reading finds problems
 */
export function watchedOccasions(path: string, onProblem: (error: unknown) => void): () => HandedIn {
  const versionNow = () => {
    const found = statSync(path, { throwIfNoEntry: false })
    return found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`
  }
  let version = versionNow()
  let last = loadOccasions(path)
  return () => {
    const now = versionNow()
    if (now === version) return last
    version = now
    try {
      last = loadOccasions(path)
    } catch (error) {
      onProblem(error)
    }
    return last
  }
}

/** The festivals on which customers are greeted, of the years around `year`. */
export function loadFestivals(path: string, year: number): readonly Festival[] {
  return readDataFile(path, festivalsFile).flatMap(({ id, zh, en, tiers, days }) => {
    const each =
      'each' in days
        ? days.each
        : [year - 1, year, year + 1].flatMap((of) => parseDay(`${of}-${days.every}`) ?? [])
    return each.map((on) => ({ id, name: zh, nameEn: en, on, tiers }))
  })
}
