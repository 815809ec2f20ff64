import { Command } from 'commander'
import { segmentsJson } from '../../domain/leaving/segments-json.js'
import { countedTo } from '../../domain/ledger/transaction-feed.js'
import { groupReply, leavingReply } from '../../messaging/cards/leaving/leaving-card.js'
import { breathe } from '../../ports/breathe.js'
import { branchScores } from '../../usecases/branch/branch-scores.js'
import { keepersOf } from '../../usecases/branch/seen-books.js'
import { listGroup, listLeaving } from '../../usecases/leaving/list-leaving.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly manager: string
  readonly today?: string
  readonly json?: boolean
}

/** `segments --manager M`: RFM, segments, and who may be leaving and why; of a branch head every book of the branch. */
export function segmentsCommand(shell: Shell): Command {
  return new Command('segments')
    .description('RFM and segments of a book, and who may be leaving and why')
    .requiredOption('--manager <id>', 'whose book; of a branch head those of the branch')
    .option('--today <day>', 'the day it is asked of, YYYY-MM-DD')
    .option('--json', 'a list with one object a book; sums in yuan')
    .action(async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, calendar } = daybook
        const asked = managerOf(daybook, command, options.manager)
        const deps = { ...store, policy, calendar, scores: branchScores({ ...store, policy }) }
        const found: unknown[] = []
        for (const { id, name, locale } of asked.role === 'head'
          ? keepersOf(store.managers, asked.branchId)
          : [asked]) {
          const leaving = await listLeaving(deps)(id, {}, today)
          if (options.json === true) {
            const { customers } = await store.books.read(id)
            const scores = await deps.scores(id, today)
            found.push(segmentsJson({ managerId: id, day: today, customers, scores, leaving }))
          } else {
            const highest = await listGroup(deps)(id, 'highest', {}, today)
            shell.out(`${id} ${name}`)
            shell.out(
              leavingReply(leaving, policy, locale, today, countedTo(store.feed.current(), today)).text,
            )
            shell.out(`${groupReply(highest, 'highest', policy, locale).text}\n`)
          }
          await breathe()
        }
        if (options.json === true) shell.out(JSON.stringify(found))
      })
    })
}
