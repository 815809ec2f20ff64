import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText, markOf } from '../../../../src/adapters/files/text/encode.js'
import type { Encoding } from '../../../../src/adapters/files/text/encoding.js'
import { faults, see } from '../../../support/see-table.js'

describe('how a table may be written', () => {
  const CUSTOMER = { id: '00012', name: '石芳', managerId: 'M1' }

  it.each([
    { case: 'Chinese headers', content: '客户号,姓名,客户经理号\n00012,石芳,M1' },
    { case: 'English headers in another order', content: 'manager_id,customer_id,name\nM1,00012,石芳' },
    { case: 'semicolons', content: '客户号;姓名;客户经理号\n00012;石芳;M1' },
    { case: 'tabs', content: '客户号\t姓名\t客户经理号\r\n00012\t石芳\tM1\r\n' },
    {
      case: 'quoted headers and padded cells',
      content: '"客户号", "姓名" ,客户经理号\n  00012\t,石芳　 , M1 ',
    },
    { case: 'cells wrapped as ="…"', content: '客户号,姓名,客户经理号\n="00012","=""石芳""",="M1"' },
    { case: 'full-width digits in an id', content: '客户号,姓名,客户经理号\n０００１２,石芳,Ｍ1' },
    { case: 'headers with marks and spaces', content: 'Customer ID*, Name ,Manager-ID\n00012,石芳,M1' },
  ])('$case', async ({ content }) => {
    const { rows, rejected } = await see('customers', content)
    expect(rejected).toEqual([])
    expect(rows.map((r) => r.row)).toEqual([CUSTOMER])
  })

  it.each<Encoding>(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])(
    '%s, with its byte order mark',
    async (encoding) => {
      const text = '客户号,姓名,客户经理号\r\n00012,石芳,M1\r\n'
      const seen = await see('customers', Buffer.concat([markOf(encoding), encodeText(text, encoding)]))
      expect(seen).toMatchObject({ encoding, rejected: [], rows: [{ line: 2, row: CUSTOMER }] })
    },
  )

  it('a byte order mark wins over the encoding that was asked for; without one what was asked for is taken', async () => {
    const text = '客户号,姓名,客户经理号\n00012,石芳,M1\n'
    const marked = Buffer.concat([markOf('utf-8'), Buffer.from(text)])
    expect((await see('customers', marked, 'gb18030')).encoding).toBe('utf-8')
    const seen = await see('customers', encodeText(text, 'utf-16le'), 'utf-16le')
    expect(seen).toMatchObject({ encoding: 'utf-16le', rows: [{ row: CUSTOMER }] })
  })

  it('lines above the header count, and so do blank ones and line breaks in cells', async () => {
    const content =
      '滨江支行客户清单\n"导出日期",2026-11-23\n\n客户号,姓名,客户经理号,备注\n1,甲,M1,"一\n二"\n\n2,乙,M1,\n3,丙,,\n'
    const { rows, rejected } = await see('customers', content)
    expect(rows.map((r) => [r.line, r.row.id])).toEqual([
      [5, '1'],
      [8, '2'],
    ])
    expect(rejected).toMatchObject([{ line: 9, column: '客户经理号', code: 'required' }])
  })

  it('sums in units of 10,000 where the header says so', async () => {
    const head = (amount: string) => `台账号,客户号,产品名称,产品类别,${amount}\n1,2,三年期,定期存款,12.5\n`
    for (const amount of ['金额（万元）', '金额(万元)', 'amount (万元)']) {
      expect((await see('holdings', head(amount))).rows[0]!.row.amountFen).toBe(12_500_000)
    }
    for (const amount of ['金额', '金额(元)', 'amount']) {
      expect((await see('holdings', head(amount))).rows[0]!.row.amountFen).toBe(1_250)
    }
  })

  it('columns it does not know are told and left aside, whatever is in them', async () => {
    const seen = await see('customers', '客户号,星座,姓名,客户经理号,\n1,=1+1,甲,M1,\u0007\n')
    expect(seen).toMatchObject({ unknownColumns: ['星座'], rejected: [], rows: [{ row: { id: '1' } }] })
  })

  it('an absent column says nothing, an empty cell says empty, an empty yes or no says no', async () => {
    const { rows } = await see('customers', '客户号,姓名,客户经理号,总资产,营销授权\n1,甲,M1,,\n')
    expect(rows[0]?.row).toEqual({
      id: '1',
      name: '甲',
      managerId: 'M1',
      aumFen: null,
      marketingConsent: false,
    })
  })

  it('an apostrophe before what looks like a formula marks it as text', async () => {
    const { rows } = await see(
      'customers',
      "客户号,姓名,客户经理号,备注\n1,甲,M1,'=1+1\n2,乙,M1,''@x\n3,丙,M1,'quoted'\n",
    )
    expect(rows.map((r) => r.row.notes)).toEqual(['=1+1', "'@x", "'quoted'"])
  })
})

