import { BOUNDS, FileFault } from '../bounds.js'
import { readWholeXml } from './read-xml.js'

const BLOCK = 1 << 20

/**
 * The texts that cells of a workbook share, by number. A bank's workbook may have a million of them: they are kept as
 * bytes, a place each, and not as a million strings.
 */
export class SharedTexts {
  readonly #blocks: Buffer[] = []
  #used = BLOCK
  #total = 0
  /** Block and place of the end of each text; it begins where the one before ends, or where its block does. */
  #ends = new Float64Array(1_024)
  #count = 0

  static async read(pieces: AsyncIterable<Buffer>): Promise<SharedTexts> {
    const texts = new SharedTexts()
    const collector = new TextCollector()
    await readWholeXml(pieces, {
      open(name) {
        if (name === 'si') collector.begin()
        collector.open(name)
      },
      text: (text) => collector.text(text),
      close(name) {
        collector.close(name)
        if (name === 'si') texts.add(collector.take())
      },
    })
    return texts
  }

  get(at: number): string | undefined {
    if (!(at >= 0 && at < this.#count)) return undefined
    const end = this.#ends[at]!
    const block = Math.floor(end / BLOCK_SPAN)
    const before = at === 0 ? 0 : this.#ends[at - 1]!
    const from = Math.floor(before / BLOCK_SPAN) === block ? before % BLOCK_SPAN : 0
    return this.#blocks[block]?.toString('utf8', from, end % BLOCK_SPAN) ?? ''
  }

  add(text: string): void {
    const size = Buffer.byteLength(text)
    this.#total += size
    if (this.#total > BOUNDS.sharedText || this.#count >= BOUNDS.sharedTexts)
      throw new FileFault('unpacks-too-large')
    if (this.#used + size > BLOCK) {
      this.#blocks.push(Buffer.allocUnsafe(Math.max(BLOCK, size)))
      this.#used = 0
    }
    const block = this.#blocks.at(-1)
    if (block !== undefined) this.#used += block.write(text, this.#used)
    if (this.#count === this.#ends.length) {
      const larger = new Float64Array(this.#ends.length * 2)
      larger.set(this.#ends)
      this.#ends = larger
    }
    this.#ends[this.#count++] = (this.#blocks.length - 1) * BLOCK_SPAN + this.#used
  }
}

/** More than any place within a block: one number holds the block and the place. */
const BLOCK_SPAN = 2 ** 22

/** Puts together the text of a cell from its runs, without the reading aids that some of them carry. */
export class TextCollector {
  #text = ''
  #isOpen = false
  #isAid = false

  begin(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#isAid = true
    if (name === 't') this.#isOpen = !this.#isAid
  }

  text(text: string): void {
    if (!this.#isOpen) return
    this.#text += text
    refuseLarge(this.#text)
  }

  close(name: string): void {
    if (name === 'rPh') this.#isAid = false
    if (name === 't') this.#isOpen = false
  }

  take(): string {
    return unescaped(this.#text)
  }
}

/** @throws FileFault for a text over the bound of a cell. */
export function refuseLarge(text: string): void {
  // at most three bytes a unit
  if (text.length * 3 > BOUNDS.cell && Buffer.byteLength(text) > BOUNDS.cell)
    throw new FileFault('cell-too-large')
}

/** What XML cannot hold is written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  )
}
