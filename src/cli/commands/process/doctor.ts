import { Command } from 'commander'
import { COPIED } from '../../../adapters/lowdb/home.js'
import { type DocumentsLook, lookIntoHome } from '../../../adapters/lowdb/look-into-home.js'
import { placeOf } from '../../../adapters/postgres/database-problem.js'
import { adminOf } from '../../../compose/admin.js'
import { auditOf } from '../../../compose/audit.js'
import type { Daybook } from '../../../compose/daybook.js'
import { sealingKeysOf } from '../../../compose/sealing.js'
import type { Config } from '../../../config/config.js'
import { dayIn, yearOf } from '../../../domain/day.js'
import type { Shell } from '../../shell.js'
import { isWhole, tell } from './audit.js'

interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warn' | 'fail'
  /** What was found, and what to do about it. */
  readonly says: string
}

const MOST_NAMED = 5
const OLDEST_NODE = [20, 19] as const

/** `doctor`: checks the set-up and says what to mend. Exit code 1 where something fails. */
export function doctorCommand(shell: Shell): Command {
  return new Command('doctor')
    .description('checks the set-up and says what to mend')
    .option('--json', 'the findings as data')
    .action(async (options: { json?: boolean }) => {
      const findings = [nodeFinding(), messengerFinding(shell), ...(await homeFindings(shell))]
      if (options.json === true) shell.out(JSON.stringify(findings))
      else for (const { check, state, says } of findings) shell.out(`${MARKS[state]} ${check}: ${says}`)
      if (findings.some((f) => f.state === 'fail')) shell.fail()
    })
}

const MARKS = { ok: '✓', warn: '!', fail: '✗' } as const

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  return isOld
    ? { check: 'node', state: 'fail', says: `${process.version}; install ${OLDEST_NODE.join('.')} or newer` }
    : { check: 'node', state: 'ok', says: process.version }
}

function messengerFinding({ config }: Shell): Finding {
  return config.bot.appId === ''
    ? {
        check: 'messenger',
        state: 'warn',
        says: 'no MicrosoftAppId: for trying out on this machine only; set it before Teams can reach the bot',
      }
    : { check: 'messenger', state: 'ok', says: `${config.bot.appType}, app ${config.bot.appId}` }
}

async function homeFindings(shell: Shell): Promise<readonly Finding[]> {
  const { home, databaseUrl } = shell.config
  try {
    const daybook = await shell.open()
    try {
      return [
        { check: 'home', state: 'ok', says: home },
        ...(databaseUrl === undefined
          ? []
          : [{ check: 'database', state: 'ok', says: placeOf(databaseUrl) } as const]),
        ...rosterFindings(daybook),
        ...(await bookFindings(daybook)),
        ...(databaseUrl === undefined ? await folderFindings(daybook) : []),
        ...(await journalFindings(daybook)),
        ...calendarFindings(shell, daybook),
      ]
    } finally {
      await daybook.close()
    }
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return [{ check: 'home', state: 'fail', says: `${home}: ${says}` }]
  }
}

function rosterFindings(daybook: Daybook): readonly Finding[] {
  const { store } = daybook
  const managers = store.managers.all()
  const findings: Finding[] = [
    managers.length === 0
      ? { check: 'managers', state: 'warn', says: 'none; import them first: daybook import managers FILE' }
      : { check: 'managers', state: 'ok', says: `${managers.length}` },
  ]
  const unreachable = managers.filter((m) => m.aadObjectId === undefined)
  if (unreachable.length > 0)
    findings.push({
      check: 'directory ids',
      state: 'warn',
      says: `${unreachable.length} managers have no aad_object_id and cannot be spoken to: ${some(unreachable.map((m) => m.id))}`,
    })
  const { problem } = adminOf(daybook)
  if (problem !== undefined) findings.push({ check: 'admin', state: 'fail', says: problem })
  return findings
}

async function bookFindings({ store }: Daybook): Promise<readonly Finding[]> {
  const keepers = new Map<string, string[]>()
  for (const managerId of await store.books.managerIds())
    for (const { id } of (await store.books.read(managerId)).customers)
      keepers.set(id, [...(keepers.get(id) ?? []), managerId])
  const twice = [...keepers].filter(([, managerIds]) => managerIds.length > 1)
  const books: Finding = { check: 'books', state: 'ok', says: `all readable, ${keepers.size} customers` }
  if (twice.length === 0) return [books]
  const list = some(twice.map(([id, managerIds]) => `${id} (${managerIds.join(', ')})`))
  return [
    books,
    { check: 'customers', state: 'fail', says: `${twice.length} are in more than one book: ${list}` },
  ]
}

