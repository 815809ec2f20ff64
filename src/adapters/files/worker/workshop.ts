import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { ImportKind, Rejection, RowBatch } from '../../../imports/import-rows.js'
import type { ExportTable } from '../../../usecases/exports/export-table.js'
import { FileFault } from '../bounds.js'
import type { DescribeContact } from '../export/export-words.js'
import { type DrawnTable, drawTable } from '../export/export-workbook.js'
import type { OpenedFile, OpenFile } from '../opened-file.js'
import { type FromWorker, type Job, type ToFile, unpacked } from './messages.js'

/** Of a worker's heap: what a hostile file makes it hold beyond ends the worker, and neither the process nor its books. */
const HEAP_MEGABYTES = 448
/** Whether this runs as it is written, which only tests do: the worker then compiles what it loads. */
const IS_SOURCE = import.meta.url.endsWith('.ts')
const ENTRY = new URL(IS_SOURCE ? './entry.ts' : './entry.js', import.meta.url)
const FROM_SOURCE = new URL('./from-source.mjs', import.meta.url)

/** The worker that is there, if any: it is started by the first job and serves all that come after. */
let standing: Worker | undefined
/** Jobs under way: while there are any the process stays for them. */
let jobs = 0

function worker(): Worker {
  if (standing !== undefined) return standing
  const started = new Worker(ENTRY, {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    execArgv: IS_SOURCE ? ['--import', FROM_SOURCE.href] : [],
  })
  standing = started
  const gone = () => {
    if (standing === started) standing = undefined
  }
  started.on('error', gone)
  started.on('exit', gone)
  started.unref()
  return started
}

/** Ends the worker where it is idle; the next job starts another. */
export async function closeWorkshop(): Promise<void> {
  if (jobs === 0) await standing?.terminate()
}

/** What a job says, in order; it fails where the worker is gone. */
class Conversation {
  readonly #port: MessagePort
  readonly #worker = worker()
  readonly #said: FromWorker[] = []
  #wake = () => {}
  #fault: Error | undefined

  constructor(job: Job) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    if (jobs++ === 0) this.#worker.ref()
    port1.on('message', (message: FromWorker) => {
      this.#said.push(message)
      this.#wake()
    })
    this.#worker.on('error', this.#gone)
    this.#worker.on('exit', this.#gone)
    this.#worker.postMessage({ job, port: port2 }, [port2])
  }

  say(message: ToFile): void {
    this.#port.postMessage(message)
  }

  async next(): Promise<FromWorker> {
    for (;;) {
      const message = this.#said.shift()
      if (message?.is === 'failed') throw failed(message)
      if (message !== undefined) return message
      if (this.#fault !== undefined) throw this.#fault
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  end(): void {
    if (this.#fault === undefined) this.#fault = new Error('the job is over')
    else return
    this.#close()
  }

  readonly #gone = (cause: unknown) => {
    if (this.#fault !== undefined) return
    const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
    this.#fault = isMemory ? new FileFault('unpacks-too-large') : new Error('the worker ended', { cause })
    this.#close()
    this.#wake()
  }

  #close(): void {
    this.#worker.off('error', this.#gone)
    this.#worker.off('exit', this.#gone)
    this.#port.close()
    if (--jobs === 0) this.#worker.unref()
  }
}

function failed({ message, code }: Extract<FromWorker, { readonly is: 'failed' }>): Error {
  return code === undefined
    ? new Error(message)
    : Object.assign(new Error(message), { code, syscall: 'worker' })
}

/** Opens a file to be read, typed and checked in the worker, so that nobody who is answered here waits for it. */
export const openFileAside: OpenFile = async <K extends ImportKind>(
  kind: K,
  path: string,
  options: Parameters<OpenFile>[2],
  onRead: (position: number) => void,
): Promise<OpenedFile<K>> => {
  const talk = new Conversation({ job: 'open', kind, path, options })
  const opened = await talk.next().catch((error: unknown) => {
    talk.end()
    throw error
  })
  if (opened.is !== 'opened') throw new Error(`the worker said ${opened.is} of a file that was to be opened`)
  const { headers, ...facts } = opened.facts
  return {
    kind,
    ...facts,
    headers,
    headerOf: (field) => headers[field] ?? '',
    batches: (overtaken = new Map()) => batches<K>(talk, overtaken, onRead),
    async writeRejected(rejectedPath, rejected) {
      talk.say({ say: 'reject', path: rejectedPath, rejected })
      // Batches that were on their way when the reading was broken off come first.
      while ((await talk.next()).is !== 'written');
    },
    close: () => talk.end(),
  }
}

async function* batches<K extends ImportKind>(
  talk: Conversation,
  overtaken: ReadonlyMap<number, Rejection>,
  onRead: (position: number) => void,
): AsyncGenerator<RowBatch<K>> {
  talk.say({ say: 'walk', overtaken })
  let line = 1
  let isOver = false
  try {
    for (;;) {
      const message = await talk.next()
      isOver = message.is !== 'batch'
      if (message.is !== 'batch') return
      onRead(message.position)
      talk.say({ say: 'used' })
      line = message.batch.lines.at(-1) ?? line
      yield unpacked<K>(message.batch)
    }
  } catch (error) {
    isOver = true
    if (!(error instanceof FileFault)) throw error
    const { code } = error
    yield { rows: [], rejected: [{ line: line + 1, column: '', value: '', code }], isUnreadable: true }
  } finally {
    if (!isOver) talk.say({ say: 'stop' })
  }
}

/** The table as a workbook, drawn here and written in the worker. */
export async function exportWorkbookAside(
  table: ExportTable,
  describe: DescribeContact,
): Promise<Uint8Array> {
  const drawn: DrawnTable = drawTable(table, describe)
  const talk = new Conversation({ job: 'export', table: drawn })
  try {
    const message = await talk.next()
    if (message.is !== 'written' || message.bytes === undefined) throw new Error('the worker wrote nothing')
    return message.bytes
  } finally {
    talk.end()
  }
}
