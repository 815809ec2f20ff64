import { createHash } from 'node:crypto'
import type { TurnDone, TurnKeys, TurnOnce, Turns } from '../../ports/ports.js'
import { ANSWERED_HOURS, hourOf, KEPT_HOURS, PASSING_HOURS, shortAnswer } from '../stored/kept-turns.js'
import { ofManager } from './roles.js'
import type { StoreUnits } from './units.js'

const HASH_LENGTH = 22

/** Turns that are done once, whichever process is asked: what they write and their keys are committed together. */
export function turnsOn(units: StoreUnits): Turns {
  return {
    once<R>(
      { managerId, keys, passingKeys = [], at }: TurnKeys,
      work: () => Promise<TurnDone<R>>,
    ): Promise<TurnOnce<R>> {
      return units.within(async (unit) => {
        const hashes = keys.map(hashOf)
        const passing = passingKeys.map(hashOf)
        const known = await unit.within(ofManager(managerId), async (session) => {
          // Held to the end, so that of the same turn asked for twice at once the second finds the key.
          await session.send("select pg_advisory_xact_lock(hashtextextended('daybook turn ' || $1, 0))", [
            managerId,
          ])
          const [row] = await session.rows<{ answer: string }>(
            `select case when hour >= $6 then answer else '' end as answer
               from daybook.turn_keys
              where manager_id = $1
                and (key = any($2) and hour > $3 or key = any($4) and hour > $5)
              order by hour desc limit 1`,
            [
              managerId,
              hashes,
              hourOf(at, KEPT_HOURS),
              passing,
              hourOf(at, PASSING_HOURS),
              hourOf(at, ANSWERED_HOURS),
            ],
          )
          return row?.answer
        })
        if (known !== undefined) return { isRepeat: true, ...(known === '' ? {} : { answer: known }) }
        const { result, answer = '' } = await work()
        unit.last(() =>
          unit.within(ofManager(managerId), async (session) => {
            await session.send(
              `with swept as (delete from daybook.turn_keys where manager_id = $1 and hour <= $5 and not key = any($2))
               insert into daybook.turn_keys (manager_id, key, hour, answer)
               select $1, key, $3, $4 from unnest($2::text[]) as k (key)
               on conflict (manager_id, key) do update set hour = excluded.hour, answer = excluded.answer`,
              [
                managerId,
                [...new Set([...hashes, ...passing])],
                hourOf(at),
                shortAnswer(answer).replaceAll('\0', ''),
                hourOf(at, KEPT_HOURS),
              ],
            )
          }),
        )
        return { isRepeat: false, result }
      })
    },
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, HASH_LENGTH)
}
