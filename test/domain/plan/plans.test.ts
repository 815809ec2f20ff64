import { describe, expect, it } from 'vitest'
import { noteFirstSeen } from '../../../src/domain/customer/first-seen.js'
import { addDays, day } from '../../../src/domain/day.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import { draftPlan, planTerms } from '../../../src/domain/plan/draft-plan.js'
import { plansForHead } from '../../../src/domain/plan/for-head.js'
import { currentPlan, takeBackPlan, withPlan } from '../../../src/domain/plan/in-book.js'
import { movePlan, type PlanMove } from '../../../src/domain/plan/move-plan.js'
import type { PlanStep, StepTest, ValuePlan } from '../../../src/domain/plan/plan.js'
import { checkDueOn, planProgress } from '../../../src/domain/plan/progress.js'
import { proposalsOf } from '../../../src/domain/plan/propose.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const yuan = fenOfYuan
const FIRST = day('2026-09-01')
const step = (id: string, on: string, test: StepTest): PlanStep => ({
  id,
  care: 'emotional',
  on: day(on),
  test,
})
const aPlan = (over: Partial<ValuePlan> = {}): ValuePlan => ({
  id: 'p1',
  metric: 'aum',
  target: yuan(2_000_000),
  due: day('2026-12-10'),
  steps: [],
  state: 'running',
  drafted: { on: FIRST, by: 'M1' },
  started: { on: FIRST, by: 'H1', value: yuan(1_000_000) },
  checks: [],
  earlier: [],
  ...over,
})
const progress = (plan: ValuePlan, over: Parameters<typeof aCustomer>[1] = {}, today = TODAY) =>
  planProgress(plan, aCustomer('C1', over), POLICY, today)
const doneOf = (plan: ValuePlan, over: Parameters<typeof aCustomer>[1] = {}, today = TODAY) =>
  progress(plan, over, today).steps.map(({ done }) => done ?? null)

describe('whom a plan is proposed for', () => {
  const why = (over: Parameters<typeof aCustomer>[1]) =>
    proposalsOf(
      [
        aCustomer('C1', {
          holdings: [aHolding('2028-01-01'), aHolding('2028-01-02', { kind: 'bond' })],
          ...over,
        }),
      ],
      POLICY,
      TODAY,
    )[0]?.reasons.map((reason) => reason.why)

  it.each([
    [399_999.99, undefined],
    [400_000, ['near-line']],
    [499_999.99, ['near-line']],
    [500_000, undefined],
    [1_599_999.99, undefined],
    [1_600_000, ['near-line']],
    [2_000_000, undefined],
  ])('with %s yuan: %s', (sum, reasons) => {
    expect(why({ aumFen: yuan(sum) })).toEqual(reasons)
  })

  it.each([
    ['half matures on the 60th day, renewal included', 500_000, 60, ['maturing']],
    ['a fen less than half', 499_999.99, 60, undefined],
    ['on the 61st day', 500_000, 61, undefined],
  ])('%s', (_, sum, days, reasons) => {
    const holdings = [
      aHolding(addDays(TODAY, days), { amountFen: yuan(sum), autoRenew: true }),
      aHolding('2028-01-02', { kind: 'bond' }),
    ]
    expect(why({ aumFen: yuan(1_000_000), holdings })).toEqual(reasons)
  })

  it('who holds one kind only, of any currency, in tiers A and B', () => {
    const holdings = [aHolding('2028-01-01', { currency: 'USD' })]
    expect(why({ holdings })).toEqual(['one-kind'])
    expect(why({ holdings, aumFen: yuan(300_000) })).toBeUndefined()
  })

  it.each([
    ['who asked for quiet', { doNotContact: true }],
    ['without consent', { marketingConsent: false }],
    ['beside an agreed plan', { plans: [aPlan({ state: 'agreed' })] }],
    ['beside a running plan', { plans: [aPlan()] }],
  ])('nobody %s', (_, over) => {
    expect(why({ aumFen: yuan(450_000), ...over })).toBeUndefined()
  })

  it('again where the last plan is closed', () => {
    expect(why({ aumFen: yuan(450_000), plans: [aPlan({ state: 'closed' })] })).toEqual(['near-line'])
  })

  it('the nearest to the line first, then the maturing, then one kind; ties by id', () => {
    const near = (id: string, sum: number) => aCustomer(id, { aumFen: yuan(sum) })
    const maturing = aCustomer('C1', {
      aumFen: yuan(1_000_000),
      holdings: [aHolding(addDays(TODAY, 3)), aHolding('2028-01-02', { kind: 'bond' })],
    })
    const oneKind = aCustomer('C0', { holdings: [aHolding('2028-01-01')] })
    const found = proposalsOf(
      [oneKind, maturing, near('C4', 450_000), near('C3', 450_000), near('C5', 1_990_000)],
      POLICY,
      TODAY,
    )
    expect(found.map(({ customer }) => customer.id)).toEqual(['C5', 'C3', 'C4', 'C1', 'C0'])
    expect(found.map(({ metric, target }) => [metric, target])).toEqual([
      ['aum', yuan(2_000_000)],
      ['aum', yuan(500_000)],
      ['aum', yuan(500_000)],
      ['aum', yuan(1_000_000)],
      ['kinds', 2],
    ])
  })
})

