import { type Activity, ActivityTypes, CardFactory, type ConversationAccount } from 'botbuilder'
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
} from 'botframework-connector'
import type { SendOutcome } from '../../domain/delivery/send-outcome.js'
import type { Log, PushMessage } from '../../ports/ports.js'
import { type OncePerRequestClient, SendFailure } from './http-client.js'
import { parseReference, type Reference } from './reference.js'

const AUDIENCE = AuthenticationConstants.ToChannelFromBotOAuthScope

export interface SenderDeps {
  readonly auth: BotFrameworkAuthentication
  readonly httpClient: OncePerRequestClient
  readonly appId: string
  readonly newId: () => string
  readonly log: Log
}

/**
 * Sends one message to a stored reference, with one POST or none, and says what became of it. Never throws and never
 * tries again: whether a second attempt is wanted is the ledger's to decide.
 */
export function sender({ auth, httpClient, appId, newId, log }: SenderDeps) {
  const connectors = auth.createConnectorFactory(
    new ClaimsIdentity([
      { type: AuthenticationConstants.AudienceClaim, value: appId },
      { type: AuthenticationConstants.AppIdClaim, value: appId },
    ]),
  )
  return async (stored: unknown, message: PushMessage): Promise<SendOutcome> => {
    const reference = parseReference(stored)
    if (reference === undefined) return { kind: 'not-sent', why: 'bad-reference' }

    const requestId = newId()
    const customHeaders = { 'x-ms-client-request-id': requestId }
    try {
      const connector = await connectors.create(reference.serviceUrl, AUDIENCE)
      const activity = activityOf(reference, message)
      const { id } = await connector.conversations.sendToConversation(reference.conversation.id, activity, {
        customHeaders,
      })
      return { kind: 'sent', activityId: id ?? '' }
    } catch (error) {
      if (error instanceof SendFailure) return error.outcome
      log.error('send.failed', error, { requestId })
      return httpClient.hasPosted(requestId)
        ? { kind: 'unknown', why: 'interrupted' }
        : { kind: 'not-sent', why: 'no-token' }
    }
  }
}

function activityOf(reference: Reference, { summary, card, text }: PushMessage): Partial<Activity> {
  const { conversation } = reference
  return {
    type: ActivityTypes.Message,
    channelId: reference.channelId,
    serviceUrl: reference.serviceUrl,
    // The messenger knows who these ids are; names are asked for by the type only.
    from: { id: reference.bot.id, name: '' },
    recipient: { id: reference.user.id, name: '' },
    conversation: { ...conversation, name: '', isGroup: false } as ConversationAccount, // the type lacks `| undefined`
    summary,
    ...(card === undefined ? { text: text ?? summary } : { attachments: [CardFactory.adaptiveCard(card)] }), // Teams shows a text above the card
    // Teams: also in the activity feed, so that a brief that came on a locked phone is found again.
    channelData: { notification: { alert: true } },
  }
}
