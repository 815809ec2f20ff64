import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HomeOptions, StoreLog } from '../../../src/adapters/lowdb/home.js'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../src/ports/store.js'

/** The instant at which these tests open their homes. */
export const NOW = new Date('2026-11-23T01:00:00.000Z')

/** A folder of its own, on the real disk. */
export function aHomeFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'daybook-store-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

let ids = 0

export function homeOptions(over: Partial<HomeOptions> = {}): HomeOptions {
  return { log: { warn: () => {} }, newId: () => `id${++ids}`, now: () => NOW, ...over }
}

export function openQuietly(path: string): Promise<Store> {
  return openStore(path, homeOptions())
}

/** A log that remembers what it was told. */
export function aListeningLog(): StoreLog & {
  readonly heard: readonly { event: string; fields: unknown }[]
} {
  const heard: { event: string; fields: unknown }[] = []
  return { heard, warn: (event, fields) => void heard.push({ event, fields }) }
}
