import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.js'

/** The project's own folder, whether it runs compiled or as it is written. */
export function projectRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'package.json'))) at = dirname(at)
  return at
}

/** A file or folder of `data/`. */
export function dataFolder(name: string): string {
  return join(projectRoot(), 'data', name)
}

/** Where the words are read from, and where what was learnt from them is kept with what was built. */
export function languageFolders(config: Pick<Config, 'extraLanguagePath'> = {}) {
  return {
    dataDir: dataFolder('language'),
    cacheDir: join(projectRoot(), 'dist', 'learnt'),
    ...(config.extraLanguagePath === undefined ? {} : { extraDir: config.extraLanguagePath }),
  }
}

/** The version of the program, as its package says. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
    readonly version?: string
  }
  return version ?? 'unversioned'
}
