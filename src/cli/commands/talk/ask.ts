import { Command } from 'commander'
import { conversationOf } from '../../../compose/app.js'
import { terminalChat } from '../../../compose/terminal-chat.js'
import { dayIn, timeIn } from '../../../domain/day.js'
import type { Reply } from '../../../ports/reply.js'
import { clockOf, managerOf, type Shell, withDaybook } from '../../shell.js'

interface Options {
  readonly as: string
  readonly today?: string
  readonly json?: boolean
}

/** `ask "who matures this week" --as M`: one question, one answer, by the same conversation as in the chat. */
export function askCommand(shell: Shell): Command {
  return new Command('ask')
    .description('one question, one answer, as the chat would give it')
    .argument('<question>')
    .requiredOption('--as <manager>', 'id of the manager who asks')
    .option('--today <day>', 'the day it is, YYYY-MM-DD')
    .option('--json', 'the answer as data')
    .action(async (question: string, options: Options, command: Command) => {
      await withDaybook(shell, clockOf(shell, command, options.today), async (daybook) => {
        const manager = managerOf(daybook, command, options.as)
        const replies: Reply[] = []
        const conversation = conversationOf(daybook)
        const chat = terminalChat(conversation, manager, {
          newId: daybook.world.newId,
          shows: (reply) => void replies.push(reply),
        })
        await daybook.store.units.together(() => chat.say(question))
        if (options.json !== true) {
          for (const reply of replies) shell.out(reply.text)
          return
        }
        const now = daybook.world.clock.now()
        const book = await daybook.store.books.read(manager.id)
        const people = daybook.words.understanding.people(book.customers)
        const today = dayIn(manager.timeZone, now)
        const { language, intent, slots } = daybook.words.understanding.read(
          question,
          people,
          today,
          timeIn(manager.timeZone, now),
        )
        const [first] = replies
        shell.out(
          JSON.stringify({
            question,
            today,
            language,
            intent,
            slots,
            data: first?.data ?? null,
            text: replies.map((r) => r.text).join('\n'),
          }),
        )
      })
    })
}
