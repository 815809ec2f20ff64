import { asksSomething, type Heard } from './heard.js'

/** Words of conversation that are no yes to a question whose answer is written down. */
const VAGUE =
  /^(?:[嗯恩哦喔噢]+|收到|明白|了解|知道了?|安排|(?:已经?|刚|都)?(?:发|做|办|打|寄|送|说|问|查|看|交|给)(?:过|完|好)?了|sent(?: it)?|[成中得]|1|him|her|please|pls|plz|great|perfect|cool|good|noted|understood|got it|roger(?: that)?|np|no problem|bingo|k+|done|true|fine|right|deal|him yes|her yes|[👍👌]+|whatever|any(?:thing)?|maybe|perhaps|not sure|dunno|idk|so[- ]?so|sort of|kind of|kinda|i guess(?: so)?|i suppose(?: so)?|i think so|probably|possibly|fair enough|could be|not bad|还(?:行|可以|好|成)|差不多|应该(?:是)?|算是|也行|凑合|一般|好像是?|大致|再看|我想是|可能是|随便|都行|都可以|无所谓|就?那样|看情况|可能|也许|大概|继续|continue|carry on|proceed|go on)[吧呢啊呀哦呗啦。.!！~ ]*$/u

/** Whether a message is a word of assent or of dissent and nothing else; undefined where it is neither, or vague. */
export function assentIn(heard: Heard): boolean | undefined {
  const { plain, text } = heard
  // A face is no yes, whatever it looks like.
  if (!/\p{L}/u.test(text)) return undefined
  // A date is none, whatever it reminds of.
  if (/\d{2}/.test(text)) return undefined
  // "Is it recorded" is no yes.
  if (asksSomething(heard)) return undefined
  if (plain.intent === 'deny') return false
  if (plain.intent !== 'confirm') return undefined
  return VAGUE.test(text.trim()) ? undefined : true
}

const TAKES =
  /^(?:好的?|行|可以|嗯+|对|是|那|yes|yeah|yep|ok|okay|sure)?[,， ]*(?:要|需要|麻烦|提醒(?:一下)?我?(?:一下|一声)?|设(?:上|个|一个)?(?:提醒)?|记(?:上|下)?|(?:please )?(?:remind me|set (?:it|one|the reminder)|do(?: it| that)?)|please do)(?:[吧的呀啊好了一下 .!。！~]|please|then|pls|thanks?)*$/
const LEAVES =
  /^(?:不|no)?[,， ]*(?:不(?:要|用|需要|必)|别|免|没必要|no need|don'?t|no thanks?|not needed|leave it|skip it)(?:提醒|设|记|了|吧|我|的|remind me|a reminder|thanks?|[ .!。！~])*$/

/** Whether an offer is taken: words of assent, or of what is offered: 要, 提醒我吧, "remind me", 不用提醒. */
export function takesOffer(heard: Heard): boolean | undefined {
  const said = heard.text.trim()
  if (asksSomething(heard) && !TAKES.test(said)) return undefined
  if (LEAVES.test(said)) return false
  return TAKES.test(said) ? true : assentIn(heard)
}

const RESUME =
  /^(?:那|好|嗯|ok|okay|so|and|yes)?[,， ]*(?:继续(?:吧|啊|走|下去|往下|说)?|接着(?:来|说|走|做)?(?:吧)?|往下(?:走|说)?|go on|continue|carry on|proceed|resume|keep going|move on)[吧呢啊。.!！ ]*$/

/** "Go on" with what is open; it fills in nothing. */
export function asksToResume({ text }: Pick<Heard, 'text'>): boolean {
  return RESUME.test(text.trim())
}
