import type { Check, Paper } from '../../../domain/meeting/meeting-sheet.js'

/** What a meeting sheet says, in Chinese. The English table has the same shape, or it does not compile. */
export const meetingWordsZh = {
  button: '见面单',
  title: { appointment: '见面单', callback: '通话单' },
  /** On the lock screen: names nobody. */
  notification: (time: string) => `${time}有约:见面单`,
  last: '上次说的',
  neverSpoken: '还没聊过,先介绍自己',
  promised: '答应过的',
  topics: '可聊的',
  noTopics: '没有特别的事,问问近况',
  sale: '商机',
  ask: '顺便问',
  papersTitle: '要带的',
  papers: {
    'name-card': '名片',
    'id-card': '请客户带身份证',
    'deposit-slip': '请客户带存单或存折',
    'business-papers': '请客户带营业执照和印章',
    'assessment-form': '风险评估问卷(要重做)',
    'product-papers': '产品说明书、风险揭示书',
    'rate-sheet': '存款利率表',
  } satisfies Record<Paper, string>,
  checksTitle: '出门前',
  checks: {
    'keep-promises': '答应的事办好了没有',
    'answer-ready': '上次的异议想好怎么回',
    'ask-first': '先问后讲,多听少说',
    'suitable-only': '只讲适合的产品,不承诺收益',
  } satisfies Record<Check, string>,
}

export type MeetingWords = typeof meetingWordsZh