describe('what ticks a step', () => {
  const contacts = [aContact('2026-09-10')]

  it('a fact ticks one step only, the earliest open one by its day', () => {
    const steps = [step('b', '2026-10-01', { what: 'contact' }), step('a', '2026-09-15', { what: 'contact' })]
    expect(doneOf(aPlan({ steps }), { contacts })).toEqual(['2026-09-10', null])
  })

  it.each([
    ['before the first day', '2026-08-31', null],
    ['on the first day', '2026-09-01', '2026-09-01'],
    ['after today', '2026-11-24', null],
  ])('a contact %s', (_, on, done) => {
    expect(
      doneOf(aPlan({ steps: [step('a', '2026-12-01', { what: 'contact' })] }), { contacts: [aContact(on)] }),
    ).toEqual([done])
  })

  it.each<[string, StepTest, Parameters<typeof aCustomer>[1], string | null]>([
    [
      'an attempt is no contact',
      { what: 'contact' },
      { contacts: [aContact('2026-09-10', { reached: false })] },
      null,
    ],
    ['a call is no visit', { what: 'visit' }, { contacts }, null],
    [
      'a visit is one',
      { what: 'visit' },
      { contacts: [aContact('2026-09-10', { channel: 'visit' })] },
      '2026-09-10',
    ],
    [
      'an appointment that was made',
      { what: 'appointment' },
      { agreements: [{ id: 'x', kind: 'appointment', madeOn: day('2026-09-12'), state: 'open' }] },
      '2026-09-12',
    ],
    [
      'a cancelled one is none',
      { what: 'appointment' },
      { agreements: [{ id: 'x', kind: 'appointment', madeOn: day('2026-09-12'), state: 'cancelled' }] },
      null,
    ],
    [
      'a holding begun since',
      { what: 'holding', kind: 'wealth' },
      { holdings: [aHolding('2027-01-01', { startsOn: day('2026-09-03') })] },
      '2026-09-03',
    ],
    [
      'a holding from before',
      { what: 'holding', kind: 'wealth' },
      { holdings: [aHolding('2027-01-01', { startsOn: day('2026-08-03') })] },
      null,
    ],
    [
      'another kind',
      { what: 'holding', kind: 'fund' },
      { holdings: [aHolding('2027-01-01', { startsOn: day('2026-09-03') })] },
      null,
    ],
    ['a value that is reached', { what: 'value', value: yuan(3_000_000) }, {}, TODAY],
    ['a value that is not', { what: 'value', value: yuan(3_000_000.01) }, {}, null],
    ['a fact that is known', { what: 'fact', field: 'family' }, { family: '女儿' }, TODAY],
    ['the manager’s word', { what: 'word' }, {}, null],
  ])('%s', (_, test, over, done) => {
    expect(doneOf(aPlan({ steps: [step('a', '2026-12-01', test)] }), over)).toEqual([done])
  })

  it('a value once reached stays ticked from the day an import first saw it', () => {
    const plan = aPlan({ steps: [step('a', '2026-12-01', { what: 'value', value: yuan(2_000_000) })] })
    const seen = noteFirstSeen(
      aCustomer('C1', { plans: [plan], cardLevel: 'gold' }),
      POLICY,
      day('2026-10-05'),
    )
    const fallen = noteFirstSeen({ ...seen, aumFen: yuan(1_200_000) }, POLICY, day('2026-11-02'))
    expect(planProgress(plan, fallen, POLICY, TODAY).steps[0]?.done).toBe('2026-10-05')
  })
})

