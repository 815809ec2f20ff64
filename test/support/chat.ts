import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { conversationOf } from '../../src/compose/app.js'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'

import { type TerminalChat, terminalChat } from '../../src/compose/terminal-chat.js'
import { wordsOf } from '../../src/compose/words.js'
import { loadConfig } from '../../src/config/config.js'
import type { Book } from '../../src/domain/book.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { type Day, day, instantAt } from '../../src/domain/day.js'
import type { Product } from '../../src/domain/ledger/product.js'
import type { Locale, Manager } from '../../src/domain/manager/manager.js'
import type { UnclearPhrase } from '../../src/domain/unclear-phrase.js'
import type { PressAnswer } from '../../src/ports/conversation.js'
import type { Conversations, JournalEntry } from '../../src/ports/ports.js'
import type { Reply } from '../../src/ports/reply.js'

const ZONE = 'Asia/Shanghai'

/** Read once for all chats of the process: that takes longer than a whole journey. */
export const WORDS = wordsOf({})

export interface ChatOptions {
  readonly customers: readonly Customer[]
  readonly products?: readonly Product[]
  /** `YYYY-MM-DD HH:mm` of the manager; a Monday morning. */
  readonly now?: string
  readonly locale?: Locale
  /** A head speaks for the branch; the customers are then those of the one manager in it. */
  readonly role?: Manager['role']
  /** Address of an empty database that is kept in; absent: in a home of its own. */
  readonly databaseUrl?: string
  /** Where the conversation stands between two turns; absent: in the home. */
  readonly conversations?: Conversations
  /** Names of the other managers of the branch, `M2` and on; beside a head `M3` and on. */
  readonly colleagues?: readonly string[]
}

/** A manager at the real conversation: real rules, language and store in a folder of its own, and a clock that stands. */
export interface Chat {
  readonly manager: Manager
  /** Everything said so far in answer, newest last. */
  readonly replies: readonly Reply[]
  /** Messages that were changed in their place, newest last. */
  readonly replaced: readonly { readonly messageId: string; readonly reply: Reply }[]
  /** Says something; gives the words of all replies to it. */
  says(text: string): Promise<string>
  /** Presses the button of that verb on the newest card that has one, with these data where several have. */
  presses(verb: string, data?: Readonly<Record<string, unknown>>): Promise<string>
  /** The same button of an older card, pressed again. */
  pressesOn(reply: Reply, verb: string, data?: Readonly<Record<string, unknown>>): Promise<string>
  /** A press of data that no card of ours carries. */
  pressesWith(verb: string, data: Readonly<Record<string, unknown>>): Promise<string>
  joins(): Promise<string>
  /** Sends a picture without a word. */
  sendsAPicture(): Promise<string>
  /** Somebody else of the roster speaks from now on. */
  speaksAs(managerId: string): void
  /** The manager's own, or another's. */
  book(managerId?: string): Promise<Book>
  /** What was said and not understood. */
  unclear(): Promise<readonly UnclearPhrase[]>
  /** What is on record so far. */
  journal(): AsyncIterable<JournalEntry>
  /** The process ends and another takes up the home. */
  restart(): Promise<void>
  moveTo(now: string): void
  stop(): Promise<void>
}

