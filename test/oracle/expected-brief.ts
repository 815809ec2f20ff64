import type { BankFiles, Row } from './bank-files.js'
import {
  isWorked,
  type N,
  n,
  onOrAfter,
  onOrBefore,
  type PlainCalendar,
  plusMonths,
  text,
  workedBetween,
} from './plain-days.js'

/** A row of a brief as the handbook alone says it should be. */
export interface Expected {
  readonly customerId: string
  readonly tier: string
  readonly dueOn: string | null
  readonly overdueWorkingDays: number
  /** Each reason as one line of text, sorted. */
  readonly reasons: readonly string[]
}

interface Told {
  readonly line: string
  readonly priority: number
  /** In fen. */
  readonly stake?: number
}

interface Working extends Expected {
  readonly told: readonly Told[]
  readonly interval: number
}

/** One customer with everything the files say of them. */
export interface Person {
  readonly row: Row
  readonly holdings: readonly Row[]
  readonly contacts: readonly Row[]
  readonly transactions: readonly Row[]
  readonly sales: readonly Row[]
}

const CAPACITY = 20
const OWN_BY_BANK = ['结息', '利息', '账户管理费', '手续费', '短信费', '透支罚息', '罚息']
const MATURING = ['定期存款', '通知存款', '理财', '基金', '保险', '国债']
const INTERVALS: Readonly<Record<string, number>> = { A: 7, B: 14, C: 30, D: 61 }

export function peopleOf(files: BankFiles, managerId: string): readonly Person[] {
  const [holdings, contacts, transactions, sales] = [
    byCustomer(files.holdings),
    byCustomer(files.contacts),
    byCustomer(files.transactions),
    byCustomer(files.sales ?? []),
  ]
  return files.customers
    .filter((row) => row['manager'] === managerId)
    .map((row) => ({
      row,
      holdings: holdings.get(row['customer'] ?? '') ?? [],
      contacts: contacts.get(row['customer'] ?? '') ?? [],
      transactions: transactions.get(row['customer'] ?? '') ?? [],
      sales: sales.get(row['customer'] ?? '') ?? [],
    }))
}

function byCustomer(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const id = row['customer'] ?? ''
    groups.set(id, groups.get(id) ?? [])
    groups.get(id)?.push(row)
  }
  return groups
}

/** The whole list of a day in its order, beyond the capacity. */
export function expectedBrief(
  people: readonly Person[],
  products: readonly Row[],
  calendar: PlainCalendar,
  today: N,
): readonly Expected[] {
  const levelled = levelledOn(people, products, calendar, today)
  const reviews = reviewsOn(people, calendar, today)
  const rows: Working[] = []
  for (const person of people) {
    const row = rowOf(person, products, calendar, today, reviews, levelled.has(person))
    if (row !== undefined) rows.push(row)
  }
  return rows.sort(inOrder).map(({ customerId, tier, dueOn, overdueWorkingDays, reasons }) => ({
    customerId,
    tier,
    dueOn,
    overdueWorkingDays,
    reasons,
  }))
}

function rowOf(
  person: Person,
  products: readonly Row[],
  calendar: PlainCalendar,
  today: N,
  reviews: ReadonlyMap<Person, N>,
  isLevelled = false,
): Working | undefined {
  if (person.contacts.some((c) => c['reached'] === '是' && n(c['on'] ?? '') === today)) return undefined
  const tier = tierOf(person)
  const due = dueOf(person, calendar, today)
  const told = toldOf(person, products, calendar, today)
  const review = reviews.get(person)
  if (review !== undefined) told.push({ line: `review ${text(review)}`, priority: 2 })
  if (isLevelled && due !== undefined)
    told.push({ line: `${due.kind} ${text(due.on)} brought forward`, priority: 2 })
  if (told.length === 0) return undefined
  return {
    customerId: person.row['customer'] ?? '',
    tier,
    dueOn: due === undefined ? null : text(due.on),
    overdueWorkingDays: due === undefined ? 0 : workedBetween(calendar, due.on, today),
    reasons: told.map((t) => t.line).sort(),
    told,
    interval: INTERVALS[tier] ?? 1,
  }
}

/**
 * The first two reviews that are due, with their days: 30 days after the assignment, for nobody was reviewed yet; no
 * quiet customers, tiers A and B, those without money in yuan last.
 */
