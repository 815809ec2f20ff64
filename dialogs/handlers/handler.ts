import type { DialogContext } from 'botbuilder-dialogs'
import type { ClaimCheck } from '../../src/domain/claims/claim-check.js'
import type { SensitiveWords } from '../../src/domain/customer/sensitive-note.js'
import type { Playbooks } from '../../src/domain/playbook/playbook.js'
import type { Policy } from '../../src/domain/policy.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Particulars } from '../../src/language/particulars/particulars.js'
import type { Intent, Reading } from '../../src/language/reading.js'
import type { RequestReader } from '../../src/language/requests.js'
import type { SaleReader } from '../../src/language/sale-words.js'
import type { TopicReader } from '../../src/language/topics.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { BranchScores } from '../../src/usecases/branch-scores.js'
import type {
  Books,
  Desks,
  Journal,
  Managers,
  OccasionSources,
  Products,
  Unclear,
} from '../../src/usecases/ports.js'
import type { ShowBranch } from '../../src/usecases/show-branch.js'
import type { Session } from '../session.js'

export interface HandlerDeps {
  readonly books: Books
  readonly desks: Desks
  readonly managers: Managers
  readonly products: Products
  readonly sources: OccasionSources
  /** RFM of the customers of a manager's branch. */
  readonly scores: BranchScores
  /** The branch of a head; undefined for everyone else. */
  readonly branchOf: ShowBranch
  readonly journal: Journal
  readonly unclear: Unclear
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  /** Words that give away what a note may not hold. */
  readonly sensitiveWords: SensitiveWords
  /** What is read of a message besides intent and slots, made ready when it is first asked for. */
  readonly particulars: () => Particulars
  /** The approved words, read when they are first asked for. */
  readonly playbooks: () => Playbooks
  /** Reads what words are asked for. */
  readonly topics: () => TopicReader
  /** Reads what is asked for besides the intents. */
  readonly requests: () => RequestReader
  /** Reads what is told of a sale. */
  readonly sale: () => SaleReader
  /** Reads a text for what may not be said. */
  readonly claims: () => ClaimCheck
}

/** `answered` in this turn, or `begun`: something that may go on over several. */
export type Handled = 'answered' | 'begun'

/** A message that was understood, with what may be begun for it. */
export interface Request {
  readonly dialogs: DialogContext
  readonly session: Session
  readonly reading: Reading
}

export type Handler = (request: Request) => Promise<Handled>

/** What is done for each intent. */
export type Handlers = Partial<Record<Intent, Handler>>

/** Below this the reading is shown and asked about before anything is written. */
const SURE = 0.5

/** Whether a write has to be shown and agreed to first. */
export function isUnsure({ confidence, presumes }: Reading): boolean {
  return confidence < SURE || presumes === true
}

/** The words of a message that named customers, as the manager wrote them. */
export function saidNames(reading: Reading): string {
  return [...new Set(reading.mentions?.map((m) => m.text) ?? [])].join(' ')
}

/** Says that nobody of that name is in the book, or asks for a name where none was said. */
export async function sayNobody({ session, reading }: Request): Promise<Handled> {
  const words = wordingFor(session.locale)
  const said = saidNames(reading)
  await session.reply({ text: said === '' ? words.whoIsMeant : words.noCustomer(said) })
  return 'answered'
}
