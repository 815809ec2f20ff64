import { findCustomer, withCustomers } from '../domain/book.js'
import { type Link, mirrorOf } from '../domain/customer/link.js'
import { canonical } from '../domain/fingerprint.js'
import type { LinkRow, ReadRow } from './import-rows.js'
import type { ImportRun, TakeBatch } from './import-run.js'
import { groupedBy } from './merge-row.js'

/** Links by the customer they are stored on. */
type LinksById = Map<string, readonly Link[]>

/**
 * Takes links: one row a bond of two customers. A row that says of the other end what is known already (the spouse's
 * spouse, the parent's child) is the same bond, which is stored once.
 */
export const takeLinks: TakeBatch<'links'> = async (run, rows) => {
  const taken = rows.filter((row) => isBetweenTwoCustomers(run, row))
  const links = await linksOfAll(
    run,
    taken.flatMap(({ row }) => [row.customerId, row.otherId]),
  )
  const changed = new Set<string>()
  for (const row of taken) {
    const at = takeLink(run, row, links)
    if (at !== undefined) changed.add(at)
  }
  for (const [managerId, ids] of groupedBy([...changed], (id) => run.draft.ownerOf(id)!)) {
    const book = await run.draft.book(managerId)
    const customers = ids.map((id) => ({ ...findCustomer(book, id)!, links: links.get(id)! })) // their owner was asked for them
    await run.draft.putBook(withCustomers(book, customers))
  }
}

function isBetweenTwoCustomers(run: ImportRun<'links'>, row: ReadRow<'links'>): boolean {
  const { customerId, otherId } = row.row
  if (run.draft.ownerOf(customerId) === undefined) run.reject(row, 'customerId', run.noCustomer(customerId))
  else if (run.draft.ownerOf(otherId) === undefined) run.reject(row, 'otherId', run.noCustomer(otherId))
  else if (customerId === otherId) run.reject(row, 'otherId', 'link-to-itself')
  else return true
  return false
}

async function linksOfAll(run: ImportRun<'links'>, ids: readonly string[]): Promise<LinksById> {
  const links: LinksById = new Map()
  for (const [managerId, group] of groupedBy([...new Set(ids)], (id) => run.draft.ownerOf(id)!)) {
    const book = await run.draft.book(managerId)
    for (const id of group) links.set(id, findCustomer(book, id)?.links ?? [])
  }
  return links
}

/** The customer whose links changed, if any. */
function takeLink(run: ImportRun<'links'>, { row }: ReadRow<'links'>, links: LinksById): string | undefined {
  const { at, type, otherId } = placeOf(row, links)
  const own = links.get(at)!
  const index = own.findIndex((link) => link.type === type && link.otherId === otherId)
  const current = own[index]
  const merged = mergeLink({ type, otherId }, row, current, run)
  if (current !== undefined && canonical(current) === canonical(merged)) {
    run.count('unchanged')
    return undefined
  }
  links.set(at, current === undefined ? [...own, merged] : own.with(index, merged))
  run.changed({ of: 'link', id: `${type} ${otherId}`, customerId: at, before: current ?? null }, merged)
  return at
}

/** Where the bond is stored: as the row says, unless the other end has it already. */
function placeOf({ customerId, type, otherId }: LinkRow, links: LinksById) {
  const mirror = mirrorOf(type)
  const isMirrored = links.get(otherId)!.some((link) => link.type === mirror && link.otherId === customerId)
  return isMirrored && mirror !== undefined
    ? { at: otherId, type: mirror, otherId: customerId }
    : { at: customerId, type, otherId }
}

function mergeLink(
  bond: Pick<Link, 'type' | 'otherId'>,
  { since, source, recordedOn, recordedBy }: LinkRow,
  current: Link | undefined,
  run: ImportRun<'links'>,
): Link {
  const after = since === undefined ? current?.since : (since ?? undefined)
  if (current !== undefined && current.since === after) return current
  return {
    ...bond,
    ...(after !== undefined && { since: after }),
    source: source ?? 'file',
    on: recordedOn ?? run.today,
    ...(source === 'manager' && recordedBy != null && { managerId: recordedBy }),
  }
}
