import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One line of a bank's file by its column names, everything text. */
export type Row = Readonly<Record<string, string>>

export interface BankFiles {
  readonly customers: readonly Row[]
  readonly holdings: readonly Row[]
  readonly products: readonly Row[]
  readonly transactions: readonly Row[]
  readonly contacts: readonly Row[]
  /** What no file of the bank holds: the sales a manager is at, as the assistant's own record has them. */
  readonly sales?: readonly Row[]
}

/** The header words of the files, as their columns are called here. */
const COLUMNS: Readonly<Record<string, string>> = {
  客户号: 'customer',
  姓名: 'name',
  客户经理号: 'manager',
  生日: 'birthday',
  农历生日: 'lunar_birthday',
  总资产: 'aum',
  风险等级: 'rating',
  风评日期: 'assessed_on',
  卡等级: 'card',
  勿扰: 'do_not_contact',
  营销授权: 'consent',
  分配日期: 'assigned_on',
  台账号: 'id',
  产品代码: 'product',
  产品名称: 'product_name',
  名称: 'product_name',
  产品类别: 'kind',
  金额: 'amount',
  币种: 'currency',
  起息日: 'starts_on',
  到期日: 'matures_on',
  风险级别: 'level',
  发行方风险级别: 'issuer_level',
  起购金额: 'minimum',
  发售日: 'sale_from',
  截止日: 'sale_to',
  流水号: 'id',
  交易日期: 'on',
  余额: 'balance',
  摘要: 'summary',
  contact_id: 'id',
  联系日期: 'on',
  是否接通: 'reached',
  自动转存: 'auto_renew',
}

export function readBankFiles(folder: string): BankFiles {
  const read = (name: string) => readTable(readFileSync(join(folder, `${name}.csv`), 'utf8'))
  return {
    customers: read('customers'),
    holdings: read('holdings'),
    products: read('products'),
    transactions: read('transactions'),
    contacts: read('contacts'),
  }
}

function readTable(text: string): readonly Row[] {
  const lines = splitCells(text.replace(/^\uFEFF/, ''))
  const header = (lines.shift() ?? []).map((cell) => COLUMNS[cell] ?? cell)
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

function splitCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[i++]
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''))
      rows.push(row)
      row = []
      cell = ''
    } else cell += c
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.replace(/\r$/, '')])
  return rows
}
