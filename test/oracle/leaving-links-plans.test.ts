import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import type { Agreement } from '../../src/domain/customer/contact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { LINK_TYPES, type Link, linksOf } from '../../src/domain/customer/link.js'
import { linkToAsk } from '../../src/domain/customer/links/link-questions.js'
import { promisesDue, promisesKept } from '../../src/domain/customer/promises-kept.js'
import { day } from '../../src/domain/day.js'
import { causesOf } from '../../src/domain/leaving/leaving.js'
import type { Metric, ValuePlan } from '../../src/domain/plan/plan.js'
import { planProgress } from '../../src/domain/plan/progress.js'
import { aCustomer } from '../support/customers.js'
import { mulberry32 } from '../support/random.js'
import { n, text } from './plain-days.js'
import { randomBank } from './random-bank.js'
import { booksOf } from './to-domain.js'

const policy = loadPolicy('data/policy.json')
const calendar = loadCalendar('data/calendar')
const NAMED_DAYS = ['2026-11-23', '2026-11-30', '2026-12-31'].map(n)
const anyDay = fc.oneof(
  fc.constantFrom(...NAMED_DAYS),
  fc.integer({ min: n('2024-06-01'), max: n('2026-12-31') }),
)
/** The same of the program and of the plain rule, on the named days and any other, over what chance draws. */
const agree = (compare: (chance: Chance, today: number, seed: number) => void) =>
  fc.assert(
    fc.property(fc.integer(), anyDay, (seed, today) => compare(chanceOf(seed), today, seed)),
    { numRuns: 40 },
  )

interface Chance {
  upTo(limit: number): number
  one<T>(list: readonly T[]): T
}

