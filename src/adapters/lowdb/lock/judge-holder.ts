import type { SeenSign } from '../files/ground.js'
import type { ProcessIdentity } from './process-identity.js'

/** What a lock tells of the process that holds it. */
export interface HolderFacts extends ProcessIdentity {
  /** The name of its sign of life; absent where the file system knows none. */
  readonly sign?: string
  /** The folder it opened. */
  readonly folder?: string
}

/** What can be seen from here. */
export interface Seen {
  readonly sign: SeenSign
  /** The folder that the lock was found in. */
  readonly folder?: string
  readonly isLocal: boolean
  /** Whether a process of its number and start is there, among those this process can see. */
  readonly isProcessThere: boolean
}

/** `unknown`: it may run where nobody can look from here; a person has to. */
export type HolderState = 'running' | 'gone' | 'unknown'

/**
 * Whether the holder of a lock still works in the home. `gone` needs a proof: its sign of life has been hung up by the same
 * system; its system is over; it has another folder open, of which this one is a copy; or its process is not there
 * among those of its own space. Numbers of spaces are given again only when a space is over, so that an equal number
 * means the same processes or none of them.
 */
export function judgeHolder(holder: HolderFacts, me: ProcessIdentity, seen: Seen): HolderState {
  if (seen.sign === 'alive') return 'running'
  const isSameHost = holder.host === me.host
  const isSameBoot = holder.bootId !== undefined && holder.bootId === me.bootId
  const isOtherBoot = holder.bootId !== undefined && me.bootId !== undefined && !isSameBoot
  const isSameSystem = isSameBoot || (isSameHost && !isOtherBoot)

  if (isSameSystem && seen.sign === 'dead') return 'gone'
  if (isCopy(holder, seen) && (seen.isLocal || (isSameBoot && holder.sign !== undefined))) return 'gone'
  if (isOtherBoot) {
    const isOtherMachine = differ(holder.machineId, me.machineId)
    return seen.isLocal || (isSameHost && !isOtherMachine) ? 'gone' : 'unknown'
  }
  if (!isSameSystem || differ(holder.pidSpace, me.pidSpace)) return 'unknown'
  if ((holder.pidSpace === undefined || me.pidSpace === undefined) && !isSameHost) return 'unknown'
  return seen.isProcessThere ? 'running' : 'gone'
}

/** Whether the lock was written in another folder than the one it was found in. */
export function isCopy(holder: Pick<HolderFacts, 'folder'>, seen: Pick<Seen, 'folder'>): boolean {
  return differ(holder.folder, seen.folder)
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}
