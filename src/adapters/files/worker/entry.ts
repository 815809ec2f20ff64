import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Rejection } from '../../../imports/import-rows.js'
import { writeDrawn } from '../export/export-workbook.js'
import { openFileHere } from '../opened-file.js'
import { AHEAD, type FromWorker, type Job, packed, type ToFile } from './messages.js'

/*
 * The thread beside the one that answers: it reads the bank's files and writes workbooks. It knows no store; what it
 * reads goes over as typed rows, a few batches ahead of who uses them.
 */

parentPort?.on('message', ({ job, port }: { readonly job: Job; readonly port: MessagePort }) => {
  const say = (message: FromWorker) => port.postMessage(message)
  run(job, port, say).catch((error: unknown) => say(failure(error)))
})

async function run(job: Job, port: MessagePort, say: (message: FromWorker) => void): Promise<void> {
  if (job.job === 'export') {
    say({ is: 'written', bytes: await writeDrawn(job.table) })
    return
  }
  let position = 0
  const table = await openFileHere(job.kind, job.path, job.options, (at) => {
    position = at
  })
  let credit = 0
  let wake = () => {}
  let isStopped = false
  const more = (by: number) => {
    credit += by
    wake()
  }
  const walk = async (overtaken: ReadonlyMap<number, Rejection>) => {
    credit = AHEAD
    isStopped = false
    for await (const batch of table.batches(overtaken)) {
      while (credit <= 0 && !isStopped)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (isStopped) return
      credit--
      say({ is: 'batch', batch: packed(batch), position })
    }
    say({ is: 'end' })
  }
  port.on('message', (message: ToFile) => {
    const failed = (error: unknown) => say(failure(error))
    switch (message.say) {
      case 'walk':
        walk(message.overtaken).catch(failed)
        break
      case 'used':
        more(1)
        break
      case 'stop':
        isStopped = true
        wake()
        break
      case 'reject':
        table.writeRejected(message.path, message.rejected).then(() => say({ is: 'written' }), failed)
    }
  })
  port.on('close', () => {
    isStopped = true
    wake()
  })
  const { file, encoding, unknownColumns, sheet, otherSheets, rejectedFormat, headers } = table
  say({
    is: 'opened',
    facts: {
      file,
      encoding,
      unknownColumns,
      headers,
      ...(sheet !== undefined && { sheet }),
      ...(otherSheets !== undefined && { otherSheets }),
      ...(rejectedFormat !== undefined && { rejectedFormat }),
    },
  })
}

function failure(error: unknown): FromWorker {
  const code =
    error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { is: 'failed', message, ...(code !== undefined && { code }) }
}
