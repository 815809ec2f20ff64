import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { nodeDisk } from '../../../adapters/lowdb/files/disk.js'
import { memoryDiskOf } from '../../../adapters/lowdb/files/memory-disk.js'
import { instantAt } from '../../../domain/day.js'
import { type ConversationLine, parseConversation } from '../../converse/conversation-line.js'
import { keptState } from '../../converse/kept-state.js'
import { playConversation } from '../../converse/play.js'
import { openReplayedChat } from '../../converse/replayed-chat.js'
import { withSharedNames } from '../../converse/shared-names.js'
import { managerOf, type Shell, withDaybook } from '../../shell.js'

/** What a conversation may read and write; it begins without what was left open in others, and with a journal of its own. */
const COPIED = ['bank', 'books', 'desks', 'notes']

/**
 * `converse < conversations.jsonl`: plays whole conversations, one a line, each on its own copy of the home, and prints
 * what every turn was read as, wrote, asked and showed, one JSON object a conversation, in the same order.
 */
export function converseCommand(shell: Shell): Command {
  return new Command('converse')
    .description('play conversations, one a line, each on a copy of the home that is thrown away')
    .action(async (_options: object, command: Command) => {
      await withDaybook(shell, undefined, async (daybook) => {
        const words = withSharedNames(daybook.words)
        await daybook.store.checkpoint()
        const disk = await memoryDiskOf(nodeDisk, daybook.config.home, COPIED)
        let number = 0
        for await (const line of createInterface({ input: shell.terminal.input })) {
          number += 1
          if (line.trim() === '') continue
          const conversation = parsed(line, number, command)
          const manager = managerOf(daybook, command, conversation.as)
          const begins = instantAt(manager.timeZone, conversation.today, conversation.at)
          const chat = await openReplayedChat({
            daybook: { ...daybook, words },
            manager,
            disk: disk.copy(),
            begins,
            view: keptState,
          })
          try {
            const turns = await playConversation(conversation, chat)
            shell.out(JSON.stringify({ id: conversation.id, turns }))
          } finally {
            await chat.close()
          }
        }
      })
    })
}

function parsed(line: string, number: number, command: Command): ConversationLine {
  try {
    return parseConversation(line)
  } catch (error) {
    command.error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`, {
      exitCode: 2,
    })
  }
}
