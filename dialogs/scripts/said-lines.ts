import { addDays } from '../../src/domain/day.js'
import type { Session } from '../session.js'

/** How many lines are remembered for one customer or topic, and for how many of them. */
const LINES = 16
const KEYS = 40

/** The ids of lines shown before under a key (a customer's id or a topic), newest last. */
export function saidBefore(key: string, { memory }: Session): readonly string[] {
  return memory.said?.[key] ?? []
}

/** Remembers what was shown, so that another line is shown next time. What was shown longest ago is let go. */
export function rememberSaid(key: string, lineIds: readonly string[], { memory }: Session): void {
  const { [key]: before = [], ...others } = memory.said ?? {}
  const kept = Object.entries(others).slice(-(KEYS - 1))
  const lines = [...before.filter((id) => !lineIds.includes(id)), ...lineIds].slice(-LINES)
  memory.said = Object.fromEntries([...kept, [key, lines]])
}

/** How long after a line was shown a contact is taken to have used it: over a weekend. */
const USED_WITHIN_DAYS = 3

/** Remembers lines for the contact that they are shown for. */
export function proposeLines(customerId: string, lineIds: readonly string[], session: Session): void {
  const { memory, today } = session
  const { [customerId]: before, ...others } = memory.proposed ?? {}
  const earlier = before?.on === today ? before.lines : []
  const lines = [...new Set([...earlier, ...lineIds])].slice(-LINES)
  memory.proposed = Object.fromEntries([
    ...Object.entries(others).slice(-(KEYS - 1)),
    [customerId, { on: today, lines }],
  ])
}

/** The lines that a contact which reached the customer used; they are proposed no longer. */
export function takeProposed(customerId: string, { memory, today }: Session): readonly string[] {
  const { [customerId]: proposed, ...others } = memory.proposed ?? {}
  if (proposed === undefined) return []
  memory.proposed = others
  return proposed.on >= addDays(today, -USED_WITHIN_DAYS) ? proposed.lines : []
}
