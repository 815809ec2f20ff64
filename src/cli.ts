import { Command } from 'commander'
import type { Shell } from './cli/shell.js'
import { dayIn } from './domain/day.js'
import { languageFolders } from './places.js'

/** Every command, loaded only when it is the one that runs: reading a message needs no messenger. */
const COMMANDS = {
  start: async (shell) => (await import('./cli/start.js')).startCommand(shell),
  chat: async (shell) => (await import('./cli/chat.js')).chatCommand(shell),
  ask: async (shell) => (await import('./cli/ask.js')).askCommand(shell),
  converse: async (shell) => (await import('./cli/converse.js')).converseCommand(shell),
  brief: async (shell) => (await import('./cli/brief.js')).briefCommand(shell),
  deliveries: async (shell) => (await import('./cli/deliveries.js')).deliveriesCommand(shell),
  appointments: async (shell) => (await import('./cli/appointments.js')).appointmentsCommand(shell),
  import: async (shell) => (await import('./cli/import.js')).importCommand(shell),
  export: async (shell) => (await import('./cli/export.js')).exportCommand(shell),
  sample: async (shell) => (await import('./cli/sample.js')).sampleCommand(shell),
  understand: async (shell) =>
    (await import('./cli/understand.js')).understandCommand({
      today: () => presentDay(shell),
      ...languageFolders(shell.config),
    }),
  unclear: async (shell) => (await import('./cli/unclear.js')).unclearCommand(shell),
  calendar: async (shell) => {
    const [{ calendarCommand }, { rulesOf }] = await Promise.all([
      import('./cli/calendar.js'),
      import('./daybook.js'),
    ])
    return calendarCommand({
      calendar: () => rulesOf(shell.config).calendar,
      today: () => presentDay(shell),
      out: shell.out,
    })
  },
  inbox: async (shell) => (await import('./cli/inbox.js')).inboxCommand(shell),
  'hand-over': async (shell) => (await import('./cli/hand-over.js')).handOverCommand(shell),
  cover: async (shell) => (await import('./cli/cover.js')).coverCommand(shell),
  'teams-package': async (shell) => (await import('./cli/teams-package.js')).teamsPackageCommand(shell),
  doctor: async (shell) => (await import('./cli/doctor.js')).doctorCommand(shell),
} as const satisfies Record<string, (shell: Shell) => Promise<Command>>

/**
 * `npm run -s daybook -- <command>`. Exit codes: 0 done, 1 failed, 2 wrong use.
 *
 * @param name the command that was asked for; all are loaded where there is none of that name, to be listed
 */
export async function daybookProgram(name: string | undefined, shell: Shell): Promise<Command> {
  const program = new Command('daybook')
    .description("the relationship manager's day in the chat")
    .showHelpAfterError('(--help shows how it is used)')
    .exitOverride()
  const asked = Object.entries(COMMANDS).filter(([known]) => known === name)
  for (const [, load] of asked.length > 0 ? asked : Object.entries(COMMANDS)) {
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
