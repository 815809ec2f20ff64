import { coveredOn } from '../../src/domain/manager/covers.js'
import { rowOf } from '../../src/language/intents.js'
import type { Reading } from '../../src/language/reading.js'
import { teamWordsFor } from '../../src/messaging/wording/team/team-words.js'
import type { AdaptiveCard, Reply } from '../../src/ports/reply.js'
import { keepersOf } from '../../src/usecases/branch/seen-books.js'
import type { Deps } from '../deps.js'
import type { Session } from '../session.js'

/** Whose book a question is about. */
export type WhoseBook =
  | { readonly kind: 'own' }
  | { readonly kind: 'colleague'; readonly managerId: string; readonly name: string }
  /** A colleague's, which is shown to the colleague and the branch head alone (Handbook §7). */
  | { readonly kind: 'refused'; readonly name: string }

/** Reads from the names in a question whose book it is about; a customer who is named is looked up wherever they are. */
export async function whoseBook(
  { intent, mentions = [], slots }: Reading,
  { manager, today }: Pick<Session, 'manager' | 'today'>,
  { managers, desks }: Pick<Deps, 'managers' | 'desks'>,
): Promise<WhoseBook> {
  if (rowOf(intent).ofBook !== true || slots.customers !== undefined) return { kind: 'own' }
  const named = new Set(mentions.flatMap(({ colleague }) => colleague ?? []))
  const [only, ...others] = named
  if (only === undefined || others.length > 0 || only === manager.id) return { kind: 'own' }
  const colleague = keepersOf(managers, manager.branchId).find(({ id }) => id === only)
  if (colleague === undefined) return { kind: 'own' }
  const { id: managerId, name } = colleague
  const isSeen = manager.role === 'head' || coveredOn(await desks.read(manager.id), today).includes(managerId)
  return isSeen ? { kind: 'colleague', managerId, name } : { kind: 'refused', name }
}

/** The session of a question about a colleague's book, whose answers say whose they are. */
export function ofColleague(
  session: Session,
  { managerId, name }: Extract<WhoseBook, { kind: 'colleague' }>,
): Session {
  const { locale } = session
  return {
    ...session,
    locale,
    bookId: managerId,
    reply: (reply) => session.reply(withLead(reply, teamWordsFor(locale).bookOf(name))),
  }
}

/** An answer with a line above it. */
function withLead({ named: _own, ...reply }: Reply, lead: string): Reply {
  const { card, text } = reply
  return { ...reply, text: `${lead}\n${text}`, ...(card === undefined ? {} : { card: ledCard(card, lead) }) }
}

function ledCard(card: AdaptiveCard, lead: string): AdaptiveCard {
  const { body } = card
  if (!Array.isArray(body)) return card
  return { ...card, body: [{ type: 'TextBlock', text: lead, wrap: true, isSubtle: true }, ...body] }
}

/** The name of the manager of each customer of a branch, for lists over several books. */
export async function managersByCustomer(
  branchId: string,
  { managers, ownBooks }: Pick<Deps, 'managers' | 'ownBooks'>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { id, name } of keepersOf(managers, branchId))
    for (const customer of (await ownBooks.read(id)).customers) names.set(customer.id, name)
  return names
}
