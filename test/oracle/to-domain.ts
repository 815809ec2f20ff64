import type { Book } from '../../src/domain/book.js'
import type { Contact } from '../../src/domain/customer/contact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { CardLevel, RiskRating } from '../../src/domain/customer/profile-fields.js'
import { type Day, day } from '../../src/domain/day.js'
import type { DayFlow } from '../../src/domain/ledger/day-flow.js'
import type { Holding, ProductKind, RiskLevel } from '../../src/domain/ledger/holding.js'
import type { Product } from '../../src/domain/ledger/product.js'
import { type Fen, fen } from '../../src/domain/money.js'
import { type Opportunity, openOpportunity } from '../../src/domain/opportunity/opportunity.js'
import type { BankFiles, Row } from './bank-files.js'

export const KINDS: Readonly<Record<string, ProductKind>> = {
  定期存款: 'time-deposit',
  通知存款: 'notice-deposit',
  理财: 'wealth',
  基金: 'fund',
  保险: 'insurance',
  国债: 'bond',
  贵金属: 'gold',
  贷款: 'loan',
  信用卡: 'credit-card',
  活期: 'current',
}

/** The rows as books of the domain, one a manager, by plain grouping; the bank's own importer is not asked. */
export function booksOf(files: BankFiles, bankPostings: readonly string[]): readonly Book[] {
  const holdings = grouped(files.holdings)
  const contacts = grouped(files.contacts)
  const transactions = grouped(files.transactions)
  const sales = grouped(files.sales ?? [])
  const books = new Map<string, Customer[]>()
  for (const row of files.customers) {
    const id = row['customer']!
    const customer: Customer = {
      ...profileOf(row),
      id,
      holdings: (holdings.get(id) ?? []).map(holdingOf),
      contacts: (contacts.get(id) ?? []).map(contactOf),
      agreements: [],
      opportunities: (sales.get(id) ?? []).map(opportunityOf),
      flows: flowsOf(transactions.get(id) ?? [], bankPostings),
    }
    const manager = row['manager']!
    books.set(manager, [...(books.get(manager) ?? []), customer])
  }
  return [...books]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([managerId, customers]) => ({
      managerId,
      customers: customers.sort((a, b) => (a.id < b.id ? -1 : 1)),
      changes: [],
    }))
}

export function productsOf(files: BankFiles): readonly Product[] {
  return files.products.map((row) => ({
    id: row['product']!,
    name: row['product_name']!,
    kind: KINDS[row['kind']!]!,
    ...given('riskLevel', row['level'] as RiskLevel | ''),
    ...given('issuerRiskLevel', row['issuer_level'] as RiskLevel | ''),
    ...given('minAmountFen', sumOf(row['minimum'])),
    currency: row['currency'] || 'CNY',
    ...given('saleFrom', dayOf(row['sale_from'])),
    ...given('saleTo', dayOf(row['sale_to'])),
  }))
}

function profileOf(row: Row) {
  return {
    name: row['name']!,
    doNotContact: row['do_not_contact'] === '是',
    marketingConsent: row['consent'] === '是',
    ...given('birthday', dayOf(row['birthday'])),
    ...given('lunarBirthday', lunarOf(row['lunar_birthday'])),
    ...given('aumFen', sumOf(row['aum'])),
    ...given('riskRating', row['rating'] as RiskRating | ''),
    ...given('riskAssessedOn', dayOf(row['assessed_on'])),
    ...given('cardLevel', row['card'] as CardLevel | ''),
    ...given('assignedOn', dayOf(row['assigned_on'])),
  }
}

function holdingOf(row: Row): Holding {
  return {
    id: row['id']!,
    ...given('productId', row['product'] ?? ''),
    productName: row['product_name']!,
    kind: KINDS[row['kind']!]!,
    amountFen: sumOf(row['amount'])!,
    currency: row['currency'] || 'CNY',
    ...given('startsOn', dayOf(row['starts_on'])),
    ...given('maturesOn', dayOf(row['matures_on'])),
    autoRenew: row['auto_renew'] === '是',
  }
}

function contactOf(row: Row): Contact {
  return { id: row['id']!, on: day(row['on']!), managerId: row['manager']!, reached: row['reached'] === '是' }
}

const STATES: Readonly<Record<string, Opportunity['state']>> = {
  进行中: 'open',
  延后: 'postponed',
  成交: 'won',
  没成: 'lost',
}

/** Only what the brief reads of it differs from one that was just opened. */
function opportunityOf(row: Row): Opportunity {
  const on = day(row['day']!)
  const state = STATES[row['state']!]!
  const amountFen = sumOf(row['amount'])
  return {
    ...openOpportunity({ id: row['id']!, customerId: row['customer']!, need: '换一只产品' }, on),
    state,
    ...(state === 'postponed' ? { outcome: { kind: 'postponed', on, until: on } } : {}),
    ...given('amountFen', amountFen),
  }
}

function flowsOf(rows: readonly Row[], bankPostings: readonly string[]): readonly DayFlow[] {
  const flows = new Map<
    string,
    { on: Day; netFen: Fen; balanceFen?: Fen; ownCount: number; ownAbsFen: Fen }
  >()
  for (const row of [...rows].sort((a, b) => (a['on']! < b['on']! ? -1 : a['on']! > b['on']! ? 1 : 0))) {
    const on = day(row['on']!)
    const flow = flows.get(on) ?? { on, netFen: fen(0), ownCount: 0, ownAbsFen: fen(0) }
    const amount = sumOf(row['amount'])!
    flow.netFen = fen(flow.netFen + amount)
    const balance = sumOf(row['balance'])
    if (balance === undefined) delete flow.balanceFen
    else flow.balanceFen = balance
    if (!bankPostings.includes(row['summary'] ?? '')) {
      flow.ownCount++
      flow.ownAbsFen = fen(flow.ownAbsFen + Math.abs(amount))
    }
    flows.set(on, flow)
  }
  return [...flows.values()]
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row['customer']!)
    if (group === undefined) groups.set(row['customer']!, [row])
    else group.push(row)
  }
  return groups
}

function sumOf(text: string | undefined): Fen | undefined {
  if (text === undefined || text === '') return undefined
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) throw new Error(`not a sum: ${text}`)
  const [, sign, whole, part = ''] = match
  return fen(Number(`${sign}${whole}${part.padEnd(2, '0')}`))
}

function dayOf(text: string | undefined): Day | undefined {
  return text === undefined || text === '' ? undefined : day(text)
}

const LUNAR_DIGITS = '一二三四五六七八九十'

/** `08-15` from itself or from 八月十五. */
function lunarOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (/^\d\d-\d\d$/.test(text)) return text
  const [monthWord = '', dayWord = ''] = text.split('月')
  const month = { 正: 1, 冬: 11, 腊: 12 }[monthWord] ?? numberOf(monthWord)
  return `${String(month).padStart(2, '0')}-${String(numberOf(dayWord.replace('初', ''))).padStart(2, '0')}`
}

function numberOf(word: string): number {
  const w = word.replace('廿', '二十').replace('卅', '三十')
  if (!w.includes('十')) return LUNAR_DIGITS.indexOf(w) + 1
  const [tens = '', units = ''] = w.split('十')
  return (
    (tens === '' ? 1 : LUNAR_DIGITS.indexOf(tens) + 1) * 10 +
    (units === '' ? 0 : LUNAR_DIGITS.indexOf(units) + 1)
  )
}

function given<K extends string, V>(key: K, value: V | '' | undefined): { readonly [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [P in K]?: V }) // one key, that value
}
