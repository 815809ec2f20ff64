import type { Channel, Objection, Outcome } from '../../domain/customer/contact.js'
import { hasHan } from '../text/normalise.js'
import { matchesOf, type WordPattern, type Words, wordPattern } from '../text/word-pattern.js'

/** `done`: neither denied nor only intended; `said`: not denied; `any`: as it stands. */
type Guard = 'done' | 'said' | 'any'

interface OutcomeWords extends Words {
  readonly outcome: Outcome
  readonly guard: Guard
  /** Counts only where none of these is said of the same contact: 没接 明天再打 is no call back that was agreed. */
  readonly yieldsTo?: readonly Outcome[]
}

const REVIEW = /(?:财富|资产)(?:诊断|体检|检视)|(?<![a-z])(?:wealth|portfolio) (?:review|check)/

/** 做了财富诊断: something was done, and nothing was sold. */
function isOfReview(masked: string, { at, end }: { readonly at: number; readonly end: number }): boolean {
  return REVIEW.test(masked) && /[做完]|(?<![a-z])(?:did|done|finished|completed)/.test(masked.slice(at, end))
}

/** The words of reports, as data: parts of patterns on one clause of the masked text. */
export interface ContactCues {
  readonly outcomes: readonly OutcomeWords[]
  readonly info: Words
  readonly channels: readonly (Words & { readonly channel: Channel })[]
  readonly objections: readonly (Words & { readonly objection: Objection })[]
  readonly promise: Words
  /** Somebody else took the call or spoke for the customer: 秘书接的, her son picked up. */
  readonly standIn: Words
  /** Talk of nothing in particular, said so: no guess is better. */
  readonly smallTalk: Words
  readonly denials: Words
  /** Words that make what follows a mere intention; `zhBeside` only directly before it. */
  readonly intended: Words & { readonly zhBeside: readonly string[] }
}

/** A word that was found, and where in the clause. */
export interface Cue<T> {
  readonly says: T
  readonly at: number
  readonly end: number
  readonly yieldsTo?: readonly Outcome[]
}

export interface CueFinder {
  outcomes(masked: string): readonly Cue<Outcome>[]
  channels(masked: string): readonly Cue<Channel>[]
  objections(masked: string): readonly Cue<Objection>[]
  promise(masked: string): Cue<true> | undefined
  standIn(masked: string): Cue<true> | undefined
  smallTalk(masked: string): Cue<true> | undefined
}

export function createCueFinder(cues: ContactCues): CueFinder {
  const told: readonly OutcomeWords[] = [...cues.outcomes, { outcome: 'info', guard: 'any', ...cues.info }]
  const outcomes = told.map((words) => ({ ...words, pattern: wordPattern(words) }))
  const channels = cues.channels.map((words) => ({ says: words.channel, pattern: wordPattern(words) }))
  const objections = cues.objections.map((words) => ({ says: words.objection, pattern: wordPattern(words) }))
  const promise = wordPattern(cues.promise)
  const standIn = wordPattern(cues.standIn)
  const smallTalk = wordPattern(cues.smallTalk)
  const denials = wordPattern(cues.denials)
  const intended = intentionBefore(cues.intended)
  const isIntended = (masked: string, at: number) => intended.test(masked.slice(Math.max(0, at - 14), at))
  const isDenied = (masked: string, at: number) =>
    DENIED.test(masked.slice(Math.max(0, at - 16), at)) || isAlternative(masked, at)
  return {
    outcomes: (masked) =>
      outcomes.flatMap(({ outcome, guard, yieldsTo, pattern }) =>
        all(masked, pattern, outcome)
          .filter(({ at }) => guard === 'any' || !isDenied(masked, at))
          .map((cue) => {
            if (outcome === 'closed' && isOfReview(masked, cue)) return { ...cue, says: 'info' as const }
            if (guard === 'done' && (isIntended(masked, startOf(masked, cue)) || isStillToCome(masked, cue)))
              return { ...cue, says: intendedAs(outcome), yieldsTo: OTHERS }
            return yieldsTo === undefined ? cue : { ...cue, yieldsTo }
          }),
      ),
    channels: (masked) => channels.flatMap(({ says, pattern }) => all(masked, pattern, says)),
    objections(masked) {
      const found = objections.flatMap(({ says, pattern }) => all(masked, pattern, says))
      if (found.length === 0) return found
      const denied = all(masked, denials, true as const)
      return found.filter((cue) => !denied.some((denial) => reaches(masked, denial, cue)))
    },
    promise: (masked) => all(masked, promise, true as const)[0],
    standIn: (masked) => all(masked, standIn, true as const)[0],
    smallTalk: (masked) => all(masked, smallTalk, true as const)[0],
  }
}

/** The same finder, reading each clause once however many entries share it; for the length of one message. */
export function rememberingCues(cues: CueFinder): CueFinder {
  return {
    outcomes: onceEach(cues.outcomes),
    channels: onceEach(cues.channels),
    objections: onceEach(cues.objections),
    promise: onceEach(cues.promise),
    standIn: onceEach(cues.standIn),
    smallTalk: onceEach(cues.smallTalk),
  }
}

function onceEach<T>(find: (masked: string) => T): (masked: string) => T {
  const known = new Map<string, T>()
  return (masked) => {
    if (known.has(masked)) return known.get(masked) as T // just seen to be there
    const found = find(masked)
    known.set(masked, found)
    return found
  }
}

