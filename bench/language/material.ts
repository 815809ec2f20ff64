import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, projectRoot } from '../../src/compose/places.js'
import { readLanguage } from '../../src/language/load.js'
import type { Intent } from '../../src/language/reading.js'
import type { KnownCustomer } from '../../src/language/understand.js'
import { type HeldOutSet, readHeldOut } from '../../test/support/held-out.js'

export interface Line {
  readonly text: string
  readonly intent: Intent
  readonly language: 'zh' | 'en'
}

/** The lines that everybody is trained on, in the order of the files: neighbours resemble each other. */
export function trainingLines(): readonly Line[] {
  const { data } = readLanguage({ dataDir: dataFolder('language') })
  return data.training.flatMap(({ intent, zh, en }) => [
    ...zh.map((text) => ({ text, intent, language: 'zh' as const })),
    ...en.map((text) => ({ text, intent, language: 'en' as const })),
  ])
}

/** The held-out sets that can be read here; one whose book is elsewhere is left out. */
export function heldOutSets(): readonly HeldOutSet[] {
  return readHeldOut().filter((set) => set.lines.length > 0)
}

/** A book of `count` invented customers, as large as a manager's can be. */
export function largeBook(count: number): readonly KnownCustomer[] {
  const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
  const given = [...'建国伟明芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂']
  const pick = (from: readonly string[], at: number) => from[at % from.length]!
  return Array.from({ length: count }, (_, i) => ({
    id: `B${i}`,
    name: `${pick(surnames, i)}${pick(given, i * 7)}${pick(given, i * 13 + 3)}`,
    nickname: `${pick(surnames, i)}总`,
    gender: i % 2 === 0 ? ('male' as const) : ('female' as const),
    occupation: '企业主',
    company: `${pick(given, i)}${pick(given, i * 5)}贸易有限公司`,
    phone: `139${10_000_000 + i}`,
  }))
}

/** A folder of this bench's compiled processes. */
export function processFile(name: string): string {
  return join(projectRoot(), '.bench', 'bench', 'language', `${name}.js`)
}

export const COMPARED = join(projectRoot(), 'bench', 'compared')

export function isInstalled(): boolean {
  return existsSync(join(COMPARED, 'node_modules', 'node-nlp'))
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T // written by the process that started this one
}
