import { loadClaimCheck } from '../../src/config/claims.js'
import { loadPlaybooks } from '../../src/config/playbook.js'

/** The shipped claim check and the shipped words: what a manager is given is what is tested. */
export const CLAIMS = loadClaimCheck('data/claims')

/** Read without the claim check, which one test runs over all of it. */
export const PLAYBOOKS = loadPlaybooks('data/playbook', () => ({ findings: [] }))
