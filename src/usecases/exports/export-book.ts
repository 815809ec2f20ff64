import type { Book } from '../../domain/book.js'
import { cadence, tierOf } from '../../domain/cadence/cadence.js'
import { lastEffectiveContact } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { profileOf } from '../../domain/customer/profile.js'
import { type Day, daysBetween } from '../../domain/day.js'
import { type Holding, isAsset } from '../../domain/ledger/holding.js'
import { hasEnded, isRunning, reachesMaturity } from '../../domain/ledger/running.js'
import type { Manager } from '../../domain/manager/manager.js'
import { addFen, CNY, type Currency, type Fen } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { CustomerRow } from '../../imports/import-rows.js'
import type { Books } from '../../ports/ports.js'
import {
  AGREEMENT_FIELDS,
  CONTACT_FIELDS,
  CUSTOMER_FIELDS,
  FACT_FIELDS,
  FAVOUR_FIELDS,
  HOLDING_FIELDS,
  isSaid,
  keyCustomerFields,
  LINK_FIELDS,
} from './export-fields.js'
import { customersWithin, isWithinLedger } from './export-narrowing.js'
import type { ExportExtras, ExportRequest, ExportRow, ExportTable, TableOf } from './export-table.js'

/** Contacts that a row of the key-customer table recalls. */
const RECALLED = 3
/** The tiers of key customers (Handbook §1). */
const KEY_TIERS: ReadonlySet<string> = new Set(['A', 'B'])

export interface ExportDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** One of the three tables of a manager's own book, or a part of it, as it is on `today`. */
export function exportBook({ books, policy, calendar }: ExportDeps) {
  return async (manager: Manager, request: ExportRequest, today: Day): Promise<ExportTable> => {
    const { table: name, ...narrowing } = request
    const book = await books.read(manager.id)
    switch (name) {
      case 'general':
        return generalTable(customersWithin(book, narrowing))
      case 'ledger':
        return ledgerTable(book)
      case 'key-customers':
        return keyCustomerTable(customersWithin(book, narrowing))
      case 'links':
        return linkTable(customersWithin(book, narrowing))
      case 'contacts':
        return contactTable(customersWithin(book, narrowing))
      case 'facts':
        return factTable(customersWithin(book, narrowing))
      case 'agreements':
        return agreementTable(customersWithin(book, narrowing))
      case 'favours':
        return favourTable(customersWithin(book, narrowing))
    }

    function generalTable(customers: readonly Customer[]): TableOf<'customers'> {
      const rows = customers.map((customer) => ({
        facts: factsOf(customer),
        extras: contactExtras(customer),
      }))
      return {
        ...customerTable(rows),
        fields: CUSTOMER_FIELDS.filter((field) => isSaid(field, rows)),
        extras: ['tier', 'lastContactOn', 'contactDueOn', 'overdueDays'],
      }
    }

    function keyCustomerTable(customers: readonly Customer[]): TableOf<'customers'> {
      const key = customers.filter((customer) => KEY_TIERS.has(tierOf(customer, policy)))
      const rows = key.toSorted(largestFirst).map((customer) => ({
        facts: factsOf(customer),
        extras: { ...contactExtras(customer), ...storyOf(customer) },
      }))
      return {
        ...customerTable(rows),
        fields: keyCustomerFields(rows),
        extras: ['tier', 'lastContactOn', 'contactDueOn', 'overdueDays', 'nextMaturityOn', 'history', 'plan'],
        parts: [
          ledgerTable({ ...book, customers: key }),
          contactTable(key),
          factTable(key),
          linkTable(key),
          agreementTable(key),
          favourTable(key),
        ],
      }
    }

    function contactTable(customers: readonly Customer[]): TableOf<'contacts'> {
      return partTable('contacts', CONTACT_FIELDS, customers, ({ contacts }) =>
        contacts.filter(({ withdrawn }) => withdrawn === undefined).toSorted(newestFirst),
      )
    }

    function factTable(customers: readonly Customer[]): TableOf<'facts'> {
      return partTable('facts', FACT_FIELDS, customers, ({ facts = [] }) =>
        facts.filter(({ withdrawn }) => withdrawn === undefined),
      )
    }

    function agreementTable(customers: readonly Customer[]): TableOf<'agreements'> {
      return partTable('agreements', AGREEMENT_FIELDS, customers, ({ agreements }) =>
        agreements.filter(({ state }) => state !== 'withdrawn'),
      )
    }

    function favourTable(customers: readonly Customer[]): TableOf<'favours'> {
      return partTable('favours', FAVOUR_FIELDS, customers, ({ favours = [] }) =>
        favours.filter(({ withdrawn }) => withdrawn === undefined),
      )
    }

    /** A row for each of the parts of every customer, as they stand. */
    function partTable<K extends 'contacts' | 'facts' | 'agreements' | 'favours'>(
      kind: K,
      fields: TableOf<K>['fields'],
      customers: readonly Customer[],
      partsOf: (customer: Customer) => readonly object[],
    ): TableOf<K> {
      const rows = customers.flatMap((customer) =>
        partsOf(customer).map(
          (part): ExportRow<K> => ({
            facts: { ...part, customerId: customer.id } as ExportRow<K>['facts'], // a part is the row of its kind
            extras: { customerName: customer.name },
          }),
        ),
      )
      return {
        name: kind,
        kind,
        manager,
        on: today,
        narrowing,
        fields,
        extras: ['customerName'],
        sums: new Map(),
        headsUpDays: policy.maturityHeadsUpDays,
        rows,
      }
    }

    function ledgerTable({ customers }: Book): TableOf<'holdings'> {
      const held = customers.flatMap((customer) =>
        customer.holdings
          .filter((holding) => !hasEnded(holding, today))
          .filter((holding) => isWithinLedger(customer, holding, narrowing, policy))
          .map((holding) => ({ customer, holding })),
      )
      const rows: readonly ExportRow<'holdings'>[] = held
        .toSorted((a, b) => nextFirst(a.holding, b.holding, today))
        .map(({ customer, holding }) => ({
          facts: { ...holding, customerId: customer.id },
          extras: {
            customerName: customer.name,
            ...(holding.maturesOn !== undefined && { daysToMaturity: daysBetween(today, holding.maturesOn) }),
          },
        }))
      const owned = held.filter(({ holding }) => isAsset(holding.kind) && isRunning(holding, today))
      const sums = sumsOf(owned.map(({ holding }) => [holding.currency, holding.amountFen]))
      return {
        name: 'ledger',
        kind: 'holdings',
        manager,
        on: today,
        narrowing,
        fields: HOLDING_FIELDS.filter((field) => isSaid(field, rows)),
        extras: ['customerName', 'daysToMaturity'],
        sums,
        headsUpDays: policy.maturityHeadsUpDays,
        rows,
      }
    }

    function linkTable(customers: readonly Customer[]): TableOf<'links'> {
      const names = new Map(customers.map(({ id, name }) => [id, name]))
      const rows = customers.flatMap(({ id, name: customerName, links = [] }) =>
        links.map(({ type, otherId, since, source, on, managerId }): ExportRow<'links'> => {
          const otherName = names.get(otherId)
          return {
            facts: {
              customerId: id,
              type,
              otherId,
              ...(since !== undefined && { since }),
              source,
              recordedOn: on,
              ...(managerId !== undefined && { recordedBy: managerId }),
            },
            extras: { customerName, ...(otherName !== undefined && { otherName }) },
          }
        }),
      )
      return {
        name: 'links',
        kind: 'links',
        manager,
        on: today,
        narrowing,
        fields: LINK_FIELDS,
        extras: ['customerName', 'otherName'],
        sums: new Map(),
        headsUpDays: policy.maturityHeadsUpDays,
        rows,
      }
    }

    function customerTable(rows: readonly ExportRow<'customers'>[]) {
      const sums = sumsOf(
        rows.flatMap(({ facts }) => (facts.aumFen == null ? [] : [[CNY, facts.aumFen] as const])),
      )
      return {
        name,
        kind: 'customers',
        manager,
        on: today,
        narrowing,
        sums,
        headsUpDays: policy.maturityHeadsUpDays,
        rows,
      } as const
    }

    function factsOf(customer: Customer): Partial<CustomerRow> {
      const { anniversaryMonthDay, ...profile } = profileOf(customer)
      const anniversary = profile.anniversary ?? anniversaryMonthDay
      return {
        id: customer.id,
        managerId: manager.id,
        ...profile,
        ...(anniversary !== undefined && { anniversary }),
        ...(customer.fromFile !== undefined && { fromFile: customer.fromFile }),
      }
    }

    function contactExtras(customer: Customer): ExportExtras {
      const due = cadence(customer, policy, calendar, today)
      const lastContactOn = lastEffectiveContact(customer.contacts, today)
      return {
        tier: tierOf(customer, policy),
        ...(lastContactOn !== undefined && { lastContactOn }),
        ...(due.kind !== 'none' && { contactDueOn: due.dueOn, overdueDays: due.overdueWorkingDays }),
      }
    }

    function storyOf(customer: Customer): ExportExtras {
      const ends = customer.holdings
        .filter(reachesMaturity)
        .flatMap(({ kind, maturesOn }) =>
          maturesOn !== undefined && maturesOn >= today && policy.maturingKinds.includes(kind)
            ? [maturesOn]
            : [],
        )
      const [nextMaturityOn] = ends.sort()
      const contacts = customer.contacts.filter(
        (contact) => contact.withdrawn === undefined && contact.on <= today,
      )
      const open = customer.agreements.filter((agreement) => agreement.state === 'open')
      return {
        ...(nextMaturityOn !== undefined && { nextMaturityOn }),
        history: contacts.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, RECALLED),
        plan: open.toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)),
      }
    }
  }
}

