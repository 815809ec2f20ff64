import { assertNever } from '../../domain/assert-never.js'
import { OUTCOMES, type Outcome } from '../../domain/customer/contact.js'
import type { Modality } from '../clauses/properties.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import type { Clause } from './clauses.js'
import type { Cue, CueFinder } from './cues.js'
import type { Entry } from './entries.js'
import { isOwnPlan } from './meant-next.js'
import { destinationOf, tellsOfMoneyToCome } from './money-course.js'
import { comesToUs, isOfKin, speaksForHim } from './whose-deed.js'

/** How a contact ended. */
export interface OutcomeReading {
  readonly outcome: Outcome
  /** Whether words of the message say so; `info` without any is only the default. */
  readonly isSaid: boolean
  /** 0 to 1. */
  readonly sureness: number
  /** The clause that says it. */
  readonly clause?: Clause
}

/** How a contact probably ended, by what was learnt from reports; for words that no cue knows. */
export type OutcomeGuess = (masked: string) => {
  readonly outcome: Outcome
  readonly confidence: number
  /** How likely it is that nobody was reached. */
  readonly unreached: number
}

/** As sure as a contact can be of which it is not clear how it ended: it is asked about. */
const UNSAID = 0.45

/** The first of the outcomes, in the order of the contract, that a clause about the contact says; else the likeliest. */
export function outcomeOf(entry: Entry, cues: CueFinder, guess: OutcomeGuess | undefined): OutcomeReading {
  const likely = guess?.(entry.clauses.map((clause) => clause.masked).join(' '))
  const said = saidOutcome(entry, cues)
  if (entry.isUntold === true && said.outcome === 'info') return { ...said, sureness: UNSAID }
  const reached = isReached(said.outcome)
  if (said.outcome !== 'info') {
    const isDoubtful =
      reached &&
      (likely?.unreached ?? 0) >= SURE_ENOUGH.unreached &&
      !isHeard(entry, CALLED_BACK) &&
      !isHeard(entry, SPOKEN_WITH) &&
      !isHeard(entry, QUOTED) &&
      !isHeard(entry, REBOOKED)
    return isDoubtful || contradicts(likely, said) || isKinsWord(entry, said.outcome)
      ? { ...said, sureness: UNSAID }
      : said
  }
  if (said.isSaid && entry.clauses.some(({ masked }) => cues.smallTalk(masked) !== undefined)) return said
  // Whoever is quoted was reached, whatever the other words sound like.
  if (isUnreached(likely?.outcome) && (isHeard(entry, QUOTED) || isHeard(entry, CALLED_BACK)))
    return said.isSaid ? said : { ...said, sureness: UNSAID }
  const enough = said.isSaid ? SURE_ENOUGH.guessedEndOfTalk : SURE_ENOUGH.guessedEnd
  if (likely !== undefined && likely.outcome !== 'info' && likely.confidence >= enough)
    return { outcome: guessed(likely.outcome, entry), isSaid: false, sureness: UNSAID }
  return said.isSaid || likely?.outcome === 'info' ? said : { ...said, sureness: UNSAID }
}

/** Money that is to come is neither closed nor gone, and its day is no appointment. */
function guessed(outcome: Outcome, { clauses }: Entry): Outcome {
  const dated = clauses.filter(({ masked }) => /[DT]/.test(masked))
  // 我答应周三前把对比表给他: the only day is that of a promise of ours.
  if (outcome === 'appointment' && dated.length > 0 && dated.every(({ masked }) => OWN_PROMISE.test(masked)))
    return 'info'
  const isFirm = HEAVY.has(outcome) || outcome === 'appointment'
  return isFirm && clauses.some(({ masked }) => tellsOfMoneyToCome(masked)) ? 'interested' : outcome
}

/** What was learnt says something else than what the words came to: enough to ask where more than a word stands behind it. */
function contradicts(likely: ReturnType<OutcomeGuess> | undefined, said: OutcomeReading): boolean {
  if (likely === undefined || likely.outcome === said.outcome) return false
  // A reason against it is a no only as long as nothing speaks for another ending.
  if (said.clause === undefined)
    return isReached(said.outcome) && likely.confidence >= SURE_ENOUGH.besideReason
  // A day beside what is done makes it sound like an appointment: 中秋那天买了.
  const enough = likely.outcome === 'appointment' ? SURE_ENOUGH.besideDone : SURE_ENOUGH.besideSaid
  return HEAVY.has(said.outcome) && likely.confidence >= enough
}

