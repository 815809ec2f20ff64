import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { planBrief } from '../../src/domain/brief/plan-brief.js'
import { callsAhead, whatIfDays } from '../../src/domain/cadence/what-if.js'
import { depositsOf } from '../../src/domain/campaign/deposits.js'
import { day } from '../../src/domain/day.js'
import { moneyKeptOf } from '../../src/domain/ledger/money-kept.js'
import { meetingsToSeek } from '../../src/domain/meeting/meetings-to-seek.js'
import { proposalsOf } from '../../src/domain/plan/propose.js'
import { reviewQueue } from '../../src/domain/review/due-reviews.js'
import { matchProducts } from '../../src/domain/suitability/match-products.js'
import { sellMore } from '../../src/domain/suitability/sell-more.js'
import type { Row } from './bank-files.js'
import { isWorked, n, onOrAfter, plainCalendar, plusMonths, text } from './plain-days.js'
import { randomBank } from './random-bank.js'
import { booksOf, productsOf } from './to-domain.js'

const policy = loadPolicy('data/policy.json')
const calendar = loadCalendar('data/calendar')
const plain = plainCalendar(
  readdirSync('data/calendar').map((name) => JSON.parse(readFileSync(`data/calendar/${name}`, 'utf8'))),
)

const ASSETS = ['定期存款', '通知存款', '理财', '基金', '保险', '国债', '贵金属', '活期']
const MATURING = ['定期存款', '通知存款', '理财', '基金', '保险', '国债']
const KEEPING = [...MATURING, '贵金属']
const cents = (sum: string | undefined) => Math.round(Number(sum) * 100)
const inYuan = (row: Row) => row['currency'] === '' || row['currency'] === 'CNY'
const runs = ({ starts_on: from, matures_on: to }: Row, at: number) =>
  (from === '' || n(from!) <= at) && (to === '' || at <= n(to!))
const renews = (row: Row) =>
  row['auto_renew'] === '是' && (row['kind'] === '定期存款' || row['kind'] === '通知存款')
const tierOf = ({ aum }: Row) =>
  aum === ''
    ? 'E'
    : Number(aum) >= 2e6
      ? 'A'
      : Number(aum) >= 5e5
        ? 'B'
        : Number(aum) >= 2e5
          ? 'C'
          : Number(aum) >= 5e4
            ? 'D'
            : 'E'

/** One book, and its rows, with the holdings of each customer. */
function drawn(seed: number, today: number, customers = 40) {
  const files = randomBank(seed, today, customers)
  const [book] = booksOf(files, policy.bankPostings)
  if (book === undefined) throw new Error('a bank without customers')
  const held = (id: string | undefined) => files.holdings.filter((row) => row['customer'] === id)
  return { files, book, held }
}

const anyDay = fc.integer({ min: n('2024-01-01'), max: n('2026-11-30') })
/** The same of the program and of the plain rule, on any day and over any book. */
const agree = (compare: (seed: number, today: number) => void) =>
  fc.assert(fc.property(fc.integer(), anyDay, compare), { numRuns: 60 })

