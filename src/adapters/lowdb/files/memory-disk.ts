import { dirname, join } from 'node:path'
import { type Disk, hasCode } from './disk.js'

/** A disk that is gone with the process: what a throw-away copy of a home is kept on. */
export interface MemoryDisk extends Disk {
  /** Another disk that holds the same now; neither sees what is written to the other. */
  copy(): MemoryDisk
}

/** The files that lie directly in these folders of a home, as a disk at the same paths. Folders that are missing are empty. */
export async function memoryDiskOf(
  disk: Disk,
  home: string,
  folders: readonly string[],
): Promise<MemoryDisk> {
  const files = new Map<string, Buffer>()
  for (const folder of folders) {
    const path = join(home, folder)
    for (const name of await namesIn(disk, path))
      files.set(join(path, name), await disk.read(join(path, name)))
  }
  return memoryDisk(files)
}

async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  try {
    return await disk.list(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** Contents are replaced whole and never changed in place, so that copies can share them. */
export function memoryDisk(files: Map<string, Buffer> = new Map()): MemoryDisk {
  function at(path: string): Buffer {
    const bytes = files.get(path)
    if (bytes === undefined) throw failure('ENOENT', path)
    return bytes
  }
  function putNew(path: string, bytes: Buffer): void {
    if (files.has(path)) throw failure('EEXIST', path)
    files.set(path, bytes)
  }
  const add = async (path: string, bytes: Uint8Array) => {
    files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), bytes]))
  }
  return {
    copy: () => memoryDisk(new Map(files)),
    read: async (path) => at(path),
    async readEnd(path, maxBytes) {
      const bytes = files.get(path) ?? Buffer.alloc(0)
      return { bytes: bytes.subarray(Math.max(0, bytes.length - maxBytes)), size: bytes.length }
    },
    readFrom: async (path, from, maxBytes) => at(path).subarray(from, from + maxBytes),
    create: async (path, pieces) => putNew(path, Buffer.concat(pieces)),
    append: add,
    extend: add,
    sync: async (path) => void at(path),
    cut: async (path, size) => {
      files.set(path, at(path).subarray(0, size))
    },
    rename: async (from, to) => {
      files.set(to, at(from))
      files.delete(from)
    },
    duplicate: async (from, to) => putNew(to, at(from)),
    remove: async (path) => {
      files.delete(path)
    },
    makeFolder: async () => {},
    list: async (folder) =>
      [...files.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => path.slice(folder.length + 1)),
    syncFolder: async () => {},
  }
}

function failure(code: 'ENOENT' | 'EEXIST', path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
