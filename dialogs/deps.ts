import type { ClaimCheck } from '../src/domain/claims/claim-check.js'
import type { SensitiveWords } from '../src/domain/customer/facts/sensitive-note.js'
import type { Spell } from '../src/domain/customer/find-customers.js'
import type { Playbooks } from '../src/domain/playbook/playbook.js'
import type { Policy } from '../src/domain/policy.js'
import type { WorkingCalendar } from '../src/domain/working-days.js'
import type {
  Bank,
  Books,
  Desks,
  Journal,
  Managers,
  OccasionSources,
  Products,
  TransactionFeeds,
  Unclear,
} from '../src/ports/ports.js'
import type { BranchScores } from '../src/usecases/branch/branch-scores.js'
import type { ShowBranch } from '../src/usecases/branch/show-branch.js'
import type { CampaignDesk } from '../src/usecases/campaign/campaign-desk.js'
import type { BranchLinks } from '../src/usecases/customers/branch-links.js'

/** All that the capabilities are given; each names in its own signature what it takes of it. */
export interface Deps {
  readonly books: Books
  /** Work across books in the midst of a turn: durable at once, whatever becomes of the turn. */
  readonly bankApart: Bank
  /** The books as they are kept: each customer in one, whoever looks after it. */
  readonly ownBooks: Books
  readonly desks: Desks
  readonly managers: Managers
  readonly products: Products
  readonly sources: OccasionSources
  /** How far the bank's transactions are known. */
  readonly feed: TransactionFeeds
  /** RFM of the customers of a manager's branch. */
  readonly scores: BranchScores
  /** The branch of a head; undefined for everyone else. */
  readonly branchOf: ShowBranch
  /** Links across the books of a branch. */
  readonly branchLinks: BranchLinks
  readonly journal: Journal
  readonly campaigns: CampaignDesk
  readonly unclear: Unclear
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  /** Words that give away what a note may not hold. */
  readonly sensitiveWords: SensitiveWords
  /** The approved words, read when they are first asked for. */
  readonly playbooks: () => Playbooks
  /** Reads a text for what may not be said. */
  readonly claims: () => ClaimCheck
  /** Spells a name, for looking somebody up by its sounds. */
  readonly spell: () => Spell
}
