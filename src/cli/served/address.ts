import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'

const SOCKET = 'daybook.sock'

/** Longer names of sockets are cut off by the system, without a word. */
const MAX_NAME_BYTES = 100

/** Where the process that serves a home takes commands: a socket in the home; on Windows a pipe named after it. */
export function socketOf(home: string): string {
  if (process.platform !== 'win32') return join(home, SOCKET)
  return `\\\\.\\pipe\\daybook-${createHash('sha256').update(home.toLowerCase()).digest('hex')}`
}

/** Gives `work` a name of the socket that is short enough for the system, good until what it returns is closed. */
export async function shortNameOf(
  socket: string,
): Promise<{ readonly name: string; close(): Promise<void> }> {
  const names = [socket, relative(process.cwd(), socket)]
  const name = names.find((one) => Buffer.byteLength(one) <= MAX_NAME_BYTES)
  if (name !== undefined || process.platform !== 'linux')
    return { name: name ?? socket, close: async () => {} }
  const folder: FileHandle = await open(dirname(socket), 'r')
  return { name: `/proc/self/fd/${folder.fd}/${basename(socket)}`, close: () => folder.close() }
}
