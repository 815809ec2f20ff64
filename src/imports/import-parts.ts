import { withCustomers } from '../domain/book.js'
import type { Agreement, Contact } from '../domain/customer/contact.js'
import type { Customer } from '../domain/customer/customer.js'
import type { RecordedFact } from '../domain/customer/facts/recorded-fact.js'
import type { Favour } from '../domain/customer/favour.js'
import { canonical } from '../domain/fingerprint.js'
import type { Holding } from '../domain/ledger/holding.js'
import { daysOfDecision, recordAmount, rememberMaturity } from '../domain/ledger/past-maturity.js'
import { CNY } from '../domain/money.js'
import { endOthers } from './end-holdings.js'
import type { ReadRow } from './import-rows.js'
import { type ImportRun, inBatchesOf, type TakeBatch, type Taker } from './import-run.js'
import { groupedBy, mergeRow } from './merge-row.js'
import { paddedForms } from './number-twins.js'
import { type PartKind, type PartOf, PartShelf, type Placed } from './part-shelf.js'

interface PartRules<K extends PartKind> {
  readonly of: 'holding' | 'contact' | 'fact' | 'agreement' | 'favour'
  /** False where the row is rejected, which is then said. */
  readonly accepts: (row: ReadRow<K>) => boolean
  readonly merge: (row: ReadRow<K>, current: PartOf<K> | undefined, customer: Customer) => PartOf<K>
}

const CLEARED_OF_HOLDING: ReadonlySet<keyof Holding> = new Set([
  'productId',
  'startsOn',
  'maturesOn',
  'ratePercent',
  'riskLevel',
  'nextPaymentOn',
  'overdue',
  'costFen',
  'marketValueFen',
] as const)
const CLEARED_OF_CONTACT: ReadonlySet<keyof Contact> = new Set()

/**
 * Takes the ledger: one row a holding, by holding id. The bank owns all of it. A full file ends, when it is read, what
 * it does not hold; where a row of it is wrong nobody knows what it holds.
 */
export function holdingsTaker(run: ImportRun<'holdings'>): Taker<'holdings'> {
  const taker = inBatchesOf(100_000, takeHoldings)(run)
  if (!run.isComplete) return taker
  const held = new Set<string>()
  return {
    take(rows) {
      for (const { row } of rows) held.add(row.id)
      return taker.take(rows)
    },
    async finish() {
      await taker.finish()
      if (run.rejected.length === 0) await endOthers(run, held)
    },
  }
}

const takeHoldings: TakeBatch<'holdings'> = (run, rows) => {
  const products = new Set(run.draft.products().map((product) => product.id))
  return takeParts('holdings', run, rows, {
    of: 'holding',
    accepts: () => true,
    merge: (row, current, customer) => {
      const { customerId: _customerId, ...facts } = row.row
      if (typeof facts.productId === 'string' && !products.has(facts.productId))
        run.remark(row, 'productId', 'unknown-product')
      const base: Holding = current ?? {
        id: facts.id,
        productName: facts.productName,
        kind: facts.kind,
        amountFen: facts.amountFen,
        currency: CNY,
        autoRenew: false,
      }
      const merged = mergeRow(
        base,
        { ...facts, currency: facts.currency === null ? CNY : facts.currency },
        CLEARED_OF_HOLDING,
      )
      return withItsPast(run, endedWhereNothingIsLeft(run, merged, current), current, customer)
    },
  })
}

/** An amount of 0 ends a holding; what it was stays known. Any other amount means that it is there again. */
function endedWhereNothingIsLeft(
  run: ImportRun<'holdings'>,
  merged: Holding,
  current: Holding | undefined,
): Holding {
  const { endedOn, ...running } = merged
  if (merged.amountFen !== 0) return running
  if (endedOn === undefined) run.countEnded()
  return { ...running, amountFen: current?.amountFen ?? merged.amountFen, endedOn: endedOn ?? run.today }
}

/** What the file changes of what stood on a day that is still asked for stays on record. */
function withItsPast(
  { today, rules }: ImportRun<'holdings'>,
  merged: Holding,
  current: Holding | undefined,
  customer: Customer,
): Holding {
  const now = current === undefined ? merged : rememberMaturity(current, merged, today)
  return recordAmount(current, now, daysOfDecision(customer, rules.policy), today)
}

/** Takes contacts that were recorded elsewhere in the bank: one row a contact, by contact id. */
export const takeContacts: TakeBatch<'contacts'> = (run, rows) => {
  const managers = new Set(run.draft.managers().map((manager) => manager.id))
  return takeParts('contacts', run, rows, {
    of: 'contact',
    accepts: (row) => {
      if (!managers.has(row.row.managerId)) run.reject(row, 'managerId', 'unknown-manager')
      return managers.has(row.row.managerId)
    },
    merge: (row, current, customer) => {
      const { customerId: _customerId, ...facts } = row.row
      const base: Contact = current ?? {
        id: facts.id,
        on: facts.on,
        managerId: facts.managerId,
        reached: false,
      }
      return mergeRow(base, { ...facts, note: run.screened(row, 'note', customer) }, CLEARED_OF_CONTACT)
    },
  })
}

/** Takes facts as they were told: the record of them. What counts now stands in the table of customers. */
export const takeFacts: TakeBatch<'facts'> = (run, rows) =>
  takeParts('facts', run, rows, {
    of: 'fact',
    accepts: knowsManager(run),
    merge: (row, current, customer) => {
      const { customerId: _customerId, ...facts } = row.row
      const after = run.screened(row, 'after', customer) ?? MASKED
      const before = run.screened(row, 'before', customer)
      const { before: _before, ...told } = facts
      return mergeRow<RecordedFact>(current ?? { ...told, after }, { ...told, after, before }, NONE_CLEARED)
    },
  })

