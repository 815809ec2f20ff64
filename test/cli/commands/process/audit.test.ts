import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditCommand } from '../../../../src/cli/commands/process/audit.js'
import { doctorCommand } from '../../../../src/cli/commands/process/doctor.js'
import type { Store } from '../../../../src/ports/store.js'
import { aHomeFolder, openQuietly } from '../../../adapters/lowdb/homes.js'
import { runCommand } from '../../../support/shell.js'

let folder: ReturnType<typeof aHomeFolder>
let outside: ReturnType<typeof aHomeFolder>
let store: Store

beforeEach(async () => {
  folder = aHomeFolder()
  outside = aHomeFolder()
  store = await openQuietly(folder.path)
  for (const [day, managerId, act, customerIds] of [
    ['2026-11-20', 'M1', 'brief.view', ['C1', 'C2']],
    ['2026-11-21', 'M2', 'customer.find', ['C2']],
    ['2026-11-22', 'M1', 'export.ledger', ['C1']],
  ] as const)
    await store.journal.append({ at: `${day}T01:00:00.000Z`, managerId, act, customerIds })
})
afterEach(async () => {
  await store.close()
  folder.remove()
  outside.remove()
})

const file = () => join(folder.path, 'journal', '2026-11.jsonl')
const run = (args: readonly string[], make = auditCommand) =>
  runCommand(make, { ...store, remove: async () => {} }, folder.path, args, { AUDIT_SINK: outside.path })

describe('audit', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a customer', ['--customer', 'C2'], ['M1 brief.view', 'M2 customer.find']],
    ['a manager', ['--manager', 'M2'], ['M2 customer.find']],
    ['an act', ['--act', 'export.ledger'], ['M1 export.ledger']],
    ['a family of acts', ['--act', 'export'], ['M1 export.ledger']],
    ['no part of a word', ['--act', 'exp'], []],
    [
      'a customer between two days',
      ['--customer', 'C1', '--from', '2026-11-21', '--to', '2026-11-22'],
      ['M1 export.ledger'],
    ],
  ])('lists the lines of %s', async (_, args, found) => {
    const { lines, exitCode } = await run(['list', '--json', ...args])
    expect(exitCode).toBe(0)
    const entries = lines.map((line) => JSON.parse(line) as { managerId: string; act: string })
    expect(entries.map(({ managerId, act }) => `${managerId} ${act}`)).toEqual(found)
  })

  it('names no other customer where it was asked about one, and says whether the journal is whole', async () => {
    const { lines } = await run(['list', '--customer', 'C2'])
    expect(lines.join('\n')).not.toMatch(/C1/)
    expect(lines.at(-1)).toMatch(/^2 lines; journal whole: 3 lines/)
  })

  it('has who looked into it in it', async () => {
    await run(['list', '--customer', 'C2', '--from', '2026-11-01'])
    const { lines } = await run(['list', '--act', 'audit', '--json'])
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { managerId: 'operator', act: 'audit.list', customerIds: ['C2'], detail: '2026-11-01' },
    ])
  })

  it('refuses what is no day as wrong use', async () => {
    expect((await run(['list', '--from', 'yesterday'])).exitCode).toBe(2)
  })

  it('signs how far the journal goes, publishes it, and signs nothing twice', async () => {
    expect((await run(['checkpoint'])).lines).toEqual([expect.stringMatching(/^3 lines, [0-9a-f]{64}$/)])
    expect((await run(['checkpoint'])).lines).toEqual(['nothing new since the last'])
    const published = readFileSync(join(outside.path, 'checkpoints.jsonl'), 'utf8').trim().split('\n')
    expect(published).toHaveLength(1)
    expect(existsSync(join(outside.path, 'public-key.pem'))).toBe(true)
    expect((await run(['verify'])).lines).toEqual([
      'journal whole: 3 lines, 1 checkpoints, the last of 2026-11-23T01:00:00.000Z over 3 lines',
    ])
  })

  it('brings a sink that was away up to date', async () => {
    await run(['checkpoint'])
    rmSync(outside.path, { recursive: true })
    await store.journal.append({ at: '2026-11-23T01:00:00.000Z', managerId: 'M1', act: 'brief.view' })
    await run(['checkpoint'])
    expect(readFileSync(join(outside.path, 'checkpoints.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  })

  it('finds a cut end by what was published, though the checkpoints at home were cut as well', async () => {
    await run(['checkpoint'])
    const [first] = readFileSync(file(), 'utf8').split('\n')
    writeFileSync(file(), `${first}\n`)
    writeFileSync(join(folder.path, 'audit', 'checkpoints.jsonl'), '')
    const { lines, exitCode } = await run(['verify'])
    expect(exitCode).toBe(1)
    expect(lines.join('\n')).toMatch(/BROKEN.*\n2 lines at least are missing after .*2026-11\.jsonl line 1/)
    expect((await run([], doctorCommand)).lines.join('\n')).toMatch(/✗ journal: 2 lines at least are missing/)
  })

  it('finds a journal that was written anew with a key of its own', async () => {
    await run(['checkpoint'])
    rmSync(join(folder.path, 'audit'), { recursive: true })
    const { exitCode, lines } = await run(['verify'])
    expect(exitCode).toBe(1)
    expect(lines.join('\n')).toMatch(/1 lines of checkpoints were not signed with the key of this home/)
  })

  it('gives the auditor a folder whose own verifier finds it whole', async () => {
    const to = join(outside.path, 'for-the-auditor')
    expect((await run(['export', to])).exitCode).toBe(0)
    expect(execFileSync(process.execPath, [join(to, 'verify-audit.mjs'), to], { encoding: 'utf8' })).toMatch(
      /^4 lines.*1 checkpoints.*\nWHOLE\n$/,
    )
  })
})
