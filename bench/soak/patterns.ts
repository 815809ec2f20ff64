import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { wordsOf } from '../../src/compose/words.js'
import type { Soak } from './report.js'

/** Where patterns are that read what somebody typed or a file brought. */
const READERS = ['src/language', 'src/domain', 'src/imports', 'src/adapters/files', 'dialogs']

/** Repeats of a word: enough to tell doubling from growth, few enough to end where it doubles. */
const [FEW, MORE] = [9, 14]
const DOUBLES = { atMs: 3, by: 6 }
/** What grows with the cube of what is said is found at the length of the longest message. */
const [SHORT, LONG] = [150, 300]
const CUBE = { atMs: 40, by: 6 }
/** Of one pattern, in the order they stand in it. */
const MOST_WORDS = 60
/** No letter, so that nothing that ends with words is found at once. */
const END = '\u0001'

/**
 * Every pattern that reads messages or files, tried on its own words over and over, alone and behind its first words, with
 * and without blanks: none may double with each word, nor grow with the cube of the length.
 */
export const soakPatterns: Soak = async ({ count = Number.POSITIVE_INFINITY, progress }) => {
  const patterns = [...builtPatterns(), ...writtenPatterns()].slice(0, count)
  const broken: string[] = []
  let slowest = { ms: 0, pattern: '' }
  for (const [at, pattern] of patterns.entries()) {
    progress(at, patterns.length)
    const found = hardlyEnds(pattern)
    if (found !== undefined)
      broken.push(
        `${found.how}: "${found.unit}" over and over, ${Math.round(found.ms)} ms, ${shown(pattern)}`,
      )
    const ms = found?.ms ?? 0
    if (ms > slowest.ms) slowest = { ms, pattern: shown(pattern) }
  }
  return { broken, figures: { patterns: patterns.length, slowest } }
}

/** Those that are put together from words of `data/` when the language is made ready. */
function builtPatterns(): readonly RegExp[] {
  const built = new Map<string, RegExp>()
  const Real = globalThis.RegExp
  globalThis.RegExp = new Proxy(Real, {
    construct(target, args: ConstructorParameters<RegExpConstructor>) {
      const made = new target(...args)
      built.set(String(made), made)
      return made
    },
  })
  try {
    const { interpreting, playbooks, claims } = wordsOf({})
    void [interpreting, playbooks, claims]
  } finally {
    globalThis.RegExp = Real
  }
  return [...built.values()]
}

/** Those that stand in the source. */
function writtenPatterns(): readonly RegExp[] {
  const written = new Map<string, RegExp>()
  for (const folder of READERS)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue
      const path = join(folder, name)
      const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
      const visit = (node: ts.Node): void => {
        const literal = ts.isRegularExpressionLiteral(node) ? /^\/(.*)\/(\w*)$/s.exec(node.text) : null
        if (literal !== null) written.set(node.getText(), new RegExp(literal[1] ?? '', literal[2]))
        ts.forEachChild(node, visit)
      }
      visit(source)
    }
  return [...written.values()]
}

interface Hard {
  readonly how: string
  readonly unit: string
  readonly ms: number
}

function hardlyEnds(pattern: RegExp): Hard | undefined {
  const { source } = pattern
  if (!/[)\]\w.][*+]|\{\d+,/.test(source)) return undefined
  const words = [...new Set(wordsIn(source))].slice(0, MOST_WORDS)
  const leads = source.startsWith('^') ? ['', ...words.slice(0, 4)] : ['']
  for (const lead of leads)
    for (const word of words)
      for (const unit of [word, `${word} `]) {
        const cost = (times: number) => costMs(pattern, lead + unit.repeat(times) + END)
        const more = cost(MORE)
        if (more > DOUBLES.atMs && more > cost(FEW) * DOUBLES.by) return { how: 'doubles', unit, ms: more }
        const long = cost(Math.ceil(LONG / unit.length))
        if (long > CUBE.atMs && long > cost(Math.ceil(SHORT / unit.length)) * CUBE.by)
          return { how: 'grows with the cube', unit, ms: long }
      }
  return undefined
}

function wordsIn(source: string): readonly string[] {
  return source.replace(/\\[a-zA-Z]\{?[^}]*\}?/g, ' ').match(/[一-鿿]{1,4}|[a-z]{1,8}|[A-Z]|\d/g) ?? []
}

/** The least of a few tries, where the first is slow: what else the machine does is not measured. */
function costMs(pattern: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < MOST_TRIES && least > DOUBLES.atMs; tries++) {
    const begun = performance.now()
    pattern.lastIndex = 0
    pattern.exec(text)
    least = Math.min(least, performance.now() - begun)
  }
  return least
}

const MOST_TRIES = 4

function shown({ source }: RegExp): string {
  return source.length > 160 ? `${source.slice(0, 160)}…` : source
}
