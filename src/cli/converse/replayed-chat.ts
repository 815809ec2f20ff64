import { type MemoryDisk, memoryDiskOf } from '../../adapters/lowdb/files/memory-disk.js'
import { FOLDERS } from '../../adapters/lowdb/shelves.js'
import { conversationOf } from '../../compose/app.js'
import { type Daybook, openDaybook, type World } from '../../compose/daybook.js'
import { terminalChat } from '../../compose/terminal-chat.js'
import { dayIn, timeIn } from '../../domain/day.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { PressAnswer } from '../../ports/conversation.js'
import type { Reply } from '../../ports/reply.js'
import type { Store } from '../../ports/store.js'
import { localeNow } from '../shell.js'
import { type Button, buttonsOf, choicesOf, findButton, puts } from './buttons.js'
import { lossReasonReader } from './loss-reason.js'
import type { ConversationView } from './open-question.js'
import type { Heard, ReplayedChat } from './play.js'
import { type KeptState, stateChanges } from './state-changes.js'

export interface ReplayOptions {
  /** Of the home that was copied: its settings, its rules and its words are shared. */
  readonly daybook: Daybook
  readonly manager: Manager
  /** Written to: each chat has a copy of its own. */
  readonly disk: MemoryDisk
  readonly begins: Date
  readonly view: ConversationView
}

/** Where a chat goes on that was begun on another copy. */
interface GoesOn {
  readonly buttons: readonly Button[]
  readonly lastId: number
}

/** The real conversation on the real store, over a disk that is thrown away; the clock moves where it is told to. */
export async function openReplayedChat(
  options: ReplayOptions,
  goesOn: GoesOn = { buttons: [], lastId: 0 },
): Promise<ReplayedChat & { close(): Promise<void> }> {
  const { config, words } = options.daybook
  const world = replayedWorld(options, goesOn)
  const daybook = await openDaybook(config, world, words, { disk: options.disk, rules: options.daybook })
  return { ...replayedChatOver(daybook, world, options, goesOn), close: () => daybook.close() }
}

/** A clock that moves where it is told to, and ids that are counted. */
export interface ReplayedWorld extends World {
  pass(seconds: number): void
  readonly lastId: () => number
}

export function replayedWorld(
  { daybook, begins }: Pick<ReplayOptions, 'daybook' | 'begins'>,
  goesOn: Pick<GoesOn, 'lastId'> = { lastId: 0 },
): ReplayedWorld {
  let now = begins.getTime()
  let { lastId } = goesOn
  return {
    ...daybook.world,
    clock: { now: () => new Date(now) },
    newId: () => `replayed-${++lastId}`,
    lastId: () => lastId,
    pass(seconds) {
      now += seconds * 1000
    },
  }
}

/** The chat over a home that is open in that world, on the disk of the options. */
export function replayedChatOver(
  daybook: Daybook,
  world: ReplayedWorld,
  options: ReplayOptions,
  goesOn: Pick<GoesOn, 'buttons'> = { buttons: [] },
): ReplayedChat {
  const { manager, disk, view } = options
  let { buttons } = goesOn
  const { store, words } = daybook
  const replies: Reply[] = []
  const conversation = conversationOf(daybook, {
    conversations: store.conversations,
  })
  const chat = terminalChat(conversation, manager, {
    newId: world.newId,
    shows: (reply) => {
      replies.push(reply)
      return world.newId()
    },
    localeOf: () => localeNow(daybook, manager),
  })
  const memory = () => store.conversations.read(view.keyOf(manager.id))
  const lossReason = lossReasonReader(words.understanding)

  async function hear(work: () => Promise<PressAnswer | undefined>): Promise<Heard> {
    const before = await keptState(store)
    const stood = view.openQuestionOf(await memory())
    replies.length = 0
    const answer = await store.units.together(work)
    const after = await keptState(store)
    if (replies.length > 0) buttons = buttonsOf(replies)
    // A question that is put again shows nobody anew.
    const told = replies.filter((reply) => stood === undefined || !puts(reply, stood.id))
    const shown = told.flatMap(({ shows }) => (shows?.of === 'customers' ? shows.ids : []))
    return {
      text: [...replies.map(({ text }) => text), textOf(answer)].filter((text) => text !== '').join('\n'),
      shows: [...new Set(shown)],
      wrote: stateChanges(before, after, { managerId: manager.id, lossReason }),
    }
  }

  async function plainIntentOf(text: string): Promise<string> {
    const { customers } = await store.books.read(manager.id)
    const at = world.clock.now()
    const { understanding } = words
    const people = understanding.people(customers)
    return understanding.read(text, people, dayIn(manager.timeZone, at), timeIn(manager.timeZone, at)).intent
  }

  async function say(text: string): Promise<Heard> {
    const heard = await hear(() => chat.say(text).then(() => undefined))
    return { ...heard, intent: view.intentOf(await memory()) ?? (await plainIntentOf(text)) }
  }

  async function press(wanted: string): Promise<Heard | undefined> {
    const button = findButton(buttons, wanted)
    if (button === undefined) return undefined
    const { verb, data } = button
    const { once } = data
    const key = typeof once === 'string' ? { key: `${verb}/${once}` } : {}
    return hear(() => chat.press({ verb, data, ...key }))
  }

  return {
    say,
    press,
    attachPicture: () => hear(() => chat.attachPicture().then(() => undefined)),
    openQuestion: async () => view.openQuestionOf(await memory()),
    choices: (questionId) => choicesOf(buttons, questionId),
    async proposes() {
      const kept = await memoryDiskOf(disk, daybook.config.home, FOLDERS)
      const copy = { ...options, disk: kept, begins: world.clock.now() }
      const other = await openReplayedChat(copy, { buttons, lastId: world.lastId() })
      try {
        const heard = (await other.press('confirm')) ?? (await other.say(YES[manager.locale]))
        return heard.wrote
      } finally {
        await other.close()
      }
    },
    pass: world.pass,
  }
}

const YES = { 'zh-CN': '对', 'en-US': 'yes' } as const

/** The books and desks of all managers: a message to one may change what is kept of another. */
async function keptState({ managers, books, desks }: Store): Promise<KeptState> {
  const state = { books: new Map(), desks: new Map() }
  for (const { id } of managers.all()) {
    state.books.set(id, await books.read(id))
    state.desks.set(id, await desks.read(id))
  }
  return state
}

function textOf(answer: PressAnswer | undefined): string {
  switch (answer?.kind) {
    case 'line':
    case 'file':
      return answer.text
    case 'card':
      return String(Reflect.get(answer.card, 'fallbackText') ?? '')
    default:
      return ''
  }
}
