import { weekOf } from '../../src/domain/day.js'
import { branchReply } from '../../src/messaging/cards/branch/branch-card.js'
import { dayWordsFor } from '../../src/messaging/wording/days/day-words.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'

/** How the branch is doing: for its head alone. */
/** @param figures what answers for a book; of a head it answers for the branch */
export function teamHandlers(deps: Pick<Deps, 'branchOf' | 'journal'>, figures: Handlers): Handlers {
  return {
    async 'team.show'(request) {
      const { session, reading } = request
      const { figure } = reading.asked ?? {}
      const answer = figure === undefined || session.manager.role !== 'head' ? undefined : figures[figure]
      if (answer !== undefined) return answer(request)
      const { manager, locale, today, at } = session
      const period = reading.slots.period ?? { from: weekOf(today).from, to: today }
      const view = await deps.branchOf(manager, today, period)
      if (view === undefined) {
        await session.reply({ text: dayWordsFor(locale).branch.headOnly })
        return undefined
      }
      const customerIds = view.branch.overdue.map(({ customer }) => customer.id)
      await deps.journal.append({ at, managerId: manager.id, act: 'team.show', customerIds })
      await session.reply(branchReply({ ...view, locale, today, period }))
      return undefined
    },
  }
}
