import { Command } from 'commander'
import { dayIn, yearOf } from '../domain/day.js'
import type { Shell } from './shell.js'

interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warn' | 'fail'
  /** What was found, and what to do about it. */
  readonly says: string
}

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
  const { home } = shell.config
  try {
    const daybook = await shell.open()
    try {
      const { store, calendar } = daybook
      const findings: Finding[] = [{ check: 'home', state: 'ok', says: home }]
      const managers = store.managers.all()
      findings.push(
        managers.length === 0
          ? {
              check: 'managers',
              state: 'warn',
              says: 'none; import them first: daybook import managers FILE',
            }
          : { check: 'managers', state: 'ok', says: `${managers.length}` },
      )
      const unreachable = managers.filter((m) => m.aadObjectId === undefined)
      if (unreachable.length > 0)
        findings.push({
          check: 'directory ids',
          state: 'warn',
          says: `${unreachable.length} managers have no aad_object_id and cannot be spoken to: ${unreachable
            .slice(0, 5)
            .map((m) => m.id)
            .join(', ')}`,
        })
      let customers = 0
      for (const id of await store.books.managerIds())
        customers += (await store.books.read(id)).customers.length
      findings.push({ check: 'books', state: 'ok', says: `all readable, ${customers} customers` })
      const journal = await store.journal.verify()
      findings.push(
        journal.broken === undefined
          ? { check: 'journal', state: 'ok', says: `${journal.lines} entries, the chain is whole` }
          : {
              check: 'journal',
              state: 'fail',
              says: `broken at ${journal.broken.file} line ${journal.broken.line}: ${journal.broken.problem}`,
            },
      )
      const year = yearOf(dayIn(shell.config.timeZone, shell.world.clock.now()))
      for (const needed of [year, year + 1]) {
        findings.push(
          calendar.hasData(needed)
            ? { check: `calendar ${needed}`, state: 'ok', says: 'holidays and make-up days known' }
            : {
                check: `calendar ${needed}`,
                state: 'warn',
                says: `no holidays known, taken as Monday to Friday; add data/calendar/${needed}.json when they are published`,
              },
        )
      }
      return findings
    } finally {
      await daybook.close()
    }
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return [{ check: 'home', state: 'fail', says: `${home}: ${says}` }]
  }
}
