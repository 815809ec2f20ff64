import { rowOf } from '../language/intents.js'
import type { Reading } from '../language/reading.js'
import type { ReportedContact } from '../language/slots.js'

/** What is at stake decides how sure a reading must be. The only thresholds of the program for what is done. */
export const STAKES = {
  /** Answered at once, changes nothing. */
  question: { unasked: 0.5, asked: 0.5 },
  /** Can be taken back at one press. */
  light: { unasked: 0.5, asked: 0.35 },
  /** With whom and how it ended was said: what was understood is a better question than what is meant. */
  report: { asked: 0.15 },
  /** A remark that belongs to no field of a profile: anything may look like one. */
  remark: { unasked: 0.85, asked: 0.35 },
  /** Money moved, a sale closed or lost. */
  heavy: { unasked: 0.9, asked: 0.35 },
} as const

/** Do it at once, show it and ask first, or ask what is meant. */
export type Decision = 'do' | 'confirm' | 'ask-again'

/** What is presumed is never written unasked; money that moved, closings and losses have to be surer than the rest. */
export function decide(reading: Reading): Decision {
  const { intent, confidence, presumes, slots, asked, explain } = reading
  const { kind, stake = 'light' } = rowOf(intent)
  if (explain?.rule === 'given') return presumes === true && kind === 'write' ? 'confirm' : 'do'
  if (kind !== 'write') {
    const { unasked } = kind === 'flow' ? STAKES.light : STAKES.question
    return confidence >= unasked ? 'do' : 'ask-again'
  }
  const contacts = slots.contacts ?? []
  const isHeavy = stake === 'heavy' || contacts.some(isHeavyContact)
  const sureness = isHeavy
    ? Math.min(confidence, ...contacts.filter(isHeavyContact).map(surenessOf))
    : confidence
  const isRemark = intent === 'customer.update' && slots.fact?.field === 'other' && asked?.toBeNoted !== true
  const bounds = isHeavy ? STAKES.heavy : isRemark ? STAKES.remark : STAKES.light
  if (confidence < (isPlainReport(reading) ? STAKES.report.asked : bounds.asked)) return 'ask-again'
  return sureness >= bounds.unasked && presumes !== true ? 'do' : 'confirm'
}

function isPlainReport({ intent, slots: { contacts = [] } }: Reading): boolean {
  return (
    intent === 'contact.log' &&
    contacts.length > 0 &&
    contacts.every(
      (contact) =>
        contact.customers.length > 0 &&
        contact.outcome !== 'info' &&
        surenessOf(contact) === 1 &&
        (contact.channel !== undefined || contact.when !== undefined || !contact.reached),
    )
  )
}

function isHeavyContact({ outcome }: ReportedContact): boolean {
  return outcome === 'closed' || outcome === 'lost'
}

/** How sure it is that it ended so: said by words, or only likely. */
function surenessOf(contact: ReportedContact): number {
  return contact.sure?.outcome ?? 1
}
