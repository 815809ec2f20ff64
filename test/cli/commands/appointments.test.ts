import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { appointmentsCommand } from '../../../src/cli/commands/appointments.js'
import { day } from '../../../src/domain/day.js'
import { testClock } from '../../support/clock.js'
import { aCustomer } from '../../support/customers.js'
import { aManager } from '../../support/roster.js'
import { runCommand } from '../../support/shell.js'
import { type TemporaryStore, temporaryStore } from '../../support/temporary-store.js'

let store: TemporaryStore
const home = mkdtempSync(join(tmpdir(), 'daybook-appointments-'))
const meeting = { kind: 'appointment', madeOn: day('2026-11-20'), state: 'open' } as const

beforeEach(async () => {
  store = await temporaryStore(testClock('2026-11-23T01:00:00Z'))
  await store.bank.transact(async (draft) => {
    draft.putManagers([aManager()])
    const agreements = [
      { ...meeting, id: 'a1', on: day('2026-11-24'), time: '10:00', about: '看大额存单50万' },
      { ...meeting, id: 'a2', on: day('2026-11-25'), time: '15:00', state: 'cancelled' as const },
      { ...meeting, id: 'a3', on: day('2026-11-20'), time: '09:00' },
    ]
    const customer = aCustomer('C1', { nickname: '陈总', phone: '13800010001', agreements })
    await draft.putBook({ managerId: 'M1', customers: [customer], changes: [] })
  })
})
afterEach(async () => {
  await store.remove()
  rmSync(home, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => runCommand(appointmentsCommand, store, home, args)

it('lists what is ahead, and writes it as a calendar that says no more than whom', async () => {
  expect((await run('--manager', 'M1')).lines).toEqual(['明天 10:00  见面 · 陈总'])
  const file = join(mkdtempSync(join(tmpdir(), 'daybook-ics-')), 'out.ics')
  const { exitCode } = await run('--manager', 'M1', '--ics', '--out', file)
  expect(exitCode).toBe(0)
  const text = readFileSync(file, 'utf8')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text).toContain('DTSTART:20261124T020000Z')
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).not.toMatch(/50万|1380001|陈立群/)
  expect(statSync(file).mode & 0o077).toBe(0)
})

it.each([[['--manager', 'M1', '--ics']], [['--manager', 'M1', '--out', 'x.ics']], [['--manager', 'M9']]])(
  '%j is wrong use',
  async (args) => {
    expect((await run(...args)).exitCode).toBe(2)
  },
)
