import type { FlowTable } from '../src/conversation/engine.js'
import type { Day } from '../src/domain/day.js'
import type { Reply } from '../src/ports/reply.js'
import { showBrief } from '../src/usecases/brief/show-brief.js'
import {
  archiveActs,
  archiveButtons,
  archiveFlows,
  archiveHandlers,
  archiveOfCustomer,
} from './archive/handle.js'
import { type BriefCards, briefCards } from './brief/brief-cards.js'
import { briefButtons } from './brief/buttons.js'
import { briefHandlers } from './brief/handle.js'
import { campaignFlows } from './campaign/flow.js'
import { campaignActs, campaignButtons, campaignHandlers, createCampaigns } from './campaign/handle.js'
import { changeActs, changeFlows, changeHandlers } from './changes/handle.js'
import { logContactFlow } from './contacts/flow.js'
import { contactActs, contactButtons, contactHandlers } from './contacts/handle.js'
import { customerButtons } from './customers/buttons.js'
import { didYouMeanFlow } from './customers/did-you-mean.js'
import { createFinding, type Finding, findingHandlers } from './customers/finding.js'
import { forCustomerActs, forCustomerFlow } from './customers/for-customer.js'
import { createShowPage, customerActs, customerHandlers } from './customers/handle.js'
import { knowCustomerActs, knowCustomerFlow } from './customers/know.js'
import type { Deps } from './deps.js'
import { exportButtons } from './exports/buttons.js'
import { createExporting, type ExportingDeps } from './exports/exporting.js'
import { exportHandlers } from './exports/handle.js'
import type { Acts, Handlers, PressHandlers } from './handler.js'
import { leavingHandlers } from './leaving/handle.js'
import { linkActs, linkButtons, linkFlows, linkHandlers, linksOfCustomer } from './links/handle.js'
import {
  askWhetherSame,
  newcomerActs,
  newcomerButtons,
  newcomerFlows,
  newcomerHandlers,
} from './links/newcomer.js'
import { listHandlers } from './lists/handle.js'
import { maturityHandlers } from './lists/maturities.js'
import { teamHandlers } from './lists/team.js'
import { meetingButtons } from './meetings/buttons.js'
import { rebookFlow } from './meetings/flow.js'
import { meetingActs, meetingHandlers } from './meetings/handle.js'
import { draftPlanFlow } from './plans/flow.js'
import { createPlans, planActs, planButtons, planHandlers } from './plans/handle.js'
import { practiceFlow } from './practice/flow.js'
import { practiceActs, practiceButtons, practiceHandlers } from './practice/handle.js'
import { createProducts, productButtons, productHandlers } from './products/handle.js'
import type { Say } from './questions/questions.js'
import { resultHandlers } from './results/handle.js'
import { createShowReview, reviewButtons, reviewHandlers } from './reviews/handle.js'
import { saleFlow } from './sales/flow.js'
import { createStepCard, saleActs, saleButtons, saleHandlers } from './sales/handle.js'
import { createScripts, scriptButtons, scriptHandlers } from './scripts/handle.js'
import { createObjections, objectionHandlers } from './scripts/objections.js'
import { createSeeds, seedButtons, seedsOfCustomer } from './scripts/seeds.js'
import type { Session } from './session.js'
import { settingsButtons } from './settings/buttons.js'
import { settingsActs, settingsFlows } from './settings/flow.js'
import { settingsHandlers } from './settings/handle.js'
import { createSettings } from './settings/settings.js'
import { createStandIn } from './settings/stand-in.js'
import { talkHandlers } from './talk/handle.js'
import { teamActs, teamButtons, teamErrandHandlers, teamFlows } from './team/handle.js'
import { createTeamUndo } from './team/team-undo.js'
import { AMEND_WHICH, type Amend, createAmend } from './undo/amend.js'
import { amendWhichFlow } from './undo/flow.js'
import { undoButtons, undoHandlers } from './undo/handle.js'
import { createTakingBack } from './undo/taking-back.js'
import { whyAct, whyHandlers } from './why/handle.js'

export interface CapabilityDeps extends Deps, ExportingDeps {
  /** The message of the brief that was pushed on a day. */
  readonly pushedCardOf: (managerId: string, day: Day) => Promise<string | undefined>
}

/** Everything the assistant can do, by what calls for it. */
export interface Capabilities {
  /** Conversations of several turns, by name. */
  readonly flows: FlowTable
  /** What is done for each intent; one that is missing is said to be understood and not yet done. */
  readonly handlers: Handlers
  /** What each button does, by its verb. Its data comes from outside: ids are looked up in the manager's own book. */
  readonly buttons: PressHandlers
  /** What flows have done outside. */
  readonly acts: Acts
  readonly briefs: BriefCards
  readonly finding: Finding
  readonly amend: Amend
  readonly drawStep: (promptId: string, say: Extract<Say, { as: 'step' }>, session: Session) => Promise<Reply>
}

