import type { Pool } from 'pg'
import { type DeskState, deskState } from '../../domain/manager/desk-state.js'
import { breathe } from '../../ports/breathe.js'
import type { Desks } from '../../ports/ports.js'
import { deskSchema } from '../stored/desk-schema.js'
import { inSession } from './session.js'

interface Row {
  readonly id: string
  readonly revision: number
  readonly value: string
  readonly deliveries: string | null
}

const DESKS_AT_ONCE = 1_000
const DESKS_A_SLICE = 50
const ROWS_A_SLICE = 5_000

const READ_STATES = `
  select d.manager_id as id, d.revision,
         (case when d.value ? 'reference' then d.value || '{"reference": true}' else d.value end
           - array['opened', 'takenOver', 'settingsChange'])::text as value,
         (select json_agg(s.value order by s.day, s.revision) from daybook.deliveries s
           where s.manager_id = d.manager_id and (s.day >= $2 or s.state = 'sending'))::text as deliveries
    from daybook.desks d
   where d.manager_id = any($1)`

/** The states of all desks, held by revision: a minute asks for the revisions at once, and reads those that changed. */
export function deskStates(pool: Pool): Desks['states'] {
  const states = new Map<string, DeskState>()
  const revisions = new Map<string, number>()
  return async (since, failed) => {
    const rows = await inSession(pool, 'planner', undefined, (session) =>
      session.rows<{ id: string; revision: number }>(
        'select manager_id as id, revision from daybook.desks where revision > 0',
      ),
    )
    const changed: string[] = []
    for (const [nth, { id, revision }] of rows.entries()) {
      if (revisions.get(id) !== revision) changed.push(id)
      if (nth % ROWS_A_SLICE === ROWS_A_SLICE - 1) await breathe()
    }
    for (let at = 0; at < changed.length; at += DESKS_AT_ONCE) {
      const read = await inSession(pool, 'planner', undefined, (session) =>
        session.rows<Row>(READ_STATES, [changed.slice(at, at + DESKS_AT_ONCE), since]),
      )
      for (const [nth, { id, revision, value, deliveries }] of read.entries()) {
        try {
          const sends: unknown = deliveries === null ? [] : JSON.parse(deliveries)
          states.set(id, deskState(deskSchema.parse({ ...JSON.parse(value), deliveries: sends }), since))
          revisions.set(id, revision)
        } catch (error) {
          failed(id, error)
        }
        if (nth % DESKS_A_SLICE === DESKS_A_SLICE - 1) await breathe()
      }
    }
    return states
  }
}
