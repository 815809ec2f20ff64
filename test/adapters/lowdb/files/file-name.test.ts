import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf, keyOf } from '../../../../src/adapters/lowdb/files/file-name.js'

const anyKey = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'A', '+', '~', '0', '\ud800') }),
)

describe('the file of a key', () => {
  it.each([
    ['m001', 'm001'],
    ['M001', '+m001'],
    ['经理1', '~7ecf~74061'],
    ['../x', '~002e~002e~002fx'],
    ['con', '~0063on'],
    ['', '~'],
  ])('%j is %s', (key, name) => {
    expect(fileNameOf(key)).toBe(name)
    expect(keyOf(name)).toBe(key)
  })

  it('tells its key, or says that only the file does', () => {
    fc.assert(fc.property(anyKey, (key) => [key, undefined].includes(keyOf(fileNameOf(key)))))
  })

  it('is never that of another key, not even where case does not count', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (one, other) => {
        const same = fileNameOf(one).toLowerCase() === fileNameOf(other).toLowerCase()
        expect(same).toBe(one === other)
      }),
    )
    expect(fileNameOf('Ab')).not.toBe(fileNameOf('aB'))
  })

  it('of a long key leaves room for endings, and is its own', () => {
    const long = `msteams/conversations/${'19:x'.repeat(100)}`
    expect(fileNameOf(long).length).toBeLessThan(200)
    expect(fileNameOf(long)).not.toBe(fileNameOf(`${long}y`))
    expect(keyOf(fileNameOf(long))).toBeUndefined()
  })
})
