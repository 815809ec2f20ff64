import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Argument, Command, InvalidArgumentError } from 'commander'
import { importPath } from '../../adapters/files/import-path.js'
import { reasonInBoth } from '../../adapters/files/reasons.js'
import { reportLines } from '../../adapters/files/report-lines.js'
import { type Encoding, encodingNamed } from '../../adapters/files/text/encoding.js'
import type { Daybook } from '../../compose/daybook.js'
import { importDeps } from '../../compose/intake.js'
import type { Day } from '../../domain/day.js'
import type { ImportReport } from '../../imports/import-file.js'
import { IMPORT_KINDS, type ImportKind, type Rejection, type Remark } from '../../imports/import-rows.js'
import { listImports } from '../../imports/list-imports.js'
import { undoImport } from '../../imports/undo/undo-import.js'
import { settleCampaigns } from '../../usecases/campaign/settle-campaigns.js'
import { ProgressBar } from '../progress.js'
import { type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly dryRun?: boolean
  readonly partial?: boolean
  readonly complete?: boolean
  readonly encoding?: Encoding
  readonly errors?: string
  readonly today?: string
  readonly json?: boolean
}

/** The workbook that `export key-customers` writes: every part of it is taken, one after the other. */
const ARCHIVE = 'key-customers'
const ARCHIVE_PARTS = [
  'customers',
  'holdings',
  'contacts',
  'facts',
  'links',
  'agreements',
  'favours',
] as const satisfies readonly ImportKind[]

/** Rejected rows that are told on the screen; the file of rejected rows has them all. */
const TOLD_ROWS = 20

/** `import KIND FILE…` and `import undo N`: a bank's files in, per docs/import.md. Exit code 1 where a row was rejected. */
export function importCommand(shell: Shell): Command {
  return new Command('import')
    .description("a bank's files into the books: all of a file or nothing, and each import can be undone")
    .addArgument(new Argument('<kind>', 'what the files hold').choices([...IMPORT_KINDS, ARCHIVE]))
    .argument('<file...>', 'CSV or XLSX')
    .option('--dry-run', 'report the same and write nothing to the books')
    .option('--partial', 'take the good rows of a file that has broken ones')
    .option('--complete', 'the file has all holdings there are: those it does not have have ended')
    .option('--encoding <name>', 'utf-8, gb18030, gbk, utf-16; found out where not given', parseEncoding)
    .option('--errors <file>', 'where the rejected rows of one file are written')
    .option('--today <day>', 'the day of the import, YYYY-MM-DD')
    .option('--json', 'one object a file')
    .action(
      async (
        kind: ImportKind | typeof ARCHIVE,
        files: readonly string[],
        options: Options,
        command: Command,
      ) => {
        const today = todayOf(shell, command, options.today)
        const missing = files.filter((file) => !isFile(shell.file(file)))
        if (missing.length > 0) command.error(`no such file: ${missing.join(', ')}`, { exitCode: 2 })
        if (options.errors !== undefined && files.length > 1) {
          command.error('--errors names one file; import the files one by one', { exitCode: 2 })
        }
        if (options.complete === true && (kind !== 'holdings' || files.length > 1)) {
          command.error('--complete is said of one file of holdings', { exitCode: 2 })
        }
        if (options.complete === true && options.partial === true) {
          command.error('--complete and --partial exclude each other: a row that is left out has not ended', {
            exitCode: 2,
          })
        }
        await withDaybook(shell, undefined, async (daybook) => {
          for (const file of files)
            for (const part of kind === ARCHIVE ? ARCHIVE_PARTS : [kind])
              await importOne(shell, daybook, part, file, today, options)
        })
      },
    )
    .addCommand(undoCommand(shell))
    .addCommand(listCommand(shell))
}

