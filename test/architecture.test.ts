import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'
import { pageWithMap } from '../bin/map.mjs'
import { INTENTS } from '../src/language/intents.js'

/**
 * Which rooms and packages each room may import. The wiring (`src/main.ts`, `src/compose/`, `src/cli/`) knows everyone and is
 * exempt.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/ports': ['src/domain'],
  'src/sample': ['src/domain'],
  'src/imports': ['src/domain', 'src/ports', 'src/sample'],
  'src/usecases': ['src/domain', 'src/ports', 'src/imports'],
  'src/language': ['src/domain', 'natural/lib/natural/', 'node:'],
  'src/conversation': ['src/domain', 'src/language'],
  'src/messaging': ['src/domain', 'src/ports', 'src/usecases', 'src/imports', 'src/language/reading.js'],
  'src/delivery': ['src/domain', 'src/ports', 'src/usecases'],
  'src/config': ['src/domain', 'zod', 'node:'],
  'src/adapters/audit': ['src/ports', 'src/config/audit-sink.js', 'zod', 'node:'],
  'src/adapters/bot': [
    'src/domain',
    'src/ports',
    'src/config/config.js',
    'botbuilder',
    'botframework-',
    'htmlparser2',
    'zod',
    'lru-cache',
    'node:',
  ],
  'src/adapters/cron': ['src/ports', 'src/delivery', 'node-cron'],
  'src/adapters/files': [
    'src/domain',
    'src/ports',
    'src/imports',
    'src/sample',
    'src/usecases/exports/',
    'entities',
    'iconv-lite',
    'hucre',
    'saxes',
    'yauzl',
    'zod',
    'node:',
  ],
  'src/adapters/http': ['src/ports', 'restify', 'prom-client', 'node:'],
  'src/adapters/lowdb': [
    'src/domain',
    'src/ports',
    'src/adapters/stored',
    'lowdb',
    'lru-cache',
    'zod',
    'node:',
  ],
  'src/adapters/postgres': [
    'src/domain',
    'src/ports',
    'src/adapters/stored',
    'pg',
    'lru-cache',
    'zod',
    'node:',
  ],
  'src/adapters/stored': ['src/domain', 'src/ports', 'zod', 'node:async_hooks'],
  dialogs: [
    'src/domain',
    'src/ports',
    'src/usecases',
    'src/language',
    'src/conversation',
    'src/messaging',
    'lru-cache',
  ],
}

const isWiring = (path: string) => path === 'src/main.ts' || /^src\/(?:cli|compose)\//.test(path)

/** Reaching for the world. Only the wiring may. */
const AMBIENT = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bprocess\.(env|argv|exit)\b/

const files = ['src', 'dialogs']
  .flatMap((root) => filesUnder(root))
  .map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) }))
  .filter(({ path }) => !isWiring(path))

