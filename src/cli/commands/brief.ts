import { Command, Option } from 'commander'
import { briefJson } from '../../domain/brief/brief-json.js'
import type { Manager } from '../../domain/manager/manager.js'
import { branchReply } from '../../messaging/cards/branch/branch-card.js'
import { briefReply } from '../../messaging/cards/brief/brief-card.js'
import { showBranch } from '../../usecases/branch/show-branch.js'
import { showBrief } from '../../usecases/brief/show-brief.js'
import { settleCampaigns } from '../../usecases/campaign/settle-campaigns.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly manager?: string
  readonly branch?: string
  readonly all?: boolean
  readonly today?: string
  readonly full?: boolean
  readonly json?: boolean
}

/** `brief --manager M | --branch B | --all`: what would be pushed, with scores and reasons. */
export function briefCommand(shell: Shell): Command {
  return new Command('brief')
    .description('what would be pushed, with scores and reasons')
    .addOption(new Option('--manager <id>', 'one manager').conflicts(['branch', 'all']))
    .addOption(new Option('--branch <id>', 'the managers of a branch').conflicts(['manager', 'all']))
    .addOption(new Option('--all', 'every manager').conflicts(['manager', 'branch']))
    .option('--today <day>', 'the day of the brief, YYYY-MM-DD')
    .option('--full', "the whole list, beyond the day's capacity")
    .option('--json', 'a list with one object a manager; sums in yuan')
    .action(async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, calendar, sources } = daybook
        // A campaign that is planned for that day begins with it.
        const settle = settleCampaigns({ ...store, policy })
        const show = showBrief({ books: store.books, desks: store.desks, sources, policy, calendar })
        const views: unknown[] = []
        for (const manager of asked(options, command, () => store.managers.all())) {
          const known = managerOf(daybook, command, manager)
          await settle(known.branchId, today)
          const view = await show(known.id, today, { full: options.full === true })
          // A branch head has no list of the own: the morning of exceptions.
          const branch = await showBranch({ ...store, policy, calendar })(known, today)
          if (branch !== undefined) {
            const { text, data } = branchReply({ ...branch, locale: known.locale, today })
            if (options.json === true) views.push({ ...briefJson(view.brief), ...Object(data) })
            else {
              shell.out(`${known.id} ${known.name}`)
              shell.out(`${text}\n`)
            }
            continue
          }
          if (options.json === true) views.push(briefJson(view.brief))
          else {
            shell.out(`${known.id} ${known.name}`)
            shell.out(`${briefReply({ view, locale: known.locale, today }).text}\n`)
          }
        }
        if (options.json === true) shell.out(JSON.stringify(views))
      })
    })
}

function asked(options: Options, command: Command, all: () => readonly Manager[]): readonly string[] {
  if (options.manager !== undefined) return [options.manager]
  if (options.all === true) return all().map((m) => m.id)
  if (options.branch === undefined) command.error('name --manager ID, --branch ID or --all', { exitCode: 2 })
  const ids = all()
    .filter((m) => m.branchId === options.branch)
    .map((m) => m.id)
  if (ids.length === 0) command.error(`no manager in branch ${options.branch}`, { exitCode: 2 })
  return ids
}
