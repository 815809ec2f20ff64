import { CommanderError } from 'commander'
import { daybookProgram, homeUse } from './cli.js'
import type { ShellParts } from './shell.js'

/**
 * Runs one command to its end.
 *
 * @param argv begins with the command's name
 * @returns the exit code: 0 done, 1 failed, 2 wrong use
 * @throws what the command throws
 */
export async function runCommand(argv: readonly string[], parts: ShellParts): Promise<number> {
  let exit = 0
  const fail = () => {
    exit = 1
  }
  const program = await daybookProgram(argv[0], {
    ...parts,
    argv,
    fail,
    commands: { homeUse, run: runCommand },
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help ends a command without having failed; what commander itself refuses is wrong use.
    return error.exitCode === 0 || error.code === 'commander.error' ? error.exitCode : 2
  }
}
