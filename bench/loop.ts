import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dayIn } from '../src/domain/day.js'
import { EXPORTS } from '../src/usecases/exports/export-table.js'
import { startFaultConnector } from '../test/support/fault-connector.js'
import { aServedBranch, type LoopDelay, type ServedBranch } from './load/a-served-branch.js'
import { type Ears, quantile, speak } from './load/speak.js'
import { writeTransactions } from './load/write-transactions.js'

const MANAGERS = 20
const CUSTOMERS = 20_000
const CHAT_SECONDS = 20
const ROWS_IMPORTED = 1_000_000
const BOOKS_EXPORTED = 5
const ZONE = 'Asia/Shanghai'
const QUESTIONS = ['本周谁到期', '今天联系谁', '谁该联系了', 'who matures this week', '陈总有什么产品']

/** What goes on in a served branch while its managers chat; another load is one more row. */
export interface Loaded extends Ears {
  readonly home: string
  readonly branch: ServedBranch
}

const LOADS = {
  /** Nothing else. */
  chat: async () => {},
  /** The head's first brief, over every book of the branch, of which none has been read yet. */
  headBrief: async (loaded) => void (await speak(loaded, 'H100', '晨报')),
  /** A bank's night file that comes in the day. */
  import: async ({ home, branch }) => {
    const file = join(home, '..', `${basename(home)}.csv`)
    await writeTransactions(file, ROWS_IMPORTED, await branch.customerIds(), dayIn(ZONE, new Date()))
    await branch.resetDelay()
    await branch.command('import', 'transactions', file)
    rmSync(file)
  },
  /** The tables of five books as workbooks, one after the other. */
  export: async ({ home, branch }) => {
    const file = join(home, '..', `${basename(home)}.xlsx`)
    for (const manager of branch.managerIds.slice(0, BOOKS_EXPORTED))
      for (const table of EXPORTS) {
        await branch.command('export', table, '--manager', manager, '--out', file)
        rmSync(file)
      }
  },
} as const satisfies Record<string, (loaded: Loaded) => Promise<void>>

export interface LoadedFigures extends LoopDelay {
  readonly turns: number
  readonly turnP99Ms: number
  /** Of the load itself. */
  readonly seconds: number
}

/**
 * How long the event loop keeps everybody waiting, for each load in a branch of 20 managers and 1,000 customers a book that has
 * just been started, while all of them chat. The bar: p99 below 50 ms, and nothing above 200 ms.
 */
export async function benchLoop(): Promise<Record<string, LoadedFigures>> {
  const figures: Record<string, LoadedFigures> = {}
  for (const [name, load] of Object.entries(LOADS)) figures[name] = await measure(load)
  return figures
}

async function measure(load: (loaded: Loaded) => Promise<void>): Promise<LoadedFigures> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-loop-'))
  const messenger = await startFaultConnector()
  const branch = await aServedBranch({ home, managers: MANAGERS, customers: CUSTOMERS })
  const loaded = { home, branch, url: branch.url, serviceUrl: messenger.url }
  await branch.resetDelay()
  const turnMs: number[] = []
  let isOver = false
  const chats = branch.managerIds.map(async (managerId, at) => {
    for (let turn = at; !isOver; turn++) {
      await wait(200 + ((turn * 137) % 800))
      turnMs.push(
        await speak(loaded, managerId, `${QUESTIONS[turn % QUESTIONS.length]}${' '.repeat(turn % 7)}`),
      )
    }
  })
  const begun = performance.now()
  await load(loaded)
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  await wait(Math.max(0, CHAT_SECONDS * 1_000 - (performance.now() - begun)))
  isOver = true
  await Promise.all(chats)
  const delay = await branch.delay()
  await branch.stop()
  await messenger.close()
  rmSync(home, { recursive: true, force: true })
  return { ...delay, turns: turnMs.length, turnP99Ms: quantile(turnMs, 0.99), seconds }
}
