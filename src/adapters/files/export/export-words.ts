import type { Agreement, Contact } from '../../../domain/customer/contact.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { ExportName, ExtraField } from '../../../usecases/exports/export-table.js'

/** What a table of the book says besides the columns an import knows. */
export interface ExportWords {
  readonly titles: Readonly<Record<ExportName, string>>
  /** Headers that no import takes for its own. */
  readonly extras: Readonly<Record<ExtraField, string>>
  readonly asOf: string
  /** What the table is narrowed to. */
  readonly narrowed: {
    readonly maturing: (from: string, to: string) => string
    readonly atLeast: (sum: string) => string
    readonly atMost: (sum: string) => string
    readonly customers: (count: number) => string
  }
  /** What is summed, by table; absent where nothing is. */
  readonly totals: Readonly<Partial<Record<ExportName, string>>>
  readonly rows: (count: number) => string
  readonly agreements: Readonly<Record<Agreement['kind'], string>>
  /** Font that has the language's characters on every office machine. */
  readonly font: string
}

export const EXPORT_WORDS: Readonly<Record<Locale, ExportWords>> = {
  'zh-CN': {
    titles: {
      general: '通用管理表格',
      ledger: '产品台账',
      'key-customers': '重点客户管理表格',
      links: '客户关系表',
      contacts: '联系记录',
      facts: '资料登记',
      agreements: '约定与承诺',
      favours: '礼品和活动',
    },
    extras: {
      tier: '分级',
      lastContactOn: '最近联系',
      contactDueOn: '应联系日',
      overdueDays: '逾期工作日',
      customerName: '客户姓名',
      otherName: '关联客户姓名',
      daysToMaturity: '距到期天数',
      nextMaturityOn: '最近到期日',
      history: '近期联系',
      plan: '后续安排',
    },
    asOf: '截至',
    narrowed: {
      maturing: (from, to) => (from === to ? `${from} 到期` : `${from} 至 ${to} 到期`),
      atLeast: (sum) => `${sum} 以上`,
      atMost: (sum) => `${sum} 以下`,
      customers: (count) => `选定 ${count} 位客户`,
    },
    totals: {
      general: '总资产合计',
      ledger: '在持金额合计（不含贷款、信用卡）',
      'key-customers': '总资产合计',
    },
    rows: (count) => `共 ${count} 行`,
    agreements: { appointment: '约见', callback: '回电', promise: '承诺', task: '待办' },
    font: '微软雅黑',
  },
  'en-US': {
    titles: {
      general: 'Customers',
      ledger: 'Product ledger',
      'key-customers': 'Key customers',
      links: 'Links',
      contacts: 'Contacts',
      facts: 'Facts',
      agreements: 'Agreed',
      favours: 'Gifts and events',
    },
    extras: {
      tier: 'Tier',
      lastContactOn: 'Last contact',
      contactDueOn: 'Contact due',
      overdueDays: 'Working days overdue',
      customerName: 'Customer',
      otherName: 'Linked customer',
      daysToMaturity: 'Days to maturity',
      nextMaturityOn: 'Next maturity',
      history: 'Recent contacts',
      plan: 'Agreed',
    },
    asOf: 'as of',
    narrowed: {
      maturing: (from, to) => (from === to ? `maturing on ${from}` : `maturing ${from} to ${to}`),
      atLeast: (sum) => `${sum} or more`,
      atMost: (sum) => `${sum} or less`,
      customers: (count) => (count === 1 ? '1 customer chosen' : `${count} customers chosen`),
    },
    totals: {
      general: 'Total assets',
      ledger: 'Held now, without loans and cards',
      'key-customers': 'Total assets',
    },
    rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    agreements: { appointment: 'meeting', callback: 'call back', promise: 'promise', task: 'to do' },
    font: 'Calibri',
  },
}

/** One contact in words, in the language of the table. */
export type DescribeContact = (contact: Contact, locale: Locale) => string
