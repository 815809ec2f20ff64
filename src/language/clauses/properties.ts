import type { ClauseWordFinder, Mark } from './clause-words.js'
import { MARKS } from './clause-words.js'

export const MODALITIES = [
  'told',
  'planned',
  'ordered',
  'wished',
  'conditional',
  'guessed',
  'dreamt',
  'asked',
  'hearsay',
  'undone',
] as const
/** How what a clause says is meant; only what is told can have happened. */
export type Modality = (typeof MODALITIES)[number]

/** Whose deed a clause speaks of; `other` is a colleague, a relative, whoever is neither. */
export type Deed = 'customer' | 'manager' | 'bank' | 'other'

export interface ClauseProperties {
  readonly modality: Modality
  readonly tense: 'past' | 'future'
  readonly polarity: 'yes' | 'no'
  readonly deed: Deed
  /** Words of it say that something was done or said, or how it ended. */
  readonly isEventful: boolean
  /** It tells that a promise of the manager's has been kept. */
  readonly keepsPromise: boolean
}

/** Says of a clause alone whether something of a contact is told in it; used for verbs of contact without tense. */
export type TellsSomething = (masked: string, isOpen: boolean) => boolean

/** A clause as masked, and what is known of it by what it was cut from. */
export interface ClauseText {
  readonly masked: string
  /** Somebody else's deed, by how the piece begins that it was cut from, or by a colleague named before any customer. */
  readonly isHearsay: boolean
  readonly isNamed: boolean
  /** Nobody is named in it who was not named in the clause before that names anybody. */
  readonly isOfBefore: boolean
}

/** Reads the clauses of one message in order: a condition, wish or plan holds on until something is told. */
export function propertiesOf(
  clauses: readonly ClauseText[],
  words: ClauseWordFinder,
  tells: TellsSomething,
): readonly ClauseProperties[] {
  let carried: Modality | undefined
  const marks = new Map(clauses.map((clause) => [clause, ownMark(clause, words)]))
  return clauses.map((clause, index) => {
    const { masked } = clause
    const own = marks.get(clause)
    // What a colleague tells goes on until the manager tells of a deed of his own.
    const isOfOthers = carried === 'hearsay' && clause.isOfBefore && !OWN_DEED.test(masked)
    // So does what is dreamt, played on television or given as an example.
    if (carried === 'dreamt' && !OWN_DEED.test(masked))
      return { modality: 'dreamt', ...others(masked, words, 'dreamt'), isEventful: false }
    // "Mark my words, she will sign": nothing but a guess that is about to be said.
    const before = clauses[index - 1]
    const isIntroduced = before !== undefined && marks.get(before) === 'guessed' && ALONE.test(before.masked)
    const isDone =
      !isOfOthers && !isIntroduced && (isTold(masked, words) || (clause.isNamed && tells(masked, false)))
    let modality: Modality
    if (own === 'open') {
      const later = clauses
        .slice(index)
        .some((other) => isToldLater(other, other === clause, marks.get(other), words, tells))
      modality = later ? 'told' : /[DT]/.test(masked) ? 'planned' : 'ordered'
    } else if (own !== undefined) modality = own
    else modality = isDone || carried === undefined || turns(masked, tells) ? 'told' : carried
    carried = modality === 'told' || modality === 'asked' ? undefined : modality
    return { modality, ...others(masked, words, modality), isEventful: isDone || tells(masked, false) }
  })
}

const ALONE = /^[^A-Z,]{1,20}$/

