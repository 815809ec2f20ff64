import { pipelineReply } from '../../src/messaging/cards/sales/pipeline-card.js'
import { endedReply, refusalLines, stepReply } from '../../src/messaging/cards/sales/step-card.js'
import { notedLines } from '../../src/messaging/wording/customers/noted.js'
import { formatAmount, formatDay } from '../../src/messaging/wording/days/format.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { lineValues } from '../../src/messaging/wording/sales/line-values.js'
import { salesStepsFor } from '../../src/messaging/wording/sales/sales-steps.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Reply } from '../../src/ports/reply.js'
import {
  type Advanced,
  type AdvanceOpportunityDeps,
  advanceOpportunity,
} from '../../src/usecases/sales/advance-opportunity.js'
import { showPipeline } from '../../src/usecases/sales/show-pipeline.js'
import type { ShowScriptDeps } from '../../src/usecases/sales/show-script.js'
import { showStep } from '../../src/usecases/sales/show-step.js'
import { startOpportunity } from '../../src/usecases/sales/start-opportunity.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Deps } from '../deps.js'
import { type Acts, type Handlers, type PressHandlers, saidNames, sayNobody } from '../handler.js'
import type { Say } from '../questions/questions.js'
import { saidBefore } from '../scripts/said-lines.js'
import type { Session } from '../session.js'
import { MOVE_SALE, OPEN_SALE, SALE, type SaleInput, type SaleMove, type SaleResult } from './flow.js'

type SaleDeps = AdvanceOpportunityDeps

/** The way of a sale with one customer, and how all of them stand. */
export function saleHandlers(
  deps: Pick<Deps, 'books' | 'journal' | 'playbooks' | 'policy' | 'calendar'>,
): Handlers {
  const pipelineOf = showPipeline(deps)
  return {
    async 'sales.start'(request) {
      const { reading } = request
      const candidates = reading.slots.customers ?? []
      if (candidates.length === 0) return sayNobody(request)
      const putOff = reading.asked?.saleOff
      const said = { said: saidNames(reading), candidates }
      const input: SaleInput = putOff === undefined ? said : { ...said, putOff }
      return { flow: SALE, input }
    },

    async 'pipeline.show'({ session, reading }) {
      const { manager, locale, today, at } = session
      const { amount, productKinds: kinds } = reading.slots
      const query = { ...(amount === undefined ? {} : { amount }), ...(kinds === undefined ? {} : { kinds }) }
      const pipeline = await pipelineOf(session.bookId, query, today)
      await deps.journal.append({ at, managerId: manager.id, act: 'pipeline.show' })
      const isNarrowed = amount !== undefined || kinds !== undefined
      const { steps } = deps.playbooks()[locale]
      await session.reply(pipelineReply({ pipeline, steps, isNarrowed, locale, today }))
      return undefined
    },
  }
}

export const saleButtons: PressHandlers = {
  'sales.start': async ({ data }) => {
    const { productId } = data
    const about = typeof productId === 'string' ? { productId } : {}
    const input: SaleInput = { said: '', candidates: [String(data['customerId'])], ...about }
    return { flow: SALE, input }
  },
}

/** Draws the step that the sale is at. */
export function createStepCard(deps: ShowScriptDeps & Pick<Deps, 'playbooks'>) {
  const stepOf = showStep(deps)
  return async (promptId: string, say: Extract<Say, { as: 'step' }>, session: Session): Promise<Reply> => {
    const { manager, locale, today, now } = session
    const { customerId, opportunityId, notes, offersReassessment } = say
    const view = await stepOf({
      manager,
      customerId,
      opportunityId,
      playbook: deps.playbooks()[locale],
      today,
      now,
      lastUsed: saidBefore(customerId, session),
      word: (facts) => lineValues(facts, locale, today),
    })
    if (view === undefined) return { text: wordingFor(locale).noCustomer(customerId) }
    return stepReply({ view, promptId, notes, locale, today, offersReassessment })
  }
}

/** Opens an opportunity, moves it, and says how it ended. */
export function saleActs(deps: SaleDeps, briefs: BriefCards): Acts {
  const start = startOpportunity(deps)
  const advance = advanceOpportunity(deps)
  return {
    [OPEN_SALE]: async (input: SaleInput & { customerId: string }, session: Session): Promise<SaleResult> => {
      const { manager, locale, today, at, turnId } = session
      const own = salesStepsFor(locale)
      const { productId, opportunityId, customerId } = input
      const started = await start({
        ...(productId === undefined ? {} : { productId }),
        ...(opportunityId === undefined ? {} : { opportunityId }),
        changeId: turnId,
        managerId: manager.id,
        customerId,
        needOfMaturity: (product, on) => own.needOfMaturity(product, formatDay(on, locale, today)),
        today,
        at,
      })
      if (started === undefined) return { status: 'over', say: wordingFor(locale).noCustomer(customerId) }
      const { opportunity } = started
      const isOther = productId !== undefined && opportunity.product?.productId !== productId
      return { status: 'opened', opportunityId: opportunity.id, ...(isOther ? { present: productId } : {}) }
    },

    [MOVE_SALE]: async (
      { customerId, opportunityId, command }: SaleMove,
      session: Session,
    ): Promise<SaleResult> => {
      const { manager, locale, today, at, turnId } = session
      const own = salesStepsFor(locale)
      // One turn may open an opportunity, and present its product or put it off.
      const book = await deps.books.read(manager.id)
      const isSecond = command.kind === 'present' || command.kind === 'postpone'
      const isTaken = isSecond && book.changes.some(({ id }) => id === turnId)
      const changeId = isTaken ? `${turnId}/product` : turnId
      const ids = { changeId, managerId: manager.id, customerId, opportunityId }
      const advanced = await advance({ ...ids, command, today, at })
      if (advanced.status === 'not-found') return { status: 'over', say: own.gone }
      if (advanced.status === 'refused') return refusal(advanced, session)
      await briefs.refresh(session)
      const { opportunity, agreed } = advanced
      const { outcome } = opportunity
      if (outcome !== undefined && opportunity.state !== 'open') {
        const text =
          outcome.kind === 'won'
            ? own.won(formatAmount(outcome.amountFen, outcome.currency, locale), agreed.length)
            : outcome.kind === 'lost'
              ? own.lost
              : own.postponed(describeDay(outcome.until, locale, today))
        await session.reply(endedReply(text, changeId, locale))
        return { status: 'over' }
      }
      if (command.kind === 'pause') return { status: 'over', say: own.paused }
      return { status: 'step', notes: notedLines(command, agreed, locale, today) }
    },
  }

  function refusal(
    { decision, product }: Extract<Advanced, { status: 'refused' }>,
    { locale }: Session,
  ): SaleResult {
    if (decision.reason !== 'not-suitable') return { status: 'step', notes: [salesStepsFor(locale).notDone] }
    const curable = decision.refusals.some(
      ({ reason }) =>
        reason === 'not-assessed' || reason === 'assessment-expired' || reason === 'level-above-rating',
    )
    const notes = refusalLines(product?.name ?? '', decision.refusals, locale)
    return { status: 'step', notes, ...(curable ? { offersReassessment: true } : {}) }
  }
}
