/**
 * The assistant as the outside sees it: activities come in, pushes go out. Wired in `src/app.ts`:
 *
 *   const config = loadConfig(env)
 *   const storage = stateStorage(conversations)                    // botbuilder Storage for ConversationState
 *   const bot = createBot({ settings: config.bot, managers, desks, conversations, clock, timer, log, lines, conversation })
 *   const briefs = briefPusher({ managers, desks, calendar, cutOff, clock, timer, log, render, send: bot.send, … })
 *   const jobs = startJobs([{ name: 'briefs', cron: '* * * * *', run: briefs.tick }], config.timeZone, log)
 *   const http = await startHttp({ host, port, receive: bot.receive, isReady, log })
 *   …
 *   await jobs.stop(); await http.close(); await briefs.stop()
 */
import type { BotConfig } from '../config/config.js'
import type { SendOutcome } from '../domain/delivery/send-outcome.js'
import type { Clock, Conversations, Desks, Log, Managers, PushMessage, Timer } from '../usecases/ports.js'
import type { Conversation, GateLines } from './conversation.js'

export interface BotDeps {
  readonly settings: BotConfig
  readonly managers: Managers
  readonly desks: Desks
  readonly conversations: Conversations
  readonly clock: Clock
  readonly timer: Timer
  readonly log: Log
  readonly lines: GateLines
  readonly conversation: Conversation
  readonly newId: () => string
}

export interface Bot {
  /** One POST of the messenger: its Authorization header and parsed body; the status and body to answer with. Never throws. */
  receive(authorization: string, body: unknown): Promise<BotAnswer>
  /** One message to a stored reference; exactly one POST, or none. Never throws. */
  send(reference: unknown, message: PushMessage): Promise<SendOutcome>
}

export interface BotAnswer {
  readonly status: number
  readonly body?: unknown
}