describe('what is wrong with a row', () => {
  const head = '客户号,姓名,客户经理号,生日,总资产,备注\n'

  it.each([
    { case: 'fewer cells than the header', row: '1,甲,M1,,', code: 'too-few-cells', column: '' },
    { case: 'more cells than the header', row: '1,甲,M1,,,,', code: 'too-many-cells', column: '' },
    { case: 'a quote not closed', row: '1,"甲,M1,,,', code: 'unclosed-quote', column: '' },
    { case: 'a control character', row: '1,甲\u0000,M1,,,', code: 'control-character', column: '姓名' },
    {
      case: 'a name over 100 characters',
      row: `1,${'甲'.repeat(101)},M1,,,`,
      code: 'name-too-long',
      column: '姓名',
    },
    {
      case: 'a cell over 2,000 characters',
      row: `1,甲,M1,,,${'长'.repeat(2001)}`,
      code: 'too-long',
      column: '备注',
    },
    { case: 'a formula', row: '1,=A1,M1,,,', code: 'formula', column: '姓名' },
    { case: 'a formula behind a wrapping', row: '1,甲,M1,,,"=""x""&A1"', code: 'formula', column: '备注' },
    { case: 'an at sign', row: '1,甲,M1,,,@SUM(A1)', code: 'formula', column: '备注' },
    { case: 'a plus before a letter', row: '1,甲,M1,,,+cmd', code: 'formula', column: '备注' },
    { case: 'a minus before a letter', row: '1,甲,M1,,,-无', code: 'formula', column: '备注' },
    { case: 'a birthday after today', row: '1,甲,M1,2026-11-24,,', code: 'day-after-today', column: '生日' },
    { case: 'an empty key', row: ',甲,M1,,,', code: 'required', column: '客户号' },
    { case: 'a name of ideographic spaces', row: '1,　 ,M1,,,', code: 'required', column: '姓名' },
    { case: 'an empty key that is wrapped', row: '="",甲,M1,,,', code: 'required', column: '客户号' },
  ])('$case', async ({ row, code, column }) => {
    expect(await faults('customers', `${head}${row}\n2,乙,M1,,,\n`)).toEqual([[2, column, code]])
  })

  it.each([
    ['100 characters of a name', `1,${'甲'.repeat(100)},M1,,,`],
    ['100 rare characters of a name', `1,${'𠮷'.repeat(100)},M1,,,`],
    ['2,000 characters', `1,甲,M1,,,${'长'.repeat(2000)}`],
    ['a minus before a digit', '1,甲,M1,,,-5%'],
    ['a plus before a digit', '1,甲,M1,,,+86 199'],
    ['a tab and a line break inside quotes', '1,甲,M1,,,"一\t二\r\n三"'],
    ['a birthday today', '1,甲,M1,2026-11-23,,'],
    ['a quote in the middle of a cell', '1,甲,M1,,,5"屏'],
  ])('%s are right', async (_, row) => {
    expect(await faults('customers', head + row)).toEqual([])
  })

  it('the first row with a key stands, whatever becomes of it; every later one is rejected', async () => {
    const rows = '1,甲,M1,,,\n1,乙,M1,,,\n2,丙,M1,,坏,\n2,丁,M1,,,\n="1",戊,M1,,,\n'
    expect(await faults('customers', head + rows)).toEqual([
      [3, '客户号', 'repeated-key'],
      [4, '总资产', 'not-a-sum'],
      [5, '客户号', 'repeated-key'],
      [6, '客户号', 'repeated-key'],
    ])
  })

  it('everything that is wrong in a row is told, the first of it first', async () => {
    const { rejected } = await see('customers', `${head}1,,M1,2026-02-30,-1,\n`)
    expect([rejected[0]!.code, ...rejected[0]!.also!.map((one) => one.code)]).toEqual([
      'required',
      'no-such-day',
      'negative-sum',
    ])
  })

  it('a maturity before its start is wrong, one on the same day is not', async () => {
    const content =
      '台账号,客户号,产品名称,产品类别,金额,起息日,到期日\n1,2,三年期,定期存款,1,2026-01-02,2026-01-01\n2,2,三年期,定期存款,1,2026-01-02,2026-01-02\n'
    expect(await faults('holdings', content)).toEqual([[2, '到期日', 'maturity-before-start']])
  })

  it('bytes of another encoding are shown as such', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${head}1,`),
      Buffer.from([0xd5, 0xd4]),
      Buffer.from(',M1,,,\n2,乙,M1,,,\n'),
    ])
    const { rejected, rows } = await see('customers', bytes)
    expect(rejected).toMatchObject([{ line: 2, column: '姓名', value: '��', code: 'broken-bytes' }])
    expect(rows.map((r) => r.line)).toEqual([3])
  })
})

describe('what is wrong with a file', () => {
  it.each([
    { case: 'nothing', content: '', code: 'no-header' },
    { case: 'no header', content: '1,2,3\n4,5,6\n', code: 'no-header' },
    { case: 'a required column is missing', content: '客户号,姓名,生日\n1,甲,\n', code: 'missing-column' },
    {
      case: 'a column twice',
      content: '客户号,姓名,客户经理号,customer_id\n1,甲,M1,2\n',
      code: 'repeated-column',
    },
    { case: 'an old workbook', content: Buffer.from('d0cf11e0a1b11ae10000', 'hex'), code: 'not-a-table' },
    { case: 'half a workbook', content: Buffer.from('504b0304140000000800', 'hex'), code: 'not-a-table' },
  ])('$case', async ({ content, code }) => {
    expect(await see('customers', content)).toMatchObject({
      isUnreadable: true,
      rows: [],
      rejected: [{ code }],
    })
  })

  it('is always a report, whatever the bytes are', async () => {
    const good = Buffer.from('客户号,姓名,客户经理号,总资产\r\n1,"甲,乙",M1,"1,234.50"\r\n2,丙,M2,\r\n')
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.uint8Array({ maxLength: 12 }), async (at, noise) => {
        const bytes = Buffer.concat([good.subarray(0, at), Buffer.from(noise), good.subarray(at)])
        for (const content of [bytes, good.subarray(0, at)]) {
          const { rows, rejected } = await see('customers', content)
          for (const { row } of rows) expect(typeof row.id).toBe('string')
          for (const { line, code } of rejected) expect([line > 0, typeof code]).toEqual([true, 'string'])
        }
      }),
    )
  })
})
