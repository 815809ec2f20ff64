/** What a message wants of a meeting that is booked already. */
export type RebookingWords =
  | {
      readonly kind: 'cancel'
      /** Only told by the customer's not coming. */
      readonly notComing?: true
      /** Where the words that may say which meeting stand. */
      readonly which: Slice
    }
  | {
      readonly kind: 'move'
      /** Whether a meeting was named as such; otherwise a contact that is due may be meant. */
      readonly named: boolean
      readonly which: Slice
      readonly to: Slice
    }

export interface Slice {
  readonly start: number
  readonly end: number
}

const MEETING =
  /约(?!定俗成)|见面|会面|面谈|面访|会议|(?<![a-z])(?:meetings?|appointments?|appts?|mtg|booking)(?![a-z])/
const CANCEL =
  /取消|作废|不(?:约|见)了|(?:删|撤|退|去|划)(?:掉|除|了)|(?<![a-z])(?:cancel|call off|scrap|drop|delete|remove|scratch)(?![a-z])|(?<![a-z])(?:is|'s) (?:off|cancell?ed|not happening)(?![a-z])/
const MOVE =
  /改约到?|改期到?|改到|改成|改在|改为|挪到|移到|调到|换到|推迟到?|推到|延期?到|提前到|往后推到?|(?<![a-z])(?:re-?schedule|re-?book|move|shift|push|bring|change|postpone)(?![a-z])/
/** The customer is not coming, whatever was agreed; it calls off what is booked with him, and is a report where nothing is. */
const NOT_COMING =
  /[不没](?:能|会|过)?来(?:了|不了)|来不了|去不了|不过来了|见不了|约?(?:黄|吹|泡汤)了|放(?:我)?鸽子|(?<![a-z])(?:can'?t|cannot|couldn'?t|won'?t|not|no longer|unable to) (?:be )?(?:make it|mak(?:e|ing) it|com(?:e|ing)(?! back)|attend|turn up)(?![a-z])|(?<![a-z])(?:pulled|backed|dropped) out of (?:the |our )?(?:meeting|appointment|appt|mtg)/
/** In English the new time stands behind the last of these. */
const TO = /(?<![a-z])(?:to|for|until|till)(?![a-z])/g
/** A report, a question, or a change that was just made and is to be taken back. */
const OTHER =
  /[??吗]\s*$|了没|没有取消|刚(?:才|刚|给|约)|约错|记错|上一|上条|(?<![a-z])(?:just|last|wrong|mistake|duplicate|any|which|cancelled (?:meetings|appointments)|rescheduled (?:meetings|appointments))(?![a-z])/
/** Words of a regular contact, which is put off and not moved. */
const CONTACT = /联系|回访|名单|提醒|(?<![a-z])(?:contact|check-?in|follow-?up|reminder|list|calls?)(?![a-z])/

/** @param folded half-width, lower case; slices are places in it */
export function rebookingWords(folded: string): RebookingWords | undefined {
  if (OTHER.test(folded)) return undefined
  const named = MEETING.test(folded)
  const whole = { start: 0, end: folded.length }
  const move = MOVE.exec(folded)
  if (named && move === null && CANCEL.test(folded)) return { kind: 'cancel', which: whole }
  if (move === null && NOT_COMING.test(folded)) return { kind: 'cancel', notComing: true, which: whole }
  if (move === null || (!named && CONTACT.test(folded))) return undefined
  const isHan = /\p{Script=Han}/u.test(move[0])
  const from = isHan ? move.index : (lastTo(folded) ?? move.index)
  const end = isHan ? move.index + move[0].length : from
  return {
    kind: 'move',
    named: named || /约|期/.test(move[0]),
    which: { start: 0, end: from },
    to: { start: end, end: folded.length },
  }
}

function lastTo(folded: string): number | undefined {
  const last = [...folded.matchAll(TO)].at(-1)
  return last === undefined ? undefined : last.index + last[0].length
}
