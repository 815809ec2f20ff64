import type { Day, Moment } from '../../domain/day.js'
import { isPlannable } from '../days/mention.js'
import { overlaps, type Parsed } from '../parse.js'
import type { KeptPromise, NonEvent } from '../slots.js'
import type { Clause } from './clauses.js'
import type { Entry } from './entries.js'

export type { KeptPromise, NonEvent } from '../slots.js'

/** Whether anything of a contact with this customer is told; a plan, a wish, a kept promise alone is none. */
export function tellsOfContact({ clauses, shared, opening }: Entry): boolean {
  return [...clauses, ...shared].some(
    (clause) => isTold(clause) && (clause.isEventful || !opening.includes(clause)),
  )
}

function isTold({ modality, keepsPromise }: Clause): boolean {
  return modality === 'told' && !keepsPromise
}

/** What is spoken of this customer and did not happen, where nothing of him is told. */
export function nonEventOf(parsed: Parsed, entry: Entry, today: Day): readonly NonEvent[] {
  if (tellsOfContact(entry)) return []
  const clauses = [...entry.shared, ...entry.clauses]
  const clause = clauses.find(({ modality }) => modality !== 'told')
  if (clause === undefined || clause.modality === 'told') return []
  const when = whenOf(parsed, clauses, today)
  return [{ is: clause.modality, ...who(parsed, entry), ...(when !== undefined && { when }) }]
}

export function keptPromiseOf(parsed: Parsed, entry: Entry): readonly KeptPromise[] {
  return [...entry.shared, ...entry.clauses].some(({ keepsPromise }) => keepsPromise)
    ? [who(parsed, entry)]
    : []
}

function who(parsed: Parsed, { ids, mention }: Entry): Pick<NonEvent, 'customers' | 'mention'> {
  const words = mention && parsed.raw.slice(parsed.toRaw(mention.start), parsed.toRaw(mention.end))
  return { customers: ids, ...(words !== undefined && { mention: words }) }
}

function whenOf(parsed: Parsed, clauses: readonly Clause[], today: Day): Moment | undefined {
  const ahead = parsed.days.filter(
    (d) => isPlannable(d) && overlaps(clauses, d.start, d.end) && d.sense.point >= today,
  )
  const said = ahead.find((d) => d.time !== undefined) ?? ahead[0]
  if (said === undefined) return undefined
  return { day: said.sense.point, ...(said.time !== undefined && { time: said.time }) }
}
