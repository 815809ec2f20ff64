import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { planBranchDay } from '../../src/domain/branch/branch-day.js'
import { planBrief } from '../../src/domain/brief/plan-brief.js'
import { cadence } from '../../src/domain/cadence/cadence.js'
import { recordContact } from '../../src/domain/customer/record-contact.js'
import { addDays, day, weekOf } from '../../src/domain/day.js'
import { maturities, maturityTotals } from '../../src/domain/ledger/maturities.js'
import { largeMovements } from '../../src/domain/ledger/movements.js'
import { LOCALES, type Locale } from '../../src/domain/manager.js'
import { resultsOf } from '../../src/domain/results.js'
import { makeSample } from '../../src/domain/sample/make-sample.js'
import { planWeekAhead } from '../../src/domain/wrap-up/week-ahead.js'
import { planWrapUp } from '../../src/domain/wrap-up/wrap-up.js'
import { readSampleWords } from '../../src/files/sample-words.js'
import { alertReply } from '../../src/messaging/cards/alert-card.js'
import { branchReply } from '../../src/messaging/cards/branch-card.js'
import { actingOn } from '../../src/messaging/cards/brief-acts.js'
import { briefReply } from '../../src/messaging/cards/brief-card.js'
import { customerReply, historyReply } from '../../src/messaging/cards/customer-card.js'
import { dueContactsReply } from '../../src/messaging/cards/due-contacts-card.js'
import { escapeMarkdown } from '../../src/messaging/cards/elements.js'
import { helpReply } from '../../src/messaging/cards/help-card.js'
import { loggedReply } from '../../src/messaging/cards/logged-card.js'
import { maturitiesReply } from '../../src/messaging/cards/maturities-card.js'
import {
  askOutcomeReply,
  chooseCustomerReply,
  confirmReply,
} from '../../src/messaging/cards/question-cards.js'
import { weekReply } from '../../src/messaging/cards/week-card.js'
import { weekResultsReply } from '../../src/messaging/cards/week-results-card.js'
import { wrapUpReply } from '../../src/messaging/cards/wrap-up-card.js'
import type { Reply } from '../../src/messaging/reply.js'
import { dataFolder } from '../../src/places.js'
import type { DueContact } from '../../src/usecases/list-due-contacts.js'

const TODAY = day('2026-11-24')
const policy = loadPolicy(dataFolder('policy.json'))
const calendar = loadCalendar(dataFolder('calendar'))
const sample = makeSample({
  managers: 2,
  customers: 240,
  seed: 7,
  today: TODAY,
  calendar,
  policy,
  words: readSampleWords(dataFolder('sample')),
})
const book = sample.books[0]!
const someone = book.customers[0]!

function repliesIn(locale: Locale): readonly (readonly [string, Reply])[] {
  const brief = planBrief(book, policy, calendar, TODAY, { sources: { products: sample.products } })
  const rows = brief.items.map((item) => ({
    item,
    customer: book.customers.find((c) => c.id === item.customerId)!,
  }))
  const period = { from: TODAY, to: addDays(TODAY, 90) }
  const maturing = maturities(book.customers, { period }, policy, calendar, TODAY)
  const due = book.customers.flatMap((customer): DueContact[] => {
    const now = cadence(customer, policy, calendar, TODAY)
    return now.kind === 'none' ? [] : [{ customer, cadence: now }]
  })
  const told = { reached: true, outcome: 'appointment', channel: 'call', promise: {} } as const
  const by = { key: 't1-1', managerId: 'M101', today: TODAY, at: '2026-11-24T01:00:00Z' }
  const recorded = recordContact(someone, { ...told, when: { day: addDays(TODAY, 8), time: '10:00' } }, by)
  const candidates = book.customers.slice(0, 4).map((customer) => ({ customer, tier: 'A' as const }))
  const customer = { customer: someone, policy, calendar, locale, today: TODAY }
  const opened = { day: TODAY, customerIds: book.customers.slice(0, 9).map(({ id }) => id) }
  const evening = planWrapUp(book, policy, calendar, TODAY, { opened })
  const results = resultsOf(book.customers, book.managerId, weekOf(TODAY))
  const branch = planBranchDay(sample.books, policy, calendar, TODAY, weekOf(TODAY))
  const moved = largeMovements(book.customers, { from: addDays(TODAY, -30), to: TODAY }, policy)
  const view = { brief, rows, done: [someone], putOff: [someone] }
  const acting = actingOn(TODAY, calendar, 't1')
  const last = { text: '✓', changeId: 't1' }
  const skipping = rows[0]!.customer.id
  return [
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
    ['choice', chooseCustomerReply('p1', '张伟', candidates, locale, TODAY)],
    ['outcome', askOutcomeReply('p1', someone, locale)],
    ['confirmation', confirmReply('p1', ['a', 'b'], locale)],
    ['evening', wrapUpReply(evening, locale)],
    ['week', weekReply(planWeekAhead(book, policy, calendar, TODAY), locale, TODAY)],
    ['results', weekResultsReply(results, 7, weekOf(TODAY), locale, TODAY)],
    ['branch', branchReply({ branch, names: new Map([['M101', '林若溪']]), locale, today: TODAY })],
    [
      'branch, of a week',
      branchReply({ branch, names: new Map(), locale, today: TODAY, period: weekOf(TODAY) }),
    ],
    ['alert', alertReply(moved, locale, TODAY, true)],
    ['help', helpReply(locale)],
  ]
}

/** 60 KB of UTF-16, what Teams takes. */
const MOST_CHARACTERS = 30_000

describe.each(LOCALES)('cards in %s', (locale) => {
  it.each(repliesIn(locale))('%s is a card that Teams takes', (_name, { card, text, summary }) => {
    expect(card).toBeDefined()
    const context = new SerializationContext(new Version(1, 5))
    new AdaptiveCard().parse(card, context)
    const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
    // The library knows Action.Execute from 1.4 on and its fallback; Teams' own `msteams` is not its business.
    expect(events).toEqual([])
    expect(JSON.stringify(card).length).toBeLessThan(MOST_CHARACTERS)
    expect(card).toMatchObject({ version: '1.5', fallbackText: text })
    expect(text.trim()).not.toBe('')
    expect(summary).toBeDefined()
    for (const block of elementsIn(card, 'TextBlock')) expect(block).toMatchObject({ wrap: true })
    expect(elementsIn(card, 'Table')).toEqual([])
    expect(Reflect.get(card!, 'refresh')).toBeUndefined()
    for (const action of elementsIn(card, 'Action.Execute'))
      expect(action).toMatchObject({ fallback: { type: 'Action.Submit' } })
  })

  it.each(repliesIn(locale))('the notification line of %s names no customer', (_name, { summary }) => {
    const named = book.customers.filter(
      (c) => summary?.includes(c.name) || summary?.includes(c.nickname ?? '\0'),
    )
    expect(named.map((c) => c.name)).toEqual([])
  })
})

it('what a name holds is never read as Markdown', () => {
  expect(escapeMarkdown('*王* [点我](http://x) _a_')).toBe('\\*王\\* \\[点我\\](http://x) \\_a\\_')
})

function elementsIn(node: unknown, type: string): object[] {
  if (typeof node !== 'object' || node === null) return []
  const own = Reflect.get(node, 'type') === type ? [node] : []
  return [...own, ...Object.values(node).flatMap((inner) => elementsIn(inner, type))]
}
