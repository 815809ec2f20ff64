import type { LeavingCause } from '../../../domain/leaving/leaving.js'
import type { Group } from '../../../domain/rfm/segments.js'

/** What is said of customers who may leave and of groups by RFM, in Chinese. The English table has the same shape. */
export const leavingWordsZh = {
  title: '可能流失的客户',
  none: '没有看起来要流失的客户。',
  count: (count: number) => `${count}位`,
  /** For the counts under the title. */
  kinds: {
    'matured-gone': '到期没续',
    'balance-falling': '余额下降',
    silence: '突然安静',
    'overdue-contact': '联系过期',
  } satisfies Record<LeavingCause, string>,
  atRiskOnly: '往来变少',
  causes: {
    maturedGone: (matured: string, gone: string) => `90天内到期${matured},其中${gone}没有留下`,
    balanceFalling: (monthEnds: number, first: string, last: string) =>
      `连续${monthEnds}个月末余额下降:${first} → ${last}`,
    silence: (days: number, gap: string) => `${days}天没有交易,平时约${gap}天一次`,
    overdueContact: (days: number) => `联系已过期${days}个工作日`,
    atRisk: '过去往来多,近来变少',
  },
  scores: (r: number, f: number, m: number, sum: number) => `最近往来${r}分 次数${f}分 金额${m}分,共${sum}分`,
  was: (times: number) => `一年内交易${times}次`,
  inactive: '一年内没有交易',
  move: (text: string) => `怎么留:${text}`,
  /** What to do first, by the gravest cause. Service only: nothing is promised and nothing is offered here. */
  moves: {
    'matured-gone': '打电话问问这笔钱的去向和打算,再约个时间面谈',
    'balance-falling': '问问近来的资金安排和难处,约见面做一次梳理',
    silence: '做一次关怀回访,问问账户用得顺不顺手',
    'overdue-contact': '先把该打的电话补上',
    'at-risk': '约见面,问问近来在哪边办业务、为什么',
  } satisfies Record<LeavingCause | 'at-risk', string>,
  quietCustomer: '勿扰客户:只发服务通知,不打电话营销',
  rule: (gonePercent: number, monthEnds: number, times: number, fromDays: number) =>
    `按原因排:到期后${gonePercent}%以上没留下;连续${monthEnds}个月末余额下降;安静超过平时间隔${times}倍且满${fromDays}天。其余按近一年交易在全网点里评分`,
  known: (day: string) => `流水到${day}`,
  sleeping: {
    title: '睡眠户',
    none: '没有睡眠户。',
    quiet: (days: number) => `${days}天没有交易`,
    rule: (days: number) => `${days}天没有本人交易算睡眠`,
  },
  groups: {
    best: '最有价值的客户',
    loyal: '忠诚客户',
    big: '大额客户',
    new: '新客户',
    'at-risk': '往来变少的老客户',
    sleeping: '沉睡客户',
    ordinary: '一般客户',
    inactive: '一年没有交易的客户',
    profitable: '贡献最大的客户',
    highest: 'RFM最高的客户',
  } satisfies Record<Group, string>,
  noneInGroup: (group: string) => `${group}:没有。`,
  groupRules: {
    best: '交易次数和金额都在网点前列(5分里4分以上),近来也在往来',
    loyal: '交易次数在网点前列(5分里4分以上),近来也在往来',
    big: '交易金额在网点前列(5分里4分以上),近来也在往来',
    new: '最近刚有交易,次数还少',
    'at-risk': '以前来得勤或金额大,近来少见了',
    sleeping: '近来少见,来得不勤、金额也不大',
    ordinary: '以上都不是',
    inactive: '一年内没有本人交易',
    profitable: '交易次数和金额都在网点前列(利润的近似),不论近来是否变少',
    highest: '最近往来、次数、金额三项各5分,按总分排',
  } satisfies Record<Group, string>,
  scored: (days: number) => `按最近${days}天本人交易与全网点客户比较评分`,
}

export type LeavingWords = typeof leavingWordsZh
