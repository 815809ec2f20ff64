import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { BOUNDS, FileFault } from '../bounds.js'
import type { ByteSource } from '../table/byte-source.js'

const STORED = 0
const DEFLATED = 8
const PIECE = 1 << 18

/** The parts of a workbook's package by name, in lower case. The only home of yauzl. */
export class PackageParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws where the file is no package or its directory is damaged, which stands at its end. */
  static async open(source: ByteSource): Promise<PackageParts> {
    const zip = await yauzl.fromRandomAccessReaderPromise(new RangeReader(source), await source.size(), {
      autoClose: false,
      lazyEntries: true,
    })
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= BOUNDS.parts) throw new FileFault('unpacks-too-large')
      entries.set(entry.fileName.toLowerCase(), entry)
    }
    return new PackageParts(zip, entries)
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase())
  }

  /**
   * The bytes of a part, piece by piece.
   *
   * @throws FileFault where it unpacks to more than the bounds allow; another error where it is damaged or absent.
   */
  async *open(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase())
    if (entry === undefined) throw new Error('a part of the workbook is missing')
    if (entry.isEncrypted() || ![STORED, DEFLATED].includes(entry.compressionMethod))
      throw new Error('a part of the workbook is packed in an unknown way')
    const packed = await this.zip.openReadStreamPromise(entry, { decodeFileData: false })
    let size = 0
    let checksum = 0
    for await (const piece of entry.compressionMethod === STORED ? packed : unpacked(packed)) {
      size += piece.length
      if (size > BOUNDS.unpacked || size > entry.compressedSize * BOUNDS.ratio)
        throw new FileFault('unpacks-too-large')
      checksum = crc32(piece, checksum)
      yield piece
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32 >>> 0)
      throw new Error('a part of the workbook is damaged')
  }
}

/** A stream of its own rather than a pipe: what stops reading here stops the unpacking as well. */
async function* unpacked(packed: Readable): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE })
  packed.once('error', (error) => inflate.destroy(error))
  packed.pipe(inflate)
  try {
    for await (const piece of inflate) yield piece as Buffer // no encoding was set, so the stream gives buffers
  } finally {
    packed.destroy()
    inflate.destroy()
  }
}

class RangeReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.source.range(start, end)
  }
}
