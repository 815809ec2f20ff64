import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Argument, Command } from 'commander'
import { exportCsv } from '../files/export/export-csv.js'
import { exportWorkbook } from '../files/export/export-workbook.js'
import { describeContact } from '../messaging/wording/contact.js'
import { exportBook } from '../usecases/export-book.js'
import { EXPORTS, type ExportName } from '../usecases/export-table.js'
import { managerOf, type Shell, todayOf, withDaybook } from './shell.js'

interface Options {
  readonly manager: string
  readonly out: string
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
    .option('--today <day>', 'the day the table is true on, YYYY-MM-DD')
    .option('--json', 'what was written, as data')
    .action(async (name: ExportName, options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const extension = extname(options.out).toLowerCase()
      if (extension !== '.xlsx' && extension !== '.csv') {
        command.error(`--out ends in .xlsx or .csv: ${options.out}`, { exitCode: 2 })
      }
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, calendar, world } = daybook
        const manager = managerOf(daybook, command, options.manager)
        const table = await exportBook({ books: store.books, policy, calendar })(manager, name, today)
        const bytes =
          extension === '.csv'
            ? exportCsv(table, describeContact)
            : await exportWorkbook(table, describeContact)
        const at = world.clock.now().toISOString()
        await store.journal.append({
          at,
          managerId: manager.id,
          act: `export.${name}`,
          detail: `${table.rows.length} rows`,
        })
        writeFileSync(options.out, bytes, { mode: OWNER_ONLY })
        const rows = table.rows.length
        if (options.json === true)
          shell.out(JSON.stringify({ table: name, manager: manager.id, on: today, rows, file: options.out }))
        else shell.out(`${options.out}: ${name} of ${manager.name}, ${rows} rows, ${today}`)
      })
    })
}