function filesUnder(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${root}/${path}`)
}

/** One circle for every arrow that closes one, from the file where it closes. */
function circlesOf(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) circles.push([...way.slice(at), path].join(' -> '))
    if (at >= 0 || done.has(path)) return
    for (const target of arrows.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of arrows.keys()) visit(path, [])
  return circles
}

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

it('no file imports itself by a way round, types included', () => {
  const all = ['src', 'dialogs'].flatMap((root) => filesUnder(root))
  const arrows = new Map(
    all.map((path) => [
      path,
      importsOf(path, withoutComments(readFileSync(path, 'utf8'))).map((target) =>
        target.replace(/\.js$/, '.ts'),
      ),
    ]),
  )
  expect(circlesOf(arrows)).toEqual([])
})

it('a folder has at most 25 files', () => {
  const counts = new Map<string, number>()
  for (const root of ['src', 'dialogs'])
    for (const path of filesUnder(root)) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > 25)).toEqual([])
})

it('the map in CONTRIBUTING.md is of today: npm run map', () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8')
  expect(pageWithMap(page)).toBe(page)
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

/** Rooms that know intents; the domain has kinds of change of the same names. */
const KNOW_INTENTS = /^(?:src\/(?:language|conversation|messaging|cli|compose)|dialogs)\//

/** Four intents beside one another: a condition names one or two, more of them are something that is true of an intent. */
function intentLists(text: string): readonly string[] {
  const known: ReadonlySet<string> = new Set(INTENTS)
  return [...text.matchAll(/(?:'[a-z.-]+'\s*,\s*){3,}'[a-z.-]+'/g)]
    .map(([list]) => list.match(/[a-z.-]+/g) ?? [])
    .filter((names) => names.filter((name) => known.has(name) && name.includes('.')).length >= 3)
    .map((names) => names.join(' '))
}

it('what is true of an intent stands in its row, and in no other list', () => {
  const wrong = ['src', 'dialogs']
    .flatMap((root) => filesUnder(root))
    .filter((path) => KNOW_INTENTS.test(path) && path !== 'src/language/intents.ts')
    .flatMap((path) =>
      intentLists(withoutComments(readFileSync(path, 'utf8'))).map((list) => `${path}: ${list}`),
    )
  expect(wrong).toEqual([])
})

it.each([
  "const LISTS = new Set(['maturity.list', 'movement.list', 'birthday.list', 'churn.list'])",
  "if (['contact.log', 'task.add',\n  'appointment.add', 'none'].includes(intent)) return",
])('a planted list of intents is seen: %s', (planted) => {
  expect(intentLists(planted)).toHaveLength(1)
})

/** Where it is said from when on words are taken one way, and something is done. */
const POLICIES: readonly string[] = ['src/language/intents/certainty.ts', 'src/conversation/confirmation.ts']

/** A certainty that is compared with anything but an entry of the policies, and a constant that is meant to be. */
function ownThresholds(text: string): readonly string[] {
  const compared =
    /\b(?:confidence|sureness|unreached)\b(?: \?\? \d\))?\s*(?:[<>]=|[<>](?!=))\s*(?!\s|SURE_ENOUGH\.|enough\b)\S+/g
  const constant = /const \w*(?:SURE|LIKEL|DOUBT|CERTAIN|CONFIDEN|STAKE|THRESHOLD)\w*(?:: number)? = 0?\.\d+/g
  const enough = /const enough = (?!.*SURE_ENOUGH\.).*/g
  return [compared, constant, enough].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([found]) => found),
  )
}

it('how sure is sure enough stands in the policies alone', () => {
  const wrong = files
    .filter(({ path }) => !POLICIES.includes(path))
    .flatMap(({ path, text }) => ownThresholds(text).map((found) => `${path}: ${found}`))
  expect(wrong).toEqual([])
})

it.each([
  'if (plain.confidence >= 0.75) return true',
  'return best.confidence < LEAST',
  'const SURELY_NONE = 0.65',
  'const enough = said.isSaid ? 0.65 : 0.3',
])('a planted threshold is seen: %s', (planted) => {
  expect(ownThresholds(planted)).toHaveLength(1)
})

it('only the wiring knows the dialogs', () => {
  const wrong = files
    .filter(({ path }) => path.startsWith('src/'))
    .filter(({ path, text }) => importsOf(path, text).some((target) => target.startsWith('dialogs/')))
    .map(({ path }) => path)
  expect(wrong).toEqual([])
})

it.each([
  ['lowdb', 'src/adapters/lowdb/'],
  ['pg', 'src/adapters/postgres/'],
  ['restify', 'src/adapters/http/'],
  ['node-cron', 'src/adapters/cron/scheduler.ts'],
  ['natural', 'src/language/'],
  ['botbuilder', 'src/adapters/bot/'],
  ['pino', 'src/compose/log.ts'],
  ['htmlparser2', 'src/adapters/bot/own-words.ts'],
  ['yauzl', 'src/adapters/files/workbook/package-parts.ts'],
  ['saxes', 'src/adapters/files/workbook/read-xml.ts'],
  ['entities', 'src/adapters/files/text/entities.ts'],
])('%s has one home', (name, home) => {
  const users = files
    .filter(({ path, text }) => importsOf(path, text).some((t) => t === name || t.startsWith(`${name}/`)))
    .map(({ path }) => path)
  expect(users.filter((path) => !path.startsWith(home))).toEqual([])
})

it('a command asks its shell and never the process: it may run for someone at another terminal', () => {
  const OF_A_PROCESS = /\bprocess\.(stdin|stdout|stderr|exitCode|exit|cwd|argv|env)\b/
  /** They run in a process of their own, or talk to the one that serves. */
  const ownProcess = ['commands/process/start.ts', 'commands/process/playground.ts', 'served/address.ts']
  const wrong = readdirSync('src/cli', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !ownProcess.includes(name))
    .filter((name) => OF_A_PROCESS.test(withoutComments(readFileSync(`src/cli/${name}`, 'utf8'))))
  expect(wrong).toEqual([])
})

/** A manager's id in a test of file names. */
const NAME_LIKE_A_PATH = '../x'

it('no test and no bench reads outside the project', () => {
  const tests = ['test', 'bench'].filter((root) => existsSync(root)).flatMap((root) => filesUnder(root))
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
