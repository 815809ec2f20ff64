// Words with which something that was written is put right or taken back.

import type { Outcome } from '../../domain/customer/contact.js'

/** "80k, not 50k", 是李总不是陈总, over masked text. */
export const NOT_THAT =
  /^(?:it'?s |it was |that was |to |for |at |on |是|给)?[MPDTK](?:发|打|的)?[,， ]*(?:and |不是|not )(?:not )?(?:to |for |at |on |给)?(?:[MPDTK]|\d+[kmw万]?)[.。!！]*$|^(?:哦|啊|诶)?(?:不是|not )(?:[MDTK]|\d+(?:k|m|w|万|点|号)?)[,， ]*(?:but |而)?(?:是|it'?s |it was )?[MDTK][.。!！]*$|^(?:是|it'?s |it was )?\d+(?:[.:]\d\d|k|m|w|万|点)?[,， ]*(?:and )?(?:not |不是)\d+(?:[.:]\d\d|k|m|w|万|点)?[.。!！]*$/

/** What of an entry may be wrong. */
const PART_ZH = '(?:日子|日期|时间|钟点|金额|钱数|数字|数目|数|人|名字|渠道|字)'
/** 记岔了, 写少了, 少写了1万: written otherwise than it was. */
const MISDONE_ZH = `(?:[说写打记弄搞选点录输看听讲算报填](?:错|岔|混|反|串|漏)(?:了?${PART_ZH})?了?|[写记录算报填](?:多|少)了|(?:多|少)[写记录算报填]了?(?:\\d[\\d.]*[万千kw]?|一天|一位)?|(?:多|少)打了?(?:一)?个?[字零0])`
/** Words that say: what stands is wrong. */
const WRONG_ZH = `(?:不对|不是的?|错了|不好意思|抱歉|(?:[^,，。 ]{1,6}[那这]一?[笔条个次])?(?:我|刚才?|刚刚|上面|${PART_ZH})*(?:${MISDONE_ZH}|错)(?:人|一位|一个)?了?|手误|手滑|更正(?:一下)?|纠正(?:一下)?|准确(?:地|的)?说|应该是)`
const PART_EN = '(?:day|date|time|hour|amount|sum|figure|number|channel|name|person|customer|client)'
const WRONG_EN = [
  'sorry|no|nope|nah|wait|hang on|actually|correction|scratch that|strike that|oops|mistake|typo|not quite|swap',
  'my (?:mistake|bad)|i meant?|i was wrong',
  "(?:that'?s |it'?s )?wrong(?: (?:one|entry|day|time))?",
  `(?:i )?(?:got|had|put|wrote|entered|logged|noted|typed)(?: (?:it|that|the|his|her))*(?: ${PART_EN})? wrong(?: ${PART_EN})?`,
  `(?:wrong|incorrect) ${PART_EN}`,
  `(?:the )?${PART_EN}(?:'s| is| was) (?:wrong|off|not right|incorrect)`,
  'i (?:under|over)stated (?:it|that)',
  "(?:(?:it|that|this) )?should(?:'ve| have)? (?:be|been|read|say)",
  'i (?:mixed|confused) (?:him|her|them|it)(?: up)? with',
].join('|')
export const LEAD = new RegExp(
  `^(?:(?:哦|啊|呃|额|嗯|唉|等等|等下|哎呀?|啊呀|诶|oh|ah|eh|hmm+|um|er|well|and|but|ok|okay)[,，. ]*)*(?<wrong>(?:${WRONG_ZH}|(?:${WRONG_EN})(?![a-z]))(?:[,，.。:：!！ ]+|$|(?=是|我|\\p{Script=Han})))+`,
  'u',
)
/** "It was 90k", 9万才对: over masked text, nothing but a value for what was just written. */
export const IT_IS =
  /^(?:(?:it|that|this)(?:'s| is| was)|(?:这|那)?个?(?:其实|应该)?是|其实是) ?(?:on |at |for |by |about )?[MDT][MDT ]*(?:才对|吧|actually|才是|[.。!！ ])*$|^[MDT][MDT ]*才(?:对|是)[.。!！]*$/
/** Weaker words: they correct only where what follows fits something that was written. */
export const AFTER_ALL =
  /^(?:P(?: |那边)?)?(?:结果|后来|其实|还是|最后|in the end|it turns out|turns out|after all)[,，:： ]*|(?<![a-z])after all[.!]*$/

export const TAKE_BACK_ZH =
  /撤(?:销|回|掉|了|一下|下)?|删(?:掉|除|了|一下)?|去掉|拿掉|划掉|作废|不算(?:了|数)?|抹掉|收回|不(?:用)?(?:约|提醒|推|跳过)了|(?:别|不要|不用)记(?:了|这|那|它|上)|取消(?:掉|了|吧)?|(?<=[那这][条个笔次]|[那这][条个笔次]?(?:提醒|待办|约|记录|预约|电话)|^(?:提醒|待办|预约)|P的)(?:我|就|也|都|先)*(?:不要|不用|不需要|别要|别算|不作数|不作准|去了|划了)(?:了|记了?|吧|掉)*(?=$|[,，;；。 ])/
/** "The 2pm one is …": what may be off. */
const MEETING_IS = String.raw`(?:one|appointment|appt|meeting|mtg|lunch|visit|[\d]|am|pm|o'clock)(?: is|'s| got| has been)`
const CALLED_OFF = 'call(?:ed)? off|call(?:ed)? (?:it|that|this|him|her|them) off|cxl'
export const TAKE_BACK_EN = new RegExp(
  String.raw`(?<![a-z])(?:undo|take back|take (?:it|that|this)(?= (?:back|out|off)|[ ,.!]*$)|(?<=^(?:(?:please|pls|and|ok|okay|no|now|just|can you)[, ]+)*)take [a-z0-9' ]{1,30} (?:back|out|off)|strike|scratch|remove|delete|erase|drop(?! (?:by|in|off|round|over|past|(?:me |him |her |us |them )?an? (?:line|note|text|message|e?-?mail)))|cancel(?:led)?(?! (?:his|her|the|their) (?:card|policy|account|insurance|plan|subscription|fd|fund|order))|${CALLED_OFF}|withdraw(?! (?:all|some|half|\d|(?:the |his |her |their |all |some )*(?:money|cash|funds?|deposits?|savings)))|revert|scrap|(?<=${MEETING_IS} )(?:off|not happening|no longer (?:on|happening))(?= *(?:$|[,.;!]|now|then|too))|(?:doesn't|does not|don't) count|(?:don'?t|do not|no longer) need (?:that|the|this) (?:reminder|task|appointment|entry|note|one)(?: any ?more| now)?|no need for (?:that|the|this) (?:reminder|task|appointment|entry|note|one)|forget (?:that|this|about (?:the|that)) (?:reminder|appointment|booking|note|entry|one|meeting|task)|don'?t log|un-?log)(?![a-z])`,
)
export const CALLS_OFF = new RegExp(
  `取消|不(?:约|见)了|${MEETING_IS} (?:off|not happening|no longer)|(?<![a-z])(?:cancel(?:led)?|${CALLED_OFF})(?![a-z])`,
)
/** Whether words of taking back, or of a mistake, are there at all. */
export function saysTakeBack(text: string): boolean {
  return TAKE_BACK_ZH.test(text) || TAKE_BACK_EN.test(text) || MISTAKE.test(text)
}

const MISTAKE = new RegExp(
  `${MISDONE_ZH}|退|恢复|还原|后悔|[误滑]|作废|不算|不要|回滚|错|重复|(?<![a-z])(?:wrong|mistake|error|oops|back|restore|revert|reverse|roll|mis[a-z]+|duplicate|twice|void|nix|unsave)(?![a-z])`,
)

export const CHANGES =
  /改(?!天|日|善|变主意)|换(?!手机|电话|号|工作|单位)|挪|调(?:到|成)|推(?:到|迟|后)|往[后前](?:推|挪|移|提|延|调)|顺延|提前|延(?:到|后|期)|记成|写成|(?:再|往)?(?:早|晚)(?:点|些|半|一)|(?<![a-z])(?:make (?:it|that)|change|move|push|shift|bring|re-?schedule|instead|earlier|swap)(?![a-z])/
/** "Grace moved it to Friday", over masked text: a meeting moves to a time, money to a bank. */
export const MOVED =
  /(?<![a-z])(?:moved|shifted|pushed|changed|rescheduled|bumped)(?: (?:it|that|us|me|our (?:meeting|chat)|the (?:meeting|appointment|appt|mtg|call)))?(?: (?:back|forward|up|out))?(?: (?:to|for|until|till|by))? [DNT]/
/** "David's was 350k", 郑总那个是50万. */
export const OF_THEIRS =
  /^(?:and |but |也|还有)*P(?:'?s(?! (?:line|phone|wife|husband|son|daughter))|的|那[个条笔次通位]|这[个条笔次通])* ?(?:was|were|should(?:'ve| have)? (?:be|been)|is|是|应该是|其实是)(?!.*(?:吗|[?？]))/

export const THEIRS_IS_WRONG =
  /^(?:的|那|这|上|一|个|条|笔|次|通|记录|电话)*(?:不对|不是这样|(?:记|弄|搞|写|说|录)?错了)[,，。:： ]*(?=\S)|^(?:'s)?(?: (?:entry|record|one|call|note|log))? (?:is|was) (?:wrong|not right)[,.:; -]+(?=\S)/
export const THEY_MEANT =
  /^(?:[他她](?:说的是|是说|的意思是|意思是)|(?:what )?(?:he|she) (?:meant(?: is| was)?|actually said)(?: that)?)[,，:： ]*(?=\S)/

const ONE_ZH = '(?:的?[那这]一?(?:[笔条个次]|部分)|的(?=(?:应该|其实)?(?:不)?是))'
const ONE_EN = '(?:one|bit|part|half|entry|deal|sum|amount|piece|money)'
/** 转走那笔, "the renewed bit": an entry by how it ended. */
const BY_OUTCOME: readonly (readonly [Outcome, RegExp])[] = [
  [
    'lost',
    new RegExp(
      `(?:[转挪取提划](?:走|出|去)|流失|走掉)(?:了)?${ONE_ZH}|(?<![a-z])(?:(?:lost|withdrawn|transferred|outgoing) ${ONE_EN}|${ONE_EN} (?:that |which |he |she |they )*(?:left|went|lost|moved|took out|transferred|pulled|withdrew|withdrawn))(?![a-z])`,
    ),
  ],
  [
    'closed',
    new RegExp(
      `(?:成交|下单|[续买存办签](?:了|上|好|下)?)${ONE_ZH}|(?<![a-z])(?:(?:closed|renewed|sold|signed|bought|rolled[- ]over) ${ONE_EN}|${ONE_EN} (?:that |which |he |she |they )*(?:renewed|stayed|kept|bought|signed|closed|rolled over))(?![a-z])`,
    ),
  ],
  [
    'no-answer',
    new RegExp(`没(?:接|人接|打通)${ONE_ZH}|(?<![a-z])(?:no[- ]answer|unanswered|missed) ${ONE_EN}(?![a-z])`),
  ],
  ['considering', new RegExp(`考虑${ONE_ZH}`)],
]

/** How the entry ended that is pointed to; undefined where none is pointed to so. */
export function outcomePointedTo(text: string): Outcome | undefined {
  return BY_OUTCOME.find(([, words]) => words.test(text))?.[0]
}

/** He rang back, or was reached later: that is a contact of its own, and no other ending of the one that failed. */
export const REACHED_LATER =
  /(?:回|打)(?:过来|了电话|电话|了我|我电话)|回电|来电|后来(?:又)?(?:打通|接|通|联系上)|又打|再打|(?<![a-z])(?:(?:rang|called|phoned|texted|messaged|got) (?:me |us )?back|got through|got hold of|picked up later|reached (?:him|her|them)|tried again)(?![a-z])/
