import type { Customer } from '../customer/customer.js'
import { addDays, type Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import { isRunning } from '../ledger/running.js'
import { CNY, type Fen, fen } from '../money.js'
import { halfUp } from '../percent.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'
import type { BranchCustomer } from './analyse.js'
import { type Campaign, lastCounted, type Member } from './campaign.js'
import { depositsOf, maturedToUnknown } from './deposits.js'
import { type CampaignResult, GOALS, type Goal, type GoalKind } from './goals.js'
import {
  type CampaignDays,
  campaignContacts,
  campaignKinds,
  MEMBER_STATES,
  type MemberState,
  memberState,
} from './member-state.js'

/** Where one goal stands. Of deposits, payroll and settlement in fen, of cards a number. */
export interface GoalProgress {
  readonly kind: GoalKind
  readonly target: number
  /** By the bank's files; absent where they have never held what it is read from. */
  readonly done?: number
  /** What managers told, beside it and never added. */
  readonly told: number
  /** By the working days that have gone. */
  readonly expectedToday: number
  /** Absent where it is not known, too few were spoken with, or no working day has gone. */
  readonly forecast?: number
  /** Working days; behind where negative. Absent where it is not known. */
  readonly aheadDays?: number
  /** One member who makes over half of what is done. */
  readonly mostlyBy?: string
}

export interface ManagerProgress {
  readonly managerId: string
  readonly members: number
  /** With at least one effective contact from the first day on. */
  readonly covered: number
  /** Still open, and nobody has tried for as many working days as the policy says. */
  readonly untouched: number
}

export interface WorkedDays {
  readonly total: number
  readonly elapsed: number
  readonly left: number
}

/** A member with the state of today. */
export interface MemberNow {
  readonly customerId: string
  readonly managerId?: string
  readonly state: MemberState
}

export interface Progress {
  readonly workingDays: WorkedDays
  readonly members: Readonly<Record<MemberState, number>> & { readonly total: number }
  readonly goals: readonly GoalProgress[]
  /** By id. */
  readonly managers: readonly ManagerProgress[]
  /** How many of the won the ledger shows. */
  readonly wonInLedger: number
  /** Deposits of members that matured and whose way no file knows; not taken off the goal. */
  readonly whereToUnknownFen: Fen
  readonly effectiveContacts: number
  /** Too few were spoken with to say what will come of it. */
  readonly isTooFew: boolean
  /** Ascending by customer id. */
  readonly states: readonly MemberNow[]
}

/** The worked days of a campaign; from its first day where it has begun, else from the day that was asked for. */
export function workedDays(
  { from, firstDay = from, to }: Pick<Campaign, 'from' | 'firstDay' | 'to'>,
  calendar: WorkingCalendar,
  today: Day,
): WorkedDays {
  const upTo = (end: Day) =>
    end < firstDay ? 0 : (calendar.isWorkingDay(firstDay) ? 1 : 0) + calendar.countAfter(firstDay, end)
  const total = upTo(to)
  const elapsed = upTo(today < to ? today : to)
  return { total, elapsed, left: total - elapsed }
}

export interface ProgressOf {
  readonly campaign: Campaign
  /** All customers of the branch. */
  readonly branch: readonly BranchCustomer[]
  /** Members who are in a book of another branch by now: what was reached with them is not taken back. */
  readonly elsewhere?: readonly Customer[]
}

/** How far a campaign has come. Its cost grows with the branch, each customer being looked at once. */
export function campaignProgress(
  { campaign, branch, elsewhere = [] }: ProgressOf,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
): Progress {
  const { firstDay, members, goals } = campaign
  const upTo = lastCounted(campaign, today)
  const worked = workedDays(campaign, calendar, upTo)
  const counts = Object.fromEntries(MEMBER_STATES.map((state) => [state, 0])) as Record<MemberState, number>
  if (firstDay === undefined) {
    return {
      workingDays: worked,
      members: { total: 0, ...counts },
      goals: goals.map((goal) => ({ ...goal, told: 0, expectedToday: 0 })),
      managers: [],
      wonInLedger: 0,
      whereToUnknownFen: fen(0),
      effectiveContacts: 0,
      isTooFew: true,
      states: [],
    }
  }
  const days = { firstDay, upTo }
  const kinds = campaignKinds(campaign)
  const out = new Set(campaign.left.map(({ customerId }) => customerId))
  const found = new Map<string, { readonly customer: Customer; readonly managerId?: string }>(
    elsewhere.map((customer) => [customer.id, { customer }]),
  )
  for (const one of branch) found.set(one.customer.id, one)

  const done = new Map(goals.map(({ kind }) => [kind, new Tally()]))
  const told = new Map<GoalKind, number>()
  const managers = new Map<string, { members: number; covered: number; untouched: number }>()
  const states: MemberNow[] = []
  let wonInLedger = 0
  let whereToUnknown = 0
  let effectiveContacts = 0
  for (const member of members) {
    const known = found.get(member.customerId)
    if (known === undefined) {
      counts.out++
      states.push({ customerId: member.customerId, state: 'out' })
      continue
    }
    const { customer, managerId } = known
    const contacts = campaignContacts(customer, days)
    const isCovered = contacts.some(({ reached }) => reached)
    const isOut = out.has(customer.id)
    const state = isOut ? 'out' : memberState(customer, contacts, days, kinds, policy)
    counts[state]++
    states.push(
      managerId === undefined
        ? { customerId: customer.id, state }
        : { customerId: customer.id, managerId, state },
    )
    if (state === 'won' && hasBegun(customer, days, kinds)) wonInLedger++
    for (const { reached } of contacts) if (reached) effectiveContacts++
    const matured = maturedToUnknown(customer, member.since, upTo)
    whereToUnknown += matured
    for (const [kind, tally] of done)
      tally.add(customer.id, reachedOf(kind, customer, member, days) + (kind === 'deposits' ? matured : 0))
    if (customer.campaignResults !== undefined) addTold(told, customer.campaignResults, campaign.id, upTo)
    if (managerId === undefined) continue
    const of = managers.get(managerId) ?? { members: 0, covered: 0, untouched: 0 }
    of.members++
    if (isCovered) of.covered++
    if (!isOut && isUntouched(customer, state, days, policy, calendar)) of.untouched++
    managers.set(managerId, of)
  }
  const isTooFew = effectiveContacts < policy.campaign.fewestContacts
  const held = kindsHeld(branch)
  return {
    workingDays: worked,
    members: { total: members.length, ...counts },
    goals: goals.map((goal) =>
      goalProgress(goal, {
        worked,
        isTooFew,
        told: told.get(goal.kind) ?? 0,
        ...(isKnown(goal.kind, held) ? { tally: done.get(goal.kind)! } : {}),
      }),
    ),
    managers: [...managers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([managerId, of]) => ({ managerId, ...of })),
    wonInLedger,
    whereToUnknownFen: fen(whereToUnknown),
    effectiveContacts,
    isTooFew,
    states,
  }
}

function addTold(
  told: Map<GoalKind, number>,
  results: readonly CampaignResult[],
  campaignId: string,
  upTo: Day,
): void {
  for (const { kind, amount, on, withdrawn, campaignId: of } of results) {
    if (withdrawn || of !== campaignId || on > upTo) continue
    told.set(kind, (told.get(kind) ?? 0) + amount)
  }
}

/** What members reached, and who most of it. */
class Tally {
  sum = 0
  #most: { readonly customerId: string; readonly amount: number } | undefined

  add(customerId: string, amount: number): void {
    this.sum += amount
    if (amount > (this.#most?.amount ?? 0)) this.#most = { customerId, amount }
  }

  /** Who makes over half of it. */
  get mostlyBy(): string | undefined {
    return this.sum > 0 && this.#most !== undefined && this.#most.amount * 2 > this.sum
      ? this.#most.customerId
      : undefined
  }
}

function reachedOf(kind: GoalKind, customer: Customer, { depositsFen }: Member, days: CampaignDays): number {
  switch (kind) {
    case 'deposits':
      return depositsOf(customer, days.upTo).sumFen - depositsFen
    case 'cards':
      return customer.holdings.filter((one) => isOf('cards', one.kind) && begunIn(one, days)).length
    case 'payroll': {
      let sum = 0
      for (const one of customer.holdings)
        if (one.kind === 'payroll' && one.currency === CNY && begunIn(one, days) && isRunning(one, days.upTo))
          sum += one.amountFen
      return sum
    }
    case 'settlement': {
      let sum = 0
      for (const { on, ownAbsFen } of customer.flows)
        if (on >= days.firstDay && on <= days.upTo) sum += ownAbsFen
      return sum
    }
  }
}

function isOf(goal: GoalKind, kind: ProductKind): boolean {
  return GOALS[goal].kinds.some((one) => one === kind)
}

function begunIn({ startsOn }: { readonly startsOn?: Day }, { firstDay, upTo }: CampaignDays): boolean {
  return startsOn !== undefined && startsOn >= firstDay && startsOn <= upTo
}

function hasBegun({ holdings }: Customer, days: CampaignDays, kinds: ReadonlySet<ProductKind>): boolean {
  return holdings.some((one) => kinds.has(one.kind) && begunIn(one, days))
}

function isUntouched(
  { contacts }: Customer,
  state: MemberState,
  { firstDay, upTo }: CampaignDays,
  { campaign }: Policy,
  calendar: WorkingCalendar,
): boolean {
  if (state === 'won' || state === 'declined') return false
  let last: Day | undefined
  for (const { on, withdrawn } of contacts)
    if (!withdrawn && on <= upTo && on >= firstDay && (last === undefined || on > last)) last = on
  // Before the first day nobody could have tried for the campaign.
  const since = last ?? addDays(firstDay, -1)
  return calendar.countAfter(since, upTo) >= campaign.untouchedWorkingDays
}

/** Everything the branch's files have ever held. */
function kindsHeld(branch: readonly BranchCustomer[]): ReadonlySet<ProductKind | 'transactions'> {
  const held = new Set<ProductKind | 'transactions'>()
  for (const { customer } of branch) {
    for (const { kind } of customer.holdings) held.add(kind)
    if (customer.flows.length > 0) held.add('transactions')
  }
  return held
}

function isKnown(kind: GoalKind, held: ReturnType<typeof kindsHeld>): boolean {
  return kind === 'settlement' ? held.has('transactions') : GOALS[kind].kinds.some((one) => held.has(one))
}

function goalProgress(
  { kind, target }: Goal,
  facts: {
    readonly worked: WorkedDays
    readonly isTooFew: boolean
    readonly told: number
    readonly tally?: Tally
  },
): GoalProgress {
  const { total, elapsed } = facts.worked
  const rounded = (above: number, below: number) => share(kind, above, below)
  const expectedToday = total === 0 ? 0 : rounded(target * elapsed, total)
  const base = { kind, target, told: facts.told, expectedToday }
  if (facts.tally === undefined) return base
  const { sum, mostlyBy } = facts.tally
  const ahead = Math.floor((sum * total) / target) - elapsed
  return {
    ...base,
    done: sum,
    ...(elapsed === 0 || facts.isTooFew ? {} : { forecast: rounded(sum * total, elapsed) }),
    aheadDays: Math.max(-total, Math.min(total, ahead)),
    ...(mostlyBy === undefined ? {} : { mostlyBy }),
  }
}

/** A fraction of sums to the fen, of a number to one decimal, half up. */
function share(kind: GoalKind, above: number, below: number): number {
  return GOALS[kind].unit === 'fen' ? halfUp(above, below) : halfUp(above * 10, below) / 10
}
