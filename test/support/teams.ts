import { type Bot, createBot } from '../../src/adapters/bot/bot.js'
import { promMetrics } from '../../src/adapters/http/metrics.js'
import { startHttp } from '../../src/adapters/http/server.js'
import { loadConfig } from '../../src/config/config.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import type {
  Conversation,
  GateLines,
  NotRead,
  Press,
  PressAnswer,
  Turn,
} from '../../src/ports/conversation.js'
import type { Conversations, Desks, Turns } from '../../src/ports/ports.js'
import { type TestClock, testClock } from './clock.js'
import { type FaultConnector, type SentActivity, startFaultConnector } from './fault-connector.js'
import { keptLog } from './log.js'
import { aManager, rosterOf } from './roster.js'
import { type TemporaryStore, temporaryStore } from './temporary-store.js'

export const LINES: GateLines = {
  stranger: '还不认识您 / I do not know you yet',
  group: '群里不谈客户 / nothing about customers here',
  apology: (locale) => (locale === 'zh-CN' ? '抱歉' : 'Sorry'),
  doneBefore: (locale) => (locale === 'zh-CN' ? '已经办过' : 'Done before'),
  repeated: (locale, answer = '') => `${locale === 'zh-CN' ? '之前办好了' : 'Dealt with'}:${answer}`,
  unsent: (locale) => (locale === 'zh-CN' ? '办好了,没送到' : 'Done, not delivered'),
  notKept: (locale) => (locale === 'zh-CN' ? '存不了' : 'Cannot save'),
}

/** What the conversation was given, and what it does with it; by default it repeats what it hears. */
export interface Talk extends Conversation {
  readonly heard: readonly {
    readonly act: string
    readonly turn: Turn
    readonly press?: Press
    readonly what?: NotRead
  }[]
  onMessage: Conversation['onMessage']
  onPress: Conversation['onPress']
  onNotRead: Conversation['onNotRead']
  onJoin: Conversation['onJoin']
}

export interface TeamsOptions {
  readonly managers?: readonly Manager[]
  readonly env?: Record<string, string>
  readonly start?: string
  /** Replaces parts of the conversation. */
  readonly talk?: Partial<Conversation>
  /** The Authorization header of an activity. */
  readonly authorization?: () => string
  /** Runs before it is looked who speaks. */
  readonly refresh?: () => Promise<void>
  /** Kept from an earlier process. */
  readonly state?: Kept
}

/** What outlives a process. */
export interface Kept {
  readonly desks: Desks
  readonly conversations: Conversations
  readonly turns: Turns
}

/** How one activity differs from a plain one of the first manager. */
export type ActivityOver = Record<string, unknown>

export interface Teams {
  readonly bot: Bot
  readonly connector: FaultConnector
  readonly clock: TestClock
  readonly desks: Desks
  readonly conversations: Conversations
  readonly turns: Turns
  /** Absent where another process has it. */
  readonly store: TemporaryStore | undefined
  readonly log: ReturnType<typeof keptLog>
  readonly talk: Talk
  /** POSTs an activity as the messenger would; a second passes between two of them. */
  post(over: ActivityOver): Promise<{ readonly status: number; readonly body: unknown }>
  say(text: string, over?: ActivityOver): Promise<{ readonly status: number; readonly body: unknown }>
  /** Action.Execute with this verb and data. */
  press(
    verb: string,
    data: object,
    over?: ActivityOver,
  ): Promise<{ readonly status: number; readonly body: unknown }>
  /** The texts shown in the manager's chat, or another. */
  texts(conversationId?: string): readonly (string | undefined)[]
  shown(conversationId?: string): readonly SentActivity[]
  stop(): Promise<void>
}

export const CHAT = 'chat-M1'

/** The bot behind real restify and a real adapter, with a messenger of ours on the other side; all on free ports. */
export async function startTeams(options: TeamsOptions = {}): Promise<Teams> {
  const clock = testClock(options.start ?? '2026-11-23T01:00:00Z')
  const connector = await startFaultConnector()
  const store = options.state === undefined ? await temporaryStore(clock) : undefined
  const { desks, conversations, turns } = options.state ?? store!
  const log = keptLog()
  const { talk, heard } = talkOf(options.talk)
  let ids = 0
  const metrics = promMetrics()
  const bot = createBot({
    settings: loadConfig({ SEND_TIMEOUT_MS: '400', ...options.env }).bot,
    managers: rosterOf(options.managers ?? [aManager()]),
    ...(options.refresh === undefined ? {} : { refresh: options.refresh }),
    desks,
    conversations,
    turns,
    clock,
    timer: clock,
    log,
    meter: metrics.meter,
    lines: LINES,
    conversation: talk,
    newId: () => `id${++ids}`,
  })
  const http = await startHttp({
    host: '127.0.0.1',
    port: 0,
    isWorthReading: bot.isWorthReading,
    receive: bot.receive,
    isReady: () => true,
    metrics: metrics.text,
    log,
  })

  let count = 0
  const post = async (over: ActivityOver) => {
    const timestamp = clock.now().toISOString()
    const activity = {
      type: 'message',
      id: `a${++count}`,
      timestamp,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: '29:user-M1', aadObjectId: 'aad-M1' },
      recipient: { id: '28:daybook' },
      conversation: { id: CHAT, conversationType: 'personal', tenantId: 'bank' },
      channelData: { tenant: { id: 'bank' } },
      ...over,
    }
    const response = await fetch(`${http.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.authorization === undefined ? {} : { authorization: options.authorization() }),
      },
      body: JSON.stringify(activity),
    })
    clock.moveTo(new Date(clock.now().getTime() + 1_000).toISOString())
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }

  return {
    bot,
    connector,
    clock,
    desks,
    conversations,
    turns,
    store,
    log,
    talk: Object.assign(talk, { heard }),
    post,
    say: (text, over = {}) => post({ text, ...over }),
    press: (verb, data, over = {}) =>
      post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...over,
      }),
    texts: (conversationId = CHAT) => connector.shownIn(conversationId).map(({ text }) => text),
    shown: (conversationId = CHAT) => connector.shownIn(conversationId),
    async stop() {
      await http.close()
      await connector.close()
      await store?.remove()
    },
  }
}

function talkOf(over: Partial<Conversation> = {}) {
  const heard: { act: string; turn: Turn; press?: Press; what?: NotRead }[] = []
  const talk: Conversation = {
    async onMessage(turn) {
      heard.push({ act: 'message', turn })
      if (over.onMessage !== undefined) return over.onMessage(turn)
      await turn.chat.send({ text: `“${turn.text}”` })
    },
    async onPress(turn, press): Promise<PressAnswer> {
      heard.push({ act: 'press', turn, press })
      return over.onPress === undefined
        ? { kind: 'line', text: `pressed ${press.verb}` }
        : over.onPress(turn, press)
    },
    async onNotRead(turn, what) {
      heard.push({ act: 'not-read', turn, what })
      await turn.chat.send({ text: `not read: ${what}` })
    },
    async onJoin(turn) {
      heard.push({ act: 'join', turn })
      if (over.onJoin !== undefined) return over.onJoin(turn)
      await turn.chat.send({ text: 'welcome' })
    },
  }
  return { talk, heard }
}
