import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { zipSync } from 'fflate'
import { dataFolder, programVersion } from '../../../compose/places.js'
import type { Shell } from '../../shell.js'

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i
const FILES = ['zh-cn.json', 'color.png', 'outline.png'] as const

/** `teams-package --host H --developer NAME`: the app package that an administrator uploads to Teams. */
export function teamsPackageCommand(shell: Shell): Command {
  return new Command('teams-package')
    .description('the app package for Teams, with the bot of MicrosoftAppId')
    .requiredOption('--host <name>', 'the public host name of this bot, without https://')
    .option('--developer <name>', 'the bank, as Teams shows it', 'Daybook')
    .option('--out <file>', 'where the package goes', 'daybook-teams.zip')
    .option('--json', 'what was written, as data')
    .action((options: { host: string; developer: string; out: string; json?: boolean }, command: Command) => {
      const { appId } = shell.config.bot
      if (!GUID.test(appId)) command.error('MicrosoftAppId is not set to the id of a bot', { exitCode: 2 })
      if (!HOST.test(options.host)) command.error(`--host is no host name: ${options.host}`, { exitCode: 2 })
      const manifest = teamsManifest({ appId, host: options.host, developer: options.developer })
      writeFileSync(shell.file(options.out), teamsPackage(manifest))
      if (options.json === true) shell.out(JSON.stringify({ file: options.out, appId, host: options.host }))
      else shell.out(`${options.out}: upload it under Teams admin center → Manage apps`)
    })
}

export interface TeamsManifestValues {
  readonly appId: string
  readonly host: string
  readonly developer: string
}

/** The manifest of `data/teams-app/` with these values in their places, under the version of the program: it rises with it. */
export function teamsManifest(given: TeamsManifestValues): string {
  const values = { ...given, version: programVersion() }
  const template = readFileSync(join(dataFolder('teams-app'), 'manifest.json'), 'utf8')
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    JSON.stringify(String(Reflect.get(values, name))).slice(1, -1),
  )
}

function teamsPackage(manifest: string): Uint8Array {
  const files = FILES.map((name) => [name, readFileSync(join(dataFolder('teams-app'), name))] as const)
  return zipSync({ 'manifest.json': Buffer.from(manifest), ...Object.fromEntries(files) })
}
