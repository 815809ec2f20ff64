import { addDays, type Day } from '../../domain/day.js'
import type { Locale } from '../../domain/manager/manager.js'
import { countOf } from '../attributes/code-words.js'
import { clockTimes } from '../days/clock-times.js'
import { type DayMention, isExact } from '../days/mention.js'
import type { DayReader } from '../days/read-days.js'
import { ENGLISH_NUMERAL, HAN_NUMERALS } from '../text/numerals.js'
import { callsOffLeave, readStandIn, saysOwnAbsence } from './own-absence.js'
import { type RhythmWish, readRhythm } from './rhythm-wish.js'

/** What a message wants of the settings; several may be wanted at once, and none where they are only asked for. */
export interface SettingsWish {
  /** `HH:mm`. */
  readonly briefTime?: string
  /** Earlier where negative. */
  readonly briefShiftMinutes?: number
  readonly locale?: Locale
  /** The language is wanted in answers as well, not only in what is sent. */
  readonly answers?: true
  /** Days without a brief, both included; `until` absent: its end was not said. */
  readonly pause?: { readonly from?: Day; readonly until?: Day }
  readonly resume?: true
  readonly capacity?: number
  /** A value was named without being said. */
  readonly missing?: 'brief-time' | 'locale' | 'capacity'
  /** It is so already: nothing is pushed on days off. */
  readonly workingDaysOnly?: true
  /** What is pushed besides the list of the morning. */
  readonly rhythm?: RhythmWish
  /** A colleague is to look after the book, or no longer; the days are those of `pause`. */
  readonly standIn?: 'begins' | 'ends'
  /** Together with `standIn`: the manager said as well that they are away. */
  readonly alsoAway?: true
  /** Nothing to be set: hours of rest, the form of the brief. */
  readonly cannot?: true
}

const LATER = /推迟|延后|晚点|晚些|往后|晚一点|(?<![a-z])(?:later|delay|postpone)(?![a-z])/
const EARLIER = /提前|早点|早些|往前|早一点|(?<![a-z])(?:earlier|bring forward|sooner)(?![a-z])/
const MINUTES = new RegExp(
  `(?<half>半个?(?:小时|钟头)|half an hour)|(?<n>\\d{1,3}|[${HAN_NUMERALS}]{1,3}|${ENGLISH_NUMERAL}|an?) ?个?(?<unit>小时|钟头|分钟|刻钟|hours?|minutes?|mins?)`,
)
const BRIEF =
  /晨报|晨抱|早报|推送时间|晨推|名单.{0,4}(?:发|推)|(?<![a-z])(?:brief|morning list|call list|push time)(?![a-z])/
