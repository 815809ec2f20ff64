import { createHash } from 'node:crypto'
import { join } from 'node:path'

const SOCKET = 'daybook.sock'

/** Where the process that serves a home takes commands: a socket in the home; on Windows a pipe named after it. */
export function socketOf(home: string): string {
  if (process.platform !== 'win32') return join(home, SOCKET)
  return `\\\\.\\pipe\\daybook-${createHash('sha256').update(home.toLowerCase()).digest('hex')}`
}
