import { findCustomer } from '../../src/domain/book.js'
import { addMonths, type Day } from '../../src/domain/day.js'
import { isOnSale } from '../../src/domain/ledger/find-products.js'
import { meetingsToSeek } from '../../src/domain/meeting/meetings-to-seek.js'
import { rankLines } from '../../src/domain/playbook/choose-line.js'
import { occupationOf } from '../../src/domain/playbook/occupation.js'
import { permissionOf } from '../../src/domain/playbook/permission.js'
import { callReview, tickedReview } from '../../src/domain/playbook/review-call.js'
import { SITUATIONS } from '../../src/domain/playbook/situations.js'
import { sellMore } from '../../src/domain/suitability/sell-more.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import {
  callScoreReply,
  callSheetReply,
  meetingsToSeekReply,
  pretextsReply,
  sellMoreReply,
} from '../../src/messaging/cards/sales/seed-cards.js'
import { bracketedValues } from '../../src/messaging/wording/days/bracketed.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { seedWordsFor } from '../../src/messaging/wording/sales/seed-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { showBrief } from '../../src/usecases/brief/show-brief.js'
import { matchProducts } from '../../src/usecases/sales/match-products.js'
import type { ActForCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import { NOTHING, type PressHandlers } from '../handler.js'
import type { Scripts, Seeds } from './handle.js'

type SeedDeps = Pick<
  Deps,
  'books' | 'journal' | 'policy' | 'calendar' | 'playbooks' | 'sources' | 'desks' | 'products' | 'claims'
>

export function createSeeds(deps: SeedDeps): Seeds {
  const brief = showBrief(deps)
  const match = matchProducts(deps)
  return {
    async answer(seed, session) {
      const { manager, locale, today, now, at } = session
      const playbook = deps.playbooks()[locale]
      switch (seed) {
        case 'pretexts': {
          const customer = { id: '', permission: 'any' } as const
          const asked = { kind: 'pretext', customer, values: bracketedValues(locale), day: today } as const
          const lines = SITUATIONS.pretext.flatMap((situation) => {
            const [line] = rankLines(playbook, { ...asked, situation, lastUsed: [] })
            return line === undefined ? [] : [{ situation, line }]
          })
          await session.reply(pretextsReply(lines, locale))
          return true
        }
        case 'review-sheet':
          await session.reply(callSheetReply(playbook.reviewSheet, locale))
          return true
        case 'meetings-to-seek': {
          const { rows } = await brief(manager.id, today, { full: true })
          const { customers } = await deps.books.read(manager.id)
          const sought = meetingsToSeek({ rows, customers, calendar: deps.calendar, today, now })
          const customerIds = sought.map(({ customer }) => customer.id)
          const onSale = deps.products.all().filter((product) => isOnSale(product, today))
          const { matches } =
            customerIds.length === 0
              ? { matches: [] }
              : await match({ managerId: manager.id, products: onSale, customerIds, today, at })
          const shown = sought.map((one) => {
            const found = matches.find(({ customer }) => customer.id === one.customer.id)
            return found === undefined ? one : { ...one, product: found.product.name }
          })
          await deps.journal.append({ at, managerId: manager.id, act: 'meetings.seek', customerIds })
          await session.reply(meetingsToSeekReply(shown, locale, today))
          return true
        }
        case 'after-sales':
        case 'sell-more':
          return false // of a customer
      }
    },
  }
}

/** What is answered for one customer who is clear. */
export function seedsOfCustomer(
  deps: SeedDeps,
  scripts: Scripts,
): Readonly<Record<'after-sales' | 'sell-more', ActForCustomer>> {
  const match = matchProducts(deps)
  return {
    'sell-more': async (customerId, _about, { manager, locale, today, at, reply }) => {
      const customer = findCustomer(await deps.books.read(manager.id), customerId)
      if (customer === undefined)
        return void (await reply({ text: wordingFor(locale).noCustomer(customerId) }))
      const { occupations } = deps.playbooks()[locale]
      const trade = occupationOf(occupations, customer.occupation)
      const guide = occupations.find(({ id }) => id === trade)
      const products = deps.products.all().filter((product) => isOnSale(product, today))
      const customerIds = [customerId]
      const { matches } = await match({ managerId: manager.id, products, customerIds, today, at })
      const more = sellMore(customer, matches, guide?.fittingKinds ?? [], today)
      await reply(sellMoreReply(customer, more, guide?.name, locale, today))
    },

    'after-sales': async (customerId, _about, session) => {
      const { manager, locale, today } = session
      const customer = findCustomer(await deps.books.read(manager.id), customerId)
      if (customer === undefined) return
      const own = seedWordsFor(locale).afterSales
      const won = (customer.opportunities ?? [])
        .flatMap(({ outcome }) => (outcome?.kind === 'won' ? [outcome] : []))
        .toSorted((a, b) => (a.on > b.on ? -1 : 1))
      const planned = customer.agreements.filter(
        ({ kind, state, on }) => kind !== 'appointment' && state === 'open' && on !== undefined,
      )
      const name = shortName(customer)
      const lines = [
        own.title(name),
        ...(won.length === 0 ? [own.none(name)] : []),
        ...won
          .slice(0, 3)
          .map(({ product, on }) => own.sold(product.productName, describeDay(on, locale, today))),
        ...planned
          .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
          .slice(0, 5)
          .map(({ on, about, kind }) =>
            own.planned(
              describeDay(on ?? today, locale, today),
              about ?? wordingFor(locale).agreements[kind],
            ),
          ),
      ]
      await session.reply({ text: lines.join('\n') })
      if (permissionOf(customer) === 'service') return
      const [last] = won
      // Without a sale the lines lack the product and its day: they are shown with words in brackets.
      if (last === undefined) await scripts.forTopic({ kind: 'after-sales', situation: 'day-1' }, session)
      else
        await scripts.forCustomer(
          customerId,
          { topic: `after-sales/${stageOf(last.startsOn, today)}` },
          session,
        )
    },
  }
}

/** The sheet of a real call, filled in: what was said is read, else what was ticked counts. */
export function seedButtons(deps: Pick<Deps, 'playbooks' | 'claims'>): PressHandlers {
  return {
    'call.score': async ({ data }, session) => {
      const { locale } = session
      const { reviewSheet } = deps.playbooks()[locale]
      const said = String(data['said'] ?? '').slice(0, 3000)
      const lines = said.split('\n').flatMap((one) => {
        const text = one.trim()
        return text === '' ? [] : [{ who: 'manager', text } as const]
      })
      const review =
        lines.length > 0
          ? callReview(reviewSheet, locale, deps.claims())(lines)
          : tickedReview(reviewSheet, (id) => data[id] === 'true')
      await session.reply(callScoreReply(review, reviewSheet, locale))
      return NOTHING
    },
  }
}

/** Which of the after-sales words fit so long after the start. */
function stageOf(startsOn: Day, today: Day): 'day-1' | 'month-1' {
  return addMonths(startsOn, 1) <= today ? 'month-1' : 'day-1'
}
