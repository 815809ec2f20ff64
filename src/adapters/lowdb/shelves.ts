import { join } from 'node:path'
import { z } from 'zod'
import type { Book } from '../../domain/book.js'
import { type BranchCampaigns, noCampaigns } from '../../domain/campaign/campaign.js'
import type { Product } from '../../domain/ledger/product.js'
import type { TransactionFeed } from '../../domain/ledger/transaction-feed.js'
import { type Desk, emptyDesk } from '../../domain/manager/desk.js'
import type { Manager } from '../../domain/manager/manager.js'
import { type HandedIn, NOTHING_HANDED_IN } from '../../domain/occasions/handed-in.js'
import type { UnclearPhrase } from '../../domain/unclear-phrase.js'
import { feedSchema, handedInSchema, managersSchema, productsSchema } from '../stored/bank-schemas.js'
import { branchCampaignsSchema } from '../stored/campaign-schema.js'
import { deskSchema } from '../stored/desk-schema.js'
import { Owners, type OwnersDocument } from '../stored/owners.js'
import { unclearSchema } from '../stored/unclear-schema.js'
import { bookKind } from './book-kind.js'
import { Collection } from './collection.js'
import { LOG_FOLDER } from './commit-log.js'
import { smallKind } from './document.js'
import type { Home } from './home.js'
import { OWNERS, ownersKind } from './lock/owners.js'
import { type KeptTurns, turnsKind } from './turn-keys.js'

/** What is kept for someone else, who alone knows its shape; absent where nothing is. */
export interface Slip {
  readonly value?: unknown
}

const slipSchema: z.ZodType<Slip> = z.strictObject({ value: z.unknown().exactOptional() })

const MEGABYTE = 1024 * 1024
/** A branch of 20 managers with 1,000 customers each, whose head and whose scores need all of it again and again. */
const BOOKS_IN_MEMORY = 128 * MEGABYTE

/** Where the kinds of documents of a home stand. */
export interface Shelves {
  readonly books: Collection<Book>
  readonly desks: Collection<Desk>
  /** One a branch. */
  readonly campaigns: Collection<BranchCampaigns>
  readonly conversations: Collection<Slip>
  readonly notes: Collection<Slip>
  readonly managers: Collection<readonly Manager[]>
  readonly products: Collection<readonly Product[]>
  readonly handedIn: Collection<HandedIn>
  readonly feed: Collection<TransactionFeed>
  readonly owners: Collection<OwnersDocument>
  readonly unclear: Collection<readonly UnclearPhrase[]>
  readonly turns: Collection<KeptTurns>
}

/** The one document of a shelf that has only one. */
export const MANAGERS = 'managers'
export const PRODUCTS = 'products'
export const HANDED_IN = 'handed-in'
export const FEED = 'feed'
export const UNCLEAR = 'unclear'

/** Those whose files are documents. */
export const DOCUMENT_FOLDERS = [
  'books',
  'desks',
  'campaigns',
  'conversations',
  'notes',
  'bank',
  'turns',
] as const

export const FOLDERS = [...DOCUMENT_FOLDERS, 'journal', LOG_FOLDER] as const

export function shelvesOf(home: Home): Shelves {
  const owners = new Collection(home, 'bank', ownersKind, 64 * MEGABYTE)
  return {
    books: new Collection(home, 'books', bookKind, BOOKS_IN_MEMORY, async (managerId, book) =>
      withoutOthers(book, managerId, await owners.read(OWNERS).catch(() => ({}))),
    ),
    desks: new Collection(home, 'desks', smallKind('desk', deskSchema, emptyDesk), 8 * MEGABYTE),
    campaigns: new Collection(
      home,
      'campaigns',
      smallKind('campaigns', branchCampaignsSchema, noCampaigns),
      16 * MEGABYTE,
    ),
    conversations: new Collection(home, 'conversations', slips('conversation'), 8 * MEGABYTE),
    notes: new Collection(home, 'notes', slips('note'), 8 * MEGABYTE),
    managers: new Collection(
      home,
      'bank',
      smallKind<readonly Manager[]>('managers', managersSchema, () => []),
      MEGABYTE,
    ),
    products: new Collection(
      home,
      'bank',
      smallKind<readonly Product[]>('products', productsSchema, () => []),
      MEGABYTE,
    ),
    handedIn: new Collection(
      home,
      'bank',
      smallKind<HandedIn>('handed-in', handedInSchema, () => NOTHING_HANDED_IN),
      8 * MEGABYTE,
    ),
    feed: new Collection(
      home,
      'bank',
      smallKind<TransactionFeed>('feed', feedSchema, () => []),
      MEGABYTE,
    ),
    owners,
    unclear: new Collection(
      home,
      'bank',
      smallKind<readonly UnclearPhrase[]>('unclear', unclearSchema, () => []),
      MEGABYTE,
    ),
    turns: new Collection(home, 'turns', turnsKind, 8 * MEGABYTE),
  }
}

export async function makeFolders(home: Home): Promise<void> {
  for (const folder of FOLDERS) await home.disk.makeFolder(join(home.path, folder))
}

function slips(name: string) {
  return smallKind<Slip>(name, slipSchema, () => ({}), { isAbsent: (slip) => !('value' in slip) })
}

/** An older generation of a book may still hold customers who have been handed to another manager since. */
function withoutOthers(book: Book, managerId: string, owners: OwnersDocument): Book {
  const index = new Owners(owners)
  const customers = book.customers.filter(
    (customer) => (index.ownerOf(customer.id) ?? managerId) === managerId,
  )
  return customers.length === book.customers.length ? book : { ...book, customers }
}
