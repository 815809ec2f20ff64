import { CHANNELS, OBJECTIONS, OUTCOMES } from '../../../domain/customer/contact.js'
import { RECORDED_FIELDS, type RecordedField } from '../../../domain/customer/facts/recorded-fact.js'
import { FAVOUR_KINDS } from '../../../domain/customer/favour.js'
import { LINK_TYPES, type LinkType } from '../../../domain/customer/link.js'
import { type Day, parseDay } from '../../../domain/day.js'
import { type ProductKind, RISK_LEVELS } from '../../../domain/ledger/holding.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Fen } from '../../../domain/money.js'
import { TIERS, type Tier } from '../../../domain/policy.js'
import type { ImportKind, ImportRows } from '../../../imports/import-rows.js'
import { readAnniversary, readDay, readLastDay, readLunarDay, readMonthDay } from '../cells/days.js'
import { readFieldDays, readInstant, writeFieldDays } from '../cells/field-days.js'
import type { CellReader } from '../cells/refusal.js'
import {
  readCount,
  readRate,
  readSum,
  readSumFromZero,
  readUnitPayment,
  readUnitValue,
} from '../cells/sums.js'
import {
  readCurrency,
  readId,
  readListOf,
  readOneOf,
  readText,
  readTime,
  readTimeZone,
  readYesNo,
} from '../cells/texts.js'

/** How a column is headed and what its cells hold. */
export interface Column<T> {
  readonly en: string
  readonly zh: string
  /** 4 where the header says units of 10,000, else 0. */
  readonly reader: (unitDigits: 0 | 4) => CellReader<T | null>
  /** What else its cells are held to. */
  readonly holds: 'text' | 'name' | 'id' | 'sum' | 'day' | 'day-up-to-today' | 'time' | 'yes-no' | 'other'
  readonly isRequired: boolean
  /** A value as a cell that the reader reads back as the same value. */
  write(value: T, locale: Locale): WrittenCell
}

/** A cell to be written: words, or a number or day that a spreadsheet keeps as such. */
export type WrittenCell =
  | string
  | { readonly sum: Fen }
  | { readonly percent: number }
  | { readonly count: number }
  | { readonly day: Day }

/** A column for every field of a row. */
export type Columns<Row> = {
  readonly [Field in keyof Row]-?: Column<NonNullable<Row[Field]>>
}

type Heading = [en: string, zh: string, isRequired?: 'required']
type Write<T> = Column<T>['write']

const column =
  <T>(holds: Column<T>['holds'], read: CellReader<T | null>, write: Write<T>) =>
  (...[en, zh, required]: Heading): Column<T> => ({
    en,
    zh,
    reader: () => read,
    holds,
    isRequired: required !== undefined,
    write,
  })
const sumColumn =
  (reader: (unitDigits: 0 | 4) => CellReader<Fen>) =>
  (...[en, zh, required]: Heading): Column<Fen> => ({
    en,
    zh,
    reader,
    holds: 'sum',
    isRequired: required !== undefined,
    write: (sum) => ({ sum }),
  })
const itself = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T> // each value under its own name

const asItIs = (value: string) => value
const asDay = (day: Day) => ({ day })
const asYesNo = (value: boolean, locale: Locale) =>
  locale === 'zh-CN' ? (value ? '是' : '否') : value ? 'Yes' : 'No'

const text = column('text', readText, asItIs)
const name = column('name', readText, asItIs)
const id = column('id', readId, asItIs)
const someDay = column<Day>('day', readDay, asDay)
/** Empty too where the file says a day that never comes. */
const lastDay = column<Day>('day', readLastDay, asDay)
const dayUpToToday = column<Day>('day-up-to-today', readDay, asDay)
const yesNo = column('yes-no', readYesNo, asYesNo)
/** A yes or no that is not always known: where it is empty the file says nothing. */
const recordedYesNo = column('other', readYesNo, asYesNo)
const sum = sumColumn(readSum)
const sumFromZero = sumColumn(readSumFromZero)
const currency = column('other', readCurrency, asItIs)
const oneOf = <T extends string>(words: Readonly<Record<string, T>>) =>
  column<T>('other', readOneOf(words), (value, locale) => wordFor(value, words, locale))
const riskLevel = oneOf(itself(RISK_LEVELS))

/** The first word for a value in the language, else the first of all. */
function wordFor(value: string, words: Readonly<Record<string, string>>, locale: Locale): string {
  const all = Object.keys(words).filter((word) => words[word] === value)
  return all.find((word) => HAN.test(word) === (locale === 'zh-CN')) ?? all[0] ?? value
}