/** What somebody around the customer asked or said is hardly the customer's own answer. */
function isKinsWord({ clauses }: Entry, outcome: Outcome): boolean {
  return KINS.has(outcome) && clauses.some(({ masked }) => speaksForHim(masked))
}

const KINS: ReadonlySet<Outcome> = new Set(['closed', 'lost', 'interested', 'declined'])
const HEAVY: ReadonlySet<Outcome> = new Set(['closed', 'lost'])

/** The customer speaks, or took the call: 她说, "he said", "answered". */
const QUOTED =
  /[他她P](?:就|也|只|还)?(?:说|讲| ?say)|(?<![a-z])(?:he|she|they|P) (?:just |only |also )?(?:said|says|told|(?:declined|refused|agreed)(?! (?:my|the|our) call))(?![a-z])|(?<!no one |nobody |else |(?:bloke|guy|man|woman|person) )(?<![a-z])answered(?![a-z])/

/** A meeting that was missed and was set anew: 又约的明天, "rebooked for tomorrow 2pm". */
const REBOOKED =
  /(?:重新|又|另|再|改)(?:约|定|排)[^,。]{0,6}[DT]|(?<![a-z])(?:re-?(?:booked|fixed|scheduled|arranged|set)|(?:set|made|fixed|agreed) (?:on )?(?:a )?new (?:time|date|slot)|new (?:one|time|date|slot|meeting) is)(?![a-z])/

/** Whoever was talked with was reached. */
const SPOKEN_WITH =
  /[跟和与]P.{0,4}(?:聊了|谈了|通了?话|说了)|(?<![a-z])(?:spoke|talked|chatted) (?:to|with) P/

/** The customer rang: 他刚又回电话了, "she rang me back". */
const CALLED_BACK =
  /[他她P](?:刚|又|才|就|后来|主动)*(?:给我)?(?:回|来)了?(?:个|一个)?电话了?|(?<![a-z])(?:he|she|P) (?:just |then |finally |has )?(?:called|rang|phoned) (?:me |us )?back(?![a-z])/

function isHeard({ clauses }: Entry, words: RegExp): boolean {
  return clauses.some(({ masked }) => words.test(masked))
}

function isUnreached(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && !isReached(outcome)
}

function isReached(outcome: Outcome): boolean {
  return outcome !== 'no-answer' && outcome !== 'wrong-number'
}

interface Found extends Cue<Outcome> {
  readonly clause: Clause
}

function saidOutcome(entry: Entry, cues: CueFinder): OutcomeReading {
  const found = withoutOwnPlans(foundIn(entry, cues))
  const says = (outcome: Outcome) => found.some((cue) => cue.says === outcome)
  const whole = entry.clauses.map((clause) => clause.masked).join(' ')
  if (entry.isLeftOut === true && found.every((cue) => cue.says === 'info')) return UNREACHED
  // Who answers in the customer's place may make an appointment for him; nothing else that is said is his answer.
  if (cues.standIn(whole) !== undefined && !says('closed') && !says('lost') && !says('appointment'))
    return says('wrong-number') ? { ...UNREACHED, outcome: 'wrong-number' } : UNREACHED
  if (NEITHER.test(whole) && !says('closed') && !says('appointment')) {
    return { outcome: 'considering', isSaid: true, sureness: 1 }
  }
  for (const outcome of OUTCOMES) {
    const cue = found.find((f) => f.says === outcome && !yields(f, found))
    if (outcome !== 'info' && cue !== undefined)
      return { outcome, isSaid: true, sureness: 1, clause: cue.clause }
  }
  // Nothing was said but a reason against it: that is a no, unless somebody else has yet to be asked.
  const reason = entry.clauses
    .flatMap((clause) => cues.objections(clause.masked).map(({ says }) => ({ says, clause })))
    .find(({ says, clause }) => says !== 'competitor' || !comesToUs(clause.masked))?.says
  if (reason !== undefined) {
    return { outcome: reason === 'authority' ? 'considering' : 'declined', isSaid: true, sureness: 1 }
  }
  return { outcome: 'info', isSaid: found.length > 0, sureness: 1 }
}

/** 没接,明天去她店里: where nobody was reached, the day the manager sets alone is no appointment. */
function withoutOwnPlans(found: readonly Found[]): readonly Found[] {
  const isUnreached = found.some(({ says }) => !isReached(says))
  // 说再考虑考虑,下周三回电: the call is what the manager means to do about it.
  const isUndecided = found.some(({ says, clause }) => says === 'considering' && !isOwnPlan(clause.masked))
  if (!isUnreached && isUndecided)
    return found.filter(({ says, clause }) => says !== 'callback' || !isOwnPlan(clause.masked))
  if (!isUnreached) return found
  return found.filter(
    ({ says, clause }) => (says !== 'appointment' && says !== 'callback') || !isOwnPlan(clause.masked),
  )
}

