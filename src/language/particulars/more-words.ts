import { englishValue, numeralValue } from '../text/numerals.js'

/** "More" of the list that was shown; `count` where a number is said: 后面四位. */
export interface MoreAsked {
  /** From the first row again: 前三个, "top 3". */
  readonly from?: 0
  readonly count?: number
}

const NUMBER = '(?<n>[一二两三四五六七八九十]{1,2}|\\d{1,2})'
const ZH = new RegExp(
  `^(?:还有(?:呢|吗|谁|哪些|没有|其他的?|别的)?|更多(?:的)?|看更多|再(?:来|看|列|给)(?:我)?(?:${NUMBER}|几|一?些)?(?:个|位|名|条)?|(?:看)?(?:下|后)一?页|(?:后面|往后|接下来|剩下|其余|余下)(?:的)?(?:那)?(?:${NUMBER.replace('<n>', '<m>')}|几)?(?:个|位|名|条)?(?:的)?(?:都)?(?:是|有)?(?:谁|哪些|客户)?|翻页|往(?:后|下)(?:翻|看)|接着(?:看|来|列|往下)?|多来几个|继续(?:列|看|翻|往下))[?？。!！呢吧 ]*$`,
)
const EN =
  /^(?:(?:and |show |give |list |see |can i (?:see|have) )*(?:me )?(?:some |a few |the )?(?:more|rest|others|remaining(?: ones)?|next(?: page| (?<n>\d{1,2}|[a-z]{3,6}))?)(?: of (?:them|the list|those))?(?: ones| clients| customers| names)?|next|go on|continue|keep going|(?:what|how) about the rest|who else|any(?:one)? (?:more|else)|load more)(?: please| pls)?[?.! ]*$/

const FIRST_ZH = new RegExp(
  `^(?:就|只|先|给我|看|列)*(?:前|头|排前|最前面的?|最前)(?:面)?(?:的)?${NUMBER}(?:个|位|名|条)?(?:是|有)?(?:谁|哪些|哪几[个位])?(?:就行|就好|就够了)?[?？。!！呢吧 ]*$`,
)
const FIRST_EN =
  /^(?:(?:just|only|show|give|see|and) )*(?:me )?(?:the )?(?:top|first) (?<n>\d{1,2}|[a-z]{3,6})(?: of (?:them|these|those|the list))?(?: ones| clients| customers| names)?(?: only)?(?: please| pls)?[?.! ]*$/

/** Words that ask for what of a list is still to be shown, and nothing else. */
export function moreAsked(folded: string): MoreAsked | undefined {
  const text = folded.trim()
  const first = (FIRST_ZH.exec(text) ?? FIRST_EN.exec(text))?.groups?.['n']
  const top = first === undefined ? undefined : (numeralValue(first) ?? englishValue(first))
  if (top !== undefined) return { from: 0, count: top }
  const match = ZH.exec(text) ?? EN.exec(text)
  if (match === null) return undefined
  const said = match.groups?.['n'] ?? match.groups?.['m']
  if (said === undefined) return {}
  const count = numeralValue(said) ?? englishValue(said)
  // "Next Friday" is a day, "next four" a number.
  if (count === undefined) return /^next/.test(said) ? {} : undefined
  return { count }
}
