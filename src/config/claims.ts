import { join } from 'node:path'
import { z } from 'zod'
import { type ClaimCheck, claimCheck } from '../domain/claims/claim-check.js'
import { CLAIM_RULES, EXCUSES } from '../domain/claims/claim-rules.js'
import { DataFileError, readDataFile } from './data-file.js'
import { isPattern } from './phrases.js'

const worded = z.object({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) })
const strings = z.array(z.string().min(1))
const perTongue = <T extends z.ZodType>(of: T) => z.object({ zh: of, en: of })
const pattern = z.string().refine(isPattern, 'not a regular expression')

const patterns = z.array(pattern).min(1)

const excuses = z
  .object({
    negators: strings.min(1),
    fillers: strings.min(1),
    claimed: strings.min(1),
    pseudo: strings.min(1),
    after: patterns,
    question: patterns,
    aNotA: patterns.exactOptional(),
    afterQuestion: patterns.exactOptional(),
    questionClause: patterns.exactOptional(),
    answeredYes: patterns,
    reported: patterns,
    reportedBefore: patterns.exactOptional(),
    instructed: patterns,
    warning: patterns,
    warningAfter: patterns,
    wish: patterns,
    wishNot: patterns,
    offered: patterns.exactOptional(),
  })
  .strict()

const spelling = z
  .object({
    characters: z.record(z.string(), z.string()),
    soundalikes: z.record(z.string(), z.string()),
    terms: strings,
    anyOf: z.record(z.string(), strings),
    stems: strings,
    misspelt: z.record(z.string(), pattern),
    asides: z.array(pattern),
  })
  .strict()

const rules = z
  .object({
    version: z.string().min(1),
    approvedBy: z.string().min(1),
    words: perTongue(z.record(z.string(), pattern)),
    rules: z
      .array(
        z
          .object({
            id: z.enum(CLAIM_RULES),
            title: worded,
            excusedBy: z.array(z.enum(EXCUSES)).min(1),
            forms: z
              .array(
                z
                  .object({
                    id: z.string().min(1),
                    why: worded,
                    allowed: worded,
                    phrases: perTongue(strings),
                    unless: perTongue(strings),
                    evenSo: perTongue(strings),
                  })
                  .strict(),
              )
              .min(1),
          })
          .strict(),
      )
      .refine(
        (list) => CLAIM_RULES.every((id) => list.some((r) => r.id === id)),
        'a rule of the law is missing',
      ),
  })
  .strict()

/**
 * Reads `rules.json`, `excuses.json` and `spelling.json` of a folder and compiles the check.
 * @throws DataFileError of the folder, with every problem of the three files.
 */
export function loadClaimCheck(folder: string): ClaimCheck {
  const problems: string[] = []
  const read = <T>(name: string, form: z.ZodType<T>): T | undefined => {
    try {
      return readDataFile(join(folder, name), form)
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error
      problems.push(...error.problems.map((problem) => `${name} ${problem}`))
      return undefined
    }
  }
  const main = read('rules.json', rules)
  const around = read('excuses.json', perTongue(excuses))
  const spelt = read('spelling.json', spelling)
  if (main === undefined || around === undefined || spelt === undefined)
    throw new DataFileError(folder, problems)
  try {
    return claimCheck({ ...main, excuses: around, spelling: spelt })
  } catch (error) {
    throw new DataFileError(folder, [`rules.json: ${error instanceof Error ? error.message : String(error)}`])
  }
}