describe('a second calculation over books drawn by chance', () => {
  it('of the plans that are proposed', () => {
    agree((seed, today) => {
      const { files, book, held } = drawn(seed, today)
      const expected = files.customers.flatMap((row) => {
        if (row['do_not_contact'] === '是' || row['consent'] !== '是') return []
        const aum = row['aum'] === '' ? undefined : cents(row['aum'])
        const line = [50_000_000, 200_000_000].find(
          (at) => aum !== undefined && aum * 5 >= at * 4 && aum < at,
        )
        const isKey = 'AB'.includes(tierOf(row))
        const soon = held(row['customer'])
          .filter(
            (h) => MATURING.includes(h['kind']!) && inYuan(h) && h['matures_on'] !== '' && runs(h, today),
          )
          .filter((h) => n(h['matures_on']!) <= today + 60)
          .reduce((sum, h) => sum + cents(h['amount']), 0)
        const kinds = new Set(
          held(row['customer'])
            .filter((h) => ASSETS.includes(h['kind']!) && runs(h, today))
            .map((h) => h['kind']),
        )
        const id = row['customer']!
        if (line !== undefined) return [{ id, order: 0, missing: line - aum! }]
        if (isKey && aum !== undefined && soon * 2 >= aum) return [{ id, order: 1, missing: 0 }]
        return isKey && kinds.size === 1 ? [{ id, order: 2, missing: 0 }] : []
      })
      expected.sort((a, b) => a.order - b.order || a.missing - b.missing || (a.id < b.id ? -1 : 1))
      const planned = proposalsOf(book.customers, policy, day(text(today)))
      expect(planned.map(({ customer }) => customer.id)).toEqual(expected.map(({ id }) => id))
    })
  })

  it('of the reviews that are due', () => {
    agree((seed, today) => {
      const { files, book, held } = drawn(seed, today)
      const expected = files.customers
        .filter((row) => 'AB'.includes(tierOf(row)) && row['do_not_contact'] !== '是')
        .map((row) => ({
          id: row['customer']!,
          tier: tierOf(row),
          due: row['assigned_on'] === '' ? today : onOrAfter(plain, n(row['assigned_on']!) + 30),
          bare: held(row['customer']).some((h) => ASSETS.includes(h['kind']!) && runs(h, today)) ? 0 : 1,
        }))
      expected.sort((a, b) => a.bare - b.bare || a.due - b.due || (a.tier + a.id < b.tier + b.id ? -1 : 1))
      const queue = reviewQueue(book.customers, { policy, calendar }, day(text(today)))
      expect(queue.map(({ customer, dueOn }) => [customer.id, dueOn])).toEqual(
        expected.map(({ id, due }) => [id, text(due)]),
      )
    })
  })

  it('of where matured money went', () => {
    agree((seed, today) => {
      const { files, book, held } = drawn(seed, today)
      for (const { customer } of files.customers.map((row) => ({ customer: row['customer']! }))) {
        const rows = held(customer).filter(inYuan)
        const accounts = rows.filter((h) => h['kind'] === '活期')
        const begun = rows
          .filter((h) => KEEPING.includes(h['kind']!) && h['starts_on'] !== '' && n(h['starts_on']!) <= today)
          .toSorted((a, b) => (a['starts_on']! + a['id']! < b['starts_on']! + b['id']! ? -1 : 1))
        const left = new Map(begun.map((h) => [h['id'], cents(h['amount'])]))
        let account = -1
        const expected = rows
          .filter(
            (h) => MATURING.includes(h['kind']!) && h['matures_on'] !== '' && n(h['matures_on']!) <= today,
          )
          .toSorted((a, b) =>
            a['matures_on'] === b['matures_on']
              ? a['id']! < b['id']!
                ? -1
                : 1
              : a['matures_on']! < b['matures_on']!
                ? -1
                : 1,
          )
          .map((h) => {
            const on = n(h['matures_on']!)
            const amount = cents(h['amount'])
            if (today - on <= 10) return [h['id'], false, 0, 0, 0, 0]
            if (renews(h)) return [h['id'], true, amount, 0, 0, 0]
            let rest = amount
            for (const next of begun) {
              const from = n(next['starts_on']!)
              if (next === h || from < on || from > on + 10) continue
              const used = Math.min(rest, left.get(next['id'])!)
              left.set(next['id'], left.get(next['id'])! - used)
              rest -= used
            }
            if (accounts.length === 0) return [h['id'], true, amount - rest, 0, 0, rest]
            // An account with days of its own holds nothing outside them: only those without are followed here.
            if (account < 0) account = accounts.reduce((sum, one) => sum + cents(one['amount']), 0)
            const there = Math.min(rest, account)
            account -= there
            return [h['id'], true, amount - rest, there, rest - there, 0]
          })
        if (accounts.some((one) => one['starts_on'] !== '' || one['matures_on'] !== '')) continue
        const found = book.customers.find(({ id }) => id === customer)!
        expect(
          moneyKeptOf(found, policy, day(text(today))).map((m) => [
            m.holding.id,
            m.isDecided,
            m.keptFen,
            m.inCurrentFen,
            m.goneFen,
            m.unknownFen,
          ]),
        ).toEqual(expected)
      }
    })
  })

  it('of the deposits a campaign freezes', () => {
    agree((seed, today) => {
      const { book, held } = drawn(seed, today)
      for (const customer of book.customers) {
        const expected = held(customer.id)
          .filter((h) => ['活期', '定期存款', '通知存款'].includes(h['kind']!) && inYuan(h))
          .filter(
            (h) =>
              runs(h, today) ||
              (h['auto_renew'] === '是' && (h['starts_on'] === '' || n(h['starts_on']!) <= today)),
          )
          .reduce((sum, h) => sum + cents(h['amount']), 0)
        expect(depositsOf(customer, day(text(today))).sumFen).toBe(expected)
      }
    })
  })

  it('of the calls a working day that intervals ask for', () => {
    agree((seed, today) => {
      const { files, book } = drawn(seed, today)
      const ahead: number[] = []
      for (let at = today + 1; ahead.length < 20; at++) if (isWorked(plain, at)) ahead.push(at)
      const nextOf = (tier: string, at: number) =>
        tier === 'A' ? at + 7 : tier === 'B' ? at + 14 : plusMonths(at, tier === 'C' ? 1 : 2)
      let expected = 0
      for (const row of files.customers) {
        const tier = tierOf(row)
        if (tier === 'E' || row['do_not_contact'] === '是') continue
        const reached = files.contacts
          .filter((k) => k['customer'] === row['customer'] && k['reached'] === '是' && n(k['on']!) <= today)
          .map((k) => n(k['on']!))
        const base =
          reached.length > 0
            ? nextOf(tier, Math.max(...reached))
            : row['assigned_on'] === ''
              ? today
              : n(row['assigned_on']!)
        let due = Math.max(onOrAfter(plain, base), ahead[0]!)
        while (due <= ahead.at(-1)!) {
          expected++
          due = onOrAfter(plain, nextOf(tier, due))
        }
      }
      const days = whatIfDays(policy, calendar, day(text(today)))
      expect(days.ahead).toEqual(ahead.map(text))
      expect(callsAhead(book.customers, policy, calendar, day(text(today)), days.ahead)).toBe(expected)
    })
  })
})

