import { strToU8, type Zippable, zipSync } from 'fflate'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface RawSheet {
  readonly name: string
  /** The inside of `sheetData`. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[]
  readonly is1904?: boolean
  /** Codes of number formats; cells name them by position from 1 as their style. */
  readonly formats?: readonly string[]
  /** The inside of the table of shared texts. */
  readonly texts?: string
  /** Parts by name that take the place of others or stand beside them. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** A workbook written part by part, so that a test can write what no library would. */
export function rawWorkbook({
  sheets,
  is1904 = false,
  formats = [],
  texts,
  parts = {},
}: RawWorkbook): Buffer {
  const sheetTags = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  )
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const relations = (inside: readonly string[]) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`
  const all: Record<string, string | Uint8Array> = {
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('rIdS', 'styles', 'styles.xml'),
      ...(texts === undefined ? [] : [relation('rIdT', 'sharedStrings', '/xl/sharedStrings.xml')]),
    ]),
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${texts}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  }
  const zippable: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  )
  return Buffer.from(zipSync(zippable))
}

/** A cell of text. */
export function textCell(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** A cell of a number as it is stored, in the style at this position. */
export function numberCell(value: number | string, style = 0): string {
  return `<c s="${style}"><v>${value}</v></c>`
}

/** A row of texts and of cells that are written already. */
export function rawRow(cells: readonly string[], line?: number, attributes = ''): string {
  const inside = cells.map((cell) => (cell.startsWith('<') ? cell : textCell(cell)))
  return `<row${line === undefined ? '' : ` r="${line}"`}${attributes}>${inside.join('')}</row>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
