import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MemoryDisk, memoryDisk } from '../../src/adapters/lowdb/files/memory-disk.js'
import { type ConversationLine, parseConversation } from '../../src/cli/converse/conversation-line.js'
import { keptState } from '../../src/cli/converse/kept-state.js'
import { playConversation } from '../../src/cli/converse/play.js'
import { openReplayedChat, replayedChatOver, replayedWorld } from '../../src/cli/converse/replayed-chat.js'
import { withSharedNames } from '../../src/cli/converse/shared-names.js'
import { type Daybook, openDaybook, type World } from '../../src/compose/daybook.js'
import { loadConfig } from '../../src/config/config.js'
import { instantAt } from '../../src/domain/day.js'
import { WORDS } from './chat.js'
import type { ExpectedConversation, Played } from './conversation-score.js'
import { importText } from './imports.js'
import { silentLog } from './log.js'

const FOLDER = 'test/conversations'

/** The bank that the conversations play in, in the order in which its tables need each other. */
const TABLES = ['managers', 'customers', 'products', 'holdings', 'transactions', 'contacts'] as const

/** A conversation with what is expected of its turns. */
export type Script = ConversationLine &
  ExpectedConversation & { readonly language: string; readonly kinds: readonly string[] }

/** All conversations of the project, by file and line. */
export function scripts(folder: string = FOLDER): readonly Script[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map(scriptOf)
}

/** What the command reads of a line, with what it leaves aside. */
function scriptOf(line: string): Script {
  // The rest of the line was written together with it, and is read nowhere else.
  const { turns: expected, language, kinds } = JSON.parse(line) as Script
  const conversation = parseConversation(line)
  return {
    ...conversation,
    language,
    kinds,
    turns: conversation.turns.map((turn, at) => ({ ...turn, ...expected[at] })),
  }
}

/** Plays conversations in the invented bank; the results are as the command prints them. */
export interface Stage {
  /** On a copy of its own. */
  play(script: Script): Promise<readonly Played[]>
  /** For those that write nothing: on one copy, in which what was talked of before is forgotten. */
  ask(script: Script): Promise<readonly Played[]>
}

export async function openStage(folder = join(FOLDER, 'home')): Promise<Stage> {
  const config = loadConfig({ DAYBOOK_HOME: '/bank', LOG_LEVEL: 'silent' })
  let ids = 0
  const world: World = {
    clock: { now: () => new Date('2026-11-23T01:00:00Z') },
    timer: { wait: async () => {}, elapsedMs: () => 0 },
    newId: () => `stage-${++ids}`,
    log: silentLog,
  }
  const disk: MemoryDisk = memoryDisk()
  const words = withSharedNames(WORDS)
  const daybook = await openDaybook(config, world, words, { disk })
  for (const table of TABLES) {
    const { rejected } = await importText(
      daybook.store.bank,
      table,
      readFileSync(join(folder, `${table}.csv`)),
    )
    if (rejected.length > 0) throw new Error(`${table}.csv: ${JSON.stringify(rejected[0])}`)
  }
  const managers = new Map(daybook.store.managers.all().map((manager) => [manager.id, manager]))
  await daybook.close() // gives the lock back, which lies on the same disk
  const optionsFor = (script: Script, on: MemoryDisk) => {
    const manager = managers.get(script.as)
    if (manager === undefined) throw new Error(`${script.id}: no manager ${script.as}`)
    const begins = instantAt(manager.timeZone, script.today, script.at)
    return { daybook, manager, disk: on, begins, view: keptState }
  }
  const plain = async (playing: ReturnType<typeof playConversation>): Promise<readonly Played[]> =>
    JSON.parse(JSON.stringify(await playing))
  const shared = disk.copy()
  let open: Daybook | undefined
  return {
    async play(script) {
      const chat = await openReplayedChat(optionsFor(script, disk.copy()))
      try {
        return await plain(playConversation(script, chat))
      } finally {
        await chat.close()
      }
    },
    async ask(script) {
      const options = optionsFor(script, shared)
      open ??= await openDaybook(config, world, words, { disk: shared, rules: daybook })
      await open.store.conversations.delete(keptState.keyOf(script.as))
      const replayed = replayedWorld(options)
      return plain(playConversation(script, replayedChatOver(open.within(replayed), replayed, options)))
    },
  }
}
