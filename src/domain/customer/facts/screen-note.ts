import type { Customer } from '../customer.js'
import { maskIdentityNumbers } from './identity-numbers.js'
import { type SensitiveKind, type SensitiveWords, sensitiveKindOf } from './sensitive-note.js'

/** What of a note may be kept, and what kept the rest out. */
export interface ScreenedNote {
  /** Absent where the note may not be kept. */
  readonly note?: string
  readonly withheld?: SensitiveKind
  /** Identity or card numbers of which only the last digits are kept. */
  readonly maskedNumbers: number
}

/**
 * A note as it may be stored (Handbook §1, PIPL art. 28): nothing of religion, health or a child under 14 unless the
 * customer's separate consent is on record. Identity and card numbers are never kept whole, whatever was consented to:
 * the bank's own systems hold them.
 */
export function screenNote(
  note: string,
  customer: Pick<Customer, 'sensitiveConsent'>,
  words: SensitiveWords,
): ScreenedNote {
  const { text, masked } = maskIdentityNumbers(note)
  const kind = customer.sensitiveConsent === true ? undefined : sensitiveKindOf(note, words)
  return kind === undefined ? { note: text, maskedNumbers: masked } : { withheld: kind, maskedNumbers: 0 }
}
