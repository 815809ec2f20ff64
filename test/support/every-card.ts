import { readSampleWords } from '../../src/adapters/files/sample-words.js'
import { dataFolder } from '../../src/compose/places.js'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { branchDayOf, planBookDay } from '../../src/domain/branch/branch-day.js'
import { planBrief } from '../../src/domain/brief/plan-brief.js'
import { cadence } from '../../src/domain/cadence/cadence.js'
import { newcomerId, newcomerOf } from '../../src/domain/customer/links/newcomer.js'
import { recordContact } from '../../src/domain/customer/record-contact.js'
import { addDays, day, weekOf } from '../../src/domain/day.js'
import { maturities, maturityTotals } from '../../src/domain/ledger/maturities.js'
import { bookMoneyKept } from '../../src/domain/ledger/money-kept.js'
import { largeMovements } from '../../src/domain/ledger/movements.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { planMeeting } from '../../src/domain/meeting/meeting-sheet.js'
import { meetingsToSeek } from '../../src/domain/meeting/meetings-to-seek.js'
import { occasionContext } from '../../src/domain/occasions/occasion.js'
import { draftPlan, planTerms } from '../../src/domain/plan/draft-plan.js'
import type { ValuePlan } from '../../src/domain/plan/plan.js'
import { planProgress } from '../../src/domain/plan/progress.js'
import { proposalsOf } from '../../src/domain/plan/propose.js'
import { callReview } from '../../src/domain/playbook/review-call.js'
import { resultsOf } from '../../src/domain/results/results.js'
import { reviewsOfDay, reviewWeek } from '../../src/domain/review/due-reviews.js'
import { reviewSheet } from '../../src/domain/review/review-sheet.js'
import { talkingPoints } from '../../src/domain/review/talking-points.js'
import { sellMore } from '../../src/domain/suitability/sell-more.js'
import { planWeekAhead } from '../../src/domain/wrap-up/week-ahead.js'
import { planWrapUp } from '../../src/domain/wrap-up/wrap-up.js'
import { branchReply } from '../../src/messaging/cards/branch/branch-card.js'
import {
  promisesKeptReply,
  raiseReply,
  retentionReply,
  whatIfReply,
  whatWorksReply,
} from '../../src/messaging/cards/branch/kept-cards.js'
import { weekResultsReply } from '../../src/messaging/cards/branch/week-results-card.js'
import { alertReply } from '../../src/messaging/cards/brief/alert-card.js'
import { actingOn } from '../../src/messaging/cards/brief/brief-acts.js'
import { briefReply } from '../../src/messaging/cards/brief/brief-card.js'
import { handedOverReply } from '../../src/messaging/cards/brief/handed-over-card.js'
import { weekReply } from '../../src/messaging/cards/brief/week-card.js'
import { wrapUpReply } from '../../src/messaging/cards/brief/wrap-up-card.js'
import { dueContactsReply } from '../../src/messaging/cards/contacts/due-contacts-card.js'
import { loggedReply } from '../../src/messaging/cards/contacts/logged-card.js'
import { customerReply, historyReply } from '../../src/messaging/cards/customers/customer-card.js'
import {
  newcomerFormReply,
  newcomerReply,
  sameCustomerReply,
} from '../../src/messaging/cards/customers/newcomer-card.js'
import { maturitiesReply } from '../../src/messaging/cards/lists/maturities-card.js'
import { draftReply } from '../../src/messaging/cards/meetings/draft-card.js'
import { meetingReply } from '../../src/messaging/cards/meetings/meeting-card.js'
import { planReply } from '../../src/messaging/cards/plans/plan-card.js'
import { plansReply, proposalsReply } from '../../src/messaging/cards/plans/plans-card.js'
import {
  askOutcomeReply,
  chooseCustomerReply,
  confirmReply,
} from '../../src/messaging/cards/questions/question-cards.js'
import { reviewReply } from '../../src/messaging/cards/reviews/review-card.js'
import { reviewsDueReply } from '../../src/messaging/cards/reviews/reviews-due-card.js'
import {
  customerLineReply,
  practiceReviewReply,
  whichPracticeReply,
} from '../../src/messaging/cards/sales/practice-card.js'
import {
  callScoreReply,
  callSheetReply,
  meetingsToSeekReply,
  occupationReply,
  sellMoreReply,
} from '../../src/messaging/cards/sales/seed-cards.js'
import { helpReply } from '../../src/messaging/cards/settings/help-card.js'
import { lineValues } from '../../src/messaging/wording/sales/line-values.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Reply } from '../../src/ports/reply.js'
import { makeSample } from '../../src/sample/make-sample.js'
import type { DueContact } from '../../src/usecases/contacts/list-due-contacts.js'
import { campaignCards } from './campaign-cards.js'
import { CLAIMS, PLAYBOOKS } from './playbook.js'

