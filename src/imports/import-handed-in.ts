import { type HandedIn, type HandedInKind, keyOf } from '../domain/occasions/handed-in.js'
import type { Gift, NewsItem, Price, VipEvent } from '../domain/occasions/sources.js'
import type { UndoStep } from './import-record.js'
import type { Cell, ImportRows, ReadRow } from './import-rows.js'
import type { ImportRun, TakeBatch } from './import-run.js'
import { mergeRow } from './merge-row.js'
import { takeInto } from './take-into.js'

const CLEARED_OF_GIFT: ReadonlySet<keyof Gift> = new Set(['branchId', 'tiers'] as const)
const CLEARED_OF_EVENT: ReadonlySet<keyof VipEvent> = new Set(['place', 'branchId', 'tiers'] as const)
const CLEARED_OF_NEWS: ReadonlySet<keyof NewsItem> = new Set(['branchId', 'tiers'] as const)
const CLEARED_OF_PRICE: ReadonlySet<keyof Price> = new Set(['dividend'] as const)

/** Takes gifts: one row a gift, by gift id. Whoever hands it in owns all of it, as of the three below. */
export const takeGifts: TakeBatch<'gifts'> = (run, rows) => {
  tellUnknownBranches(run, rows)
  return takeHandedIn(run, 'gifts', 'gift', rows, (current, row) =>
    mergeRow<Gift>(
      current ?? { id: row.id, name: row.name, from: row.from, to: row.to },
      row,
      CLEARED_OF_GIFT,
    ),
  )
}

/** Takes events: one row an event, by event id. */
export const takeEvents: TakeBatch<'events'> = (run, rows) => {
  tellUnknownBranches(run, rows)
  return takeHandedIn(run, 'events', 'event', rows, (current, row) =>
    mergeRow<VipEvent>(current ?? { id: row.id, name: row.name, on: row.on }, row, CLEARED_OF_EVENT),
  )
}

/** Takes news: one row an item, by news id. */
export const takeNews: TakeBatch<'news'> = (run, rows) => {
  tellUnknownBranches(run, rows)
  tellUnknownProducts(run, 'productIds', rows)
  return takeHandedIn(run, 'news', 'news', rows, (current, row) => {
    const base: NewsItem = current ?? {
      id: row.id,
      title: row.title,
      on: row.on,
      productIds: [],
      productKinds: [],
      topics: [],
    }
    const lists = {
      productIds: emptied(row.productIds),
      productKinds: emptied(row.productKinds),
      topics: emptied(row.topics),
    }
    return mergeRow<NewsItem>(base, { ...row, ...lists }, CLEARED_OF_NEWS)
  })
}

/** Takes prices: one row a product and day. */
export const takePrices: TakeBatch<'prices'> = (run, rows) => {
  tellUnknownProducts(run, 'productId', rows)
  return takeHandedIn(run, 'prices', 'price', rows, (current, row) =>
    mergeRow<Price>(
      current ?? { productId: row.productId, on: row.on, value: row.value },
      { ...row, dividend: row.dividend === 0 ? null : row.dividend },
      CLEARED_OF_PRICE,
    ),
  )
}

async function takeHandedIn<K extends HandedInKind>(
  run: ImportRun<K>,
  kind: K,
  of: UndoStep['of'],
  rows: readonly ReadRow<K>[],
  merge: (current: HandedIn[K][number] | undefined, row: ImportRows[K]) => HandedIn[K][number],
): Promise<void> {
  const all = run.draft.handedIn()
  const before: readonly HandedIn[K][number][] = all[kind]
  const after = takeInto(before, rows, merge, (made, current) =>
    made === undefined ? run.count('unchanged') : run.changed({ of, id: keyOf(made), before: current }, made),
  )
  if (after !== before) await run.draft.putHandedIn({ ...all, [kind]: after })
}

/** An empty cell empties a list. */
function emptied<T>(list: Cell<readonly T[]>): readonly T[] | undefined {
  return list === null ? [] : list
}

function tellUnknownBranches<K extends 'gifts' | 'events' | 'news'>(
  run: ImportRun<K>,
  rows: readonly ReadRow<K>[],
): void {
  const branches = new Set(run.draft.managers().map(({ branchId }) => branchId))
  for (const row of rows) {
    const { branchId } = row.row
    if (typeof branchId === 'string' && !branches.has(branchId)) run.remark(row, 'branchId', 'unknown-branch')
  }
}

function tellUnknownProducts<K extends 'news' | 'prices'>(
  run: ImportRun<K>,
  field: keyof ImportRows[K] & string,
  rows: readonly ReadRow<K>[],
): void {
  const products = new Set(run.draft.products().map(({ id }) => id))
  for (const row of rows) {
    const named = [row.row[field] ?? []].flat() as readonly string[] // asked for the columns of product ids alone
    if (!named.every((id) => products.has(id))) run.remark(row, field, 'unknown-product')
  }
}
