import type { SheetLevel, Term } from '../../../domain/review/sheet-rows.js'
import type { TalkingCode } from '../../../domain/review/talking-points.js'

/** What is said of wealth reviews, in Chinese. */
export const reviewWordsZh = {
  title: (name: string) => `${name}的财富诊断`,
  notification: '财富诊断',
  total: (sum: string) => `诊断合计${sum}`,
  aum: (sum: string) => `总资产${sum}`,
  /** Why the sheet and the assets of the bank's file differ. */
  beside: {
    same: '与总资产一致',
    less: (sum: string) => `总资产里有${sum}不在台账上:多半是没有导入的活期或产品。`,
    more: (sum: string) => `台账比总资产多${sum}:两份文件的日期不同,或有产品没算进总资产,以台账为准。`,
  },
  quiet: (name: string) => `${name}要求勿扰,不做财富诊断。`,
  points: '谈三点以内',
  question: (words: string) => `问:${words}`,
  line: (words: string) => `说:${words}`,
  byKind: '按种类',
  byLevel: '按风险级别',
  byTerm: '按期限(从今天算)',
  maturities: '180天内到期',
  otherCurrencies: '其他币种(另算)',
  liabilities: '贷款和信用卡(另算)',
  since: (day: string) => `上次诊断以来(${day})`,
  sinceParts: {
    change: '合计变化',
    current: '活期',
    begun: '新增',
    ended: '到期或结束',
    rest: '其余金额变化',
    flow: '期间账户净进出(另看)',
  },
  never: '还没做过财富诊断,本次起可以比较。',
  part: (sum: string, percent: string) => `${sum} · ${percent}`,
  above: '高于测评',
  levels: {
    R1: 'R1',
    R2: 'R2',
    R3: 'R3',
    R4: 'R4',
    R5: 'R5',
    unknown: '级别不详',
    none: '存款、国债(不分级)',
  } satisfies Record<SheetLevel, string>,
  terms: {
    'on-demand': '随时可用',
    'to-30': '30天内',
    'to-90': '31至90天',
    'to-365': '91至365天',
    longer: '一年以上',
  } satisfies Record<Term, string>,
  month: (year: string, month: string) => `${year}年${month}月`,
  figures: {
    'above-rating': (f) => `${f['sum']}(${f['percent']})的风险级别到${f['level']},高于测评${f['rating']}`,
    'one-product': (f) => `${f['product']}一只占${f['percent']}(${f['sum']})`,
    idle: (f) => `活期闲置${f['sum']}`,
    illiquid: (f) => `30天内能用的只占${f['percent']}(${f['sum']})`,
    'one-month': (f) => `${f['month']}一个月到期${f['sum']},占${f['percent']}`,
    assessment: (f) =>
      f['state'] === 'not-assessed'
        ? '还没有有效的风险测评'
        : f['state'] === 'expired'
          ? `风险测评${f['day']}已到期`
          : `风险测评${f['day']}到期`,
    'one-kind': (f) => `只有${f['kind']}一类`,
    'no-holdings': () => '台账里没有在持的人民币资产',
  } satisfies Record<TalkingCode, (said: Readonly<Record<string, string>>) => string>,
  questions: {
    'above-rating': '这一部分当时是怎么考虑的,现在想法变了没有?',
    'one-product': '这一只您打算拿多久,万一有波动您怎么看?',
    idle: '这笔钱最近有什么用处?',
    illiquid: '家里要是临时用钱,从哪儿出?',
    'one-month': '到时候这几笔您打算怎么安排?',
    assessment: '哪天方便重新做一次风险测评?',
    'one-kind': '别的钱您大概是怎么分的?',
    'no-holdings': '您现在主要放在哪几样上?',
  } satisfies Record<TalkingCode, string>,
  noFlags: '没有要提醒的地方,照常问问近况和打算。',
  due: {
    title: '本周该做的财富诊断',
    counts: (shown: number, room: number, behind: number) =>
      behind === 0
        ? `${shown}位,本周还能做${room}位`
        : `${shown}位;本周只排得下${room}位,后面还有${behind}位`,
    today: (names: string) => `今天:${names}`,
    dueOn: (day: string) => `${day}到期`,
    last: (day: string) => `上次${day}`,
    first: '还没做过',
    noHoldings: '没有在持台账,排在后面',
    none: '本周没有到期的财富诊断。',
    more: (count: number) => `还有${count}位没有列出`,
    behind: (name: string, count: number) => `${name}后面还有${count}位`,
  },
  buttons: { see: '看诊断', log: '记一次诊断' },
  noted: '已记为财富诊断,半年后再到期。',
}

export type ReviewWords = typeof reviewWordsZh
