import { findCustomer } from '../../src/domain/book.js'
import { isOfferedSoon, isOnSale } from '../../src/domain/ledger/find-products.js'
import { isProductKind, type ProductKind } from '../../src/domain/ledger/holding.js'
import type { Product } from '../../src/domain/ledger/product.js'
import { CNY, type Fen, fenOfYuan } from '../../src/domain/money.js'
import type { Reading } from '../../src/language/reading.js'
import {
  maySuitReply,
  type WhoSuits,
  whatSuitsReply,
  whoSuitsReply,
} from '../../src/messaging/cards/sales/match-card.js'
import { productReply, productsReply } from '../../src/messaging/cards/sales/products-card.js'
import { productWordsFor } from '../../src/messaging/wording/sales/product-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { matchProducts } from '../../src/usecases/sales/match-products.js'
import { type About, type ActForCustomer, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import { type Handlers, NOTHING, type PressHandlers, saidNames, sayNobody } from '../handler.js'
import { type OfWhom, ofWhom } from '../lists/of-whom.js'
import type { Session } from '../session.js'

/** A product that comes on sale within so many days is spoken of already. */
const SOON_DAYS = 7

export interface Products {
  /** The facts of one product, by its id. */
  show(productId: string, session: Session): Promise<void>
  /** Whom one product suits. */
  whoFor(productId: string, session: Session, whom?: OfWhom): Promise<void>
  whoSuits(asked: WhoSuits, session: Session, whom?: OfWhom): Promise<void>
  /** What suits one customer; `about` may narrow it to kinds or a product, or name an amount. */
  readonly whatFor: ActForCustomer
}

type ProductDeps = Pick<
  Deps,
  'books' | 'journal' | 'products' | 'policy' | 'calendar' | 'scores' | 'desks' | 'managers' | 'sources'
>

export function createProducts(deps: ProductDeps): Products {
  const match = matchProducts(deps)
  const find = (productId: string) => deps.products.all().find((p) => p.id === productId)

  async function whoSuits(
    asked: WhoSuits,
    { manager, locale, today, at, reply }: Session,
    { customerIds, whose }: OfWhom = {},
  ): Promise<void> {
    const among = customerIds === undefined ? {} : { customerIds }
    const matching = await match({ managerId: manager.id, products: asked.products, ...among, today, at })
    const scores = await deps.scores(manager.id, today)
    await reply(
      whoSuitsReply(
        { ...asked, ...(whose === undefined ? {} : { whose }) },
        { matching, scores, policy: deps.policy, locale, today },
      ),
    )
  }

  return {
    async show(productId, session) {
      const product = find(productId)
      const { locale, today } = session
      if (product === undefined) await session.reply({ text: productWordsFor(locale).noSuch })
      else await session.reply(productReply(product, { locale, today }))
    },

    async whoFor(productId, session, whom) {
      const product = find(productId)
      if (product === undefined) await session.reply({ text: productWordsFor(session.locale).noSuch })
      else await whoSuits({ products: [product] }, session, whom)
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
      const scores = await deps.scores(session.manager.id, today)
      const input = { matching, scores, policy: deps.policy, locale, today, ...money }
      const [only, ...others] = products
      const isOne = ids.length === 1 && only !== undefined && others.length === 0
      await session.reply(isOne ? maySuitReply(customer, only, input) : whatSuitsReply(customer, input))
    },
  }
}

/** What is on sale and whom it suits. */
export function productHandlers(
  deps: Pick<Deps, 'products' | 'journal' | 'books' | 'policy' | 'calendar' | 'scores'>,
  products: Products,
): Handlers {
  const whom = ofWhom(deps)
  const named = ({ asked }: Reading): readonly Product[] =>
    deps.products.all().filter(({ id }) => asked?.products?.includes(id) === true)

  return {
    async 'product.show'({ session, reading }) {
      const { locale, today } = session
      const { productKinds: kinds } = reading.slots
      const found = named(reading)
      const [only, ...others] = found
      await deps.journal.append({ at: session.at, managerId: session.manager.id, act: 'product.show' })
      if (only !== undefined && others.length === 0) {
        await session.reply(productReply(only, { locale, today }))
        return undefined
      }
      const all = found.length > 0 ? found : deps.products.all()
      const isWhole = reading.asked?.wholeCatalogue === true || found.length > 0
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
      return undefined
    },

    async 'product.match'(request) {
      const { session, reading } = request
      const { locale, today } = session
      const { customers = [], productKinds: kinds, amount } = reading.slots
      const found = named(reading)
      if (customers.length > 0 && reading.asked?.seed === 'sell-more')
        return forCustomer('sell-more', reading)
      if (customers.length > 0) {
        const yuan = amount?.min ?? amount?.max
        const about: About = {
          ...(found.length === 0 ? {} : { products: found.map((p) => p.id).join(' ') }),
          ...(kinds === undefined ? {} : { kinds: kinds.join(' ') }),
          ...(yuan === undefined || (amount?.currency ?? CNY) !== CNY
            ? {}
            : { fen: String(fenOfYuan(yuan)) }),
        }
        return forCustomer('match', reading, about)
      }
      if (saidNames(reading) !== '') return sayNobody(request)
      const of = await whom(reading, session)
      const offered = deps.products.all().filter((p) => isOfferedSoon(p, today, SOON_DAYS))
      const { occasion } = reading.asked ?? {}
      if (occasion !== undefined && found.length === 0 && kinds === undefined && offered.length > 0) {
        await products.whoSuits({ products: offered, occasion }, session, of)
        return undefined
      }
      const asked =
        found.length > 0
          ? found
          : kinds !== undefined
            ? offered.filter((p) => kinds.includes(p.kind))
            : newest(offered, reading)
      const [only, ...others] = asked
      if (only !== undefined && others.length === 0) {
        await products.whoFor(only.id, session, of)
        return undefined
      }
      const own = productWordsFor(locale)
      if (asked.length === 0 && (kinds !== undefined || offered.length === 0)) {
        await session.reply({ text: own.match.noneOnSale })
        return undefined
      }
      if (asked.length === 0 || kinds === undefined) {
        const choice = asked.length === 0 ? offered : asked
        await session.reply(
          productsReply(onSaleFirst(choice, today), { title: own.match.whichProduct }, { locale, today }),
        )
        return undefined
      }
      await products.whoSuits({ products: asked, kinds }, session, of)
      return undefined
    },
  }

  /** "The new one": the last to come on sale, announced ones included. */
  function newest(offered: readonly Product[], reading: Reading): readonly Product[] {
    if (reading.asked?.isNew !== true) return []
    const last = offered.reduce<string>(
      (day, p) => (p.saleFrom !== undefined && p.saleFrom > day ? p.saleFrom : day),
      '',
    )
    return last === '' ? [] : offered.filter((p) => p.saleFrom === last)
  }
}

export function productButtons(products: Products): PressHandlers {
  return {
    'product.show': async ({ data }, session) => {
      await products.show(String(data['productId']), session)
      return NOTHING
    },

    'product.match': async ({ data }, session) => {
      await products.whoFor(String(data['productId']), session)
      return NOTHING
    },
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
