import { statSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeDisk } from '../../../../src/adapters/lowdb/files/disk.js'
import { aHomeFolder } from '../homes.js'

let folder: ReturnType<typeof aHomeFolder>
const at = (name: string) => join(folder.path, name)

beforeEach(() => {
  folder = aHomeFolder()
})
afterEach(() => folder.remove())

describe('the real disk', () => {
  it('makes a file once, and does not touch one that is there', async () => {
    await nodeDisk.create(at('a'), [Buffer.from('first')])
    await expect(nodeDisk.create(at('a'), [Buffer.from('second')])).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await readFile(at('a'), 'utf8')).toBe('first')
  })

  it('writes a file of more pieces than the system takes at once', async () => {
    const pieces = Array.from({ length: 5_000 }, (_, n) => Buffer.from(`${n},`))
    await nodeDisk.create(at('a'), pieces)
    expect(await readFile(at('a'), 'utf8')).toBe(Buffer.concat(pieces).toString())
  })

  it.skipIf(process.platform === 'win32')('lets only the account of the process read customers', async () => {
    await nodeDisk.makeFolder(at('books'))
    await nodeDisk.create(at('books/a'), [Buffer.from('x')])
    await nodeDisk.append(at('books/b'), Buffer.from('x'))
    const modes = ['books', 'books/a', 'books/b'].map((name) => (statSync(at(name)).mode & 0o777).toString(8))
    expect(modes).toEqual(['700', '600', '600'])
  })

  it('keeps a second name when the first is given to another file', async () => {
    await nodeDisk.create(at('a'), [Buffer.from('old')])
    await nodeDisk.duplicate(at('a'), at('a.1'))
    await nodeDisk.create(at('b'), [Buffer.from('new')])
    await nodeDisk.rename(at('b'), at('a'))
    expect(await Promise.all(['a', 'a.1'].map((name) => readFile(at(name), 'utf8')))).toEqual(['new', 'old'])
  })

  it('gives the end of a file, adds to it and cuts it', async () => {
    expect(await nodeDisk.readEnd(at('none'), 9)).toMatchObject({ size: 0 })
    await writeFile(at('a'), '0123456789')
    await nodeDisk.append(at('a'), Buffer.from('ab'))
    expect(await nodeDisk.readEnd(at('a'), 4)).toEqual({ bytes: Buffer.from('89ab'), size: 12 })
    await nodeDisk.cut(at('a'), 3)
    expect(await nodeDisk.readEnd(at('a'), 100)).toEqual({ bytes: Buffer.from('012'), size: 3 })
  })

  it('takes it calmly where there is nothing to remove', async () => {
    await expect(nodeDisk.remove(at('none'))).resolves.toBeUndefined()
  })
})