/** The outcomes that the clauses say, each as it is meant in its clause and beside the others. */
function foundIn({ clauses }: Entry, cues: CueFinder): readonly Found[] {
  const entry = { clauses: standing(clauses, cues) }
  const hasDay = entry.clauses.some(({ masked }) => /[DT]/.test(masked))
  const isComing = entry.clauses.map(
    ({ masked }) => /[DT]/.test(masked) && cues.outcomes(masked).some(({ says }) => says === 'appointment'),
  )
  const found = entry.clauses.flatMap((clause, index) => {
    const goesTo = destinationOf(clause.masked)
    const elsewhere =
      goesTo !== undefined || isElsewhere(clause.masked, cues) || isSaidBehind(entry.clauses[index + 1], cues)
    const leaving = elsewhere && LEAVING.test(clause.masked)
    const afterComing = isComing.slice(0, index).some(Boolean)
    const isToCome = tellsOfMoneyToCome(clause.masked)
    const goes: readonly Found[] =
      goesTo !== undefined && leaving && asMeant('considering', clause.modality) !== undefined
        ? [{ says: 'considering', at: 0, end: 0, clause }]
        : []
    const said = cues.outcomes(clause.masked).flatMap((cue): readonly Found[] => {
      if (HEAVY.has(cue.says) && isOfKin(clause.masked, cue.at)) return []
      // What is to come is not here yet, and its day is none to meet on.
      if (isToCome && (HEAVY.has(cue.says) || cue.says === 'appointment')) return []
      // 我答应周三前把对比表给他: the day is that of what was promised.
      if (cue.says === 'appointment' && OWN_PROMISE.test(clause.masked) && cues.promise(clause.masked))
        return []
      const meant = asMeant(cue.says, clause.modality)
      if (meant === undefined) return []
      const says = inContext(meant, cue, clause.masked, { elsewhere, leaving, hasDay, afterComing })
      return [{ ...cue, says, clause }]
    })
    return [...said, ...goes]
  })
  // Money that left is lost, whatever else was said, unless it was taken out to be put into something of ours.
  const isLost = found.some((lost) => lost.says === 'lost' && !found.some((other) => isPutInto(lost, other)))
  return isLost ? found.filter(({ says }) => says !== 'closed') : found
}

const AT_FIRST =
  /本来|原来|原本|起初|一开始|先(?:是)?说|(?<![a-z])(?:at first|initially|originally|to begin with|(?:was|were) going to|nearly|almost)(?![a-z])/
const IN_THE_END =
  /后来|最后|结果|终于|最终|还是|现在|没想到|改(?:了|变)?主意|(?<![a-z])(?:in the end|then|later|finally|eventually|ended up|came (?:a)?round|now|but|changed (?:his|her|their) mind)(?![a-z])/

/** 本来不要的,后来买了: without what was only said at first, where the end is told after it. */
function standing(clauses: readonly Clause[], cues: CueFinder): readonly Clause[] {
  const ends = (clause: Clause) =>
    IN_THE_END.test(clause.masked) && cues.outcomes(clause.masked).some(({ says }) => says !== 'info')
  return clauses.filter(
    (clause, at) => !(AT_FIRST.test(clause.masked) && !ends(clause) && clauses.slice(at + 1).some(ends)),
  )
}

function isPutInto(lost: Found, closed: Found): boolean {
  return closed.says === 'closed' && closed.clause === lost.clause && closed.at >= lost.end
}

interface Beside {
  /** Another institution is named in the clause. */
  readonly elsewhere: boolean
  /** Its money is to go there. */
  readonly leaving: boolean
  /** A day or time ahead is said somewhere. */
  readonly hasDay: boolean
  /** A clause before says when the customer comes. */
  readonly afterComing: boolean
}

function inContext(
  outcome: Outcome,
  cue: Cue<Outcome>,
  masked: string,
  { elsewhere, leaving, hasDay, afterComing }: Beside,
): Outcome {
  if (outcome === 'closed' && elsewhere) return leaving ? 'considering' : 'lost'
  if (leaving && (outcome === 'appointment' || outcome === 'interested')) return 'considering'
  if (outcome === 'closed' && afterComing && !/[了好完妥成]|[a-z]/.test(masked.slice(cue.at, cue.end)))
    return 'interested'
  // Who comes some day is interested; a meeting has a day, or was agreed in so many words.
  if (outcome === 'appointment' && !hasDay && !MEETING.test(masked)) return 'interested'
  return outcome
}