function reviewsOn(people: readonly Person[], calendar: PlainCalendar, today: N): ReadonlyMap<Person, N> {
  if (!isWorked(calendar, today)) return new Map()
  const due = people
    .filter((person) => 'AB'.includes(tierOf(person)) && person.row['do_not_contact'] !== '是')
    .map((person) => {
      const assigned = person.row['assigned_on'] ?? ''
      const on = assigned === '' ? today : onOrAfter(calendar, n(assigned) + 30)
      const has = person.holdings.some((h) => !['贷款', '信用卡'].includes(h['kind'] ?? '') && runs(h, today))
      const key = `${has ? 0 : 1} ${text(on)} ${tierOf(person)} ${person.row['customer']}`
      return { person, on, key }
    })
    .filter(({ on }) => on <= today)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return new Map(due.slice(0, 2).map(({ person, on }) => [person, on]))
}

function toldOf(person: Person, products: readonly Row[], calendar: PlainCalendar, today: N): Told[] {
  const worked = isWorked(calendar, today)
  const mayBeContacted = person.row['do_not_contact'] !== '是'
  if (!mayBeContacted) return worked ? maturities(person, calendar, today) : []
  const due = dueOf(person, calendar, today)
  return [
    ...(due !== undefined && due.on <= today ? [{ line: `${due.kind} ${text(due.on)}`, priority: 2 }] : []),
    ...sales(person, calendar, today),
    ...(worked
      ? [
          ...maturities(person, calendar, today),
          ...movements(person, calendar, today),
          ...launches(person, products, calendar, today),
          ...birthdays(person, calendar, today),
          ...assessment(person, calendar, today),
          ...sleeping(person, calendar, today),
          ...idle(person, calendar, today),
          ...vipLine(person),
        ]
      : []),
  ]
}

function fenOf(sum: string | undefined): number | undefined {
  return sum === undefined || sum === '' ? undefined : Math.round(Number(sum) * 100)
}

function tierOf({ row }: Person): string {
  const aum = fenOf(row['aum'])
  if (aum === undefined || aum < 5_000_000) return 'E'
  if (aum < 20_000_000) return 'D'
  if (aum < 50_000_000) return 'C'
  return aum < 200_000_000 ? 'B' : 'A'
}

/** The due day, and its calendar day before it was moved. */
function dueOf(
  person: Person,
  calendar: PlainCalendar,
  today: N,
): { on: N; falls: N; kind: 'cadence' | 'claim' } | undefined {
  const tier = tierOf(person)
  if (tier === 'E' || person.row['do_not_contact'] === '是') return undefined
  const effective = person.contacts
    .filter((c) => c['reached'] === '是')
    .map((c) => n(c['on'] ?? ''))
    .filter((on) => on <= today)
  if (effective.length === 0) {
    const assigned = person.row['assigned_on'] ?? ''
    if (assigned === '') return { on: today, falls: today, kind: 'claim' }
    return { on: onOrAfter(calendar, n(assigned)), falls: n(assigned), kind: 'claim' }
  }
  const last = Math.max(...effective)
  const falls = { A: last + 7, B: last + 14, C: plusMonths(last, 1), D: plusMonths(last, 2) }[tier] ?? last
  return { on: onOrAfter(calendar, falls), falls, kind: 'cadence' }
}

function maturities(person: Person, calendar: PlainCalendar, today: N): Told[] {
  const told: Told[] = []
  for (const holding of person.holdings) {
    if (!MATURING.includes(holding['kind'] ?? '') || (holding['matures_on'] ?? '') === '') continue
    const counts = onOrBefore(calendar, n(holding['matures_on'] ?? ''))
    const notices: [string, N][] = [
      ['same-day', counts],
      ['day-before', onOrBefore(calendar, counts - 1)],
      ['heads-up 7', onOrBefore(calendar, counts - 7)],
      ['heads-up 30', onOrBefore(calendar, counts - 30)],
    ]
    const notice = notices.find(([, on]) => on === today)
    if (notice === undefined) continue
    const yuan = (holding['currency'] || 'CNY') === 'CNY'
    told.push({
      line: `maturity ${holding['id']} ${notice[0]}`,
      priority: 1,
      ...(yuan ? { stake: fenOf(holding['amount']) ?? 0 } : {}),
    })
  }
  return told
}

