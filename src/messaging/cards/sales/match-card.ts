import { tierOf } from '../../../domain/cadence/cadence.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Day } from '../../../domain/day.js'
import type { ProductKind } from '../../../domain/ledger/holding.js'
import type { Product } from '../../../domain/ledger/product.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen, yuanOf } from '../../../domain/money.js'
import { manFromBook } from '../../../domain/opportunity/man.js'
import type { Policy } from '../../../domain/policy.js'
import type { RfmScore } from '../../../domain/rfm/rfm.js'
import type { Fit } from '../../../domain/suitability/fit.js'
import type { Match, Matching, Refused } from '../../../domain/suitability/match-products.js'
import { levelOf, type Refusal } from '../../../domain/suitability/suitability.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { segmentWords } from '../../wording/customers/customer-segment.js'
import { formatAmount, formatTerm } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { manText } from '../../wording/sales/man.js'
import { type ProductWords, productWordsFor } from '../../wording/sales/product-words.js'
import { salesStepsFor } from '../../wording/sales/sales-steps.js'
import { wordingFor } from '../../wording/wording.js'
import { listReply } from '../lists/list-reply.js'
import { buttons, card, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'
import { lastContactText } from '../questions/question-cards.js'

export interface MatchCardInput {
  /** Of the branch. */
  readonly scores: ReadonlyMap<string, RfmScore>
  readonly matching: Matching
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
  /** Money known to be free. */
  readonly amountFen?: Fen
}

/** Days of term that count as near. */
const NEAR_TERM_DAYS = 30

/** What a question who is suited is about. */
export interface WhoSuits {
  readonly products: readonly Product[]
  readonly kinds?: readonly ProductKind[]
  /** Only whose money comes free for this reason. */
  readonly occasion?: 'maturity' | 'idle'
  /** Of whom it is asked, where not of all. */
  readonly whose?: string
}

/** Who suits one product, or the products of some kinds; the others by what stands against them. */
export function whoSuitsReply(asked: WhoSuits, input: MatchCardInput): Reply {
  const { matching, policy, locale, today, scores } = input
  const words = wordingFor(locale)
  const own = productWordsFor(locale)
  const { products } = asked
  const [only] = products.length === 1 ? products : []
  const title =
    asked.occasion !== undefined
      ? own.match.whoOfOccasion[asked.occasion]
      : only !== undefined
        ? own.match.whoTitle(only.name)
        : own.match.whoOfKinds(words.and((asked.kinds ?? []).map((k) => words.kinds[k])))
  const whole = asked.whose === undefined ? title : `${title} · ${asked.whose}`
  const best = bestOfEach(matching.matches.filter(({ fit }) => comesFree(fit, asked.occasion)))
  const everyone = new Set([...matching.matches, ...matching.refused].map(({ customer }) => customer.id))
  const fitting = new Set(best.map((m) => m.customer.id))
  const unfit = matching.refused.filter((r) => !fitting.has(r.customer.id))
  const notes = [
    ...(only?.saleFrom !== undefined && only.saleFrom > today
      ? [own.match.asOf(describeDay(only.saleFrom, locale, today))]
      : []),
    ...refusalGroups(unfit, own),
    ...(best.length === 0 ? [] : [own.match.order]),
  ]
  const summary = words.intents['product.match']
  const data = {
    products: products.map((p) => p.id),
    items: best.map(matchData),
    refused: matching.refused.map(refusedData),
  }
  if (best.length === 0)
    return { text: [`${whole}: ${own.match.nobody}`, ...notes].join('\n'), summary, data }
  return listReply({
    title: whole,
    counts: own.match.fits(best.length, everyone.size),
    rows: best.map(({ customer, product, fit }) => ({
      title: nameOf(customer),
      right:
        customer.aumFen === undefined ? words.customer.unknown : formatAmount(customer.aumFen, CNY, locale),
      lines: [
        fitText(fit, product, own, locale, today),
        [
          words.tier(tierOf(customer, policy)),
          ...segmentWords(scores.get(customer.id)?.segment, locale),
          ...(customer.riskRating === undefined ? [] : [customer.riskRating]),
          ...(only === undefined ? [product.name] : []),
        ].join(' · '),
        [
          manText(manFromBook(customer, product, needOf(fit), policy, today), locale),
          lastContactText(customer, locale, today),
        ].join(' · '),
      ],
      buttons: [
        press(words.brief.see, 'customer.show', { customerId: customer.id }),
        press(words.brief.log, 'contact.log', { customerId: customer.id }),
        press(salesStepsFor(locale).button, 'sales.start', {
          customerId: customer.id,
          productId: product.id,
        }),
      ],
    })),
    more: own.match.more,
    notes,
    summary,
    data,
    shows: shows('customers', best),
  })
}

/** What suits one customer, and what does not with the reason and what would cure it. */
/** Whether one product may be proposed to one customer: one line with what it hangs on, the facts behind buttons. */
export function maySuitReply(customer: Customer, product: Product, input: MatchCardInput): Reply {
  const { matching, locale, today } = input
  const own = productWordsFor(locale)
  const [match] = matching.matches
  const [refused] = matching.refused
  const name = shortName(customer)
  const because =
    refused === undefined
      ? [customer.riskRating, levelOf(product)].filter((part) => part !== undefined).join(' ≥ ')
      : refused.refusals.map((refusal) => refusalText(refusal, own, locale, today)).join(own.match.comma)
  const cure = refused === undefined ? '' : own.cures[refused.refusals[0].cure]
  const said =
    refused === undefined
      ? own.match.may(name, product.name, because)
      : own.match.mayNot(name, product.name, because)
  const text = cure === '' ? said : `${said} → ${cure}`
  const words = wordingFor(locale)
  return {
    text,
    summary: words.intents['product.match'],
    data: {
      customerId: customer.id,
      items: match === undefined ? [] : [matchData(match)],
      refused: matching.refused.map(refusedData),
    },
    shows: shows('customers', [customer]),
    card: card(
      [
        line(text, {
          size: 'Large',
          weight: 'Bolder',
          color: refused === undefined ? 'Accent' : 'Attention',
        }),
        buttons([
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(words.intents['product.show'], 'product.show', { productId: product.id }),
        ]),
      ],
      text,
    ),
  }
}

export function whatSuitsReply(customer: Customer, input: MatchCardInput): Reply {
  const { matching, locale, today, amountFen } = input
  const words = wordingFor(locale)
  const own = productWordsFor(locale)
  const { matches, refused } = matching
  const title =
    own.match.whatTitle(shortName(customer)) +
    (amountFen === undefined ? '' : ` · ${own.match.withAmount(formatAmount(amountFen, CNY, locale))}`)
  const notes = [
    ...(refused.length === 0 ? [] : [own.match.refusedTitle]),
    ...(customer.doNotContact ? [own.match.serviceOnly] : refusedLines(refused, own, locale, today)),
    ...(matches.length === 0 ? [] : [own.match.order]),
  ]
  const summary = words.intents['product.match']
  const data = {
    customerId: customer.id,
    items: matches.map(matchData),
    refused: refused.map(refusedData),
  }
  if (matches.length === 0)
    return { text: [`${title}: ${own.match.nothing}`, ...notes].join('\n'), summary, data }
  return listReply({
    title,
    counts: own.match.fitsProducts(matches.length, matches.length + refused.length),
    rows: matches.map(({ product, fit }) => ({
      title: product.name,
      ...(levelOf(product) === undefined ? {} : { right: levelOf(product)! }),
      lines: [
        fitText(fit, product, own, locale, today),
        [
          words.kinds[product.kind],
          ...(product.termDays === undefined ? [] : [formatTerm(product.termDays, locale)]),
          ...(product.minAmountFen === undefined
            ? []
            : [own.minimum(formatAmount(product.minAmountFen, product.currency, locale))]),
        ].join(' · '),
      ],
      buttons: [press(words.brief.see, 'product.show', { productId: product.id })],
    })),
    more: own.match.moreProducts,
    notes,
    summary,
    data,
    shows: shows(
      'products',
      matches.map(({ product }) => product),
    ),
  })
}

function comesFree({ maturing, idleFen }: Fit, occasion: 'maturity' | 'idle' | undefined): boolean {
  if (occasion === undefined) return true
  return occasion === 'maturity' ? maturing !== undefined : idleFen !== undefined
}

function needOf({ idleFen }: Fit): Parameters<typeof manFromBook>[2] {
  return { idleMoney: idleFen !== undefined, statedWish: false }
}

/** Of several products for one customer the one that fits best; the list is in that order. */
function bestOfEach(matches: readonly Match[]): readonly Match[] {
  const seen = new Set<string>()
  return matches.filter(({ customer }) => {
    const isFirst = !seen.has(customer.id)
    seen.add(customer.id)
    return isFirst
  })
}

function fitText(fit: Fit, product: Product, own: ProductWords, locale: Locale, today: Day): string {
  const { maturing, idleFen, heldBefore, termGapDays } = fit
  const reasons = [
    ...(maturing === undefined
      ? []
      : [
          own.match.maturing(
            describeDay(maturing.on, locale, today),
            formatAmount(maturing.amountFen, product.currency, locale),
          ),
        ]),
    ...(idleFen === undefined ? [] : [own.match.idle(formatAmount(idleFen, CNY, locale))]),
    ...(heldBefore === undefined ? [] : [own.match.held[heldBefore]]),
    ...(termGapDays !== undefined && termGapDays <= NEAR_TERM_DAYS ? [own.match.nearTerm] : []),
  ]
  return reasons.length === 0 ? own.match.nothingFree : reasons.join(' · ')
}

/** `没有营销授权 12位 → 请客户签营销授权`, the most frequent first. */
function refusalGroups(refused: readonly Refused[], own: ProductWords): readonly string[] {
  const groups = new Map<Refusal['reason'], { readonly cure: Refusal['cure']; readonly ids: Set<string> }>()
  for (const { customer, refusals } of refused) {
    const [{ reason, cure }] = refusals
    const group = groups.get(reason) ?? { cure, ids: new Set<string>() }
    groups.set(reason, group)
    group.ids.add(customer.id)
  }
  if (groups.size === 0) return []
  const lines = [...groups]
    .toSorted(([, a], [, b]) => b.ids.size - a.ids.size)
    .map(([reason, { cure, ids }]) => {
      const line = `${own.refusals[reason]} · ${own.match.people(ids.size)}`
      return own.cures[cure] === '' ? line : `${line} → ${own.cures[cure]}`
    })
  return [own.match.refusedGroups, ...lines]
}

/** Products named behind one reason. */
const NAMED = 3

/** `没有营销授权 → 请客户签营销授权: 稳享120天、稳享200天等12只`, what stands against most first. */
function refusedLines(
  refused: readonly Refused[],
  own: ProductWords,
  locale: Locale,
  today: Day,
): readonly string[] {
  const byReason = new Map<string, string[]>()
  for (const { product, refusals } of refused) {
    for (const refusal of refusals) {
      const said = refusalText(refusal, own, locale, today)
      const line = own.cures[refusal.cure] === '' ? said : `${said} → ${own.cures[refusal.cure]}`
      byReason.set(line, [...(byReason.get(line) ?? []), product.name])
    }
  }
  return [...byReason]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(
      ([line, names]) =>
        `${line}: ${own.match.refusedFor(names.slice(0, NAMED), Math.max(0, names.length - NAMED))}`,
    )
}

function refusalText(refusal: Refusal, own: ProductWords, locale: Locale, today: Day): string {
  const facts = own.refusalFacts
  const day = (of: Day) => describeDay(of, locale, today)
  switch (refusal.reason) {
    case 'level-above-rating':
      return facts.levelAboveRating(refusal.level, refusal.rating)
    case 'assessment-expired':
      return facts.expired(day(refusal.lastValidDay))
    case 'below-minimum':
      return facts.belowMinimum(
        formatAmount(refusal.aumFen, CNY, locale),
        formatAmount(refusal.minAmountFen, CNY, locale),
      )
    case 'foreign-minimum-not-held':
      return facts.notHeld(formatAmount(refusal.minAmountFen, refusal.currency, locale))
    case 'not-on-sale-yet':
      return facts.saleFrom(day(refusal.saleFrom))
    case 'off-sale':
      return facts.saleTo(day(refusal.saleTo))
    default:
      return own.refusals[refusal.reason]
  }
}

function matchData({ product, customer, fit }: Match) {
  return {
    customerId: customer.id,
    productId: product.id,
    maturesOn: fit.maturing?.on ?? null,
    free: yuanOf(fit.freeFen),
    heldBefore: fit.heldBefore ?? null,
  }
}

function refusedData({ product, customer, refusals }: Refused) {
  return {
    customerId: customer.id,
    productId: product.id,
    reasons: refusals.map(({ reason, cure }) => ({ reason, cure })),
  }
}
