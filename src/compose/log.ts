import pino, { type DestinationStream } from 'pino'
import type { LogLevel } from '../config/config.js'
import type { Log } from '../ports/ports.js'

/** The only home of pino: one JSON object a line, with ids and counts, never a name, a phone number or a sum. */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return {
    info: (event, fields) => log.info(fields ?? {}, event),
    warn: (event, fields) => log.warn(fields ?? {}, event),
    error: (event, error, fields) => log.error({ ...describeError(error), ...fields }, event),
  }
}

/** Lines on standard error, or in a file that is made where it is absent. */
export function logTo(path?: string): DestinationStream {
  return pino.destination(
    path === undefined ? { dest: 2, sync: true } : { dest: path, mkdir: true, sync: true },
  )
}

// The message may quote what a manager wrote; kind, code and place do not.
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code: unknown = Reflect.get(error, 'code')
  const place = error.stack
    ?.split('\n')
    .find((row) => row.trimStart().startsWith('at '))
    ?.trim()
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(place === undefined ? {} : { place }),
  }
}
