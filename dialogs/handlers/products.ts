import { findCustomer } from '../../src/domain/book.js'
import { findProducts, isOfferedSoon, isOnSale } from '../../src/domain/ledger/find-products.js'
import { isProductKind, type ProductKind } from '../../src/domain/ledger/holding.js'
import type { Product } from '../../src/domain/ledger/product.js'
import { CNY, type Fen, fenOfYuan } from '../../src/domain/money.js'
import {
  isAboutNew,
  isWholeCatalogue,
  occasionAsked,
  termAsked,
} from '../../src/language/particulars/narrowing.js'
import type { Reading } from '../../src/language/reading.js'
import { type WhoSuits, whatSuitsReply, whoSuitsReply } from '../../src/messaging/cards/match-card.js'
import { productReply, productsReply } from '../../src/messaging/cards/products-card.js'
import { productWordsFor } from '../../src/messaging/wording/product-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { matchProducts } from '../../src/usecases/match-products.js'
import { type About, type ActForCustomer, ForCustomer } from '../for-customer.js'
import type { Session } from '../session.js'
import { type HandlerDeps, type Handlers, saidNames, sayNobody } from './handler.js'

/** A product that comes on sale within so many days is spoken of already. */
const SOON_DAYS = 7

export interface Products {
  /** The facts of one product, by its id. */
  show(productId: string, session: Session): Promise<void>
  /** Whom one product suits. */
  whoFor(productId: string, session: Session): Promise<void>
  whoSuits(asked: WhoSuits, session: Session): Promise<void>
  /** What suits one customer; `about` may narrow it to kinds or a product, or name an amount. */
  readonly whatFor: ActForCustomer
}

export function createProducts(deps: HandlerDeps): Products {
  const match = matchProducts(deps)
  const find = (productId: string) => deps.products.all().find((p) => p.id === productId)

  async function whoSuits(asked: WhoSuits, { manager, locale, today, at, reply }: Session): Promise<void> {
    const matching = await match({ managerId: manager.id, products: asked.products, today, at })
    const scores = await deps.scores(manager.id, today)
    await reply(whoSuitsReply(asked, { matching, scores, policy: deps.policy, locale, today }))
  }

  return {
    async show(productId, session) {
      const product = find(productId)
      const { locale, today } = session
      if (product === undefined) await session.reply({ text: productWordsFor(locale).noSuch })
      else await session.reply(productReply(product, { locale, today }))
    },

    async whoFor(productId, session) {
      const product = find(productId)
      if (product === undefined) await session.reply({ text: productWordsFor(session.locale).noSuch })
      else await whoSuits({ products: [product] }, session)
    },

    whoSuits,

    async whatFor(customerId, about, session) {
      const { manager, locale, today, at } = session
      const customer = findCustomer(await deps.books.read(manager.id), customerId)
      if (customer === undefined) {
        await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
        return
      }
      const { ids, kinds, amountFen } = narrowedBy(about)
      const products = deps.products
        .all()
        .filter((p) => (ids.length === 0 ? isOfferedSoon(p, today, SOON_DAYS) : ids.includes(p.id)))
        .filter((p) => ids.length > 0 || kinds.length === 0 || kinds.includes(p.kind))
        .filter((p) => amountFen === undefined || isCoveredBy(p, amountFen))
      if (products.length === 0) {
        await session.reply({ text: productWordsFor(locale).match.noneOnSale })
        return
      }
      const money = amountFen === undefined ? {} : { amountFen }
      const customerIds = [customerId]
      const matching = await match({ managerId: manager.id, products, customerIds, ...money, today, at })
      await session.reply(
        whatSuitsReply(customer, {
          matching,
          scores: await deps.scores(session.manager.id, today),
          policy: deps.policy,
          locale,
          today,
          ...money,
        }),
      )
    },
  }
}

