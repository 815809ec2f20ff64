import { type Book, withCustomers } from '../domain/book.js'
import { type BranchCampaigns, type Campaign, noCampaigns } from '../domain/campaign/campaign.js'
import { moveCampaign } from '../domain/campaign/course.js'
import { type Contact, OBJECTIONS, type Outcome } from '../domain/customer/contact.js'
import type { Customer } from '../domain/customer/customer.js'
import { addDays, addMonths, type Day } from '../domain/day.js'
import type { DayFlow } from '../domain/ledger/day-flow.js'
import type { Holding, ProductKind } from '../domain/ledger/holding.js'
import { CNY, fen, fenOfYuan } from '../domain/money.js'
import type { Policy } from '../domain/policy.js'
import type { WorkingCalendar } from '../domain/working-days.js'
import { type Chance, chanceOf } from './chance.js'
import { numbered } from './history.js'
import { withAccountNumbers } from './ledger.js'
import type { Sample } from './make-sample.js'

/** What of a campaign's file its sample goes by; its days are set around the present one. */
export type CampaignOutline = Pick<Campaign, 'name' | 'query' | 'goals' | 'offers' | 'source' | 'way'>

export interface MicroCampaignRequest {
  readonly outline: CampaignOutline
  readonly seed: number
  readonly today: Day
  readonly calendar: WorkingCalendar
  readonly policy: Policy
}

const ENTERPRISES = 500
/** Of work that has been done by today. */
const WORKED_DAYS = 15
const MONTHS = 4
/** Behind any number of an ordinary customer of the same manager. */
const FIRST_NUMBER = 90_000_000

const TRADES = [
  { zh: ['餐饮', '餐馆'], en: ['restaurant', 'Restaurant'] },
  { zh: ['美容美发', '美发店'], en: ['hairdresser', 'Hair Salon'] },
  { zh: ['建筑装修', '装修队'], en: ['builder', 'Builders'] },
  { zh: ['家电经营', '家电行'], en: ['appliance dealer', 'Appliances'] },
  { zh: ['维修', '维修部'], en: ['repair shop', 'Repairs'] },
  { zh: ['快餐', '快餐店'], en: ['fast food', 'Fast Food'] },
] as const
const FIRSTS_ZH = '福鸿旺顺祥金盛和丰泰兴隆永恒嘉瑞聚宏佳明'
const SECONDS_ZH = '满运达源发康美诚信家记友乐香味园春海江林'
const FIRSTS_EN = [
  'Golden',
  'Lucky',
  'Happy',
  'Grand',
  'New',
  'Silver',
  'Green',
  'Royal',
  'Sunny',
  'East',
  'Blue',
  'Red',
  'Bright',
  'Swift',
  'Prime',
  'First',
  'Noble',
  'River',
  'Lake',
  'Hill',
] as const
const SECONDS_EN = [
  'Phoenix',
  'Harbour',
  'Garden',
  'Star',
  'Bridge',
  'Lotus',
  'Dragon',
  'Corner',
  'Market',
  'Bamboo',
  'Maple',
  'Pearl',
  'Gate',
  'Orchid',
  'Tiger',
  'Summit',
  'Willow',
  'Crane',
  'Jade',
  'Cedar',
] as const

/**
 * The sample with 500 micro-enterprises in its books, and the campaign that has been running with them for three weeks: their
 * deposits, cards, payroll and settlement, who was called and what came of it.
 */
export function withMicroCampaign(
  sample: Sample,
  { outline, seed, today, calendar, policy }: MicroCampaignRequest,
): { readonly sample: Sample; readonly campaigns: BranchCampaigns } {
  let first = calendar.sameOrPrevious(today)
  for (let back = 1; back < WORKED_DAYS; back++) first = calendar.previous(first)
  const chance = chanceOf('micro', seed)
  const keepers = sample.books.length
  const books = sample.books.map((book, index): Book => {
    const isZh = sample.managers.find(({ id }) => id === book.managerId)?.locale !== 'en-US'
    const own: Customer[] = []
    for (let at = index; at < ENTERPRISES; at += keepers)
      own.push(enterprise(at, isZh, book.managerId, first, today, calendar, chance.of(at)))
    return withCustomers(book, own)
  })
  const branchId = sample.managers[0]?.branchId ?? ''
  const draft: Campaign = {
    id: `${branchId}-1`,
    ...outline,
    from: first,
    to: addDays(addMonths(first, MONTHS), -1),
    state: 'draft',
    draftedOn: calendar.previous(first),
    members: [],
    left: [],
  }
  const known = { ...noCampaigns(branchId), campaigns: [draft] }
  const branch = books.flatMap(({ managerId, customers }) =>
    customers.map((customer) => ({ managerId, customer })),
  )
  const moved = moveCampaign(draft, { kind: 'start' }, known, branch, policy, first)
  const campaign = moved.status === 'moved' ? moved.campaign : draft
  return { sample: { ...sample, books }, campaigns: { ...known, campaigns: [campaign] } }
}

