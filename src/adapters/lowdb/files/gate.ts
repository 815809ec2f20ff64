import type { Disk } from './disk.js'

/** A disk on which nothing is changed while somebody looks at all of it. */
export interface GatedDisk {
  readonly disk: Disk
  /** Runs `work` while every change waits; what was begun has ended before. One at a time. */
  still<R>(work: () => Promise<R>): Promise<R>
}

export function gated(disk: Disk): GatedDisk {
  const open = new Set<Promise<unknown>>()
  let stillness: Promise<unknown> | undefined

  async function change<R>(work: () => Promise<R>): Promise<R> {
    while (stillness !== undefined) await stillness.catch(() => undefined)
    const done = work()
    open.add(done)
    try {
      return await done
    } finally {
      open.delete(done)
    }
  }

  return {
    disk: {
      read: (path) => disk.read(path),
      readEnd: (path, maxBytes) => disk.readEnd(path, maxBytes),
      readFrom: (path, from, maxBytes) => disk.readFrom(path, from, maxBytes),
      list: (folder) => disk.list(folder),
      sync: (path) => disk.sync(path),
      syncFolder: (folder) => disk.syncFolder(folder),
      makeFolder: (path) => disk.makeFolder(path),
      create: (path, pieces) => change(() => disk.create(path, pieces)),
      append: (path, bytes) => change(() => disk.append(path, bytes)),
      extend: (path, bytes) => change(() => disk.extend(path, bytes)),
      cut: (path, size) => change(() => disk.cut(path, size)),
      rename: (from, to) => change(() => disk.rename(from, to)),
      duplicate: (from, to) => change(() => disk.duplicate(from, to)),
      remove: (path) => change(() => disk.remove(path)),
    },
    async still(work) {
      while (stillness !== undefined) await stillness.catch(() => undefined)
      const whole = (async () => {
        await Promise.allSettled(open)
        return work()
      })()
      stillness = whole
      try {
        return await whole
      } finally {
        stillness = undefined
      }
    },
  }
}
