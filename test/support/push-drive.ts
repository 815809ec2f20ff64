import { type Day, day } from '../../src/domain/day.js'
import type { Desk } from '../../src/domain/manager/desk.js'
import { findDelivery } from '../../src/domain/manager/ledger-of-sends.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import { chanceFaults, type Fault, type FaultConnector, type Request } from './fault-connector.js'
import { mulberry32 } from './random.js'
import { aManager } from './roster.js'

/** The Monday of every drive; its working day begins at 08:30 in Shanghai. */
export const DRIVE_DAY: Day = day('2026-11-23')
export const DRIVE_START = '2026-11-23T00:30:00Z'
export const DRIVE_CUT_OFF = '11:30'

/** Why a manager gets a brief in a drive, or none. */
export type Fate = 'due' | 'head' | 'elsewhere' | 'paused' | 'suspended' | 'not-installed' | 'after-cut-off'

const OTHERS = ['head', 'elsewhere', 'paused', 'suspended', 'not-installed', 'after-cut-off'] as const

export interface Driven {
  readonly manager: Manager
  readonly fate: Fate
  readonly desk: Pick<Desk, 'settings'> & Partial<Desk>
}

/** A bank of `count` managers, one in ten of whom must get nothing, for one of the reasons there are. */
export function drivenBank(count: number, serviceUrl: string): readonly Driven[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `M${String(i + 1).padStart(4, '0')}`
    const fate: Fate = i % 10 === 9 ? OTHERS[Math.floor(i / 10) % OTHERS.length]! : 'due'
    const reference = {
      channelId: 'msteams',
      serviceUrl,
      bot: { id: '28:daybook' },
      user: { id: `29:${id}` },
      conversation: { id: chatOf(id), conversationType: 'personal' },
    }
    return {
      fate,
      manager: aManager({
        id,
        aadObjectId: `aad-${id}`,
        ...(fate === 'head' ? { role: 'head' } : {}),
        ...(fate === 'elsewhere' ? { timeZone: 'Europe/London' } : {}),
        ...(fate === 'after-cut-off' ? { briefTime: DRIVE_CUT_OFF } : {}),
      }),
      desk: {
        settings: fate === 'paused' ? { pausedUntil: DRIVE_DAY } : {},
        ...(fate === 'not-installed' ? {} : { reference }),
        ...(fate === 'suspended' ? { suspendedSince: '2026-11-20T00:30:00Z' } : {}),
      },
    }
  })
}

export function chatOf(managerId: string): string {
  return `chat-${managerId}`
}

/** Each fault of the messenger for 5 % of the requests; those that may have delivered have, half of the time. */
export function driveFaults(seed: number): () => Fault | undefined {
  const random = mulberry32(seed)
  const each = chanceFaults(random, 0.05, [
    { kind: 'status', status: 429 },
    { kind: 'status', status: 429, retryAfter: '2' },
    { kind: 'status', status: 412 },
    { kind: 'status', status: 403 },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 500 },
    { kind: 'drop' },
    { kind: 'hang' },
  ])
  return () => {
    const fault = each()
    const isOpen =
      fault?.kind === 'drop' || fault?.kind === 'hang' || (fault?.kind === 'status' && fault.status >= 500)
    return fault !== undefined && isOpen ? { ...fault, isShown: random() < 0.5 } : fault
  }
}

export interface Verdict {
  readonly due: number
  readonly sent: number
  /** Of these it cannot be known whether they arrived; each is reported as such. */
  readonly unknown: number
  /** Those of the unknown that were under way when the process was killed. */
  readonly interrupted: number
  readonly failed: number
  readonly suspended: number
  /** What must not be, in words; none where the drive went well. */
  readonly violations: readonly string[]
}

/** Compares what the messenger saw with what the ledger says of it. */
export function judge(
  bank: readonly Driven[],
  desks: readonly Desk[],
  connector: Pick<FaultConnector, 'requests' | 'shownIn'>,
): Verdict {
  const count = { due: 0, sent: 0, unknown: 0, interrupted: 0, failed: 0, suspended: 0 }
  const violations: string[] = []
  bank.forEach(({ manager, fate }, i) => {
    const requests = connector.requests.filter(({ conversationId }) => conversationId === chatOf(manager.id))
    const row = findDelivery(desks[i]!, DRIVE_DAY, 'brief')
    const wrong = (what: string) => violations.push(`${manager.id} (${fate}): ${what}`)
    if (fate !== 'due') {
      if (requests.length > 0) wrong('was sent a brief')
      if (row !== undefined) wrong('has a row')
      return
    }
    count.due++
    const shown = connector.shownIn(chatOf(manager.id)).length
    if (shown > 1) wrong(`saw ${shown} briefs`)
    if (!requests.slice(0, -1).every(isTurnedAway)) wrong('was sent again what may have arrived')
    const state = row?.state ?? 'none'
    switch (state) {
      case 'sent':
      case 'unknown':
      case 'failed':
      case 'suspended':
        count[state]++
        break
      default:
        wrong(`was left ${state}`)
        return
    }
    if (row?.detail === 'interrupted') count.interrupted++
    // An answer that came after the deadline is none.
    else if (row?.detail !== 'no-answer' && state !== stateAfter(requests.at(-1)))
      wrong(`is ${state}, not ${stateAfter(requests.at(-1))}`)
  })
  return { ...count, violations }
}

function isTurnedAway({ fault }: Request): boolean {
  return fault?.kind === 'status' && (fault.status === 429 || fault.status === 412)
}

function stateAfter(last: Request | undefined): string {
  if (last === undefined) return 'not attempted'
  const { fault } = last
  if (fault === undefined) return 'sent'
  if (fault.kind !== 'status' || fault.status >= 500) return 'unknown'
  return fault.status === 403 ? 'suspended' : fault.status === 404 ? 'failed' : 'planned'
}
