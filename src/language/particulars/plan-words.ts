import type { Metric } from '../../domain/plan/plan.js'
import { englishValue, numeralValue } from '../text/numerals.js'

/** Which value plans a question asks for. */
export type PlanLook = 'due' | 'proposed'

/** What a message says a plan is to raise; sums and the day are slots. */
export interface PlanWishWords {
  readonly metric?: Metric
  /** Of kinds and card level: kinds held, or 1 gold, 2 platinum. */
  readonly count?: number
}

/** What a message wants done to a plan; sums and days are slots. */
export interface PlanChangeWords {
  readonly kind: 'agree' | 'start' | 'on-track' | 'adjust' | 'stop' | 'close' | 'told'
  /** The step, counted from 1. */
  readonly step?: number
  /** Why it is stopped or closed, in the manager's words. */
  readonly reason?: string
}

const PROPOSED =
  /(?:谁|哪些(?:客户|人)?|哪几[个位]).{0,8}(?:适合|该做|可以做|能做|做)|推荐|建议|候选|适合|可以给谁|(?<![a-z])(?:propos\w*|suggest\w*|candidates?|who (?:could|should|can|needs?|would))(?![a-z])/
const DUE =
  /该看|要看|该检查|检查|落后|逾期|过期|没动|没进展|没有进展|(?<![a-z])(?:look at|check|behind|overdue|past due|without progress)(?![a-z])/

/** Whether plans to be looked at are asked for, or customers to make one for; undefined: all there are. */
export function planLook(folded: string): PlanLook | undefined {
  if (PROPOSED.test(folded)) return 'proposed'
  return DUE.test(folded) ? 'due' : undefined
}

export function planWish(folded: string): PlanWishWords {
  const kinds = /(?<zh>[二两三四五六七八2-8])(?:类|种)|(?<en>two|three|four|five|[2-8]) kinds/.exec(folded)
  const count = kinds?.groups?.['zh'] ?? kinds?.groups?.['en']
  if (count !== undefined) {
    const value = countOf(count)
    return { metric: 'kinds', ...(value === undefined ? {} : { count: value }) }
  }
  if (/白金|platinum/.test(folded)) return { metric: 'card', count: 2 }
  if (/金卡|gold card/.test(folded)) return { metric: 'card', count: 1 }
  if (/存款|deposits?/.test(folded)) return { metric: 'deposits' }
  return /资产|assets|aum/.test(folded) ? { metric: 'aum' } : {}
}

const STEP =
  /第(?<zh>[一二三四五六七八1-8])步|step (?<n>[1-8]|one|two|three|four|five|six|seven|eight)|(?<en>first|second|third|fourth|fifth|sixth|seventh|eighth) step/

export function planChange(folded: string): PlanChangeWords | undefined {
  const step = STEP.exec(folded)?.groups
  const nth = step?.['zh'] ?? step?.['n'] ?? step?.['en']
  if (nth !== undefined) {
    const at = countOf(nth)
    return { kind: 'told', ...(at === undefined ? {} : { step: at }) }
  }
  const kind = KINDS.find(([, words]) => words.test(folded))?.[0]
  if (kind === undefined) return undefined
  const reason = kind === 'stop' || kind === 'close' ? reasonIn(folded) : undefined
  return { kind, ...(reason === undefined ? {} : { reason }) }
}

/** The first that is said decides. */
const KINDS: readonly (readonly [Exclude<PlanChangeWords['kind'], 'told'>, RegExp])[] = [
  [
    'stop',
    /停掉|停止|停了|先停|终止|取消|作废|不做了|(?<![a-z])(?:stop|cancel|drop|terminate|abandon|shut down)(?![a-z])/,
  ],
  ['close', /结束|关闭|收尾|(?<![a-z])(?:closed?|end|wind up)(?![a-z])/],
  ['agree', /同意|批准|批了|通过|(?<![a-z])(?:agree[ds]?|approved?|sign off)(?![a-z])/],
  [
    'adjust',
    /延|多给|放宽|推迟|调|改|降|提到|(?<![a-z])(?:extend|adjust|lower|raise|change|move|postpone|one more month|target)(?![a-z])/,
  ],
  [
    'on-track',
    /照旧|照常|看过了|按原来|没问题|继续|(?<![a-z])(?:on track|unchanged|stays?|keep|continues?|looked at)(?![a-z])/,
  ],
  ['start', /开始|启动|(?<![a-z])(?:start|begin)(?![a-z])/],
]

/** What stands behind the order: 停掉…的提升计划 客户出国了, "stop …, he moved abroad". */
function reasonIn(folded: string): string | undefined {
  const said =
    /(?:(?:计划|方案|plan)[^,，;。]{0,30}[,，;。] ?|(?:计划|方案)[^,，;。 ]{0,12} )(?<why>[^ ].{1,60})$/
      .exec(folded)
      ?.groups?.['why']?.trim()
  if (said === undefined || /^(?:可以|吧|了|for |of |now)/.test(said)) return undefined
  return KINDS.some(([, words]) => words.test(said)) ? undefined : said
}

/** Words for the first rows of a list. */
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

function countOf(word: string): number | undefined {
  const place = PLACES.indexOf(word)
  return place >= 0 ? place + 1 : (numeralValue(word) ?? englishValue(word))
}
