/** Parts of patterns for whoever speaks to a customer, by whatever channel. */
const ZH_CONTACT =
  '(?:联系|打扰|骚扰|烦|找|打电话|打给|打过?来|来电|发消息|发短信|发微信|来往|理(?=[她他]|了|$)|(?:接到|收到|看到|听到)[^,。;]{0,4}(?:电话|短信|消息|微信|信息))'
const EN_CONTACT =
  '(?:contact|call|phone|ring|text|message|email|write to|bother|disturb|pester|hassle|approach|reach out to|speak to|talk to|get in touch with)'

/** The customer wants no contact any more, said of all of it. */
const TOTAL = new RegExp(
  [
    `(?:别|不要|不想|不许|不准|不希望|不愿意?|不让|拒绝|不用|甭)(?:我们?|咱们?|你们?|任何人|谁|有人|银行|行里)?(?:再)?(?:被|给(?:他|她|我|其))?(?:打电话|打扰|联系|骚扰)`,
    `(?:永远|再也|以后|往后|今后|从此|往后余生|一律|千万|彻底|这辈子)[^,。;]{0,8}?(?:别|不要|不想|不许|不准|不希望|不用|不)[^,。;]{0,6}?${ZH_CONTACT}`,
    `(?:别|不要|不想|不许|不准|不希望)(?:我们?|咱们?|你们?)?再[^,。;]{0,4}?${ZH_CONTACT}`,
    '(?:要求|说|希望|请(?:我们)?|明确)(?:了)?不(?:要|想|用|必)?再(?:被)?(?:联系|打扰|来电|打电话)',
    '勿扰|拉黑(?:我们?|咱们?)|把(?:我们?|咱们?|他|她)(?:都|全)?拉黑|(?:删|注销|抹)(?:掉|了|除)(?:她|他)(?:的)?(?:电话|号码|联系方式)|(?:断绝|断了|切断)(?:一切)?(?:联系|来往)|(?:电话|短信|微信|消息)[、,， 和]?(?:电话|短信|微信|消息|邮件)[^,。;]{0,8}?(?:都|全|一概|一律)?(?:不许|不准|不要|别|不收|不接)',
    `(?<![a-z])(?:(?:do not|don't|not to|never|stop|quit) (?:to |ever |again )?(?:contact|call|calling|contacting|bother|bothering|disturb|disturbing|phoning|ringing|messaging|texting)(?: (?:him|her|them|me))?|never wants? (?:us |me |anyone |anybody )?to (?:hear|see|be (?:called|contacted|phoned|bothered|disturbed)|${EN_CONTACT})|(?:doesn't|does not|didn't|don't|no longer) wants? (?:us |me |anyone )?(?:to )?(?:hear from|hearing from|be (?:contacted|bothered|disturbed)|any (?:more )?(?:contact|calls|messages)|${EN_CONTACT} (?:him|her|them))|no (?:more |further )?(?:calls|contact|messages|communication)(?: (?:at all|ever|whatsoever|please|from us|any ?more)| of any kind)|no more calls|no further contact|not to be (?:contacted|called|disturbed|bothered)|(?:take|get|strike|remove|drop) (?:[^ ,.;]+ ){1,3}?(?:off|from) (?:the|our|every|all|any|your)(?: \\w+)? lists?|(?:leave|left) (?:him|her|them|me|\\ue000+)? ?alone|lose (?:his|her|their|my) number|wants? (?:no|zero|nothing) (?:more |further )?(?:contact|to do with us|calls? ever)|(?:cut|cutting) (?:off )?(?:all )?(?:contact|ties)|do[- ]not[- ](?:contact|disturb|call) list|blacklist(?:ed)? us|(?:never|don't|do not|not) (?:\\w+ ){0,3}?${EN_CONTACT}(?: (?:him|her|them|me))? (?:ever )?again)(?![a-z])`,
  ].join('|'),
)

/** Another hour, another day or another occasion is wished, and not silence. */
const AT_SOME_TIME =
  /上午|下午|中午|晚上|早上|午休|睡觉|周末|周[一二三四五六日天]|节假日|假期|\d ?点|[一二三四五六七八九十]点|(?:工作|上课|上班|开会|吃饭|休息|饭点)(?:的)?(?:时间|时候|期间|时|点)?|(?:时间|时候|期间|时段)(?:都|就|千万|最好)?(?:别|不要|不)|这(?:周|礼拜|个?月|几天|阵|段)|最近|[年月]底?前|(?<![a-z])(?:before|after (?!this|that|today)|mornings?|afternoons?|evenings?|nights?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|during|while|when|whilst|at (?:work|lunch|home|night|dinner|the office|school)|in (?:class|meetings|court|theatre|surgery)|(?:office|working|school|lunch|business) hours|this (?:week|month)|until|till|for now|right now|today|so (?:often|much)|too often|every day)(?![a-z])/

/** Whether words wish to be left in peace for good; an hour, a day, an occasion that does not suit is a preference. */
export function wishesQuiet(folded: string): boolean {
  if (!TOTAL.test(folded) || AT_SOME_TIME.test(folded) || ASKED.test(folded.trim())) return false
  return FOR_GOOD.test(folded) || !FOR_NOW.test(folded)
}

