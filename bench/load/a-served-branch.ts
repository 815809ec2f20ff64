import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Desk } from '../../src/domain/manager/desk.js'

const CHILD = fileURLToPath(new URL('./serve-branch.js', import.meta.url))

/** How long the event loop of the serving process kept others waiting, in milliseconds. */
export interface LoopDelay {
  readonly p99Ms: number
  readonly maxMs: number
}

export interface BranchOptions {
  readonly home: string
  readonly managers: number
  /** Of the whole branch. */
  readonly customers: number
}

/** A branch that is served by a process of its own, so that what loads it is not measured with it. */
export interface HeldMemory {
  readonly held: number
  readonly resident: number
}

export interface ServedBranch {
  readonly url: string
  /** Of the managers with a book, in order. */
  readonly managerIds: readonly string[]
  /** Begins to measure anew. */
  resetDelay(): Promise<void>
  delay(): Promise<LoopDelay>
  /** What the process holds after a collection, and what the machine has given it, in MB. */
  memoryMb(): Promise<HeldMemory>
  /** Sends `count` managers of a driven bank their briefs from the same process; gives their desks when all is settled. */
  pushBriefs(count: number, serviceUrl: string): Promise<readonly Desk[]>
  /** Of every book. */
  customerIds(): Promise<readonly string[]>
  /** Runs a command of another terminal in the process that serves. */
  command(...argv: readonly string[]): Promise<void>
  stop(): Promise<void>
}

export async function aServedBranch(options: BranchOptions): Promise<ServedBranch> {
  const child = fork(CHILD, [JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const first = await answerOf(child)
  const { url, managerIds } = first as Pick<ServedBranch, 'url' | 'managerIds'> // what serve-branch sends first
  let asked = 0
  const ask = (what: string | object) => {
    const number = ++asked
    const answer = answerOf(child, (message) => message.number === number)
    child.send({ number, what })
    return answer
  }
  return {
    url,
    managerIds,
    resetDelay: async () => void (await ask('reset')),
    delay: async () => (await ask('delay')) as LoopDelay, // by what was asked
    memoryMb: async () => (await ask('memory')) as HeldMemory, // by what was asked
    pushBriefs: async (count, serviceUrl) => (await ask({ count, serviceUrl })) as readonly Desk[], // by what was asked
    customerIds: async () => (await ask('customers')) as readonly string[], // by what was asked
    command: async (...argv) => void (await ask({ argv })),
    async stop() {
      const exit = once(child, 'exit')
      child.send({ number: 0, what: 'stop' })
      await exit
    },
  }
}

interface Told {
  readonly number: number
  readonly answer: unknown
}

function answerOf(child: ChildProcess, isMine = ({ number }: Told) => number === 0): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown) => {
      const told = message as Told // what serve-branch sends
      if (!isMine(told)) return
      child.off('message', hear).off('exit', end)
      resolve(told.answer)
    }
    const end = (code: number | null) => reject(new Error(`the serving process ended with ${String(code)}`))
    child.on('message', hear).once('exit', end)
  })
}