/** Takes appointments, calls back, promises and reminders. */
export const takeAgreements: TakeBatch<'agreements'> = (run, rows) =>
  takeParts('agreements', run, rows, {
    of: 'agreement',
    accepts: () => true,
    merge: (row, current, customer) => {
      const { customerId: _customerId, ...facts } = row.row
      const { id, kind, madeOn, state } = facts
      return mergeRow<Agreement>(
        current ?? { id, kind, madeOn, state },
        { ...facts, about: run.screened(row, 'about', customer) },
        NONE_CLEARED,
      )
    },
  })

/** Takes gifts received and events attended. */
export const takeFavours: TakeBatch<'favours'> = (run, rows) =>
  takeParts('favours', run, rows, {
    of: 'favour',
    accepts: knowsManager(run),
    merge: (row, current) => {
      const { customerId: _customerId, ...facts } = row.row
      const { id, kind, name, on, managerId } = facts
      return mergeRow<Favour>(current ?? { id, kind, name, on, managerId }, facts, NONE_CLEARED)
    },
  })

/** What stands in the place of a text that may not be kept. */
const MASKED = '***'
const NONE_CLEARED: ReadonlySet<never> = new Set()

function knowsManager<K extends 'facts' | 'favours'>(run: ImportRun<K>): (row: ReadRow<K>) => boolean {
  const managers = new Set(run.draft.managers().map((manager) => manager.id))
  return (row) => {
    if (!managers.has(row.row.managerId)) run.reject(row, 'managerId' as never, 'unknown-manager') // both kinds have it
    return managers.has(row.row.managerId)
  }
}

async function takeParts<K extends PartKind>(
  kind: K,
  run: ImportRun<K>,
  rows: readonly ReadRow<K>[],
  rules: PartRules<K>,
): Promise<void> {
  const owned = rows.flatMap((row) => {
    const managerId = run.draft.ownerOf(row.row.customerId)
    if (managerId === undefined) run.reject(row, 'customerId', run.noCustomer(row.row.customerId))
    return managerId !== undefined && rules.accepts(row) ? [{ managerId, row }] : []
  })
  const groups = groupedBy(owned, (one) => one.managerId)
  const strayed = run.hasEarlier ? await takeStrayed(kind, run, groups) : new Map<string, Placed<K>>()
  for (const [managerId, group] of groups) {
    const book = await run.draft.book(managerId)
    const shelf = new PartShelf(kind, book)
    for (const { row } of group) {
      await run.breathe()
      if (!isTwin(run, shelf, row)) takePart(run, shelf, row, rules, strayed.get(row.row.id))
    }
    const changed = shelf.changed()
    if (changed.length > 0) await run.draft.putBook(withCustomers(book, changed))
  }
}

/** Whether the row's own id was kept as a number and is one of the book's with leading zeros, which is then said. */
function isTwin<K extends PartKind>(run: ImportRun<K>, shelf: PartShelf<K>, row: ReadRow<K>): boolean {
  if (row.numberIds?.includes('id') !== true) return false
  const twin = paddedForms(row.row.id).find((id) => shelf.find(id) !== undefined)
  if (twin !== undefined) run.rejectTwin(row, 'id', twin)
  return twin !== undefined
}

function takePart<K extends PartKind>(
  run: ImportRun<K>,
  shelf: PartShelf<K>,
  row: ReadRow<K>,
  rules: PartRules<K>,
  strayed: Placed<K> | undefined,
): void {
  const { id, customerId } = row.row
  const placed = strayed ?? shelf.find(id)
  const merged = rules.merge(row, placed?.part, shelf.customer(customerId))
  if (placed?.customerId === customerId && canonical(placed.part) === canonical(merged)) {
    run.count('unchanged')
    return
  }
  const from = placed?.customerId === customerId ? undefined : placed?.customerId
  if (from !== undefined && strayed === undefined) shelf.remove(from, id)
  shelf.put(customerId, merged)
  run.changed(
    { of: rules.of, id, customerId, before: placed?.part ?? null, ...(from !== undefined && { from }) },
    merged,
  )
}

/**
 * Takes out of other managers' books what the rows give to customers of these: a bank that joins two customer numbers
 * moves a holding, and it must not be counted twice.
 */
async function takeStrayed<K extends PartKind>(
  kind: K,
  run: ImportRun<K>,
  groups: ReadonlyMap<string, readonly { readonly row: ReadRow<K> }[]>,
): Promise<ReadonlyMap<string, Placed<K>>> {
  const missing = new Map<string, string>()
  for (const [managerId, group] of groups) {
    const shelf = new PartShelf(kind, await run.draft.book(managerId))
    for (const { row } of group) if (shelf.find(row.row.id) === undefined) missing.set(row.row.id, managerId)
  }
  const found = new Map<string, Placed<K>>()
  if (missing.size === 0) return found
  for (const { id: managerId } of run.draft.managers()) {
    await run.breathe()
    const book = await run.draft.book(managerId)
    const shelf = new PartShelf(kind, book)
    for (const [id, goingTo] of missing) {
      const placed = goingTo === managerId ? undefined : shelf.find(id)
      if (placed === undefined) continue
      found.set(id, placed)
      shelf.remove(placed.customerId, id)
    }
    const changed = shelf.changed()
    if (changed.length > 0) await run.draft.putBook(withCustomers(book, changed))
  }
  return found
}
