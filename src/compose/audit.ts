import { appendFile, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSigner, readCheckpoints, type Standing, standing } from '../adapters/audit/signing.js'
import { CHECKPOINTS, checkpointLinesIn, PUBLIC_KEY, publishTo } from '../adapters/audit/sinks.js'
import type { Checkpoint, JournalCheck } from '../ports/audit.js'
import type { Daybook } from './daybook.js'

export interface AuditCheck extends JournalCheck {
  /** How many hold. */
  readonly checkpoints: number
  /** Lines of the checkpoints that hold nothing that the key of this home signed. */
  readonly badCheckpoints: number
  readonly last?: Checkpoint
  /** The last restore, and what it lost. */
  readonly restored?: Standing['restored']
  /** Sinks that could not be read, by their settings. */
  readonly unread: readonly string[]
}

/** The journal in the eyes of whoever has to trust it. */
export interface Audit {
  /** Signs how far the journal goes and publishes it; undefined where nothing was written since the last. */
  checkpoint(): Promise<Checkpoint | undefined>
  /** The same after a backup was restored, whatever was signed before. */
  noteRestore(): Promise<void>
  /** The same after the home was moved: its chain is another one. */
  noteMove(): Promise<void>
  /** The whole journal, against what was signed at home and outside. */
  verify(): Promise<AuditCheck>
  /** A folder with all that its own verifier needs. */
  exportTo(folder: string, verifier: string): Promise<void>
}

/** Where a home keeps what belongs to its audit. */
const FOLDER = 'audit'
const KEY = 'key.pem'

export function auditOf({ config, store, world }: Pick<Daybook, 'config' | 'store' | 'world'>): Audit {
  const folder = join(config.home, FOLDER)
  const { keyFile, sinks } = config.audit
  const signer = () => openSigner(keyFile ?? join(folder, KEY), keyFile === undefined)

  /** Lines of the checkpoints at home and in the folders outside. */
  async function allLines(): Promise<{
    readonly lines: readonly string[]
    readonly unread: readonly string[]
  }> {
    const lines = new Set(await checkpointLinesIn(folder))
    const unread: string[] = []
    for (const sink of sinks) {
      if (sink.kind !== 'folder') continue
      const found = await checkpointLinesIn(sink.path).catch(() => undefined)
      if (found === undefined) unread.push(sink.path)
      for (const line of found ?? []) lines.add(line)
    }
    return { lines: [...lines], unread }
  }

  async function publish(publicKeyPem: string): Promise<void> {
    const lines = await checkpointLinesIn(folder)
    for (const sink of sinks) {
      const to = sink.kind === 'folder' ? sink.path : `${sink.host}:${sink.port}`
      await publishTo(sink, lines, publicKeyPem).catch((error: unknown) =>
        world.log.error('audit.not-published', error, { to }),
      )
    }
  }

  async function checkpoint(): Promise<Checkpoint | undefined> {
    const { line, publicKeyPem } = await signer()
    const last = readCheckpoints(await checkpointLinesIn(folder), publicKeyPem).good.at(-1)
    const place = await store.journal.end(last)
    if (place.head === last?.head || place.lines === 0) {
      await publish(publicKeyPem) // a sink may have been away
      return undefined
    }
    const next = line(place, world.clock.now().toISOString())
    await keep(next, publicKeyPem)
    return readCheckpoints([next], publicKeyPem).good[0]
  }

  async function note(how: { readonly restored: true } | { readonly moved: true }): Promise<void> {
    const { line, publicKeyPem } = await signer()
    const place = await store.journal.end()
    await keep(line(place, world.clock.now().toISOString(), how), publicKeyPem)
  }

  async function keep(line: string, publicKeyPem: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, PUBLIC_KEY), publicKeyPem)
    await appendFile(join(folder, CHECKPOINTS), `${line}\n`, { mode: 0o600 })
    await publish(publicKeyPem)
  }

  return {
    checkpoint,

    noteRestore: () => note({ restored: true }),
    noteMove: () => note({ moved: true }),

    async verify() {
      const { publicKeyPem } = await signer()
      const { lines, unread } = await allLines()
      const { good, bad } = readCheckpoints(lines, publicKeyPem)
      const { checkpoints, restored } = standing(good)
      const last = good.at(-1)
      const check = await store.journal.verify(checkpoints)
      const signed = { checkpoints: good.length, badCheckpoints: bad, unread }
      return {
        ...check,
        ...signed,
        ...(last === undefined ? {} : { last }),
        ...(restored === undefined ? {} : { restored }),
      }
    },

    async exportTo(to, verifier) {
      await checkpoint()
      const { publicKeyPem } = await signer()
      const from = join(config.home, 'journal')
      await mkdir(join(to, 'journal'), { recursive: true })
      for (const name of await readdir(from)) await copyFile(join(from, name), join(to, 'journal', name))
      const { lines } = await allLines()
      await writeFile(join(to, CHECKPOINTS), lines.map((line) => `${line}\n`).join(''))
      await writeFile(join(to, PUBLIC_KEY), publicKeyPem)
      await copyFile(verifier, join(to, 'verify-audit.mjs'))
    },
  }
}
