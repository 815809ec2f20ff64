import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { conversationOf } from '../../../compose/app.js'
import { terminalChat } from '../../../compose/terminal-chat.js'
import { wordingFor } from '../../../messaging/wording/wording.js'
import type { Reply } from '../../../ports/reply.js'
import { clockOf, localeNow, managerOf, type Shell, withDaybook } from '../../shell.js'

/** `chat --as M`: the same conversation in the terminal, until end of input. */
export function chatCommand(shell: Shell): Command {
  return new Command('chat')
    .description('the same conversation in the terminal')
    .requiredOption('--as <manager>', 'id of the manager who speaks')
    .option('--today <day>', 'the day it is, YYYY-MM-DD')
    .option('--json', 'one reply a line, as data')
    .action(async (options: { as: string; today?: string; json?: boolean }, command: Command) => {
      await withDaybook(shell, clockOf(shell, command, options.today), async (daybook) => {
        const manager = managerOf(daybook, command, options.as)
        const replies: Reply[] = []
        const conversation = conversationOf(daybook, {
          conversations: daybook.store.conversations,
        })
        const locale = () => localeNow(daybook, manager)
        const chat = terminalChat(conversation, manager, {
          newId: daybook.world.newId,
          shows: (reply) => void replies.push(reply),
          localeOf: locale,
        })
        const { input, output } = shell.terminal
        const isTerminal = input.isTTY === true
        if (isTerminal) shell.out(`${wordingFor(manager.locale).greet(manager.name)}\n`)
        const lines = createInterface({
          input,
          prompt: '> ',
          ...(isTerminal ? { output } : {}),
        })
        if (isTerminal) lines.prompt()
        for await (const line of lines) {
          if (line.trim() !== '') await daybook.store.units.together(() => chat.say(line))
          for (const { text, data } of replies.splice(0)) {
            shell.out(options.json === true ? JSON.stringify({ text, data: data ?? null }) : `${text}\n`)
          }
          if (isTerminal) lines.prompt()
        }
      })
    })
}
