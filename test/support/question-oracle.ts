import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isWorked, n, onOrAfter, plainCalendar, plusMonths, text } from '../oracle/plain-days.js'

type Row = Readonly<Record<string, string>>

/** One customer with all that the files of the bank say. */
interface Person {
  readonly id: string
  readonly row: Row
  readonly holdings: readonly Row[]
  readonly contacts: readonly Row[]
  readonly transactions: readonly Row[]
}

const TODAY = '2026-11-23'
const T = n(TODAY)
const LOANS = new Set(['loan'])
const MATURING = new Set(['time-deposit', 'notice-deposit', 'wealth', 'fund', 'insurance', 'bond'])
const TRADES: Readonly<Record<string, RegExp>> = {
  个体户: /个体户|self-employed/,
  'self-employed': /个体户|self-employed/,
  医生: /医生|doctor/,
  律师: /律师|lawyer/,
  教师: /教师|teacher/,
  退休: /退休|retired/,
  企业主: /企业主|business owner/,
  公务员: /公务员|civil servant/,
  护士: /护士|nurse/,
  engineer: /工程师|engineer/,
  executive: /高管|executive/,
  IT: /^IT$|程序员|软件/,
  doctor: /医生|doctor/,
  lawyer: /律师|lawyer/,
  teacher: /教师|teacher/,
  retired: /退休|retired/,
  owner: /企业主|business owner/,
  nurse: /护士|nurse/,
}

/** One thing in both languages. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  高尔夫: ['高尔夫', 'golf'],
  golf: ['高尔夫', 'golf'],
  钓鱼: ['钓鱼', 'fishing'],
  fish: ['钓鱼', 'fishing'],
}

/** Who a condition is true of, worked out from the files alone. */
export interface Oracle {
  /** Ids of the customers that fit `filter`, sorted: conditions joined by `&`. */
  who(filter: string): readonly string[]
  /** The `count` largest by assets. */
  largest(count: number): readonly string[]
  /** Assets of those who fit, or of their holdings where the filter names some, in yuan. */
  sum(filter: string): number
}

