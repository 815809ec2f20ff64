import { loadCalendar } from '../src/config/calendar.js'
import { loadPolicy } from '../src/config/policy.js'
import type { BranchCustomer } from '../src/domain/campaign/analyse.js'
import type { Campaign } from '../src/domain/campaign/campaign.js'
import { campaignProgress } from '../src/domain/campaign/progress.js'
import type { Customer } from '../src/domain/customer/customer.js'
import { addDays, day } from '../src/domain/day.js'
import { fen } from '../src/domain/money.js'

const FIRST = day('2026-12-01')
const TODAY = day('2027-01-15')

/**
 * How long the progress of a campaign takes with 500 and with 50,000 members, in milliseconds (the fastest of several rounds,
 * for whatever else the machine does is no part of it); `growth` is what one member
 * of the larger costs against one of the smaller.
 */
export async function benchCampaign(): Promise<object> {
  const small = fastestMs(500, 60)
  const large = fastestMs(50_000, 9)
  return {
    members500Ms: small,
    members50000Ms: large,
    growth: Number((large / 50_000 / (small / 500)).toFixed(2)),
  }
}

function fastestMs(count: number, rounds: number): number {
  const policy = loadPolicy('data/policy.json')
  const calendar = loadCalendar('data/calendar')
  const branch = Array.from(
    { length: count },
    (_, at): BranchCustomer => ({
      managerId: `M${101 + (at % 20)}`,
      customer: member(at),
    }),
  )
  const campaign: Campaign = {
    id: '0101-1',
    name: 'bench',
    from: FIRST,
    to: day('2027-03-31'),
    offers: [],
    goals: [
      { kind: 'deposits', target: 20_000_000_000 },
      { kind: 'cards', target: 5_000 },
      { kind: 'payroll', target: 700_000_000 },
      { kind: 'settlement', target: 10_000_000_000 },
    ],
    state: 'running',
    draftedOn: FIRST,
    firstDay: FIRST,
    members: branch.map(({ customer }) => ({ customerId: customer.id, depositsFen: fen(0), since: FIRST })),
    left: [],
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    campaignProgress({ campaign, branch }, policy, calendar, TODAY)
    times.push(performance.now() - start)
  }
  return Number(Math.min(...times).toFixed(3))
}

/** Three holdings, four contacts and a month of transactions, as one who is worked with has. */
function member(at: number): Customer {
  const id = `C${String(at).padStart(6, '0')}`
  return {
    id,
    name: 'x',
    doNotContact: false,
    marketingConsent: true,
    agreements: [],
    holdings: (['current', 'time-deposit', 'debit-card'] as const).map((kind, n) => ({
      id: `${id}-${n}`,
      productName: kind,
      kind,
      amountFen: fen(1_000_000 + at),
      currency: 'CNY',
      startsOn: addDays(FIRST, n * 3 - 2),
      autoRenew: false,
    })),
    contacts: [0, 3, 9, 20].map((after, n) => ({
      id: `${id}-k${n}`,
      on: addDays(FIRST, (after + at) % 40),
      managerId: 'M101',
      reached: (at + n) % 3 > 0,
      outcome: (['info', 'interested', 'declined', 'appointment'] as const)[(at + n) % 4]!,
    })),
    flows: Array.from({ length: 20 }, (_, n) => ({
      on: addDays(FIRST, n * 2),
      netFen: fen(5),
      ownCount: 1,
      ownAbsFen: fen(5),
    })),
  }
}
