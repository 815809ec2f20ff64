import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from '../../ports/ports.js'

export interface Metrics {
  readonly meter: Meter
  /** Where the journal did not hold at its last check of the whole. */
  journalBreaks(count: number): void
  text(): Promise<{ readonly type: string; readonly text: string }>
}

/** The only home of prom-client. Labels are closed sets: never an id, which would make a series a customer. */
export function promMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const turns = new Histogram({
    name: 'daybook_turn_seconds',
    help: 'Time from an activity to its answer.',
    labelNames: ['act', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  })
  const deliveries = new Counter({
    name: 'daybook_deliveries_total',
    help: 'Rows of the ledger of sends that came into a state.',
    labelNames: ['kind', 'state'],
    registers: [registry],
  })
  const breaks = new Gauge({
    name: 'daybook_journal_breaks',
    help: 'Where the journal did not hold at its last check of the whole, each night.',
    registers: [registry],
  })
  return {
    journalBreaks: (count) => breaks.set(count),
    meter: {
      turn: (act, ms, outcome) => turns.observe({ act, outcome }, ms / 1_000),
      delivery: (kind, state) => deliveries.inc({ kind, state }),
    },
    text: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  }
}
