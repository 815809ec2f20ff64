import { z } from 'zod'
import type { Book } from '../../../domain/book.js'
import { Owners, type OwnersDocument } from '../../stored/owners.js'
import type { Collection } from '../collection.js'
import { smallKind } from '../document.js'
import { UnreadableFile } from '../files/durable-file.js'
import type { StoreLog } from '../home.js'

export const ownersKind = smallKind<OwnersDocument>(
  'owners',
  z.record(z.string(), z.array(z.string())),
  () => ({}),
  { fallsBack: false }, // an older index would be wrong; the books say it anew
)

/** The one document of its kind. */
export const OWNERS = 'owners'

/** The index as kept; for books it does not know, or where it is damaged, made anew from the books. */
export async function loadOwners(
  shelf: Collection<OwnersDocument>,
  books: Collection<Book>,
  log: StoreLog,
): Promise<Owners> {
  const document = await shelf.read(OWNERS).catch((error: unknown): OwnersDocument => {
    if (!(error instanceof UnreadableFile)) throw error
    log.warn('store.owners-made-anew', { file: error.path, problem: error.problem })
    return {}
  })
  const owners = new Owners(document)
  for (const managerId of await books.keys()) {
    if (!Object.hasOwn(document, managerId)) owners.put(await books.read(managerId))
  }
  return owners
}
