import type { FavourKind } from '../../domain/customer/favour.js'
import type { Parsed, Piece } from '../parse.js'

/** A gift received or an event attended, as a message tells it. */
export interface FavourTold {
  readonly kind: FavourKind
  /** What it was, in the manager's words; absent where it was not said. */
  readonly name?: string
  readonly yuan?: number
}

/** Stands where a name, a day or a sum was: a letter that nobody types. */
const GONE = '\ue000'

const EVENT =
  /(?:参加|出席|参与|到场|光临|来过?|去了|赴)(?:了|过)*(?:我们|咱们|我行|本行|网点|行里|支行)?(?:的|办的|举办的|组织的)?(?<zh>[^,,。;;]*?(?:会|沙龙|讲座|活动|论坛|课|比赛|赛|展|晚宴|酒会|路演|采摘|亲子|体验|游|演出|茶歇|庆典)[^,,。;;]*)|(?:attended|joined|came to|went to|took part in|was at|turned up (?:at|for)) (?:the |our |a |an )?(?<en>[^,.;]*)/
const GIFT =
  /(?:送|赠送?|寄|捎|发|领|收|拿)(?:给|了|过|到|去|出|走)*(?:他|她|客户)?(?:了)?(?<zh>[^,,。;;]+)|(?:gave|given|sent|presented|handed|brought|delivered|received|got|picked up|collected)(?: out)? (?:him |her |them )?(?:with )?(?:a |an |the |some |our |her |his )?(?<en>[^,.;]*)/
const COUNT =
  /^(?:[一二两三四五六七八九十\d]+(?:[盒份箱张套个件条束瓶袋本提篮罐打只对]|盒子)?|些|点儿?)(?:的)?/
const TAIL =
  /(?:[\s,,。.!!了哈呢吧哦::]|价值|值|大概|大约|约|左右|元|块钱?|多|作为?|当|礼物$|(?<![a-z])(?:worth|valued at|of|for|about|around|on|from|at|as a gift|to|with|last|this|and)(?![a-z]))+$/
const FRONT = /^(?:[\s的了::,,]|(?<![a-z])(?:to|for|with|a|an|the|our|some)(?![a-z]))+/

/** The gift or event of a message; undefined where neither is told. */
export function favourIn(parsed: Parsed): FavourTold | undefined {
  const text = blanked(parsed)
  const sum = parsed.sums[0]?.range
  const yuan = sum?.currency === undefined ? (sum?.min ?? sum?.max) : undefined
  const valued = yuan === undefined ? {} : { yuan }
  const event = EVENT.exec(text)
  const gift = GIFT.exec(text)
  const [kind, match] =
    event !== null && (gift === null || event.index <= gift.index)
      ? (['event', event] as const)
      : (['gift', gift] as const)
  if (match === null) return undefined
  const name = cleaned(match.groups?.['zh'] ?? match.groups?.['en'] ?? '')
  return { kind, ...(name === '' ? {} : { name }), ...valued }
}

function cleaned(words: string): string {
  const parts = words
    .split(GONE)
    .map((part) => trimmed(part))
    .filter((part) => part !== '')
  return parts.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function trimmed(part: string): string {
  return part.replace(FRONT, '').replace(COUNT, '').replace(FRONT, '').replace(TAIL, '').trim()
}

function blanked({ raw, people, days, sums, toRaw }: Parsed): string {
  let out = raw
  const spans: readonly Piece[] = [...people, ...days, ...sums]
  for (const { start, end } of spans) {
    const [from, to] = [toRaw(start), toRaw(end)]
    out = out.slice(0, from) + GONE.repeat(Math.max(0, to - from)) + out.slice(to)
  }
  return out
}