const OWN_DEED =
  /我|咱|打(?:给|了|过|通)|没接|关机|(?<![a-z])(?:i|i've|we|called|rang|phoned|texted|messaged|visited|no answer)(?![a-z])/

/** What was wished or not done ends here: 还没约时间,不过想买. */
function turns(masked: string, tells: TellsSomething): boolean {
  return CONTRAST.test(masked) && tells(masked, false)
}

const CONTRAST = /^(?:不过|但|可是?|倒|(?:but|however|though) )/

/** After a verb of contact without tense: does the message go on to tell how it went? */
function isToldLater(
  clause: ClauseText,
  isOpen: boolean,
  own: Mark | undefined,
  words: ClauseWordFinder,
  tells: TellsSomething,
): boolean {
  if (own !== undefined && own !== 'open') return false
  return tells(clause.masked, isOpen) || words.speech(clause.masked) !== undefined
}

function isTold(masked: string, words: ClauseWordFinder): boolean {
  return words.speech(masked) !== undefined || words.deed(masked) !== undefined
}

/** What the customer says he hopes, plans or asks is told of him; so is what follows a deed in the same breath. */
function ownMark({ masked, isHearsay }: ClauseText, words: ClauseWordFinder): Mark | undefined {
  if (isHearsay) return 'hearsay'
  const speech = words.speech(masked)?.at ?? Number.POSITIVE_INFINITY
  const deed = words.deed(masked)?.at ?? Number.POSITIVE_INFINITY
  const quotes = words.quotes(masked)?.at ?? Number.POSITIVE_INFINITY
  return MARKS.find((mark) => {
    const found = words.mark(masked, mark)
    if (found === undefined) return false
    const { at } = found
    if (mark === 'asked') return quotes >= at
    if (AT_THE_END.test(masked.slice(at, found.end))) return quotes >= at
    if (mark === 'guessed' && UNREACHED.test(masked)) return false
    return speech >= at && deed >= at
  })
}

/** A condition or wish that is said only after what it is about: 他续了的话, 她签了就好了. */
const AT_THE_END = /的话|就好了/

/** Nobody guesses that a call was not answered after having made it. */
const UNREACHED =
  /没(?:人)?接|关机|占线|空号|打不通|(?<![a-z])(?:no answer|no ans|didn't (?:pick|answer)|voicemail)/

const FUTURE =
  /D|将|要(?!求|紧|是)|会(?!议|计|员)|打算|准备|再(?!见)|下次|以后|(?<![a-z])(?:will|'ll|going to|gonna|tomorrow|next|later|wants? to|plans? to|would)(?![a-z])|'ll(?![a-z])/
const DONE =
  /了|过(?!来|去|年)|(?<![a-z])(?:[a-z]{2,}ed|bought|rang|met|saw|took|spoke|came|said|put|sent|left|went|paid|withdrew)(?![a-z])/
const NEGATED =
  /没|不(?!错|过|少|久|断|仅|同|但|论|管|锈)|未(?!来)|别(?!的|家|人|处)|勿|甭|唔|覅|莫|(?<![a-z])(?:not|no|never|none|nobody|neither|nor|without)(?![a-z])|n't(?![a-z])/
const BANKS =
  /放款|批(?:下来|了)|到账|审批通过|(?<![a-z])(?:approved|disbursed|credited|our bank|the bank|head office)(?![a-z])/
const MANAGERS =
  /(?:^|[,; ])(?:我|咱)|(?:打|拨|拜访|见|联系|发|问|约|找|陪|走访|回访)(?:了|给|完|过|通)?.{0,3}[PQ]|(?<![a-z])(?:i|we|called|rang|phoned|met|saw|visited|texted|emailed|messaged|tried)(?![a-z'])/

function others(
  masked: string,
  words: ClauseWordFinder,
  modality: Modality,
): Omit<ClauseProperties, 'modality' | 'isEventful'> {
  const isDone = DONE.test(masked)
  return {
    tense:
      !isDone && (FUTURE.test(masked) || modality === 'planned' || modality === 'ordered')
        ? 'future'
        : 'past',
    polarity: NEGATED.test(masked) ? 'no' : 'yes',
    deed: deedOf(masked, modality),
    keepsPromise: modality === 'told' && words.kept(masked) !== undefined,
  }
}

function deedOf(masked: string, modality: Modality): Deed {
  if (modality === 'hearsay') return 'other'
  if (BANKS.test(masked)) return 'bank'
  if (modality === 'planned' || modality === 'ordered' || MANAGERS.test(masked)) return 'manager'
  return 'customer'
}
