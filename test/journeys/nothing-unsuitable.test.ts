import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Customer } from '../../src/domain/customer/customer.js'
import { addDays } from '../../src/domain/day.js'
import type { Product } from '../../src/domain/ledger/product.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { suitability } from '../../src/domain/suitability/suitability.js'
import type { Reply } from '../../src/ports/reply.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { POLICY, TODAY } from '../support/rules.js'

/** Products of every level and none, on sale and not, cheap and dear. Their names are found in nothing else. */
const products = fc
  .array(
    fc.record({
      kind: fc.constantFrom('wealth', 'fund', 'insurance', 'time-deposit'),
      riskLevel: fc.constantFrom('R1', 'R2', 'R3', 'R5', undefined),
      issuerRiskLevel: fc.constantFrom('R1', 'R4', undefined, undefined),
      minAmountFen: fc.constantFrom(fenOfYuan(10_000), fenOfYuan(1_000_000), undefined),
      from: fc.constantFrom(-30, 0, 3, undefined),
      to: fc.constantFrom(-1, 0, 30, undefined),
    }),
    { minLength: 3, maxLength: 5 },
  )
  .map((all) =>
    all.map(
      ({ from, to, riskLevel, issuerRiskLevel, minAmountFen, kind }, at): Product => ({
        id: `P${at}`,
        name: `${'甲乙丙丁戊'[at]}字${at + 71}号`,
        kind: kind as Product['kind'],
        currency: 'CNY',
        ...(riskLevel === undefined ? {} : { riskLevel: riskLevel as 'R1' }),
        ...(issuerRiskLevel === undefined ? {} : { issuerRiskLevel: issuerRiskLevel as 'R1' }),
        ...(minAmountFen === undefined ? {} : { minAmountFen }),
        ...(from === undefined ? {} : { saleFrom: addDays(TODAY, from) }),
        ...(to === undefined || to < (from ?? to) ? {} : { saleTo: addDays(TODAY, to) }),
      }),
    ),
  )

const customer = fc
  .record({
    rating: fc.constantFrom('C1', 'C2', 'C3', 'C5', undefined),
    assessed: fc.constantFrom(-30, -365, -366, undefined),
    aum: fc.constantFrom(5_000, 500_000, 3_000_000, undefined),
    doNotContact: fc.constantFrom(false, false, true),
    marketingConsent: fc.constantFrom(true, true, false),
  })
  .map(({ rating, assessed, aum, ...permissions }): Customer => {
    const { aumFen: _, ...rest } = aCustomer('C01', {
      name: '陈立群',
      nickname: '陈总',
      holdings: [aHolding('2026-11-24')],
      contacts: [aContact('2026-11-20')],
      ...permissions,
    })
    return {
      ...rest,
      ...(rating === undefined ? {} : { riskRating: rating as 'C1' }),
      ...(assessed === undefined ? {} : { riskAssessedOn: addDays(TODAY, assessed) }),
      ...(aum === undefined ? {} : { aumFen: fenOfYuan(aum) }),
    }
  })

/** What a manager may say or press; `P` and the name stand for one of the products. */
const acts = fc.array(
  fc.record({
    act: fc.constantFrom(
      'says 给陈总推什么',
      'says NAME适合陈总吗',
      'says NAME适合谁',
      'says 看看陈总',
      'says 给陈总打电话怎么说',
      'says 陈总嫌收益低怎么回',
      'says what could I offer Chen',
      'says 他要买NAME,50万',
      'says 成交了,NAME50万',
      'says 下一步',
      'says 上一步',
      'presses present P',
      'presses win',
      'presses skip',
      'presses advance',
      'starts P',
      'starts',
    ),
    at: fc.nat(4),
  }),
  { minLength: 8, maxLength: 14 },
)

/** Lines that may name what does not suit: they ask whom it suits, refuse it, or give the reason and the cure. */
const REFUSES =
  /适合谁|Who .* suits|不能推荐|may not be proposed|→|^(?:客户勿扰|风险评估|产品R|资产)|停售|开售|off sale|on sale from|^(?:product R|assets|assessment|do not contact)/

it('no conversation proposes, names or sells what does not suit, and every refusal says why', async () => {
  await fc.assert(
    fc.asyncProperty(products, customer, acts, async (all, who, doing) => {
      const unfit = all.filter((product) => !suitability(product, who, POLICY, TODAY).fits)
      const unfitToBuy = new Set(
        unfit
          .filter((product) => {
            const decided = suitability(product, who, POLICY, TODAY)
            return (
              !decided.fits &&
              decided.refusals.some(
                ({ reason }) => reason !== 'do-not-contact' && reason !== 'no-marketing-consent',
              )
            )
          })
          .map(({ id }) => id),
      )
      const chat = await startChat({ customers: [who], products: all })
      try {
        for (const { act, at } of doing) {
          const product = all[at % all.length]!
          const before = chat.replies.length
          await perform(chat, act, product)
          for (const reply of chat.replies.slice(before)) expectNoProposal(reply, unfit)
          const [now] = (await chat.book()).customers
          const named = (now?.opportunities ?? []).flatMap((one) => [
            one.product?.productId,
            ...one.shown.map(({ productId }) => productId),
          ])
          expect(named.filter((id) => unfit.some((one) => one.id === id))).toEqual([])
          expect(now?.holdings.filter(({ productId }) => unfitToBuy.has(productId ?? ''))).toEqual([])
        }
      } finally {
        await chat.stop()
      }
    }),
    { numRuns: 8, seed: 20261127, endOnFailure: true },
  )
}, 60_000)

async function perform(chat: Chat, act: string, product: Product): Promise<void> {
  const [verb = '', ...rest] = act.split(' ')
  const what = rest.join(' ').replace('NAME', product.name)
  if (verb === 'says') await chat.says(what)
  else if (verb === 'starts') {
    const about = what === 'P' ? { productId: product.id } : {}
    await chat.pressesWith('sales.start', { customerId: 'C01', ...about })
  } else {
    // A press that no card of ours need carry: the prompt that is open, with any choice.
    const prompt = promptOf(chat.replies)
    if (prompt !== undefined)
      await chat.pressesWith('answer', { prompt, choice: what.replace('P', product.id) })
  }
}

function promptOf(replies: readonly Reply[]): unknown {
  const found = replies.map(({ card }) => /"prompt":"([^"]+)"/.exec(JSON.stringify(card ?? {}))?.[1])
  return found.findLast((one) => one !== undefined)
}

/** An unfit product stands on no button, and in words only behind what says that it does not suit. */
function expectNoProposal({ card, text, data }: Reply, unfit: readonly Product[]): void {
  const items = (data as { readonly items?: readonly { productId?: string }[] } | undefined)?.items ?? []
  for (const { id, name } of unfit) {
    expect(items.map(({ productId }) => productId)).not.toContain(id)
    expect(JSON.stringify(card ?? {})).not.toContain(`"choice":"present ${id}"`)
    for (const line of text.split('\n').filter((one) => one.includes(name))) expect(line).toMatch(REFUSES)
  }
}
