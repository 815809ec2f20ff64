import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importText } from '../support/imports.js'
import { type TemporaryStore, temporaryStore } from '../support/temporary-store.js'

/** A bank's files as they come, small: every reason to refuse a row has one, and the rest is whole. */
const MANAGERS = `客户经理号,姓名,网点号,角色,aad_object_id,晨报时间
M1,林若溪,0101,manager,aad-1,08:30
M9,顾明远,0101,head,aad-9,08:00
`
const PRODUCTS = `产品代码,名称,产品类别,风险级别,起购金额,币种,发售日
W115,稳盈115天,理财,R2,10000,CNY,2026-01-01
TD12,一年期整存整取,定期存款,,50,CNY,2026-01-01
`
const CUSTOMER_COLUMNS =
  '客户号,姓名,客户经理号,客户类型,性别,生日,手机号,总资产,风险等级,风评日期,卡等级,勿扰,营销授权,爱好,分配日期,备注'
const HOLDING_COLUMNS =
  '台账号,客户号,产品代码,产品名称,产品类别,金额,币种,起息日,到期日,利率,风险级别,自动转存'

const NAMES = ['周予安', '许知行', '沈嘉木', '陆晚晴', '程一诺', '苏念慈', '韩书远', '唐未央']
const customerId = (n: number) => String(n).padStart(8, '0')
const holdingId = (n: number) => `01012101${String(n).padStart(10, '0')}`

type Cells = Readonly<Record<string, string>>

function rowOf(columns: string, cells: Cells): string {
  return columns
    .split(',')
    .map((column) => cells[column] ?? '')
    .join(',')
}

function aCustomerRow(n: number, over: Cells = {}): string {
  return rowOf(CUSTOMER_COLUMNS, {
    客户号: customerId(n),
    姓名: NAMES[n % NAMES.length]!,
    客户经理号: 'M1',
    客户类型: 'person',
    性别: n % 2 === 0 ? '男' : '女',
    生日: '1985-04-20',
    手机号: `199-0000-${String(n).padStart(4, '0')}`,
    总资产: '70856.49',
    风险等级: 'C3',
    风评日期: '2026-03-04',
    卡等级: 'gold',
    勿扰: '否',
    营销授权: '是',
    爱好: '钓鱼',
    分配日期: '2026-01-05',
    ...over,
  })
}

function aHoldingRow(n: number, over: Cells = {}): string {
  return rowOf(HOLDING_COLUMNS, {
    台账号: holdingId(n),
    客户号: customerId(n),
    产品代码: 'TD12',
    产品名称: '一年期整存整取',
    产品类别: '定期存款',
    金额: '80000.00',
    币种: 'CNY',
    起息日: '2026-05-21',
    到期日: '2027-05-21',
    利率: '1.35%',
    自动转存: '是',
    ...over,
  })
}

/** Rows with what is wrong with them; undefined: odd, and right. */
type Damaged = readonly (readonly [row: string | Buffer, code: string | undefined])[]

const CUSTOMERS: Damaged = [
  [aCustomerRow(1), undefined],
  [aCustomerRow(2, { 生日: '2026-02-30' }), 'no-such-day'],
  [aCustomerRow(3, { 总资产: '-50000.00' }), 'negative-sum'],
  [aCustomerRow(4, { 客户经理号: 'M999' }), 'unknown-manager'],
  [aCustomerRow(5, { 姓名: '' }), 'required'],
  [aCustomerRow(6, { 姓名: '\u3000 ' }), 'required'],
  [aCustomerRow(7, { 客户号: '' }), 'required'],
  [aCustomerRow(8, { 风险等级: 'C9' }), 'not-a-value'],
  [aCustomerRow(9, { 卡等级: 'diamond' }), 'not-a-value'],
  [aCustomerRow(10, { 姓名: "=cmd|' /C calc'!A0" }), 'formula'],
  [aCustomerRow(11, { 客户号: '1.10105E+17' }), 'lost-digits'],
  [aCustomerRow(12, { 总资产: '12万' }), 'not-a-sum'],
  [`${customerId(13)},梁和,M1,person`, 'too-few-cells'],
  [aCustomerRow(14, { 总资产: '1,234,567.89' }), 'too-many-cells'],
  [aCustomerRow(15, { 姓名: '王\u0000芳' }), 'control-character'],
  [aCustomerRow(16, { 备注: '理'.repeat(5_000) }), 'too-long'],
  [aCustomerRow(1, { 姓名: '另一个人' }), 'repeated-key'],
  [iconv.encode(aCustomerRow(17, { 姓名: '赵海燕' }), 'gbk'), 'broken-bytes'],
  [aCustomerRow(18, { 勿扰: '也许' }), 'not-yes-or-no'],
  [aCustomerRow(19, { 生日: '03/04/1985' }), 'ambiguous-day'],
  [aCustomerRow(20, { 备注: '"第一行\n第二行"' }), undefined],
  [` ${aCustomerRow(21)}`, undefined],
  [aCustomerRow(22, { 客户号: `"=""${customerId(22)}"""` }), undefined],
  [aCustomerRow(23, { 姓名: '"李海学' }), 'unclosed-quote'],
]

