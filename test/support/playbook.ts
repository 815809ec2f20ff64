import { loadClaimCheck } from '../../src/config/claims.js'
import { loadPlaybooks } from '../../src/config/playbook.js'
import type { ClaimCheck } from '../../src/domain/claims/claim-check.js'

/**
 * The shipped claim check and the shipped words: what a manager is given is what is tested. Each text is checked once,
 * however many tests hand in the whole playbook.
 */
export const CLAIMS = checkedOnce(loadClaimCheck('data/claims'))

/** Read without the claim check, which one test runs over all of it. */
export const PLAYBOOKS = loadPlaybooks('data/playbook', () => ({ findings: [] }))

function checkedOnce(check: ClaimCheck): ClaimCheck {
  const reports = new Map<string, ReturnType<ClaimCheck>>()
  return (text, locale) => {
    const key = `${locale ?? ''} ${text}`
    const report = reports.get(key) ?? check(text, locale)
    reports.set(key, report)
    return report
  }
}
