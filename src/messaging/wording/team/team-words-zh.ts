/** What is said of a head's desk, in Chinese. The English table has the same shape. */
export const teamWordsZh = {
  bookOf: (name: string) => `${name}的客户`,
  notYours: (name: string) => `${name}的客户和业绩只给本人和网点负责人看。`,
  headOnly: '派任务、移交和给别人安排代管,由网点负责人来做。',
  noColleague: '没听出是哪位客户经理,请说名字。',
  assign: {
    whom: (manager: string) => `让${manager}联系哪位客户?`,
    when: (manager: string) => `让${manager}哪天前办好?`,
    past: '这个日子已经过了,请说今天或以后的一天。',
    understood: (manager: string, customer: string, what: string, by: string) =>
      `派给${manager}:${customer} · ${what} · ${by}前`,
    contact: '联系客户',
    done: (manager: string, customer: string, by: string) =>
      `已派给${manager}:${customer},${by}前。会在${manager}的晨报上,办完了会告诉您。`,
    otherBook: (customer: string, owner: string, to: string) =>
      `${customer}是${owner}的客户,${to}看不到。可以派给${owner},或者先移交。`,
    gone: '这位客户已经不在网点的名单上。',
  },
  handOver: {
    whom: '要移交哪些客户?请说客户的名字,或者“李晓梅的全部客户”这样说。',
    understood: (customer: string, from: string, to: string) => `${customer}:${from} → ${to}`,
    whole: (count: number, from: string, to: string) => `${from}名下全部${count}位客户 → ${to}`,
    note: '连同持有、联系记录、约定和商机一起转',
    done: (count: number, to: string) => `${count}位客户已转给${to},会单独通知对方。今天内可以撤销。`,
    already: (to: string) => `已经在${to}名下。`,
    none: (from: string) => `${from}名下没有客户。`,
    failed: '没有转:名单刚有变动,请再说一遍。',
    undone: (count: number, from: string) => `已撤销移交:${count}位客户回到${from}名下。`,
    gone: (count: number) => `另有${count}位已转到别处,没有动。`,
    nothing: '没有今天的移交可以撤销。',
  },
  cover: {
    until: (to: string, from: string) => `${to}代管${from}的客户到哪天?`,
    understood: (to: string, from: string, days: string) => `${to}代管${from}的客户,${days}`,
    done: (to: string, from: string, days: string) =>
      `已安排:${to}代管${from}的客户,${days},到期自动结束。今天内可以撤销。`,
    past: '最后一天已经过了。',
    ended: (from: string) => `${from}的代管已结束。`,
    nobody: (from: string) => `现在没有人代管${from}的客户。`,
    undone: (from: string) => `已撤销:${from}的代管。`,
    again: (days: string) => `恢复原来的安排:${days}。`,
    nothing: '没有今天安排的代管可以撤销。',
  },
  undo: '撤销',
  notDone: '没有安排。',
}

export type TeamWords = typeof teamWordsZh
