import type { Log, LogFields, Meter } from '../../src/ports/ports.js'

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

export const noMeter: Meter = { turn: () => {}, delivery: () => {} }

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly fields: LogFields
  readonly error?: unknown
}

/** A log that is read by the test. */
export function keptLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = []
  return {
    lines,
    info: (event, fields = {}) => void lines.push({ level: 'info', event, fields }),
    warn: (event, fields = {}) => void lines.push({ level: 'warn', event, fields }),
    error: (event, error, fields = {}) => void lines.push({ level: 'error', event, fields, error }),
  }
}
