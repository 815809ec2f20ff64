import type { Activity } from 'botbuilder'
import { ActivityTypes } from 'botbuilder'
import type { NotRead, Press } from '../../ports/conversation.js'
import { parsePress } from './presses/parse-press.js'
import { readMessage } from './read-message.js'

/** What someone does with an activity, whatever shape the messenger gave it. */
export type Act =
  /** `notRead`: what came along with the words. */
  | { readonly kind: 'message'; readonly text: string; readonly notRead?: NotRead }
  /** Something came, and no words to read: a picture, or an earlier message changed. */
  | { readonly kind: 'not-read'; readonly what: NotRead }
  | { readonly kind: 'press'; readonly press: Press; readonly via: PressWay }
  | { readonly kind: 'join' }
  | { readonly kind: 'leave' }
  /** An invoke we offer nothing for. */
  | { readonly kind: 'foreign-invoke' }
  /** Typing, reactions, events: nothing is answered. */
  | { readonly kind: 'none' }

/** Action.Execute, its fallback Action.Submit, or the two buttons that Teams puts under the offer of a file. */
export type PressWay = 'execute' | 'submit' | 'file-consent'

export function actOf(activity: Activity): Act {
  switch (activity.type) {
    case ActivityTypes.Message:
      return messageOrSubmit(activity)
    case ActivityTypes.MessageUpdate:
      return isRestored(activity) ? { kind: 'none' } : { kind: 'not-read', what: 'edited' }
    case ActivityTypes.MessageDelete:
      return { kind: 'not-read', what: 'deleted' }
    case ActivityTypes.Invoke:
      return invoke(activity)
    case ActivityTypes.InstallationUpdate:
      return { kind: String(activity.action).startsWith('remove') ? 'leave' : 'join' }
    case ActivityTypes.ConversationUpdate: {
      const botId = activity.recipient?.id
      if ((activity.membersRemoved ?? []).some(({ id }) => id === botId)) return { kind: 'leave' }
      return { kind: (activity.membersAdded ?? []).length > 0 ? 'join' : 'none' }
    }
    default:
      return { kind: 'none' }
  }
}

/** Action.Submit arrives as a message whose value is the button's data; a message of words may carry a value too. */
function messageOrSubmit(activity: Activity): Act {
  const { text, notRead } = readMessage(activity)
  const data = asRecord(activity.value)
  if (data !== undefined && (text === '' || typeof data['verb'] === 'string')) {
    return { kind: 'press', press: parsePress(data['verb'], data), via: 'submit' }
  }
  if (notRead === undefined) return { kind: 'message', text }
  return text === '' ? { kind: 'not-read', what: notRead } : { kind: 'message', text, notRead }
}

/** Teams calls it a change, too, where a message that was deleted comes back. */
function isRestored({ channelData }: Activity): boolean {
  return asRecord(channelData)?.['eventType'] === 'undeleteMessage'
}

function invoke(activity: Activity): Act {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return execute(activity)
    case 'fileConsent/invoke':
      return fileConsent(activity)
    default:
      return { kind: 'foreign-invoke' }
  }
}

/** The answer to an offer carries back what the offer put into it; where it was accepted, a place to put the file too. */
function fileConsent(activity: Activity): Act {
  const { action, context, uploadInfo } = asRecord(activity.value) ?? {}
  const data = asRecord(context) ?? {}
  const press =
    action === 'accept'
      ? parsePress('file.accept', { ...data, uploadInfo })
      : parsePress('file.decline', data)
  return { kind: 'press', press, via: 'file-consent' }
}

function execute(activity: Activity): Act {
  const action = asRecord(asRecord(activity.value)?.['action']) ?? {}
  const data = asRecord(action['data']) ?? {}
  return { kind: 'press', press: parsePress(action['verb'] ?? data['verb'], data), via: 'execute' }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>) // the line above proves it; its values stay unknown
    : undefined
}
