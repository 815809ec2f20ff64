import type { Activity } from 'botbuilder'
import { dayIn } from '../../domain/day.js'
import { hasLeft, type Manager } from '../../domain/manager/manager.js'
import type { Managers } from '../../ports/ports.js'

/** Who is on the other side of an activity, and so what may be said there. */
export type Speaker =
  | { readonly kind: 'manager'; readonly manager: Manager }
  /** Nobody of the roster, or of another directory: no data, whatever is asked. */
  | { readonly kind: 'stranger' }
  /** More people read along: nothing about customers, whoever writes. */
  | { readonly kind: 'group'; readonly isAddressed: boolean }
  /** Our own message come back. */
  | { readonly kind: 'self' }

/**
 * By the directory object id, which the messenger vouches for; names and ids within the messenger are not looked at.
 * `tenantId` empty: any directory. Who has left the bank is a stranger from that day on.
 */
export function whoSpeaks(activity: Activity, managers: Managers, tenantId: string, now: Date): Speaker {
  const { from, recipient, conversation } = activity
  if (from?.role === 'bot' || (from !== undefined && from.id === recipient?.id)) return { kind: 'self' }
  const type = conversation.conversationType
  if (conversation.isGroup === true || (type !== undefined && type !== 'personal')) {
    return { kind: 'group', isAddressed: mentions(activity, recipient?.id) }
  }
  if (tenantId !== '' && tenantOf(activity) !== tenantId) return { kind: 'stranger' }
  const manager = from?.aadObjectId ? managers.byAadObjectId(from.aadObjectId) : undefined
  if (manager === undefined || hasLeft(manager, dayIn(manager.timeZone, now))) return { kind: 'stranger' }
  return { kind: 'manager', manager }
}

function tenantOf(activity: Activity): string | undefined {
  const channelData: unknown = activity.channelData
  const tenant = field(channelData, 'tenant')
  const id = field(tenant, 'id') ?? activity.conversation.tenantId
  return typeof id === 'string' ? id : undefined
}

function mentions(activity: Activity, botId: string | undefined): boolean {
  return (activity.entities ?? []).some(
    (entity) => entity.type === 'mention' && field(entity['mentioned'], 'id') === botId,
  )
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