/** What the files themselves tell: after the books were read, for reading one may show that it is damaged. */
async function folderFindings({ config }: Daybook): Promise<readonly Finding[]> {
  const look = await lookIntoHome(config.home, sealingKeysOf(config))
  const { fellBack, byHand, documents, copied, openIn, owner } = look
  const findings = fellBack.map(({ folder, key, at, keptAs }): Finding => {
    const what = `${folder}/${key} was damaged at ${at}, and the generation before it stands in for it`
    const missing = `the last change before that may be missing: compare with the journal of ${key}`
    return {
      check: 'older generation',
      state: 'warn',
      says: `${what}; ${missing}. Kept as ${keptAs}; move it away when it is mended`,
    }
  })
  if (byHand.length > 0)
    findings.push({
      check: 'changed by hand',
      state: 'fail',
      says:
        `${byHand.length} files were written to by somebody else than this program: ${some(byHand)}. ` +
        'Find out who and why; compare with the journal; move what is kept (.by-hand-) away when it is settled',
    })
  findings.push(sealingFinding(config, documents))
  if (copied !== undefined)
    findings.push({
      check: 'copy',
      state: 'warn',
      says:
        `this home was copied while process ${copied.pid} on ${copied.host} had it open (since ${copied.openSince}): ` +
        `its files may be of different moments. Take copies of a home that is closed; delete ${COPIED} when it is looked after`,
    })
  if (openIn > 1)
    findings.push({
      check: 'processes',
      state: 'fail',
      says: `${openIn} processes have this home open, which its lock would not allow: stop all but one, now`,
    })
  const mine = process.getuid?.()
  if (owner !== undefined && owner !== mine)
    findings.push({
      check: 'owner',
      state: 'warn',
      says: `the home is user ${owner}'s, and what this process (user ${mine}) writes may be closed to that user`,
    })
  return findings
}

function sealingFinding({ sealing }: Config, { all, sealed, otherKey }: DocumentsLook): Finding {
  const check = 'encryption at rest'
  if (sealing?.keyFile === undefined && otherKey === 0)
    return {
      check,
      state: 'ok',
      says: 'off; DAYBOOK_KEY_FILE turns it on, unless the disk is encrypted itself',
    }
  const others = all - sealed
  if (others === 0) return { check, state: 'ok', says: `all ${all} documents are sealed` }
  const says = `${sealed} of ${all} documents are sealed with the present key, ${otherKey} with another; stop the server and run: daybook reseal`
  return { check, state: 'warn', says }
}

async function journalFindings(daybook: Daybook): Promise<readonly Finding[]> {
  const check = await auditOf(daybook).verify()
  const { lines, last } = check
  const whole: Finding = isWhole(check)
    ? { check: 'journal', state: 'ok', says: `${lines} entries, the chain is whole` }
    : { check: 'journal', state: 'fail', says: tell(check).slice(1).join('; ') }
  if (daybook.config.audit.sinks.length > 0 || last === undefined) return [whole]
  const says =
    'AUDIT_SINK is not set: a cut end would be seen by nobody outside; set it to a folder on another machine'
  return [whole, { check: 'audit sink', state: 'warn', says }]
}

function calendarFindings({ config, world }: Shell, { calendar }: Daybook): readonly Finding[] {
  const year = yearOf(dayIn(config.timeZone, world.clock.now()))
  return [year, year + 1].map((needed) =>
    calendar.hasData(needed)
      ? { check: `calendar ${needed}`, state: 'ok', says: 'holidays and make-up days known' }
      : {
          check: `calendar ${needed}`,
          state: 'warn',
          says: `no holidays known, taken as Monday to Friday; add data/calendar/${needed}.json when they are published`,
        },
  )
}

function some(all: readonly string[]): string {
  return all.length <= MOST_NAMED ? all.join(', ') : `${all.slice(0, MOST_NAMED).join(', ')}, …`
}