const HOLDINGS: Damaged = [
  [aHoldingRow(1), undefined],
  [aHoldingRow(2, { 到期日: '2026-02-30' }), 'no-such-day'],
  [aHoldingRow(3, { 起息日: '20261301' }), 'no-such-day'],
  [aHoldingRow(4, { 金额: '-50000.00' }), 'negative-sum'],
  [aHoldingRow(5, { 客户号: '99999999' }), 'unknown-customer'],
  [aHoldingRow(6, { 产品代码: '', 产品名称: '' }), 'required'],
  [aHoldingRow(7, { 金额: '' }), 'required'],
  [aHoldingRow(8, { 产品类别: '信托计划' }), 'not-a-value'],
  [aHoldingRow(9, { 风险级别: 'R9' }), 'not-a-value'],
  [aHoldingRow(10, { 金额: 'NaN' }), 'not-a-sum'],
  [aHoldingRow(11, { 到期日: '2026-05-01' }), 'maturity-before-start'],
  [aHoldingRow(12, { 产品名称: "=1+cmd|' /C calc'!A0" }), 'formula'],
  [aHoldingRow(13, { 台账号: '2.02611E+17' }), 'lost-digits'],
  [`${holdingId(14)},${customerId(14)},TD12`, 'too-few-cells'],
  [aHoldingRow(15, { 金额: '1,000,000.00' }), 'too-many-cells'],
  [aHoldingRow(16, { 产品名称: '定期\u0000存款' }), 'control-character'],
  [aHoldingRow(17, { 产品名称: '理'.repeat(5_000) }), 'too-long'],
  [aHoldingRow(18, { 币种: '元宝' }), 'not-a-currency'],
  [aHoldingRow(1, { 金额: '999999.00' }), 'repeated-key'],
  [aHoldingRow(19, { 自动转存: '也许' }), 'not-yes-or-no'],
  [aHoldingRow(20, { 产品名称: '稳盈"115天' }), undefined],
  [aHoldingRow(21, { 金额: '"89,340.00"' }), undefined],
]

let store: TemporaryStore

beforeEach(async () => {
  store = await temporaryStore({ now: () => new Date('2026-11-23T01:00:00Z') })
  await importText(store.bank, 'managers', MANAGERS)
  await importText(store.bank, 'products', PRODUCTS)
})

afterEach(() => store.remove())

const wholeFile = (columns: string, rows: readonly string[]) => [columns, ...rows, ''].join('\r\n')

const damagedFile = (columns: string, rows: Damaged) =>
  Buffer.concat([
    Buffer.from(`\ufeff${columns}\r\n`),
    ...rows.flatMap(([row]) => [Buffer.from(row), Buffer.from('\r\n')]),
  ])

const WHOLE = {
  customers: wholeFile(
    CUSTOMER_COLUMNS,
    Array.from({ length: 30 }, (_, n) => aCustomerRow(n + 1)),
  ),
  holdings: wholeFile(
    HOLDING_COLUMNS,
    Array.from({ length: 30 }, (_, n) => aHoldingRow(n + 1)),
  ),
}

it('a bank’s files come in whole, and the same in another form changes nothing', async () => {
  for (const kind of ['customers', 'holdings'] as const) {
    const report = await importText(store.bank, kind, WHOLE[kind])
    expect(report).toMatchObject({ created: 30, rejected: [], applied: true, unknownColumns: [] })
  }
  for (const kind of ['customers', 'holdings'] as const) {
    const again = await importText(store.bank, kind, iconv.encode(WHOLE[kind], 'gb18030'))
    expect(again).toMatchObject({ encoding: 'gb18030', created: 0, updated: 0, unchanged: 30, rejected: [] })
  }
})

it.each([
  { kind: 'customers', columns: CUSTOMER_COLUMNS, rows: CUSTOMERS },
  { kind: 'holdings', columns: HOLDING_COLUMNS, rows: HOLDINGS },
] as const)('every broken row of the $kind is found, and no whole one', async ({ kind, columns, rows }) => {
  await importText(store.bank, 'customers', WHOLE.customers)
  const { rejected, applied } = await importText(store.bank, kind, damagedFile(columns, rows))
  // A cell of two lines moves what stands below it by one.
  const lineOf = (at: number) =>
    2 + at + rows.slice(0, at).filter(([row]) => row.toString().includes('\n')).length
  const expected = rows.flatMap(([, code], at) => (code === undefined ? [] : [[lineOf(at), code]]))
  expect(rejected.map(({ line, code }) => [line, code])).toEqual(expected)
  expect(applied).toBe(false)
})
