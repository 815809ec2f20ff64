import type { Activity } from 'botbuilder'
import { ActivityTypes, TurnContext } from 'botbuilder'
import type { Press } from './conversation.js'

/** What someone does with an activity, whatever shape the messenger gave it. */
export type Act =
  | { readonly kind: 'message'; readonly text: string }
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
  const text = (TurnContext.removeRecipientMention(activity) ?? activity.text ?? '')
    .replaceAll('\u00a0', ' ')
    .trim()
  const data = asRecord(activity.value)
  if (data !== undefined && (text === '' || typeof data['verb'] === 'string')) {
    return { kind: 'press', press: pressOf(data['verb'], data), via: 'submit' }
  }
  return { kind: 'message', text }
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
    action === 'accept' ? pressOf('file.accept', { ...data, uploadInfo }) : pressOf('file.decline', data)
  return { kind: 'press', press, via: 'file-consent' }
}

function execute(activity: Activity): Act {
  const action = asRecord(asRecord(activity.value)?.['action']) ?? {}
  const data = asRecord(action['data']) ?? {}
  return { kind: 'press', press: pressOf(action['verb'] ?? data['verb'], data), via: 'execute' }
}

function pressOf(verb: unknown, data: Readonly<Record<string, unknown>>): Press {
  const named = typeof verb === 'string' ? verb : ''
  const { once } = data
  return { verb: named, data, ...(typeof once === 'string' ? { key: `${named}/${once}` } : {}) }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>) // the line above proves it; its values stay unknown
    : undefined
}
