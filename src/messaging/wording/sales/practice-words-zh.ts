import type { CriterionId } from '../../../domain/playbook/review-sheet.js'
import type { Situation } from '../../../domain/playbook/situations.js'

/** What is said around a practised call and a text that is checked, in Chinese. The English table has the same shape. */
export const practiceWordsZh = {
  button: '练一练',
  title: (who: string) => `练一练 · ${who}`,
  which: '练哪一种?点一个,或写“练一练:嫌收益低”。我来扮客户。',
  how: '直接写您要说的话。说“结束”看点评,说“算了”不练。这里说的都不记到客户名下。',
  says: (who: string, text: string) => `${who}:${text}`,
  lastWord: '最后一句,收个尾。',
  left: '好,不练了。',
  nothingSaid: '还没开口,先不点评。',
  firstCalls: {
    new: '第一次通话',
    vip: '贵宾客户,刚接手',
    'long-ago': '很久没联系',
    'vip-without-card': '够金卡没办卡',
  } satisfies Record<Situation<'first-call'>, string>,
  review: {
    title: (who: string, total: number) => `点评 · ${who} · ${total}分`,
    halved: (count: number) => `有${count}处不能说,总分减半。`,
    next: (what: string, tip: string) => `先练这一点:${what}。${tip}`,
    heard: (text: string) => `说得好:“${text}”`,
    example: (text: string) => `可以这样说:${text}`,
    full: '评估表上的都做到了。',
    again: '再练一次',
    other: '换一种',
  },
  criteria: {
    opening: '开场',
    purpose: '来意',
    benefit: '好处',
    question: '提问',
    listening: '倾听',
    'two-times': '两个时间',
    close: '收尾',
    compliance: '合规',
  } satisfies Record<CriterionId, string>,
  draft: {
    fine: '✓ 可以这样说,没有发现违规的说法。',
    fineNote: '发出前请再核对金额和日期。',
    wrong: (count: number) => `✗ 不能这样说,有${count}处:`,
    finding: (quote: string, title: string, why: string) => `“${quote}”:${title}。${why}`,
    allowed: (text: string) => `可以说:${text}`,
    paste: '要看哪一句?接着写在后面,例如“帮我看看这句:您的理财周三到期”。',
    summary: '话术检查',
  },
}

export type PracticeWords = typeof practiceWordsZh
