import type { Agreement } from '../domain/customer/contact.js'
import type { Customer } from '../domain/customer/customer.js'
import { addDays, type Day, dayOf, dayOfMonth, monthOf, yearOf } from '../domain/day.js'
import { CNY, type Fen, fenOfYuan } from '../domain/money.js'
import type { Chance } from './chance.js'
import { drawFlows, withMovement } from './flows.js'
import { missedOn, spokenOn } from './history.js'
import { currentAccount, drawHolding, productOf } from './ledger.js'
import { languageOf, type Scene, workingDaysAgo } from './scene.js'
import type { Story } from './words.js'

type Tell = (customer: Customer, scene: Scene, chance: Chance) => Customer

/** What each story changes in an ordinary life. */
const TELL: Readonly<Record<Story, Tell>> = {
  plain: (customer) => customer,
  'matures-today': (customer, scene, chance) => {
    const holding = drawHolding(scene, chance, productOf(scene, 'TD12'), fenOfYuan(300_000), scene.stage)
    return holdingToo(customer, { ...holding, autoRenew: true })
  },
  'matures-tomorrow': (customer, scene, chance) =>
    holdingToo(
      customer,
      drawHolding(
        scene,
        chance,
        productOf(scene, 'W200'),
        fenOfYuan(1_000_000),
        scene.calendar.next(scene.stage),
      ),
    ),
  'matures-in-a-week': (customer, scene, chance) =>
    holdingToo(
      customer,
      drawHolding(scene, chance, productOf(scene, 'W120'), fenOfYuan(260_000), headsUpDay(scene, 7)),
    ),
  'large-outflow': (customer, scene) =>
    moved(customer, workingDaysAgo(scene, 1), fenOfYuan(-380_000), fenOfYuan(420_000)),
  'large-inflow': (customer, scene) =>
    moved(customer, workingDaysAgo(scene, 1), fenOfYuan(260_000), fenOfYuan(30_000)),
  'fund-far-up': (customer, scene, chance) => {
    const fund = drawHolding(scene, chance, productOf(scene, 'FE01'), fenOfYuan(120_000))
    const dollars = drawHolding(scene, chance, productOf(scene, 'WUSD'), fenOfYuan(20_000))
    return holdingToo(holdingToo(customer, { ...fund, marketValueFen: fenOfYuan(151_200) }), dollars)
  },
  'appointment-today': (customer, scene) =>
    agreed(
      customer,
      scene,
      'appointment',
      scene.stage,
      { zh: '来网点面谈大额存单', en: 'comes to the branch about a CD' },
      '15:00',
    ),
  'promise-overdue': (customer, scene) =>
    agreed(customer, scene, 'promise', workingDaysAgo(scene, 2), {
      zh: '发利率表',
      en: 'send the rate sheet',
    }),
  'never-contacted': (customer, scene, chance) => ({
    ...customer,
    familiarity: 'unknown',
    assignedOn: workingDaysAgo(scene, chance.int(2, 6)),
    contacts: [missedOn(scene, chance, workingDaysAgo(scene, 1))],
  }),
  'long-overdue': (customer, scene, chance) => ({
    ...customer,
    contacts: [
      spokenOn(scene, chance, scene.calendar.sameOrPrevious(addDays(scene.stage, -30))),
      missedOn(scene, chance, workingDaysAgo(scene, 3)),
    ],
  }),
  'do-not-contact': (customer, scene, chance) => ({
    ...holdingToo(
      customer,
      drawHolding(
        scene,
        chance,
        productOf(scene, 'TD12'),
        fenOfYuan(80_000),
        scene.calendar.next(scene.stage),
      ),
    ),
    doNotContact: true,
    marketingConsent: false,
  }),
  'idle-money': (customer, scene) => ({
    ...customer,
    aumFen: fenOfYuan(640_000),
    holdings: [currentAccount(fenOfYuan(640_000))],
    flows: [
      {
        on: addDays(scene.today, -48),
        netFen: fenOfYuan(600_000),
        balanceFen: fenOfYuan(632_000),
        ownCount: 1,
        ownAbsFen: fenOfYuan(600_000),
      },
      {
        on: addDays(scene.today, -12),
        netFen: fenOfYuan(8_000),
        balanceFen: fenOfYuan(640_000),
        ownCount: 1,
        ownAbsFen: fenOfYuan(8_000),
      },
    ],
  }),
  sleeping: (customer, scene, chance) => ({
    ...customer,
    flows: drawFlows(scene, chance, customer.aumFen ?? fenOfYuan(200_000), addDays(scene.today, -104)),
  }),
  'loan-overdue': (customer, scene) =>
    holdingToo(customer, {
      id: '',
      productName: '个人经营贷款',
      kind: 'loan',
      amountFen: fenOfYuan(180_000),
      currency: CNY,
      startsOn: addDays(scene.today, -400),
      maturesOn: addDays(scene.today, 696),
      ratePercent: 3.85,
      autoRenew: false,
      nextPaymentOn: addDays(scene.today, -3),
      overdue: true,
    }),
  birthday: (customer, scene) => {
    const { lunarBirthday: _solarOnly, ...rest } = customer
    const on = scene.calendar.next(scene.stage)
    const born = dayOf(yearOf(scene.today) - 41, monthOf(on), Math.min(dayOfMonth(on), 28))
    return born === undefined ? rest : { ...rest, birthday: born }
  },
  'assessment-runs-out': (customer, scene) => ({
    ...customer,
    riskRating: 'C3',
    riskAssessedOn: addDays(scene.today, -347),
  }),
  'nothing-recorded': (customer) => ({
    id: customer.id,
    name: customer.name,
    ...(customer.phone !== undefined && { phone: customer.phone }),
    doNotContact: false,
    marketingConsent: false,
    holdings: [],
    contacts: [],
    agreements: [],
    flows: [],
  }),
}

/** The customer's life with the story told. */
export function tell(story: Story, customer: Customer, scene: Scene, chance: Chance): Customer {
  return TELL[story](customer, scene, chance)
}

/** A maturity whose heads-up of `days` calendar days is shown on the stage. */
function headsUpDay(scene: Scene, days: number): Day {
  for (let on = addDays(scene.stage, days + 12); on > addDays(scene.stage, days - 3); on = addDays(on, -1)) {
    const shownOn = scene.calendar.sameOrPrevious(addDays(scene.calendar.sameOrPrevious(on), -days))
    if (shownOn === scene.stage) return on
  }
  return addDays(scene.stage, days)
}

function holdingToo(customer: Customer, holding: Customer['holdings'][number]): Customer {
  return { ...customer, holdings: [...customer.holdings.filter((h) => h.kind !== 'current'), holding] }
}

function moved(customer: Customer, on: Day, amount: Fen, before: Fen): Customer {
  const flows = customer.flows.filter((flow) => flow.on < on)
  return { ...customer, flows: withMovement(withMovement(flows, addDays(on, -9), before), on, amount) }
}

function agreed(
  customer: Customer,
  scene: Scene,
  kind: Agreement['kind'],
  on: Day,
  about: { readonly zh: string; readonly en: string },
  time?: string,
): Customer {
  const agreement: Agreement = {
    id: `${customer.id}-1`,
    kind,
    on,
    ...(time !== undefined && { time }),
    about: about[languageOf(scene)],
    madeOn: workingDaysAgo(scene, 4),
    state: 'open',
  }
  return { ...customer, agreements: [agreement] }
}
