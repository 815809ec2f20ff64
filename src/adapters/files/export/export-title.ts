import { CNY, fenOfYuan } from '../../../domain/money.js'
import type { ExportTable } from '../../../usecases/exports/export-table.js'
import { COLUMNS } from '../table/columns.js'
import { sumText } from './export-csv.js'
import { EXPORT_WORDS } from './export-words.js'

/** What Windows, OneDrive and SharePoint take in no file's name, and what leads a path astray. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are among them
const NOT_IN_A_NAME = /[\u0000-\u001f"*:<>?/\\|#%~]+/g

/** What the table is, whose, of which day, and what it leaves out: `产品台账 — 林若溪 — 截至 2026-11-23 — 理财`. */
export function exportTitle(table: ExportTable): string {
  const words = EXPORT_WORDS[table.manager.locale]
  const parts = [words.titles[table.name], table.manager.name, `${words.asOf} ${table.on}`]
  return [...parts, ...narrowed(table)].join(' — ')
}

/** `产品台账 林若溪 2026-11-23`, without what a file's name may not hold; no ending. */
export function exportFileName(table: ExportTable): string {
  const { titles } = EXPORT_WORDS[table.manager.locale]
  const name = `${titles[table.name]} ${table.manager.name} ${table.on}`
  return name.replaceAll(NOT_IN_A_NAME, ' ').replaceAll(/\s+/g, ' ').trim()
}

function narrowed({ narrowing, manager: { locale } }: ExportTable): readonly string[] {
  const words = EXPORT_WORDS[locale].narrowed
  const { period, kinds, amount, customerIds } = narrowing
  const sum = (yuan: number) => `${amount?.currency ?? CNY} ${grouped(sumText(fenOfYuan(yuan)))}`
  return [
    ...(period === undefined ? [] : [words.maturing(period.from, period.to)]),
    ...(kinds === undefined
      ? []
      : [kinds.map((kind) => COLUMNS.holdings.kind.write(kind, locale)).join(' ')]),
    ...(amount?.min === undefined ? [] : [words.atLeast(sum(amount.min))]),
    ...(amount?.max === undefined ? [] : [words.atMost(sum(amount.max))]),
    ...(customerIds === undefined ? [] : [words.customers(customerIds.length)]),
  ]
}

/** `1234567.89` as `1,234,567.89`. */
export function grouped(sum: string): string {
  return sum.replace(/\B(?=(\d{3})+\.)/g, ',')
}