/** The day of the invented branch. */
export const SAMPLE_DAY = day('2026-11-24')
const TODAY = SAMPLE_DAY
const policy = loadPolicy(dataFolder('policy.json'))
const calendar = loadCalendar(dataFolder('calendar'))
export const sample = makeSample({
  managers: 2,
  customers: 240,
  seed: 7,
  today: TODAY,
  calendar,
  policy,
  words: readSampleWords(dataFolder('sample')),
})
export const book = sample.books[0]!
const someone = book.customers[0]!

const PAST = { from: addDays(TODAY, -365), to: TODAY }

/** The brief of the invented branch's first manager. */
export const briefOf = () =>
  planBrief(book, policy, calendar, TODAY, { sources: { products: sample.products } })

/** Every card of the assistant by name, over an invented branch. */
export function everyCard(locale: Locale): readonly (readonly [string, Reply])[] {
  const brief = briefOf()
  const rows = brief.items.map((item) => ({
    item,
    customer: book.customers.find((c) => c.id === item.customerId)!,
  }))
  const period = { from: TODAY, to: addDays(TODAY, 90) }
  const maturing = maturities(book.customers, { period }, policy, calendar, TODAY)
  const due = book.customers.flatMap((customer): DueContact[] => {
    const now = cadence(customer, policy, calendar, TODAY)
    return now.kind === 'none' ? [] : [{ customer, managerId: 'M101', cadence: now }]
  })
  const seek = meetingsToSeek({ rows, customers: book.customers, calendar, today: TODAY, now: '09:00' })
  const matched = sample.products.map((product) => ({ product, customer: someone, fit: {} as never })) // only drawn
  const more = sellMore(someone, matched, ['wealth', 'fund'], TODAY)
  const newcomer = newcomerOf(
    { name: '何静雯', phone: '19900000123' },
    { id: newcomerId('t1'), managerId: 'M101', today: TODAY },
    [],
  )
  const told = { reached: true, outcome: 'appointment', channel: 'call', promise: {} } as const
  const by = { key: 't1-1', managerId: 'M101', today: TODAY, at: '2026-11-24T01:00:00Z' }
  const recorded = recordContact(someone, { ...told, when: { day: addDays(TODAY, 8), time: '10:00' } }, by)
  const candidates = book.customers.slice(0, 4).map((customer) => ({ customer, tier: 'A' as const }))
  const customer = { customer: someone, policy, calendar, locale, today: TODAY }
  const opened = { day: TODAY, customerIds: book.customers.slice(0, 9).map(({ id }) => id) }
  const evening = planWrapUp(book, policy, calendar, TODAY, { opened })
  const results = resultsOf(book.customers, book.managerId, weekOf(TODAY))
  const shownTo = { locale, today: TODAY, names: new Map([['M101', '林若溪']]) }
  const late = [
    {
      customer: someone,
      managerId: 'M101',
      dueOn: TODAY,
      isKept: false,
      promise: { id: 'p', kind: 'promise', about: '利率表', on: TODAY, madeOn: TODAY, state: 'open' },
    } as const,
  ]
  const promises = { due: 3, kept: 2, rate: 66.7 }
  const note = '老客户都好没有新需求啊'
  const noted = book.customers.slice(0, 3).map(({ id }) => id)
  const mirror = { sameNotes: [{ note, customerIds: noted }], withoutOutcome: noted, withoutDay: [] }
  const counts = { contacts: 9, withoutOutcome: 3, notes: 5, sameNotes: 3, promises: 0, withoutDay: 0 }
  const weekResults = {
    results,
    overdueNow: 7,
    period: weekOf(TODAY),
    mirror: { ...mirror, counts },
    promises,
    twoSteps: { service: 9, needFound: 4, asked: 2, rate: 50 },
  }
  const share = { percent: 65, low: 43.3, high: 81.9 }
  const worth = [
    { lineId: 'occ-maturity-1', uses: 20, nextSteps: 13, share },
    { lineId: 'occ-maturity-2', uses: 3, nextSteps: 1, share: null },
  ]
  const { sums, maturities: matured } = bookMoneyKept(book.customers, PAST, policy, TODAY)
  const moneyKept = {
    ...sums,
    period: PAST,
    byManager: [{ managerId: 'M101', ...sums }],
    notKept: matured
      .filter(({ goneFen, unknownFen }) => goneFen + unknownFen > 0)
      .map((one) => ({ ...one, managerId: 'M101' })),
  }
  const raised = [
    { customer: someone, holdings: [], sums: [], managerId: 'M101', rating: 'no-longer' },
    { customer: someone, holdings: [], sums: [], managerId: 'M101', rating: 'above-already' },
  ] as const
  const branch = branchDayOf(
    sample.books.map((book) => planBookDay(book, policy, calendar, TODAY, weekOf(TODAY))),
    policy,
    TODAY,
  )
  const moved = largeMovements(book.customers, { from: addDays(TODAY, -30), to: TODAY }, policy)
  const view = { brief, rows, done: [someone], putOff: [someone] }
  const acting = actingOn(TODAY, calendar, 't1')
  const last = {
    text: locale === 'zh-CN' ? '陈总:电话 · 约好见面' : '陈总: call · meeting agreed',
    changeId: 't1',
  }
  const skipping = rows[0]!.customer.id
  const { practice, reviewSheet: callSheet } = PLAYBOOKS[locale]
  const scene = practice.scenes[0]!
  const scored = callReview(callSheet, locale, CLAIMS)([{ who: 'manager', text: scene.setting }])
  const invited = book.customers.find((c) => c.agreements.some(({ kind }) => kind === 'appointment'))!
  const sheet = planMeeting(invited, occasionContext(policy, calendar, TODAY))
  const agreement = invited.agreements.find(({ kind }) => kind === 'appointment')!
  const meeting = { sheet, agreement }
  const rules = { policy, calendar }
  const reviewed = book.customers.filter(
    (one) => reviewSheet(one, sample.products, policy, TODAY).flags.length > 2,
  )
  const [about = someone] = reviewed
  const sheetOfReview = reviewSheet(
    {
      ...about,
      contacts: [
        ...about.contacts,
        { ...recorded.contact, on: addDays(TODAY, -90), review: { holdings: [] } },
      ],
    },
    sample.products,
    policy,
    TODAY,
  )
  const points = talkingPoints(sheetOfReview, {
    customer: about,
    manager: { name: '林若溪' },
    playbook: PLAYBOOKS[locale],
    slots: [
      { day: TODAY, time: '15:00' },
      { day: addDays(TODAY, 1), time: '10:00' },
    ],
    today: TODAY,
    lastUsed: [],
    word: (facts) => lineValues(facts, locale, TODAY),
  })
  const planDay = addDays(TODAY, -60)
  const draft = draftPlan('p1', planTerms(about, {}, rules, planDay), { on: planDay, by: 'M101' })
  const running = {
    ...draft,
    state: 'running' as const,
    started: { on: planDay, by: 'H1', value: Math.round(draft.target * 0.9) },
  }
  const planOf = (plan: ValuePlan) => planProgress(plan, about, policy, TODAY)
  const plans = [{ managerId: 'M101', plans: [planOf(draft), planOf(running)] }]
  const names101 = new Map([['M101', '林若溪']])
  return [
    ['wealth review', reviewReply({ customer: about, sheet: sheetOfReview, points, locale })],
    [
      'wealth reviews due',
      reviewsDueReply(
        [
          {
            managerId: 'M101',
            week: reviewWeek(book.customers, rules, TODAY),
            today: reviewsOfDay(book.customers, rules, TODAY),
          },
        ],
        locale,
        names101,
      ),
    ],
    ['value plan, draft', planReply({ progress: planOf(draft), locale, today: TODAY, isHead: true })],
    [
      'value plan, running',
      planReply({
        progress: planOf(running),
        locale,
        today: TODAY,
        isHead: false,
        done: { text: last.text, changeId: 't1' },
        toAsk: 'family',
      }),
    ],
    ['value plans', plansReply(plans, false, { locale, today: TODAY, names: names101 })],
    [
      'value plans proposed',
      proposalsReply(
        [{ managerId: 'M101', proposals: proposalsOf(book.customers, policy, TODAY).slice(0, 3), more: 7 }],
        { locale, today: TODAY },
      ),
    ],
    ['brief', briefReply({ view, locale, today: TODAY, acting })],
    ['brief, second page', briefReply({ view, locale, today: TODAY, page: 1, acting })],
    ['brief, acted on', briefReply({ view, locale, today: TODAY, acting: { ...acting, last, skipping } })],
    ['brief of another day', briefReply({ view, locale, today: addDays(TODAY, -1) })],
    [
      'maturities',
      maturitiesReply(
        { query: { period }, rows: maturing, totals: maturityTotals(maturing), provisional: true },
        locale,
        TODAY,
      ),
    ],
    ['due contacts', dueContactsReply(due, locale, TODAY)],
    ['customer', customerReply(customer)],
    ['customer, handed over', customerReply({ ...customer, handedOverBy: '周启明' })],
    [
      'handed over',
      handedOverReply([{ id: 'h1', from: undefined, customers: book.customers.slice(0, 12) }], {
        policy,
        locale,
        today: TODAY,
        isRepeat: true,
      }),
    ],
    ['history', historyReply(customer)],
    [
      'logged',
      loggedReply({
        changeId: 't1',
        logged: [recorded],
        notes: ['“高总”?'],
        policy,
        calendar,
        locale,
        today: TODAY,
      }),
    ],
    [
      'choice',
      chooseCustomerReply('p1', '张伟', wordingFor(locale).choose.which('张伟'), candidates, locale, TODAY),
    ],
    ['outcome', askOutcomeReply('p1', someone, locale)],
    ['confirmation', confirmReply('p1', ['a', 'b'], locale)],
    ['evening', wrapUpReply(evening, locale)],
    ['week', weekReply(planWeekAhead(book, policy, calendar, TODAY), locale, TODAY)],
    ['results', weekResultsReply(weekResults, locale, TODAY)],
    ['money-kept', retentionReply(moneyKept, shownTo)],
    ['promises-kept', promisesKeptReply({ ...promises, period, byManager: [], promises: late }, shownTo)],
    ['what-works', whatWorksReply(worth, period, (id) => id, shownTo)],
    [
      'what-if',
      whatIfReply(
        {
          others: new Map([['B', { days: 7 }]]),
          isProvisional: true,
          managers: [{ managerId: 'M101', now: 12.3, changed: 20.1, capacity: 20, made: 8.5, reached: 6 }],
        },
        shownTo,
      ),
    ],
    ['raise', raiseReply({ product: sample.products[0]!, raisedTo: 'R4', holders: raised }, shownTo)],
    [
      'branch',
      branchReply({
        branch,
        names: new Map([
          ['M101', '林若溪'],
          ['M102', 'Daniel Tan'],
        ]),
        locale,
        today: TODAY,
      }),
    ],
    [
      'branch, of a week',
      branchReply({ branch, names: new Map(), locale, today: TODAY, period: weekOf(TODAY) }),
    ],
    ['alert', alertReply(moved, locale, TODAY, true)],
    ['meeting sheet', meetingReply(meeting, locale, TODAY)],
    ['help', helpReply(locale)],
    ['practice, which', whichPracticeReply(locale)],
    [
      'practice, a line',
      customerLineReply({ notes: scene.raises, who: scene.who, text: scene.setting, locale }),
    ],
    ['practice, scored', practiceReviewReply({ scene, review: scored, round: 0, locale })],
    [
      'due contacts, of a branch',
      dueContactsReply(due, locale, TODAY, undefined, new Map([['M101', '林若溪']])),
    ],
    ['a new customer, the form', newcomerFormReply(locale)],
    ['a new customer', newcomerReply({ changeId: 't1', customer: newcomer }, ['✓'], [], locale)],
    ['a new customer, the same?', sameCustomerReply({ newcomer, fromFile: someone }, locale)],
    ['an occupation', occupationReply(PLAYBOOKS[locale].occupations[0]!, locale)],
    ['the call review sheet', callSheetReply(callSheet, locale)],
    ['a call, scored', callScoreReply(scored, callSheet, locale)],
    ['what else to sell', sellMoreReply(someone, more, '企业主', locale, TODAY)],
    ['calls for a meeting', meetingsToSeekReply(seek, locale, TODAY)],
    ...campaignCards(sample, locale),
    ['draft', draftReply('4%', CLAIMS('这款保本,稳赚不赔', locale).findings, locale)],
  ]
}
