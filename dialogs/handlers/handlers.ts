import type { BriefCards } from '../brief-card.js'
import type { Exporting } from '../exporting.js'
import type { Settings } from '../settings.js'
import type { StandIn } from '../stand-in.js'
import type { TakingBack } from '../taking-back.js'
import { briefHandlers } from './brief.js'
import { contactHandlers } from './contacts.js'
import { customerHandlers } from './customers.js'
import { exportHandlers } from './exports.js'
import { type Finding, findingHandlers } from './finding.js'
import type { HandlerDeps, Handlers } from './handler.js'
import { listHandlers } from './lists.js'
import { maturityHandlers } from './maturities.js'
import { type Objections, objectionHandlers } from './objections.js'
import { type Products, productHandlers } from './products.js'
import { recordingHandlers } from './recording.js'
import { salesHandlers } from './sales.js'
import { type Scripts, scriptHandlers } from './scripts.js'
import { settingsHandlers } from './settings.js'
import { talkHandlers } from './talk.js'
import { teamHandlers } from './team.js'
import { whyHandlers } from './why.js'

/** What is done for each intent; one that is missing is said to be understood and not yet done. */
export function createHandlers(
  deps: HandlerDeps,
  briefs: BriefCards,
  scripts: Scripts,
  objections: Objections,
  own: {
    readonly exporting: Exporting
    readonly finding: Finding
    readonly products: Products
    readonly settings: Settings
    readonly standIn: StandIn
    readonly takingBack: TakingBack
  },
): Handlers {
  return {
    ...briefHandlers(deps, briefs, own.finding),
    ...maturityHandlers(deps),
    ...customerHandlers(deps, own.finding),
    ...findingHandlers(own.finding),
    ...listHandlers(deps),
    ...productHandlers(deps, own.products),
    ...whyHandlers(),
    ...contactHandlers(own.takingBack),
    ...recordingHandlers(),
    ...exportHandlers(deps, own.exporting),
    ...settingsHandlers(deps, own.settings, own.standIn),
    ...teamHandlers(deps),
    ...scriptHandlers(deps, scripts),
    ...objectionHandlers(deps, objections),
    ...salesHandlers(deps),
    ...talkHandlers(),
  }
}
