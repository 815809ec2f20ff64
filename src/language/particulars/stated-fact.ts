import type { Channel } from '../../domain/customer/contact.js'
import type { StatedFact } from '../../domain/customer/facts/check-fact.js'
import { isLunar } from '../birthday.js'
import type { Fact } from '../slots.js'
import { besidesMarketing, withdrawsMarketing } from './marketing-wish.js'
import { namesSomeTime, wishesQuiet } from './quiet-wish.js'

const CONSENT =
  /同意(?:接收|接受)?营销|营销授权|可以(?:再)?(?:打扰|营销)|取消勿扰|(?<![a-z])(?:marketing consent|consents? to marketing|agreed to marketing|opted in|can be contacted again)(?![a-z])/
const ANEW =
  /改成|改为|换成|换到|写成|更新为|更正|应该是|不是.*是|(?<![a-z])(?:change|changed|correct|replace|instead|should be)(?![a-z])/
const CHANNEL_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['wechat', /微信|wechat/],
  ['sms', /短信|(?<![a-z])(?:sms|text(?:s|ed|ing)?|text messages?)(?![a-z])/],
  ['email', /邮件|(?<![a-z])e-?mails?(?![a-z])/],
  ['visit', /面谈|见面|来网点|(?<![a-z])(?:meet(?:ing)?s?|visits?|in person|face to face)(?![a-z])/],
  ['call', /电话|(?<![a-z])(?:calls?|phone)(?![a-z])/],
]
/** 别跟他提股票, 忌讳谈前夫, "never mention her ex": what is better not said to the customer. */
const AVOIDED =
  /(?:别|不要|不能|不可以?|千万别|少|避免|勿)(?:再)?(?:[跟和对当]着?.{1,4}?(?:面)?)?(?:提|谈|聊|说起|提起|提到|谈起|问起?)(?!醒|前|供|高|升|交|到期)|忌讳|避讳|(?<![a-z])(?:(?:do not|don't|never|avoid|not to|should not|shouldn't)(?: ever)? (?:mention(?:ing)?|bring(?:ing)? up|talk(?:ing)? about|ask(?:ing)?(?: (?:him|her|them))? about|discuss(?:ing)?|touch(?:ing)? on)|taboo|off[- ]limits|sore (?:point|subject|spot))(?![a-z])/
const DISLIKED =
  /(?:不(?:喜欢|爱|想|要|习惯|许|准|让|接|收)|别|勿|拒绝|讨厌|反感)[^,。;]{0,4}$|(?<![a-z])(?:not|don't|doesn't (?:like|want)|dislikes?|hates?|never|stop|no) [^,.;]{0,12}$/
/** 电话短信微信都不许: none of what is named. */
const DENIED_BEHIND =
  /^[^,。;]{0,10}?(?:都|全|也|一概|一律)(?:不许|不准|不要|别|不收|不接|不想)|^[a-z]+ (?:annoy|irritate|upset|bother|stress)/

/** What a reading's fact states, with what the rest of the message says of it. */
export function statedFact(fact: Fact, folded: string): StatedFact {
  if (withdrawsMarketing(folded) && !asksForQuiet(folded))
    return { field: 'marketing-consent', value: 'false' }
  if (CONSENT.test(folded)) return { field: 'marketing-consent', value: 'true' }
  if (asksForQuiet(folded)) return { field: 'do-not-contact', value: 'true' }
  const { field, value = '' } = fact
  if (AVOIDED.test(folded)) return { field: 'avoid', value }
  if (field === 'birthday' && isLunar(folded)) return { field: 'lunar-birthday', value: value.slice(-5) }
  if (field === 'preference' || field === 'other') {
    const channel = preferredChannel(folded)
    if (channel !== undefined) return { field: 'preferred-channel', value: channel }
  }
  return { field, value, ...(ANEW.test(folded) ? { anew: true } : {}) }
}

/** 备注一下, "note that": to be written down in so many words; so is a number of an identity card, named as one. */
export function isToBeNoted(raw: string): boolean {
  return /备注|记一?[下笔]|记住|记录|写上|身份证|护照|\b(?:note|record|remember|jot|write|passport|id (?:card|number))\b/i.test(
    raw,
  )
}

/** Whether the customer wants no contact at all; one who dislikes mornings or calls wants another time or channel. */
export function asksForQuiet(folded: string): boolean {
  return wishesQuiet(besidesMarketing(folded)) && preferredChannel(folded) === undefined
}

const PREFERS =
  /喜欢|习惯|偏好|偏爱|希望|方便|最好|以后|就行|即可|就好|只(?:用|走|接受|回|看|发|能|要|肯|认)|(?<![a-z])(?:only|prefers?|likes?|better|rather|please use|reach(?:ed)? (?:him|her|them)? ?by|by)(?![a-z])/

/** The bank keeps no such channel: it is noted in words. */
const OTHER_CHANNEL = /whatsapp|telegram|钉钉|qq/

/** The channel the customer likes; one that is disliked is none. */
function preferredChannel(folded: string): Channel | undefined {
  if (!PREFERS.test(folded) || namesSomeTime(folded) || OTHER_CHANNEL.test(folded)) return undefined
  return CHANNEL_WORDS.find(([, pattern]) => {
    const match = pattern.exec(folded)
    return (
      match !== null &&
      !DISLIKED.test(folded.slice(0, match.index)) &&
      !DENIED_BEHIND.test(folded.slice(match.index))
    )
  })?.[0]
}
