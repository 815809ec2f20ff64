import { strToU8, zipSync } from 'fflate'
import { encodeText, markOf } from '../../src/adapters/files/text/encode.js'
import type { ImportKind } from '../../src/imports/import-rows.js'
import { chanceOf } from '../../src/sample/chance.js'
import { numberCell, rawRow, rawWorkbook } from './raw-workbook.js'

/** A file that somebody could put into the drop folder. */
export interface HostileFile {
  readonly name: string
  readonly kind: ImportKind
  readonly bytes: Buffer
  /** How it was made, for whoever looks for what went wrong. */
  readonly how: string
}

type Chance = ReturnType<typeof chanceOf>

/** Who is in the book that the files are read over. */
export const HELD = { managers: ['M1', 'M2'], customers: ['00000001', '00000002', '00000003'] } as const

/**
 * File number `at` of a seed: always the same. Of five one is good and comes in, two are good and damaged on their way,
 * one is two files mixed, and one is made to do harm.
 *
 * @param isLong whether files that unpack to hundreds of megabytes are among them
 */
export function hostileFile(seed: number, at: number, isLong = false): HostileFile {
  const chance = chanceOf(`hostile ${seed}`, at)
  const kind = chance.pick([
    'customers',
    'holdings',
    'transactions',
    'contacts',
    'links',
    'managers',
  ] as const)
  const good = goodFile(kind, chance)
  switch (at % 5) {
    case 0:
      return good
    case 1:
    case 2:
      return damaged(good, chance)
    case 3:
      return mixed(good, goodFile(chance.pick(['customers', 'holdings'] as const), chance), chance)
    default:
      return harmful(kind, chance, isLong)
  }
}

const TABLES = {
  customers: {
    head: ['客户号', '姓名', '客户经理号', '总资产', '生日', '备注'],
    row: (chance, id) => [id, name(chance), manager(chance), sum(chance), '1985-03-04', note(chance)],
  },
  holdings: {
    head: ['台账号', '客户号', '产品名称', '产品类别', '金额', '到期日'],
    row: (chance, id) => [`H${id}`, customer(chance), '稳健一号', '理财', sum(chance), '2027-03-01'],
  },
  transactions: {
    head: ['流水号', '客户号', '交易日期', '金额', '余额', '摘要'],
    row: (chance, id) => [`T${id}`, customer(chance), '2026-11-20 23:59:59', sum(chance), '', '转账汇入'],
  },
  contacts: {
    head: ['联系编号', '客户号', '客户经理号', '联系日期', '渠道', '是否接通', '记录'],
    row: (chance, id) => [
      `K${id}`,
      customer(chance),
      manager(chance),
      '2026-11-20',
      '电话',
      '是',
      note(chance),
    ],
  },
  links: {
    head: ['客户号', '关系', '关联客户号'],
    row: (chance) => [customer(chance), chance.pick(['老板', '配偶', '子女', '介绍人']), customer(chance)],
  },
  managers: {
    head: ['客户经理号', '姓名', '网点号'],
    row: (chance, id) => [`M${id}`, name(chance), '0101'],
  },
} as const satisfies Partial<
  Record<
    ImportKind,
    { readonly head: readonly string[]; readonly row: (chance: Chance, id: string) => readonly string[] }
  >
>
type HostileKind = keyof typeof TABLES

const name = (chance: Chance) => chance.pick(['陈立群', '𠮷野', 'Grace Liu', '苏"晴', '赵\n敏'])
/** Of cells that are right in a file of forty rows, so many are wrong that half of the files are. */
const WRONG = 0.01
const manager = (chance: Chance) => (chance.is(WRONG) ? 'M9' : chance.pick(HELD.managers))
const customer = (chance: Chance) => (chance.is(WRONG) ? '404' : chance.pick(HELD.customers))
const sum = (chance: Chance) => (chance.int(0, 100_000_000) / 100).toFixed(2)
const note = (chance: Chance) =>
  chance.is(WRONG) ? '=1+1' : chance.pick(['', '说“好”', 'a&amp;b', '陈\u202e立群', '第一行\r\n第二行'])

