import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/**
 * Which rooms and packages each room may import. The wiring (`src/index.ts`, `src/daybook.ts`, `src/app.ts`, `src/intake.ts`, `src/cli.ts` and `src/cli/`)
 * knows everyone and is exempt.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/usecases': ['src/domain'],
  'src/language': ['src/domain', 'natural/lib/natural/', 'pinyin-pro', 'node:'],
  'src/conversation': ['src/domain', 'src/language'],
  'src/files': [
    'src/domain',
    'src/usecases',
    'entities',
    'iconv-lite',
    'hucre',
    'pinyin-pro',
    'saxes',
    'yauzl',
    'zod',
    'node:',
  ],
  'src/store': ['src/domain', 'src/usecases', 'lowdb', 'lru-cache', 'zod', 'node:'],
  'src/config': ['src/domain', 'zod', 'node:'],
  'src/messaging': ['src/domain', 'src/usecases', 'src/language/reading.js'],
  'src/bot': [
    'src/domain',
    'src/usecases',
    'src/messaging/reply.js',
    'src/config/config.js',
    'botbuilder',
    'botframework-',
    'htmlparser2',
    'zod',
    'lru-cache',
    'node:',
  ],
  'src/jobs': ['src/domain', 'src/usecases', 'node-cron'],
  'src/http': ['src/domain', 'src/usecases', 'restify', 'prom-client', 'node:'],
  'src/places.ts': ['src/config/config.js', 'node:'],
  'src/log.ts': ['src/config/config.js', 'src/usecases', 'pino'],
  dialogs: [
    'src/domain',
    'src/usecases',
    'src/language',
    'src/conversation',
    'src/messaging',
    'src/bot/conversation.js',
    'botbuilder',
  ],
}

const isWiring = (path: string) =>
  /^src\/(index|daybook|words|app|pushes|intake|cli)\.ts$|^src\/cli\//.test(path)

/** Reaching for the world. Only the wiring may. */
const AMBIENT = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bprocess\.(env|argv|exit)\b/

const files = ['src', 'dialogs']
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => `${root}/${path}`),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) }))
  .filter(({ path }) => !isWiring(path))

const roomOf = (path: string) =>
  Object.keys(MAY_IMPORT).find((room) => path === room || path.startsWith(`${room}/`))

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(/\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm)]
    .map((match) => (match[1] ?? match[2] ?? match[3])!)
    .map((target) => (target.startsWith('.') ? normalize(`${dirname(path)}/${target}`) : target))
}

it('imports go through the doors of their room', () => {
  const wrong = files.flatMap(({ path, text }) => {
    const room = roomOf(path)
    const allowed = room === undefined ? [] : [room, ...MAY_IMPORT[room]!]
    return importsOf(path, text)
      .filter((target) => !allowed.some((prefix) => target.startsWith(prefix)))
      .map((target) => `${path} -> ${target}`)
  })
  expect(wrong).toEqual([])
})

it('every room under src has its doors', () => {
  expect(files.map(({ path }) => path).filter((path) => roomOf(path) === undefined)).toEqual([])
})

it('nobody below the wiring asks the world for time, chance or settings', () => {
  const wrong = files.filter(({ text }) => AMBIENT.test(text)).map(({ path }) => path)
  expect(wrong).toEqual([])
})

it('the domain awaits nothing', () => {
  const wrong = files
    .filter(
      ({ path, text }) => path.startsWith('src/domain/') && /\basync\b|\bawait\b|\bPromise\b/.test(text),
    )
    .map(({ path }) => path)
  expect(wrong).toEqual([])
})

it('only the wiring knows the dialogs', () => {
  const wrong = files
    .filter(({ path }) => path.startsWith('src/'))
    .filter(({ path, text }) => importsOf(path, text).some((target) => target.startsWith('dialogs/')))
    .map(({ path }) => path)
  expect(wrong).toEqual([])
})

it.each([
  ['lowdb', 'src/store/'],
  ['restify', 'src/http/'],
  ['node-cron', 'src/jobs/scheduler.ts'],
  ['natural', 'src/language/'],
  ['pino', 'src/log.ts'],
  ['htmlparser2', 'src/bot/own-words.ts'],
  ['yauzl', 'src/files/workbook/package-parts.ts'],
  ['saxes', 'src/files/workbook/read-xml.ts'],
  ['entities', 'src/files/text/entities.ts'],
])('%s has one home', (name, home) => {
  const users = files
    .filter(({ path, text }) => importsOf(path, text).some((t) => t === name || t.startsWith(`${name}/`)))
    .map(({ path }) => path)
  expect(users.filter((path) => !path.startsWith(home))).toEqual([])
})

it('a command asks its shell and never the process: it may run for someone at another terminal', () => {
  const OF_A_PROCESS = /\bprocess\.(stdin|stdout|stderr|exitCode|exit|cwd|argv|env)\b/
  /** They run in a process of their own, or talk to the one that serves. */
  const ownProcess = ['start.ts', 'playground.ts', 'served/address.ts']
  const wrong = readdirSync('src/cli', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !ownProcess.includes(name))
    .filter((name) => OF_A_PROCESS.test(withoutComments(readFileSync(`src/cli/${name}`, 'utf8'))))
  expect(wrong).toEqual([])
})

/** A manager's id in a test of file names. */
const NAME_LIKE_A_PATH = '../x'

it('no test and no bench reads outside the project', () => {
  const tests = ['test', 'bench']
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => `${root}/${path}`),
    )
    .filter((path) => path.endsWith('.ts'))
  const wrong = tests.flatMap((path) => {
    const text = withoutComments(readFileSync(path, 'utf8'))
    const imported = new Set(importsOf('.', text))
    // What begins with dots is read from where the tests are run, the root, unless it is a place seen from the file.
    const above = [...text.matchAll(/['"`]((?:\.\.\/)+[^'"`\n]*)['"`]/g)]
      .map(([, target]) => target!)
      .filter(
        (target) =>
          !imported.has(normalize(target)) &&
          !existsSync(join(dirname(path), target).replace(/\.js$/, '.ts')),
      )
      .filter((target) => target !== NAME_LIKE_A_PATH)
    const beside = /projectRoot\(\),\s*'\.\.'/.test(text) ? ['the folder above the root'] : []
    const elsewhere = [...text.matchAll(/['"`](\/(?:home|root|srv|opt|mnt|work)\/[^'"`\n]*)['"`]/g)].map(
      (m) => m[1]!,
    )
    return [...above, ...beside, ...elsewhere].map((target) => `${path} -> ${target}`)
  })
  expect(wrong).toEqual([])
})
