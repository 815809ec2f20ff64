import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

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
export interface ServedBranch {
  readonly url: string
  /** Of the managers with a book, in order. */
  readonly managerIds: readonly string[]
  /** Begins to measure anew. */
  resetDelay(): Promise<void>
  delay(): Promise<LoopDelay>
  memoryMb(): Promise<number>
  stop(): Promise<void>
}

export async function aServedBranch(options: BranchOptions): Promise<ServedBranch> {
  const child = fork(CHILD, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const first = await answerOf(child)
  const { url, managerIds } = first as Pick<ServedBranch, 'url' | 'managerIds'> // what serve-branch sends first
  const ask = (what: string) => {
    const answer = answerOf(child)
    child.send(what)
    return answer
  }
  return {
    url,
    managerIds,
    resetDelay: async () => void (await ask('reset')),
    delay: async () => (await ask('delay')) as LoopDelay, // by what was asked
    memoryMb: async () => ((await ask('memory')) as { mb: number }).mb, // by what was asked
    async stop() {
      const exit = once(child, 'exit')
      child.send('stop')
      await exit
    },
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController()
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`the serving process ended with ${String(code)}`)
  })
  try {
    const [message] = (await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      exit,
    ])) as unknown[]
    return message
  } finally {
    exit.catch(() => undefined)
    ended.abort()
  }
}