function enterprise(
  at: number,
  isZh: boolean,
  managerId: string,
  first: Day,
  today: Day,
  calendar: WorkingCalendar,
  chance: Chance,
): Customer {
  const id = String(FIRST_NUMBER + at)
  const trade = TRADES[at % TRADES.length]!
  const [occupation, shop] = isZh ? trade.zh : trade.en
  const [i, j] = [at % 20, Math.floor(at / 20) % 20]
  const called = isZh ? `${FIRSTS_ZH[i]}${SECONDS_ZH[j]}` : `${FIRSTS_EN[i]} ${SECONDS_EN[j]}`
  const hasBegun = chance.is(0.22)
  const deposits = chance.int(0, 10) * 10_000
  const own: Holding[] = [
    row('current', isZh ? '企业活期' : 'Business current account', chance.int(5, 120) * 1_000),
    ...(deposits === 0
      ? []
      : [
          row(
            'notice-deposit',
            isZh ? '7天通知存款' : '7-day notice deposit',
            deposits,
            addDays(first, -chance.int(20, 300)),
          ),
        ]),
  ]
  const begun = hasBegun ? begunSince(isZh, first, today, chance) : []
  return {
    id,
    name: isZh ? `${called}${shop}` : `${called} ${shop}`,
    type: 'micro',
    nickname: called,
    occupation,
    company: isZh ? `${called}${shop}` : `${called} ${shop}`,
    phone: `199${String(10_000_000 + at * 37).slice(-8)}`,
    aumFen: fenOfYuan(deposits + 60_000),
    doNotContact: chance.is(0.01),
    marketingConsent: !chance.is(0.04),
    assignedOn: addDays(first, -chance.int(30, 400)),
    holdings: withAccountNumbers(id, [...own, ...begun]),
    contacts: numbered(id, worked(managerId, hasBegun, first, today, calendar, chance)),
    agreements: [],
    flows: flowsOf(first, today, chance),
  }
}

function row(kind: ProductKind, productName: string, yuan: number, startsOn?: Day): Holding {
  return {
    id: '',
    productName,
    kind,
    amountFen: fenOfYuan(yuan),
    currency: CNY,
    ...(startsOn === undefined ? {} : { startsOn }),
    autoRenew: false,
  }
}

/** What an enterprise that was won has opened since. */
function begunSince(isZh: boolean, first: Day, today: Day, chance: Chance): readonly Holding[] {
  const on = () => {
    const day = addDays(first, chance.int(1, 18))
    return day <= today ? day : today
  }
  const cards = chance.int(0, 5)
  return [
    row('time-deposit', isZh ? '三个月定期' : 'Three-month deposit', chance.int(5, 60) * 10_000, on()),
    ...Array.from({ length: cards }, () => row('debit-card', isZh ? '商务卡' : 'Business card', 0, on())),
    ...(chance.is(0.3)
      ? [row('payroll', isZh ? '代发工资' : 'Payroll', chance.int(2, 20) * 10_000, on())]
      : []),
  ]
}

const OUTCOMES: readonly Outcome[] = [
  'info',
  'info',
  'interested',
  'interested',
  'considering',
  'appointment',
  'declined',
  'callback',
]

/** A few weeks of calls: half were called, and who opened something was spoken with about it. */
function worked(
  managerId: string,
  hasBegun: boolean,
  first: Day,
  today: Day,
  calendar: WorkingCalendar,
  chance: Chance,
): readonly Contact[] {
  const made: Contact[] = []
  const on = (from: number, to: number) => {
    const day = calendar.sameOrPrevious(addDays(first, chance.int(from, to)))
    return day < first ? first : day > today ? calendar.sameOrPrevious(today) : day
  }
  const contact = (day: Day, reached: boolean, outcome: Outcome): Contact => ({
    id: '',
    on: day,
    managerId,
    channel: 'call',
    reached,
    outcome,
    ...(outcome === 'declined' ? { objection: chance.pick(OBJECTIONS) } : {}),
  })
  // Known from before: the regular contact is not what calls for them now.
  made.push(contact(addDays(first, -chance.int(2, 12)), true, 'info'))
  if (!hasBegun && chance.is(0.45)) return made
  if (chance.is(0.4)) made.push(contact(on(0, 8), false, 'no-answer'))
  if (hasBegun) made.push(contact(on(9, 18), true, 'closed'))
  else if (chance.is(0.75)) made.push(contact(on(6, 18), true, chance.pick(OUTCOMES)))
  return made
}

/** Takings and purchases, a few times a month. */
function flowsOf(first: Day, today: Day, chance: Chance): readonly DayFlow[] {
  const flows: DayFlow[] = []
  let balance = chance.int(20, 200) * 100_000
  for (let on = addDays(first, -60); on <= today; on = addDays(on, chance.int(3, 9))) {
    const into = chance.int(5, 60) * 100_000
    const out = chance.int(5, 55) * 100_000
    balance = Math.max(0, balance + into - out)
    flows.push({
      on,
      netFen: fen(into - out),
      balanceFen: fen(balance),
      ownCount: 2,
      ownAbsFen: fen(into + out),
    })
  }
  return flows
}