function sales(person: Person, calendar: PlainCalendar, today: N): Told[] {
  return person.sales.flatMap(({ id, state, day = '', amount }): Told[] => {
    const stake = fenOf(amount) ?? 0
    const isDue = today >= (isWorked(calendar, today) ? onOrBefore(calendar, n(day)) : n(day) + 1)
    if (state === '延后') return isDue ? [{ line: `opportunity-due ${id}`, priority: 1, stake }] : []
    if (state !== '进行中' || today < onOrAfter(calendar, n(day) + 14)) return []
    return [{ line: `opportunity-stuck ${id} ${today - n(day)}`, priority: 2, stake }]
  })
}

function movements(person: Person, calendar: PlainCalendar, today: N): Told[] {
  if (!'AB'.includes(tierOf(person))) return []
  const from = onOrBefore(calendar, today - 1)
  const told: Told[] = []
  for (let on = from; on < today; on++) {
    const rows = person.transactions.filter((t) => n(t['on'] ?? '') === on)
    const net = rows.reduce((sum, t) => sum + (fenOf(t['amount']) ?? 0), 0)
    if (rows.length > 0 && Math.abs(net) >= 20_000_000)
      told.push({ line: `movement ${text(on)} ${net}`, priority: 1, stake: Math.abs(net) })
  }
  return told
}

function launches(person: Person, products: readonly Row[], calendar: PlainCalendar, today: N): Told[] {
  return products
    .filter((product) => (product['sale_from'] ?? '') !== '')
    .filter((product) => {
      const first = n(product['sale_from'] ?? '')
      return today === onOrBefore(calendar, first - 1) || today === onOrAfter(calendar, first)
    })
    .filter((product) => fits(product, person, Math.max(today, n(product['sale_from'] ?? ''))))
    .map((product) => ({ line: `launch ${product['product']}`, priority: 1 }))
}

export function fits(product: Row, person: Person, on: N): boolean {
  const { row } = person
  if (row['do_not_contact'] === '是' || row['consent'] !== '是') return false
  if ((product['sale_from'] ?? '') !== '' && on < n(product['sale_from'] ?? '')) return false
  if ((product['sale_to'] ?? '') !== '' && on > n(product['sale_to'] ?? '')) return false
  if (!['定期存款', '通知存款', '活期'].includes(product['kind'] ?? '')) {
    const levels = [product['level'], product['issuer_level']]
      .filter((l) => l)
      .map((l) => Number(l?.slice(1)))
    const assessed = row['assessed_on'] ?? ''
    if (levels.length === 0 || (row['rating'] ?? '') === '' || assessed === '') return false
    if (Math.max(...levels) > Number(row['rating']?.slice(1))) return false
    if (on > n(assessed) + 365 || on < n(assessed)) return false
  }
  const minimum = fenOf(product['minimum'])
  if (minimum === undefined) return true
  const currency = product['currency'] || 'CNY'
  if (currency === 'CNY') {
    const aum = fenOf(row['aum'])
    return aum !== undefined && aum >= minimum
  }
  return person.holdings.some(
    (h) =>
      h['currency'] === currency &&
      (fenOf(h['amount']) ?? 0) >= minimum &&
      h['kind'] !== '贷款' &&
      h['kind'] !== '信用卡' &&
      runs(h, on),
  )
}

const runs = (holding: Row, on: N): boolean =>
  ((holding['starts_on'] ?? '') === '' || n(holding['starts_on'] ?? '') <= on) &&
  ((holding['matures_on'] ?? '') === '' || n(holding['matures_on'] ?? '') >= on)

function birthdays({ row }: Person, calendar: PlainCalendar, today: N): Told[] {
  const told: Told[] = []
  for (let on = today + 1; on <= onOrAfter(calendar, today + 1); on++) {
    const lunar = row['lunar_birthday'] ?? ''
    const isKept = lunar !== '' ? isLunarBirthday(lunar, on) : isSolarBirthday(row['birthday'] ?? '', on)
    if (isKept) told.push({ line: `birthday ${text(on)}`, priority: 2 })
  }
  return told
}

