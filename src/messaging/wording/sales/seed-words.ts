import type { Locale } from '../../../domain/manager/manager.js'
import type { Situation } from '../../../domain/playbook/situations.js'

/** What is said around parts of the playbook that are asked for by name, in Chinese. The English table has the same shape. */
const zh = {
  occupation: {
    title: (name: string) => `怎么和${name}沟通`,
    howToTalk: '怎么谈',
    moneyHabits: '用钱的习惯',
    kinds: '先看这些(以适当性为准)',
    when: '怎么联系、什么时候',
    topics: '可以聊',
    avoid: '别提',
    own: '这是一行人的习惯,不是这个人:先听客户自己怎么说。',
  },
  pretexts: {
    title: '联系客户的五种由头',
    names: {
      maturity: '到期',
      investment: '投资话题',
      care: '关心',
      information: '告知',
      advice: '请教',
    } satisfies Record<Situation<'pretext'>, string>,
    note: '「」里换成客户的;每次顺带了解一件事。',
  },
  sheet: {
    title: '录音评估表',
    lead: '刚打完一通电话?勾上做到的,或把您说的话一行一句贴进来。',
    said: '您在电话里说的话(一行一句,可不填)',
    score: '评分',
    total: (points: number) => `这通电话${points}分`,
    next: (name: string, tip: string) => `下一通练${name}:${tip}`,
    full: '每一项都做到了。',
    claims: (words: string) => `不能这么说:${words}`,
  },
  sellMore: {
    title: (name: string) => `给${name}还能配什么`,
    held: (kinds: string) => `现在持有:${kinds}`,
    heldNone: '台账上没有在持的产品。',
    up: (product: string, day: string) => `接上${product}(${day}到期)`,
    cross: '还没有的种类',
    bundle: (trade: string) => `${trade}常一起办`,
    none: '按风险等级、起点和授权,现在没有可以配的产品。',
  },
  seek: {
    title: '今天打电话约见',
    row: (first: string, second: string) => `给两个时间:${first},还是${second}?`,
    product: (name: string) => `可谈${name}`,
    none: '今天名单上没有可以约见的客户。',
    goal: '电话的目的是约见面,不在电话里卖。',
  },
  afterSales: {
    title: (name: string) => `${name}的售后跟踪`,
    sold: (product: string, day: string) => `${day}成交${product}`,
    planned: (day: string, about: string) => `${day} · ${about}`,
    none: (name: string) => `${name}没有记过成交;下面是售后常用的话。`,
  },
}
export type SeedWords = typeof zh

const en: SeedWords = {
  occupation: {
    title: (name) => `How to talk with a ${name.toLowerCase()}`,
    howToTalk: 'How to talk',
    moneyHabits: 'Money habits',
    kinds: 'Look at these first (suitability decides)',
    when: 'How and when to reach them',
    topics: 'Topics',
    avoid: 'Avoid',
    own: 'These are the habits of a trade, not of the person: what the customer says comes first.',
  },
  pretexts: {
    title: 'Five pretexts for a call',
    names: {
      maturity: 'Maturity',
      investment: 'Investment topic',
      care: 'Care',
      information: 'Information',
      advice: 'Asking for advice',
    },
    note: "Put the customer's own in the brackets; learn one fact each time.",
  },
  sheet: {
    title: 'Call review sheet',
    lead: 'Just off the phone? Tick what you did, or paste what you said, a sentence a line.',
    said: 'What you said on the phone (a sentence a line, may be left empty)',
    score: 'Score it',
    total: (points) => `This call has ${points} points`,
    next: (name, tip) => `Next call, work on ${name.toLowerCase()}: ${tip}`,
    full: 'Everything was done.',
    claims: (words) => `May not be said: ${words}`,
  },
  sellMore: {
    title: (name) => `What else for ${name}`,
    held: (kinds) => `Held now: ${kinds}`,
    heldNone: 'Nothing runs in the ledger.',
    up: (product, day) => `After ${product} (matures ${day})`,
    cross: 'Kinds not held yet',
    bundle: (trade) => `Often taken together by a ${trade.toLowerCase()}`,
    none: 'By rating, minimum and consent nothing can be added now.',
  },
  seek: {
    title: "Today's calls for a meeting",
    row: (first, second) => `Offer two times: ${first} or ${second}?`,
    product: (name) => `could speak of ${name}`,
    none: "Nobody on today's list can be asked for a meeting.",
    goal: 'The call is for the meeting, not for the sale.',
  },
  afterSales: {
    title: (name) => `After-sales for ${name}`,
    sold: (product, day) => `${product} closed on ${day}`,
    planned: (day, about) => `${day} · ${about}`,
    none: (name) => `No sale is noted for ${name}; these words serve after one.`,
  },
}

export function seedWordsFor(locale: Locale): SeedWords {
  return locale === 'zh-CN' ? zh : en
}
