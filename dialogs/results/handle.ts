import { addDays, calendarMonthOf, type Period } from '../../src/domain/day.js'
import {
  promisesKeptReply,
  raiseReply,
  retentionReply,
  whatIfReply,
  whatWorksReply,
} from '../../src/messaging/cards/branch/kept-cards.js'
import { keptWordsFor } from '../../src/messaging/wording/branch/kept-words.js'
import { dayWordsFor } from '../../src/messaging/wording/days/day-words.js'
import { keepersOf } from '../../src/usecases/branch/seen-books.js'
import { listHolders } from '../../src/usecases/results/list-holders.js'
import { showMoneyKept } from '../../src/usecases/results/show-money-kept.js'
import { showPromisesKept } from '../../src/usecases/results/show-promises-kept.js'
import { showWhatIf } from '../../src/usecases/results/show-what-if.js'
import { showBranchWorth, showManagerWorth } from '../../src/usecases/results/show-worth.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import type { Session } from '../session.js'

/** How far back lines are counted where no period is named. */
const LINES_DAYS = 365

/** What came of the work: of the manager's own customers, and of the whole branch where its head asks. */
export function resultHandlers(
  deps: Pick<
    Deps,
    'ownBooks' | 'desks' | 'managers' | 'products' | 'policy' | 'calendar' | 'journal' | 'playbooks'
  >,
): Handlers {
  const { ownBooks: books, policy, calendar, desks } = deps
  const moneyKept = showMoneyKept({ books, policy })
  const promisesKept = showPromisesKept({ books })
  const whatIf = showWhatIf({ books, desks, policy, calendar })
  const holders = listHolders({ books })
  const managerWorth = showManagerWorth({ books, policy })
  const branchWorth = showBranchWorth({ books, policy })

  /** Whose customers are meant; names are told where they are several managers'. */
  function scopeOf({ manager, locale, today }: Session) {
    if (manager.role !== 'head') return { ids: [manager.id], shown: { locale, today } }
    const keepers = keepersOf(deps.managers, manager.branchId)
    const names = new Map(keepers.map(({ id, name }) => [id, name]))
    return { ids: keepers.map(({ id }) => id), shown: { locale, today, names } }
  }

  const seen = ({ manager, at }: Session, act: string, customerIds: readonly string[] = []) =>
    deps.journal.append({ at, managerId: manager.id, act, customerIds: [...new Set(customerIds)] })

  return {
    async 'retention.show'({ session, reading }) {
      const { ids, shown } = scopeOf(session)
      const period = reading.slots.period ?? calendarMonthOf(session.today)
      const view = await moneyKept(ids, period, session.today)
      await seen(
        session,
        'retention.show',
        view.notKept.map(({ customer }) => customer.id),
      )
      await session.reply(retentionReply(view, shown))
      return undefined
    },

    async 'promise.rate'({ session, reading }) {
      const { ids, shown } = scopeOf(session)
      const period = reading.slots.period ?? calendarMonthOf(session.today)
      const view = await promisesKept(ids, period, session.today)
      await seen(
        session,
        'promise.rate',
        view.promises.map(({ customer }) => customer.id),
      )
      await session.reply(promisesKeptReply(view, shown))
      return undefined
    },

    async 'script.worth'({ session, reading }) {
      const { manager, today, locale } = session
      const { ids, shown } = scopeOf(session)
      const period: Period = reading.slots.period ?? { from: addDays(today, -LINES_DAYS), to: today }
      const { whatWorks } =
        manager.role === 'head'
          ? await branchWorth(ids, period, today)
          : await managerWorth(manager.id, period, today)
      await seen(session, 'script.worth')
      const { lines } = deps.playbooks()[locale]
      const said = (lineId: string) => lines.find(({ id }) => id === lineId)?.text ?? lineId
      await session.reply(whatWorksReply(whatWorks, period, said, shown))
      return undefined
    },

    async 'whatif.show'({ session, reading }) {
      const { manager, locale, today } = session
      if (manager.role !== 'head') {
        await session.reply({ text: dayWordsFor(locale).branch.headOnly })
        return undefined
      }
      const { intervals } = reading.asked ?? {}
      if (intervals === undefined) {
        await session.reply({ text: keptWordsFor(locale).whatIf.ask })
        return undefined
      }
      const { ids, shown } = scopeOf(session)
      const view = await whatIf(ids, new Map(intervals), today)
      await seen(session, 'whatif.show')
      await session.reply(whatIfReply(view, shown))
      return undefined
    },

    async 'holders.raise'({ session, reading }) {
      const { locale, today } = session
      const { products = [], level } = reading.asked ?? {}
      const product = deps.products.all().find(({ id }) => id === products[0])
      if (product === undefined || level === undefined) {
        await session.reply({ text: keptWordsFor(locale).raise.ask })
        return undefined
      }
      const { ids, shown } = scopeOf(session)
      const view = await holders(ids, product, today, level)
      await seen(
        session,
        'holders.raise',
        view.holders.map(({ customer }) => customer.id),
      )
      await session.reply(raiseReply(view, shown))
      return undefined
    },
  }
}
