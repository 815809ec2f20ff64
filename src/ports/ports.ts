import type { Book } from '../domain/book.js'
import type { BranchCampaigns } from '../domain/campaign/campaign.js'
import type { Day } from '../domain/day.js'
import type { Product } from '../domain/ledger/product.js'
import type { TransactionFeed } from '../domain/ledger/transaction-feed.js'
import type { Desk } from '../domain/manager/desk.js'
import type { DeskState } from '../domain/manager/desk-state.js'
import type { Manager } from '../domain/manager/manager.js'
import type { HandedIn } from '../domain/occasions/handed-in.js'
import type { Sources } from '../domain/occasions/sources.js'
import type { UnclearPhrase } from '../domain/unclear-phrase.js'

/** The managers of the bank, as of the last `Store.refresh`. */
export interface Managers {
  all(): readonly Manager[]
  find(id: string): Manager | undefined
  /** Who writes under this directory object id; undefined for a stranger. */
  byAadObjectId(id: string): Manager | undefined
}

/**
 * Pieces of work that are written whole or not at all. Inside one, every port below reads what the work has written and
 * keeps it back; what it has changed nobody else changes before its end. A write outside is a piece of work of its own.
 */
export interface Units {
  /**
   * All that `work` writes is durable, and seen by others, when the promise resolves. Where it rejects, nothing of it is
   * there. Inside another piece of work it is a part of that.
   */
  together<R>(work: () => Promise<R>): Promise<R>
  /**
   * The same, but never a part of another: durable when its promise resolves, whatever becomes of the work around it. For
   * what has to be on record before something leaves the house. It waits for ever for what the work around it has changed.
   */
  apart<R>(work: () => Promise<R>): Promise<R>
}

/** What is done once, also after a restart: the keys of a turn are written with all that the turn writes. */
export interface Turns {
  /**
   * Runs `work` as one piece, unless a turn of one of these keys was done in the last week. Turns of one manager wait for
   * each other.
   */
  once<R>(turn: TurnKeys, work: () => Promise<TurnDone<R>>): Promise<TurnOnce<R>>
}

export interface TurnKeys {
  readonly managerId: string
  /** Each alone says that it is the same turn. */
  readonly keys: readonly string[]
  /** The same, but only for an hour or two: what may be said again later. */
  readonly passingKeys?: readonly string[]
  /** ISO 8601 instant. */
  readonly at: string
}

export interface TurnDone<R> {
  readonly result: R
  /** What a repeat may be told, in a few words. */
  readonly answer?: string
}

export type TurnOnce<R> =
  | { readonly isRepeat: false; readonly result: R }
  /** `answer`: as far as it is still kept, which is for a day. */
  | { readonly isRepeat: true; readonly answer?: string }

/** The books, one a manager. A write is durable when its promise resolves, unless it is part of a unit of work. */
export interface Books {
  /** Ids of the managers who have a book, ascending. */
  managerIds(): Promise<readonly string[]>
  /**
   * The book as last acknowledged; an empty one where there is none. Never mutated afterwards. As a rule the same object as
   * long as nobody wrote it; another one of the same content where it had to be let go of.
   */
  read(managerId: string): Promise<Book>
  /**
   * Runs `decide` on the current book under the manager's lock. Where it returns another book, that is made
   * durable first and only then becomes what `read` gives. Where it returns the same book, or throws, nothing is written.
   * `decide` may be run a second time on a newer book before anything is written.
   */
  change<R>(
    managerId: string,
    decide: (book: Book) => { readonly book: Book; readonly result: R },
  ): Promise<R>
  /** The same for several books at once, in the order of the ids. No customer comes or goes. */
  changeAll<R>(
    managerIds: readonly string[],
    decide: (books: readonly Book[]) => { readonly books: readonly Book[]; readonly result: R },
  ): Promise<R>
}

/** The bank's catalogue, as of the last `Store.refresh`. */
export interface Products {
  all(): readonly Product[]
}