function isSolarBirthday(birthday: string, on: N): boolean {
  if (birthday === '' || n(birthday) >= on) return false
  const kept = text(on).slice(5)
  const isShortFebruary = kept === '02-28' && text(on + 1).slice(5) === '03-01'
  return birthday.slice(5) === kept || (birthday.slice(5) === '02-29' && isShortFebruary)
}

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
})
const MONTH_WORDS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const DAY_WORDS = [
  ...['初一', '初二', '初三', '初四', '初五', '初六', '初七', '初八', '初九', '初十'],
  ...['十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十'],
  ...['廿一', '廿二', '廿三', '廿四', '廿五', '廿六', '廿七', '廿八', '廿九', '三十'],
]

const lunarParts = new Map<N, readonly [month: string, day: number]>()

function lunarOf(on: N): readonly [month: string, day: number] {
  const known = lunarParts.get(on)
  if (known !== undefined) return known
  const parts = CHINESE.formatToParts(on * 86_400_000)
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const found = [value('month'), Number(value('day'))] as const
  lunarParts.set(on, found)
  return found
}

function isLunarBirthday(birthday: string, on: N): boolean {
  const [month, dayOfMonth] = lunarOf(on)
  const isLastOfShort = dayOfMonth === 29 && lunarOf(on + 1)[1] === 1
  return [dayOfMonth, ...(isLastOfShort ? [30] : [])].some((d) => spellings(month, d).includes(birthday))
}

/** A leap month (`6bis`) has no spelling: its days are kept in the month of the same number. */
function spellings(month: string, dayOfMonth: number): readonly string[] {
  if (!/^\d+$/.test(month)) return []
  const two = (value: number) => String(value).padStart(2, '0')
  const dayWord = DAY_WORDS[dayOfMonth - 1] ?? ''
  return [
    `${two(Number(month))}-${two(dayOfMonth)}`,
    `${MONTH_WORDS[Number(month) - 1]}月${dayWord}`,
    `${MONTH_WORDS[Number(month) - 1]}月${dayWord.replace('廿', '二十')}`,
  ]
}

function assessment({ row }: Person, calendar: PlainCalendar, today: N): Told[] {
  if ((row['rating'] ?? '') === '' || (row['assessed_on'] ?? '') === '') return []
  const last = n(row['assessed_on'] ?? '') + 365
  const shown = showings(last - 30, (at) => at + 7, calendar, today)
  return today <= last && shown.includes(today) ? [{ line: `assessment ${text(last)}`, priority: 2 }] : []
}

/** The days up to today on which something shows that has held since a day. */
function showings(since: N, onward: (at: N) => N, calendar: PlainCalendar, today: N): readonly N[] {
  const days: N[] = []
  for (let at = onOrAfter(calendar, since); at <= today; at = onOrAfter(calendar, onward(at))) days.push(at)
  return days
}

function sleeping({ transactions }: Person, calendar: PlainCalendar, today: N): Told[] {
  const own = transactions
    .filter((t) => !OWN_BY_BANK.includes(t['summary'] ?? ''))
    .map((t) => n(t['on'] ?? ''))
    .filter((on) => on <= today)
  if (own.length === 0 || Math.max(...own) > today - 90) return []
  const shown = showings(Math.max(...own) + 90, (at) => plusMonths(at, 1), calendar, today)
  return shown.includes(today) ? [{ line: 'sleeping', priority: 3 }] : []
}

function idle(person: Person, calendar: PlainCalendar, today: N): Told[] {
  if (person.transactions.length === 0) return []
  const balances = balancesByDay(person, today)
  const now = idleSum(person, balances, today)
  if (now === undefined) return []
  let since = today
  while (idleSum(person, balances, since - 1) !== undefined) since--
  const shown = showings(since, (at) => plusMonths(at, 1), calendar, today)
  return shown.includes(today) ? [{ line: `idle ${now}`, priority: 3, stake: now }] : []
}

/** The end-of-day balance of every day that has one. */
function balancesByDay({ transactions }: Person, today: N): ReadonlyMap<N, number> {
  const lastOfDay = new Map<N, number | undefined>()
  for (const t of transactions) lastOfDay.set(n(t['on'] ?? ''), fenOf(t['balance']))
  const balances = new Map<N, number>()
  let balance: number | undefined
  for (let at = Math.min(...lastOfDay.keys()); at <= today; at++) {
    if (lastOfDay.has(at)) balance = lastOfDay.get(at)
    if (balance !== undefined) balances.set(at, balance)
  }
  return balances
}