/** "What time is my brief": asked, and nothing is set. */
const ASKS_TIME =
  /(?:晨报|早报|名单).{0,10}(?:几点|什么时候|什么时间)|(?:几点|什么时候).{0,6}(?:晨报|早报)|(?<![a-z])(?:what time|when)(?:'s| is| do| does| will)? (?:i get |we get )?(?:my|the) (?:morning )?(?:brief|list)/
const SETS = /改|调|设|提前|推迟|(?<![a-z])(?:change|move|set|make)(?![a-z])/
const ENGLISH = /英文|英语|英国话|(?<![a-z])english(?![a-z])/
const CHINESE = /中文|汉语|华语|普通话|(?<![a-z])(?:chinese|mandarin)(?![a-z])/
const ANSWERS =
  /回复|回答|答复|回我|答我|跟我(?:说|讲|聊)|和我(?:说|讲|聊)|(?<![a-z])(?:reply|answer|respond|talk|speak|write)(?:ing|s)?(?: to me| back| only| always)* (?:in )?|(?:always|only) (?:in )?(?:english|chinese)/
const LANGUAGE = /语言|(?<![a-z])language(?![a-z])/
const RESUME =
  /恢复|回来(?:上班|了)|休假结束|休完假|销假|取消暂停|重新开始推|(?<![a-z])(?:resume|un-?pause|un-?mute|start sending|(?:i'm|im|i am|i'll be) back(?! (?:on|next|by|in))|back (?:from|at work))(?![a-z])/
const AWAY =
  /休假|请假|年假|产假|婚假|病假|度假|放假|出差|不在(?:行里|单位|家)|停推|暂停|先停|停掉|停几天|别推|不要?推|关掉?(?:晨报|通知|推送)|通知关|免打扰|别打扰|(?<![a-z])(?:on (?:annual |maternity |sick |my )?(?:leave|holiday|vacation)|(?:annual|maternity|sick) leave|off sick|leave (?=from|\d|until|till|next|tomorrow)|away|out of (?:the )?office|ooo|pause|mute|stop|suspend|turn off|switch off|holiday mode|vacation mode|do not disturb|set (?:a )?holiday|no brief)(?![a-z])/
const BACK_BEFORE = /(?<![a-z])(?:back(?: at work| in the office)?|return(?:ing)?)(?: on| by| in)?(?: the)? $/
const BACK_AFTER = /^ ?(?:就|才)?(?:回来|上班|返岗|复工|复岗)/
const DURATION = new RegExp(
  `(?<n>\\d{1,3}|[${HAN_NUMERALS}]{1,3}|半|${ENGLISH_NUMERAL}) ?个?(?<unit>天|周|星期|礼拜|月|days?|weeks?|fortnights?|months?)(?!后|以后|之后|前| ?later|\\d|[${HAN_NUMERALS}]{1,3}[号日])`,
)
const LENGTH: Readonly<Record<string, number>> = {
  天: 1,
  day: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  week: 7,
  fortnight: 14,
  月: 30,
  month: 30,
}
const WEEKENDS =
  /周末|双休|节假日|法定假|周一到周五|(?<![a-z])(?:weekends?|public holidays|holidays off|monday to friday)(?![a-z])/
const REST =
  /晚报|晚间|晚上|夜里|午休|中午|格式|(?<![a-z])(?:evening|wrap-?up|lunch|format|after (?:six|seven|eight))(?![a-z])|(?<![a-z])after \d/
const DAILY =
  /每天|每日|一天|名单|上限|数量|多给我排|少给我排|多排|少排|(?<![a-z])(?:daily|a day|per day|each day|limit|cap|at most|max(?:imum)?|list|names|calls)(?![a-z])/
const COUNT = new RegExp(
  `(?<![\\d:.])(?<n>\\d{1,3}|[${HAN_NUMERALS}]{1,3}|${ENGLISH_NUMERAL}) ?(?<unit>个|位|户|通|家|人|名|条|calls?|customers?|clients?|names?|people|contacts?|rows?)?(?! ?(?:点|时|分|[:.]\\d|am|pm|天|周|月|days?|weeks?|months?|hours?|minutes?))`,
  'g',
)
const DAILY_ONLY = /上限|数量|多给我排|少给我排|(?<![a-z])(?:daily|a day|per day|each day|limit|cap)(?![a-z])/
const FEWER_OR_MORE =
  /少|减|降|太长|短一点|多排|多给|调高|增加|太短|(?<![a-z])(?:fewer|less|lower|shorter|cut|reduce|more|raise|higher|increase|longer|too long|too many)(?![a-z])/

const OF_SETTINGS =
  /推送|推(?:给我|过来|到)|停推|别推|不要?推|通知|提醒|免打扰|别打扰|设置|配置|每天|每日|一天|上限|客户数|名单|不上班|调休|代班|代看|晚报|小结|总结|见面单|上班|帮助卡|^(?:先)?(?:都)?(?:暂停|停)(?:一下|几天|到.*|.*[天周月日号])?[吧了。!]*$|(?<![a-z])(?:push(?:es|ed)?|notif\w*|alerts?|reminders?|settings?|daily|a day|per day|call list|morning list|(?:names|customers|clients|calls) (?:a|per) day|wrap-?up|summary|cover(?:ing)? for|look(?:ing)? after my|stand(?:ing)? in|do not disturb|off (?:today|tomorrow|until|till|on|from|next|this)|not working|back (?:on|from|at|in)|i'?m back|resume)(?![a-z])|^(?:pause|mute|stop)(?: (?:until|till|for|from|it|them|everything|sending|please)(?![a-z]).*)?[.!]*$/

const BARE_LANGUAGE =
  /^(?:还是|那|就|请|先|以后|都|给我|咱们?|我们)*(?:再?[换切改转调])?(?:回|成|到|用|讲|说)*(?:中文|英文|英语|汉语)(?:吧|了|好了|版|回复|回答|就行|来)*[。.!！]*$|^(?:ok|let'?s|can we|please|pls|just|,| )*(?:go|switch|change|swap|turn|back|it| )*(?:to|in|into)? ?(?:english|chinese|mandarin)(?: please| pls| again| now| only)*[.!]*$/

/** 还是换回中文吧, "back to English please": nothing but a language. */
export function asksForLanguage(folded: string): boolean {
  return BARE_LANGUAGE.test(folded.trim())
}

/** Whether words are about what is pushed, its hours and language, or the manager's own absence: 暂停播放 is not. */
export function speaksOfSettings(folded: string): boolean {
  const text = folded.trim()
  return (
    [BRIEF, ENGLISH, CHINESE, LANGUAGE, WEEKENDS, OF_SETTINGS].some((words) => words.test(text)) ||
    LEAVE.test(text) ||
    callsOffLeave(text) ||
    readRhythm(text) !== undefined ||
    readStandIn(text) !== undefined
  )
}

const LEAVE =
  /休假|请假|年假|产假|婚假|病假|度假|放假|销假|休息|出差|不在(?:行里|单位|家)|(?<![a-z])(?:leave|holiday|vacation|away|out of (?:the )?office|ooo|off sick)(?![a-z])/

/** The grammar of settings in both languages. Pure: the same words on the same day mean the same. */
export function readSettings(folded: string, today: Day, days: DayReader, now?: string): SettingsWish {
  const rhythm = readRhythm(folded)
  if (rhythm !== undefined) return { rhythm }
  const mentions = days.read(folded, today, 'ahead', now).filter(isExact)
  const standIn = readStandIn(folded)
  if (standIn !== undefined)
    return {
      standIn,
      ...(isAway(folded) ? { alsoAway: true } : {}),
      ...(mentions.length === 0 ? {} : { pause: pauseOf(folded, mentions, today) }),
    }
  if (callsOffLeave(folded)) return { resume: true }
  if (ASKS_TIME.test(folded) && !SETS.test(folded)) return {}
  const language = localeOf(folded)
  if (language !== undefined) return language
  const back = backOn(folded, mentions, today)
  if (back !== undefined) return { pause: { until: addDays(back, -1) } }
  if (isAway(folded) || saysOwnAbsence(folded)) return { pause: pauseOf(folded, mentions, today) }
  if (RESUME.test(folded)) return { resume: true }
  if (WEEKENDS.test(folded)) return { workingDaysOnly: true }
  const isDaily = DAILY_ONLY.test(folded) && !BRIEF.test(folded)
  return (isDaily ? capacityOf(folded) : undefined) ?? briefOf(folded) ?? capacityOf(folded) ?? restOf(folded)
}

function restOf(folded: string): SettingsWish {
  return REST.test(folded) ? { cannot: true } : {}
}

/** "I'm back on Monday", 周四回来上班: the day before is the last one away. */
function backOn(folded: string, mentions: readonly DayMention[], today: Day): Day | undefined {
  const said = mentions.find((m) => m.dayless === undefined && m.sense.point > today)
  if (said === undefined) return undefined
  const before = BACK_BEFORE.test(folded.slice(0, said.start))
  const after = BACK_AFTER.test(folded.slice(said.end))
  return before || after ? said.sense.point : undefined
}

function localeOf(folded: string): SettingsWish | undefined {
  const answers = ANSWERS.test(folded) ? ({ answers: true } as const) : {}
  if (ENGLISH.test(folded)) return { locale: 'en-US', ...answers }
  if (CHINESE.test(folded)) return { locale: 'zh-CN', ...answers }
  return LANGUAGE.test(folded) ? { missing: 'locale' } : undefined
}

/** 晚报关掉 is not about being away, nor is "no brief on weekends". */
function isAway(folded: string): boolean {
  if (!AWAY.test(folded) || WEEKENDS.test(folded)) return false
  if (REST.test(folded)) return false
  return !(RESUME.test(folded) && !/休假到|请假到|until|till/.test(folded))
}

function pauseOf(
  folded: string,
  mentions: readonly DayMention[],
  today: Day,
): NonNullable<SettingsWish['pause']> {
  const lasting = lengthOf(DURATION.exec(folded)?.groups)
  // "for a week" is a length, whatever day the words could mean elsewhere.
  const isLength = (m: DayMention) => lasting !== undefined && DURATION.test(folded.slice(m.start, m.end))
  const said = mentions.find((m) => m.dayless === undefined && !isLength(m))
  if (said === undefined) return lasting === undefined ? {} : { until: addDays(today, lasting - 1) }
  const { from, to, point } = said.sense
  const before = folded.slice(Math.max(0, said.start - 10), said.start)
  const words = before + folded.slice(said.start, said.end)
  if (/^(?:开始|起|以后|之后)/.test(folded.slice(said.end)) || STARTING.test(words))
    return { from: point, ...endOf(said, mentions, lasting) }
  // 明天到周五 is a stretch of its own; 休假到周五 only says where it ends.
  const isStretch = from < to && !ENDING.test(before)
  const isLater = from > today && (isStretch || !ENDING.test(words))
  return { ...(isLater ? { from } : {}), until: lastOf(said, mentions, folded) }
}

/** 明天开始休假到12月4号: the last of the days said; or as long as was said. */
function endOf(
  start: DayMention,
  mentions: readonly DayMention[],
  lasting: number | undefined,
): { readonly until?: Day } {
  const { point } = start.sense
  const end = mentions.findLast((m) => m.start >= start.end && m.dayless === undefined && m.sense.to > point)
  if (end !== undefined) return { until: end.sense.to }
  return lasting === undefined ? {} : { until: addDays(point, lasting - 1) }
}

/** "Today and tomorrow": the last of days that are told together. */
function lastOf(first: DayMention, mentions: readonly DayMention[], folded: string): Day {
  const next = mentions.find(({ start, dayless }) => start >= first.end && dayless === undefined)
  const isTogether =
    next !== undefined && /^ ?(?:和|跟|、|,|and|&|\+|n) ?$/.test(folded.slice(first.end, next.start))
  return isTogether && next.sense.to > first.sense.to ? next.sense.to : first.sense.to
}

const STARTING = /(?<![a-z])(?:from|starting|beginning)(?! .* (?:to|until|till) )/
const ENDING = /^(?!.*(?:周|礼拜|星期|号|日).*[到至]).*(?:[到至]|(?<![a-z])(?:until|till?|through)(?![a-z]))/

function lengthOf(groups: Readonly<Record<string, string | undefined>> | undefined): number | undefined {
  const unit = groups?.['unit']?.replace(/s$/, '')
  const count = groups?.['n'] === '半' ? 0.5 : countOf(groups?.['n'] ?? '')
  const length = unit === undefined ? undefined : LENGTH[unit]
  if (count === undefined || length === undefined) return undefined
  return Math.max(1, Math.round(count * length))
}

function briefOf(folded: string): SettingsWish | undefined {
  const isBrief = BRIEF.test(folded)
  const shift = minutesOf(folded)
  if (shift !== undefined && (isBrief || LATER.test(folded) || EARLIER.test(folded))) {
    if (EARLIER.test(folded)) return { briefShiftMinutes: -shift }
    if (LATER.test(folded)) return { briefShiftMinutes: shift }
  }
  const time = REST.test(folded) ? undefined : timeOf(folded)
  if (time !== undefined) return { briefTime: time }
  if (REST.test(folded)) return undefined
  return isBrief && !DAILY.test(folded.replace(BRIEF, '')) ? { missing: 'brief-time' } : undefined
}

function minutesOf(folded: string): number | undefined {
  const groups = MINUTES.exec(folded)?.groups
  if (groups === undefined) return undefined
  if (groups['half'] !== undefined) return 30
  const count = countOf(groups['n'] ?? '')
  if (count === undefined) return undefined
  const unit = groups['unit'] ?? ''
  return count * (/^(?:小时|钟头|hour)/.test(unit) ? 60 : unit === '刻钟' ? 15 : 1)
}

/** Of several the one that is set, else the last: 八点太早了,改九点. A brief comes in the morning: six is 06:00 unless said otherwise. */
function timeOf(folded: string): string | undefined {
  const bare =
    /(?:brief|at|to|for|改到|改成|改为|改|到|成)[^\d]{0,14}(?<h>\d{1,2})(?:[.:](?<m>[0-5]\d))?(?! ?(?:个|位|天|日|号|月|calls|customers|clients|names|people|a day|per day|\d|[:.]\d|点|时))/.exec(
      folded,
    )
  const times = clockTimes(folded)
  const set = times.find((t) =>
    /(?:改|到|成|为|(?<![a-z])(?:to|at))(?:倒|早上|上午| )*$/.test(folded.slice(0, t.start)),
  )
  const last =
    (set ?? times.at(-1))?.time ??
    (bare === null ? undefined : padded(Number(bare.groups?.['h']), Number(bare.groups?.['m'] ?? 0)))
  if (last === undefined) return undefined
  const hour = Number(last.slice(0, 2))
  const isAfternoon = /下午|晚上|傍晚|(?<![a-z])(?:pm|p\.m|afternoon|evening)(?![a-z])|\dpm/.test(folded)
  return hour > 12 && hour < 19 && !isAfternoon && !/1[3-8][:.点]/.test(folded)
    ? padded(hour - 12, Number(last.slice(3)))
    : last
}

function padded(hour: number, minute: number): string | undefined {
  if (!(hour >= 0 && hour < 24)) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function capacityOf(folded: string): SettingsWish | undefined {
  if (!DAILY.test(folded)) return undefined
  const found = [...folded.matchAll(COUNT)]
    .filter(({ groups }) => !/^(?:an?|一)$/.test(groups?.['n'] ?? '') || groups?.['unit'] !== undefined)
    .map(({ groups }) => countOf(groups?.['n'] ?? ''))
    .filter((count) => count !== undefined)
  const last = found.at(-1)
  if (last !== undefined && last >= 1) return { capacity: Math.round(last) }
  return FEWER_OR_MORE.test(folded) || /上限|limit|数量/.test(folded) ? { missing: 'capacity' } : undefined
}
