import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, relative } from 'node:path'

/** Longer names of sockets are cut off by the system, without a word. */
const MAX_NAME_BYTES = 100

/** A name of the socket that is short enough for the system, good until it is closed. */
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
