/**
 * The assistant as the outside sees it: activities come in, pushes go out. Wired in `src/compose/app.ts`: a `Conversation`
 * goes in, `receive` is what `startHttp` is given, and `send` is what `pushMinute` is given.
 */

import type { Activity } from 'botbuilder'
import type { SendOutcome } from '../../domain/delivery/send-outcome.js'
import type { PushMessage } from '../../ports/ports.js'
import { authentication, TurnAdapter } from './adapter.js'
import { isAllowed } from './allowed-hosts.js'
import type { BotDeps } from './bot-deps.js'
import { gate } from './gate.js'
import { oncePerRequestClient } from './http-client.js'
import { parseActivity } from './parse-activity.js'
import { sender } from './send.js'
import { senderBudget } from './sender-budget.js'
import { isTokenInTime, statusOfUnsigned } from './token.js'

export interface Bot {
  /** Whether an Authorization header is worth reading a body for; without an app id every one is. */
  isWorthReading(authorization: string): boolean
  /** One POST of the messenger: its Authorization header and parsed body; the status and body to answer with. Never throws. */
  receive(authorization: string, body: unknown): Promise<BotAnswer>
  /** One message to a stored reference; exactly one POST, or none. Never throws. */
  send(reference: unknown, message: PushMessage): Promise<SendOutcome>
}

export interface BotAnswer {
  readonly status: number
  readonly body?: unknown
  /** When to come again, of what is refused for now. */
  readonly retryAfterSeconds?: number
}

export function createBot(deps: BotDeps): Bot {
  const { settings, clock, timer, log, newId } = deps
  const allowedHosts = settings.allowedServiceHosts
  const httpClient = oncePerRequestClient({ timeoutMs: settings.sendTimeoutMs, allowedHosts, clock })
  const auth = authentication(settings, httpClient)
  const adapter = new TurnAdapter(auth, timer)
  adapter.onTurnError = async (_context, error) => log.error('turn.unanswered', error)
  const pass = gate(deps)

  const budget = senderBudget(settings.messagesPerMinute, () => clock.now().getTime())

  async function answer(authorization: string, activity: Activity): Promise<BotAnswer> {
    let isHeard = false
    let waitSeconds: number | undefined
    try {
      const invoked = await adapter.receive(authorization, activity, async (context) => {
        isHeard = true
        waitSeconds = budget.take(senderOf(activity))
        if (waitSeconds === undefined) await pass(context)
      })
      if (waitSeconds === undefined) return invoked ?? { status: 200 }
      log.warn('turn.flooded', { aadObjectId: activity.from?.aadObjectId })
      return { status: 429, retryAfterSeconds: waitSeconds }
    } catch (error) {
      if (isHeard) {
        log.error('turn.refused', error, { activityId: activity.id })
        return { status: 500 }
      }
      const status = statusOfUnsigned(error)
      if (status === 401) log.warn('turn.unsigned', { activityId: activity.id })
      else log.error('turn.unchecked', error, { activityId: activity.id })
      return { status }
    }
  }

  return {
    isWorthReading: (authorization) => settings.appId === '' || isTokenInTime(authorization, clock.now()),
    async receive(authorization, body) {
      const activity = parseActivity(body)
      if (activity === undefined) return { status: 400 }
      if (!isAllowed(allowedHosts, activity.serviceUrl)) {
        log.warn('turn.foreign-host', { activityId: activity.id })
        return { status: 403 }
      }
      return answer(authorization, activity)
    },
    send: sender({ auth, httpClient, appId: settings.appId, newId, log }),
  }
}

function senderOf({ from, conversation }: Activity): string {
  return from?.aadObjectId ?? from?.id ?? conversation.id
}
