import type { Channel, Objection, Outcome } from '../../domain/customer/contact.js'

/** `done`: neither denied nor only intended; `said`: not denied; `any`: as it stands. */
type Guard = 'done' | 'said' | 'any'

interface Words {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** The words of reports, as data: parts of patterns on one clause of the masked text. */
export interface ContactCues {
  readonly outcomes: readonly (Words & { readonly outcome: Outcome; readonly guard: Guard })[]
  readonly info: Words
  readonly channels: readonly (Words & { readonly channel: Channel })[]
  readonly objections: readonly (Words & { readonly objection: Objection })[]
  readonly promise: Words
  readonly denials: Words
  /** Words that make what follows a mere intention; `zhBeside` only directly before it. */
  readonly intended: Words & { readonly zhBeside: readonly string[] }
}

/** A word that was found, and where in the clause. */
export interface Cue<T> {
  readonly says: T
  readonly at: number
  readonly end: number
}

export interface CueFinder {
  outcomes(masked: string): readonly Cue<Outcome>[]
  channels(masked: string): readonly Cue<Channel>[]
  objections(masked: string): readonly Cue<Objection>[]
  promise(masked: string): Cue<true> | undefined
}

export function createCueFinder(cues: ContactCues): CueFinder {
  const outcomes = cues.outcomes.map(({ outcome, guard, ...words }) => ({
    says: outcome,
    guard,
    pattern: patternOf(words),
  }))
  const info = [{ says: 'info' as const, guard: 'any' as const, pattern: patternOf(cues.info) }]
  const channels = cues.channels.map(({ channel, ...words }) => ({
    says: channel,
    pattern: patternOf(words),
  }))
  const objections = cues.objections.map(({ objection, ...words }) => ({
    says: objection,
    pattern: patternOf(words),
  }))
  const promise = patternOf(cues.promise)
  const denials = patternOf(cues.denials)
  const intended = new RegExp(
    `(?:${[...cues.intended.zh].sort(byLength).join('|')})[^,。;了]{0,3}$|(?:${cues.intended.zhBeside.join('|')})$|(?<![a-z])(?:${[...cues.intended.en].sort(byLength).join('|')})(?: (?:just|be|also|then|really|the|a|some|probably))* ?$`,
  )
  const isDenied = (masked: string, at: number) => DENIED.test(masked.slice(Math.max(0, at - 10), at))
  const isIntended = (masked: string, at: number) => intended.test(masked.slice(Math.max(0, at - 14), at))
  return {
    outcomes(masked) {
      const found: Cue<Outcome>[] = []
      for (const { says, guard, pattern } of [...outcomes, ...info]) {
        for (const match of masked.matchAll(pattern)) {
          const at = match.index
          if (match[0] === '') continue
          if (guard !== 'any' && (isDenied(masked, at) || isAlternative(masked, at))) continue
          if (guard === 'done' && isIntended(masked, at)) continue
          found.push({ says, at, end: at + match[0].length })
        }
      }
      return found
    },
    channels: (masked) => channels.flatMap(({ says, pattern }) => all(masked, pattern, says)),
    objections(masked) {
      const found = objections.flatMap(({ says, pattern }) => all(masked, pattern, says))
      const denied = all(masked, denials, true as const)
      return found.filter(
        (cue) =>
          !denied.some(
            (d) =>
              d.end <= cue.at + 2 &&
              cue.at - d.end <= 14 &&
              !/[,;。]|但|but/.test(masked.slice(d.end, cue.at)),
          ),
      )
    },
    promise: (masked) => all(masked, promise, true as const)[0],
  }
}

/** Directly before a word: it did not happen. */
const DENIED =
  /(?:没说|没有说|没讲|没提|没|没有|未|不|无|别|不是|并非|并没|还没|尚未|也没|都没|从没|从未|谈不上|不太|没怎么|不怎么|不算|不曾|没能|不会|没再|不再)$|(?:^|[^a-z])(?:not|n't|never|no|without|hardly|isn't|wasn't|didn't|don't|doesn't|hasn't|haven't|won't|wouldn't|can't|couldn't|neither|nor|not yet|isnt|didnt|dont|not really|not very|not too|not that|not particularly|not all that|no longer|yet to be|never been|not been|hasn't been) (?:yet |really |quite |even |been |actually )?$/

/** 要不要, 买不买, 办不办 ask; they do not say no. */
function isAlternative(masked: string, at: number): boolean {
  return masked[at] === '不' && at > 0 && masked[at - 1] === masked[at + 1]
}

function byLength(a: string, b: string): number {
  return b.length - a.length
}

function patternOf({ zh, en }: Words): RegExp {
  return new RegExp([...zh, `(?<![a-zA-Z'])(?:${en.join('|')})(?![a-zA-Z])`].join('|'), 'g')
}

function all<T>(masked: string, pattern: RegExp, says: T): readonly Cue<T>[] {
  return [...masked.matchAll(pattern)]
    .filter((m) => m[0] !== '')
    .map((m) => ({ says, at: m.index, end: m.index + m[0].length }))
}
