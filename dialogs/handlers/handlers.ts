import type { BriefCards } from '../brief-card.js'
import { briefHandlers } from './brief.js'
import { contactHandlers } from './contacts.js'
import { customerHandlers } from './customers.js'
import type { HandlerDeps, Handlers } from './handler.js'
import { maturityHandlers } from './maturities.js'
import { type Objections, objectionHandlers } from './objections.js'
import { salesHandlers } from './sales.js'
import { type Scripts, scriptHandlers } from './scripts.js'
import { talkHandlers } from './talk.js'
import { teamHandlers } from './team.js'

/** What is done for each intent; one that is missing is said to be understood and not yet done. */
export function createHandlers(
  deps: HandlerDeps,
  briefs: BriefCards,
  scripts: Scripts,
  objections: Objections,
): Handlers {
  return {
    ...briefHandlers(deps, briefs),
    ...maturityHandlers(deps),
    ...customerHandlers(),
    ...contactHandlers(deps, briefs),
    ...teamHandlers(deps),
    ...scriptHandlers(deps, scripts),
    ...objectionHandlers(deps, objections),
    ...salesHandlers(deps),
    ...talkHandlers(),
  }
}
