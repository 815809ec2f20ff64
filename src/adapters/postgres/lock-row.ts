import type { Session } from './session.js'

type Table = 'books' | 'desks'

/** What stands in a row that is locked before anything was written. */
const EMPTY: Readonly<Record<Table, { readonly column: string; readonly value: string }>> = {
  books: { column: 'rest', value: '{}' },
  desks: { column: 'value', value: '{}' },
}

/** The row is this session's until its end. Gives its revision, as nobody else can change it any more. */
export async function lockRow(session: Session, table: Table, managerId: string): Promise<number> {
  const lock = () =>
    session.rows<{ revision: number }>(
      `select revision from daybook.${table} where manager_id = $1 for update`,
      [managerId],
    )
  const [row] = await lock()
  if (row !== undefined) return row.revision
  await makeRow(session, table, managerId)
  return (await lock())[0]!.revision
}

const ASK_EVERY_SECONDS = 0.05
const MOST_ASKED = 2_400

/**
 * The same without standing in line: who waits in line can be made to give up when two wait for each other, and a change across
 * the bank has done too much to begin again. Turns that wait for it give up after their own time.
 */
export async function lockPatiently(session: Session, table: Table, managerId: string): Promise<void> {
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const taken = await session.rows(
      `select 1 from daybook.${table} where manager_id = $1 for update skip locked`,
      [managerId],
    )
    if (taken.length > 0) return
    const there = await session.rows(`select 1 from daybook.${table} where manager_id = $1`, [managerId])
    if (there.length === 0) await makeRow(session, table, managerId)
    else await session.rows('select pg_sleep($1)', [ASK_EVERY_SECONDS])
  }
  throw new Error(`${table} of ${managerId} are being changed for too long: nothing was written, try again`)
}

async function makeRow(session: Session, table: Table, managerId: string): Promise<void> {
  const { column, value } = EMPTY[table]
  await session.rows(
    `insert into daybook.${table} (manager_id, ${column}) values ($1, $2) on conflict do nothing`,
    [managerId, value],
  )
}