export type ExportBook = ReturnType<typeof exportBook>

function largestFirst(a: Customer, b: Customer): number {
  return (b.aumFen ?? 0) - (a.aumFen ?? 0) || (a.id < b.id ? -1 : 1)
}

function newestFirst(
  a: { readonly on: Day; readonly id: string },
  b: { readonly on: Day; readonly id: string },
) {
  return a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on > b.on ? -1 : 1
}

/** By maturity: what is still to come, then what has none, then what has ended, the last ended first. */
function nextFirst(a: Holding, b: Holding, today: Day): number {
  const [rankOfA, rankOfB] = [rankOf(a, today), rankOf(b, today)]
  if (rankOfA !== rankOfB) return rankOfA - rankOfB
  const [first = '', second = ''] = rankOfA === 2 ? [b.maturesOn, a.maturesOn] : [a.maturesOn, b.maturesOn]
  if (first !== second) return first < second ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function rankOf({ maturesOn }: Holding, today: Day): 0 | 1 | 2 {
  if (maturesOn === undefined) return 1
  return maturesOn >= today ? 0 : 2
}

/** Sums of different currencies are never added. */
function sumsOf(amounts: readonly (readonly [Currency, Fen])[]): ReadonlyMap<Currency, Fen> {
  const sums = new Map<Currency, Fen>()
  for (const [currency, amount] of amounts) {
    const sum = sums.get(currency)
    sums.set(currency, sum === undefined ? amount : addFen(sum, amount))
  }
  return new Map([...sums].sort(([a], [b]) => (a === CNY ? -1 : b === CNY ? 1 : a < b ? -1 : 1)))
}
