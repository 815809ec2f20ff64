#!/usr/bin/env node
// `npm run build`: compiles, and trains the classifier, so that no command waits for it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Where the compiler is; undefined where only what production needs has been installed. */
export function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc')
  } catch {
    return undefined
  }
}

/** Gives the compiler's exit code. */
export async function build(tsc) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) return status ?? 1
  const built = (...path) => pathToFileURL(join(root, 'dist', 'src', ...path)).href
  const { loadLanguage } = await import(built('language', 'load.js'))
  const { languageFolders } = await import(built('compose', 'places.js'))
  loadLanguage(languageFolders())
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tsc = compiler()
  if (tsc === undefined) console.error('The compiler is not installed. Run: npm ci')
  process.exitCode = tsc === undefined ? 1 : await build(tsc)
}
