import type { TurnContext } from 'botbuilder'
import type { BotConfig } from '../../config/config.js'
import type { Conversation, GateLines } from '../../ports/conversation.js'
import type {
  Clock,
  Conversations,
  Desks,
  FileWay,
  Log,
  Managers,
  Meter,
  Timer,
  Turns,
} from '../../ports/ports.js'

export interface BotDeps {
  readonly settings: BotConfig
  readonly managers: Managers
  /** Brings the managers up to date before it is looked who speaks; absent: they always are. */
  readonly refresh?: () => Promise<void>
  readonly desks: Desks
  readonly conversations: Conversations
  readonly turns: Turns
  readonly clock: Clock
  readonly timer: Timer
  readonly log: Log
  readonly meter: Meter
  readonly lines: GateLines
  readonly conversation: Conversation
  /** Absent: no file comes into any chat. */
  readonly fileWay?: (context: TurnContext) => FileWay
  readonly newId: () => string
}
