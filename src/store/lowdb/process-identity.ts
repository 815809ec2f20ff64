import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { hasCode } from './disk.js'

/** Enough of a process to tell later whether it still runs, even where its number has been given to another. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** The start of the machine, and that of the process counted from it; known on Linux only. */
  readonly bootId?: string
  readonly startTicks?: string
}

let own: Promise<ProcessIdentity> | undefined

/** That of this process, which does not change. */
export function ownIdentity(): Promise<ProcessIdentity> {
  own ??= identityOf(process.pid)
  return own
}

async function identityOf(pid: number): Promise<ProcessIdentity> {
  const bootId = await textOf('/proc/sys/kernel/random/boot_id')
  const stat = await statOf(pid)
  return {
    pid,
    host: hostname(),
    ...(bootId === undefined ? {} : { bootId: bootId.trim() }),
    ...(stat === undefined ? {} : { startTicks: stat.startTicks }),
  }
}

/** Whether the process still runs; a process of another host cannot be seen from here and counts as running. */
export async function isRunning(process: ProcessIdentity): Promise<boolean> {
  const me = await ownIdentity()
  if (process.host !== me.host) return true
  if (process.bootId !== me.bootId || !answers(process.pid)) return false
  if (process.startTicks === undefined) return true
  const stat = await statOf(process.pid)
  return stat !== undefined && !stat.isDead && stat.startTicks === process.startTicks
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM') // another user's process: it is there
  }
}

// proc(5): after the command in brackets, which may hold anything, come the state (field 3) and the start (field 22).
async function statOf(
  pid: number,
): Promise<{ readonly isDead: boolean; readonly startTicks: string } | undefined> {
  const stat = await textOf(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const startTicks = fields?.[19]
  if (fields === undefined || startTicks === undefined) return undefined
  return { isDead: fields[0] === 'Z' || fields[0] === 'X', startTicks }
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
