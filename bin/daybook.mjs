#!/usr/bin/env node
// Compiles what has changed since the last time, where the compiler is installed, then runs the command.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, compiler } from './build.mjs'

endWithParent()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'dist', '.tsbuildinfo')
const program = join(root, 'dist', 'src', 'main.js')

const tsc = compiler()
if (tsc !== undefined && existsSync(join(root, 'src')) && isStale()) {
  if (!existsSync(stamp))
    console.error('Daybook is being built and learns its words: about a minute, this once.')
  const status = await build(tsc)
  if (status !== 0) process.exit(status)
}
if (!existsSync(program)) {
  console.error('Daybook is not built here. Run: npm ci && npm run build')
  process.exit(1)
}
const settings = join(root, '.env')
if (existsSync(settings)) process.loadEnvFile(settings)
await import(pathToFileURL(program).href)

function isStale() {
  if (!existsSync(stamp)) return true
  const builtAt = statSync(stamp).mtimeMs
  return ['src', 'dialogs'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some(
      (name) => statSync(join(root, folder, name)).mtimeMs > builtAt,
    ),
  )
}

/** npm starts a shell between itself and us, which ends at a signal without handing it on. */
function endWithParent() {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