export async function startChat(options: ChatOptions): Promise<Chat> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-chat-'))
  const config = loadConfig({
    DAYBOOK_HOME: home,
    LOG_LEVEL: 'silent',
    DATABASE_URL: options.databaseUrl,
  })
  let at = momentOf(options.now ?? '2026-11-23 09:00')
  let ids = 0
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  const world = {
    clock: { now: () => at },
    timer: { wait: async () => {}, elapsedMs: () => performance.now() },
    newId: () => `t${++ids}`,
    log: quiet,
  }
  const manager: Manager = {
    id: 'M1',
    name: '林若溪',
    branchId: '0101',
    role: options.role ?? 'manager',
    briefTime: '08:30',
    timeZone: ZONE,
    locale: options.locale ?? 'zh-CN',
  }

  let replies: Reply[] = []
  let inPlace: object | undefined
  const replaced: { messageId: string; reply: Reply }[] = []
  let daybook: Daybook
  let conversation: ReturnType<typeof conversationOf>
  let chat: TerminalChat

  async function open(): Promise<void> {
    daybook = await openDaybook(config, world, WORDS)
    conversation = conversationOf(daybook, {
      conversations: options.conversations ?? daybook.store.conversations,
    })
    speak(manager)
  }

  function speak(as: Manager): void {
    chat = terminalChat(conversation, as, {
      newId: world.newId,
      shows: (reply) => {
        replies.push(reply)
        return `m${replies.length}`
      },
      replaces: (messageId, reply) => void replaced.push({ messageId, reply }),
    })
  }

  await open()
  await daybook!.store.bank.transact(async (draft) => {
    const keeper: Manager = { ...manager, id: 'M2', name: '周启明', role: 'manager' }
    const keeps = manager.role === 'head' ? keeper : manager
    const colleagues = (options.colleagues ?? []).map(
      (name, n): Manager => ({
        ...manager,
        id: `M${n + (manager.role === 'head' ? 3 : 2)}`,
        name,
        role: 'manager',
      }),
    )
    await draft.putManagers([manager, ...(keeps === manager ? [] : [keeper]), ...colleagues])
    await draft.putProducts(options.products ?? [])
    const customers = options.customers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    await draft.putBook({ managerId: keeps.id, customers, changes: [] })
  })

  async function hear(work: () => Promise<void>): Promise<string> {
    const before = replies.length
    await daybook.store.units.together(work)
    return replies
      .slice(before)
      .map((reply) => reply.text)
      .join('\n')
  }

  async function press(verb: string, data: ButtonData): Promise<string> {
    let answer: PressAnswer = { kind: 'none' }
    const { once } = data
    const key = typeof once === 'string' ? { key: `${verb}/${once}` } : {}
    const heard = await hear(async () => {
      answer = await chat.press({ verb, data, ...key })
    })
    const said = answer as PressAnswer // narrowed to what it was before the press
    if (said.kind === 'card') inPlace = said.card
    return [heard, heardIn(said)].filter((words) => words !== '').join('\n')
  }

  /** Every card in the chat, the one last put in the place of another as the newest. */
  const cards = () => [...replies.map(({ card }) => card), ...(inPlace === undefined ? [] : [inPlace])]

  return {
    manager,
    get replies() {
      return replies
    },
    replaced,
    says: (text) => hear(() => chat.say(text)),
    joins: () => hear(() => chat.join()),
    sendsAPicture: () => hear(() => chat.attachPicture()),
    speaksAs(managerId) {
      speak(daybook.store.managers.find(managerId) ?? manager)
    },
    presses: (verb, data = {}) => press(verb, findButton(cards(), verb, data)),
    pressesOn: (reply, verb, data = {}) => press(verb, findButton([reply.card], verb, data)),
    pressesWith: press,
    book: (managerId = manager.id) => daybook.store.books.read(managerId),
    unclear: () => daybook.store.unclear.all(),
    journal: () => daybook.store.journal.entries(),
    async restart() {
      await daybook.close()
      replies = []
      await open()
    },
    moveTo(now) {
      at = momentOf(now)
    },
    async stop() {
      await daybook.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function momentOf(text: string): Date {
  const [on, time] = text.split(' ')
  return instantAt(ZONE, day(on!) as Day, time!)
}

function heardIn(answer: PressAnswer): string {
  if (answer.kind === 'line') return answer.text
  return answer.kind === 'card' ? String(Reflect.get(answer.card, 'fallbackText')) : ''
}

type ButtonData = Readonly<Record<string, unknown>>

/** The data of the first button of `verb` that carries `wanted`, on the newest card that has one. */
function findButton(cards: readonly (object | undefined)[], verb: string, wanted: ButtonData): ButtonData {
  for (const card of cards.toReversed()) {
    const found = buttonsIn(card).find(
      (b) => b.verb === verb && Object.entries(wanted).every(([key, value]) => b.data[key] === value),
    )
    if (found !== undefined) return found.data
  }
  throw new Error(`no button ${verb} ${JSON.stringify(wanted)} on any card`)
}

function buttonsIn(node: unknown): { verb: string; data: ButtonData }[] {
  if (typeof node !== 'object' || node === null) return []
  const own =
    Reflect.get(node, 'type') === 'Action.Execute'
      ? [{ verb: String(Reflect.get(node, 'verb')), data: Reflect.get(node, 'data') as ButtonData }]
      : []
  return [...own, ...Object.values(node).flatMap(buttonsIn)]
}
