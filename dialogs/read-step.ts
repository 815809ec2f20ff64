import { OBJECTIONS } from '../src/domain/customer/contact.js'
import { findProducts } from '../src/domain/ledger/find-products.js'
import type { Step } from '../src/domain/opportunity/opportunity.js'
import { statedFact } from '../src/language/particulars/stated-fact.js'
import type { Fact, Intent } from '../src/language/reading.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { Hearing } from './hearing.js'
import type { Session } from './session.js'
import type { ToldAtStep } from './told-at-step.js'

/** Messages that tell something of the sale by themselves; another does where its words speak of the sale. */
export const TELLING: readonly Intent[] = [
  'none',
  'contact.log',
  'appointment.add',
  'objection.handle',
  'customer.update',
]

/** Whoever surely asks for one of these does not answer a step. */
const NEVER: readonly Intent[] = ['undo', 'help', 'greet', 'thanks', 'cancel', 'brief.show']

const SURE = 0.5

/** What is kept with the customer as well; anything else said of a need is the opportunity's. */
const NAMED_FIELDS: readonly Fact['field'][] = [
  'phone',
  'email',
  'address',
  'birthday',
  'occupation',
  'company',
  'family',
  'hobby',
  'preference',
]

/** Reads everything that words tell of a sale at a step; undefined where they tell nothing of it. */
export type ReadStep = (
  text: string,
  customerId: string,
  step: Step,
  session: Session,
) => Promise<ToldAtStep | undefined>

export function createReadStep(deps: HandlerDeps, hearing: Hearing): ReadStep {
  return async (text, customerId, step, session) => {
    const { intent, confidence, mentions = [] } = await hearing.read(text, session)
    const named = mentions.flatMap(({ customers }) => customers)
    const isOfAnother = named.length > 0 && !named.includes(customerId)
    const sale = deps.sale()(text)
    const topics = deps.topics()
    const isTelling = TELLING.includes(intent)
    const isElse = NEVER.includes(intent) && confidence >= SURE
    if (isElse || isOfAnother || (sale.asks === true && !isTelling)) return undefined

    // Named at whatever step, a product is judged: a wish for what does not suit is refused when it is told.
    const product = sale.asks === true ? undefined : findProducts(deps.products.all(), { text })[0]
    const objections = step < 3 || sale.accepted === true ? [] : raisedIn(text, topics)
    const plan = (await hearing.read(withoutRates(text), session, 'appointment.add')).slots
    const report = await hearing.readReport(text, customerId, session)
    const when = report?.when ?? plan.when
    const amount = report?.amount ?? plan.amount
    const stated = step <= 2 ? (await hearing.read(text, session, 'customer.update')).slots.fact : undefined
    const fact = stated !== undefined && NAMED_FIELDS.includes(stated.field) ? stated : undefined
    const told: ToldAtStep = {
      text,
      sale,
      objections,
      ...(report === undefined ? {} : { report }),
      ...(product === undefined ? {} : { productId: product.id }),
      ...(amount === undefined ? {} : { amount }),
      ...(when === undefined || step < 3 ? {} : { when }),
      ...(fact === undefined ? {} : { fact: statedFact(fact, deps.particulars().fold(text)) }),
    }
    return tellsSomething(told, step, isTelling) ? told : undefined
  }
}

/** 别家4.2 is no day in April. */
function withoutRates(text: string): string {
  return text.replace(/(?<![约到在于\d])\d{1,2}\.\d{1,2}(?!\d)%?/g, ' ')
}

/** The objections in the words; that there is no time now is none beside another. */
function raisedIn(text: string, topics: ReturnType<HandlerDeps['topics']>): ToldAtStep['objections'] {
  const raised = topics.objections(text)
  const others = raised.filter((one) => one !== 'timing')
  return OBJECTIONS.filter((one) => (others.length > 0 ? others : raised).includes(one))
}

function tellsSomething(told: ToldAtStep, step: Step, isTelling: boolean): boolean {
  const { sale, report, productId, amount, when, fact, objections } = told
  const hasMan = Object.keys(sale.man).length > 0
  switch (step) {
    case 1:
      return isTelling
    case 2:
      return productId !== undefined || hasMan || fact !== undefined || (amount !== undefined && isTelling)
    case 3:
    case 4:
      return (
        report !== undefined ||
        when !== undefined ||
        objections.length > 0 ||
        [sale.met, sale.notMet, sale.lost, sale.won].includes(true)
      )
    default:
      return (
        productId !== undefined ||
        amount !== undefined ||
        objections.length > 0 ||
        when !== undefined ||
        [sale.accepted, sale.lost, sale.won].includes(true) ||
        (hasMan && isTelling)
      )
  }
}
