import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText, hasBrokenBytes } from '../../../../src/adapters/files/text/decode.js'
import { encodeText } from '../../../../src/adapters/files/text/encode.js'
import {
  byteOrderMark,
  ENCODINGS,
  type Encoding,
  EncodingGuess,
  encodingNamed,
} from '../../../../src/adapters/files/text/encoding.js'

async function* chunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decode(bytes: Buffer, encoding: Encoding, size = 7): Promise<string> {
  let text = ''
  for await (const piece of decodeText(chunks(bytes, size), encoding)) text += piece
  return text
}

function guess(bytes: Buffer, size = 5): Encoding {
  const found = new EncodingGuess()
  for (let at = 0; at < bytes.length; at += size) found.add(Buffer.from(bytes.subarray(at, at + size)))
  return found.encoding()
}

const wellFormed = fc.string({ unit: 'binary' })

describe('decoding', () => {
  it('gives back every text, however the bytes are cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        wellFormed,
        fc.constantFrom(...ENCODINGS),
        fc.integer({ min: 1, max: 20 }),
        async (text, encoding, size) => {
          const bytes = encodeText(text, encoding)
          fc.pre(encoding !== 'gb18030' || iconv.decode(bytes, 'gb18030') === text)
          expect(await decode(bytes, encoding, size)).toBe(text)
        },
      ),
    )
  })

  it('keeps bytes that are no text, so that they can be seen and written back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('utf-8' as const, 'gb18030' as const),
        async (array, encoding) => {
          const bytes = Buffer.from(array)
          const text = await decode(bytes, encoding)
          fc.pre(encoding === 'utf-8' || !/[\ue000-\uf8ff]/.test(text)) // pairs that GB18030 leaves to private use
          const back = encodeText(text, encoding)
          // Of eighteen characters the editions of GB18030 differ in the bytes: these come back as the same text.
          if (encoding === 'gb18030' && /[\ufe10-\ufe19\u9fb4-\u9fbb]/.test(text))
            expect(await decode(back, encoding)).toBe(text)
          else expect(back.equals(bytes)).toBe(true)
        },
      ),
      { examples: [[Uint8Array.from([0xa6, 0xd9]), 'gb18030']] },
    )
  })

  it.each([
    { encoding: 'utf-8' as const, bytes: [0xd5, 0xd4], case: 'GBK in UTF-8' },
    { encoding: 'utf-8' as const, bytes: [0xe5, 0xbc], case: 'a character cut off' },
    { encoding: 'utf-8' as const, bytes: [0xc0, 0xaf], case: 'an overlong form' },
    { encoding: 'utf-8' as const, bytes: [0xed, 0xa0, 0x80], case: 'a surrogate' },
    { encoding: 'gb18030' as const, bytes: [0xff], case: 'a byte GB18030 does not have' },
    { encoding: 'gb18030' as const, bytes: [0x80], case: 'a lone 0x80' },
    { encoding: 'gb18030' as const, bytes: [0xd6], case: 'half a character' },
    { encoding: 'utf-16le' as const, bytes: [0x00, 0xd8, 0x41, 0x00], case: 'half a surrogate pair' },
    { encoding: 'utf-16le' as const, bytes: [0x41], case: 'half a unit' },
  ])('$case is broken, and only there', async ({ encoding, bytes }) => {
    const text = await decode(Buffer.concat([encodeText('张三,', encoding), Buffer.from(bytes)]), encoding)
    expect(hasBrokenBytes(text)).toBe(true)
    expect(text.startsWith('张三,')).toBe(true)
  })

  it('does not take a rare character for a broken one', async () => {
    expect(hasBrokenBytes(await decode(encodeText('王䶮𠮷 €', 'gb18030'), 'gb18030', 1))).toBe(false)
    expect(hasBrokenBytes(await decode(encodeText('王䶮𠮷 �', 'utf-8'), 'utf-8', 1))).toBe(false)
  })
})

describe('the encoding of a file', () => {
  const sample = '客户号,姓名\n00001,石芳\n00002,欧阳文静\n'

  it('is told by its byte order mark', () => {
    expect(byteOrderMark(Buffer.from([0xef, 0xbb, 0xbf]))).toEqual({ encoding: 'utf-8', length: 3 })
    expect(byteOrderMark(Buffer.from([0xff, 0xfe]))).toEqual({ encoding: 'utf-16le', length: 2 })
    expect(byteOrderMark(Buffer.from([0xfe, 0xff]))).toEqual({ encoding: 'utf-16be', length: 2 })
    expect(byteOrderMark(Buffer.from('客'))).toBeUndefined()
  })

  it('is guessed from the bytes', () => {
    expect(guess(Buffer.from(sample))).toBe('utf-8')
    expect(guess(iconv.encode(sample, 'gb18030'))).toBe('gb18030')
    expect(guess(Buffer.from('customer_id,name\n1,Grace\n'))).toBe('utf-8')
  })

  it('stays UTF-8 where a name was pasted in another encoding', () => {
    expect(guess(Buffer.concat([Buffer.from(sample), iconv.encode('赵海燕', 'gb18030')]))).toBe('utf-8')
  })

  it('stays GB18030 where a byte is broken', () => {
    expect(guess(Buffer.concat([iconv.encode(sample.repeat(5), 'gb18030'), Buffer.from([0xff])]))).toBe(
      'gb18030',
    )
  })

  it('is known by its usual names', () => {
    expect(['UTF8', 'gbk', 'GB2312', 'UTF-16', 'latin1'].map(encodingNamed)).toEqual([
      'utf-8',
      'gb18030',
      'gb18030',
      'utf-16le',
      undefined,
    ])
  })
})