function chanceOf(seed: number): Chance {
  const random = mulberry32(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  return { upTo, one: (list) => list[upTo(list.length)]! }
}

describe('a second calculation', () => {
  it('of a balance that falls and of a silence', () => {
    agree(({ upTo, one }, today, seed) => {
      const files = randomBank(seed, today, 8)
      const transactions = files.customers.flatMap(({ customer }) => {
        const gap = 5 + upTo(40)
        const last = today - upTo(200)
        return Array.from({ length: upTo(14) }, (_, at) => ({
          id: `T${customer}${at}`,
          customer: customer!,
          on: text(last - at * gap - upTo(4)),
          amount: '100.00',
          balance: one(['', '100.00', `${400 + at}.00`, `${400 + at}.00`, `${500 + at * 10}.00`]),
          summary: one(['现金存入', '现金存入', '现金存入', '结息']),
        }))
      })
      const [book] = booksOf({ ...files, transactions }, policy.bankPostings)
      const until = today - upTo(20)
      for (const customer of book!.customers) {
        // Rows of a day stand in the order of the file; the last one's balance is that of the day.
        const rows = transactions
          .filter((row) => row.customer === customer.id)
          .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
        const balanceAt = (at: number) => rows.findLast((row) => n(row.on) <= at)?.balance ?? ''
        const months: number[] = []
        for (let at = today; months.length < 4; at--)
          if (text(at + 1).slice(0, 7) !== text(at).slice(0, 7)) months.unshift(at)
        const balances = months.map(balanceAt)
        const falls =
          balances.every((one) => one !== '') &&
          balances.every((one, at) => at === 0 || Number(one) < Number(balances[at - 1]))
        const own = [...new Set(rows.filter((row) => row.summary !== '结息').map((row) => n(row.on)))].filter(
          (on) => today - 365 <= on && on <= today,
        )
        const gaps = own.slice(1).map((on, at) => on - own[at]!)
        gaps.sort((a, b) => a - b)
        const middle = [gaps[(gaps.length - 1) >> 1]!, gaps[gaps.length >> 1]!]
        const silent = until - own.at(-1)!
        const isSilent = gaps.length >= 5 && silent >= 30 && silent > 3 * ((middle[0]! + middle[1]!) / 2)
        const feed = [{ on: day(text(today)), until: day(text(until)) }]
        const causes = causesOf(
          customer,
          { feed, maturedMoney: () => undefined },
          policy,
          calendar,
          day(text(today)),
        )
        expect(causes.filter(({ kind }) => kind !== 'overdue-contact').map(({ kind }) => kind)).toEqual([
          ...(falls ? ['balance-falling'] : []),
          ...(isSilent ? ['silence'] : []),
        ])
      }
    })
  })

  it('of the promises that were kept', () => {
    agree(({ upTo, one }, today) => {
      const promises = Array.from({ length: upTo(30) }, (_, at): Agreement => {
        const on = today + upTo(60) - 40
        const state = one(['open', 'kept', 'cancelled', 'withdrawn'] as const)
        return {
          id: `p${at}`,
          kind: one(['promise', 'promise', 'task'] as const),
          madeOn: day(text(on - 10)),
          ...(one([true, true, true, false]) ? { on: day(text(on)) } : {}),
          state,
          ...(state === 'kept' ? { keptOn: day(text(on + upTo(5) - 3)) } : {}),
        }
      })
      const [from, to] = [today - upTo(40), today + upTo(20)]
      let [due, kept] = [0, 0]
      for (const { kind, on, state, keptOn } of promises) {
        if (kind !== 'promise' || on === undefined || state === 'cancelled' || state === 'withdrawn') continue
        const isKept = state === 'kept' && keptOn! <= on
        const at = n(on)
        if (at < from || at > to || at > today || (at === today && !isKept)) continue
        due++
        if (isKept) kept++
      }
      const customer = aCustomer('C1', { agreements: promises })
      const period = { from: day(text(from)), to: day(text(to)) }
      expect(promisesKept(promisesDue([customer], period, day(text(today))))).toEqual({
        due,
        kept,
        rate: due === 0 ? null : Math.floor((kept * 2000 + due) / (2 * due)) / 10,
      })
    })
  })

  it('of where a value plan stands', () => {
    agree(({ upTo, one }, today) => {
      const metric = one(['aum', 'card'] as const satisfies readonly Metric[])
      const first = today - upTo(120)
      const due = first + 1 + upTo(200)
      const start = metric === 'aum' ? 40_000_000 + upTo(5_000_000) : upTo(2)
      const target = metric === 'aum' ? start + 1 + upTo(20_000_000) : 2
      const value = metric === 'aum' ? start + upTo(20_000_000) - 2_000_000 : upTo(3)
      const reached = Array.from({ length: upTo(5) }, () => today - upTo(150))
      const steps = Array.from({ length: 1 + upTo(4) }, (_, at) => first + at * 20 + upTo(10))
      const isKnown = one([true, true, true, false])
      const plan: ValuePlan = {
        id: 'V1',
        metric,
        state: 'running',
        target,
        due: day(text(due)),
        steps: steps.map((on, at) => ({
          id: `s${at}`,
          care: 'emotional',
          on: day(text(on)),
          test: { what: 'contact' },
        })),
        drafted: { on: day(text(first)), by: 'M1' },
        started: { on: day(text(first)), by: 'M1', value: start },
        checks: [],
        earlier: [],
      }
      const { aumFen: _aum, cardLevel: _card, ...unknown } = aCustomer('C1')
      const customer: Customer = {
        ...unknown,
        ...(!isKnown
          ? {}
          : metric === 'aum'
            ? { aumFen: value as never }
            : { cardLevel: (['none', 'gold', 'platinum'] as const)[value]! }),
        contacts: reached.map((on, at) => ({
          id: `k${at}`,
          on: day(text(on)),
          managerId: 'M1',
          reached: true,
        })),
      }
      // Each contact since the first day ticks the earliest step that is open, early or late.
      const ticks = reached.filter((on) => on >= first && on <= today).toSorted((a, b) => a - b)
      const ordered = steps.toSorted((a, b) => a - b)
      const open = ordered.slice(ticks.length)
      const lastTick = ticks.slice(0, ordered.length).at(-1) ?? first
      const [gone, all] = [Math.min(today, due) - first, due - first]
      const growth = target - start
      const exact = (growth * gone) / all
      const expected =
        metric === 'aum' ? start + Math.floor(exact + 0.5) : start + Math.floor(exact * 10 + 0.5) / 10
      const line = start + 0.8 * exact
      const isBehind = !isKnown ? null : metric === 'aum' ? value < line : value < Math.floor(line + 1e-9)
      const seen = planProgress(plan, customer, policy, day(text(today)))
      expect({
        value: seen.value,
        expected: seen.expected,
        behind: seen.behind,
        overdue: seen.overdueSteps,
        quiet: seen.quietDays ?? null,
        exceptions: seen.exceptions,
      }).toEqual({
        value: isKnown ? value : null,
        expected,
        behind: isBehind,
        overdue: open.filter((on) => on < today).length,
        quiet: open.length === 0 ? null : today - lastTick,
        exceptions: [
          ...(open.length > 0 && today - lastTick >= 14 ? ['no-tick'] : []),
          ...(isBehind === true ? ['behind'] : []),
          ...(today > due ? ['past-due'] : []),
          ...(open.some((on) => on < today) ? ['overdue-steps'] : []),
        ],
      })
    })
  })

  it('of links, from both ends', () => {
    agree(({ upTo, one }, today) => {
      const ids = ['C1', 'C2', 'C3', 'C4']
      const rows = Array.from({ length: upTo(8) }, () => {
        const [of, to] = [one(ids), one(ids)]
        return { of, to, type: one(LINK_TYPES) }
      }).filter(({ of, to }) => of !== to)
      const customers = ids.map((id) =>
        aCustomer(id, {
          links: rows
            .filter(({ of }) => of === id)
            .map(({ to, type }): Link => ({ type, otherId: to, source: 'file', on: day(text(today)) })),
        }),
      )
      const back: Readonly<Record<string, string>> = { spouse: 'spouse', parent: 'child', child: 'parent' }
      for (const id of ids) {
        const own = rows.filter(({ of }) => of === id).map(({ to, type }) => `${to} is its ${type}`)
        const others = ids.flatMap((of) =>
          rows
            .filter((row) => row.of === of && row.to === id)
            .map(({ type }) => {
              const mirrored = back[type]
              return mirrored === undefined ? `it is the ${type} of ${of}` : `${of} is its ${mirrored}`
            }),
        )
        expect(
          linksOf(id, customers).map(({ otherId, who, type }) =>
            who === 'other' ? `${otherId} is its ${type}` : `it is the ${type} of ${otherId}`,
          ),
        ).toEqual([...own, ...others])
      }
    })
  })

  it('of whom a shared company leads to a question', () => {
    agree(({ upTo, one }, today) => {
      const customers = Array.from({ length: 2 + upTo(9) }, (_, at): Customer => {
        const company = one(['', '和顺餐饮有限公司', '和顺餐饮', '退休前在和顺餐饮', '东方建材'])
        return aCustomer(`C${at}`, {
          ...(company === '' ? {} : { company }),
          occupation: one(['教师', '企业主', '个体工商户']),
          type: one(['person', 'person', 'micro'] as const),
          name: `客户${at}`,
        })
      })
      const groups = new Map<string, Customer[]>()
      for (const customer of customers) {
        const firm = (customer.company ?? (customer.type === 'micro' ? customer.name : '')).replace(
          '有限公司',
          '',
        )
        if (firm === '' || firm.startsWith('退休前')) continue
        groups.set(firm, [...(groups.get(firm) ?? []), customer])
      }
      const asked = [...groups.values()].find(
        (of) =>
          of.length >= 2 &&
          of.length <= 5 &&
          of.some(({ type, occupation }) => type === 'micro' || occupation !== '教师'),
      )
      const found = linkToAsk(customers, policy, day(text(today)))
      expect(found === undefined ? undefined : found.common).toBe(
        asked === undefined ? undefined : (asked[0]!.company ?? asked[0]!.name).replace('有限公司', ''),
      )
      // Once a day: who was asked today is asked no more.
      if (found === undefined) return
      const question = {
        otherId: found.other.id,
        because: 'company',
        common: '东',
        on: day(text(today)),
        managerId: 'M1',
      } as const
      const noted = customers.map((one) =>
        one.id === found.one.id ? { ...one, linkQuestions: [question] } : one,
      )
      expect(linkToAsk(noted, policy, day(text(today)))).toBeUndefined()
    })
  })
})