/** What is on sale and whom it suits. */
export function productHandlers(deps: HandlerDeps, products: Products): Handlers {
  function named(reading: Reading): readonly Product[] {
    const { productKinds } = reading.slots
    const term = termAsked(deps.particulars().fold(reading.text))
    return findProducts(deps.products.all(), {
      text: reading.text,
      ...(productKinds === undefined ? {} : { kinds: productKinds }),
      ...(term === undefined ? {} : { termDays: term }),
    })
  }

  return {
    async 'product.show'({ session, reading }) {
      const { locale, today } = session
      const { productKinds: kinds } = reading.slots
      const found = named(reading)
      const [only, ...others] = found
      const folded = deps.particulars().fold(reading.text)
      await deps.journal.append({ at: session.at, managerId: session.manager.id, act: 'product.show' })
      if (only !== undefined && others.length === 0) {
        await session.reply(productReply(only, { locale, today }))
        return 'answered'
      }
      const all = found.length > 0 ? found : deps.products.all()
      const isWhole = isWholeCatalogue(folded) || found.length > 0
      const shown = all
        .filter((p) => isWhole || isOfferedSoon(p, today, SOON_DAYS))
        .filter((p) => found.length > 0 || kinds === undefined || kinds.includes(p.kind))
      const own = productWordsFor(locale)
      const title = found.length > 0 ? { title: own.whichOne } : isWhole ? { title: own.catalogue } : {}
      await session.reply(
        productsReply(
          onSaleFirst(shown, today),
          { ...title, ...(kinds === undefined ? {} : { kinds }) },
          { locale, today },
        ),
      )
      return 'answered'
    },

    async 'product.match'(request) {
      const { dialogs, session, reading } = request
      const { locale, today } = session
      const { customers = [], productKinds: kinds, amount } = reading.slots
      const found = named(reading)
      if (customers.length > 0) {
        const yuan = amount?.min ?? amount?.max
        const about: About = {
          ...(found.length === 0 ? {} : { products: found.map((p) => p.id).join(' ') }),
          ...(kinds === undefined ? {} : { kinds: kinds.join(' ') }),
          ...(yuan === undefined || (amount?.currency ?? CNY) !== CNY
            ? {}
            : { fen: String(fenOfYuan(yuan)) }),
        }
        const said = saidNames(reading)
        await dialogs.beginDialog(ForCustomer.id, { act: 'match', about, said, candidates: customers })
        return 'begun'
      }
      if (saidNames(reading) !== '') return sayNobody(request)
      const offered = deps.products.all().filter((p) => isOfferedSoon(p, today, SOON_DAYS))
      const occasion = occasionAsked(deps.particulars().fold(reading.text))
      if (occasion !== undefined && found.length === 0 && kinds === undefined && offered.length > 0) {
        await products.whoSuits({ products: offered, occasion }, session)
        return 'answered'
      }
      const asked =
        found.length > 0
          ? found
          : kinds !== undefined
            ? offered.filter((p) => kinds.includes(p.kind))
            : newest(offered, reading)
      const [only, ...others] = asked
      if (only !== undefined && others.length === 0) {
        await products.whoFor(only.id, session)
        return 'answered'
      }
      const own = productWordsFor(locale)
      if (asked.length === 0 && (kinds !== undefined || offered.length === 0)) {
        await session.reply({ text: own.match.noneOnSale })
        return 'answered'
      }
      if (asked.length === 0 || kinds === undefined) {
        const choice = asked.length === 0 ? offered : asked
        await session.reply(
          productsReply(onSaleFirst(choice, today), { title: own.match.whichProduct }, { locale, today }),
        )
        return 'answered'
      }
      await products.whoSuits({ products: asked, kinds }, session)
      return 'answered'
    },
  }

  /** "The new one": the last to come on sale, announced ones included. */
  function newest(offered: readonly Product[], reading: Reading): readonly Product[] {
    if (!isAboutNew(deps.particulars().fold(reading.text))) return []
    const last = offered.reduce<string>(
      (day, p) => (p.saleFrom !== undefined && p.saleFrom > day ? p.saleFrom : day),
      '',
    )
    return last === '' ? [] : offered.filter((p) => p.saleFrom === last)
  }
}

function onSaleFirst(products: readonly Product[], today: Session['today']): readonly Product[] {
  const rank = (p: Product) =>
    isOnSale(p, today) ? 0 : p.saleFrom !== undefined && p.saleFrom > today ? 1 : 2
  return products.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

function isCoveredBy({ minAmountFen, currency }: Product, amountFen: Fen): boolean {
  return currency === CNY && (minAmountFen === undefined || minAmountFen <= amountFen)
}

function narrowedBy({ products, kinds, fen }: About): {
  readonly ids: readonly string[]
  readonly kinds: readonly ProductKind[]
  readonly amountFen?: Fen
} {
  return {
    ids: products?.split(' ') ?? [],
    kinds: kinds?.split(' ').filter(isProductKind) ?? [],
    ...(fen === undefined ? {} : { amountFen: fenOfYuan(Number(fen) / 100) }),
  }
}