const FOR_GOOD =
  /永远|再也|以后|往后|今后|从此|一律|彻底|任何|(?<![a-z])(?:never|ever|again|for good|any ?more|full stop|period|at all|lists?)(?![a-z])/
/** 先别联系 等他消息, "stop calling, he is in a meeting": it ends by itself. */
const FOR_NOW =
  /先别|先不要|等(?:他|她|通知|消息|信)|在?忙|开会|出差|开车|出国|旅游|客服|(?<![a-z])(?:(?:he|she|they|i|we)(?:'ll| will) (?:call|ring|text|contact|be in touch|let)|in a meeting|busy|driving|abroad|away|on leave|travelling|traveling|first|yet)(?![a-z])/

/** Whether a day, an hour or an occasion is named. */
export function namesSomeTime(folded: string): boolean {
  return AT_SOME_TIME.test(folded)
}

/** It is asked whether it is so, and not told. */
const ASKED = /[?？]$|[吗么]$|是不是|有没有|了没$|^(?:is|are|did|does|do|has|have|can|may|should) /

const EN_REACH =
  '(?:call(?:s|ed|ing)?|phon(?:e|ed|ing)|r[iu]ng|ringing|text(?:s|ed)?|messag(?:e|es|ed)|whatsapp|wechat|emails?|emailed|contact(?:ed)?|visit(?:s|ed)?|disturb(?:ed)?|bother(?:ed)?)'
const EN_WAY = '(?:e-?mails?|texts?|sms|whatsapp|wechat|phone|calls?|messages?)'

/** How or when a customer likes to be spoken to, told as a thing that stands: 上课时间别打她电话, "hates being phoned at work". */
const STANDING = new RegExp(
  [
    `(?:别|不要|不许|不准|勿|最好别|不(?:太|大|怎么)?(?:喜欢|爱|想|愿意?|习惯|方便|接受)|讨厌|反感|烦|怕|忌讳)(?:人|别人|我们?)?(?:再)?(?:在)?[^,。;]{0,8}?(?:打(?:[她他](?:的)?|个|过来|来)?(?:电话|手机|座机)?|接(?:电话|听)?|来电|电话|语音|微信|短信|联系|上门|打扰)`,
    '(?:[时候前后间上下中晚午]|午睡|上课|开会|值班|门诊|[周六日天])[^。;]{0,6}?(?:都|就|千万|最好)?(?:别|不要|勿)打(?!了|折|开|错|听|过)',
    '(?:周[一二三四五六日天末]|[上中下]午|[早晚]上|时间|时候|期间|[点前后])(?:都|从|一般|也|他|她)*不(?:接|听)(?:电话|微信|语音)(?!了)',
    '(?:只|就)(?:用|走|接受|回|看|发|能|要|肯|认)?(?:微信|短信|邮件|电话|面谈|当面)',
    `(?<![a-z])(?:hates?|dislikes?|loathes?|can't (?:stand|bear)|doesn't (?:like|want|take|answer|do)|does not (?:like|want|take|answer)|prefers? not|would rather not|never (?:answers|picks up|takes)|not (?:keen on|fond of)|don't|do not|please don't|never) (?:to )?(?:be |being |getting |get |taking |having )?(?:[a-z]+ )?${EN_REACH}(?![a-z])`,
    `(?<![a-z])(?:only (?:ever )?(?:by |via |on |over |use )?${EN_WAY}|(?:by |via |on |over )?${EN_WAY} only|(?:never|doesn't|does not|won't) (?:answers?|picks? up|takes? calls?)(?: (?:the |his |her )?phone)? (?:before|after|during|on|at|while|when|in)|no (?:more )?(?:phone[- ])?calls(?! (?:back|today|made|yet|from|logged|this|last))|calls (?:annoy|irritate|upset|bother|stress))(?![a-z])`,
  ].join('|'),
)

const OF_A_CHANNEL =
  /电话|微信|短信|邮件|(?<![a-z])(?:calls?|called|phone[ds]?|phoning|rung|ring|whatsapp|wechat|texts?|texted|sms|e-?mails?|messages?)(?![a-z])/
/** It tells of one talk that took place, or of what is to be done. */
const OF_ONE_TALK =
  /最近|这(?:周|几天|阵|段)|刚|没接|不接了|没回|打了|接了|挂了|提醒|约|今天|昨天|明天|下周|(?<![a-z])(?:for now|this week|until|just|called|rang|remind|book|tomorrow|today|yesterday|next week|no answer|didn't)(?![a-z])/

/** Whether words tell how or when somebody wishes to be contacted, and nothing of a talk. */
export function wishesAnotherWay(folded: string): boolean {
  const isNarrow = AT_SOME_TIME.test(folded) || OF_A_CHANNEL.test(folded)
  const text = folded.replace(STANDING, ' ')
  return STANDING.test(folded) && isNarrow && !OF_ONE_TALK.test(text) && !ASKED.test(folded.trim())
}
