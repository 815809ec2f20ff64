import type { Intent } from '../src/language/intents.js'
import type { Reading } from '../src/language/reading.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Press, PressAnswer } from '../src/ports/conversation.js'
import type { ChangeWritten } from '../src/usecases/changes/write-change.js'
import type { Session } from './session.js'

/** A message that was understood. */
export interface Request {
  readonly session: Session
  readonly reading: Reading
  /** What was read has to be shown and agreed to before anything is written. */
  readonly unsure: boolean
}

/** A flow to begin, by its name. */
export interface Begin {
  readonly flow: string
  readonly input: object
}

/** What is done for one intent: answered at once, or gone on with in a flow. */
export type Handler = (request: Request) => Promise<Begin | undefined>
export type Handlers = Partial<Record<Intent, Handler>>

/** What a button does; it may begin a flow. */
export type PressHandler = (press: Press, session: Session) => Promise<PressAnswer | Begin>
export type PressHandlers = Readonly<Record<string, PressHandler>>

/** What a flow has done outside; what comes of it goes back to the flow. */
export type Act = (input: never, session: Session, changeId: string) => Promise<unknown>
export type Acts = Readonly<Record<string, Act>>

export const NOTHING: PressAnswer = { kind: 'none' }

/** The button belongs to something that is over. */
export function gone(session: Session): PressAnswer {
  return { kind: 'line', text: wordingFor(session.locale).promptGone }
}

/** The words of a message that named customers, as the manager wrote them. */
export function saidNames(reading: Reading): string {
  return [...new Set(reading.mentions?.map((m) => m.text) ?? [])].join(' ')
}

/** Says that nobody of that name is in the book, or asks for a name where none was said. */
export async function sayNobody({
  session,
  reading,
}: Pick<Request, 'session' | 'reading'>): Promise<undefined> {
  const words = wordingFor(session.locale)
  const said = saidNames(reading)
  await session.reply({ text: said === '' ? words.whoIsMeant : words.noCustomer(said) })
  return undefined
}

/** Says why a change was not written: the customer is in nobody's book that is seen, or it was written before. */
export async function sayNotWritten(
  result: Exclude<ChangeWritten<unknown>, { status: 'written' }>,
  session: Session,
): Promise<void> {
  const words = wordingFor(session.locale)
  const text =
    result.status === 'repeated' ? words.doneBefore : words.noCustomer(result.customerIds.join(', '))
  await session.reply({ text })
}

/** Words that named somebody, and whom they may mean. */
export interface Who {
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
}

/** Whom a message is about, one entry for each name in it; empty where it names nobody of the book. */
export function whoIsMeant({ slots, mentions }: Reading): readonly Who[] {
  const meant = slots.customers ?? []
  const named = (mentions ?? []).flatMap(({ text, customers }): Who[] => {
    const candidates = customers.filter((id) => meant.includes(id))
    return candidates.length === 0 ? [] : [{ said: text, candidates }]
  })
  const once = named.filter(
    (who, at) => named.findIndex((other) => other.candidates.join() === who.candidates.join()) === at,
  )
  if (once.length > 0) return once
  return meant.length === 0 ? [] : [{ said: meant.join(' '), candidates: meant }]
}
