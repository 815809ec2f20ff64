import type { Pool } from 'pg'
import type { z } from 'zod'
import type { Product } from '../../domain/ledger/product.js'
import type { TransactionFeed } from '../../domain/ledger/transaction-feed.js'
import type { Manager } from '../../domain/manager/manager.js'
import { type HandedIn, NOTHING_HANDED_IN } from '../../domain/occasions/handed-in.js'
import { feedSchema, handedInSchema, managersSchema, productsSchema } from '../stored/bank-schemas.js'
import { inSession, type Session } from './session.js'

/** What is read without waiting. */
export interface Present {
  readonly managers: readonly Manager[]
  readonly products: readonly Product[]
  readonly handedIn: HandedIn
  readonly feed: TransactionFeed
}

export const PRESENT_SCHEMAS: { readonly [Name in keyof Present]: z.ZodType<Present[Name]> } = {
  managers: managersSchema,
  products: productsSchema,
  handedIn: handedInSchema,
  feed: feedSchema,
}

const NOTHING: Present = { managers: [], products: [], handedIn: NOTHING_HANDED_IN, feed: [] }

/** The snapshot of the bank's own documents, each by its revision: what did not change stays the same object. */
export class PresentSnapshot {
  #present = NOTHING
  #revisions: Readonly<Record<string, number>> = {}
  #turn: Promise<void> = Promise.resolve()

  constructor(private readonly pool: Pool) {}

  get now(): Present {
    return this.#present
  }

  /** Brings it up to what is committed. */
  refresh(): Promise<void> {
    // One after the other, or an older read could come in last.
    const turn = this.#turn.then(async () => {
      const read = await inSession(this.pool, 'app', undefined, (session) =>
        readPresent(session, this.#present, this.#revisions),
      )
      this.#present = read.present
      this.#revisions = read.revisions
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

/** What the session sees; what has the revision that is known is taken from `known`. */
export async function readPresent(
  session: Session,
  known: Present = NOTHING,
  revisions: Readonly<Record<string, number>> = {},
): Promise<{ readonly present: Present; readonly revisions: Readonly<Record<string, number>> }> {
  const rows = await session.rows<{ name: string; revision: number; value: string | null }>(
    `select d.name, d.revision, case when k.revision is distinct from d.revision then d.value::text end as value
       from daybook.bank_documents d
       left join json_each_text($1) j on j.key = d.name
       left join lateral (select j.value::integer as revision) k on true`,
    [JSON.stringify(revisions)],
  )
  const presentOf = <Name extends keyof Present>(name: Name): Present[Name] => {
    const row = rows.find((one) => one.name === name)
    if (row === undefined) return NOTHING[name]
    return row.value === null ? known[name] : PRESENT_SCHEMAS[name].parse(JSON.parse(row.value))
  }
  return {
    present: {
      managers: presentOf('managers'),
      products: presentOf('products'),
      handedIn: presentOf('handedIn'),
      feed: presentOf('feed'),
    },
    revisions: Object.fromEntries(rows.map(({ name, revision }) => [name, revision])),
  }
}