describe('rights hold on the paths that sell', () => {
  it('nobody quiet or without consent is to be phoned for a meeting, and nothing unsuitable is added', () => {
    agree((seed, today) => {
      const { files, book } = drawn(seed, today)
      const on = day(text(today))
      const products = productsOf(files)
      const brief = planBrief(book, policy, calendar, on, { full: true, sources: { products } })
      const customerOf = new Map(book.customers.map((one) => [one.id, one]))
      const rows = brief.items.map((item) => ({ item, customer: customerOf.get(item.customerId)! }))
      const sought = meetingsToSeek({ rows, customers: book.customers, calendar, today: on, now: '09:00' })
      for (const { customer } of sought) {
        expect(customer.doNotContact).toBe(false)
        expect(customer.marketingConsent).toBe(true)
      }
      for (const customer of book.customers) {
        const { matches } = matchProducts(products, [customer], policy, on)
        const more = sellMore(customer, matches, ['wealth', 'fund', 'insurance'], on)
        const named = [...more.up.flatMap((one) => one.products), ...more.cross, ...more.bundle]
        expect(named.every((one) => matches.includes(one))).toBe(true)
        expect(new Set(named.map(({ product }) => product.id)).size).toBe(named.length)
        if (customer.doNotContact || !customer.marketingConsent) expect(named).toEqual([])
      }
    })
  })
})
