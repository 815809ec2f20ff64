import type { ByteSource } from '../table/byte-source.js'
import { type NumberFormat, numberFormatOf } from './number-formats.js'
import { PackageParts } from './package-parts.js'
import { type Attributes, readWholeXml } from './read-xml.js'
import { SharedTexts } from './shared-texts.js'
import { sheetRows } from './sheet-rows.js'
import type { WorkbookRow } from './workbook-row.js'

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /**
   * The rows that hold anything, several at a time.
   *
   * @throws FileFault beyond the bounds; another error where the sheet is damaged.
   */
  rows(): AsyncIterable<readonly WorkbookRow[]>
}

/** A workbook as an import needs it, whoever wrote it and whatever reads it. */
export interface Workbook {
  /** In the order of the workbook. */
  readonly sheets: readonly Sheet[]
  /** Whether its days count from 1904. */
  readonly is1904: boolean
}

export function isWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
}

/** A workbook as Excel wrote them before 2007, or one with a password; neither is read. */
export function isOldWorkbook(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0
}

/** @throws FileFault beyond the bounds; another error where the file is damaged or no workbook. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const parts = await PackageParts.open(source)
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target
  const workbookPart = main ?? 'xl/workbook.xml'
  const relations = await relationsOf(parts, workbookPart)
  const partOf = (type: string) => relations.find((one) => one.type === type && parts.has(one.target))?.target
  const { found, is1904 } = await readWorkbookPart(parts, workbookPart)
  const stylesPart = partOf('styles')
  const formats = stylesPart === undefined ? [] : await readFormats(parts, stylesPart)
  const textsPart = partOf('sharedStrings')
  let texts: Promise<SharedTexts> | undefined
  const sharedTexts = () => {
    texts ??=
      textsPart === undefined ? Promise.resolve(new SharedTexts()) : SharedTexts.read(parts.open(textsPart))
    return texts
  }
  const sheets = found.flatMap(({ name, isHidden, id }): Sheet[] => {
    const relation = relations.find((one) => one.id === id)
    if (relation === undefined || relation.type !== 'worksheet') return [] // a sheet that is a chart
    const rows = async function* () {
      yield* sheetRows(parts.open(relation.target), { formats, texts: await sharedTexts(), is1904 })
    }
    return [{ name, isHidden, rows }]
  })
  return { sheets, is1904 }
}

interface Relation {
  readonly id: string
  /** The last word of its name: transitional and strict workbooks differ in the rest. */
  readonly type: string
  readonly target: string
}

/** What a part points to; of the package itself where `part` is empty. */
async function relationsOf(parts: PackageParts, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!parts.has(name)) return []
  const relations: Relation[] = []
  await readWholeXml(parts.open(name), {
    open(tag, attributes) {
      if (tag !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      relations.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : new URL(target, `x:/${folder}`).pathname.slice(1),
      })
    },
  })
  return relations
}

interface FoundSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Of its relation. */
  readonly id: string
}

async function readWorkbookPart(parts: PackageParts, name: string) {
  const found: FoundSheet[] = []
  let is1904 = false
  await readWholeXml(parts.open(name), {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = isTrue(attributes['date1904'])
      if (tag !== 'sheet') return
      const isHidden = attributes['state'] !== undefined && attributes['state'] !== 'visible'
      found.push({ name: attributes['name'] ?? '', isHidden, id: relationIdOf(attributes) })
    },
  })
  return { found, is1904 }
}

function relationIdOf(attributes: Attributes): string {
  const key = Object.keys(attributes).find((one) => one.endsWith(':id'))
  return key === undefined ? '' : (attributes[key] ?? '')
}

/** The number format of each style, by the number a cell names. */
async function readFormats(parts: PackageParts, name: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isInCells = false
  await readWholeXml(parts.open(name), {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (tag === 'cellXfs') isInCells = true
      if (tag !== 'xf' || !isInCells) return
      const id = Number(attributes['numFmtId'] ?? 0)
      formats.push(numberFormatOf(id, codes.get(id)))
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return formats
}

/** As XML writes a yes or no. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