describe('where a plan stands', () => {
  it('is expected on its way by calendar days, at most the target', () => {
    // 100 days in all, 83 gone.
    expect(progress(aPlan()).expected).toBe(yuan(1_830_000))
    expect(progress(aPlan(), {}, day('2026-12-20')).expected).toBe(yuan(2_000_000))
  })

  it.each([
    [1_664_000, false],
    [1_663_999.99, true],
  ])('with %s is behind: %s', (sum, behind) => {
    expect(progress(aPlan(), { aumFen: yuan(sum) }).behind).toBe(behind)
  })

  it('counts are behind only under the whole number', () => {
    const plan = aPlan({ metric: 'kinds', target: 3, started: { on: FIRST, by: 'H1', value: 1 } })
    // 1 + 0.8 × 2 × 83 % = 2.33: two kinds are enough, one is behind.
    const two = { holdings: [aHolding('2028-01-01'), aHolding('2028-01-02', { kind: 'bond' })] } as const
    expect(progress(plan, two).behind).toBe(false)
    expect(progress(plan, { holdings: two.holdings.slice(1) }).behind).toBe(true)
    expect(progress(plan, two).expected).toBe(2.7)
  })

  it('an unknown value is neither', () => {
    expect(progress(aPlan(), { aumFen: undefined as never })).toMatchObject({ value: null, behind: null })
    expect(progress(aPlan({ metric: 'card', target: 2 })).value).toBeNull()
  })

  it('a step is overdue the day after its day', () => {
    const steps = [step('a', '2026-11-23', { what: 'visit' }), step('b', '2026-11-20', { what: 'visit' })]
    expect(progress(aPlan({ steps })).overdueSteps).toBe(1)
    expect(progress(aPlan({ steps }), {}, day('2026-11-24')).overdueSteps).toBe(2)
  })

  it.each([
    ['2026-11-09', true],
    ['2026-11-10', false],
  ])('14 days without a tick count from the last one: %s', (on, quiet) => {
    const steps = [step('a', '2026-12-01', { what: 'contact' }), step('b', '2026-12-02', { what: 'visit' })]
    expect(progress(aPlan({ steps }), { contacts: [aContact(on)] }).exceptions.includes('no-tick')).toBe(
      quiet,
    )
  })

  it('without a tick they count from the first day, and with nothing open not at all', () => {
    const steps = [step('a', '2026-12-01', { what: 'contact' })]
    expect(progress(aPlan({ steps })).quietDays).toBe(83)
    expect(progress(aPlan()).quietDays).toBeUndefined()
  })

  it('is past due the day after its due day', () => {
    expect(progress(aPlan(), {}, day('2026-12-10')).exceptions).not.toContain('past-due')
    expect(progress(aPlan(), {}, day('2026-12-11')).exceptions).toContain('past-due')
  })

  it('is checked every 14 days, on a working day', () => {
    expect(checkDueOn(aPlan(), POLICY, CALENDAR)).toBe('2026-09-15')
    const checks = [{ on: day('2026-11-06'), by: 'M1', verdict: 'on-track' }] as const
    expect(checkDueOn(aPlan({ checks }), POLICY, CALENDAR)).toBe('2026-11-20')
    expect(checkDueOn(aPlan({ state: 'agreed' }), POLICY, CALENDAR)).toBeUndefined()
  })
})

