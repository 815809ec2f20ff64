import { join } from 'node:path'
import { z } from 'zod'
import type { ClaimCheck } from '../domain/claims/claim-check.js'
import { CHANNELS } from '../domain/customer/contact.js'
import { PRODUCT_KINDS } from '../domain/ledger/holding.js'
import { LOCALES, type Locale } from '../domain/manager/manager.js'
import { MAN_QUESTIONS, STEPS } from '../domain/opportunity/opportunity.js'
import type { Line } from '../domain/playbook/line.js'
import { OCCUPATIONS } from '../domain/playbook/occupation.js'
import type { Playbook, Playbooks } from '../domain/playbook/playbook.js'
import { playbookProblems } from '../domain/playbook/playbook-problems.js'
import { CRITERIA } from '../domain/playbook/review-sheet.js'
import { isSituation, LINE_KINDS, type LineKind } from '../domain/playbook/situations.js'
import { DataFileError, readDataFile } from './data-file.js'
import { practiceTopic } from './practice-topic.js'

const text = z.string().min(1)
const texts = z.array(text).min(1)
const approved = { version: text, approvedBy: text }
const channel = z.enum(['spoken', 'written'])

const line = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: lower case, digits and hyphens'),
  situation: text,
  text,
  fab: z.strictObject({ feature: text, advantage: text, benefit: text }).exactOptional(),
  productKinds: z.array(z.enum(PRODUCT_KINDS)).min(1).exactOptional(),
  occupations: z.array(z.enum(OCCUPATIONS)).min(1).exactOptional(),
  familiarity: z
    .array(z.enum(['unknown', 'known', 'familiar']))
    .min(1)
    .exactOptional(),
  channel: channel.exactOptional(),
  round: z.enum(['first', 'repeated']).exactOptional(),
  service: z.literal(true).exactOptional(),
  approvedBy: text.exactOptional(),
  version: text.exactOptional(),
})

const lineFile = (kind: LineKind) =>
  z.strictObject({
    kind: z.literal(kind),
    ...approved,
    lines: z
      .array(
        line.refine(({ situation }) => isSituation(kind, situation), {
          path: ['situation'],
          error: ({ input }) => `${kind} knows no situation ${JSON.stringify(situationIn(input))}`,
        }),
      )
      .min(1),
  })

function situationIn(input: unknown): unknown {
  return (input as { readonly situation?: unknown } | undefined)?.situation // only to name it
}

const occupationFile = z.strictObject({
  ...approved,
  occupations: z.array(
    z.strictObject({
      id: z.enum(OCCUPATIONS),
      name: text,
      writtenAs: texts,
      howToTalk: texts,
      moneyHabits: texts,
      fittingKinds: z.array(z.enum(PRODUCT_KINDS)).min(1),
      channel: z.enum(CHANNELS),
      hours: text,
      topics: texts,
      avoid: texts,
    }),
  ),
})

const span = z
  .strictObject({ good: z.number().positive(), poor: z.number().positive() })
  .refine(({ good, poor }) => good < poor, '`good` is not below `poor`')

const reviewFile = z.strictObject({
  ...approved,
  criteria: z
    .array(
      z.strictObject({
        id: z.enum(CRITERIA),
        name: text,
        weight: z.int().min(1).max(100),
        good: text,
        tip: text,
        within: z.int().exactOptional(),
        signs: z.array(texts),
      }),
    )
    .refine(
      (all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100,
      'the weights are not 100 together',
    ),
  talkShare: span,
  lineLength: span,
})

const practiceFile = z.strictObject({
  ...approved,
  any: z.strictObject({ greets: texts, listens: texts, hesitates: texts, accepts: texts, leaves: texts }),
  scenes: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is not an id: lower case and hyphens'),
      topic: practiceTopic,
      who: text,
      setting: text,
      raises: texts,
      answers: texts,
      pushes: texts,
    }),
  ),
})

const stepFile = z.strictObject({
  ...approved,
  steps: z.array(
    z.strictObject({
      step: z.literal([...STEPS]),
      name: text,
      motto: text.exactOptional(),
      shows: texts,
      asks: texts,
      doneWhen: text,
    }),
  ),
})

const manFile = z.strictObject({
  ...approved,
  man: z.array(z.strictObject({ question: z.enum(MAN_QUESTIONS), name: text, means: text, signs: texts })),
})

/**
 * Reads the approved words of every language from `<folder>/<locale>/`: one file for each kind of line, the occupations,
 * the review sheet, the calls to practise, the seven steps and MAN. Nothing is used that the claim check would not let a manager send.
 *
 * @throws DataFileError of the folder, with every problem of every file and its place.
 */
export function loadPlaybooks(folder: string, claims: ClaimCheck): Playbooks {
  const problems: string[] = []
  const read = <T>(locale: Locale, name: string, form: z.ZodType<T>): T | undefined => {
    const path = join(folder, locale, name)
    try {
      return readDataFile(path, form)
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error
      problems.push(...error.problems.map((problem) => `${locale}/${name} ${problem}`))
      return undefined
    }
  }

  const books = LOCALES.map((locale): Playbook | undefined => {
    const lines = LINE_KINDS.flatMap((kind) => linesOf(read(locale, `${kind}.json`, lineFile(kind)), locale))
    const occupations = read(locale, 'occupations.json', occupationFile)?.occupations
    const review = read(locale, 'review-sheet.json', reviewFile)
    const practice = read(locale, 'practice.json', practiceFile)
    const steps = read(locale, 'steps.json', stepFile)?.steps
    const man = read(locale, 'man.json', manFile)?.man
    if (
      occupations === undefined ||
      review === undefined ||
      practice === undefined ||
      steps === undefined ||
      man === undefined
    )
      return undefined
    const { criteria, talkShare, lineLength } = review
    const reviewSheet = { criteria, talkShare, lineLength }
    return { locale, lines, occupations, reviewSheet, practice, steps, man }
  })

  const whole = books.filter((book) => book !== undefined)
  problems.push(...playbookProblems(whole, claims))
  const [chinese, english] = books
  if (problems.length > 0 || chinese === undefined || english === undefined)
    throw new DataFileError(folder, problems)
  return { 'zh-CN': chinese, 'en-US': english }
}

function linesOf(file: z.output<ReturnType<typeof lineFile>> | undefined, locale: Locale): readonly Line[] {
  if (file === undefined) return []
  const { kind, approvedBy, version, lines } = file
  return lines.map(({ situation, ...rest }) => ({
    approvedBy,
    version,
    ...rest,
    kind,
    situation: situation as Line['situation'], // refined in `lineFile`
    locale,
  }))
}
