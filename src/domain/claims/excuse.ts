import { type Excuses, type PerTongue, TONGUES, type Tongue } from './claim-rules.js'

/** A stretch of plain text that reads like a claim, with the words that its gaps let through. */
export interface Hit {
  readonly tongue: Tongue
  readonly start: number
  readonly end: number
  readonly gaps: readonly string[]
}

/** Why a hit is no claim after all; undefined where it is one. */
export type Excuse = 'denied' | 'asked' | 'reported' | 'warned' | 'wished'

const CLAUSE_END = /[,。!?;:\n]/
const SENTENCE_END = /[。!?;\n]/

/** Makes the judge of hits: whether the words around one deny it, ask it, report it or warn of it. */
export function excuseOf(excuses: PerTongue<Excuses>): (text: string, hit: Hit) => Excuse | undefined {
  const judges = Object.fromEntries(TONGUES.map((t) => [t, judge(excuses[t], t)])) as PerTongue<
    ReturnType<typeof judge>
  > // one entry a tongue, made in the line above
  return (text, hit) => judges[hit.tongue](text, hit)
}

function judge(excuses: Excuses, tongue: Tongue) {
  const chain = chainOf(excuses, tongue)
  const test = (source: string | undefined) =>
    source === undefined
      ? () => false
      : (
          (re) => (text: string) =>
            re.test(text)
        )(new RegExp(source))
  const pseudo = new RegExp(alternatives(excuses.pseudo, tongue), 'g')
  const negator = new RegExp(alternatives(excuses.negators, tongue))
  const deniedAfter = test(excuses.after)
  const askedBefore = test(excuses.question)
  const aNotA = test(excuses.aNotA)
  const askedAfter = test(excuses.afterQuestion)
  const invertedClause = test(excuses.questionClause)
  const reported = test(excuses.reported)
  const reportedOpen = test(excuses.reportedOpen)
  const instructed = test(excuses.instructed)
  const warned = test(excuses.warning)
  const wished = test(excuses.wish)
  const wishNot = test(excuses.wishNot)

  return (text: string, hit: Hit): Excuse | undefined => {
    const sentence = text.slice(startOf(text, hit.start, SENTENCE_END, tongue), hit.start)
    const clause = text.slice(startOf(text, hit.start, CLAUSE_END, tongue), hit.start)
    const after = text.slice(hit.end)
    if (aNotA(text.slice(Math.max(hit.start - 2, 0), hit.end))) return 'asked'
    if (chain.denies(clause)) return 'denied'
    if (hit.gaps.some((gap) => negator.test(gap.replace(pseudo, '□')))) return 'denied'
    if (askedBefore(clause) || askedAfter(after)) return 'asked'
    if (invertedClause(clause) && /^[^.!;\n]*\?/.test(after)) return 'asked'
    if (deniedAfter(after)) return 'denied'
    if (warned(sentence)) return 'warned'
    if ((reported(clause) && !instructed(clause)) || (reportedOpen(sentence) && !instructed(sentence))) {
      return 'reported'
    }
    if (wished(clause) && !wishNot(clause)) return 'wished'
    return undefined
  }
}

/**
 * The run of negations and their fillers that ends where a clause's claim begins. An odd number of negations
 * denies it ("不能保证…"), an even number asserts it ("不是不保本"). In a list each member carries its own
 * negation or takes that of the one before ("不说保本、不说零风险").
 */
function chainOf(excuses: Excuses, tongue: Tongue): { denies(clause: string): boolean } {
  const negators = alternatives(excuses.negators, tongue)
  const fillers = alternatives(excuses.fillers, tongue)
  const pseudo = new RegExp(alternatives(excuses.pseudo, tongue), 'g')
  const gap = tongue === 'en' ? '[\\s"]*' : '"*'
  const run = new RegExp(`(?:(?:${negators}|${fillers})${gap})*$`)
  const listed = tongue === 'en' ? / (?:and|or) / : /[、或和]/
  const token = new RegExp(`(${negators})|${fillers}`, 'g')
  return {
    denies(clause) {
      const tail = run.exec(clause.replace(pseudo, (w) => '□'.repeat(w.length)))?.[0] ?? ''
      const counts = tail.split(listed).map((part) => {
        let count = 0
        for (const match of part.matchAll(token)) if (match[1] !== undefined) count++
        return count
      })
      return (counts.findLast((count) => count > 0) ?? 0) % 2 === 1
    },
  }
}

function alternatives(list: readonly string[], tongue: Tongue): string {
  const sorted = [...list].sort((a, b) => b.length - a.length).join('|')
  return tongue === 'en' ? `(?<![a-z'])(?:${sorted})(?![a-z'])` : `(?:${sorted})`
}

// A full stop ends an English clause before a space or the end only: 3.5% goes on.
function startOf(text: string, at: number, end: RegExp, tongue: Tongue): number {
  for (let i = at - 1; i >= 0; i--) {
    const char = text[i]!
    if (end.test(char)) return i + 1
    if (char === '.' && tongue === 'en' && /\s/.test(text[i + 1] ?? ' ')) return i + 1
  }
  return 0
}