describe('the life of a plan', () => {
  const customer = aCustomer('C1')
  const move = (plan: ValuePlan, what: PlanMove, over: { isHead?: boolean; running?: number } = {}) =>
    movePlan(plan, customer, what, {
      on: TODAY,
      by: 'H1',
      isHead: false,
      running: 0,
      policy: POLICY,
      ...over,
    })
  const draft = draftPlan('p1', planTerms(customer, {}, { policy: POLICY, calendar: CALENDAR }, TODAY), {
    on: TODAY,
    by: 'M1',
  })

  it('a draft has at most eight steps, all on working days up to its due day', () => {
    expect(draft.steps.length).toBeLessThanOrEqual(8)
    for (const { on } of draft.steps) {
      expect(CALENDAR.isWorkingDay(on)).toBe(true)
      expect(on <= draft.due).toBe(true)
    }
  })

  it('the head alone agrees, and it runs from that day with the value of that day', () => {
    expect(move(draft, { kind: 'agree' })).toEqual({ status: 'refused', because: 'not-head' })
    expect(move(draft, { kind: 'agree' }, { isHead: true })).toMatchObject({
      plan: { state: 'running', started: { on: TODAY, value: yuan(3_000_000) } },
    })
  })

  it('the eleventh of a manager waits, agreed, until there is room', () => {
    const result = move(draft, { kind: 'agree' }, { isHead: true, running: 10 })
    expect(result).toMatchObject({ plan: { state: 'agreed' } })
    if (result.status !== 'moved') return
    expect(move(result.plan, { kind: 'start' }, { running: 10 })).toMatchObject({ because: 'too-many' })
    expect(move(result.plan, { kind: 'start' }, { running: 9 })).toMatchObject({ plan: { state: 'running' } })
  })

  it('an adjustment keeps the old version, who and when', () => {
    const result = move(aPlan(), { kind: 'check', verdict: 'adjust', terms: { target: yuan(1_800_000) } })
    expect(result).toMatchObject({
      plan: {
        target: yuan(1_800_000),
        checks: [{ on: TODAY, by: 'H1', verdict: 'adjust' }],
        earlier: [{ target: yuan(2_000_000), due: '2026-12-10', until: { on: TODAY, by: 'H1' } }],
      },
    })
  })

  it.each([
    ['2027-09-01', 'moved'],
    ['2027-09-02', 'refused'],
  ])('is due within 12 months of its first day: %s', (due, status) => {
    expect(move(aPlan(), { kind: 'check', verdict: 'adjust', terms: { due: day(due) } }).status).toBe(status)
  })

  it.each([
    [2_000_000, 'reached'],
    [1_999_999, 'partly'],
    [1_000_000, 'not'],
  ])('stopped at %s it is %s', (sum, result) => {
    const closed = movePlan(
      aPlan(),
      { ...customer, aumFen: yuan(sum) },
      { kind: 'check', verdict: 'stop', reason: '客户出国' },
      {
        on: TODAY,
        by: 'M1',
        isHead: false,
        running: 1,
        policy: POLICY,
      },
    )
    expect(closed).toMatchObject({ plan: { state: 'closed', closed: { result, reason: '客户出国' } } })
  })

  it('the manager’s word ticks a step once', () => {
    const plan = aPlan({ steps: [step('a', '2026-12-01', { what: 'word' })] })
    const told = move(plan, { kind: 'told', stepId: 'a' })
    if (told.status !== 'moved') throw new Error('refused')
    expect(doneOf(told.plan)).toEqual([TODAY])
    expect(move(told.plan, { kind: 'told', stepId: 'a' })).toMatchObject({ because: 'no-step' })
  })

  it('what was changed is taken back, unless it was changed again since', () => {
    const { customer: with1, edits } = withPlan(customer, draft)
    expect(currentPlan(takeBackPlan(with1, edits[0]!)!)).toBeUndefined()
    const { customer: with2 } = withPlan(with1, { ...draft, target: fen(1) })
    expect(takeBackPlan(with2, edits[0]!)).toBeUndefined()
  })
})

describe('the head’s morning', () => {
  const plans = (over: Partial<ValuePlan>, today = TODAY) =>
    plansForHead([aCustomer('C1', { plans: [aPlan(over)] })], POLICY, CALENDAR, today).length
  const late = (count: number) =>
    Array.from({ length: count }, (_, at) => step(`s${at}`, `2026-11-1${at + 1}`, { what: 'visit' }))
  const contacts = [aContact('2026-11-20')]

  it('has the drafts to agree to', () => expect(plans({ state: 'draft' })).toBe(1))

  it.each([
    [2, 0],
    [3, 1],
  ])('has a plan with %s overdue steps: %s', (count, shown) =>
    expect(plans({ steps: late(count) })).toBe(shown),
  )

  it.each([
    ['2026-12-01', 1],
    ['2026-12-02', 0],
  ])('has every exception on the first working day of a month: %s', (today, shown) => {
    expect(plans({ steps: late(1) }, day(today))).toBe(shown)
    const steps = [step('a', '2026-12-20', { what: 'contact' }), step('b', '2026-12-21', { what: 'visit' })]
    const quiet = aCustomer('C1', { contacts, plans: [aPlan({ steps, due: day('2027-08-01') })] })
    expect(plansForHead([quiet], POLICY, CALENDAR, day(today))).toEqual([])
  })
})