/** The gifts, events, news and prices that were imported, as of the last `Store.refresh`. */
export interface HandedInTables {
  /** The same object until an import changes it. */
  all(): HandedIn
}

/** How far the bank's transactions are known, as of the last `Store.refresh`. */
export interface TransactionFeeds {
  /** The same object until an import changes it. */
  current(): TransactionFeed
}

/** What the occasions read besides the customers. */
export interface OccasionSources {
  /** As it is for one manager: what concerns their branch, without what they were told before. */
  for(managerId: string): Promise<Sources>
}

/** The desks, one a manager: the ledger of sends, the conversation reference, the manager's own settings. */
export interface Desks {
  /** Ids of the managers who have a desk, ascending. */
  managerIds(): Promise<readonly string[]>
  /** The desk as last acknowledged; an empty one where there is none. Never mutated afterwards. */
  read(managerId: string): Promise<Desk>
  /**
   * What the minute is planned by, of everybody who has a desk, by manager, as last acknowledged: read at once, and again only
   * what has changed.
   *
   * @param since sends before this day may be left out, unless they are under way
   * @param failed hears of desks that cannot be read; the others do not wait for them
   */
  states(
    since: Day,
    failed: (managerId: string, error: unknown) => void,
  ): Promise<ReadonlyMap<string, DeskState>>
  /** Under the same promise as `Books.change`. */
  change<R>(
    managerId: string,
    decide: (desk: Desk) => { readonly desk: Desk; readonly result: R },
  ): Promise<R>
}

/** The campaigns, together for each branch. */
export interface Campaigns {
  /** Ids of the branches that have any, ascending. */
  branchIds(): Promise<readonly string[]>
  /** As last acknowledged; none where nothing was written. Never mutated afterwards. */
  read(branchId: string): Promise<BranchCampaigns>
  /** Under the same promise as `Books.change`. */
  change<R>(
    branchId: string,
    decide: (campaigns: BranchCampaigns) => { readonly campaigns: BranchCampaigns; readonly result: R },
  ): Promise<R>
}

/** Where a conversation stands, JSON by the conversation's key. What `read` gives is the reader's own copy. */
export interface Conversations {
  /** Undefined where nothing is kept. */
  read(key: string): Promise<unknown>
  /** Durable when the promise resolves; what is taken is the value at the time of the call. */
  write(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  /** Keys of those that are kept, ascending: of everybody, for upkeep. */
  keys(): Promise<readonly string[]>
}

/** What was said and not understood, for whoever teaches the assistant. Holds no name, phone or sum. */
export interface Unclear {
  /** Oldest first. */
  all(): Promise<readonly UnclearPhrase[]>
  note(said: Pick<UnclearPhrase, 'text' | 'language' | 'nearest'>, today: Day): Promise<void>
}

/** The record of who saw, changed, exported or sent what (Handbook §7): appended to, never changed. */
export interface Journal {
  /** Durable when the promise resolves. */
  append(entry: JournalEntry): Promise<void>
}

/** Ids only: never a name, a phone number or a sum. */
export interface JournalEntry {
  /** ISO 8601 instant. */
  readonly at: string
  readonly managerId: string
  /** What was done: `book.view`, `contact.log`, `export.ledger`. */
  readonly act: string
  readonly customerIds?: readonly string[]
  readonly detail?: string
}

/** The time, asked for at the edge only. */
export interface Clock {
  now(): Date
}

/** Waiting, asked for at the edge only. */
export interface Timer {
  wait(ms: number): Promise<void>
  /** Milliseconds since some beginning; never goes back, whatever is done to the clock. What lasts is measured with it. */
  elapsedMs(): number
}

/** The moments at which messages may leave, shared by all processes that send. */
export interface SendSlots {
  /** Takes the next so many milliseconds for messages of the caller. Gives in how many they begin. */
  reserve(forMs: number): Promise<number>
  /** Nothing more is given for so long. */
  brake(forMs: number): Promise<void>
}

/** One message pushed to a manager without being asked. */
export interface PushMessage {
  /** The notification line. Names no customer (Handbook §7). */
  readonly summary: string
  /** Adaptive card, schema 1.5, as JSON. */
  readonly card?: object
  /** Shown where there is no card. */
  readonly text?: string
  /** Keys of what it tells once, kept with the row of the ledger; not sent. */
  readonly tells?: readonly string[]
  /** Ids of the customers it shows, for the journal; not sent. */
  readonly customerIds?: readonly string[]
}

/** Plain values that may stand in a log: ids, counts, codes. Never a name, a phone, a sum or a sentence of a user. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** What the process tells its operators. `event` is a fixed dotted name: `delivery.unknown`. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** Of `error` only its kind, code and place are written, for a message may quote data. */
  error(event: string, error: unknown, fields?: LogFields): void
}

