import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { nodeDisk } from '../../../src/adapters/lowdb/files/disk.js'
import { homeProblem } from '../../../src/adapters/lowdb/home-problem.js'
import { openQuietly } from './homes.js'

const folder = mkdtempSync(join(tmpdir(), 'daybook-home-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'file'), '')

describe('a folder that cannot be the home', () => {
  it.each([
    { of: '/proc/x', why: 'ENOENT', only: 'linux' },
    { of: '/proc/x/y/z', why: 'ENOENT', only: 'linux' },
    { of: join(folder, 'file'), why: 'EEXIST' },
    { of: join(folder, 'file', 'home'), why: 'ENOTDIR' },
    { of: join(folder, 'x'.repeat(300)), why: 'ENAMETOOLONG' },
  ])('$of is told in one line, at once', async ({ of, why, only = process.platform }) => {
    if (only !== process.platform) return
    const said = await openQuietly(of).catch((error: Error) => error)
    expect(said).toMatchObject({ name: 'HomeUnusable' })
    expect((said as Error).message).toMatch(
      new RegExp(`^[^\\n]+ cannot be used as the home: .*\\(${why}\\)$`),
    )
  })

  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO'])('%s has a meaning', (code) => {
    const error = Object.assign(new Error(code), { code, syscall: 'open', path: '/home-of-daybook/lock' })
    const said = homeProblem('/home-of-daybook', error)
    expect(said).toMatchObject({ name: 'HomeUnusable', message: expect.stringContaining('/lock: ') })
  })

  it('a bug stays a bug', () => {
    const error = new TypeError('undefined is not a function')
    expect(homeProblem('/home-of-daybook', error)).toBe(error)
  })

  it('folders are made down to it, and one that is there is enough', async () => {
    const home = join(folder, 'a', 'b', 'c')
    await nodeDisk.makeFolder(home)
    await nodeDisk.makeFolder(home)
    await (await openQuietly(home)).close()
  })

  it('a folder that another makes above it in the same moment is no refusal', async () => {
    for (let round = 0; round < 200; round++) {
      const above = join(folder, `way-${round}`)
      const made = nodeDisk.makeFolder(join(above, 'd'))
      mkdirSync(above, { recursive: true })
      await made
    }
  })
})
