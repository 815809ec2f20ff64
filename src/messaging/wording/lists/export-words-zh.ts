import type { ExportName } from '../../../usecases/exports/export-table.js'

/** What is said of tables as files, in Chinese. The English table has the same shape. */
export const exportWordsZh = {
  tables: {
    general: '通用管理表格',
    ledger: '产品台账',
    'key-customers': '重点客户管理表格',
    links: '客户关系表',
    contacts: '联系记录',
    facts: '资料登记',
    agreements: '约定与承诺',
    favours: '礼品和活动',
    campaign: '活动报告',
  } satisfies Record<ExportName | 'campaign', string>,
  which: '导出哪张表?只含您自己名下的客户。',
  otherThan: '这份名单还不能单独导出。可以导出这三张表:',
  empty: (table: string) => `${table}里没有内容,没有导出。`,
  rows: (count: number) => `${count} 行`,
  offer: (rows: string) => `${rows}。同意后存进您自己的 OneDrive,并记入日志。内含客户信息,请勿转发。`,
  put: (name: string, rows: string) => `已存进您的 OneDrive:${name}(${rows})。`,
  declined: '好,没有导出。',
  notPut: {
    host: '没有导出:存放地址不在允许的范围内,请联系管理员。',
    refused: '没有存进 OneDrive,对方没有接收。请再说一次“导出”。',
    'no-answer': '没有存进 OneDrive,对方没有及时回应。请再说一次“导出”。',
  },
  ready: (name: string, rows: string) => `${name}(${rows})`,
  linkHint: (minutes: number) => `链接 ${minutes} 分钟内有效,只能打开一次。内含客户信息,请勿转发。`,
  open: '下载',
  linkOver: '这个链接已用过或已过期。请在对话里再说一次“导出”。',
  none: (table: string, command: string) =>
    `这里收不了文件。请管理员运行下面的命令,得到${table}:\n${command}`,
  summary: '导出表格',
}

export type ExportWords = typeof exportWordsZh