function idleSum({ holdings }: Person, balances: ReadonlyMap<N, number>, on: N): number | undefined {
  if (holdings.some((h) => !['活期', '贷款', '信用卡'].includes(h['kind'] ?? '') && runs(h, on)))
    return undefined
  let smallest = Number.POSITIVE_INFINITY
  for (let at = on - 30; at <= on; at++) smallest = Math.min(smallest, balances.get(at) ?? 0)
  return smallest >= 10_000_000 ? smallest : undefined
}

function vipLine({ row }: Person): Told[] {
  const aum = fenOf(row['aum'])
  return aum !== undefined && aum >= 50_000_000 && row['card'] === 'none'
    ? [{ line: 'vip-without-card', priority: 3 }]
    : []
}

/** Priority, then money in steps of 100,000, then overdue ÷ interval, then tier, then customer id. */
function inOrder(a: Working, b: Working): number {
  const priority = (row: Working) => Math.min(...row.told.map((t) => t.priority))
  const steps = (row: Working) =>
    Math.floor(row.told.reduce((sum, t) => sum + (t.stake ?? 0), 0) / 10_000_000)
  const differences = [
    priority(a) - priority(b),
    steps(b) - steps(a),
    b.overdueWorkingDays * a.interval - a.overdueWorkingDays * b.interval,
    a.tier.localeCompare(b.tier),
    a.customerId < b.customerId ? -1 : 1,
  ]
  return differences.find((difference) => difference !== 0) ?? 0
}

/** Whose regular contact is brought onto today's brief because it falls into Spring Festival or National Day. */
function levelledOn(
  people: readonly Person[],
  products: readonly Row[],
  calendar: PlainCalendar,
  today: N,
): ReadonlySet<Person> {
  for (const [from, to] of calendar.longHolidays) {
    const five: N[] = []
    for (let at = from - 1; five.length < 5; at--) if (isWorked(calendar, at)) five.unshift(at)
    if (five.includes(today))
      return levelledBefore(
        [onOrBefore(calendar, from - 1) + 1, lastOffFrom(calendar, to)],
        five,
        people,
        products,
        calendar,
        today,
      )
  }
  return new Set()
}

const lastOffFrom = (calendar: PlainCalendar, at: N): N => onOrAfter(calendar, at + 1) - 1

function levelledBefore(
  [from, to]: readonly [N, N],
  five: readonly N[],
  people: readonly Person[],
  products: readonly Row[],
  calendar: PlainCalendar,
  today: N,
): ReadonlySet<Person> {
  const done = new Set<Person>()
  for (const [index, on] of five.entries()) {
    const mornings = people.map((person) => ({
      person,
      morning: { ...person, contacts: person.contacts.filter((c) => n(c['on'] ?? '') < on) },
    }))
    const reviews = reviewsOn(
      mornings.map(({ morning }) => morning),
      calendar,
      on,
    )
    const listed = new Set(
      mornings
        .filter(({ morning }) => rowOf(morning, products, calendar, on, reviews) !== undefined)
        .map(({ person }) => person),
    )
    const falling = mornings
      .map(({ person, morning }) => ({ person, due: dueOf(morning, calendar, on) }))
      .filter(
        ({ person, due }) =>
          due !== undefined && due.falls >= from && due.falls <= to && due.on > on && !done.has(person),
      )
      .sort(
        (a, b) =>
          (a.due?.falls ?? 0) - (b.due?.falls ?? 0) ||
          ((a.person.row['customer'] ?? '') < (b.person.row['customer'] ?? '') ? -1 : 1),
      )
      .map(({ person }) => person)
    const waiting = falling.filter((person) => !listed.has(person))
    const share = Math.min(Math.ceil(waiting.length / (5 - index)), Math.max(0, CAPACITY - listed.size))
    const brought = [...falling.filter((person) => listed.has(person)), ...waiting.slice(0, share)]
    if (on === today) return new Set(brought)
    for (const person of brought) done.add(person)
  }
  return new Set()
}
