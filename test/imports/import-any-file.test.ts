import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { encodeText, markOf } from '../../src/adapters/files/text/encode.js'
import { aBank } from '../support/bank.js'

const HEAD = ['客户号', '姓名', '客户经理号', '总资产', '生日', '备注']
const ROWS = [
  ['00001', '甲,乙', 'M1', '1,234.50', '1985年3月4日', '第一行\n第二行'],
  ['00002', '𠮷野', 'M2', '', '', '说“好”'],
  ['00003', '丙', 'M1', '￥500', '19900101', '="x"'],
]
const text = (separator: string) =>
  [HEAD, ...ROWS]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
    .join('\r\n')

const FORMS: Record<string, () => Buffer | Promise<Buffer>> = {
  'utf-8 with commas': () => Buffer.from(text(',')),
  'gb18030 with semicolons below a preamble': () =>
    encodeText(`某某银行;客户\r\n;\r\n${text(';')}`, 'gb18030'),
  'utf-16 with tabs': () => Buffer.concat([markOf('utf-16le'), encodeText(text('\t'), 'utf-16le')]),
  'a workbook': async () =>
    Buffer.from(await writeXlsx({ sheets: [{ name: '客户', rows: [HEAD, ...ROWS] }] })),
}

/** What befalls a file on its way. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'overwrite' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('swap' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 1, max: 40 }),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(file: Buffer, harm: Damage): Buffer {
  const at = Math.floor(harm.at * file.length)
  const head = file.subarray(0, at)
  switch (harm.kind) {
    case 'cut':
      return head
    case 'insert':
      return Buffer.concat([head, harm.bytes, file.subarray(at)])
    case 'overwrite':
      return Buffer.concat([head, harm.bytes, file.subarray(at + harm.bytes.length)])
    case 'swap':
      return Buffer.concat([
        head,
        file.subarray(at + harm.size, at + 2 * harm.size),
        file.subarray(at, at + harm.size),
        file.subarray(at + 2 * harm.size),
      ])
  }
}

describe('a file damaged anywhere', () => {
  const bank = aBank()

  it.each(Object.entries(FORMS))(
    '%s: is reported, and is in the books whole or not at all',
    async (form, make) => {
      const file = await make()
      const name = form === 'a workbook' ? 'c.xlsx' : 'c.csv'
      await fc.assert(
        fc.asyncProperty(damage, async (harm) => {
          const before = await bank.everything()
          const report = await bank.take('customers', damaged(file, harm), { file: name })
          const { applied, rejected, created, updated, unchanged } = report
          if (applied) {
            expect(rejected).toEqual([])
            const { books } = await bank.everything()
            const held = new Set(books.flatMap((book) => book.customers.map((one) => one.id)))
            expect(held.size).toBeGreaterThanOrEqual(created + updated + unchanged)
          } else {
            expect(rejected.length).toBeGreaterThan(0)
            for (const { line, code } of rejected)
              expect([line >= 1, code]).toEqual([true, expect.any(String)])
            expect(await bank.everything()).toEqual(before)
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(Object.entries(FORMS))('%s: comes in where nothing befell it', async (form, make) => {
    const file = await make()
    const name = form === 'a workbook' ? 'c.xlsx' : 'c.csv'
    expect(await bank.take('customers', file, { file: name })).toMatchObject({ created: 3, rejected: [] })
  })
})
