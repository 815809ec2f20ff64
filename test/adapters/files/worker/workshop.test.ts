import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenFile, openFileHere } from '../../../../src/adapters/files/opened-file.js'
import { closeWorkshop, openFileAside } from '../../../../src/adapters/files/worker/workshop.js'
import { day } from '../../../../src/domain/day.js'
import type { ImportKind, RowBatch } from '../../../../src/imports/import-rows.js'
import { numberCell, rawRow, rawWorkbook } from '../../../support/raw-workbook.js'

const TODAY = day('2026-11-23')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-worker-'))
})
afterAll(async () => {
  await closeWorkshop()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function all(open: OpenFile, kind: ImportKind, path: string) {
  const table = await open(kind, path, { today: TODAY }, () => {})
  try {
    const batches: RowBatch<ImportKind>[] = []
    for await (const batch of table.batches()) batches.push(batch)
    const { file, encoding, unknownColumns, sheet, otherSheets, rejectedFormat, headers } = table
    return { batches, file, encoding, unknownColumns, sheet, otherSheets, rejectedFormat, headers }
  } finally {
    table.close()
  }
}

const MANY = `客户号,姓名,客户经理号,总资产,星座\n${Array.from({ length: 12_345 }, (_, n) => `${n},甲\u200b${n},M1,${n % 7 === 0 ? '坏' : n},`).join('\n')}\n`
const BOOK = rawWorkbook({
  sheets: [
    { name: '说明', rows: rawRow(['x']) },
    {
      name: 'S',
      rows:
        rawRow(['客户号', '姓名', '客户经理号', '生日']) +
        rawRow([numberCell(2), '甲', 'M1', ''], 2, ' hidden="1"') +
        rawRow(['002', '乙', 'M1', numberCell(30_000)]),
    },
  ],
})

describe('a file that is read beside the thread', () => {
  it.each([
    ['a text file of many batches', 'many.csv', MANY],
    ['a workbook', 'book.xlsx', BOOK],
    ['half a workbook', 'half.xlsx', BOOK.subarray(0, 900)],
    ['nothing', 'empty.csv', ''],
  ])('is the same table as one that is read in it: %s', async (_, name, content) => {
    const path = file(name, content)
    expect(await all(openFileAside, 'customers', path)).toEqual(await all(openFileHere, 'customers', path))
  })

  it('that is left in the midst writes its rejected rows all the same', async () => {
    const table = await openFileAside('customers', file('left.csv', MANY), { today: TODAY }, () => {})
    for await (const batch of table.batches()) if (batch.rejected.length > 0) break
    const rejected = [{ line: 9_000, column: '总资产', value: '坏', code: 'not-a-sum' }] as const
    const aside = join(folder, 'left.rejected.csv')
    await table.writeRejected(aside, rejected)
    table.close()
    expect(readFileSync(aside, 'utf8')).toContain('8998,M1,8998')
  })

  it('can be walked again, with what an earlier walk found', async () => {
    const table = await openFileAside('customers', file('again.xlsx', BOOK), { today: TODAY }, () => {})
    const walk = async (overtaken?: Parameters<typeof table.batches>[0]) => {
      const found = { rows: 0, rejected: 0, overtaken: [] as unknown[] }
      for await (const batch of table.batches(overtaken)) {
        found.rows += batch.rows.length
        found.rejected += batch.rejected.length
        found.overtaken.push(...(batch.overtaken ?? []))
      }
      return found
    }
    const first = await walk()
    expect(first).toMatchObject({ rows: 2, rejected: 0, overtaken: [{ line: 2, code: 'number-has-twin' }] })
    const known = new Map([[2, first.overtaken[0] as never]])
    expect(await walk(known)).toEqual({ rows: 1, rejected: 1, overtaken: [] })
    table.close()
  })

  it('may be left in the middle: the worker serves the next one', async () => {
    const table = await openFileAside('customers', file('left.csv', MANY), { today: TODAY }, () => {})
    for await (const batch of table.batches()) {
      expect(batch.rows.length).toBeGreaterThan(0)
      break
    }
    table.close()
    expect((await all(openFileAside, 'customers', file('next.xlsx', BOOK))).sheet).toBe('S')
  })

  it('that may not be read is one reason', async () => {
    const { batches } = await all(openFileAside, 'customers', folder)
    expect(batches).toMatchObject([{ rejected: [{ code: 'cannot-be-opened', expected: 'EISDIR' }] }])
  })
})
