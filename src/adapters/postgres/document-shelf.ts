import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { encodeChecked } from '../stored/encode-checked.js'
import type { Scope } from './roles.js'
import type { Session } from './session.js'
import type { Kept, Shelf } from './shelf.js'
import { storable } from './stored-json.js'

export interface DocumentKind<T> {
  readonly table: 'campaigns' | 'unclear'
  readonly keyColumn: 'branch_id' | 'name'
  readonly schema: z.ZodType<T>
  empty(key: string): T
  scopeOf(key: string): Scope | undefined
}

/** Values that are one row each. */
export class DocumentShelf<T> implements Shelf<T> {
  readonly #held = new LRUCache<string, Kept<T>>({ max: 1_000 })

  constructor(private readonly kind: DocumentKind<T>) {}

  get name(): string {
    return this.kind.table
  }

  scopeOf(key: string): Scope | undefined {
    return this.kind.scopeOf(key)
  }

  async read(session: Session, key: string): Promise<Kept<T>> {
    const { table, keyColumn } = this.kind
    const [row] = await session.rows<{ revision: number; value: string | null }>(
      `select revision, case when revision <> $2 then value::text end as value
         from daybook.${table} where ${keyColumn} = $1 and revision > 0`,
      [key, this.#held.get(key)?.revision ?? 0],
    )
    const held = this.#held.get(key)
    if (held !== undefined && held.revision === (row?.revision ?? 0)) return held
    if (row?.value === null) return this.read(session, key) // it was let go of meanwhile
    const kept =
      row === undefined
        ? { revision: 0, value: this.kind.empty(key) }
        : { revision: row.revision, value: this.kind.schema.parse(JSON.parse(row.value)) }
    this.#held.set(key, kept)
    return kept
  }

  async take(session: Session, key: string): Promise<Kept<T>> {
    const { table, keyColumn } = this.kind
    const lock = () =>
      session.rows(`select 1 from daybook.${table} where ${keyColumn} = $1 for update`, [key])
    if ((await lock()).length === 0) {
      const empty = storable(JSON.stringify(this.kind.empty(key)))
      await session.rows(
        `insert into daybook.${table} (${keyColumn}, value) values ($1, $2) on conflict do nothing`,
        [key, empty],
      )
      await lock()
    }
    return this.read(session, key)
  }

  async write(session: Session, key: string, before: Kept<T>, now: T): Promise<() => void> {
    const { table, keyColumn, schema } = this.kind
    const json = storable(encodeChecked(schema, now).toString())
    const kept = { revision: before.revision + 1, value: now }
    await session.send(`update daybook.${table} set revision = $2, value = $3 where ${keyColumn} = $1`, [
      key,
      kept.revision,
      json,
    ])
    return () => void this.#held.set(key, kept)
  }
}
