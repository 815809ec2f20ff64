import type { Agreement } from '../../src/domain/customer/contact.js'
import { addDays, type Period, weekOf } from '../../src/domain/day.js'
import { resultsReply } from '../../src/messaging/cards/branch/results-card.js'
import { celebrationsReply } from '../../src/messaging/cards/lists/celebrations-card.js'
import { movementsReply } from '../../src/messaging/cards/lists/movements-card.js'
import { appointmentsReply, promisesReply } from '../../src/messaging/cards/meetings/agreements-card.js'
import { showResults } from '../../src/usecases/branch/show-results.js'
import { listCelebrations } from '../../src/usecases/lists/list-celebrations.js'
import { listMovements } from '../../src/usecases/lists/list-movements.js'
import { listAgreements } from '../../src/usecases/meetings/list-agreements.js'
import type { Deps } from '../deps.js'
import { type Handlers, type Request, saidNames, sayNobody } from '../handler.js'
import type { Seeds } from '../scripts/handle.js'
import type { Session } from '../session.js'
import { withLeftOut } from './left-out.js'
import { ofWhom } from './of-whom.js'

/** Days ahead that birthdays without a period mean. */
const BIRTHDAYS_AHEAD = 30

/** Lists over the manager's own book that a question asks for. */
export function listHandlers(deps: Omit<Deps, 'claims' | 'playbooks' | 'spell'>, seeds: Seeds): Handlers {
  const movements = listMovements(deps)
  const celebrations = listCelebrations(deps)
  const agreements = listAgreements(deps)
  const results = showResults(deps)
  const whom = ofWhom(deps)

  const seen = (session: Session, act: string, customerIds: readonly string[]) =>
    deps.journal.append({
      at: session.at,
      managerId: session.manager.id,
      act,
      customerIds: [...new Set(customerIds)],
    })

  /** What is agreed of these kinds, as far as it was asked for. */
  async function agreed(
    request: Request,
    act: string,
    kinds: readonly Agreement['kind'][],
    reply: typeof appointmentsReply,
  ): Promise<undefined> {
    const { session, reading } = request
    if (namesNobody(request)) return sayNobody(request)
    const { period, customers } = reading.slots
    const found = await agreements(session.bookId, {
      kinds,
      ...(period === undefined ? {} : { period }),
      ...(customers === undefined ? {} : { customerIds: customers }),
    })
    await seen(
      session,
      act,
      found.map((a) => a.customer.id),
    )
    await session.reply(reply({ agreed: found, ...shown(session, period) }))
    return undefined
  }

  return {
    async 'movement.list'(request) {
      const { session, reading } = request
      if (namesNobody(request)) return sayNobody(request)
      const { locale, today } = session
      const { period, amount } = reading.slots
      const { customerIds, whose } = await whom(reading, session)
      const { direction } = reading.asked ?? {}
      const query = {
        ...(period === undefined ? {} : { period }),
        ...(amount === undefined ? {} : { amount }),
        ...(direction === undefined ? {} : { direction }),
        ...(customerIds === undefined ? {} : { customerIds }),
      }
      const list = await movements(session.bookId, query, today)
      await seen(
        session,
        'movement.list',
        list.rows.map((r) => r.customer.id),
      )
      await session.reply(
        withLeftOut(movementsReply(list, deps.policy, locale, today, whose), reading, locale),
      )
      return undefined
    },

    async 'birthday.list'(request) {
      const { session, reading } = request
      if (namesNobody(request)) return sayNobody(request)
      const { locale, today } = session
      const { period, amount } = reading.slots
      const { customerIds, whose } = await whom(reading, session)
      const { celebration: of } = reading.asked ?? {}
      const query = {
        period: period ?? { from: today, to: addDays(today, BIRTHDAYS_AHEAD) },
        ...(of === undefined ? {} : { of }),
        ...(amount === undefined ? {} : { assets: amount }),
        ...(customerIds === undefined ? {} : { customerIds }),
      }
      const kept = await celebrations(session.bookId, query)
      await seen(
        session,
        'birthday.list',
        kept.map((k) => k.customer.id),
      )
      await session.reply(
        withLeftOut(celebrationsReply(kept, query, deps.policy, locale, today, whose), reading, locale),
      )
      return undefined
    },

    async 'appointment.list'(request) {
      const { seed } = request.reading.asked ?? {}
      if (seed !== undefined && (await seeds.answer(seed, request.session))) return undefined
      return agreed(request, 'appointment.list', ['appointment', 'callback'], appointmentsReply)
    },

    'promise.list': (request) => agreed(request, 'promise.list', ['promise', 'task'], promisesReply),

    async 'performance.show'({ session, reading }) {
      const { manager, locale, today } = session
      const period = reading.slots.period ?? { from: weekOf(today).from, to: today }
      const done = await results(session.bookId, period, manager.id)
      await seen(session, 'performance.show', [])
      await session.reply(resultsReply(done, period, locale, today))
      return undefined
    },
  }

  function shown({ locale, today, now, turnId }: Session, period: Period | undefined) {
    return {
      calendar: deps.calendar,
      locale,
      today,
      now,
      version: turnId,
      ...(period === undefined ? {} : { period }),
    }
  }
}

/** A name was said, and nobody of the book bears it. */
function namesNobody({ reading }: Request): boolean {
  return reading.slots.customers?.length === 0 && saidNames(reading) !== ''
}
