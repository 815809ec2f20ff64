import { createSocket } from 'node:dgram'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { AuditSink } from '../../config/audit-sink.js'

export const CHECKPOINTS = 'checkpoints.jsonl'
export const PUBLIC_KEY = 'public-key.pem'

/** Lines of the checkpoints in a folder, oldest first; none where there is no file. */
export async function checkpointLinesIn(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, CHECKPOINTS), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

/** Adds the lines that a folder does not have yet, so that one that was away for a while lacks nothing afterwards. */
export async function publishTo(
  sink: AuditSink,
  lines: readonly string[],
  publicKeyPem: string,
): Promise<void> {
  if (sink.kind === 'syslog') return sendToSyslog(sink, lines.at(-1))
  await mkdir(sink.path, { recursive: true })
  const there = new Set(await checkpointLinesIn(sink.path))
  if (there.size === 0) await writeFile(join(sink.path, PUBLIC_KEY), publicKeyPem)
  const lacking = lines.filter((line) => !there.has(line))
  if (lacking.length > 0) await appendFile(join(sink.path, CHECKPOINTS), `${lacking.join('\n')}\n`)
}

/** Facility 13 (audit), severity 5 (notice), as RFC 5424 has it. */
const PRIORITY = 13 * 8 + 5

/** One datagram: whether it came is for the receiver to notice, who gets one every quarter of an hour. */
async function sendToSyslog(
  { host, port }: Extract<AuditSink, { kind: 'syslog' }>,
  line: string | undefined,
): Promise<void> {
  if (line === undefined) return
  const { at } = JSON.parse(line) as { readonly at: string } // a line of our own
  const message = `<${PRIORITY}>1 ${at} ${hostname()} daybook - checkpoint - ${line}`
  const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4')
  try {
    await new Promise<void>((resolve, reject) => {
      socket.send(message, port, host, (error) => (error === null ? resolve() : reject(error)))
    })
  } finally {
    socket.close()
  }
}
