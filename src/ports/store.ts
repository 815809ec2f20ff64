import type { AuditableJournal } from './audit.js'
import type {
  Bank,
  Books,
  Campaigns,
  Clock,
  Conversations,
  Desks,
  HandedInTables,
  Journal,
  Managers,
  Products,
  SendSlots,
  TransactionFeeds,
  Turns,
  Unclear,
  Units,
} from './ports.js'
import type { Remainder } from './remainder.js'

/** Everything that is kept, wherever it is: in the files of a home or in a database that several processes share. */
export interface Store {
  readonly units: Units
  readonly turns: Turns
  readonly books: Books
  readonly managers: Managers
  readonly products: Products
  readonly handedIn: HandedInTables
  readonly feed: TransactionFeeds
  readonly desks: Desks
  readonly campaigns: Campaigns
  readonly conversations: Conversations
  readonly unclear: Unclear
  readonly bank: Bank
  /**
   * The same in the midst of a unit of work, and never a part of it: durable when its promise resolves, whatever becomes of
   * the work around it. Refused where that work has changed a book, which this would wait for.
   */
  readonly bankApart: Bank
  readonly journal: Journal & AuditableJournal
  readonly remainder: Remainder
  /** By which all processes that share the store agree; absent: one process alone has it. */
  readonly sharedClock?: Clock
  /** By which they keep one pace of sending together. */
  readonly sendSlots?: SendSlots
  /** Whether what is kept can be reached, asked anew and told within seconds, however busy everything else is. */
  isReachable(): Promise<boolean>
  /**
   * Brings what is read without waiting (roster, catalogue, tables handed in, feed) up to what was acknowledged before the
   * call, and tells of books that another process has changed. Whoever takes in a message or begins a minute asks for it
   * first. Costs one read at most.
   *
   * @throws where what is kept cannot be reached
   */
  refresh(): Promise<void>
  /**
   * Tells whose book has become another one, once that is acknowledged; where another process changed it, with a `refresh`
   * within the minute.
   */
  onBookChange(tell: (managerId: string, by: 'this-process' | 'another') => void): void
  /**
   * Upkeep, once a minute: puts what was written where it belongs. Until then it is kept as safely elsewhere, which the
   * next start would read. Done by `close` as well.
   */
  checkpoint(): Promise<void>
  /** Refuses new writes and waits for those that were begun. */
  close(): Promise<void>
}
