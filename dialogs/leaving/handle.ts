import { countedTo } from '../../src/domain/ledger/transaction-feed.js'
import { groupReply, leavingReply, sleepingReply } from '../../src/messaging/cards/leaving/leaving-card.js'
import {
  type LeavingDeps,
  listGroup,
  listLeaving,
  listSleeping,
} from '../../src/usecases/leaving/list-leaving.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import type { Session } from '../session.js'

/** Who may leave and why, whose account sleeps, and the groups that RFM makes. */
export function leavingHandlers(deps: LeavingDeps & Pick<Deps, 'journal'>): Handlers {
  const leaving = listLeaving(deps)
  const sleeping = listSleeping(deps)
  const group = listGroup(deps)
  const { policy } = deps

  const seen = (
    { at, manager }: Session,
    act: string,
    rows: readonly { readonly customer: { id: string } }[],
  ) =>
    deps.journal.append({
      at,
      managerId: manager.id,
      act,
      customerIds: rows.map(({ customer }) => customer.id),
    })

  return {
    async 'churn.list'({ session, reading }) {
      const { locale, today } = session
      const of = assetsOf(reading.slots)
      if (reading.asked?.sign === 'sleeping') {
        const rows = await sleeping(session.bookId, of, today)
        await seen(session, 'churn.list', rows)
        await session.reply(sleepingReply(rows, policy, locale))
        return undefined
      }
      const rows = await leaving(session.bookId, of, today)
      await seen(session, 'churn.list', rows)
      const knownTo = countedTo(deps.feed.current(), today)
      await session.reply(leavingReply(rows, policy, locale, today, knownTo))
      return undefined
    },

    async 'segment.list'({ session, reading }) {
      const { locale, today } = session
      const { group: asked = 'highest' } = reading.asked ?? {}
      const rows = await group(session.bookId, asked, assetsOf(reading.slots), today)
      await seen(session, 'segment.list', rows)
      await session.reply(groupReply(rows, asked, policy, locale))
      return undefined
    },
  }
}

function assetsOf({
  amount,
}: {
  readonly amount?: NonNullable<Parameters<ReturnType<typeof listLeaving>>[1]['assets']>
}) {
  return amount === undefined ? {} : { assets: amount }
}