const HAN = /\p{Script=Han}/u

const CHANNEL_WORDS = {
  电话: 'call',
  面访: 'visit',
  微信: 'wechat',
  短信: 'sms',
  邮件: 'email',
  ...itself(CHANNELS),
} as const

const KIND_WORDS = {
  定期存款: 'time-deposit',
  通知存款: 'notice-deposit',
  理财: 'wealth',
  基金: 'fund',
  保险: 'insurance',
  国债: 'bond',
  贵金属: 'gold',
  贷款: 'loan',
  信用卡: 'credit-card',
  活期: 'current',
  借记卡: 'debit-card',
  商务卡: 'debit-card',
  代发工资: 'payroll',
} as const satisfies Record<string, ProductKind>
const ALL_KIND_WORDS: Readonly<Record<string, ProductKind>> = {
  ...KIND_WORDS,
  ...itself(Object.values(KIND_WORDS)),
}
const LINK_WORDS: Readonly<Record<string, LinkType>> = {
  老板: 'owner',
  法人: 'legal-representative',
  财务: 'finance',
  员工: 'employee',
  配偶: 'spouse',
  父母: 'parent',
  子女: 'child',
  介绍人: 'introduced-by',
  ...itself(LINK_TYPES),
}
const FIELD_WORDS: Readonly<Record<string, RecordedField>> = {
  手机号: 'phone',
  邮箱: 'email',
  地址: 'address',
  生日: 'birthday',
  '生日(月日)': 'birthdayMonthDay',
  农历生日: 'lunarBirthday',
  职业: 'occupation',
  单位: 'company',
  偏好联系方式: 'preferredChannel',
  家庭: 'family',
  忌讳: 'avoid',
  爱好: 'hobbies',
  理财偏好: 'preference',
  备注: 'notes',
  勿扰: 'doNotContact',
  敏感信息同意: 'sensitiveConsent',
  ...itself(RECORDED_FIELDS),
}
const productKind = oneOf<ProductKind>(ALL_KIND_WORDS)

const listOf = <T extends string>(
  holds: Column<T>['holds'],
  read: CellReader<T>,
  shown: (value: T, locale: Locale) => string = asItIs,
) =>
  column<readonly T[]>(holds, readListOf(read), (values, locale) =>
    values.map((value) => shown(value, locale)).join('、'),
  )
const ids = listOf('other', readId)
const words = listOf('text', readText)
const kinds = listOf('other', readOneOf(ALL_KIND_WORDS), (kind, locale) =>
  wordFor(kind, ALL_KIND_WORDS, locale),
)
const audience = {
  branchId: id('branch_id', '网点号'),
  tiers: listOf<Tier>('other', readOneOf(itself(TIERS)))('tiers', '客户等级'),
}