/**
 * A change across the whole bank (an import, a handing over): any number of books, the roster, the catalogue and
 * the record of imports become visible together or not at all, also when the process dies in the middle.
 */
export interface Bank {
  /**
   * One at a time. A book or desk that it has asked for is written to by nobody else until its end, so inside only the
   * draft is written to; it cannot be part of a unit of work. Where `work` throws, or puts one customer into two books,
   * nothing has changed.
   */
  transact<R>(work: (draft: BankDraft) => Promise<R>): Promise<R>
}

export interface BankDraft {
  /** The manager in whose book the customer is, as of this draft. */
  ownerOf(customerId: string): string | undefined
  book(managerId: string): Promise<Book>
  putBook(book: Book): Promise<void>
  managers(): readonly Manager[]
  putManagers(managers: readonly Manager[]): Promise<void>
  products(): readonly Product[]
  putProducts(products: readonly Product[]): Promise<void>
  handedIn(): HandedIn
  putHandedIn(handedIn: HandedIn): Promise<void>
  feed(): TransactionFeed
  putFeed(feed: TransactionFeed): Promise<void>
  /** Under the promise of `Desks.change`. */
  changeDesk<R>(
    managerId: string,
    decide: (desk: Desk) => { readonly desk: Desk; readonly result: R },
  ): Promise<R>
  /** Journals the change with the change itself. */
  record(entry: JournalEntry): void
  /** What the importer keeps for itself, JSON by name (the record of imports, transaction rows already folded). */
  note(name: string): Promise<unknown>
  putNote(name: string, value: unknown): Promise<void>
}

/** What is counted for those who run the process. */
export interface Meter {
  turn(act: string, ms: number, outcome: 'ok' | 'repeat' | 'failed'): void
  /** A row of the ledger of sends came into this state. */
  delivery(kind: string, state: string): void
}

export interface NamedFile {
  /** Without a folder; every drive takes it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** How a file reaches a manager in one chat. */
export type FileWay =
  /**
   * The messenger asks whether the file may be put into the manager's own drive; the answer is a press of
   * `file.accept` or `file.decline` with the data of the offer, and of `uploadInfo` where it was accepted.
   */
  | {
      readonly kind: 'drive'
      offer(offer: FileOffer): Promise<void>
      put(uploadInfo: unknown, bytes: Uint8Array): Promise<PutOutcome>
    }
  /** An address that gives the file, once; `give` runs when it is opened. */
  | {
      readonly kind: 'link'
      /** How long it may be opened. */
      readonly minutes: number
      link(give: () => Promise<NamedFile>): string
    }
  /** No file comes into this chat: whoever runs the process writes it out. */
  | { readonly kind: 'none' }

export interface FileOffer {
  readonly name: string
  readonly sizeInBytes: number
  readonly description: string
  readonly data: Readonly<Record<string, string | number>>
}

/** `host`: the place named is not one that files of ours may go to. */
export type PutOutcome =
  | { readonly kind: 'put' }
  | { readonly kind: 'not-put'; readonly why: 'host' | 'refused' | 'no-answer' }
