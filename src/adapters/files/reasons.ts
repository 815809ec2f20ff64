import type { Finding, RejectionCode, RemarkCode } from '../../imports/import-rows.js'

/** A reason in the languages of the bank's clerks. */
export interface Reason {
  readonly zh: string
  readonly en: string
}

/** A code without a sentence here does not compile. `{expected}` stands for what would have been right. */
const REASONS: Readonly<Record<RejectionCode | RemarkCode, Reason>> = {
  'not-a-table': {
    zh: '不是能读的表格：请另存为 CSV 或 XLSX 再导入',
    en: 'not a table that can be read: save it as CSV or XLSX and import that',
  },
  'no-header': { zh: '前 100 行里找不到表头', en: 'no header row among the first 100 lines' },
  'no-sheet-fits': {
    zh: '没有一张工作表的表头合适，各缺：{expected}',
    en: 'no sheet has a header that fits; missing in each: {expected}',
  },
  'cell-too-large': {
    zh: '有单元格超过 1 MB，文件不读',
    en: 'a cell of more than 1 MB; the file is not read',
  },
  'too-many-rows': {
    zh: '工作表超过 2,000,000 行，文件不读',
    en: 'a sheet of more than 2,000,000 rows; the file is not read',
  },
  'too-many-columns': {
    zh: '工作表超过 500 列，文件不读',
    en: 'a sheet of more than 500 columns; the file is not read',
  },
  'too-many-rejected': {
    zh: '超过 {expected} 行有误，读到这里为止，整个文件未导入',
    en: 'more than {expected} rows are wrong; the reading ended there and nothing was taken',
  },
  'unpacks-too-large': {
    zh: '文件解压后过大（超过 200 倍或 1 GB），不读',
    en: 'the file unpacks to too much (more than 200 times its size, or 1 GB) and is not read',
  },
  'cannot-be-opened': {
    zh: '文件打不开或读取中断：{expected}',
    en: 'the file cannot be opened, or reading it broke off: {expected}',
  },
  'missing-column': { zh: '缺少必需的列：{expected}', en: 'a required column is missing: {expected}' },
  'repeated-column': { zh: '同一列出现了两次', en: 'the same column is there twice' },
  'unclosed-quote': { zh: '引号没有闭合，本行未读', en: 'a quote is never closed; this line was not read' },
  'text-after-quote': {
    zh: '引号闭合后还有文字（引号没有成对），本行未读',
    en: 'text after a closing quote (the quotes do not pair); this line was not read',
  },
  'too-few-cells': { zh: '单元格比表头少（{expected}）', en: 'fewer cells than the header ({expected})' },
  'too-many-cells': {
    zh: '单元格比表头多（{expected}），金额里的逗号要加引号',
    en: 'more cells than the header ({expected}); a sum with commas needs quotes',
  },
  'broken-bytes': {
    zh: '有无法识别的字符（编码损坏）',
    en: "bytes that are not valid in the file's encoding",
  },
  'control-character': { zh: '含有控制字符', en: 'holds a control character' },
  'too-long': { zh: '超过 2,000 个字', en: 'longer than 2,000 characters' },
  'name-too-long': { zh: '名称超过 100 个字', en: 'a name longer than 100 characters' },
  formula: { zh: '看起来是公式，不予导入', en: 'looks like a formula' },
  'no-stored-value': {
    zh: '公式没有保存结果；请在 Excel 里打开、保存后再导入',
    en: 'a formula without a stored value; open and save the file in Excel, then import it',
  },
  'error-value': {
    zh: '单元格是错误值（如 #N/A）',
    en: 'the cell holds an error (such as #N/A)',
  },
  required: { zh: '必填项为空', en: 'required, but empty' },
  'lost-digits': {
    zh: '号码变成了科学计数法，已丢失位数；请把该列设为文本后重新导出',
    en: 'a number in scientific notation has lost digits; format the column as text and export again',
  },
  'number-has-twin': {
    zh: '号码存成了数字，前面的零丢失，与 {expected} 分不清；请把该列设为文本后重新导出',
    en: 'a number kept as such has lost its leading zeros and may be {expected}; format the column as text and export again',
  },
  'not-a-sum': { zh: '不是能读的金额（如 1,234.50）', en: 'not a sum that can be read (as in 1,234.50)' },
  'negative-sum': { zh: '金额不能为负', en: 'this sum cannot be negative' },
  'not-a-rate': { zh: '不是利率（如 2.75%）', en: 'not a rate (as in 2.75%)' },
  'not-a-number': { zh: '不是整数', en: 'not a whole number' },
  'not-a-price': {
    zh: '不是能读的净值或价格（如 1.2043）',
    en: 'not a price that can be read (as in 1.2043)',
  },
  'not-a-day': { zh: '不是日期（如 2026-11-23）', en: 'not a day (as in 2026-11-23)' },
  'no-such-day': { zh: '没有这一天', en: 'there is no such day' },
  'day-out-of-range': { zh: '日期不在1900年到2199年之间', en: 'a day outside the years 1900 to 2199' },
  'ambiguous-day': {
    zh: '日期有两种读法，请写成 年-月-日',
    en: 'this day can be read in two ways; write year-month-day',
  },
  'day-with-time-zone': {
    zh: '日期里带有时区，请写成当地日期',
    en: 'a day with a time zone; write the local day',
  },
  'day-after-today': { zh: '日期晚于今天', en: 'a day after today' },
  'maturity-before-start': { zh: '到期日早于起息日', en: 'matures before it starts' },
  'sale-ends-before-start': { zh: '截止日早于发售日', en: 'the sale ends before it begins' },
  'gift-ends-before-start': { zh: '结束日早于开始日', en: 'the gift ends before it begins' },
  'not-a-lunar-day': { zh: '不是农历日期（如 08-15、八月十五）', en: 'not a lunar day (as in 08-15)' },
  'not-a-time': { zh: '不是时间（如 08:30）', en: 'not a time (as in 08:30)' },
  'not-a-time-zone': {
    zh: '没有这个时区（如 Asia/Shanghai）',
    en: 'no such time zone (as in Asia/Shanghai)',
  },
  'not-a-value': { zh: '不在可用的值之内：{expected}', en: 'not one of: {expected}' },
  'not-yes-or-no': { zh: '请填 是 或 否', en: 'neither yes nor no' },
  'not-a-currency': { zh: '没有这个币种（如 CNY、美元）', en: 'no such currency (as in CNY)' },
  'repeated-key': {
    zh: '编号与前面的行重复，以第一行为准',
    en: 'a row above has this number; the first stands',
  },
  'unknown-manager': { zh: '没有这位客户经理', en: 'no such manager' },
  'unknown-customer': { zh: '没有这位客户', en: 'no such customer' },
  'erased-customer': {
    zh: '这位客户的资料已按要求删除，不再导入',
    en: "this customer's data was erased on request and is not taken in again",
  },
  'link-to-itself': { zh: '客户不能与自己关联', en: 'a customer cannot be linked to themselves' },
  'unknown-product': {
    zh: '产品目录里没有这个代码，已照原样保留',
    en: 'not in the product catalogue; kept as it is',
  },
  'unknown-branch': {
    zh: '没有客户经理在这个网点，已照原样保留',
    en: 'no manager is in this branch; kept as it is',
  },
  'masked-number': {
    zh: '证件号或卡号只保留后四位',
    en: 'of an identity or card number only the last four digits are stored',
  },
  'hidden-marks': {
    zh: '去掉了看不见的字符（方向符、零宽字符）',
    en: 'marks that nobody sees (direction, zero width) were taken out',
  },
  'sensitive-note': {
    zh: '文字可能涉及宗教、健康或未成年子女信息，未经授权不保存',
    en: 'the text seems to hold religious, health or child data and was not stored',
  },
}

/** Why, in both languages, each naming the values of a column in its own words. */
export function reasonOf(finding: Pick<Finding<RejectionCode | RemarkCode>, 'code' | 'expected'>): Reason {
  const { zh, en } = REASONS[finding.code]
  const words = finding.expected?.split(' ') ?? []
  const chinese = words.filter((word) => HAN.test(word))
  const others = words.filter((word) => !HAN.test(word))
  return {
    zh: zh.replace('{expected}', (chinese.length > 0 ? chinese : others).join(' ')),
    en: en.replace('{expected}', (others.length > 0 ? others : chinese).join(' ')),
  }
}

const HAN = /\p{Script=Han}/u

/** Both languages in one line, for a report that everybody reads. */
export function reasonInBoth(finding: Parameters<typeof reasonOf>[0]): string {
  const { zh, en } = reasonOf(finding)
  return `${zh} / ${en}`
}
