import { type Fen, fen } from '../../../domain/money.js'
import type { ExportTable } from '../../../usecases/exports/export-table.js'
import type { WrittenCell } from '../table/columns.js'
import { encodeText, markOf } from '../text/encode.js'
import { writeRow } from '../text/write-cells.js'
import { exportColumns } from './export-columns.js'
import type { DescribeContact } from './export-words.js'

/** The table as UTF-8 with a byte order mark, which is how Excel knows Chinese for what it is: a header and the rows. */
export function exportCsv(table: ExportTable, describe: DescribeContact): Buffer {
  const columns = exportColumns(table, describe)
  const rows = table.rows.map((row) => columns.map((column) => textOf(column.cell(row))))
  const text = [columns.map((column) => column.header), ...rows].map((cells) => writeRow(cells, ',')).join('')
  return Buffer.concat([markOf('utf-8'), encodeText(text, 'utf-8')])
}

function textOf(cell: WrittenCell): string {
  if (typeof cell === 'string') return cell
  if ('sum' in cell) return sumText(cell.sum)
  if ('percent' in cell) return `${cell.percent}%`
  if ('count' in cell) return String(cell.count)
  return cell.day
}

/** The sum in yuan with two places, exact: `-1234.50`. */
export function sumText(sum: Fen): string {
  const digits = String(Math.abs(fen(sum))).padStart(3, '0')
  return `${sum < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
