import { day } from '../../domain/day.js'
import { LOCALES } from '../../domain/manager/manager.js'
import type { Understanding } from '../../language/understand.js'
import { wordingFor } from '../../messaging/wording/wording.js'
import { LOSS_REASONS, type LossReason } from './records.js'

/** Any day will do: no day is read from a reason. */
const SOME_DAY = day('2026-01-01')

/**
 * The kind of reason that the kept words of a lost sale are: those of a button, else what is read of them as of any
 * report; `other` where they name none.
 */
export function lossReasonReader(understanding: Understanding): (words: string) => LossReason {
  return (words) => {
    const named = LOSS_REASONS.find(
      (reason) =>
        reason === words ||
        (reason !== 'other' && LOCALES.some((one) => wordingFor(one).objections[reason] === words)),
    )
    if (named !== undefined) return named
    const { slots } = understanding.read(words, understanding.people([]), SOME_DAY, '12:00', 'contact.log')
    return slots.contacts?.find(({ objection }) => objection !== undefined)?.objection ?? 'other'
  }
}
