import { pipelineReply } from '../../src/messaging/cards/pipeline-card.js'
import { showPipeline } from '../../src/usecases/show-pipeline.js'
import { SalesProcess } from '../sales-process.js'
import { type HandlerDeps, type Handlers, saidNames, sayNobody } from './handler.js'

/** The way of a sale with one customer, and how all of them stand. */
export function salesHandlers(deps: HandlerDeps): Handlers {
  const pipelineOf = showPipeline(deps)
  return {
    async 'sales.start'(request) {
      const { dialogs, reading } = request
      const candidates = reading.slots.customers ?? []
      if (candidates.length === 0) return sayNobody(request)
      await dialogs.beginDialog(SalesProcess.id, { said: saidNames(reading), candidates })
      return 'begun'
    },

    async 'pipeline.show'({ session, reading }) {
      const { manager, locale, today, at } = session
      const { amount, productKinds: kinds } = reading.slots
      const query = { ...(amount === undefined ? {} : { amount }), ...(kinds === undefined ? {} : { kinds }) }
      const pipeline = await pipelineOf(manager.id, query, today)
      await deps.journal.append({ at, managerId: manager.id, act: 'pipeline.show' })
      const isNarrowed = amount !== undefined || kinds !== undefined
      const { steps } = deps.playbooks()[locale]
      await session.reply(pipelineReply({ pipeline, steps, isNarrowed, locale, today }))
      return 'answered'
    },
  }
}
