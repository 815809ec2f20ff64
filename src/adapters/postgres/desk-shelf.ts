import { LRUCache } from 'lru-cache'
import type { Delivery } from '../../domain/manager/delivery.js'
import { type Desk, emptyDesk } from '../../domain/manager/desk.js'
import { deskSchema } from '../stored/desk-schema.js'
import { encodeChecked } from '../stored/encode-checked.js'
import { lockRow } from './lock-row.js'
import { ofManager, type Scope } from './roles.js'
import type { Session } from './session.js'
import type { Kept, Shelf } from './shelf.js'
import { storable } from './stored-json.js'

const DESKS_IN_MEMORY = 20_000

interface Row {
  readonly revision: number
  readonly value: string | null
  readonly deliveries: string | null
}

const COLUMNS = `d.revision, case when d.revision <> $2 then d.value::text end as value,
  case when d.revision <> $2 then
    (select json_agg(s.value order by s.day, s.revision) from daybook.deliveries s where s.manager_id = d.manager_id)
  end::text as deliveries`

const WRITE_DESK = `
  with written as (
    update daybook.desks set revision = $2, value = $3 where manager_id = $1
  ), gone as (
    delete from daybook.deliveries d using unnest($5::date[], $6::text[]) as g (day, kind)
     where d.manager_id = $1 and d.day = g.day and d.kind = g.kind and d.key = ''
  )
  insert into daybook.deliveries (manager_id, day, kind, state, revision, value)
  select $1, (value ->> 'day')::date, value ->> 'kind', value ->> 'state', $2, value
    from unnest($4::jsonb[]) as n (value)
  on conflict (manager_id, day, kind, key) do update
    set state = excluded.state, revision = excluded.revision, value = excluded.value`

/** Desks, with a row for each send, of which there is one a day and kind. */
export class DeskShelf implements Shelf<Desk> {
  readonly name = 'desks'
  readonly #held = new LRUCache<string, Kept<Desk>>({ max: DESKS_IN_MEMORY })

  scopeOf(managerId: string): Scope {
    return ofManager(managerId)
  }

  async read(session: Session, managerId: string): Promise<Kept<Desk>> {
    const held = this.#held.get(managerId)
    const [row] = await session.rows<Row>(
      `select ${COLUMNS} from daybook.desks d where d.manager_id = $1 and d.revision > 0`,
      [managerId, held?.revision ?? 0],
    )
    if (held !== undefined && held.revision === (row?.revision ?? 0)) return held
    const kept = row === undefined ? { revision: 0, value: emptyDesk(managerId) } : keptIn(row)
    if (session.role === 'app') this.#held.set(managerId, kept)
    return kept
  }

  async take(session: Session, managerId: string): Promise<Kept<Desk>> {
    const revision = await lockRow(session, this.name, managerId)
    const held = this.#held.get(managerId)
    return held?.revision === revision ? held : this.read(session, managerId)
  }

  async write(session: Session, managerId: string, before: Kept<Desk>, now: Desk): Promise<() => void> {
    encodeChecked(deskSchema, now)
    const { deliveries, ...rest } = now
    const known = new Set<Delivery>(before.value.deliveries)
    const changed = deliveries.filter((delivery) => !known.has(delivery))
    const stay = new Set(deliveries.map(placeOf))
    const gone = before.value.deliveries.filter((delivery) => !stay.has(placeOf(delivery)))
    const kept = { revision: before.revision + 1, value: now }
    await session.send(WRITE_DESK, [
      managerId,
      kept.revision,
      storable(JSON.stringify(rest)),
      changed.map((delivery) => storable(JSON.stringify(delivery))),
      gone.map(({ day }) => day),
      gone.map(({ kind }) => kind),
    ])
    return () => void this.#held.set(managerId, kept)
  }
}

function keptIn({ revision, value, deliveries }: Row): Kept<Desk> {
  const sends: unknown = deliveries === null ? [] : JSON.parse(deliveries)
  return { revision, value: deskSchema.parse({ ...JSON.parse(value!), deliveries: sends }) }
}

function placeOf({ day, kind }: Delivery): string {
  return `${day} ${kind}`
}
