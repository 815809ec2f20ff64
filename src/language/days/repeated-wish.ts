import type { Parsed } from '../parse.js'

/** 每年的年费 and "the monthly statement" are things, and no time of doing something. */
const EVERY_SO_OFTEN =
  /每(?:天|日|周|星期|礼拜|个?月|季度?|年|逢|隔)(?!的?[^,。;一二三四五六日天]{0,4}(?:表|费|账单|报告|利息|工资|定投|还款|收益))|天天|(?<![a-z])(?:every (?:other |single |second )?(?:day|week|month|quarter|year|morning|afternoon|evening|mon|tue|wed|thu|fri|sat|sun)[a-z]*|each (?:day|week|month|mon|tue|wed|thu|fri)[a-z]*|(?:daily|weekly|monthly|fortnightly)(?=$|[,.!]| (?:until|till|from|at|on|to|for|please|calls?|visits?|check))|(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?![a-z])/i

/** Whether something is to be done every so often: 以后每周都, "on Fridays", "daily until Friday". */
export function isRepeated({ raw, days }: Pick<Parsed, 'raw' | 'days'>): boolean {
  return days.some(({ repeats }) => repeats !== undefined) || EVERY_SO_OFTEN.test(raw)
}
