import { birthdayIn, namesBirthday } from './birthday.js'
import type { Parsed, Piece } from './parse.js'
import type { Fact, FactField } from './slots.js'

/** Which words state which field, as parts of patterns on the folded, mended text. */
export interface FactWords {
  readonly field: FactField
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/**
 * The fact that a message states of a customer: without a value where only the field is named, `other` with its words where no
 * field fits, undefined where the message asks instead.
 */
export type FactReader = (parsed: Parsed) => Fact | undefined

/** Words between a field and its value; none of them begins another, so that a long row of them is read in one way. */
const TO = {
  zh: '(?:错|录|弄|搞|写|填|登记|记|了|[,:： ]|的|加(?!州|拿|油)|添|再|一条|一个|现在|已经|改名|改|换|变|更名|更新|更正|修改|应该|是|为|成(?!都)|到|在|做|叫|[上里](?=[加添再写是,]))*',
  en: "(?![a-z])(?:[,:=]| -| (?:is|are|to|as|now|has|have|been|was|were|should be|should read|changed|moved|updated|wrong|it's|its|actually|add|for her|for him)(?![a-z]))* ?",
} as const

/** Stands where a name was: a letter that nobody types. */
const NAME = '\ue000'
const WHO = `(?:him|her|them|${NAME}+)`

export function createFactReader(fields: readonly FactWords[]): FactReader {
  const ways = fields.flatMap(({ field, zh, en }) => [
    ...zh.map((source) => ({ field, pattern: new RegExp(source.replaceAll('{TO}', TO.zh), 'd') })),
    ...en.map((source) => ({
      field,
      pattern: new RegExp(
        `(?<![a-z])(?:${source.replaceAll('{TO}', TO.en).replaceAll('{WHO}', WHO)})(?![a-z])`,
        'd',
      ),
    })),
  ])
  return (parsed) => {
    const stated = withoutPeople(parsed).replace(RULED_OUT, (words) => NAME.repeat(words.length))
    if (asks(stated)) return undefined
    const relative = RELATIVE.exec(stated)
    const exact = relative === null ? exactFact(parsed, stated) : undefined
    if (exact !== undefined) return exact
    // What is a relative's is no fact of the customer's own: 女儿生日 is not hers.
    const isOfRelative =
      relative !== null &&
      (hasExactForm(parsed, stated) ||
        LEAD.exec(stated.slice(0, relative.index))?.[0].length === relative.index)
    if (isOfRelative)
      return { field: 'family', ...valueAt(parsed, stated, { start: relative.index, end: stated.length }) }
    for (const { field, pattern } of ways) {
      const match = pattern.exec(stated)
      if (match === null) continue
      const value = match.indices?.groups?.['value']
      return {
        field,
        ...(value !== undefined &&
          valueAt(parsed, stated, { start: value[0], end: butNot(field, stated, value) })),
      }
    }
    const lead = LEAD.exec(stated)?.[0].length ?? 0
    return { field: 'other', ...valueAt(parsed, stated, { start: lead, end: stated.length }) }
  }
}

function hasExactForm({ phones, emails }: Parsed, stated: string): boolean {
  return phones.length > 0 || emails.length > 0 || namesBirthday(stated)
}

/** Email, birthday and phone have a form of their own. */
function exactFact({ text, emails, phones }: Parsed, stated: string): Fact | undefined {
  const email = lastHeld(text, emails)
  if (email !== undefined)
    return { field: 'email', ...(isDenied(text, email) ? {} : { value: text.slice(email.start, email.end) }) }
  if (namesBirthday(stated)) {
    const value = birthdayIn(stated)
    return { field: 'birthday', ...(value !== undefined && { value }) }
  }
  const phone = lastHeld(text, phones)
  if (phone === undefined) return undefined
  return {
    field: 'phone',
    ...(isDenied(text, phone) ? {} : { value: digitsOf(text.slice(phone.start, phone.end)) }),
  }
}

/** 手机不是139…, "his number is not 9123…": what it is has not been said. */
function isDenied(text: string, { start }: Piece): boolean {
  return /(?:不是|不再是|并非|(?<![a-z])not|n't)[ :：]*$/.test(text.slice(0, start))
}

/** 不是律师是医生, "not a lawyer but a doctor": what it is not. */
const RULED_OUT =
  /不是[^,。;是]{1,12}?(?=[,。;]?(?:而是|是|应该))|(?<![a-z])not [^,.;]{1,14}?(?= but(?![a-z]))/g

const REPLACED =
  /(?:不是|不再是|原来|原先|以前|从|由|旧号?码?|老号?码?|(?<![a-z])(?:not|from|instead of|rather than|old(?: one| number)?(?: was)?|was|used to be))[是:： ]*$/

/** Of several the one that holds: 从A换到B, 不是A是B, "A, not B", A不对是B. */
function lastHeld(text: string, pieces: readonly Piece[]): Piece | undefined {
  return (
    pieces.findLast(({ start }) => !REPLACED.test(text.slice(Math.max(0, start - 14), start))) ??
    pieces.at(-1)
  )
}

const RELATIVE =
  /(?:大|小|二)?(?:儿子|女儿|闺女|孩子|小孩|宝宝|老婆|老公|爱人|太太|丈夫|妻子|媳妇|老伴|父亲|母亲|爸爸?|妈妈?|孙子|孙女|外孙女?|女婿|儿媳|双胞胎|男朋友|女朋友)|(?<![a-z])(?:(?:his|her|their|the) )?(?:new )?(?:wife|husband|sons?|daughters?|kids?|child(?:ren)?|baby|mother|father|mum|mom|dad|twins|grand(?:son|daughter|child|children)s?|sister|brother)(?:'s)?(?![a-z])/

const ASKED =
  /[?？]\s*$|多少|几号|几月|哪[天年家里]|什么|是不是|有没有|知道吗|[吗么]\s*$|怎么(?:联系|称呼)|(?:了|有)没\s*$|^(?:(?:what|when|where|who|which|whose|how|do(?:es)?|did|is|are|has|have|can) )/

/** A question about a fact states none. */
function asks(stated: string): boolean {
  return ASKED.test(stated.trim())
}

/** What stands before a value and is no part of it. */
const FRONT = /^(?:[\s\ue000,，:：.。;-]|'s(?![a-z])|(?:an?|the) (?=[a-z]))+/
/** Words in front of a fact and behind it that are no part of it. */
const LEAD =
  /^(?:[\s\ue000,，:：.。;-]|'s(?![a-z])|的(?!确)|麻烦|帮我?|请|给|把|记录?一?下|备注一?下?|补充?一?下?|记一笔|另外|对了|还有|现在|那个|他|她(?!们)|更新一?下?|(?:please|pls|kindly|note(?: that)?|fyi|record(?: that)?|add(?: that)?|update|btw|by the way|just so you know|also|that|he|she|they|for)(?![a-z]),? ?)+/
const TAIL =
  /(?:[\s\ue000,，。.!！:：;~-]|[了啦哈呢吧哦哟呀嘛噢喔]|样子|一下|[记改写加]一下|[记改写加]下|[记写加]上|(?:更新|备注|登记|记录)(?:一?下)?|写进去|谢谢?|辛苦|(?<![a-z])(?:(?:update|note|record|save|add)(?: (?:it|that|this))?(?: down)?|noted|now|any ?more|already|as well|too|lah?|ok|these days|at the moment|apparently|i think|s?he sa(?:id|ys))(?![a-z]))+$/
/** From here on it is a request and no fact. */
const ASIDE =
  /(?:^|[\s,，。;!])(?:麻烦|帮我|帮忙|请帮|请记|请更新|谢谢|辛苦|(?:please|pls|plz|kindly|thanks?|thx|fyi|btw|by the way|can you|could you|just so you know|from now on)(?![a-z])).*$/
/** What is left where only the change was told, not to what. */
const NOTHING =
  /^(?:(?:微信号?|改|换|变|更新|修改|调整|更正|搬家?|新|了|一|下|的|信息|资料|有变|变动|有误|错|不对|is|are|has|have|been|was|were|changed|wrong|new|updated?|needs?|to|be|change|different|again|a|an|the|his|her|their|details?|info|it)[ ,]*)*$/

/** Of a thing's name: 书法不是画画, "Arup, not Atkins" ends before what it is not. */
const NAMED: ReadonlySet<FactField> = new Set(['hobby', 'occupation', 'company', 'address', 'risk'])

function butNot(field: FactField, stated: string, [start, end]: readonly [number, number]): number {
  const not = NAMED.has(field)
    ? stated.slice(start, end).search(/(?<=.)(?:[,，]?(?:而)?不是|,? not (?=[a-z]))/)
    : -1
  return not < 0 ? end : start + not
}

/** The value in the letters of the message; none where nothing but filler is left of it. */
function valueAt(parsed: Parsed, stated: string, { start, end }: Piece): { readonly value?: string } {
  const words = stated.slice(start, end)
  const lead = FRONT.exec(words)?.[0].length ?? 0
  const kept = words.slice(lead).replace(ASIDE, '')
  const { length } = kept.replace(TAIL, '')
  if (NOTHING.test(kept.slice(0, length))) return {}
  return { value: asTyped(parsed, stated, start + lead, start + lead + length) }
}

function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, '')
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits
}

/** The text with names blanked by a letter that nobody types, so that "Tom Li moved" does not read the name as what he likes. */
function withoutPeople({ text, people }: Parsed): string {
  let out = text
  for (const { start, end } of people) out = out.slice(0, start) + NAME.repeat(end - start) + out.slice(end)
  return out
}

/** The words from `start` to `end` as they were typed, without the names among them. */
function asTyped(parsed: Parsed, stated: string, start: number, end: number): string {
  let typed = ''
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && stated[at] !== NAME) continue
    typed += parsed.raw.slice(parsed.toRaw(from), parsed.toRaw(at))
    from = at + 1
  }
  return typed.replace(/\s+/g, ' ').trim()
}
