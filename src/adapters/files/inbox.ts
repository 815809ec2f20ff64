import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { IMPORT_KINDS, type ImportKind } from '../../imports/import-rows.js'

/** A file that was put into the drop folder. */
export interface DroppedFile {
  readonly name: string
  readonly path: string
  /** What it holds, by the beginning of its name; absent where that tells nothing. */
  readonly kind?: ImportKind
}

/** Beginnings of names, in the order in which the kinds are imported: nobody is met before their manager. */
const NAMES: readonly (readonly [ImportKind, RegExp])[] = [
  ['managers', /^(managers?|客户经理)/i],
  ['products', /^(products?|产品(?!台账|净值|价格))/i],
  ['gifts', /^(gifts?|(客户)?礼品)/i],
  ['events', /^(events?|(客户)?活动)/i],
  ['news', /^(news|资讯|新闻)/i],
  ['prices', /^(prices?|(产品)?(净值|价格))/i],
  ['customers', /^(customers?|客户(?!关系|关联|联系|资料))/i],
  ['holdings', /^(holdings?|产品台账|台账|持有)/i],
  ['contacts', /^(contacts?|(客户)?联系)/i],
  ['links', /^(links?|(客户)?(关系|关联)|公私联动)/i],
  ['facts', /^(facts?|客户资料)/i],
  ['agreements', /^(agreements?|约定)/i],
  ['favours', /^(favours?|往来)/i],
  ['transactions', /^(transactions?|交易|流水)/i],
]

/** A file that was touched a moment ago may still be on its way in. */
const SETTLED_AFTER_MS = 60_000

/** The words a file's name may begin with, for whoever has to name it. */
export const KNOWN_NAMES = IMPORT_KINDS.join(', ')

/**
 * The files of the drop folder that have come to rest, in the order in which they are to be imported. Makes the folder
 * where it is absent; hidden files and folders are left alone.
 */
export function droppedFiles(folder: string, now: Date): readonly DroppedFile[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry): DroppedFile => {
      const kind = NAMES.find(([, pattern]) => pattern.test(entry.name))?.[0]
      const path = join(folder, entry.name)
      return { name: entry.name, path, ...(kind === undefined ? {} : { kind }) }
    })
    .filter(({ path }) => now.getTime() - statSync(path).mtimeMs >= SETTLED_AFTER_MS)
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.name < b.name ? -1 : 1))
}

function orderOf({ kind }: DroppedFile): number {
  const at = NAMES.findIndex(([known]) => known === kind)
  return at === -1 ? NAMES.length : at
}

/** What this process is reading: to itself no file is left behind. */
const claimed = new Set<string>()

/**
 * Moves a file from the drop folder to `folder`, from where it is read; undefined where it is gone. The move is durable
 * before it returns: not even the machine's end brings the file back to where it would be met again.
 */
export function claim(file: DroppedFile, folder: string): DroppedFile | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, freeName(folder, file.name))
  claimed.add(path)
  try {
    renameSync(file.path, path)
  } catch (error) {
    claimed.delete(path)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  for (const one of [folder, dirname(file.path)]) syncFolder(one)
  return { ...file, path }
}

/** Files that a process which ended was reading. */
export function leftBehind(folder: string): readonly DroppedFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !claimed.has(join(folder, entry.name)))
    .map(({ name }) => ({ name, path: join(folder, name) }))
}

/** Moves a claimed file to where it stays, with what became of it beside it; a name that is taken gets a number. */
export function putAside(file: DroppedFile, folder: string, report: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = freeName(folder, file.name)
  renameSync(file.path, join(folder, name))
  claimed.delete(file.path)
  writeFileSync(join(folder, `${name}.report.txt`), `${report}\n`, { mode: 0o600 })
  return name
}

function freeName(folder: string, name: string): string {
  let free = name
  for (let n = 2; existsSync(join(folder, free)); n++) free = `${n} ${name}`
  return free
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
