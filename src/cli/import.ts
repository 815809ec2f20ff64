import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { Argument, Command, InvalidArgumentError } from 'commander'
import { loadSensitiveWords } from '../config/sensitive-words.js'
import type { Daybook } from '../daybook.js'
import { sensitiveKindOf } from '../domain/customer/sensitive-note.js'
import type { Day } from '../domain/day.js'
import { reasonInBoth } from '../files/reasons.js'
import { writeRejectedRows } from '../files/rejected-rows.js'
import { fileSource } from '../files/table/byte-source.js'
import { type OpenTable, openTable } from '../files/table/open-table.js'
import { type Encoding, encodingNamed } from '../files/text/encoding.js'
import { dataFolder } from '../places.js'
import { type ImportReport, importFile } from '../usecases/import-file.js'
import { IMPORT_KINDS, type ImportKind, type Rejection, type Remark } from '../usecases/import-rows.js'
import type { ImportRules } from '../usecases/import-run.js'
import { undoImport } from '../usecases/undo-import.js'
import { ProgressBar } from './progress.js'
import { type Shell, todayOf, withDaybook } from './shell.js'

interface Options {
  readonly dryRun?: boolean
  readonly partial?: boolean
  readonly encoding?: Encoding
  readonly errors?: string
  readonly today?: string
  readonly json?: boolean
}

/** Rejected rows that are told on the screen; the file of rejected rows has them all. */
const TOLD_ROWS = 20
const SHOWN_VALUE = 40
/** Who did what nobody signed in for: whoever may run commands on the bank's machine. */
const OPERATOR = 'operator'

/** `import KIND FILE…` and `import undo N`: a bank's files in, per IMPORT.md. Exit code 1 where a row was rejected. */
export function importCommand(shell: Shell): Command {
  return new Command('import')
    .description("a bank's files into the books: all of a file or nothing, and each import can be undone")
    .addArgument(new Argument('<kind>', 'what the files hold').choices(IMPORT_KINDS))
    .argument('<file...>', 'CSV or XLSX')
    .option('--dry-run', 'report the same and write nothing to the books')
    .option('--partial', 'take the good rows of a file that has broken ones')
    .option('--encoding <name>', 'utf-8, gb18030, gbk, utf-16; found out where not given', parseEncoding)
    .option('--errors <file>', 'where the rejected rows of one file are written')
    .option('--today <day>', 'the day of the import, YYYY-MM-DD')
    .option('--json', 'one object a file')
    .action(async (kind: ImportKind, files: readonly string[], options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const missing = files.filter((file) => !existsSync(file) || !statSync(file).isFile())
      if (missing.length > 0) command.error(`no such file: ${missing.join(', ')}`, { exitCode: 2 })
      if (options.errors !== undefined && files.length > 1) {
        command.error('--errors names one file; import the files one by one', { exitCode: 2 })
      }
      await withDaybook(shell, undefined, async (daybook) => {
        for (const file of files) await importOne(shell, daybook, kind, file, today, options)
      })
    })
    .addCommand(undoCommand(shell))
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
        const report = await undoImport(store.bank, policy)(number, today)
        if (report.status !== 'undone') {
          const why = report.status === 'no-such-import' ? 'there is no such import' : 'it is undone already'
          command.error(`import ${number} cannot be undone: ${why}`, { exitCode: 2 })
        }
        const at = world.clock.now().toISOString()
        await store.journal.append({
          at,
          managerId: OPERATOR,
          act: 'import.undo',
          detail: `import ${number}`,
        })
        if (report.kept.length > 0) process.exitCode = 1
        if (options.json === true) return shell.out(JSON.stringify(report))
        shell.out(`Import ${number} (${report.kind}, ${report.file}): ${report.undone} rows taken back.`)
        if (report.kept.length > 0) {
          const some = report.kept.slice(0, TOLD_ROWS).join(', ')
          shell.out(`${report.kept.length} rows stay, since something newer touched them: ${some}`)
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
  const bar = new ProgressBar(basename(path), statSync(path).size, () => shell.world.clock.now().getTime())
  const source = fileSource(path, (position) => bar.show(position))
  const { encoding } = options
  const table = await openTable(kind, source, { today, ...(encoding !== undefined && { encoding }) })
  const report = await importFile(daybook.store.bank, rulesOf(daybook))(table, {
    today,
    dryRun: options.dryRun === true,
    partial: options.partial === true,
  })
  bar.end()
  const errorFile = await errorFileOf(daybook, table, report, today, options.errors)
  if (report.number !== undefined) {
    const at = daybook.world.clock.now().toISOString()
    const detail = `import ${report.number}`
    await daybook.store.journal.append({ at, managerId: OPERATOR, act: `import.${kind}`, detail })
  }
  if (report.rejected.length > 0) process.exitCode = 1
  if (options.json === true) shell.out(JSON.stringify(asJson(report, path, errorFile)))
  else for (const line of asLines(report, path, options, errorFile)) shell.out(line)
}

function rulesOf({ policy, config }: Daybook): ImportRules {
  const words = loadSensitiveWords(dataFolder('sensitive.json'))
  return { policy, sensitiveKindOf: (note) => sensitiveKindOf(note, words), timeZone: config.timeZone }
}

/** Where the rejected rows were written; undefined where there are none. */
async function errorFileOf(
  { config }: Daybook,
  table: OpenTable<ImportKind>,
  { rejected, file }: ImportReport,
  today: Day,
  asked: string | undefined,
): Promise<string | undefined> {
  if (rejected.length === 0) return undefined
  const extension = table.format.kind === 'xlsx' ? '.xlsx' : extname(file) || '.csv'
  const folder = join(config.home, 'rejected')
  if (asked === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = asked ?? join(folder, `${today} ${basename(file, extname(file))}.rejected${extension}`)
  await writeRejectedRows(path, table, rejected)
  return path
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
    ...(errorFile !== undefined && { errorFile }),
  }
}

function* asLines(report: ImportReport, path: string, options: Options, errorFile: string | undefined) {
  const { created, updated, unchanged, rejected, remarks, unknownColumns } = report
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`
  yield `${path} (${report.kind}, ${report.encoding}): ${counts}`
  if (unknownColumns.length > 0) yield `  columns left aside: ${unknownColumns.join(', ')}`
  for (const remark of remarks.slice(0, TOLD_ROWS))
    yield `  line ${remark.line} ${placeOf(remark)}${reasonInBoth(remark)}`
  if (remarks.length > TOLD_ROWS) yield `  … and ${remarks.length - TOLD_ROWS} more such remarks`
  for (const rejection of rejected.slice(0, TOLD_ROWS)) {
    yield `  line ${rejection.line} ${placeOf(rejection)}${reasonInBoth(rejection)}`
  }
  if (rejected.length > TOLD_ROWS) yield `  … and ${rejected.length - TOLD_ROWS} more rejected rows`
  if (errorFile !== undefined) yield `  rejected rows: ${errorFile}`
  if (report.number !== undefined)
    yield `  import ${report.number}; taken back with: import undo ${report.number}`
  else if (options.dryRun === true) yield '  dry run: nothing was written'
  else yield '  nothing was written: put the rows right, or take the others with --partial'
}

function placeOf({ column, value }: Rejection | Remark): string {
  const shown = value.replaceAll(/\s+/g, ' ')
  const cut = [...shown].length > SHOWN_VALUE ? `${[...shown].slice(0, SHOWN_VALUE).join('')}…` : shown
  return `${column === '' ? '' : `${column} `}“${cut}”: `
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