/** The columns of each kind of table, as a bank heads them in either language. */
export const COLUMNS: { readonly [K in ImportKind]: Columns<ImportRows[K]> } = {
  managers: {
    id: id('manager_id', '客户经理号', 'required'),
    name: name('name', '姓名', 'required'),
    branchId: id('branch_id', '网点号', 'required'),
    role: oneOf({ 客户经理: 'manager', 负责人: 'head', manager: 'manager', head: 'head' } as const)(
      'role',
      '角色',
    ),
    aadObjectId: id('aad_object_id', '目录号'),
    briefTime: column('time', readTime, asItIs)('brief_time', '晨报时间'),
    timeZone: column('other', readTimeZone, asItIs)('time_zone', '时区'),
    locale: oneOf({ 'zh-CN': 'zh-CN', 'en-US': 'en-US', zh: 'zh-CN', en: 'en-US' } as const)(
      'locale',
      '语言',
    ),
    leftOn: someDay('left_on', '离职日期'),
  },
  customers: {
    id: id('customer_id', '客户号', 'required'),
    name: name('name', '姓名', 'required'),
    managerId: id('manager_id', '客户经理号', 'required'),
    type: oneOf({ 个人: 'person', 小微: 'micro', person: 'person', micro: 'micro' } as const)(
      'type',
      '客户类型',
    ),
    nickname: text('nickname', '昵称'),
    gender: oneOf({ 男: 'male', 女: 'female', M: 'male', F: 'female' } as const)('gender', '性别'),
    birthday: dayUpToToday('birthday', '生日'),
    birthdayMonthDay: column('other', readMonthDay, asItIs)('birthday_month_day', '生日(月日)'),
    lunarBirthday: column('other', readLunarDay, asItIs)('lunar_birthday', '农历生日'),
    anniversary: column<string>('day', readAnniversary, (value) => {
      const day = parseDay(value)
      return day === undefined ? value : { day }
    })('anniversary', '纪念日'),
    occupation: text('occupation', '职业'),
    company: text('company', '单位'),
    education: text('education', '学历'),
    phone: id('phone', '手机号'),
    email: text('email', '邮箱'),
    address: text('address', '地址'),
    preferredChannel: oneOf(CHANNEL_WORDS)('preferred_channel', '偏好联系方式'),
    aumFen: sumFromZero('aum', '总资产'),
    riskRating: oneOf(itself(['C1', 'C2', 'C3', 'C4', 'C5'] as const))('risk_rating', '风险等级'),
    riskAssessedOn: dayUpToToday('risk_assessed_on', '风评日期'),
    cardLevel: oneOf({
      无: 'none',
      金卡: 'gold',
      白金卡: 'platinum',
      ...itself(['none', 'gold', 'platinum'] as const),
    } as const)('card_level', '卡等级'),
    familiarity: oneOf({
      陌生: 'unknown',
      认识: 'known',
      熟悉: 'familiar',
      ...itself(['unknown', 'known', 'familiar'] as const),
    } as const)('familiarity', '熟悉程度'),
    doNotContact: recordedYesNo('do_not_contact', '勿扰'),
    marketingConsent: yesNo('marketing_consent', '营销授权'),
    sensitiveConsent: recordedYesNo('sensitive_consent', '敏感信息同意'),
    hobbies: text('hobbies', '爱好'),
    expectedReturn: text('expected_return', '期望收益'),
    preference: text('preference', '理财偏好'),
    family: text('family', '家庭'),
    avoid: text('avoid', '忌讳'),
    assignedOn: someDay('assigned_on', '分配日期'),
    notes: text('notes', '备注'),
    fromFile: column('other', readFieldDays, writeFieldDays)('field_days', '资料日期'),
  },
  holdings: {
    id: id('holding_id', '台账号', 'required'),
    customerId: id('customer_id', '客户号', 'required'),
    productId: id('product_id', '产品代码'),
    productName: name('product_name', '产品名称', 'required'),
    kind: productKind('kind', '产品类别', 'required'),
    amountFen: sumFromZero('amount', '金额', 'required'),
    currency: currency('currency', '币种'),
    startsOn: someDay('start_date', '起息日'),
    maturesOn: lastDay('maturity_date', '到期日'),
    ratePercent: column('other', readRate, (percent) => ({ percent }))('rate', '利率'),
    riskLevel: riskLevel('risk_level', '风险级别'),
    autoRenew: yesNo('auto_renew', '自动转存'),
    nextPaymentOn: someDay('next_payment_on', '下次还款日'),
    overdue: recordedYesNo('overdue', '是否逾期'),
    costFen: sumFromZero('cost', '成本'),
    marketValueFen: sumFromZero('market_value', '市值'),
  },
  products: {
    id: id('product_id', '产品代码', 'required'),
    name: name('name', '名称', 'required'),
    kind: productKind('kind', '产品类别', 'required'),
    riskLevel: riskLevel('risk_level', '风险级别'),
    issuerRiskLevel: riskLevel('issuer_risk_level', '发行方风险级别'),
    termDays: column('other', readCount, (count) => ({ count }))('term_days', '期限'),
    minAmountFen: sumFromZero('min_amount', '起购金额'),
    currency: currency('currency', '币种'),
    benchmark: text('benchmark', '业绩比较基准'),
    saleFrom: someDay('sale_from', '发售日'),
    saleTo: lastDay('sale_to', '截止日'),
    audience: text('audience', '适合人群'),
    sellingPoints: text('selling_points', '卖点'),
  },
  transactions: {
    id: id('transaction_id', '流水号', 'required'),
    customerId: id('customer_id', '客户号', 'required'),
    on: dayUpToToday('date', '交易日期', 'required'),
    amountFen: sum('amount', '金额', 'required'),
    balanceFen: sum('balance', '余额'),
    summary: text('summary', '摘要'),
  },
  contacts: {
    id: id('contact_id', '联系编号', 'required'),
    customerId: id('customer_id', '客户号', 'required'),
    managerId: id('manager_id', '客户经理号', 'required'),
    on: dayUpToToday('date', '联系日期', 'required'),
    channel: oneOf(CHANNEL_WORDS)('channel', '渠道'),
    reached: recordedYesNo('reached', '是否接通'),
    outcome: oneOf(itself(OUTCOMES))('outcome', '结果'),
    note: text('note', '记录'),
    amountFen: sumFromZero('amount', '金额'),
    currency: currency('currency', '币种'),
    objection: oneOf(itself(OBJECTIONS))('objection', '异议'),
    loggedAt: column('other', readInstant, asItIs)('logged_at', '记录时间'),
  },
  links: {
    customerId: id('customer_id', '客户号', 'required'),
    type: oneOf<LinkType>(LINK_WORDS)('type', '关系', 'required'),
    otherId: id('other_id', '关联客户号', 'required'),
    since: someDay('since', '起始日'),
    source: oneOf({
      银行文件: 'file',
      客户经理: 'manager',
      ...itself(['file', 'manager'] as const),
    } as const)('source', '来源'),
    recordedOn: dayUpToToday('recorded_on', '登记日'),
    recordedBy: id('recorded_by', '登记人'),
  },
  facts: {
    id: id('fact_id', '资料编号', 'required'),
    customerId: id('customer_id', '客户号', 'required'),
    managerId: id('manager_id', '客户经理号', 'required'),
    on: dayUpToToday('date', '登记日', 'required'),
    at: column('other', readInstant, asItIs)('recorded_at', '登记时间', 'required'),
    field: oneOf(FIELD_WORDS)('field', '资料项', 'required'),
    how: oneOf({ 改为: 'set', 补充: 'added', ...itself(['set', 'added'] as const) } as const)(
      'how',
      '方式',
      'required',
    ),
    before: text('before', '原来'),
    after: text('value', '内容', 'required'),
  },
  agreements: {
    id: id('agreement_id', '约定编号', 'required'),
    customerId: id('customer_id', '客户号', 'required'),
    kind: oneOf({
      约见: 'appointment',
      回电: 'callback',
      承诺: 'promise',
      待办: 'task',
      ...itself(['appointment', 'callback', 'promise', 'task'] as const),
    } as const)('kind', '约定类别', 'required'),
    on: someDay('due', '约定日'),
    time: column('time', readTime, asItIs)('time', '约定时间'),
    about: text('about', '事由'),
    amountFen: sumFromZero('amount', '金额'),
    currency: currency('currency', '币种'),
    madeOn: dayUpToToday('made_on', '登记日', 'required'),
    contactId: id('contact_id', '联系编号'),
    revision: column('other', readCount, (count) => ({ count }))('revision', '改期次数'),
    state: oneOf({
      未办: 'open',
      已办: 'kept',
      已取消: 'cancelled',
      ...itself(['open', 'kept', 'cancelled', 'withdrawn'] as const),
    } as const)('state', '状态', 'required'),
  },
  favours: {
    id: id('favour_id', '往来编号', 'required'),
    customerId: id('customer_id', '客户号', 'required'),
    kind: oneOf({ 礼品: 'gift', 活动: 'event', ...itself(FAVOUR_KINDS) } as const)(
      'kind',
      '类别',
      'required',
    ),
    name: name('item', '品名或活动', 'required'),
    on: dayUpToToday('date', '日期', 'required'),
    valueFen: sumFromZero('value', '价值'),
    managerId: id('manager_id', '客户经理号', 'required'),
  },
  gifts: {
    id: id('gift_id', '礼品编号', 'required'),
    name: name('name', '礼品名称', 'required'),
    from: someDay('from', '开始日', 'required'),
    to: someDay('to', '结束日', 'required'),
    ...audience,
  },
  events: {
    id: id('event_id', '活动编号', 'required'),
    name: name('name', '活动名称', 'required'),
    on: someDay('date', '活动日期', 'required'),
    place: text('place', '地点'),
    ...audience,
  },
  news: {
    id: id('news_id', '资讯编号', 'required'),
    title: name('title', '标题', 'required'),
    on: someDay('date', '日期', 'required'),
    productIds: ids('product_ids', '产品代码'),
    productKinds: kinds('product_kinds', '产品类别'),
    topics: words('topics', '关键词'),
    ...audience,
  },
  prices: {
    productId: id('product_id', '产品代码', 'required'),
    on: dayUpToToday('date', '净值日期', 'required'),
    value: column('other', readUnitValue, String)('value', '单位净值', 'required'),
    dividend: column('other', readUnitPayment, String)('dividend', '每份分红'),
  },
}
