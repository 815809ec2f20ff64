import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { BOUNDS, FileFault } from '../bounds.js'

export type Attributes = Readonly<Record<string, string>>

/** What is done with the tags of a part; names without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads a part as XML, a piece at a time, and gives control back after each: the only home of saxes. Strict; entities
 * other than those of XML itself, and so the bombs made of them, are errors.
 *
 * @throws FileFault where a tag or a text is larger, or nested deeper, than the bounds allow; another error for bad XML.
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  /** Characters fed since anything came out: the parser itself collects without end. */
  let silent = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    silent = 0
    if (++depth > BOUNDS.depth) throw new FileFault('not-a-table')
    handlers.open(local(name), attributes)
  })
  if (handlers.text !== undefined) parser.on('text', (text) => handlers.text?.(text))
  if (handlers.text !== undefined) parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', ({ name }) => {
    silent = 0
    depth--
    handlers.close?.(local(name))
  })
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    silent += piece.length
    parser.write(decoder.decode(piece, { stream: true }))
    if (silent > BOUNDS.cell + piece.length) throw new FileFault('cell-too-large')
    yield
  }
  parser.write(decoder?.decode() ?? '').close()
}

/** Reads a part to its end. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers));
}

/** Parts are in UTF-8 but for a few writers, whose mark tells. */
function encodingOf(beginning: Buffer): string {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le'
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
