import type { Locale } from '../manager/manager.js'
import {
  type ClaimForm,
  type ClaimRule,
  type ClaimRuleId,
  type ClaimRules,
  TONGUES,
  type Tongue,
} from './claim-rules.js'
import { excusesOf, type Hit } from './excuse.js'
import { compilePhrase } from './phrase.js'
import { type PlainText, plainTextOf } from './plain-text.js'

/** Something that may not be said, where it stands, and what may be said instead. */
export interface ClaimFinding {
  readonly rule: ClaimRuleId
  readonly title: string
  /** UTF-16 offsets into the text as it was given. */
  readonly span: { readonly start: number; readonly end: number }
  /** The words at `span`, as they were given. */
  readonly quote: string
  readonly why: string
  /** May hold placeholders of the playbook (`{saleTo}`). */
  readonly allowed: string
}

export interface ClaimReport {
  /** In the order of the text; empty where nothing is wrong. */
  readonly findings: readonly ClaimFinding[]
}

/**
 * Reads a text for claims that the law forbids (Handbook §7). Phrases of both languages are looked for in every
 * text; `locale` is the language in which the findings are explained, Chinese by default.
 */
export type ClaimCheck = (text: string, locale?: Locale) => ClaimReport

/**
 * Compiles the rules once; what it returns is pure and takes microseconds for a line.
 * @throws Error where a phrase names an unknown list or is not well formed.
 */
export function claimCheck(rules: ClaimRules): ClaimCheck {
  const plain = plainTextOf(rules.spelling)
  const excuse = excusesOf(rules.excuses)
  const forms = rules.rules.flatMap((rule) => rule.forms.map((form) => compiledForm(rule, form, rules.words)))

  return (text, locale = 'zh-CN') => {
    const read = plain(text)
    const tongues = TONGUES.filter((tongue) => LETTER[tongue].test(read.text))
    const findings: ClaimFinding[] = []
    for (const { rule, form, phrases } of forms) {
      for (const { tongue, any, find, unless, evenSo } of phrases) {
        if (!tongues.includes(tongue) || !any.test(read.text)) continue
        for (const hit of hitsOf(find, tongue, read.text)) {
          const clause = clauseAround(read.text, hit)
          if (unless.some((re) => re.test(clause)) && !evenSo.some((re) => re.test(clause))) continue
          if (excuse(read.text, hit, rule.excusedBy) !== undefined) continue
          findings.push(finding(rule, form, hit, read, text, locale))
        }
      }
    }
    return { findings: merged(findings, text) }
  }
}

const LETTER = { zh: /\p{Script=Han}/u, en: /[a-z]{2}/ } as const satisfies Record<Tongue, RegExp>

interface CompiledForm {
  readonly rule: ClaimRule
  readonly form: ClaimForm
  readonly phrases: readonly {
    readonly tongue: Tongue
    /** All of `find` at once: most lines are clean and need no second look. */
    readonly any: RegExp
    readonly find: readonly RegExp[]
    readonly unless: readonly RegExp[]
    readonly evenSo: readonly RegExp[]
  }[]
}

function compiledForm(rule: ClaimRule, form: ClaimForm, words: ClaimRules['words']): CompiledForm {
  return {
    rule,
    form,
    phrases: TONGUES.map((tongue) => ({
      tongue,
      any: compilePhrase(form.phrases[tongue].join('|'), tongue, words[tongue], ''),
      find: form.phrases[tongue].map((p) => compilePhrase(p, tongue, words[tongue])),
      unless: form.unless[tongue].map((p) => compilePhrase(p, tongue, words[tongue], '')),
      evenSo: form.evenSo[tongue].map((p) => compilePhrase(p, tongue, words[tongue], '')),
    })),
  }
}

function* hitsOf(find: readonly RegExp[], tongue: Tongue, text: string): Generator<Hit> {
  for (const re of find) {
    for (const match of text.matchAll(re)) {
      if (match[0] === '') continue
      const gaps = match.slice(1).filter((gap) => gap !== undefined && gap !== '')
      yield { tongue, start: match.index, end: match.index + match[0].length, gaps }
    }
  }
}

function clauseAround(text: string, hit: Hit): string {
  let start = hit.start
  while (start > 0 && !/[,。!?;:\n]/.test(text[start - 1]!)) start--
  let end = hit.end
  while (end < text.length && !/[,。!?;:\n]/.test(text[end]!)) end++
  return text.slice(start, end)
}

function finding(
  rule: ClaimRule,
  form: ClaimForm,
  hit: Hit,
  read: PlainText,
  text: string,
  locale: Locale,
): ClaimFinding {
  const start = read.from[hit.start]!
  const end = read.to[hit.end - 1]!
  return {
    rule: rule.id,
    title: rule.title[locale],
    span: { start, end },
    quote: text.slice(start, end),
    why: form.why[locale],
    allowed: form.allowed[locale],
  }
}

// Findings of one rule that overlap are one, as wide as both.
function merged(findings: readonly ClaimFinding[], text: string): readonly ClaimFinding[] {
  const sorted = [...findings].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const out: ClaimFinding[] = []
  for (const next of sorted) {
    const at = out.findIndex((f) => f.rule === next.rule && f.span.end > next.span.start)
    const open = out[at]
    if (open === undefined) {
      out.push(next)
      continue
    }
    const span = { start: open.span.start, end: Math.max(open.span.end, next.span.end) }
    out[at] = { ...open, span, quote: text.slice(span.start, span.end) }
  }
  return out
}