/** What is only intended is no closing and no loss: he wants it, or he thinks of leaving. */
function intendedAs(outcome: Outcome): Outcome {
  return outcome === 'closed' ? 'interested' : outcome === 'lost' ? 'considering' : outcome
}

/** Everything that is said outright counts before what is only intended. */
const OTHERS: readonly Outcome[] = [
  'closed',
  'lost',
  'appointment',
  'callback',
  'declined',
  'no-answer',
  'wrong-number',
]

/** Not done yet, by the words around: "signs Thursday", 明天来续存30万, "wants her deposit rolled over". */
function isStillToCome(masked: string, { at, end }: Cue<Outcome>): boolean {
  const before = masked.slice(0, at)
  const word = masked.slice(at, end)
  if (WANTED.test(before) || BY_THEN.test(before)) return true
  if (ONCE_DUE.test(before) && !DONE_BEHIND.test(masked.slice(at))) return true
  if (hasHan(word))
    return !COMPLETE.test(word) && !COMPLETE.test(masked.slice(end, end + 2)) && COMING.test(before)
  return UNDER_WAY.test(word) || (PRESENT.test(word) && /[DT]/.test(masked.slice(end)))
}

/** 来 and 去 beside what is done only say how it came about: 来续了5万. */
function startOf(masked: string, { at, end }: Cue<Outcome>): number {
  if (!COMPLETE.test(masked.slice(at, end + 1))) return at
  return at - (/(?:后来|过来|[来去])$/.exec(masked.slice(0, at))?.[0].length ?? 0)
}

/** 到期了她过来续, 说把30万转到定期: what is to be done once it is due, or is only asked for. */
const ONCE_DUE =
  /到期(?:了|后|之后|以后|那天)?[, ]?(?:就|再|也|他|她|P)*(?:过来|来|会|要)?(?:把[^,。;了]{0,4})?$|[说讲](?:让我|叫我|就)?把[^,。;了]{0,6}$/
const DONE_BEHIND = /^[^,。;]{0,8}[了过完好的](?!吗|话)/
/** 到时候过来把理财签了: what will be done by then, whatever its 了. */
const BY_THEN =
  /(?:到时候?|届时|到那天|那天|到期(?:那天)?)(?:再|就|他|她|我)*(?:过来|来)?[^,。;]{0,4}把[^,。;]{0,10}$/
const COMPLETE = /[了好完妥成掉走光]|到账|搞定|拿下|过来|落|已/
const COMING = /[DT]|来|要|想|会|打算|准备|等|再|答应/
const PRESENT = /^(?:signs?|renews?|opens?|buys?|settles?|confirms?)$/
const UNDER_WAY = /^(?:moving|taking|switching|pulling|transferring|move|pull|pulls|withdrawing)(?![a-z])/
const WANTED =
  /(?<![a-z])(?:wants?|would like|needs?|asked|asking|prefers?|plans?|hopes?|hoping|will|going to|agree[ds]? to|promised to|happy to|keen to|ready to)(?: (?!and |but )[a-zKMP0-9'.]+){0,5} ?$|'ll(?: [a-zKMP0-9]+){0,5} $/

/** Directly before a word: it did not happen. */
const DENIED =
  /(?:没说|没有说|没讲|没提|没|没有|未|不|无|别|不是|并非|谈不上|不太|没怎么|不怎么|不算|不曾|没能|不会|没再|不再)$|(?:^|[^a-z])(?:not|nt|never|no|without|hardly|isn't|wasn't|didn't|don't|doesn't|hasn't|haven't|won't|wouldn't|can't|couldn't|neither|nor|isnt|didnt|dont|yet to be) (?:yet |really |quite |even |been |actually |very |too |that |particularly |all that |longer )?$/

/** How far in characters a denial (不嫌, not worried about) reaches. */
const DENIAL_REACH = 14

function reaches(masked: string, denial: Cue<true>, cue: Cue<Objection>): boolean {
  if (denial.at <= cue.at && cue.at < denial.end) return true
  if (denial.end > cue.at + 2 || cue.at - denial.end > DENIAL_REACH) return false
  return !/[,;。]|但|but/.test(masked.slice(denial.end, cue.at))
}

/** 要不要, 买不买, 办不办 ask; they do not say no. */
function isAlternative(masked: string, at: number): boolean {
  return masked[at] === '不' && at > 0 && masked[at - 1] === masked[at + 1]
}

function intentionBefore({ zh, zhBeside, en }: ContactCues['intended']): RegExp {
  const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
  const clipped = en.filter((word) => /^'|^n't/.test(word))
  const whole = en.filter((word) => !clipped.includes(word))
  const between = '(?: (?:just|be|also|then|really|the|a|some|probably))* ?$'
  return new RegExp(
    `(?:${longestFirst(zh)})[^,。;了]{0,3}$|(?:${longestFirst(zhBeside)})$|` +
      `(?<![a-z])(?:${longestFirst(whole)})${between}|(?:${longestFirst(clipped)})${between}`,
  )
}

function all<T>(masked: string, pattern: WordPattern, says: T): readonly Cue<T>[] {
  return matchesOf(masked, pattern).map(({ at, end }) => ({ says, at, end }))
}
