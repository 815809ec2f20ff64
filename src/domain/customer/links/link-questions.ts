import type { Day } from '../../day.js'
import type { Policy } from '../../policy.js'
import type { Customer } from '../customer.js'
import type { LinkQuestion, LinkType } from '../link.js'

/** Two customers who may belong together: it is asked, never inferred (Handbook §8.4). */
export interface LinkToAsk {
  /** The company, or whoever owns one; of two with one phone the first by id. */
  readonly one: Customer
  readonly other: Customer
  readonly because: LinkQuestion['because']
  /** What they have in common, as it is compared. */
  readonly common: string
  /** As it stands with the customers. */
  readonly said: string
  /** What the other may be to the first. */
  readonly types: readonly LinkType[]
}

const OF_A_COMPANY = ['owner', 'legal-representative', 'finance', 'employee'] as const
const OF_AN_OWNER = ['employee', 'finance', 'spouse'] as const
const OF_A_PHONE = ['spouse', 'parent', 'child'] as const

/** What a retired or moved customer's employer is written as. */
const FORMER =
  /^(?:退休前|离职前|原(?!野|子|点)|前单位|曾任|曾在)|^(?:former(?:ly)?|ex[- ]|previously|retired from)/i
const OWNS = /企业主|个体|私营|老板|business owner|self-employed|shopkeeper|entrepreneur/i

/**
 * The one question of the day about a shared phone or company; undefined where one was put today, or nothing is left to
 * ask. A company is asked about once, where one of the two is a micro-enterprise or owns a business and no more than the
 * policy's number share it; former employers are none.
 */
export function linkToAsk(
  customers: readonly Customer[],
  policy: Pick<Policy, 'links'>,
  today: Day,
): LinkToAsk | undefined {
  const asked = customers.flatMap(({ linkQuestions = [] }) => linkQuestions)
  if (asked.some(({ on }) => on === today)) return undefined
  const known = new Set(asked.map(({ because, common }) => `${because} ${common}`))
  const groups = new Map<string, { because: LinkQuestion['because']; common: string; of: Customer[] }>()
  for (const customer of customers)
    for (const { because, common } of traitsOf(customer)) {
      const key = `${because} ${common}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { because, common, of: [customer] })
      else group.of.push(customer)
    }
  for (const { because, common, of } of groups.values()) {
    if (of.length < 2 || of.length > policy.links.mostSharing || known.has(`${because} ${common}`)) continue
    if (of.some((customer) => isLinkedIn(customer, of))) continue
    const one = because === 'phone' ? of[0] : (of.find(isCompany) ?? of.find(ownsBusiness))
    const other = of.find((customer) => customer !== one)
    if (one === undefined || other === undefined) continue
    const types = because === 'phone' ? OF_A_PHONE : isCompany(one) ? OF_A_COMPANY : OF_AN_OWNER
    const said = because === 'phone' ? (one.phone ?? common) : (other.company ?? one.company ?? common)
    return { one, other, because, common, said, types }
  }
  return undefined
}

/** The customer with a question about a link noted, or answered. */
export function withLinkQuestion(customer: Customer, question: LinkQuestion): Customer {
  const others = (customer.linkQuestions ?? []).filter(
    ({ otherId, because, common }) =>
      otherId !== question.otherId || because !== question.because || common !== question.common,
  )
  return { ...customer, linkQuestions: [...others, question] }
}

/** A company's name as it is compared: without blanks, marks and the form of the firm. */
export function companyKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s()()·.,'"“”]/g, '')
    .replaceAll(/(?:有限责任公司|股份有限公司|有限公司|公司|pteltd|coltd|ltd|inc|limited)$/g, '')
}

function traitsOf(customer: Customer): readonly Pick<LinkToAsk, 'because' | 'common'>[] {
  const { type, name, company, phone } = customer
  const written = company ?? (type === 'micro' ? name : undefined)
  const key = written === undefined || FORMER.test(written) ? '' : companyKey(written)
  const digits = (phone ?? '').replaceAll(/\D/g, '')
  return [
    ...(digits.length < 7 ? [] : [{ because: 'phone', common: digits } as const]),
    ...(key === '' ? [] : [{ because: 'company', common: key } as const]),
  ]
}

function isCompany({ type }: Customer): boolean {
  return type === 'micro'
}

function ownsBusiness({ occupation }: Customer): boolean {
  return occupation !== undefined && OWNS.test(occupation)
}

function isLinkedIn({ links = [] }: Customer, group: readonly Customer[]): boolean {
  return links.some(({ otherId }) => group.some(({ id }) => id === otherId))
}
