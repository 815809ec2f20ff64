/** What is said of money kept, promises, lines that work, what if and raised levels, in Chinese. */
export const keptWordsZh = {
  retention: {
    title: '到期资金',
    none: (span: string) => `${span}没有人民币产品到期。`,
    rate: (percent: string) => `已定的留住${percent}`,
    undecidedOnly: '到期后第11天才定,目前还没有定的。',
    matured: '到期',
    kept: '留住',
    inCurrent: '在活期',
    gone: '流出',
    unknown: '去向不明',
    undecided: '还没定',
    byKind: '按产品',
    byManager: '按经理',
    notKept: '没留住的',
    left: (gone: string, unknown: string) =>
      [gone && `流出${gone}`, unknown && `去向不明${unknown}`].filter((p) => p).join(' · '),
    unknownWhy: '活期账户没有导入过的客户,钱去了哪里不知道,不算流出。',
    more: (count: number) => `还有${count}位`,
  },
  promises: {
    title: '承诺兑现',
    none: (span: string) => `${span}没有到日子的承诺。`,
    rate: (kept: number, due: number, percent: string) =>
      `到日子的${due}件,按时办到${kept}件,兑现率${percent}`,
    late: '没按时办到的',
    keptLate: (day: string) => `${day}才办好`,
    open: '还没办',
    due: (day: string) => `说好${day}`,
  },
  works: {
    title: '哪些话术管用',
    none: '还没有用过话术的联系。先在客户卡上点「话术」,联系后记一笔,就会慢慢数出来。',
    why: '用了以后有下一步(约见、有意向、成交)的比例',
    tooFew: (next: number, uses: number) => `用了${uses}次,有下一步${next}次,次数太少还说不准`,
    share: (percent: string, low: string, high: string, uses: number) =>
      `${percent}(${low}–${high}),用了${uses}次`,
  },
  whatIf: {
    title: '换个联系频率',
    ask: '想换哪一级、多久联系一次?例如:要是B级每周联系一次呢。',
    every: (tier: string, days: string) => `${tier}级每${days}联系一次`,
    days: (count: number) => (count === 1 ? '天' : `${count}天`),
    months: (count: number) => (count === 1 ? '个月' : `${count}个月`),
    line: (now: string, then: string) => `每天${now}个 → ${then}个`,
    beside: (capacity: number, made: string) => `名单上限${capacity}位 · 近20个工作日每天实际打${made}个`,
    scope: '今后20个工作日里常规联系的电话,每个工作日平均。',
    provisional: '明年的工作日历还没有,是估算。',
  },
  raise: {
    ask: '哪个产品,改成几级?例如:W180改成R4影响谁。',
    title: (product: string, from: string | undefined, to: string) =>
      from === undefined ? `${product}定为${to}` : `${product}由${from}改为${to}`,
    none: (product: string) => `没有客户持有${product}。`,
    nobody: (count: number) => `${count}位持有客户的评级都够。`,
    affected: (count: number) => `${count}位评级不再够`,
    above: (count: number) => `${count}位现在就不够`,
    carried: (count: number) => `${count}位评级够`,
    notRated: '没有评级',
  },
  mirror: {
    title: '记录照镜子(只给您看)',
    sameNote: (count: number, note: string) => `${count}位客户记的是同一句:「${note}」`,
    withoutOutcome: (count: number) => `${count}次联系没有记结果`,
    withoutDay: (count: number) => `${count}件承诺没有日子`,
    clean: '没有雷同的记录,结果和日子都记全了。',
  },
  twoSteps: (asked: number, need: number) => `服务中发现需求${need}次,当场约见${asked}次`,
  percent: (value: number) => `${value}%`,
}

export type KeptWords = typeof keptWordsZh
