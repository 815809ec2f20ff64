import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'

/** A file's bytes, which can be walked more than once. */
export interface ByteSource {
  /** Without its folder. */
  readonly name: string
  open(): AsyncIterable<Buffer>
  /** The first bytes, enough to tell what kind of file it is. */
  head(): Promise<Uint8Array>
  size(): Promise<number>
  /** The bytes from `start` on, up to `end` exclusive. */
  range(start: number, end: number): Readable
}

const HEAD_LENGTH = 8
const PIECE = 1 << 18

/**
 * The bytes of a file on disk.
 * @param onRead told how far the walk has come, in bytes, for a progress bar.
 */
export function fileSource(path: string, onRead: (position: number) => void = () => {}): ByteSource {
  return {
    name: basename(path),
    async *open() {
      let position = 0
      for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
        position += (chunk as Buffer).length
        onRead(position)
        yield chunk as Buffer // no encoding was set, so the stream gives buffers
      }
    },
    async head() {
      const file = await open(path)
      try {
        const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_LENGTH) })
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    size: async () => (await stat(path)).size,
    range(start, end) {
      if (end <= start) return Readable.from([])
      const stream = createReadStream(path, { start, end: end - 1, highWaterMark: PIECE })
      let position = start
      stream.on('data', (chunk) => {
        position += chunk.length
        onRead(position)
      })
      stream.pause()
      return stream
    },
  }
}

/** Bytes that are already in memory, as a file that is `chunkSize` bytes at a time. */
export function memorySource(name: string, bytes: Buffer, chunkSize = 1 << 16): ByteSource {
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
    },
    head: async () => bytes.subarray(0, HEAD_LENGTH),
    size: async () => bytes.length,
    range(start, end) {
      const pieces: Buffer[] = []
      const last = Math.min(end, bytes.length)
      for (let at = start; at < last; at += chunkSize)
        pieces.push(bytes.subarray(at, Math.min(at + chunkSize, last)))
      return Readable.from(pieces)
    },
  }
}
