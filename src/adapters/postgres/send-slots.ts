import type { Pool } from 'pg'
import type { SendSlots } from '../../ports/ports.js'
import { inSession } from './session.js'

const RESERVE = `
  insert into daybook.send_pace as p (of, next_at)
  values ('messages', clock_timestamp() + $1 * interval '1 millisecond')
  on conflict (of) do update
    set next_at = greatest(p.next_at, clock_timestamp()) + $1 * interval '1 millisecond'
  returning (extract(epoch from next_at - clock_timestamp()) * 1000)::float8 - $1 as "waitMs"`

const BRAKE = `
  insert into daybook.send_pace as p (of, next_at)
  values ('messages', clock_timestamp() + $1 * interval '1 millisecond')
  on conflict (of) do update
    set next_at = greatest(p.next_at, clock_timestamp() + $1 * interval '1 millisecond')`

/** When the next message of all processes may leave, in one row, by the database's clock. */
export function sendSlots(pool: Pool): SendSlots {
  return {
    reserve: (forMs) =>
      inSession(pool, 'app', undefined, async (session) => {
        const [row] = await session.rows<{ waitMs: number }>(RESERVE, [forMs])
        return Math.max(0, row!.waitMs)
      }),
    brake: (forMs) => inSession(pool, 'app', undefined, (session) => session.send(BRAKE, [forMs])),
  }
}
