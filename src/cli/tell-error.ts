import { ConfigError } from '../config/config.js'
import { DataFileError } from '../config/data-file.js'
import { UnreadableFile } from '../store/lowdb/durable-file.js'
import { HomeUnusable } from '../store/lowdb/home-problem.js'
import { HomeInUse } from '../store/lowdb/lock.js'
import { ServerTrouble } from './served/ask-server.js'

/** What is told in one sentence; anything else is a bug and comes with its trace. */
const EXPECTED = [ConfigError, DataFileError, HomeInUse, HomeUnusable, UnreadableFile, ServerTrouble]

/** What a person is told of an error, without an end of line. */
export function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return EXPECTED.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message)
}
