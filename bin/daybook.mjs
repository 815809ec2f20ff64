#!/usr/bin/env node
// Compiles what has changed since the last time, then runs the command.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'dist', '.tsbuildinfo')

if (existsSync(join(root, 'src')) && isStale()) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
  // The classifier is trained with the build, so that no command waits for it.
  const { loadLanguage } = await import(join(root, 'dist', 'src', 'language', 'load.js'))
  const { languageFolders } = await import(join(root, 'dist', 'src', 'places.js'))
  loadLanguage(languageFolders())
}
const settings = join(root, '.env')
if (existsSync(settings)) process.loadEnvFile(settings)
await import(join(root, 'dist', 'src', 'index.js'))

function isStale() {
  if (!existsSync(stamp)) return true
  const builtAt = statSync(stamp).mtimeMs
  return ['src', 'dialogs'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some(
      (name) => statSync(join(root, folder, name)).mtimeMs > builtAt,
    ),
  )
}
