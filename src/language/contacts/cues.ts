import type { Channel, Objection, Outcome } from '../../domain/customer/contact.js'
import { hasHan } from '../text/normalise.js'

/** `done`: neither denied nor only intended; `said`: not denied; `any`: as it stands. */
type Guard = 'done' | 'said' | 'any'

interface Words {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

interface OutcomeWords extends Words {
  readonly outcome: Outcome
  readonly guard: Guard
  /** Counts only where none of these is said of the same contact: 没接 明天再打 is no call back that was agreed. */
  readonly yieldsTo?: readonly Outcome[]
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
  const outcomes = told.map((words) => ({ ...words, pattern: patternOf(words) }))
  const channels = cues.channels.map((words) => ({ says: words.channel, pattern: patternOf(words) }))
  const objections = cues.objections.map((words) => ({ says: words.objection, pattern: patternOf(words) }))
  const promise = patternOf(cues.promise)
  const standIn = patternOf(cues.standIn)
  const smallTalk = patternOf(cues.smallTalk)
  const denials = patternOf(cues.denials)
  const intended = intentionBefore(cues.intended)
  const isIntended = (masked: string, at: number) => intended.test(masked.slice(Math.max(0, at - 14), at))
  const isDenied = (masked: string, at: number) =>
    DENIED.test(masked.slice(Math.max(0, at - 16), at)) || isAlternative(masked, at)
  return {
    outcomes: (masked) =>
      outcomes.flatMap(({ outcome, guard, yieldsTo, pattern }) =>
        all(masked, pattern, outcome)
          .filter(({ at }) => guard === 'any' || !isDenied(masked, at))
          .filter(({ at }) => guard !== 'done' || !isIntended(masked, at))
          .map((cue) => (yieldsTo === undefined ? cue : { ...cue, yieldsTo })),
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

/** Directly before a word: it did not happen. */
const DENIED =
  /(?:没说|没有说|没讲|没提|没|没有|未|不|无|别|不是|并非|谈不上|不太|没怎么|不怎么|不算|不曾|没能|不会|没再|不再)$|(?:^|[^a-z])(?:not|nt|never|no|without|hardly|isn't|wasn't|didn't|don't|doesn't|hasn't|haven't|won't|wouldn't|can't|couldn't|neither|nor|isnt|didnt|dont|yet to be) (?:yet |really |quite |even |been |actually |very |too |that |particularly |all that |longer )?$/

/** How far in characters a denial (不嫌, not worried about) reaches. */
const DENIAL_REACH = 14

function reaches(masked: string, denial: Cue<true>, cue: Cue<Objection>): boolean {
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

/** Apart by script: a clause that is English alone is not searched for Chinese words, nor the other way round. */
interface Pattern {
  readonly zh: RegExp | undefined
  readonly en: RegExp | undefined
  readonly mixed: RegExp
}

function patternOf({ zh, en }: Words): Pattern {
  const chinese = zh.length === 0 ? undefined : zh.join('|')
  const english = en.length === 0 ? undefined : `(?<![a-z'])(?:${en.join('|')})(?![a-z])`
  const compiled = (source: string | undefined) =>
    source === undefined ? undefined : new RegExp(source, 'g')
  const mixed = [chinese, english].filter((source) => source !== undefined).join('|')
  return { zh: compiled(chinese), en: compiled(english), mixed: new RegExp(mixed, 'g') }
}

function all<T>(masked: string, pattern: Pattern, says: T): readonly Cue<T>[] {
  const isLatin = !hasHan(masked)
  const fitting = isLatin ? pattern.en : /[a-z]/.test(masked) ? pattern.mixed : pattern.zh
  if (fitting === undefined) return []
  return [...masked.matchAll(fitting)]
    .filter((match) => match[0] !== '')
    .map((match) => ({ says, at: match.index, end: match.index + match[0].length }))
}
