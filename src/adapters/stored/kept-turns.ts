/** How long a turn is known by its keys. */
export const KEPT_HOURS = 7 * 24
/** The same for keys of what may be said again later. */
export const PASSING_HOURS = 2
/** A messenger sends again within minutes: an answer older than a day would be read by nobody. */
export const ANSWERED_HOURS = 24

const MOST_OF_AN_ANSWER = 200
const MS_PER_HOUR = 3_600_000

/** The hour of an instant, or of so many hours before it: `2026-11-23T01`, UTC. Hours ascend as texts do. */
export function hourOf(at: string, before = 0): string {
  return new Date(Date.parse(at) - before * MS_PER_HOUR).toISOString().slice(0, 13)
}

/** The first words of an answer, as many as are kept. */
export function shortAnswer(answer: string): string {
  return Array.from(answer).slice(0, MOST_OF_AN_ANSWER).join('')
}
