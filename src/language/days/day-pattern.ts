import type { DayContext, DaySense } from './sense.js'

export type Groups = Readonly<Record<string, string | undefined>>

/**
 * One way of saying days. `read` gives undefined where the words, on a closer look, say nothing about days, and
 * `no such day` where they do but the calendar has none (2月30日): then no shorter reading is tried in their place.
 */
export interface DayPattern {
  readonly name: string
  /** Global, without sticky, on folded text. */
  readonly pattern: RegExp
  readonly read: (groups: Groups, context: DayContext, text: string) => DaySense | 'no such day' | undefined
}
