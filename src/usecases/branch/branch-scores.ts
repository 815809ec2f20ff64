import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import { type RfmFacts, type RfmScore, rfmFacts, scoreFacts } from '../../domain/rfm/rfm.js'
import { breathe } from '../../ports/breathe.js'
import type { Books, Managers } from '../../ports/ports.js'

export interface BranchScoresDeps {
  readonly books: Books
  readonly managers: Managers
  readonly policy: Policy
}

/** RFM of every customer of a manager's branch by their id, each scored against all of them (Handbook §6, §9). */
export type BranchScores = (managerId: string, today: Day) => Promise<ReadonlyMap<string, RfmScore>>

const CUSTOMERS_A_SLICE = 500

interface Scored {
  readonly on: Day
  readonly flows: ReadonlyMap<string, Customer['flows']>
  readonly scores: ReadonlyMap<string, RfmScore>
}

/**
 * Scores hang on the transactions alone, which a contact never rewrites: those of a branch are kept for the day until files
 * bring others or a customer changes hands.
 */
export function branchScores({ books, managers, policy }: BranchScoresDeps): BranchScores {
  const kept = new Map<string, Scored>()

  return async (managerId, today) => {
    const branchId = managers.find(managerId)?.branchId ?? ''
    const ids = new Set([
      managerId,
      ...managers.all().flatMap((m) => (m.branchId === branchId ? [m.id] : [])),
    ])
    const branch = new Map<string, Customer>()
    for (const id of ids) {
      for (const customer of (await books.read(id)).customers) branch.set(customer.id, customer)
      await breathe()
    }
    const before = kept.get(branchId)
    if (before !== undefined && before.on === today && isSame(before.flows, branch)) return before.scores
    const facts = new Map<string, RfmFacts | undefined>()
    for (const [id, { flows }] of branch) {
      facts.set(id, rfmFacts(flows, policy, today))
      if (facts.size % CUSTOMERS_A_SLICE === 0) await breathe()
    }
    const scores = scoreFacts(facts, policy)
    const flows = new Map([...branch].map(([id, customer]) => [id, customer.flows]))
    kept.set(branchId, { on: today, flows, scores })
    return scores
  }
}

function isSame(flows: Scored['flows'], branch: ReadonlyMap<string, Customer>): boolean {
  if (flows.size !== branch.size) return false
  for (const [id, customer] of branch) if (flows.get(id) !== customer.flows) return false
  return true
}
