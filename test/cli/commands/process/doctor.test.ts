import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { doctorCommand } from '../../../../src/cli/commands/process/doctor.js'
import { day } from '../../../../src/domain/day.js'
import type { Store } from '../../../../src/ports/store.js'
import { aHomeFolder, openQuietly } from '../../../adapters/lowdb/homes.js'
import { aCustomer } from '../../../support/customers.js'
import { aManager } from '../../../support/roster.js'
import { runCommand } from '../../../support/shell.js'

let folder: ReturnType<typeof aHomeFolder>
let store: Store

beforeEach(async () => {
  folder = aHomeFolder()
  store = await openQuietly(folder.path)
  await store.bank.transact(async (draft) => {
    draft.putManagers([aManager({ id: 'M1' }), aManager({ id: 'M2', aadObjectId: 'aad-2' })])
    for (const [managerId, customerId] of [
      ['M1', 'C1'],
      ['M2', 'C2'],
    ] as const)
      await draft.putBook({ managerId, customers: [aCustomer(customerId)], changes: [] })
  })
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

async function findings(settings: Readonly<Record<string, string>> = {}) {
  const served = { ...store, remove: async () => {} }
  const { lines, exitCode } = await runCommand(doctorCommand, served, folder.path, ['--json'], settings)
  const all = JSON.parse(lines[0]!) as readonly { check: string; state: string; says: string }[]
  return { exitCode, all, of: (check: string) => all.find((finding) => finding.check === check) }
}

/** Another generation, so that there is one to fall back to. */
async function write(managerId: string): Promise<void> {
  await store.bank.transact(async (draft) => {
    const book = await draft.book(managerId)
    const customers = book.customers.map((customer) => ({ ...customer, nickname: '老陈' }))
    await draft.putBook({ ...book, customers })
  })
}

describe('doctor', () => {
  it('finds nothing wrong with a home that is in order', async () => {
    const { exitCode, all, of } = await findings()
    expect(exitCode).toBe(0)
    expect(all.filter(({ state }) => state === 'fail')).toEqual([])
    expect(all.map(({ check }) => check)).not.toContain('older generation')
    expect(of('books')).toMatchObject({ state: 'ok', says: 'all readable, 2 customers' })
  })

  it('names a book that fell back a generation, and what may be missing', async () => {
    await write('M1')
    await store.close()
    const file = readdirSync(join(folder.path, 'books')).find((name) => /^\+m1\.json$/.test(name))!
    writeFileSync(join(folder.path, 'books', file), '{"kind":"book"')
    store = await openQuietly(folder.path)
    const { exitCode, of } = await findings()
    expect(exitCode).toBe(0)
    expect(of('older generation')).toMatchObject({
      state: 'warn',
      says: expect.stringMatching(
        /^books\/M1 was damaged at 2026-11-23T01:00:00Z, .*the last change.*journal of M1.*\+m1\.json\.damaged-/,
      ),
    })
  })

  it('names an admin whom the roster does not have', async () => {
    expect((await findings({ DAYBOOK_ADMIN: 'M9' })).of('admin')?.says).toMatch(/M9/)
    expect((await findings({ DAYBOOK_ADMIN: 'M1' })).of('admin')).toBeUndefined()
  })

  it.each([
    { leftOn: '2026-11-23', says: 'M1, who has left' },
    { leftOn: '2026-11-24', says: undefined },
  ])('names an admin who left by today: $leftOn', async ({ leftOn, says }) => {
    await store.bank.transact((draft) => draft.putManagers([aManager({ id: 'M1', leftOn: day(leftOn) })]))
    expect((await findings({ DAYBOOK_ADMIN: 'M1' })).of('admin')?.says.match(/M1, who has left/)?.[0]).toBe(
      says,
    )
  })

  it('names a home that was copied while it was open', async () => {
    const note = {
      pid: 77,
      host: 'there',
      openSince: '2026-11-20T01:00:00Z',
      noticedAt: '2026-11-23T01:00:00Z',
    }
    writeFileSync(join(folder.path, 'copied.json'), JSON.stringify(note))
    expect((await findings()).of('copy')).toMatchObject({
      state: 'warn',
      says: expect.stringContaining('process 77 on there'),
    })
  })

  it.skipIf(process.platform === 'win32')('fails where two processes have the home open', async () => {
    const other = createServer().listen(join(folder.path, 'alive-0123456789abcdef'))
    await new Promise((resolve) => other.once('listening', resolve))
    try {
      expect(await findings()).toMatchObject({ exitCode: 1 })
      expect((await findings()).of('processes')?.says).toMatch(/^2 processes/)
    } finally {
      other.close()
    }
  })
})
