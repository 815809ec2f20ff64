import { findCustomer, withCustomers } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import { withFieldsFromFile } from '../domain/customer/fact-source.js'
import { newCustomer, profileOf, withProfile } from '../domain/customer/profile.js'
import type { Profile } from '../domain/customer/profile-fields.js'
import { parseDay } from '../domain/day.js'
import { canonical } from '../domain/fingerprint.js'
import type { CustomerRow, ReadRow } from './import-rows.js'
import type { ImportRun, TakeBatch } from './import-run.js'
import { groupedBy, mergeRow } from './merge-row.js'
import { takeOut } from './move-customer.js'

/** What the bank owns of a profile; everything else the manager may have recorded, and an empty cell leaves it. */
const CLEARED: ReadonlySet<keyof Profile> = new Set([
  'aumFen',
  'riskRating',
  'riskAssessedOn',
  'cardLevel',
] as const)

/** Takes customers into the books of their managers; one who has another manager now moves with everything known. */
export const takeCustomers: TakeBatch<'customers'> = async (run, rows) => {
  const known = new Set(run.draft.managers().map((manager) => manager.id))
  const taken = rows.filter((row) => {
    if (run.isErased(row.row.id)) {
      run.reject(row, 'id', 'erased-customer')
      return false
    }
    if (!known.has(row.row.managerId)) run.reject(row, 'managerId', 'unknown-manager')
    return known.has(row.row.managerId)
  })
  const moving = taken.filter(({ row }) => (run.draft.ownerOf(row.id) ?? row.managerId) !== row.managerId)
  const arrived = await takeOut(
    run.draft,
    moving.map(({ row }) => ({ customerId: row.id, to: row.managerId })),
  )
  for (const [managerId, group] of groupedBy(taken, ({ row }) => row.managerId)) {
    await takeIntoBook(run, managerId, group, arrived)
  }
}

async function takeIntoBook(
  run: ImportRun<'customers'>,
  managerId: string,
  rows: readonly ReadRow<'customers'>[],
  arrived: ReadonlyMap<string, { readonly customer: Customer; readonly from: string }>,
): Promise<void> {
  const book = await run.draft.book(managerId)
  const changed: Customer[] = []
  for (const row of rows) {
    await run.breathe()
    const { id } = row.row
    const from = arrived.get(id)?.from
    const current = arrived.get(id)?.customer ?? findCustomer(book, id)
    const before = current === undefined ? null : profileOf(current)
    const after = mergeProfile(run, row, before)
    if (before !== null && from === undefined && canonical(before) === canonical(after)) {
      run.count('unchanged')
      continue
    }
    const then = current?.fromFile
    run.changed(
      {
        of: 'customer',
        id,
        before,
        ...(from !== undefined && { from }),
        ...(then !== undefined && { fromFile: then }),
      },
      { ...after, managerId },
    )
    const customer = current === undefined ? newCustomer(id, after) : withProfile(current, after)
    const { fromFile } = row.row
    const isNewcomer = current === undefined && fromFile !== undefined && fromFile !== null
    changed.push(isNewcomer ? { ...customer, fromFile } : withFieldsFromFile(customer, before, run.today))
  }
  if (changed.length > 0) await run.draft.putBook(withCustomers(book, changed))
}

/** Of free text only what may be stored comes in; where nothing may, what was stored before stays (Handbook §1). */
function mergeProfile(
  run: ImportRun<'customers'>,
  row: ReadRow<'customers'>,
  before: Profile | null,
): Profile {
  const { id: _id, managerId: _managerId, fromFile: _fromFile, anniversary, ...facts } = row.row
  const base: Profile = before ?? { name: facts.name, doNotContact: false, marketingConsent: false }
  // Whoever agrees in the same row agrees to what stands beside it.
  const agreed = typeof facts.sensitiveConsent === 'boolean' ? facts : base
  const consent = { sensitiveConsent: agreed.sensitiveConsent === true }
  const notes = run.screened(row, 'notes', consent)
  const family = run.screened(row, 'family', consent)
  const avoid = run.screened(row, 'avoid', consent)
  return withAnniversary(mergeRow(base, { ...facts, notes, family, avoid }, CLEARED), anniversary)
}

/** A day, or a month and day whose year is not known: whichever the file brings stands alone. */
function withAnniversary(profile: Profile, anniversary: CustomerRow['anniversary']): Profile {
  if (anniversary === undefined || anniversary === null) return profile
  const { anniversary: _day, anniversaryMonthDay: _monthDay, ...rest } = profile
  const whole = parseDay(anniversary)
  return whole === undefined ? { ...rest, anniversaryMonthDay: anniversary } : { ...rest, anniversary: whole }
}
