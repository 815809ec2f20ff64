import {
  appendFile,
  constants,
  copyFile,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
} from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * What the store does to the disk, one step each. A step that resolves has been done; what a step does to the
 * *contents* of a file is durable then, what it does to *names* is durable only after `syncFolder`.
 */
export interface Disk {
  /** Rejects with code ENOENT where there is none. */
  read(path: string): Promise<Buffer>
  /** The last `maxBytes` of a file, and its size; nothing and 0 where there is none. */
  readEnd(path: string, maxBytes: number): Promise<{ readonly bytes: Buffer; readonly size: number }>
  /** At most `maxBytes` of a file from that byte on; nothing behind its end. Rejects with code ENOENT where there is none. */
  readFrom(path: string, from: number, maxBytes: number): Promise<Buffer>
  /** A new file of these pieces, whole; rejects with EEXIST where there is one. A failure leaves none. */
  create(path: string, pieces: readonly Uint8Array[]): Promise<void>
  /** Adds to the end of a file, made where there is none. A failure may leave a part. */
  append(path: string, bytes: Uint8Array): Promise<void>
  /** The same, seen at once and durable after `sync`. */
  extend(path: string, bytes: Uint8Array): Promise<void>
  sync(path: string): Promise<void>
  /** Cuts a file to `size` bytes. */
  cut(path: string, size: number): Promise<void>
  /** Replaces what is at `to`. */
  rename(from: string, to: string): Promise<void>
  /** A second name for the same contents, or a copy where the file system knows no second names. */
  duplicate(from: string, to: string): Promise<void>
  /** Done, too, where there is none. */
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  syncFolder(folder: string): Promise<void>
}

/** Customers' data is for the account that runs the process only. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

const NO_SECOND_NAMES = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

export const nodeDisk: Disk = {
  read: (path) => readFile(path),

  async readEnd(path, maxBytes) {
    const file = await open(path, 'r').catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    })
    if (file === undefined) return { bytes: Buffer.alloc(0), size: 0 }
    try {
      const { size } = await file.stat()
      const bytes = Buffer.alloc(Math.min(size, maxBytes))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, size - bytes.length)
      return { bytes: bytes.subarray(0, bytesRead), size }
    } finally {
      await file.close()
    }
  },

  async readFrom(path, from, maxBytes) {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const bytes = Buffer.alloc(Math.max(0, Math.min(size - from, maxBytes)))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  },

  async create(path, pieces) {
    const file = await open(path, 'wx', FILE_MODE)
    try {
      await writeWhole(file, pieces)
      await file.datasync()
    } catch (error) {
      await file.close()
      await rm(path, { force: true })
      throw error
    }
    await file.close()
  },

  async append(path, bytes) {
    const file = await open(path, 'a', FILE_MODE)
    try {
      await file.writeFile(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
  },

  async extend(path, bytes) {
    await appendFile(path, bytes, { mode: FILE_MODE })
  },

  async sync(path) {
    const file = await open(path, 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  },

  async cut(path, size) {
    await truncate(path, size)
    const file = await open(path, 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  },

  rename,

  async duplicate(from, to) {
    try {
      await link(from, to)
    } catch (error) {
      if (!hasCode(error, ...NO_SECOND_NAMES)) throw error
      await copyFile(from, to, constants.COPYFILE_EXCL)
    }
  },

  remove: (path) => rm(path, { force: true }),

  makeFolder: makeFolderAt,

  list: (folder) => readdir(folder),

  async syncFolder(folder) {
    if (process.platform === 'win32') return // a folder cannot be opened there; the file system journals names itself
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/** One after the other: asked for all at once, Node tries for ever where the system has none to give, as in /proc. */
async function makeFolderAt(path: string): Promise<void> {
  const refusal = await makeOneFolder(path)
  if (refusal === undefined) return
  const above = dirname(path)
  if (!hasCode(refusal, 'ENOENT') || above === path) throw refusal
  // What is above may have come since, by another who makes the same way down: so once more, and then it counts.
  if (!(await isFolder(above))) await makeFolderAt(above)
  const still = await makeOneFolder(path)
  if (still !== undefined) throw still
}

/** @returns the system's refusal; nothing where the folder stands afterwards. */
async function makeOneFolder(path: string): Promise<unknown> {
  try {
    await mkdir(path, { mode: FOLDER_MODE })
  } catch (error) {
    if (!hasCode(error, 'EEXIST') || !(await stat(path)).isDirectory()) return error
  }
  return undefined
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** From where the pieces lie: a copy of a whole book costs more than writing it. */
async function writeWhole(file: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  let rest = pieces
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest)
    rest = afterBytes(rest, bytesWritten)
  }
}

/** What is left of `pieces` after the first `count` bytes of them. */
function afterBytes(pieces: readonly Uint8Array[], count: number): readonly Uint8Array[] {
  let left = count
  for (const [at, piece] of pieces.entries()) {
    if (left < piece.length) return [piece.subarray(left), ...pieces.slice(at + 1)]
    left -= piece.length
  }
  return []
}

/** Whether `error` came from the operating system with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
