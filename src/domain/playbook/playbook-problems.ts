import type { ClaimCheck } from '../claims/claim-check.js'
import { compilePhrase } from '../claims/phrase.js'
import { MAN_QUESTIONS, STEPS } from '../opportunity/opportunity.js'
import { namesIn, PLACEHOLDERS } from './line.js'
import { OCCUPATIONS } from './occupation.js'
import type { Playbook } from './playbook.js'
import { COMMON_BEATS } from './practice.js'
import { CRITERIA } from './review-sheet.js'
import { LINE_KINDS, SITUATIONS } from './situations.js'

/** Everything in the playbooks that their forms alone do not forbid, each with its language and place; empty where all is well. */
export function playbookProblems(books: readonly Playbook[], claims: ClaimCheck): readonly string[] {
  return [
    ...books.flatMap((book) => [
      ...duplicates(book),
      ...unknownPlaceholders(book),
      ...gaps(book),
      ...unreadableSigns(book),
      ...forbiddenClaims(book, claims),
    ]),
    ...differences(books),
  ]
}

function duplicates({ locale, lines }: Playbook): readonly string[] {
  const seen = new Set<string>()
  return lines.flatMap(({ id, kind }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [`${locale} ${kind} ${id}: the id is there twice`]
  })
}

function unknownPlaceholders({ locale, lines }: Playbook): readonly string[] {
  const known: readonly string[] = PLACEHOLDERS
  return lines.flatMap(({ id, kind, text }) =>
    namesIn(text)
      .filter((name) => !known.includes(name))
      .map((name) => `${locale} ${kind} ${id}: {${name}} is no placeholder`),
  )
}

/** A situation, an occupation, a criterion, a practised call, a step or a question of MAN that has no words, or has them twice. */
function gaps({
  locale,
  lines,
  occupations,
  reviewSheet,
  practice,
  steps,
  man,
}: Playbook): readonly string[] {
  const silent = LINE_KINDS.flatMap((kind) =>
    SITUATIONS[kind]
      .filter((situation) => !lines.some((line) => line.kind === kind && line.situation === situation))
      .map((situation) => `${locale} ${kind}: no line for ${situation}`),
  )
  const once = <T>(what: string, wanted: readonly T[], given: readonly T[]) =>
    wanted.flatMap((one) => {
      const count = given.filter((other) => other === one).length
      return count === 1
        ? []
        : [`${locale} ${what} ${String(one)}: there ${count === 0 ? 'not at all' : 'twice'}`]
    })
  return [
    ...silent,
    ...once(
      'occupation',
      OCCUPATIONS,
      occupations.map(({ id }) => id),
    ),
    ...once(
      'criterion',
      CRITERIA,
      reviewSheet.criteria.map(({ id }) => id),
    ),
    ...once(
      'practice',
      (['objection', 'first-call'] as const).flatMap((kind) =>
        SITUATIONS[kind].map((situation) => `${kind}/${situation}`),
      ),
      practice.scenes.map(({ topic: { kind, situation } }) => `${kind}/${situation}`),
    ),
    ...once(
      'step',
      STEPS,
      steps.map(({ step }) => step),
    ),
    ...once(
      'question',
      MAN_QUESTIONS,
      man.map(({ question }) => question),
    ),
  ]
}

function unreadableSigns({ locale, reviewSheet }: Playbook): readonly string[] {
  return reviewSheet.criteria.flatMap(({ id, signs }) =>
    signs.flat().flatMap((phrase) => {
      try {
        compilePhrase(phrase, locale === 'zh-CN' ? 'zh' : 'en', {})
        return []
      } catch (error) {
        return [`${locale} criterion ${id}: ${error instanceof Error ? error.message : String(error)}`]
      }
    }),
  )
}

function forbiddenClaims(book: Playbook, claims: ClaimCheck): readonly string[] {
  const { locale } = book
  return saidIn(book).flatMap(([place, text]) =>
    claims(text, locale).findings.map(({ title, quote }) => `${locale} ${place}: ${title} (${quote})`),
  )
}

/** Everything that a manager may read out, and what an invented customer says, with its place. */
function saidIn({
  lines,
  occupations,
  reviewSheet,
  practice,
  steps,
  man,
}: Playbook): readonly (readonly [string, string])[] {
  return [
    ...lines.flatMap(({ id, kind, text, fab }) =>
      [text, ...(fab === undefined ? [] : Object.values(fab))].map(
        (said) => [`${kind} ${id}`, said] as const,
      ),
    ),
    ...occupations.flatMap(({ id, hours, howToTalk, moneyHabits, topics, avoid }) =>
      [hours, ...howToTalk, ...moneyHabits, ...topics, ...avoid].map(
        (said) => [`occupation ${id}`, said] as const,
      ),
    ),
    ...reviewSheet.criteria.flatMap(({ id, good, tip }) =>
      [good, tip].map((said) => [`criterion ${id}`, said] as const),
    ),
    ...COMMON_BEATS.flatMap((beat) => practice.any[beat].map((said) => [`practice ${beat}`, said] as const)),
    ...practice.scenes.flatMap(({ id, setting, raises, answers, pushes }) =>
      [setting, ...raises, ...answers, ...pushes].map((said) => [`practice ${id}`, said] as const),
    ),
    ...steps.flatMap(({ step, shows, asks, doneWhen }) =>
      [...shows, ...asks, doneWhen].map((said) => [`step ${step}`, said] as const),
    ),
    ...man.flatMap(({ question, means, signs }) =>
      [means, ...signs].map((said) => [`question ${question}`, said] as const),
    ),
  ]
}

/** A line that one language has and another has not, or has for something else. */
function differences(books: readonly Playbook[]): readonly string[] {
  return books.flatMap((book) =>
    books
      .filter((other) => other !== book)
      .flatMap((other) => {
        const byId = new Map(other.lines.map((line) => [line.id, line]))
        return book.lines.flatMap(({ id, kind, situation }) => {
          const same = byId.get(id)
          if (same === undefined) return [`${other.locale} ${kind} ${id}: is there in ${book.locale} only`]
          return same.kind === kind && same.situation === situation
            ? []
            : [`${other.locale} ${kind} ${id}: is for ${same.kind} ${same.situation}, not ${situation}`]
        })
      }),
  )
}
