import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type ClaimCheck, claimCheck } from '../domain/claims/claim-check.js'
import { CLAIM_RULES, type ClaimRules } from '../domain/claims/claim-rules.js'

const worded = z.object({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) })
const strings = z.array(z.string().min(1))
const perTongue = <T extends z.ZodType>(of: T) => z.object({ zh: of, en: of })
const pattern = z.string().refine(isPattern, 'not a regular expression')

const excuses = z
  .object({
    negators: strings.min(1),
    fillers: strings.min(1),
    pseudo: strings.min(1),
    after: pattern,
    question: pattern,
    aNotA: pattern.optional(),
    afterQuestion: pattern.optional(),
    questionClause: pattern.optional(),
    reported: pattern,
    reportedOpen: pattern.optional(),
    instructed: pattern,
    warning: pattern,
    wish: pattern,
    wishNot: pattern,
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

/** The claim rules could not be read; every problem is named with its file and place. */
export class ClaimRulesError extends Error {
  override readonly name = 'ClaimRulesError'
  constructor(readonly problems: readonly string[]) {
    super(`the claim rules cannot be used:\n${problems.map((p) => `  - ${p}`).join('\n')}`)
  }
}

/**
 * Reads `rules.json`, `excuses.json` and `spelling.json` of a folder and compiles the check.
 * @throws ClaimRulesError with every problem of the three files.
 */
export function loadClaimCheck(folder: string): ClaimCheck {
  return claimCheck(loadClaimRules(folder))
}

/** As `loadClaimCheck`, before compiling. @throws ClaimRulesError */
export function loadClaimRules(folder: string): ClaimRules {
  const problems: string[] = []
  const read = <T extends z.ZodType>(name: string, schema: T): z.infer<T> | undefined => {
    let json: unknown
    try {
      json = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
    const parsed = schema.safeParse(json)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      problems.push(`${name} ${issue.path.join('.')}: ${issue.message}`)
    return undefined
  }
  const main = read('rules.json', rules)
  const around = read('excuses.json', perTongue(excuses))
  const spelt = read('spelling.json', spelling)
  if (main === undefined || around === undefined || spelt === undefined) throw new ClaimRulesError(problems)
  const all = { ...main, excuses: around, spelling: spelt } as ClaimRules // zod's optional keys carry `undefined`; JSON has none
  try {
    claimCheck(all)
  } catch (error) {
    throw new ClaimRulesError([`rules.json: ${error instanceof Error ? error.message : String(error)}`])
  }
  return all
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}
