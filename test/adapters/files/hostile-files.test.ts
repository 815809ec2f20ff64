import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeWorkshop, openFileAside } from '../../../src/adapters/files/worker/workshop.js'
import { hostileFile } from '../../support/hostile-files.js'
import { fillForHostile, takeHostile } from '../../support/take-hostile.js'
import { temporaryStore } from '../../support/temporary-store.js'

it('truncated, mixed and hostile files give a report each, and leave the books as before or as after', async () => {
  const store = await temporaryStore({ now: () => new Date('2026-11-23T01:00:00Z') })
  const folder = mkdtempSync(join(tmpdir(), 'daybook-hostile-'))
  try {
    await fillForHostile(store)
    const found = await takeHostile(store, { seed: 7, count: 60, open: openFileAside, folder })
    expect(found.broken).toEqual([])
    expect(found.applied).toBeGreaterThan(5)
    expect(Object.keys(found.reasons).length).toBeGreaterThan(8)
  } finally {
    await closeWorkshop()
    await store.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

it('the same seed makes the same files', () => {
  for (let at = 0; at < 40; at++) expect(hostileFile(3, at).how).toBe(hostileFile(3, at).how)
})
