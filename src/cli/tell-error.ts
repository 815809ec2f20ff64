import { AuditKeyUnusable } from '../adapters/audit/signing.js'
import { BackupUnusable } from '../adapters/lowdb/backup/manifest.js'
import { UnreadableFile } from '../adapters/lowdb/files/durable-file.js'
import { HomeUnusable } from '../adapters/lowdb/home-problem.js'
import { HomeInUse } from '../adapters/lowdb/lock/lock.js'
import { DatabaseUnusable } from '../adapters/postgres/database-problem.js'
import { LayoutBehind, NewerLayout, ServerTooOld } from '../adapters/postgres/layout/layout-problem.js'
import { ConfigError } from '../config/config.js'
import { DataFileError } from '../config/data-file.js'
import { LanguageDataError } from '../language/load.js'
import { PlaygroundMissing } from './commands/process/playground.js'
import { ServerTrouble } from './served/ask-server.js'

/** What is told in one sentence; anything else is a bug and comes with its trace. */
const EXPECTED = [
  BackupUnusable,
  AuditKeyUnusable,
  ConfigError,
  DataFileError,
  DatabaseUnusable,
  HomeInUse,
  HomeUnusable,
  LanguageDataError,
  LayoutBehind,
  NewerLayout,
  PlaygroundMissing,
  ServerTooOld,
  ServerTrouble,
  UnreadableFile,
] as const

/** Why a port cannot be had, by the system's code, and what to do about it. */
const NOT_LISTENING = {
  EADDRINUSE: 'another program listens there; stop it, or set PORT to another',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST to one it has',
  EACCES: 'this user may not listen there; set PORT to 1024 or more',
} as const

/** What a person is told of an error, without an end of line. */
export function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (EXPECTED.some((kind) => error instanceof kind)) return error.message
  return whyNotListening(error) ?? error.stack ?? error.message
}

function whyNotListening(error: Error): string | undefined {
  if (Reflect.get(error, 'syscall') !== 'listen') return undefined
  const known = Object.entries(NOT_LISTENING).find(([code]) => code === Reflect.get(error, 'code'))
  const [address, port] = ['address', 'port'].map((part) => String(Reflect.get(error, part)))
  return known === undefined ? undefined : `${address}:${port}: ${known[1]} (${known[0]})`
}
