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
