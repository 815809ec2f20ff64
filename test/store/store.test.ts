import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { withDelivery } from '../../src/domain/desk.js'
import { openStore } from '../../src/store/lowdb/store.js'

it('gives back what was written, also after it is opened again', async () => {
  const home = mkdtempSync(join(tmpdir(), 'daybook-'))
  const options = { log: { warn: () => {} }, newId: () => 'x', now: () => new Date('2026-11-23T01:00:00Z') }
  const first = await openStore(home, options)
  await first.desks.change('M1', (desk) => ({
    desk: withDelivery(desk, { day: day('2026-11-23'), kind: 'brief', state: 'planned', at: 't', attempts: 0 }),
    result: undefined,
  }))
  await first.bank.transact((draft) => draft.putNote('imports', [1]))
  await first.close()
  const again = await openStore(home, options)
  expect((await again.desks.read('M1')).deliveries).toHaveLength(1)
  expect(await again.bank.transact((draft) => draft.note('imports'))).toEqual([1])
  await again.close()
})