export function createCapabilities(deps: CapabilityDeps): Capabilities {
  const { calendar, playbooks, claims } = deps
  const briefs = briefCards(showBrief(deps), calendar, deps.branchOf, deps.pushedCardOf)
  const showPage = createShowPage(deps)
  const finding = createFinding(deps, showPage)
  const products = createProducts(deps)
  const scripts = createScripts(deps)
  const seeds = createSeeds(deps)
  const objections = createObjections(deps)
  const exporting = createExporting(deps)
  const settings = createSettings(deps)
  const standIn = createStandIn(deps)
  const campaigns = createCampaigns(deps)
  const teamUndo = createTeamUndo(deps)
  const takingBack = createTakingBack(deps, briefs, teamUndo)
  const showReview = createShowReview(deps)
  const plans = createPlans(deps, briefs)
  const amend = createAmend(deps, settings, takingBack, briefs)
  const flows = [
    logContactFlow(calendar),
    ...changeFlows(deps),
    rebookFlow(calendar),
    ...linkFlows,
    ...newcomerFlows,
    ...archiveFlows,
    saleFlow(playbooks, calendar),
    practiceFlow({ playbooks, claims }),
    draftPlanFlow(deps),
    ...settingsFlows(calendar),
    ...campaignFlows,
    ...teamFlows(deps),
    forCustomerFlow,
    knowCustomerFlow,
    didYouMeanFlow,
    amendWhichFlow,
  ]
  return {
    flows: new Map(flows.map((flow) => [flow.name, flow])),
    handlers: {
      ...briefHandlers(deps, briefs, finding, askWhetherSame(deps)),
      ...maturityHandlers(deps),
      ...listHandlers(deps, seeds),
      ...leavingHandlers(deps),
      ...teamHandlers(deps, { ...listHandlers(deps, seeds), ...saleHandlers(deps) }),
      ...resultHandlers(deps),
      ...customerHandlers(finding),
      ...linkHandlers(deps),
      ...newcomerHandlers(deps),
      ...archiveHandlers(deps),
      ...findingHandlers(finding),
      ...productHandlers(deps, products),
      ...scriptHandlers(deps, scripts, seeds),
      ...objectionHandlers(objections),
      ...whyHandlers(),
      ...reviewHandlers(deps),
      ...planHandlers(deps),
      ...contactHandlers(),
      ...changeHandlers(),
      ...meetingHandlers(deps),
      ...saleHandlers(deps),
      ...practiceHandlers(deps),
      ...exportHandlers(exporting, campaigns),
      ...campaignHandlers(campaigns),
      ...settingsHandlers(deps, settings, standIn),
      ...teamErrandHandlers(deps),
      ...undoHandlers(takingBack),
      ...talkHandlers(),
    },
    buttons: {
      ...briefButtons(deps, briefs),
      ...customerButtons(deps, showPage, briefs),
      ...archiveButtons(deps),
      ...linkButtons(deps, briefs),
      ...newcomerButtons(deps, briefs),
      ...productButtons(products),
      ...scriptButtons(scripts, objections),
      ...seedButtons(deps),
      ...contactButtons(deps),
      ...meetingButtons(deps, briefs),
      ...saleButtons,
      ...practiceButtons,
      ...reviewButtons(showReview),
      ...planButtons(plans),
      ...exportButtons(exporting),
      ...campaignButtons(campaigns, (campaignId, session) =>
        exporting.offer({ table: 'campaign', campaignId }, session),
      ),
      ...settingsButtons(settings, standIn, takingBack),
      ...teamButtons(teamUndo),
      ...undoButtons(takingBack),
    },
    acts: {
      ...contactActs(deps, briefs),
      ...changeActs(deps, briefs),
      ...meetingActs(deps, briefs),
      ...linkActs(deps, briefs),
      ...newcomerActs(deps, briefs),
      ...archiveActs(deps, briefs),
      ...saleActs(deps, briefs),
      ...practiceActs(deps),
      ...planActs(deps, briefs),
      ...settingsActs(settings),
      ...campaignActs(campaigns),
      ...teamActs(deps),
      ...knowCustomerActs(deps, briefs),
      ...forCustomerActs({
        script: scripts.forCustomer,
        objection: objections.answer,
        match: products.whatFor,
        why: whyAct(deps),
        review: showReview,
        plan: plans.show,
        'plan-move': plans.move,
        ...customerActs(showPage),
        ...linksOfCustomer(deps),
        ...seedsOfCustomer(deps, scripts),
        ...archiveOfCustomer(deps),
      }),
      [AMEND_WHICH]: ({ thing, said, customerId }, session: Session) =>
        amend(
          {
            kind: 'amend',
            of: [0],
            patch: { customer: { said, candidates: [customerId] } },
            reading: NOT_READ,
          },
          [thing],
          session,
        ),
    },
    briefs,
    finding,
    amend,
    drawStep: createStepCard(deps),
  }
}

/** A correction whose words were read in an earlier turn. */
const NOT_READ = { text: '', language: 'zh', intent: 'none', confidence: 0, slots: {} } as const
