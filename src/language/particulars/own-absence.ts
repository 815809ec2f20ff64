const DAYS_ZH = '[今明后这两几前一二三四五六七八九十日天\\d月号日至到从起周礼拜星期下本上午]'
const ABSENT_ZH = new RegExp(
  `^(?:我|本人)?${DAYS_ZH}{0,14}我?(?:都|要|想|得|会)?(?:不上班|不来上班|不在班|不在行里|不在单位|请(?:[一两三]天|病|年|事)?假|休(?:息|假|年假)|调休|轮休|补休)(?:[一两三半]天|了|啦|,.*)?$`,
)
const ABSENT_EN =
  /^(?:i'?m|i am|i'?ll be|i will be)? ?(?:off|not working|not in|on (?:annual |sick |medical |unpaid )?leave|on (?:mc|al|sl|pto|hols?|holiday|vacation)|away|out of (?:the )?office)(?: work| sick)?(?: (?:today|tomorrow|tmr|until|till?|from|on|this|next|for)(?![a-z]).*)?$/

/** Whether a manager says of themselves, and of nothing else, that they are not at work: 今天不上班, "I'm off today". */
export function saysOwnAbsence(folded: string): boolean {
  return ABSENT_ZH.test(folded) || ABSENT_EN.test(folded)
}

const CALLS_OFF =
  /(?:取消|撤销|撤掉|提前结束|结束)(?:我的?|掉)?(?:年|病|事|婚|产)?(?:休假|请假|假期|假)(?:了|吧)?$|(?:不|没)(?:去)?(?:休假|请假|休年假)了|假(?:期)?(?:取消|不休)了?|^(?:我)?不休了$|(?<![a-z])(?:cancel|call off|drop|end) (?:my |the |that )?(?:annual |sick )?(?:leave|holiday|vacation|time off|days? off)(?![a-z])|(?<![a-z])(?:not (?:going )?on leave|not taking (?:the |my )?(?:leave|holiday|days? off))(?![a-z])/

/** Whether the manager's own leave is called off: 取消休假, "cancel my leave". */
export function callsOffLeave(folded: string): boolean {
  return CALLS_OFF.test(folded.trim())
}

const STAND_IN =
  /(?:[让请由叫托归]|交给).{1,12}(?:帮我|替我|代我)(?:看着|看到|看几天|看客户|看一下客户|看(?:吧|下|一下)?$|盯|照看|照管|管|顶|$|到|几天|一周)|(?:[让请由叫托归]|交给).{1,12}(?:代看|代管|代班|顶班|替班)|交给.{1,8}(?:代看|代管|照看)|(?<![a-z])(?:cover(?:s|ing)? (?:for me|me|my (?:book|customers|clients))|look(?:s|ing)? after my (?:book|customers|clients)|stand(?:s|ing)? in for me)(?![a-z])/
const STAND_IN_ENDS =
  /(?:取消|结束|停止|不用|不要|收回).{0,10}(?:代看|代管|代班|替我|帮我看)|(?<![a-z])(?:no longer|stop|end|cancel)(?![a-z]).{0,24}(?<![a-z])(?:cover(?:s|ing)?|look(?:s|ing)? after)(?![a-z])/

/** Whether a colleague is to look after the book, or no longer; who and how long is read apart. */
export function readStandIn(folded: string): 'begins' | 'ends' | undefined {
  if (STAND_IN_ENDS.test(folded)) return 'ends'
  return STAND_IN.test(folded) ? 'begins' : undefined
}
