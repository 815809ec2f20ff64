import type { RhythmKind } from '../../domain/manager/delivery.js'
import { clockTimes } from '../days/clock-times.js'

/** What a message wants of one of them; `asked`: it wants to know how it is set. */
export type RhythmWish =
  | { readonly kind: RhythmKind; readonly on: boolean }
  | { readonly kind: RhythmKind; readonly time: string }
  | { readonly kind: RhythmKind; readonly asked: true }

/** In the order in which they win: 周五小结 is not the evening's. */
const NAMES: readonly (readonly [RhythmKind, RegExp])[] = [
  [
    'results',
    /周五的?(?:成绩|总结|小结|结果|战果|业绩)|周(?:总结|小结|成绩)|(?<![a-z])(?:friday(?:'s)?|weekly|week's) (?:results?|summary|report)(?![a-z])/,
  ],
  [
    'week',
    /周一的?(?:计划|安排)|[本一]?周计划|(?<![a-z])(?:weekly|monday(?:'s)?|week(?:'s)?) (?:plan|preview|outlook)(?![a-z])|(?<![a-z])week ahead(?![a-z])/,
  ],
  [
    'alert',
    /(?:大额|异动|动账|资金)[^,。]{0,4}(?:提醒|预警|通知|推送|警报)|(?<![a-z])(?:movements?|large transfers?|big transfers?)[^,.]{0,12} (?:alerts?|notices?|notifications?)(?![a-z])/,
  ],
  [
    'meeting',
    /见面单|通话单|见面前的?(?:提醒|推送)|(?<![a-z])(?:meeting|call) sheets?(?![a-z])|(?<![a-z])(?:meeting|appointment) reminders?(?![a-z])/,
  ],
  [
    'wrap-up',
    /晚报|晚上(?:不要|别|不用|停)[^,。]{0,3}(?:推|发)|晚间的?(?:小结|总结|汇总|推送|提醒)|(?:晚上|傍晚|下班|当[天日]|每[天日])的?(?:小结|总结|汇总)|(?<![a-z])(?:evening (?:wrap|summary|report|message)|wrap-?up|end[- ]of[- ]day (?:summary|report))/,
  ],
]

const OFF =
  /关(?!注|于|系|心|键)|停|别|不要|不用|不想|不需要|取消|屏蔽|(?<![a-z])(?:stop|off|no more|don'?t|do not|without|cancel|mute|disable)(?![a-z])/
const ON = /打开|开启|开一下|开回|恢复|重新|继续(?:发|推)|(?<![a-z])(?:on|resume|enable|restart)(?![a-z])/
const ASKED = /几点|什么时候|何时|(?<![a-z])(?:when|what time)(?![a-z])/
const SET_TO = /改|调|推到|推迟|提前|设|换|(?<![a-z])(?:at|to|move|change|set)(?![a-z])/

/**
 * Reads which push is switched, timed or asked about; undefined where none is. A message that only names one, such as the
 * results of Friday, wants to see it.
 */
export function readRhythm(folded: string): RhythmWish | undefined {
  const kind = NAMES.find(([, name]) => name.test(folded))?.[0]
  if (kind === undefined) return undefined
  const time = SET_TO.test(folded) ? clockTimes(folded).at(-1)?.time : undefined
  if (time !== undefined) return { kind, time: kind === 'week' ? time : inTheEvening(time) }
  if (OFF.test(folded)) return { kind, on: false }
  if (ON.test(folded)) return { kind, on: true }
  return ASKED.test(folded) ? { kind, asked: true } : undefined
}

/** 晚间小结改到六点半 is 18:30. */
function inTheEvening(time: string): string {
  const hour = Number(time.slice(0, 2))
  return hour < 12 ? `${hour + 12}${time.slice(2)}` : time
}
