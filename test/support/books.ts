import fc from 'fast-check'
import type { Book } from '../../src/domain/book.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { LINK_TYPES, type Link } from '../../src/domain/customer/link.js'
import type { Profile } from '../../src/domain/customer/profile-fields.js'
import { addDays, type Day } from '../../src/domain/day.js'
import { type Holding, PRODUCT_KINDS, RISK_LEVELS } from '../../src/domain/ledger/holding.js'
import { type Fen, fen } from '../../src/domain/money.js'
import { IMPORT_DAY } from './imports.js'

const ASCII = fc.string({
  unit: fc.constantFrom(...'aB09 ,;"\'=+-@.%\n\t|&', '&amp;', '&lt;', '张', '伟', '𠮷', '　', '“'),
  maxLength: 12,
})

/** Text that a book may hold: trimmed, never empty, with everything a table could stumble over. */
const text = ASCII.map((said) => said.trim()).filter((said) => said !== '')
const idText = fc.stringMatching(/^[0-9A-Z]{1,18}$/).filter((id) => !/^\d+E\d+$/.test(id))
const sum: fc.Arbitrary<Fen> = fc.integer({ min: 0, max: 9_999_999_999_999 }).map((value) => fen(value))
const past: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(IMPORT_DAY, -days))
const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: -40_000, max: 40_000 })
  .map((days) => addDays(IMPORT_DAY, days))

/** Keys that are absent rather than undefined. */
const facts = <T extends object>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  required: readonly (keyof T & string)[],
) => fc.record(model, { requiredKeys: required as never }) as fc.Arbitrary<T> // the package cannot say which are there

const profile = facts<Profile>(
  {
    name: text,
    type: fc.constantFrom('person', 'micro'),
    nickname: text,
    gender: fc.constantFrom('male', 'female'),
    birthday: past,
    birthdayMonthDay: fc.constantFrom('03-05', '02-29', '12-31'),
    lunarBirthday: fc.constantFrom('08-15', 'L06-01', '12-30'),
    anniversary: anyDay,
    occupation: text,
    company: text,
    education: text,
    phone: fc.constantFrom('199-0000-0001', '+86 199 0000 0002', '19900000003'),
    email: text,
    address: text,
    preferredChannel: fc.constantFrom('call', 'visit', 'wechat', 'sms', 'email'),
    aumFen: sum,
    riskRating: fc.constantFrom('C1', 'C5'),
    riskAssessedOn: past,
    cardLevel: fc.constantFrom('none', 'gold', 'platinum'),
    familiarity: fc.constantFrom('unknown', 'known', 'familiar'),
    doNotContact: fc.boolean(),
    marketingConsent: fc.boolean(),
    sensitiveConsent: fc.boolean(),
    hobbies: text,
    expectedReturn: text,
    preference: text,
    family: text,
    assignedOn: anyDay,
    notes: text,
  } as never,
  ['name', 'doNotContact', 'marketingConsent'],
)

const holding = facts<Holding>(
  {
    id: idText,
    productId: idText,
    productName: text,
    kind: fc.constantFrom(...PRODUCT_KINDS),
    // an amount of 0 ends a holding
    amountFen: sum.map((value) => fen(value + 1)),
    currency: fc.constantFrom('CNY', 'USD', 'HKD', 'JPY'),
    startsOn: past,
    maturesOn: fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(IMPORT_DAY, days)),
    ratePercent: fc.integer({ min: 0, max: 99_999 }).map((n) => n / 1_000),
    riskLevel: fc.constantFrom(...RISK_LEVELS),
    autoRenew: fc.boolean(),
    nextPaymentOn: anyDay,
    overdue: fc.boolean(),
    costFen: sum,
    marketValueFen: sum,
  } as never,
  ['id', 'productName', 'kind', 'amountFen', 'currency', 'autoRenew'],
)

interface Bond {
  readonly from: number
  readonly to: number
  readonly type: Link['type']
  readonly since: Day | undefined
}

/** A bond of two of so many customers. */
const bond = (count: number): fc.Arbitrary<Bond> =>
  fc.record({
    from: fc.nat({ max: Math.max(0, count - 1) }),
    to: fc.nat({ max: Math.max(0, count - 1) }),
    type: fc.constantFrom(...LINK_TYPES),
    since: fc.option(anyDay, { nil: undefined }),
  })

/** Each bond of two customers once, from the first to the later one. */
function linksOf(ids: readonly string[], bonds: readonly Bond[]): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>()
  for (const { from, to, type, since } of bonds) {
    const [id, otherId] = [ids[from], ids[to]]
    if (id === undefined || otherId === undefined || from >= to) continue
    const own = links.get(id) ?? []
    if (own.some((link) => link.otherId === otherId)) continue
    const on = IMPORT_DAY
    links.set(id, [...own, { type, otherId, ...(since !== undefined && { since }), source: 'file', on }])
  }
  return links
}

/** A book of M1 with any customers and holdings an import could have brought or a manager could have recorded. */
export const anyBook: fc.Arbitrary<Book> = fc
  .uniqueArray(fc.tuple(idText, profile, fc.array(holding, { maxLength: 3 })), {
    selector: ([id]) => id,
    maxLength: 5,
  })
  .chain((people) => fc.tuple(fc.constant(people), fc.array(bond(people.length), { maxLength: 4 })))
  .map(([people, bonds]) => {
    const used = new Set<string>()
    const linked = linksOf(
      people.map(([id]) => id),
      bonds,
    )
    const customers = people.map(([id, known, holdings]): Customer => {
      const own = holdings.filter((one) => !used.has(one.id) && used.add(one.id))
      const links = linked.get(id)
      return { id, ...known, holdings: own, contacts: [], agreements: [], flows: [], ...(links && { links }) }
    })
    return { managerId: 'M1', customers: customers.sort((a, b) => (a.id < b.id ? -1 : 1)), changes: [] }
  })
