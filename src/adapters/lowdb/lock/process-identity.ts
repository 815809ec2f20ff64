import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { hasCode } from '../files/disk.js'

/** Enough of a process to tell later whether it still runs, even where its number has been given to another. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** The start of the machine, and that of the process counted from it; known on Linux only. */
  readonly bootId?: string
  readonly startTicks?: string
  /** Where its number counts: a container has a space of its own. Linux only. */
  readonly pidSpace?: string
  /** Of the installation; many containers have none. */
  readonly machineId?: string
}

let own: Promise<ProcessIdentity> | undefined

/** That of this process, which does not change. */
export function ownIdentity(): Promise<ProcessIdentity> {
  own ??= identityOf(process.pid)
  return own
}

async function identityOf(pid: number): Promise<ProcessIdentity> {
  const [bootId, machineId, pidSpace, stat] = await Promise.all([
    textOf('/proc/sys/kernel/random/boot_id'),
    textOf('/etc/machine-id'),
    readlink('/proc/self/ns/pid').catch(() => undefined),
    statOf(pid),
  ])
  return {
    pid,
    host: hostname(),
    ...(bootId && { bootId }),
    ...(stat && { startTicks: stat.startTicks }),
    ...(pidSpace && { pidSpace }),
    ...(machineId && { machineId }),
  }
}

/** Whether a process of this number and start is there, among those that this process can see. */
export async function isProcessThere({
  pid,
  startTicks,
}: Pick<ProcessIdentity, 'pid' | 'startTicks'>): Promise<boolean> {
  if (!answers(pid)) return false
  if (startTicks === undefined) return true
  const stat = await statOf(pid)
  return stat !== undefined && !stat.isDead && stat.startTicks === startTicks
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
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text?.trim()
}
