import { OUTCOMES, type Outcome } from '../../domain/customer/contact.js'
import type { Clause } from './clauses.js'
import type { Cue, CueFinder } from './cues.js'
import type { Entry } from './entries.js'

/** How a contact ended. */
export interface OutcomeReading {
  readonly outcome: Outcome
  /** Whether words of the message say so; `info` without any is only the default. */
  readonly isSaid: boolean
  /** The clause that says it. */
  readonly clause?: Clause
}

/** The first of the outcomes, in the order of the contract, that a clause about the contact says. */
export function outcomeOf(entry: Entry, cues: CueFinder): OutcomeReading {
  const found = entry.clauses.flatMap((clause) => {
    const elsewhere = isElsewhere(clause.masked, cues)
    return cues
      .outcomes(clause.masked)
      .filter((cue) => !(elsewhere && cue.says === 'closed'))
      .map((cue) => ({ ...cue, clause }))
  })
  const says = (outcome: Outcome) => found.some((cue) => cue.says === outcome)
  const whole = entry.clauses.map((clause) => clause.masked).join(' ')
  if (NEITHER.test(whole) && !says('closed') && !says('appointment')) {
    return { outcome: 'considering', isSaid: true }
  }
  for (const outcome of OUTCOMES) {
    const cue = found.find((f) => f.says === outcome && !yields(f, found))
    if (outcome !== 'info' && cue !== undefined) return { outcome, isSaid: true, clause: cue.clause }
  }
  // Nothing was said but a reason against it: that is a no, unless somebody else has yet to be asked.
  const reason = entry.clauses.flatMap((clause) => cues.objections(clause.masked))[0]?.says
  if (reason !== undefined) {
    return { outcome: reason === 'authority' ? 'considering' : 'declined', isSaid: true }
  }
  return { outcome: 'info', isSaid: found.length > 0 }
}

/** Neither a yes nor a no is undecided, whatever its halves say. */
const NEITHER =
  /没(?:有)?(?:说|答应|同意|松口|表示)?(?:行|要|好|买|办)?[^,。]{0,5}[, ]*(?:但|却|可)?是?也?没(?:有)?(?:说)?(?:拒绝|反对|不|回绝|推)|(?:didn't|did not|hasn't|neither) (?:say|said|saying|says)? ?(?:yes|no) (?:or|nor|and (?:he |she )?(?:didn't|not)) (?:say )?(?:no|yes)/

/** Bought, but of somebody else: 在平安买了. Money that came from there is ours. */
function isElsewhere(masked: string, cues: CueFinder): boolean {
  const names = cues.objections(masked).some((cue) => cue.says === 'competitor')
  return names && !/转(?:过)?来|转进|搬(?:过)?来|from|over to us/.test(masked)
}

function yields(cue: Cue<Outcome>, found: readonly Cue<Outcome>[]): boolean {
  return cue.yieldsTo?.some((other) => found.some((f) => f.says === other)) ?? false
}
