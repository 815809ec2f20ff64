import { join } from 'node:path'
import { Command } from 'commander'
import { type AuditCheck, auditOf } from '../../../compose/audit.js'
import type { Daybook } from '../../../compose/daybook.js'
import { projectRoot } from '../../../compose/places.js'
import { type Day, dayIn, parseDay } from '../../../domain/day.js'
import { OPERATOR } from '../../../imports/operator.js'
import type { JournalBreak } from '../../../ports/audit.js'
import type { JournalEntry } from '../../../ports/ports.js'
import { type Shell, withDaybook } from '../../shell.js'

/** `audit verify|list|export|checkpoint`: who saw and did what, and whether anything of it is missing. */
export function auditCommand(shell: Shell): Command {
  return new Command('audit')
    .description('who saw and did what, and whether anything of it is missing')
    .addCommand(verifyCommand(shell))
    .addCommand(listCommand(shell))
    .addCommand(exportCommand(shell))
    .addCommand(checkpointCommand(shell))
}

function verifyCommand(shell: Shell): Command {
  return new Command('verify')
    .description('follows the journal from its first line to its last, and against what was signed')
    .option('--json', 'what was found, as data')
    .action(async ({ json }: { json?: boolean }) => {
      await withDaybook(shell, undefined, async (daybook) => {
        const check = await auditOf(daybook).verify()
        if (json === true) shell.out(JSON.stringify({ whole: isWhole(check), ...check }))
        else for (const line of tell(check)) shell.out(line)
        if (!isWhole(check)) shell.fail()
      })
    })
}

interface Asked {
  readonly customer?: string
  readonly manager?: string
  readonly act?: string
  readonly from?: string
  readonly to?: string
  readonly json?: boolean
}

function listCommand(shell: Shell): Command {
  return new Command('list')
    .description('the lines of the journal that were asked for, oldest first')
    .option('--customer <id>', 'that concern this customer')
    .option('--manager <id>', 'of what this manager did; "operator" for who runs the process')
    .option('--act <act>', 'of this act, or of all that begin with it: brief.view, export')
    .option('--from <day>', 'from this day on, YYYY-MM-DD')
    .option('--to <day>', 'up to the end of this day, YYYY-MM-DD')
    .option('--json', 'one JSON object a line, as they stand')
    .action(async (asked: Asked, command: Command) => {
      const from = dayOf(command, 'from', asked.from)
      const to = dayOf(command, 'to', asked.to)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, config, world } = daybook
        const dayOfEntry = (entry: JournalEntry) => dayIn(config.timeZone, new Date(entry.at))
        let count = 0
        for await (const entry of store.journal.entries()) {
          if (asked.customer !== undefined && entry.customerIds?.includes(asked.customer) !== true) continue
          if (asked.manager !== undefined && entry.managerId !== asked.manager) continue
          if (asked.act !== undefined && !isUnder(asked.act, entry.act)) continue
          if (from !== undefined && dayOfEntry(entry) < from) continue
          if (to !== undefined && dayOfEntry(entry) > to) continue
          count++
          shell.out(asked.json === true ? JSON.stringify(entry) : lineOf(entry, asked.customer))
        }
        const check = await auditOf(daybook).verify()
        if (asked.json !== true) shell.out(`${count} lines; ${tell(check).join('; ')}`)
        else if (!isWhole(check)) shell.err(tell(check).join('; '))
        if (!isWhole(check)) shell.fail()
        await noteLooking(daybook, world.clock.now(), 'audit.list', asked)
      })
    })
}

function exportCommand(shell: Shell): Command {
  return new Command('export')
    .description(
      'a folder for the auditor: journal, checkpoints, public key, and a verifier that needs Node alone',
    )
    .argument('<folder>', 'made where there is none')
    .option('--json', 'where it lies, as data')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      await withDaybook(shell, undefined, async (daybook) => {
        if (daybook.config.databaseUrl !== undefined) {
          shell.err(
            'this home is a PostgreSQL database: give the auditor `audit list --json` and `audit verify`',
          )
          return shell.fail()
        }
        const to = shell.file(folder)
        await noteLooking(daybook, shell.world.clock.now(), 'audit.export', {})
        await auditOf(daybook).exportTo(to, join(projectRoot(), 'bin', 'verify-audit.mjs'))
        shell.out(json === true ? JSON.stringify({ folder: to }) : `${to}: node verify-audit.mjs .`)
      })
    })
}

function checkpointCommand(shell: Shell): Command {
  return new Command('checkpoint')
    .description('signs now how far the journal goes, and publishes it to AUDIT_SINK')
    .option('--json', 'the checkpoint as data; null where nothing was written since the last')
    .action(async ({ json }: { json?: boolean }) => {
      await withDaybook(shell, undefined, async (daybook) => {
        const made = await auditOf(daybook).checkpoint()
        if (json === true) shell.out(JSON.stringify(made ?? null))
        else
          shell.out(made === undefined ? 'nothing new since the last' : `${made.lines} lines, ${made.head}`)
      })
    })
}

/** Looking into the journal stands in the journal. */
async function noteLooking({ store }: Daybook, now: Date, act: string, asked: Asked): Promise<void> {
  const { customer, manager, from, to } = asked
  const detail = [manager, asked.act, from, to].filter((part) => part !== undefined).join(' ')
  await store.journal.append({
    at: now.toISOString(),
    managerId: OPERATOR,
    act,
    ...(customer === undefined ? {} : { customerIds: [customer] }),
    ...(detail === '' ? {} : { detail }),
  })
}

/** A day that was given as an option; ends the command where it is none. */
export function dayOf(command: Command, name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day === undefined) command.error(`--${name} is not a day YYYY-MM-DD: ${text}`, { exitCode: 2 })
  return day
}

function isUnder(asked: string, act: string): boolean {
  return act === asked || act.startsWith(`${asked}.`)
}

/** @param customer whom alone it names where somebody asked about one: who else was on a list is nobody's concern then */
function lineOf({ at, managerId, act, customerIds = [], detail }: JournalEntry, customer?: string): string {
  const whom = customer === undefined ? customerIds.join(',') : customer
  return [at, managerId, act, ...[whom, detail].filter((part) => part !== undefined && part !== '')].join(
    '  ',
  )
}

/** Whether nothing speaks against it. */
export function isWhole({ broken, badCheckpoints }: AuditCheck): boolean {
  return broken === undefined && badCheckpoints === 0
}

/** What a check found, in lines. */
export function tell(check: AuditCheck): readonly string[] {
  const { lines, checkpoints, badCheckpoints, last, restored, breaks = [], unread } = check
  const signed =
    last === undefined
      ? 'no checkpoint yet'
      : `${checkpoints} checkpoints, the last of ${last.at} over ${last.lines} lines`
  return [
    `journal ${isWhole(check) ? 'whole' : 'BROKEN'}: ${lines} lines, ${signed}`,
    ...(restored === undefined
      ? []
      : [
          `restored from a backup at ${restored.at}: ${restored.lost} lines that were signed after line ${restored.lines} are lost`,
        ]),
    ...breaks.map(tellBreak),
    ...(badCheckpoints === 0
      ? []
      : [`${badCheckpoints} lines of checkpoints were not signed with the key of this home`]),
    ...unread.map((sink) => `${sink} cannot be read: what was published there is not compared`),
  ]
}

function tellBreak({ file, line, problem, missing }: JournalBreak): string {
  return problem === 'missing'
    ? `${missing} lines at least are missing after ${file} line ${line}`
    : `${file} line ${line}: ${problem}`
}