function undoCommand(shell: Shell): Command {
  return new Command('undo')
    .description('takes an import back, as far as nothing newer touched its rows')
    .argument('<number>', 'of the import', parseNumber)
    .option('--today <day>', 'the day of the undoing, YYYY-MM-DD')
    .option('--json', 'the result as data')
    .action(async (number: number, options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async ({ store, policy, world }) => {
        const at = world.clock.now().toISOString()
        const report = await undoImport(store.bank, policy)(number, today, at)
        if (report.status !== 'undone') {
          const why = report.status === 'no-such-import' ? 'there is no such import' : 'it is undone already'
          command.error(`import ${number} cannot be undone: ${why}`, { exitCode: 2 })
        }
        if (report.kept.length > 0) shell.fail()
        if (options.json === true) return shell.out(JSON.stringify(report))
        shell.out(`Import ${number} (${report.kind}, ${report.file}): ${report.undone} rows taken back.`)
        if (report.kept.length > 0) {
          const some = report.kept.slice(0, TOLD_ROWS).join(', ')
          shell.out(`${report.kept.length} rows stay, since something newer touched them: ${some}`)
        }
      })
    })
}

function listCommand(shell: Shell): Command {
  return new Command('list')
    .description('the imports so far, by number')
    .option('--json', 'a list of objects')
    .action(async (options: Options) => {
      await withDaybook(shell, undefined, async ({ store }) => {
        const imports = await listImports(store.bank)()
        if (options.json === true) return shell.out(JSON.stringify(imports))
        for (const { number, on, kind, file, created, updated, undoneOn } of imports) {
          const undone = undoneOn === undefined ? '' : `, undone ${undoneOn}`
          shell.out(`${number}  ${on}  ${kind}  ${file}: ${created} created, ${updated} updated${undone}`)
        }
      })
    })
}

async function importOne(
  shell: Shell,
  daybook: Daybook,
  kind: ImportKind,
  path: string,
  today: Day,
  options: Options,
): Promise<void> {
  const from = shell.file(path)
  const now = () => shell.world.clock.now().getTime()
  const bar = new ProgressBar(basename(path), statSync(from).size, now, shell.terminal.error)
  const { encoding, errors } = options
  const { report, ...written } = await importPath(importDeps(daybook))(kind, from, {
    today,
    at: daybook.world.clock.now().toISOString(),
    dryRun: options.dryRun === true,
    partial: options.partial === true,
    complete: options.complete === true,
    onRead: (position) => bar.show(position),
    ...(encoding !== undefined && { encoding }),
    ...(errors !== undefined && { errors: shell.file(errors) }),
  })
  bar.end()
  // Who asked for quiet or withdrew consent is out of a campaign at once.
  if (kind === 'customers' && options.dryRun !== true) await settleAll(daybook, today)
  const errorFile = written.errorFile === undefined ? undefined : (errors ?? written.errorFile)
  if (report.rejected.length > 0) shell.fail()
  if (written.errorFileFault !== undefined)
    shell.err(`the rejected rows of ${path} could not be written: ${written.errorFileFault}`)
  if (options.json === true) shell.out(JSON.stringify(asJson(report, path, errorFile)))
  else
    for (const line of reportLines(report, path, {
      dryRun: options.dryRun === true,
      ...(errorFile !== undefined && { errorFile }),
    }))
      shell.out(line)
}

async function settleAll({ store, policy }: Daybook, today: Day): Promise<void> {
  for (const branchId of await store.campaigns.branchIds())
    await settleCampaigns({ ...store, policy })(branchId, today)
}

function asJson(report: ImportReport, path: string, errorFile: string | undefined) {
  const told = ({ line, column, value, code }: Rejection | Remark) => ({ line, column, value, code })
  const withReason = (finding: Rejection | Remark) => ({ ...told(finding), reason: reasonInBoth(finding) })
  return {
    import: report.number ?? null,
    kind: report.kind,
    file: path,
    encoding: report.encoding,
    created: report.created,
    updated: report.updated,
    unchanged: report.unchanged,
    rejected: report.rejected.map(withReason),
    unknownColumns: report.unknownColumns,
    applied: report.applied,
    remarks: report.remarks.map(withReason),
    ...(report.ended > 0 && { ended: report.ended }),
    ...(report.hiddenRows > 0 && { hiddenRows: report.hiddenRows }),
    ...(report.sheet !== undefined && { sheet: report.sheet, otherSheets: report.otherSheets ?? [] }),
    ...(errorFile !== undefined && { errorFile }),
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function parseEncoding(name: string): Encoding {
  const encoding = encodingNamed(name)
  if (encoding === undefined) throw new InvalidArgumentError('use utf-8, gb18030, gbk, utf-16le or utf-16be.')
  return encoding
}

function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('not the number of an import.')
  return Number(text)
}
