import type { Intent } from '../reading.js'
import type { Signals } from './signals.js'

/**
 * One rule as data: where its pattern is found in the masked text, all of `with` and none of `without` (concepts)
 * hold, the intent is meant; the first rule that fits decides.
 */
export interface IntentRule {
  readonly id: string
  readonly intent: Intent
  readonly pattern?: string
  /** Must not be found. */
  readonly not?: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly confidence?: number
}

export type RuleReader = (signals: Signals) => IntentRule | undefined

export function createRuleReader(rules: readonly IntentRule[]): RuleReader {
  const compiled = rules.map((rule) => ({
    rule,
    pattern: rule.pattern === undefined ? undefined : new RegExp(rule.pattern),
    not: rule.not === undefined ? undefined : new RegExp(rule.not),
  }))
  return ({ masked, concepts }) =>
    compiled.find(
      ({ rule, pattern, not }) =>
        (pattern === undefined || pattern.test(masked)) &&
        (not === undefined || !not.test(masked)) &&
        (rule.with ?? []).every((concept) => concepts.has(concept)) &&
        !(rule.without ?? []).some((concept) => concepts.has(concept)),
    )?.rule
}
