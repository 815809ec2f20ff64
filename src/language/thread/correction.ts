import type { Reading } from '../reading.js'
import type { Mention } from '../slots.js'

/** Another customer than the one that was understood. */
export interface Correction {
  /** Absent where only the right one is named. */
  readonly from?: Mention
  readonly to: Mention
}

const WRONG_ZH = '(?:不对|不是的|错了|(?:刚才?)?[搞记说弄打写点选录]错(?:了|人了?)?)'
const WRONG_EN = '(?:no|nope|sorry|wrong|oops|wait|i mean)'
const MEANT_EN = "(?:but |it'?s |it was |it is |i meant? |should be |make (?:it|that) )"
/** Over masked text; `x` the wrong name and `y` the right one. */
const FORMS = [
  [`^(?:${WRONG_ZH}[, ]*)?不是x[,。 ]*(?:而)?是y[。!]*$`, ['x', 'y']],
  [`^(?:${WRONG_ZH}[, ]*)?(?:应该)?是y[, ]*不是x[。!]*$`, ['y', 'x']],
  [`^${WRONG_ZH}[, ]*(?:应该)?(?:是)?y[。!]*$`, ['y']],
  ['^(?:我)?(?:说|指|打)的是y[。!]*$', ['y']],
  [`^(?:${WRONG_EN}[,. ]+)?(?:it'?s |it was )?not x[,. ]+${MEANT_EN}?y[.!]*$`, ['x', 'y']],
  [`^(?:${WRONG_EN}[,. ]+)?${MEANT_EN}?y,? (?:and )?not x[.!]*$`, ['y', 'x']],
  [`^${WRONG_EN}[,. ]+${MEANT_EN}?y[.!]*$`, ['y']],
  ['^(?:i meant?|it was|should be|make (?:it|that)) y[.!]*$', ['y']],
] as const satisfies readonly (readonly [string, readonly ('x' | 'y')[]])[]

const COMPILED = FORMS.map(([form, order]) => ({
  pattern: new RegExp(form.replace(/x|(?<![a-z])y/g, '[PQ]')),
  order,
}))

/** 不是陈总,是陈姐 or "not Grace, Helen", and nothing else; undefined where it is no such correction. */
export function correctionIn({ explain, mentions = [] }: Reading): Correction | undefined {
  const masked = (explain?.readAs ?? '').trim()
  const form = COMPILED.find(({ pattern, order }) => order.length === mentions.length && pattern.test(masked))
  if (form === undefined) return undefined
  const to = mentions[form.order.indexOf('y' as never)]
  const from = form.order.length === 2 ? mentions[1 - (to === mentions[0] ? 0 : 1)] : undefined
  return to === undefined ? undefined : { to, ...(from === undefined ? {} : { from }) }
}

const ALSO =
  /^(?:还有|另外|加上|以及|and|also|plus)[, ]*[PQ](?:也是?|一样|也一样|,? too|,? as well)?[。.!]*$|^[PQ](?:也是?|也一样|一样|,? too|,? as well)[。.!]*$/

/** Another customer for whom the same is to be done: 还有李总, "and Mr Li too". */
export function alsoIn({ explain, mentions = [] }: Reading): Mention | undefined {
  const [only, ...others] = mentions
  return others.length === 0 && ALSO.test((explain?.readAs ?? '').trim()) ? only : undefined
}
