import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Argument, Command } from 'commander'
import { exportCsv } from '../../adapters/files/export/export-csv.js'
import { exportWorkbookAside } from '../../adapters/files/worker/workshop.js'
import { type Period, parseDay } from '../../domain/day.js'
import { describeContact } from '../../messaging/wording/contacts/contact.js'
import { exportFiles } from '../../usecases/exports/export-file.js'
import { EXPORTS, type ExportName } from '../../usecases/exports/export-table.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly manager: string
  readonly out: string
  readonly from?: string
  readonly to?: string
  readonly today?: string
  readonly json?: boolean
}

/** The file holds customers' data. */
const OWNER_ONLY = 0o600

/** `export general|ledger|key-customers --manager M --out F`: the three tables of a manager's own book. */
export function exportCommand(shell: Shell): Command {
  return new Command('export')
    .description("a table of a manager's own book as XLSX or CSV; what is exported can be imported again")
    .addArgument(new Argument('<table>', 'which of the three').choices(EXPORTS))
    .requiredOption('--manager <id>', 'whose book')
    .requiredOption('--out <file>', 'file to write, .xlsx or .csv')
    .option('--from <day>', 'of the ledger, what matures from that day on')
    .option('--to <day>', 'of the ledger, what matures up to that day')
    .option('--today <day>', 'the day the table is true on, YYYY-MM-DD')
    .option('--json', 'what was written, as data')
    .action(async (name: ExportName, options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const extension = extname(options.out).toLowerCase()
      if (extension !== '.xlsx' && extension !== '.csv') {
        command.error(`--out ends in .xlsx or .csv: ${options.out}`, { exitCode: 2 })
      }
      const period = periodOf(name, options, command)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, calendar, world } = daybook
        const manager = managerOf(daybook, command, options.manager)
        const { give } = exportFiles({
          ...store,
          policy,
          calendar,
          write: async (table) => ({
            name: options.out,
            bytes:
              extension === '.csv'
                ? exportCsv(table, describeContact)
                : await exportWorkbookAside(table, describeContact),
          }),
        })
        const request = { table: name, ...(period === undefined ? {} : { period }) }
        const { bytes, rows } = await give(manager, request, today, world.clock.now().toISOString())
        writeFileSync(shell.file(options.out), bytes, { mode: OWNER_ONLY })
        if (options.json === true)
          shell.out(JSON.stringify({ table: name, manager: manager.id, on: today, rows, file: options.out }))
        else shell.out(`${options.out}: ${name} of ${manager.name}, ${rows} rows, ${today}`)
      })
    })
}

/** A bound that is not given is far away. */
function periodOf(name: ExportName, { from, to }: Options, command: Command): Period | undefined {
  if (from === undefined && to === undefined) return undefined
  if (name !== 'ledger') command.error('--from and --to narrow the ledger only', { exitCode: 2 })
  const first = parseDay(from ?? '1900-01-01')
  const last = parseDay(to ?? '9999-12-31')
  if (first === undefined || last === undefined)
    command.error('--from and --to are days YYYY-MM-DD', { exitCode: 2 })
  return { from: first, to: last }
}
