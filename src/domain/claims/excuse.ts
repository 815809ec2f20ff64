import { type Excuse, type Excuses, type PerTongue, TONGUES, type Tongue } from './claim-rules.js'

/** A stretch of plain text that reads like a claim, with the words that its gaps let through. */
export interface Hit {
  readonly tongue: Tongue
  readonly start: number
  readonly end: number
  readonly gaps: readonly string[]
}

const CLAUSE_END = /[,。!?;:\n]/
/** Characters on either side that can have a say; what stands farther off speaks of something else. */
const REACH = 60
const SENTENCE_END = /[。!?;\n]/

/** Makes the judge of hits: everything that the words around one have to say for it; empty where it is a claim. */
export function excusesOf(
  excuses: PerTongue<Excuses>,
): (text: string, hit: Hit, asked: readonly Excuse[]) => Excuse | undefined {
  const judges = Object.fromEntries(TONGUES.map((t) => [t, judge(excuses[t], t)])) as PerTongue<
    ReturnType<typeof judge>
  > // one entry a tongue, made in the line above
  return (text, hit, asked) => {
    const around = surroundings(text, hit)
    const excusedBy = judges[hit.tongue]
    return asked.find((excuse) => excusedBy[excuse](around))
  }
}

/** The words around a hit: the sentence and the clause before it, and everything after. */
interface Surroundings {
  readonly hit: Hit
  readonly sentence: string
  readonly clause: string
  readonly after: string
  /** The hit with the two characters before it. */
  readonly withLead: string
}

function surroundings(text: string, hit: Hit): Surroundings {
  const { start, end, tongue } = hit
  return {
    hit,
    sentence: text.slice(startOf(text, start, SENTENCE_END, tongue), start),
    clause: text.slice(startOf(text, start, CLAUSE_END, tongue), start),
    after: text.slice(end, end + REACH),
    withLead: text.slice(Math.max(start - 2, 0), end),
  }
}

function judge(
  excuses: Excuses,
  tongue: Tongue,
): Readonly<Record<Excuse, (around: Surroundings) => boolean>> {
  const chain = chainOf(excuses, tongue)
  const pseudo = new RegExp(alternatives(excuses.pseudo, tongue), 'g')
  const negator = new RegExp(alternatives(excuses.negators, tongue))
  const after = anyOf(excuses.after)
  const question = anyOf(excuses.question)
  const aNotA = anyOf(excuses.aNotA)
  const afterQuestion = anyOf(excuses.afterQuestion)
  const invertedClause = anyOf(excuses.questionClause)
  const answeredYes = anyOf(excuses.answeredYes)
  const reported = anyOf(excuses.reported)
  const reportedBefore = anyOf(excuses.reportedBefore)
  const instructed = anyOf(excuses.instructed)
  const warning = anyOf(excuses.warning)
  const warningAfter = anyOf(excuses.warningAfter)
  const wish = anyOf(excuses.wish)
  const wishNot = anyOf(excuses.wishNot)
  const offered = anyOf(excuses.offered)

  return {
    denied: ({ clause, hit }) =>
      chain.denies(clause) || hit.gaps.some((gap) => negator.test(gap.replace(pseudo, '□'))),
    'denied-after': (around) => after(around.after),
    asked: (around) =>
      !answeredYes(around.after) &&
      (aNotA(around.withLead) ||
        question(around.clause) ||
        afterQuestion(around.after) ||
        (invertedClause(around.clause) && /^[^.!;\n]*\?/.test(around.after))),
    reported: ({ sentence, clause }) =>
      (reported(clause) && !instructed(clause)) || (reportedBefore(sentence) && !instructed(sentence)),
    warned: (around) => warning(around.sentence) || warningAfter(around.after),
    wished: (around) => wish(around.clause) && !wishNot(around.clause) && !offered(around.after),
  }
}

function anyOf(patterns: readonly string[] | undefined): (text: string) => boolean {
  if (patterns === undefined) return () => false
  const any = new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'))
  return (text) => any.test(text)
}

/**
 * The run of negations and their fillers that ends where a clause's claim begins. An odd number of negations
 * denies it ("不能保证…"), an even number asserts it ("不是不保本"). Of several
 * things in a row each carries its own negation or takes that of the one before ("不保本、不保收益").
 */
function chainOf(excuses: Excuses, tongue: Tongue): { denies(clause: string): boolean } {
  const negators = alternatives(excuses.negators, tongue)
  const fillers = alternatives(excuses.fillers, tongue)
  const pseudo = new RegExp(alternatives(excuses.pseudo, tongue), 'g')
  const gap = tongue === 'en' ? '[\\s"]*' : '"*'
  // A word once read is not read again in another way, or a long run of fillers would take for ever.
  const run = new RegExp(`(?:(?=(${negators}|${fillers}))\\1${gap})*$`)
  const ends = alternatives(
    [...excuses.claimed, ...(tongue === 'en' ? ['and', 'or'] : ['、', '或', '和'])],
    tongue,
  )
  const token = new RegExp(`(${negators})|(${ends})|${fillers}`, 'g')
  return {
    denies(clause) {
      const tail = run.exec(clause.replace(pseudo, (w) => '□'.repeat(w.length)))?.[0] ?? ''
      let count = 0
      for (const [, negator, end] of [...tail.matchAll(token)].reverse()) {
        if (negator !== undefined) count++
        else if (end !== undefined && count > 0) break
      }
      return count % 2 === 1
    },
  }
}

function alternatives(list: readonly string[], tongue: Tongue): string {
  const sorted = [...list].sort((a, b) => b.length - a.length).join('|')
  return tongue === 'en' ? `(?<![a-z'])(?:${sorted})(?![a-z'])` : `(?:${sorted})`
}

// A full stop ends an English clause before a space or the end only: 3.5% goes on.
function startOf(text: string, at: number, end: RegExp, tongue: Tongue): number {
  for (let i = at - 1; i >= Math.max(at - REACH, 0); i--) {
    const char = text[i]!
    if (end.test(char)) return i + 1
    if (char === '.' && tongue === 'en' && /\s/.test(text[i + 1] ?? ' ')) return i + 1
  }
  return Math.max(at - REACH, 0)
}