function goodFile(kind: HostileKind, chance: Chance): HostileFile {
  const { head, row } = TABLES[kind]
  const count = chance.int(1, 40)
  const rows = Array.from({ length: count }, (_, n) =>
    row(chance, String(chance.int(1, 10_000_000) * 100 + n)),
  )
  const form = chance.pick(['utf-8', 'gb18030', 'utf-16le', 'xlsx'] as const)
  if (form === 'xlsx') {
    const cells = [head, ...rows].map((values) => rawRow(values.map((value) => plain(value))))
    return {
      name: `${kind}.xlsx`,
      kind,
      how: 'good xlsx',
      bytes: rawWorkbook({ sheets: [{ name: 'S', rows: cells.join('') }] }),
    }
  }
  const separator = chance.pick([',', ';', '\t'])
  const text = [head, ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
    .join('\r\n')
  const mark = form === 'utf-16le' ? markOf(form) : Buffer.alloc(0)
  return {
    name: `${kind}.csv`,
    kind,
    how: `good ${form}`,
    bytes: Buffer.concat([mark, encodeText(text, form)]),
  }
}

/** A cell that `rawRow` does not take for one that is written already. */
function plain(value: string): string {
  return value.startsWith('<') ? ` ${value}` : value
}

function damaged(file: HostileFile, chance: Chance): HostileFile {
  const at = chance.int(0, file.bytes.length)
  const noise = Buffer.from(Array.from({ length: chance.int(1, 40) }, () => chance.int(0, 255)))
  const how = chance.pick(['cut', 'inserted', 'overwritten', 'swapped', 'doubled', 'zeroed'] as const)
  const { bytes } = file
  const head = bytes.subarray(0, at)
  const made: Record<typeof how, () => Buffer> = {
    cut: () => head,
    inserted: () => Buffer.concat([head, noise, bytes.subarray(at)]),
    overwritten: () => Buffer.concat([head, noise, bytes.subarray(at + noise.length)]),
    swapped: () => Buffer.concat([bytes.subarray(at), head]),
    doubled: () => Buffer.concat([bytes, bytes]),
    zeroed: () => Buffer.concat([head, Buffer.alloc(bytes.length - at)]),
  }
  return { ...file, how: `${file.how}, ${how} at ${at}`, bytes: Buffer.from(made[how]()) }
}

function mixed(one: HostileFile, other: HostileFile, chance: Chance): HostileFile {
  const at = chance.int(0, one.bytes.length)
  const from = chance.int(0, other.bytes.length)
  const bytes = Buffer.concat([one.bytes.subarray(0, at), other.bytes.subarray(from)])
  return { ...one, how: `${one.how} up to ${at}, then ${other.how} from ${from}`, bytes }
}

const sheetOf = (rows: string) => rawWorkbook({ sheets: [{ name: 'S', rows }] })
const headOf = (kind: HostileKind) => rawRow(TABLES[kind].head)

/** Each makes one file that is meant to stop whoever opens it. `size` is in characters. */
const HARM: Readonly<Record<string, (kind: HostileKind, chance: Chance, size: number) => Buffer | string>> = {
  'one huge cell in a workbook': (kind, _, size) => sheetOf(headOf(kind) + rawRow(['x'.repeat(size)])),
  'a huge shared text': (kind, _, size) =>
    rawWorkbook({
      sheets: [{ name: 'S', rows: `${headOf(kind)}<row><c t="s"><v>0</v></c></row>` }],
      texts: `<si><t>${'长'.repeat(Math.floor(size / 3))}</t></si>`,
    }),
  'many shared texts': (kind, _, size) =>
    rawWorkbook({
      sheets: [{ name: 'S', rows: headOf(kind) }],
      texts: '<si><t>ab</t></si>'.repeat(size / 20),
    }),
  'many empty cells': (kind, _, size) => sheetOf(`${headOf(kind)}<row>${'<c/>'.repeat(size / 4)}</row>`),
  'many rows': (kind, _, size) => sheetOf(headOf(kind) + '<row><c><v>1</v></c></row>'.repeat(size / 26)),
  'many columns': (kind, chance) =>
    sheetOf(rawRow(Array.from({ length: chance.int(490, 2_000) }, (_, n) => `c${n}`)) + headOf(kind)),
  'tags within tags': (kind, _, size) => sheetOf(headOf(kind) + '<a>'.repeat(size / 3)),
  'an attribute without an end': (kind, _, size) => sheetOf(`${headOf(kind)}<row a="${'y'.repeat(size)}`),
  'entities of entities': () =>
    rawWorkbook({
      sheets: [{ name: 'S', rows: '' }],
      parts: {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]><worksheet><sheetData><row><c t="str"><v>&a8;</v></c></row></sheetData></worksheet>`,
      },
    }),
  'a part that lies about its size': (kind, chance) => {
    const bytes = sheetOf(headOf(kind) + rawRow(['1']))
    const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    if (at >= 0) bytes.writeUInt32LE(chance.int(0, 2 ** 31), at + chance.pick([20, 24, 42]))
    return bytes
  },
  'a directory of many parts': (_, chance) => {
    const parts = Array.from(
      { length: chance.int(1_000, 12_000) },
      (__, n) => [`p${n}`, strToU8('')] as const,
    )
    return Buffer.from(zipSync(Object.fromEntries(parts)))
  },
  'a package within a package': (kind) => Buffer.from(zipSync({ 'xl/workbook.xml': sheetOf(headOf(kind)) })),
  'numbers out of range': (kind, chance) =>
    sheetOf(
      headOf(kind) +
        rawRow(
          ['1e400', '-1e308', 'NaN', '9'.repeat(400)].map((value) => numberCell(value, chance.int(0, 99))),
        ),
    ),
  'places out of range': (kind) =>
    sheetOf(`${headOf(kind)}<row r="4000000000"><c r="ZZZZZZ1"><v>1</v></c></row><row r="-1"/><row r="x"/>`),
  'a line without an end': (_, __, size) => `客户号,姓名,客户经理号\n${'x'.repeat(size)}`,
  'a line without an end, in UTF-16': (_, __, size) =>
    Buffer.concat([markOf('utf-16le'), Buffer.from('长'.repeat(size / 2), 'utf16le')]),
  'quotes without an end': (_, __, size) => `客户号,姓名,客户经理号\n${'"\n'.repeat(size / 20)}`,
  'separators alone': (_, __, size) => `客户号,姓名,客户经理号\n${',,\n'.repeat(size / 60)}`,
  'bytes of chance': (_, chance) =>
    Buffer.from(Array.from({ length: chance.int(0, 5_000) }, () => chance.int(0, 255))),
  'a package of chance': (_, chance) =>
    Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      Buffer.from(Array.from({ length: chance.int(0, 5_000) }, () => chance.int(0, 255))),
    ]),
  'marks and controls': (kind) =>
    `${TABLES[kind].head.join(',')}\n${'\u202e\u0000\u001b[2J\ufeff,'.repeat(TABLES[kind].head.length)}\n`,
  nothing: () => '',
}

const SHORT_SIZE = 200_000
const LONG_SIZE = 20_000_000
/** Of the harmful files of a long run, one in so many is large: they take a second each. */
const LARGE_ONE_IN = 20

function harmful(kind: HostileKind, chance: Chance, isLong: boolean): HostileFile {
  const how = chance.pick(Object.keys(HARM))
  const isLarge = isLong && chance.int(1, LARGE_ONE_IN) === 1
  const made = HARM[how]!(kind, chance, isLarge ? LONG_SIZE : SHORT_SIZE)
  const bytes = typeof made === 'string' ? Buffer.from(made) : made
  const isPackage = bytes.subarray(0, 2).toString() === 'PK'
  return { name: `${kind}.${isPackage ? 'xlsx' : 'csv'}`, kind, bytes, how: isLarge ? `${how}, large` : how }
}
