import { Command } from 'commander'
import { languageFolders } from './app.js'
import { askCommand } from './cli/ask.js'
import { briefCommand } from './cli/brief.js'
import { chatCommand } from './cli/chat.js'
import { doctorCommand } from './cli/doctor.js'
import type { Shell } from './cli/shell.js'
import { startCommand } from './cli/start.js'
import { understandCommand } from './cli/understand.js'
import { dayIn } from './domain/day.js'

/** Every command of `npm run -s daybook -- <command>`. Exit codes: 0 done, 1 failed, 2 wrong use. */
export function daybookProgram(shell: Shell): Command {
  const today = () => dayIn(shell.config.timeZone, shell.world.clock.now())
  const program = new Command('daybook')
    .description("the relationship manager's day in the chat")
    .showHelpAfterError('(--help shows how it is used)')
    .exitOverride()
  for (const command of [
    startCommand(shell),
    chatCommand(shell),
    askCommand(shell),
    briefCommand(shell),
    understandCommand({ today, ...languageFolders(shell.config) }),
    doctorCommand(shell),
  ]) {
    program.addCommand(inheriting(command, program))
  }
  return program
}

/** Exits and errors of a command are the program's, however deep it stands. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent)
  for (const inner of command.commands) inheriting(inner, command)
  return command
}
