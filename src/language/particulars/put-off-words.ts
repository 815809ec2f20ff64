import { isOfWords } from '../text/parted.js'

/** How a message puts a customer off, besides the day it may name. */
export type PutOffWords =
  /** This round is left out. */
  | { readonly kind: 'skip'; readonly reason?: string }
  /** Not today. */
  | { readonly kind: 'today' }
  /** Put off, without saying to when. */
  | { readonly kind: 'later' }

const SKIP =
  /跳过|条过|略过|不用(?:打|联系)|不(?:打|联系)了|这次(?:不|就)|这轮|本次|去掉|拿掉|(?<![a-z])(?:ski?p|pass on|ignore|drop|remove|take .* off|this time|this round)(?![a-z])/
const TODAY = /今天|今儿|(?<![a-z])(?:today|not now)(?![a-z])/
const REASON =
  /(?:因为|由于|理由是?|原因是?|(?<![a-z])(?:because|since|as|reason(?: is)?:?))[,,: ]*(?<reason>.+)$/
const PUT_OFF =
  /跳过|条过|略过|先|放|推|延|挪|缓|搁|压|不(?:打|联系)了|不用(?:打|联系)|提醒|催|(?<![a-z])(?:ski?p|snooze|postpone|put|push|hold|delay|defer|move|shift|leave|later|wait|pass|ignore|drop|remove|not|today|this time)(?![a-z])/

/** @param names the words that named the customers: they are no part of a reason. */
export function putOffWords(folded: string, names: readonly string[]): PutOffWords {
  const isSkip = SKIP.test(folded)
  if (TODAY.test(folded) && !/这次|这轮|this time/.test(folded)) return { kind: 'today' }
  if (!isSkip) return { kind: 'later' }
  const reason = reasonIn(folded, names)
  return { kind: 'skip', ...(reason === undefined ? {} : { reason }) }
}

function reasonIn(folded: string, names: readonly string[]): string | undefined {
  const said = REASON.exec(folded)?.groups?.['reason'] ?? besideWords(folded)
  let reason = said
  for (const name of names) reason = reason.replaceAll(name.toLowerCase(), '')
  reason = reason.replace(/^(?:'s|的|,| |\.|:|。)+|(?:,| |\.|。|!|吧|哈)+$/g, '').trim()
  return reason.length < 2 ? undefined : reason
}

/** The clauses that do not themselves put off. */
function besideWords(folded: string): string {
  return folded
    .split(/[,。;!…]+|\.{2,}|(?<=[一-龥]) +(?=[一-龥])|: /)
    .filter((clause) => !PUT_OFF.test(clause))
    .join(' ')
}

const LAUGH = /^(?:[哈嘿呵嘻哦嗯啊呃额唉]|hh+|a?hah?|he|lo+l|lmf?ao|rofl|hm+|um+|uh+|ok|xd|\s|\p{P})$/u
/** Characters of one laugh; nobody holds an o longer. */
const LONGEST_LAUGH = 40

function isLaughter(folded: string): boolean {
  return isOfWords(folded, LAUGH, LONGEST_LAUGH)
}

/** Whether words can stand as the reason for leaving a round out: two characters or two words, and no laughter. */
export function isReason(text: string): boolean {
  const folded = text.trim().toLowerCase()
  if (isLaughter(folded)) return false
  const characters = folded.match(/\p{Script=Han}/gu) ?? []
  if (characters.length > 0) return new Set(characters).size >= 2
  const words = folded.match(/\p{L}+/gu) ?? []
  return words.filter((word) => /[aeiouy]/.test(word) && !isLaughter(word)).length >= 2
}
