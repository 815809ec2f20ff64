import type { DialogContext } from 'botbuilder-dialogs'
import type { Intent, Mention, Reading, ReportedContact } from '../src/language/reading.js'
import { alsoIn, type Correction, correctionIn, withOtherName } from '../src/language/thread/correction.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { ChangeCustomers, whoIsMeant } from './change-customers.js'
import type { Handled, Request } from './handlers/handler.js'
import type { Hearing } from './hearing.js'
import { LogContact } from './log-contact.js'
import type { Session } from './session.js'
import type { Threads, Written } from './thread.js'

/** What corrects or repeats the last write: undefined where a message does neither. */
export type Correcting = (request: Request) => Promise<Handled | undefined>

/**
 * 不是陈总,是陈姐 after something was written takes it back and writes it for the other; 还有李总 writes the same for one
 * more, after showing it.
 */
export function createCorrecting(hearing: Hearing, threads: Threads): Correcting {
  return async ({ dialogs, session, reading }) => {
    const correction = correctionIn(reading)
    const also = correction === undefined ? alsoIn(reading) : undefined
    const to = correction?.to ?? also
    if (to === undefined) return undefined
    const words = wordingFor(session.locale)
    const written = threads.recall('written', session)
    const old = written && wrongIn(written, correction)
    if (written === undefined || old === undefined) {
      if (correction === undefined) return undefined
      await session.reply({ text: words.contact.nothingToCorrect })
      return 'answered'
    }
    if (to.customers.length === 0) {
      await session.reply({ text: words.noCustomer(to.text) })
      return 'answered'
    }
    await (written.kind === 'log'
      ? logAgain(dialogs, session, written, old, to)
      : changeAgain(dialogs, session, written, old, to))
    return 'begun'

    /** How the words that were written about read with the other name. */
    async function renamed(as: Intent, said: Pick<Reading, 'text' | 'mentions'>): Promise<Reading> {
      return hearing.read(withOtherName(said, old ?? '', to?.text ?? ''), session, as)
    }

    async function logAgain(
      dialog: DialogContext,
      by: Session,
      { changeId, entries, text }: Extract<Written, { kind: 'log' }>,
      wrong: string,
      right: Mention,
    ): Promise<void> {
      const before = await hearing.read(text, by, 'contact.log')
      const other: ReportedContact[] = entries
        .filter(({ customerId }) => also === undefined || customerId === wrong)
        .map(({ customerId, told }) =>
          customerId === wrong
            ? { ...told, customers: right.customers, mention: right.text }
            : { ...told, customers: [customerId] },
        )
      await dialog.beginDialog(LogContact.id, {
        contacts: other,
        unsure: also !== undefined,
        text: text === '' ? '' : withOtherName(before, wrong, right.text),
        ...(also === undefined ? { replaces: changeId } : {}),
      })
    }

    async function changeAgain(
      dialog: DialogContext,
      _by: Session,
      { changeId, change, reading: before }: Extract<Written, { kind: 'change' }>,
      wrong: string,
      right: Mention,
    ): Promise<void> {
      const whole = await renamed(before.intent, before)
      const others = whoIsMeant(before).filter(({ candidates }) => !candidates.includes(wrong))
      const who = [{ said: right.text, candidates: right.customers }, ...(also === undefined ? others : [])]
      await dialog.beginDialog(ChangeCustomers.id, {
        change,
        who,
        reading: {
          ...whole,
          slots: { ...before.slots, customers: whole.slots.customers ?? right.customers },
        },
        unsure: also !== undefined,
        ...(also === undefined ? { replaces: changeId } : {}),
      })
    }
  }
}

/** Which customer of a write is the wrong one; for one more, whose entry is repeated. */
function wrongIn(written: Written, correction: Correction | undefined): string | undefined {
  const ids = written.kind === 'log' ? written.entries.map((e) => e.customerId) : written.customerIds
  const from = correction?.from
  if (from !== undefined) return ids.find((id) => from.customers.includes(id))
  return correction === undefined ? ids.at(-1) : ids.length === 1 ? ids[0] : undefined
}