export function openOracle(folder: string, managerId: string): Oracle {
  const read = (name: string): readonly Row[] =>
    parse(readFileSync(join(folder, `${name}.csv`), 'utf8'), { columns: true })
  const [customers, holdings, contacts, transactions, products] = [
    'customers',
    'holdings',
    'contacts',
    'transactions',
    'products',
  ].map(read) as [Row[], Row[], Row[], Row[], Row[]]
  const calendar = plainCalendar(
    ['2025', '2026'].map((year) => JSON.parse(readFileSync(`data/calendar/${year}.json`, 'utf8'))),
  )
  const people = customers
    .filter((row) => row['manager_id'] === managerId)
    .map((row): Person => {
      const own = (rows: readonly Row[]) => rows.filter((r) => r['customer_id'] === row['customer_id'])
      return {
        id: row['customer_id'] ?? '',
        row,
        holdings: own(holdings),
        contacts: own(contacts),
        transactions: own(transactions),
      }
    })

  const aum = ({ row }: Person) => (row['aum'] === '' ? undefined : Number(row['aum']))
  const tier = (p: Person) => {
    const sum = aum(p) ?? 0
    return sum >= 2e6 ? 'A' : sum >= 5e5 ? 'B' : sum >= 2e5 ? 'C' : sum >= 5e4 ? 'D' : 'E'
  }
  const runs = (h: Row) =>
    (h['start_date'] === '' || n(h['start_date'] ?? '') <= T) &&
    (h['maturity_date'] === '' || n(h['maturity_date'] ?? '') >= T)
  const held = (p: Person) => p.holdings.filter(runs)
  const lastReached = (p: Person): number | undefined => {
    const days = p.contacts.filter((c) => c['reached'] === '是').map((c) => n(c['date'] ?? ''))
    return days.length === 0 ? undefined : Math.max(...days)
  }
  const dueOn = (p: Person): number | undefined => {
    const of = tier(p)
    if (of === 'E' || p.row['do_not_contact'] === '是') return undefined
    const last = lastReached(p)
    const from = last ?? n(p.row['assigned_on'] ?? '')
    const due =
      last === undefined
        ? from
        : of === 'A'
          ? from + 7
          : of === 'B'
            ? from + 14
            : plusMonths(from, of === 'C' ? 1 : 2)
    return onOrAfter(calendar, due)
  }
  const isOverdue = (p: Person) => {
    const due = dueOn(p)
    if (due === undefined) return false
    for (let at = due + 1; at <= T; at++) if (isWorked(calendar, at)) return true
    return false
  }
  const assessed = ({ row }: Person): number | undefined =>
    row['risk_assessed_on'] === '' || row['risk_rating'] === ''
      ? undefined
      : n(row['risk_assessed_on'] ?? '') + 365
  const rating = ({ row }: Person) => Number((row['risk_rating'] ?? '').slice(1))
  const age = ({ row }: Person) => {
    const born = row['birthday'] ?? ''
    if (born === '') return Number.NaN
    return Number(TODAY.slice(0, 4)) - Number(born.slice(0, 4)) - (born.slice(5) > TODAY.slice(5) ? 1 : 0)
  }
  const within = (day: string, spans: string) =>
    spans.split(',').some((span) => {
      const [from = '', to = ''] = span.split('..')
      return day >= from && day <= to
    })
  const matures = (p: Person, said: string) => {
    const [spans = '', kind] = said.split(':')
    return p.holdings.filter(
      (h) =>
        h['maturity_date'] !== '' &&
        within(h['maturity_date'] ?? '', spans) &&
        (kind === undefined ? MATURING.has(h['kind'] ?? '') : h['kind'] === kind),
    )
  }
  const KEPT = new Set(['time-deposit', 'notice-deposit', 'wealth', 'fund', 'insurance', 'bond', 'gold'])
  const unrenewed = (p: Person) =>
    p.holdings.filter(
      (h) =>
        MATURING.has(h['kind'] ?? '') &&
        h['maturity_date'] !== '' &&
        n(h['maturity_date'] ?? '') < T &&
        n(h['maturity_date'] ?? '') >= T - 30 &&
        !p.holdings.some(
          (next) =>
            KEPT.has(next['kind'] ?? '') &&
            n(next['start_date'] ?? '') >= n(h['maturity_date'] ?? '') &&
            n(next['start_date'] ?? '') <= n(h['maturity_date'] ?? '') + 10,
        ),
    )
  const isIdle = (p: Person) => {
    if (held(p).some((h) => !['current', 'loan', 'credit-card'].includes(h['kind'] ?? ''))) return false
    const rows = [...p.transactions].sort((a, b) => ((a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1))
    const before = rows.filter((r) => n(r['date'] ?? '') <= T - 30).at(-1)
    if (before === undefined) return false
    const after = rows.filter((r) => n(r['date'] ?? '') > T - 30)
    return [before, ...after].every((r) => Number(r['balance']) >= 1e5)
  }
  const flows = (p: Person, said: string) => {
    const [spans = '', way] = said.split(':')
    const net = new Map<string, number>()
    for (const r of p.transactions)
      if (within(r['date'] ?? '', spans))
        net.set(r['date'] ?? '', (net.get(r['date'] ?? '') ?? 0) + Number(r['amount']))
    return [...net.values()].some(
      (sum) => Math.abs(sum) >= 2e5 && (way === undefined || (way === 'in' ? sum > 0 : sum < 0)),
    )
  }
  const fits = (p: Person, productId: string) => {
    const product = products.find((row) => row['product_id'] === productId) ?? {}
    if (p.row['marketing_consent'] !== '是' || p.row['do_not_contact'] === '是') return false
    const level = Number((product['risk_level'] ?? '').slice(1))
    const least = Number(product['min_amount'] ?? 0)
    return (
      (assessed(p) ?? 0) >= T &&
      rating(p) >= level &&
      (rating(p) > 1 || level === 1) &&
      (aum(p) ?? -1) >= least
    )
  }

  /** Handbook §6: F and M of 4 or more, R above 2, against the whole branch. */
  const isBest = (id: string) => {
    const of = (row: Row) => {
      const own = transactions.filter(
        (t) =>
          t['customer_id'] === row['customer_id'] && n(t['date'] ?? '') >= T - 365 && n(t['date'] ?? '') <= T,
      )
      return {
        id: row['customer_id'],
        r: Math.max(...own.map((t) => n(t['date'] ?? ''))),
        f: own.length,
        m: own.reduce((sum, t) => sum + Math.abs(Number(t['amount'])), 0),
      }
    }
    const active = customers.map(of).filter(({ f }) => f > 0)
    const me = active.find((one) => one.id === id)
    if (me === undefined) return false
    const score = (key: 'r' | 'f' | 'm') =>
      Math.min(5, 1 + Math.floor((5 * active.filter((one) => one[key] < me[key]).length) / active.length))
    return score('f') >= 4 && score('m') >= 4 && score('r') > 2
  }

  const atom = (said: string): ((p: Person) => boolean) => {
    if (said.startsWith('!')) {
      const is = atom(said.slice(1))
      return (p) => !is(p)
    }
    const [, name = '', how = '', value = ''] = /^([a-z]+)(>=|<=|=|<|>)?(.*)$/.exec(said) ?? []
    const values = value.split(',')
    const compare = (of: number | undefined) => {
      if (of === undefined || Number.isNaN(of)) return false
      const to = Number(value)
      return how === '>=' ? of >= to : how === '<=' ? of <= to : how === '<' ? of < to : of > to
    }
    const days = (p: Person) => p.contacts.filter((c) => within(c['date'] ?? '', value))
    switch (name) {
      case 'all':
        return () => true
      case 'tier':
        return (p) => values.includes(tier(p))
      case 'aum':
        return (p) => compare(aum(p))
      case 'amt':
        return (p) =>
          p.holdings.some((h) => Number(h['amount']) >= Number(value) && (h['maturity_date'] ?? '') > TODAY)
      case 'never':
        return (p) => lastReached(p) === undefined
      case 'quiet':
        return (p) => (lastReached(p) ?? 0) < T - Number(value)
      case 'due':
        return (p) => (dueOn(p) ?? Infinity) <= T
      case 'overdue':
        return isOverdue
      case 'unrenewed':
        return (p) => unrenewed(p).length > 0
      case 'matures':
        return (p) => matures(p, value).length > 0
      case 'untouched':
        return (p) => {
          const on = p.holdings
            .filter((h) => MATURING.has(h['kind'] ?? '') && n(h['maturity_date'] || '1970-01-01') >= T - 30)
            .map((h) => n(h['maturity_date'] ?? ''))
          return (lastReached(p) ?? 0) < Math.min(...on) - 30
        }
      case 'expiring':
        return (p) => (assessed(p) ?? 0) >= T && (assessed(p) ?? 0) - 30 <= T
      case 'expired':
        return (p) => assessed(p) !== undefined && (assessed(p) ?? 0) < T
      case 'noassess':
        return (p) => assessed(p) === undefined
      case 'idle':
        return isIdle
      case 'holds':
        return (p) => held(p).some((h) => h['product_id'] === value)
      case 'kind':
        return (p) => held(p).some((h) => h['kind'] === value)
      case 'mortgage':
        return (p) =>
          held(p).some((h) => LOANS.has(h['kind'] ?? '') && /住房|房/.test(h['product_name'] ?? ''))
      case 'loan':
        return (p) => held(p).some((h) => h['kind'] === 'loan' && (h['product_name'] ?? '').includes(value))
      case 'card':
        return ({ row }) => values.includes(row['card_level'] ?? '')
      case 'risk':
        return ({ row }) => values.includes(row['risk_rating'] ?? '')
      case 'buys':
        return (p) =>
          (assessed(p) ?? 0) >= T &&
          rating(p) >= Number(value) &&
          p.row['marketing_consent'] === '是' &&
          p.row['do_not_contact'] !== '是'
      case 'fit':
        return (p) => fits(p, value)
      case 'trade':
        return ({ row }) => values.some((v) => (TRADES[v] ?? /$^/).test(row['occupation'] ?? ''))
      case 'micro':
        return ({ row }) => row['type'] === 'micro'
      case 'gender':
        return ({ row }) => row['gender'] === { f: '女', m: '男' }[value] || row['gender'] === value
      case 'dnc':
        return ({ row }) => row['do_not_contact'] === '是'
      case 'noconsent':
        return ({ row }) => row['marketing_consent'] !== '是'
      case 'channel':
        return ({ row }) => row['preferred_channel'] === value
      case 'hobby':
        return ({ row }) => (SAME[value] ?? [value]).some((word) => (row['hobbies'] ?? '').includes(word))
      case 'stranger':
        return ({ row }) => row['familiarity'] === '陌生'
      case 'nophone':
        return ({ row }) => row['phone'] === ''
      case 'nobirthday':
        return ({ row }) => row['birthday'] === ''
      case 'noaum':
        return ({ row }) => row['aum'] === ''
      case 'age':
        return (p) => compare(age(p))
      case 'born':
        return ({ row }) => {
          const day = (row['birthday'] ?? '').slice(5)
          return day !== '' && ['2026', '2027'].some((year) => within(`${year}-${day}`, value))
        }
      case 'big':
        return (p) => 'AB'.includes(tier(p)) && flows(p, value)
      case 'touched':
        return (p) => days(p).length > 0
      case 'visited':
        return (p) => days(p).some((c) => c['channel'] === 'visit')
      case 'missed':
        return (p) => days(p).some((c) => c['reached'] === '否')
      case 'best':
        return (p) => isBest(p.id)
      case 'outcome':
        return (p) => [...p.contacts].sort(byDate).at(-1)?.['outcome'] === value
      default:
        throw new Error(`no condition ${said}`)
    }
  }

  const fitting = (filter: string) => {
    if (/^[PS]\d/.test(filter)) return people.filter(({ id }) => filter.split(',').includes(id))
    const tests = filter.split('&').map((one) => atom(one.trim()))
    return people.filter((p) => tests.every((is) => is(p)))
  }
  return {
    who: (filter) =>
      fitting(filter)
        .map(({ id }) => id)
        .sort(),
    largest: (count) =>
      [...people]
        .sort((a, b) => (aum(b) ?? -1) - (aum(a) ?? -1) || (a.id < b.id ? -1 : 1))
        .slice(0, count)
        .map(({ id }) => id),
    sum(filter) {
      const [, of = '', value = ''] = /^(matures|holds|kind)=(.*)$/.exec(filter) ?? []
      const rows = people.flatMap((p) =>
        of === 'matures'
          ? matures(p, value)
          : of === 'holds'
            ? held(p).filter((h) => h['product_id'] === value)
            : of === 'kind'
              ? held(p).filter((h) => h['kind'] === value)
              : [],
      )
      if (of !== '') return rows.reduce((sum, h) => sum + Number(h['amount']), 0)
      return fitting(filter.replace(/^aum ?/, '') || 'all').reduce((sum, p) => sum + (aum(p) ?? 0), 0)
    },
  }
}

const byDate = (a: Row, b: Row) => ((a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1)
export const DAY = text(T)
