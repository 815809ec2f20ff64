import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decodeDocument, encodeDocument, type Kind, smallKind } from '../../../src/adapters/lowdb/document.js'

interface Greeting {
  readonly words: string
  readonly loud: boolean
}

/** A kind that has been through two changes of shape: `text` became `words`, then `loud` came. */
const greetings: Kind<Greeting> = {
  ...smallKind('greeting', z.strictObject({ words: z.string(), loud: z.boolean() }), () => ({
    words: '',
    loud: false,
  })),
  migrations: [
    (value) => ({ words: z.object({ text: z.string() }).parse(value).text }),
    (value) => ({ ...z.object({ words: z.string() }).parse(value), loud: false }),
  ],
}

const written = (version: number, value: unknown) =>
  Buffer.from(JSON.stringify({ kind: 'greeting', version, key: 'k', value }))

describe('a document', () => {
  it('carries its kind, its version and its key', () => {
    const document: unknown = JSON.parse(
      Buffer.concat(encodeDocument(greetings, 'k', { words: '早上好', loud: true })).toString(),
    )
    expect(document).toEqual({
      kind: 'greeting',
      version: 3,
      key: 'k',
      value: { words: '早上好', loud: true },
    })
  })

  it.each([
    { version: 1, value: { text: 'good morning' } },
    { version: 2, value: { words: 'good morning' } },
    { version: 3, value: { words: 'good morning', loud: false } },
  ])('of version $version is read as one of today', ({ version, value }) => {
    expect(decodeDocument(greetings, 'k', written(version, value))).toEqual({
      state: 'good',
      value: { words: 'good morning', loud: false },
    })
  })

  it('that no migration fits is damaged', () => {
    expect(decodeDocument(greetings, 'k', written(1, { words: 'too new' }))).toMatchObject({
      state: 'damaged',
    })
  })

  it('of a later version is newer, not damaged', () => {
    expect(decodeDocument(greetings, 'k', written(4, { anything: 1 }))).toEqual({
      state: 'newer',
      version: 4,
    })
  })

  it.each([1.5, -1, 0, '3', null])('of version %j is damaged', (version) => {
    const bytes = Buffer.from(JSON.stringify({ kind: 'greeting', version, key: 'k', value: {} }))
    expect(decodeDocument(greetings, 'k', bytes)).toMatchObject({ state: 'damaged' })
  })
})
