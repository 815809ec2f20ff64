import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { languageFolders } from '../../src/compose/places.js'
import { loadLanguage } from '../../src/language/load.js'

/**
 * Trains the classifier before the first test, so that no test file waits for it or trains it beside another. In a fresh
 * clone what processes are started from is compiled on another core meanwhile.
 */
export async function setup(): Promise<void> {
  const compiling = existsSync('dist/.tsbuildinfo')
    ? undefined
    : once(spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']), 'exit')
  loadLanguage(languageFolders())
  await compiling
}
