import { z } from 'zod'
import type { JournalEntry } from '../../ports/ports.js'
import type { Remainder, RemainderKind } from '../../ports/remainder.js'
import type { Pools } from './pools.js'
import { inSession, type Session } from './session.js'

const KEYS: Readonly<Record<RemainderKind, string>> = {
  conversations: 'select key from daybook.conversations order by key',
  notes: 'select name as key from daybook.notes order by name',
  turns: 'select distinct manager_id as key from daybook.turn_keys order by manager_id',
  unclear: 'select name as key from daybook.unclear where revision > 0 order by name',
}

const READ: Readonly<Record<Exclude<RemainderKind, 'turns'>, string>> = {
  conversations: 'select value::text as value from daybook.conversations where key = $1',
  notes: 'select value::text as value from daybook.notes where name = $1',
  unclear: 'select value::text as value from daybook.unclear where name = $1 and revision > 0',
}

const PUT: Readonly<Record<Exclude<RemainderKind, 'turns'>, string>> = {
  conversations: `insert into daybook.conversations (key, value) values ($1, $2)
                  on conflict (key) do update set value = excluded.value`,
  notes: `insert into daybook.notes (name, value) values ($1, $2)
          on conflict (name) do update set value = excluded.value`,
  unclear: `insert into daybook.unclear (name, revision, value) values ($1, 1, $2)
            on conflict (name) do update set value = excluded.value, revision = daybook.unclear.revision + 1`,
}

const turnsSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** What else is in the database. */
export function remainderOn({ upkeep }: Pick<Pools, 'upkeep'>): Remainder {
  const inBank = <R>(work: (session: Session) => Promise<R>) => inSession(upkeep, 'bank', undefined, work)
  return {
    keys: (kind) =>
      inBank(async (session) =>
        (await session.rows<{ key: string }>(KEYS[kind])).map(({ key }) => key).sort(),
      ),

    read: (kind, key) =>
      inBank(async (session) => {
        if (kind === 'turns') return turnsOf(session, key)
        const [row] = await session.rows<{ value: string }>(READ[kind], [key])
        return row === undefined ? undefined : JSON.parse(row.value)
      }),

    put: (kind, key, value) =>
      inBank(async (session) => {
        if (kind === 'turns') await putTurns(session, key, value)
        else await session.rows(PUT[kind], [key, JSON.stringify(value)])
      }),

    append: (entries) => inBank((session) => appendInOrder(session, entries)),
  }
}

async function turnsOf(session: Session, managerId: string): Promise<unknown> {
  const rows = await session.rows<{ key: string; hour: string; answer: string }>(
    'select key, hour, answer from daybook.turn_keys where manager_id = $1 order by hour, key',
    [managerId],
  )
  if (rows.length === 0) return undefined
  const hours: Record<string, Record<string, string>> = {}
  for (const { key, hour, answer } of rows) hours[hour] = { ...hours[hour], [key]: answer }
  return hours
}

/** A key that several hours have is of the last. */
async function putTurns(session: Session, managerId: string, value: unknown): Promise<void> {
  const last = new Map(
    Object.entries(turnsSchema.parse(value))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([hour, keys]) =>
        Object.entries(keys).map(([key, answer]) => [key, { key, hour, answer }] as const),
      ),
  )
  await session.rows(
    `insert into daybook.turn_keys (manager_id, key, hour, answer)
     select $1, key, hour, answer from json_to_recordset($2::json) as k (key text, hour text, answer text)
     on conflict (manager_id, key) do update set hour = excluded.hour, answer = excluded.answer`,
    [managerId, JSON.stringify([...last.values()])],
  )
}

async function appendInOrder(session: Session, entries: readonly JournalEntry[]): Promise<void> {
  await session.rows(
    `insert into daybook.journal (manager_id, act, customer_ids, line)
     select manager, act, array(select json_array_elements_text(ids)), line
       from unnest($1::text[], $2::text[], $3::json[], $4::json[]) with ordinality as e (manager, act, ids, line, nth)
      order by nth`,
    [
      entries.map(({ managerId }) => managerId),
      entries.map(({ act }) => act),
      entries.map(({ customerIds = [] }) => JSON.stringify(customerIds)),
      entries.map((entry) => JSON.stringify(entry)),
    ],
  )
}
