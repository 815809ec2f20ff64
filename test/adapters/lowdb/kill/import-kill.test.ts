import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listImports } from '../../../../src/imports/list-imports.js'
import { importText } from '../../../support/imports.js'
import { aHomeFolder, openQuietly } from '../homes.js'
import { type PlainJavaScript, plainJavaScript } from './plain-javascript.js'

const MANAGERS = ['M1', 'M2', 'M3', 'M4']
const CUSTOMERS = MANAGERS.flatMap((id) =>
  Array.from({ length: 60 }, (_, n) => ({ id: `${id}-${n}`, managerId: id })),
)
const HOLDINGS_EACH = 5

const folder = aHomeFolder()
const file = join(folder.path, 'holdings.csv')
let importer: PlainJavaScript

beforeAll(() => {
  importer = plainJavaScript(join(import.meta.dirname, 'importer.ts'), `import-kill-${process.pid}`)
  const rows = CUSTOMERS.flatMap(({ id }) =>
    Array.from({ length: HOLDINGS_EACH }, (_, n) => `${id}-${n},${id},稳享,理财,100000,2026-12-${10 + n}`),
  )
  writeFileSync(file, ['台账号,客户号,产品名称,产品类别,金额,到期日', ...rows].join('\n'))
})
afterAll(() => {
  importer.remove()
  folder.remove()
})

/** Lines the importer says before it is killed: while it reads, between the books, before the end, after it. */
it.each([
  ['reading', 1],
  ['the first book is put', 2],
  ['the second book is put', 3],
  ['the last book is put', 5],
  ['what an undo needs is put', 6],
  ['the record of imports is put', 7],
  ['it is done', 9],
])('an import killed when %s leaves the books as before or as after', async (_, lines) => {
  const home = join(folder.path, `home-${lines}`)
  await begin(home)
  const isDone = await killAfter(home, lines)

  const store = await openQuietly(home)
  const books = await Promise.all(MANAGERS.map((id) => store.books.read(id)))
  const held = books.flatMap(({ customers }) => customers.map(({ holdings }) => holdings.length))
  const imports = (await listImports(store.bank)()).filter(({ kind }) => kind === 'holdings')
  const expected = imports.length === 0 ? 0 : HOLDINGS_EACH
  expect(new Set(held)).toEqual(new Set([expected]))
  expect(held).toHaveLength(CUSTOMERS.length)
  if (lines <= 2) expect(imports).toEqual([])
  if (isDone) expect(imports).toHaveLength(1)
  await store.close()
})

async function begin(home: string): Promise<void> {
  const store = await openQuietly(home)
  const managers = MANAGERS.map((id) => `${id},林若溪,0101`)
  await importText(store.bank, 'managers', ['manager_id,name,branch_id', ...managers].join('\n'))
  const customers = CUSTOMERS.map(({ id, managerId }) => `${id},陈立群,${managerId}`)
  await importText(store.bank, 'customers', ['customer_id,name,manager_id', ...customers].join('\n'))
  await store.close()
}

/** Kills the importer at its line of that number, or lets it end where it says fewer; whether it said it was done. */
async function killAfter(home: string, lines: number): Promise<boolean> {
  const child = spawn(process.execPath, [importer.entry, home, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let left = lines
  let isDone = false
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'done') isDone = true
    if (--left === 0 || isDone) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return isDone
}
