import type { Group } from '../../domain/rfm/segments.js'

/** Words for a group of customers, the first that fits. What is left asks for the highest scores. */
const GROUPS: readonly (readonly [Exclude<Group, 'highest'>, RegExp])[] = [
  [
    'profitable',
    /赚钱|挣钱|(?:赚|挣)的?(?:钱)?(?:最多|多)|贡献|利润|盈利|创收|创利|(?<![a-z])(?:profit(?:s|able|ability)?|earns?|earning|makes? (?:us|the bank|me) (?:the )?(?:most )?money|money ?makers?|lucrative|revenue|contribut\w*)(?![a-z])/,
  ],
  [
    'loyal',
    /忠诚|忠实|铁杆|死忠|常客|往来(?:最)?频繁|来得最勤|(?<![a-z])(?:loyal\w*|regulars?|most frequent|frequent)(?![a-z])/,
  ],
  ['at-risk', /流失|(?:往来|来往)变少|(?<![a-z])(?:at[- ]risk|leaving|churn)(?![a-z])/],
  ['sleeping', /沉睡|睡眠|休眠|(?<![a-z])(?:sleeping|dormant|sleepers?)(?![a-z])/],
  ['inactive', /不活跃|没有交易|零交易|(?<![a-z])(?:inactive|no transactions?)(?![a-z])/],
  ['new', /新客|新来|新增|新往来|(?<![a-z])(?:new(?:ly)?|newcomers?)(?![a-z])/],
  ['big', /大额|金额(?:最)?大|大客户|(?<![a-z])(?:big|large|biggest|largest|big[- ]ticket)(?![a-z])/],
  ['ordinary', /一般(?:的)?客户|普通客户|(?<![a-z])ordinary(?![a-z])/],
  [
    'best',
    /最好|最优|优质|最有价值|价值最高|黄金客户|(?<![a-z])(?:best|top|most valuable|finest|star)(?![a-z])/,
  ],
]

/** Which group of customers a message asks for: a segment, the most profitable, or the highest scores. */
export function askedGroup(folded: string): Group {
  const isScore = /(?<![a-z])rfm(?![a-z])|得分|分数|(?<![a-z])scores?(?![a-z])/.test(folded)
  const named = GROUPS.find(([, words]) => words.test(folded))?.[0]
  if (isScore && (named === undefined || named === 'best')) return 'highest'
  return named ?? 'highest'
}
