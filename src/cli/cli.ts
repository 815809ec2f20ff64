import { Command } from 'commander'
import { dataFolder, languageFolders, programVersion } from '../compose/places.js'
import { dayIn } from '../domain/day.js'
import type { Shell } from './shell.js'

interface Entry {
  /** Loaded only when it is the one that runs: reading a message needs no messenger. */
  readonly load: (shell: Shell) => Promise<Command>
  /** What it does to the home; absent: it needs none, or brings its own. Runs in the serving process where there is one. */
  readonly home?: 'reads' | 'writes'
}

/** Every command. */
const COMMANDS = {
  start: { load: async (shell) => (await import('./commands/process/start.js')).startCommand(shell) },
  chat: {
    load: async (shell) => (await import('./commands/talk/chat.js')).chatCommand(shell),
    home: 'writes',
  },
  ask: { load: async (shell) => (await import('./commands/talk/ask.js')).askCommand(shell), home: 'writes' },
  converse: {
    load: async (shell) => (await import('./commands/talk/converse.js')).converseCommand(shell),
    home: 'reads',
  },
  brief: { load: async (shell) => (await import('./commands/brief.js')).briefCommand(shell), home: 'reads' },
  deliveries: {
    load: async (shell) => (await import('./commands/process/deliveries.js')).deliveriesCommand(shell),
    home: 'reads',
  },
  appointments: {
    load: async (shell) => (await import('./commands/appointments.js')).appointmentsCommand(shell),
    home: 'reads',
  },
  plan: { load: async (shell) => (await import('./commands/plan.js')).planCommand(shell), home: 'reads' },
  review: {
    load: async (shell) => (await import('./commands/review.js')).reviewCommand(shell),
    home: 'reads',
  },
  import: {
    load: async (shell) => (await import('./commands/import.js')).importCommand(shell),
    home: 'writes',
  },
  export: {
    load: async (shell) => (await import('./commands/export.js')).exportCommand(shell),
    home: 'reads',
  },
  changes: {
    load: async (shell) => (await import('./commands/changes.js')).changesCommand(shell),
    home: 'reads',
  },
  move: { load: async (shell) => (await import('./commands/process/move.js')).moveCommand(shell) },
  migrate: {
    load: async (shell) => (await import('./commands/process/migrate.js')).migrateCommand(shell),
  },
  links: { load: async (shell) => (await import('./commands/links.js')).linksCommand(shell), home: 'reads' },
  sample: {
    load: async (shell) => (await import('./commands/process/sample.js')).sampleCommand(shell),
    home: 'writes',
  },
  understand: {
    load: async (shell) => {
      const [{ understandCommand }, { loadCalendar }] = await Promise.all([
        import('./commands/talk/understand.js'),
        import('../config/calendar.js'),
      ])
      return understandCommand({
        today: () => presentDay(shell),
        ...languageFolders(shell.config),
        working: loadCalendar(dataFolder('calendar')),
        terminal: shell.terminal,
        file: shell.file,
      })
    },
  },
  unclear: {
    load: async (shell) => (await import('./commands/talk/unclear.js')).unclearCommand(shell),
    home: 'reads',
  },
  calendar: {
    load: async (shell) => {
      const [{ calendarCommand }, { rulesOf }] = await Promise.all([
        import('./commands/process/calendar.js'),
        import('../compose/daybook.js'),
      ])
      return calendarCommand({
        calendar: () => rulesOf(shell.config).calendar,
        today: () => presentDay(shell),
        out: shell.out,
      })
    },
  },
  inbox: { load: async (shell) => (await import('./commands/inbox.js')).inboxCommand(shell), home: 'writes' },
  'hand-over': {
    load: async (shell) => (await import('./commands/hand-over.js')).handOverCommand(shell),
    home: 'writes',
  },
  campaign: {
    load: async (shell) => (await import('./commands/campaign.js')).campaignCommand(shell),
    home: 'writes',
  },
  cover: { load: async (shell) => (await import('./commands/cover.js')).coverCommand(shell), home: 'writes' },
  retention: {
    load: async (shell) => (await import('./commands/retention.js')).retentionCommand(shell),
    home: 'reads',
  },
  promises: {
    load: async (shell) => (await import('./commands/promises.js')).promisesCommand(shell),
    home: 'reads',
  },
  holders: {
    load: async (shell) => (await import('./commands/holders.js')).holdersCommand(shell),
    home: 'reads',
  },
  results: {
    load: async (shell) => (await import('./commands/results.js')).resultsCommand(shell),
    home: 'reads',
  },
  'what-if': {
    load: async (shell) => (await import('./commands/what-if.js')).whatIfCommand(shell),
    home: 'reads',
  },
  segments: {
    load: async (shell) => (await import('./commands/segments.js')).segmentsCommand(shell),
    home: 'reads',
  },
  audit: {
    load: async (shell) => (await import('./commands/process/audit.js')).auditCommand(shell),
    home: 'reads',
  },
  access: {
    load: async (shell) => (await import('./commands/access.js')).accessCommand(shell),
    home: 'reads',
  },
  erase: { load: async (shell) => (await import('./commands/erase.js')).eraseCommand(shell), home: 'writes' },
  backup: {
    load: async (shell) => (await import('./commands/process/backup.js')).backupCommand(shell),
    home: 'reads',
  },
  restore: { load: async (shell) => (await import('./commands/process/restore.js')).restoreCommand(shell) },
  reseal: { load: async (shell) => (await import('./commands/process/reseal.js')).resealCommand(shell) },
  'teams-package': {
    load: async (shell) => (await import('./commands/process/teams-package.js')).teamsPackageCommand(shell),
  },
  doctor: {
    load: async (shell) => (await import('./commands/process/doctor.js')).doctorCommand(shell),
    home: 'reads',
  },
} as const satisfies Record<string, Entry>

const ENTRIES: ReadonlyMap<string, Entry> = new Map(Object.entries(COMMANDS))

/** What a command does to the home; undefined where it does not work on one, or is none. */
export function homeUse(name: string | undefined): Entry['home'] {
  return name === undefined ? undefined : ENTRIES.get(name)?.home
}

/**
 * `npm run -s daybook -- <command>`. Exit codes: 0 done, 1 failed, 2 wrong use.
 *
 * @param name the command that was asked for; all are loaded where there is none of that name, to be listed
 */
export async function daybookProgram(name: string | undefined, shell: Shell): Promise<Command> {
  const program = new Command('daybook')
    .version(programVersion(), '--version', 'the version of the program')
    .description("the relationship manager's day in the chat")
    .showHelpAfterError('(--help shows how it is used)')
    .configureOutput({
      writeOut: (text) => void shell.terminal.output.write(text),
      writeErr: (text) => void shell.terminal.error.write(text),
    })
    .enablePositionalOptions() // what stands behind `import list` is its own
    .exitOverride()
  const asked = name === undefined ? undefined : ENTRIES.get(name)
  for (const { load } of asked === undefined ? ENTRIES.values() : [asked]) {
    program.addCommand(inheriting(await load(shell), program))
  }
  return program
}

function presentDay({ config, world }: Shell) {
  return dayIn(config.timeZone, world.clock.now())
}

/** Exits and errors of a command are the program's, however deep it stands. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent)
  for (const inner of command.commands) inheriting(inner, command)
  return command
}