const OWN_PROMISE =
  /我(?:答应|保证|承诺|说好|会|要|得|去)?[^,。;]{0,10}[DT](?:之?前|以前|内)?[^,。;]{0,4}(?:把|给|发|送|寄)|(?<![a-z])i(?:'ll| will| promised| owe)(?![a-z])[^,.;]{0,30}(?:send|email|get|give|bring|prepare)/

const LEAVING =
  /(?:要|打算|想|准备|会|考虑|计划|可能|说)[^,。了]{0,14}(?:转|挪|搬|取|提|存|放|投)(?!(?:走|出|去|到)?了)|(?<![a-z])(?:will|going to|wants? to|planning|plans?|thinking|might|may|would|is|are|to) (?:[a-z]+ ){0,2}(?:mov|shift|transfer|tak|pull|switch|go)[a-z]*|(?:'ll|'s|'re) (?:mov|shift|transfer|tak|pull|switch|go)[a-z]*|(?<![a-z])moving(?![a-z])/
const MEETING =
  /约|见面|碰头|碰面|面谈|说好|讲好|定好|(?<![a-z])(?:appointment|appt|meet|meeting|booked?|pencil[a-z]*|fixed|diary|date|arranged|agreed|lunch|coffee)(?![a-z])/

/** What an outcome comes to in a clause that is no report of it: what is planned may agree a next contact, no more. */
function asMeant(outcome: Outcome, modality: Modality): Outcome | undefined {
  switch (modality) {
    case 'told':
      return outcome
    case 'guessed':
    case 'conditional':
      return outcome === 'closed' ? 'interested' : outcome === 'lost' ? 'considering' : outcome
    case 'planned':
    case 'ordered':
      return outcome === 'appointment' || outcome === 'callback' ? outcome : undefined
    case 'undone':
      return outcome === 'no-answer' || outcome === 'considering' ? outcome : undefined
    case 'wished':
    case 'dreamt':
    case 'asked':
    case 'hearsay':
      return undefined
    default:
      return assertNever(modality)
  }
}

const UNREACHED: OutcomeReading = { outcome: 'no-answer', isSaid: true, sureness: 1 }

/** Neither a yes nor a no is undecided, whatever its halves say. */
const NEITHER =
  /没(?:有)?(?:说|答应|同意|松口|表示)?(?:行|要|好|买|办)?[^,。]{0,5}[, ]*(?:但|却|可)?是?也?没(?:有)?(?:说)?(?:拒绝|反对|不|回绝|推)|(?:didn't|did not|hasn't|neither) (?:say|said|saying|says)? ?(?:yes|no) (?:or|nor|and (?:he |she )?(?:didn't|not)) (?:say )?(?:no|yes)|(?:not|isn't|wasn't|n't) saying no(?![a-z])/

/** Bought, but of somebody else: 在平安买了. Money that came from there is ours. */
function isElsewhere(masked: string, cues: CueFinder): boolean {
  const names = cues.objections(masked).some((cue) => cue.says === 'competitor')
  return names && !comesToUs(masked)
}

/** 买了,别家的; "signed, with HSBC": where it was is said only afterwards, and nothing else. */
function isSaidBehind(next: Clause | undefined, cues: CueFinder): boolean {
  return (
    next !== undefined &&
    next.masked.length <= LONGEST_PLACE &&
    isElsewhere(next.masked, cues) &&
    cues.outcomes(next.masked).length === 0
  )
}

const LONGEST_PLACE = 24

/** A call back beside 没接 or "engaged" is our own next try, unless the customer is heard in that clause. */
function yields(cue: Found, found: readonly Found[]): boolean {
  const others = cue.says === 'callback' ? (['no-answer', 'wrong-number'] as const) : (cue.yieldsTo ?? [])
  if (cue.says === 'callback' && HEARD.test(cue.clause.masked)) return false
  return others.some((other) => found.some((f) => f.says === other))
}

const HEARD =
  /[他她P].{0,2}(?:说|讲|让|叫|要|请|回(?!电))|(?:^|[^他她])(?:说|讲)|让我|叫我|回(?:过来|我)|(?<![a-z])(?:he|she|they|P)(?:'ll|'d| will| would)? (?:said|says?|asked|told|wants?|texted|replied|call|ring)|(?<![a-z])(?:said|says|asked|told) (?:me|to|call|ring|try|he|she|P)/
