import type { Command, Context, Patch, Told, WrittenThing } from '../context.js'
import { isExact } from '../days/mention.js'
import { readMomentChange } from '../days/moment-change.js'
import { asksSomething, besidesIn, type Heard, namedIn } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import { isNear, isQuestion } from '../intents.js'
import { sliceOf } from '../parsed-parts.js'
import type { PersonMention } from '../people/find-mentions.js'
import {
  AFTER_ALL,
  CALLS_OFF,
  CHANGES,
  IT_IS,
  LEAD,
  MOVED,
  NOT_THAT,
  OF_THEIRS,
  outcomePointedTo,
  REACHED_LATER,
  TAKE_BACK_EN,
  TAKE_BACK_ZH,
  THEIRS_IS_WRONG,
  THEY_MEANT,
} from './change-words.js'
import { correctionIn } from './correction.js'
import { referenceIn } from './reference.js'

const MEETING = /约|见面|面谈|(?<![a-z])(?:appointment|appt|meeting|mtg|booking)s?(?![a-z])/
const KINDS: readonly (readonly [RegExp, readonly WrittenThing['kind'][]])[] = [
  [
    /晨报|早报|(?<![a-z])(?:brief)(?![a-z])|每日?上限|名单数|daily limit|休假|请假|语言|(?<![a-z])(?:leave|language)(?![a-z])/,
    ['setting'],
  ],
  [/提醒|待办|(?<![a-z])(?:reminder|task|to-?do)(?![a-z])/, ['task', 'promise']],
  [MEETING, ['appointment', 'callback', 'contact']],
  [
    /手机|号码|电话号|生日|邮箱|地址|单位|备注|资料|(?<![a-z])(?:number|birthday|e-?mail|address|company|note|fact)(?![a-z])/,
    ['fact'],
  ],
  [/勿扰|免打扰|(?<![a-z])(?:do[- ]not[- ](?:contact|call|disturb)|dnc)(?![a-z])/, ['fact']],
  [/电话|通话|联系|拜访|(?<![a-z])(?:calls?|contact|visit|log)(?![a-z])/, ['contact']],
  [/推后|往后|跳过|推迟|(?<![a-z])(?:snooze|put off|skip)(?![a-z])/, ['put-off', 'skip']],
]
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/第一(?:个|条|位|笔|次)?|前(?:面|头)那|(?<![a-z])(?:the )?(?:first|former|1st)(?: one)?(?![a-z])/, 0],
  [/第二(?:个|条|位|笔|次)?|(?<![a-z])(?:the )?(?:second|latter|2nd)(?: one)?(?![a-z])/, 1],
  [/第三(?:个|条|位|笔)?|(?<![a-z])(?:the )?(?:third|3rd)(?: one)?(?![a-z])/, 2],
  [/第四(?:个|条|位|笔)?|(?<![a-z])(?:the )?(?:fourth|4th)(?: one)?(?![a-z])/, 3],
]
const LAST = /最后(?:一|那)?(?:个|条|笔)|(?<![a-z])the last (?:one|entry)(?![a-z])/
const ALL = /都(?!是)|全部|两(?:个|条|位)都?|(?<![a-z])(?:both|all of (?:them|it)|everything|all)(?![a-z])/
const THIS = /这(?:个|条|笔|次)|那(?:个|条|笔|次)|刚(?:才|刚)|整个|(?<![a-z])(?:this|that|it|last)(?![a-z])/
/** In the words of a change, what is to stay as it is. */
const STAYS = /别动|不动|不变|保留|留着|(?<![a-z])(?:keep|leave|stays?)(?![a-z])/

/** Turns after which what was written is named anew, or is not meant by "it". */
const FRESH_TURNS = 6

/**
 * What a message changes or takes back of what was written in this conversation; undefined where it does neither.
 * A bare change belongs to the thing last written that it fits.
 */
export function changeIn(heard: Heard, context: Context): readonly Command[] | undefined {
  if (context.written.length === 0) return nothingToChange(heard, context)
  const several = eachPart(heard, context)
  if (several !== undefined) return several
  const one = changeOf(heard, context)
  return one === undefined ? undefined : [one]
}

/** "Not Grace, Helen" where nothing was written, asked or shown that it could correct. */
function nothingToChange({ plain }: Heard, { question, asked }: Context): readonly Command[] | undefined {
  if (question !== undefined || asked !== undefined || correctionIn(plain) === undefined) return undefined
  return plain.slots.contacts === undefined
    ? [{ kind: 'amend', of: [], patch: {}, reading: plain }]
    : undefined
}

/** 尤小姐的取消，刘律师改到三点: one after the other, where each part is a change of its own. */
function eachPart(heard: Heard, context: Context): readonly Command[] | undefined {
  const { parsed, today } = heard
  const verbs = parsed.text.match(
    new RegExp(`${CHANGES.source}|${TAKE_BACK_ZH.source}|${TAKE_BACK_EN.source}`, 'g'),
  )
  if ((verbs?.length ?? 0) < 2 || namedIn(heard).length < 2) return undefined
  const parts: Command[] = []
  let start = 0
  for (const cut of [...parsed.text.matchAll(/[,，;；。]+| and /g), undefined]) {
    const end = cut?.index ?? parsed.text.length
    if (parsed.text.slice(start, end).trim() !== '') {
      const command = changeOf(heard.with(sliceOf(parsed, start, end, today)), context)
      if (command === undefined) return undefined
      parts.push(command)
    }
    start = end + (cut?.[0].length ?? 0)
  }
  return parts.length > 1 ? parts : undefined
}

function changeOf(heard: Heard, context: Context): Command | undefined {
  const { plain } = heard
  if (/[?？]\s*$/.test(heard.text)) return undefined
  const takesBack = takeBackIn(heard, context)
  if (takesBack !== undefined) return takesBack
  if (asksSomething(heard) && isQuestion(plain.intent)) return undefined
  const lead = leadOf(heard)
  const masked = heard.parsed.masked.trim()
  const isTheirValue = OF_THEIRS.test(masked) && IS_VALUE.test(masked)
  const isWrong =
    lead > 0 ||
    isTheirValue ||
    correctionIn(plain) !== undefined ||
    NOT_THAT.test(masked) ||
    IT_IS.test(masked)
  const rest =
    lead > 0 && lead < heard.text.length
      ? heard.with(sliceOf(heard.parsed, lead, heard.text.length, heard.today))
      : heard
  const isAfterAll = AFTER_ALL.test(rest.parsed.masked)
  const isChange = CHANGES.test(heard.text) || MOVED.test(masked)
  const isPointedTo = outcomePointedTo(heard.text) !== undefined && heard.parsed.sums.length > 0
  const isTheirs = isPointedTo || OF_THEIRS.test(heard.parsed.masked)
  const isBare = isBareMoment(heard)
  // The denied channel may be in the very words that say "wrong": 不是去她店里.
  const channel = DENIES_CHANNEL.test(heard.text) ? channelIn(heard) : undefined
  if (!isWrong && !isChange && !isTheirs && !isBare && !isAfterAll && channel === undefined) return undefined
  const isTheirChannel = isTheirs && channelIn(heard) !== undefined
  if (!isWrong && !isTheirChannel && !isPointedTo && isOwnWish(heard, isChange)) return undefined
  const spot = spotOf(heard, context)
  // Whose it is has to be among what was written; another customer's is a wish of its own, unless only the name was wrong.
  if (spot.named && spot.of.length === 0 && !(isWrong && saysOnlyWho(rest))) return undefined
  const candidates = spot.of.length > 0 ? spot.of : freshest(context)
  for (const at of spot.isExplicit ? candidates : candidates.toReversed()) {
    const thing = context.written[at]!
    const patch = patchFor(thing, rest, {
      isWrong,
      isChange,
      isTheirs,
      isBare,
      isAfterAll,
      isPointedTo,
      channel,
    })
    if (patch === undefined) continue
    const same = spot.isAll ? candidates.filter((other) => context.written[other]!.kind === thing.kind) : [at]
    return { kind: 'amend', of: same, patch, reading: plain }
  }
  return undefined
}

/** How long the words are that only say that something is wrong: 不对, "sorry,", 陈总那条不对, 她说的是. */
function leadOf({ text, parsed }: Heard): number {
  const lead = LEAD.exec(text)?.[0].length ?? THEY_MEANT.exec(text)?.[0].length
  if (lead !== undefined) return lead
  const [first] = parsed.people
  if (first === undefined || !/^(?:把|那个|and |but |no,? )?$/.test(text.slice(0, first.start))) return 0
  const wrong = THEIRS_IS_WRONG.exec(text.slice(first.end))
  return wrong === null ? 0 : first.end + wrong[0].length
}

/** Of theirs, and nothing but a value: "Emily's is sat actually, not fri", over masked text. */
const IS_VALUE =
  /P(?:'s|的|[那这][个条笔次通位])?(?: ?(?:was|were|is|should(?:'ve| have)? (?:be|been))|应?该?其?实?是) ?(?:on |at |for |周|星期)?[MDT\d.: ]{1,24}(?:k|m|w|万|点)?(?:actually|now|才对|吧|[,，.。!！ ])*(?:(?:and )?(?:not|不是) ?(?:on |at )?[MDT\d.: ]{1,24})?[.。!！ ]*$/

/** It says all that a wish of its own needs: 提醒我周五给李总打电话 changes nothing. */
function isOwnWish({ plain, text, parsed }: Heard, isChange: boolean): boolean {
  const { intent, confidence, slots } = plain
  if (intent === 'customer.update') return !isChange || parsed.phones.length + parsed.emails.length > 0
  if (intent === 'task.add') return !isChange && /提醒|记得|(?<![a-z])remind/.test(text)
  if (intent === 'appointment.add')
    return !isChange && slots.when !== undefined && namedIn({ parsed }).length > 0
  if (intent === 'settings.change')
    return /晨报|早报|上限|休假|英文|中文|(?<![a-z])(?:brief|limit|leave|english|chinese)(?![a-z])/.test(text)
  if (intent === 'contact.snooze') return namedIn({ parsed }).length > 0 && !isChange
  if (intent === 'contact.log') return false
  return isQuestion(intent) && confidence >= SURE_ENOUGH.besideChange && !isChange
}

/** Nothing but a day or a time: it says when what was just written is. */
function isBareMoment(heard: Heard): boolean {
  const { masked } = heard.parsed
  return (
    /[DNT]/.test(masked) &&
    /^(?:[DNT]|[上下中]午|晚上|今晚|早上|傍晚|(?:in the )?(?:morning|afternoon|evening)|tonight|at|on|by|the|时间|也|就|那|定|在|吧|整|是|改|哈|啦|了|不对|不好意思|抱歉|才对|说错了|[他她](?:说|讲)|rather|instead|please|pls|then|better|sorry|oops|actually|my (?:bad|mistake)|i meant?|(?:he|she) (?:said|says|meant|wants)|[\s,，.。!！])*$/.test(
      masked,
    )
  )
}

interface Spot {
  /** Places in `Context.written`, oldest first. */
  readonly of: readonly number[]
  /** The words say which, by name, kind or place. */
  readonly isExplicit: boolean
  readonly named: boolean
  readonly isAll: boolean
  /** A kind of thing is named, and none of it was written. */
  readonly isOfNone?: boolean
}

/** Which of the things that were written the words point to. */
function spotOf(heard: Heard, context: Context, within = heard.text): Spot {
  const { written } = context
  const all = written.map((_, at) => at)
  const fresh = freshest(context)
  const pointed = namedIn(heard).length > 0 ? [] : pronounIn(heard, context)
  const wrong = correctionIn(heard.plain)
  const names = wrong === undefined ? [...namedIn(heard), ...pointed] : (wrong.from?.customers ?? [])
  const kinds = KINDS.find(([words]) => words.test(within))?.[1]
  const isAll = ALL.test(within)
  const ordinal = ORDINALS.find(([words]) => words.test(within))?.[1]
  let of: readonly number[] =
    names.length > 0 ? all.filter((at) => names.includes(written[at]!.customerId ?? '')) : fresh
  const ended = outcomePointedTo(within)
  if (ended !== undefined) of = of.filter((at) => written[at]!.told?.outcome === ended)
  const named = names.length > 0 || ended !== undefined
  const ofKind = kinds === undefined ? of : of.filter((at) => kinds.includes(written[at]!.kind))
  const byValue = of.filter((at) => isSpokenOf(written[at]!, within))
  const hasKind = kinds !== undefined && ofKind.length > 0
  if (byValue.length > 0) of = byValue
  else if (hasKind) of = ofKind
  if (ordinal !== undefined || LAST.test(within)) {
    const run = lastRun(of, written).toSorted(
      (a, b) => written[a]!.made - written[b]!.made || written[a]!.at - written[b]!.at,
    )
    const at = LAST.test(within) ? run.at(-1) : run[ordinal ?? 0]
    return { of: at === undefined ? [] : [at], isExplicit: true, named, isAll }
  }
  if (isAll && !named) of = lastRun(of, written)
  const isOfNone = kinds !== undefined && ofKind.length === 0 && byValue.length === 0
  if (named || hasKind || byValue.length > 0 || isAll)
    return { of, isExplicit: false, named, isAll, isOfNone }
  return { of: [], isExplicit: false, named: false, isAll }
}

/** "Take the fishing out": by what was noted. */
function isSpokenOf({ fact }: WrittenThing, within: string): boolean {
  if (fact === undefined) return false
  const words = fact.value?.toLowerCase().match(/[a-z]{4,}|[一-鿿]{2,}/g) ?? []
  return words.some((word) => within.includes(word))
}

/** The things of the last message, where it wrote several; else those of the last kind that was written. */
function lastRun(of: readonly number[], written: readonly WrittenThing[]): readonly number[] {
  const last = written[of.at(-1) ?? -1]
  if (last === undefined) return []
  const together = of.filter((at) => written[at]!.changeId.split('+')[0] === last.changeId.split('+')[0])
  if (together.length > 1) return together
  const firstMessage = of.map((at) => written[at]!.changeId.split('+')[0])
  const several = of.filter(
    (at) => firstMessage.filter((id) => id === written[at]!.changeId.split('+')[0]).length > 1,
  )
  if (several.length > 0) return several
  return of.filter((at) => written[at]!.kind === last.kind)
}

function freshest({ written }: Context): readonly number[] {
  return written.flatMap(({ age }, at) => (age <= FRESH_TURNS ? [at] : []))
}

function pronounIn(heard: Heard, context: Context): readonly string[] {
  const reference = referenceIn(heard.text)
  if (reference?.to.kind !== 'person') return []
  const { gender } = reference.to
  const fits = (id: string) => {
    const known = heard.people.customers.get(id)?.gender
    return gender === undefined || known === undefined || known === gender
  }
  const spoken =
    context.customer ?? context.written.findLast(({ customerId }) => customerId !== undefined)?.customerId
  return spoken !== undefined && fits(spoken) ? [spoken] : []
}

function takeBackIn(heard: Heard, context: Context): Command | undefined {
  const { plain, text, parsed } = heard
  const clauses = text.split(/[,，;；。]+/).filter((clause) => !STAYS.test(clause))
  const clause = clauses.find((one) => TAKE_BACK_ZH.test(one) || TAKE_BACK_EN.test(one))
  if (clause === undefined) return undefined
  const callsOff = CALLS_OFF.test(clause)
  const isUndo = plain.intent === 'undo'
  if (LEAD.test(text) && correctsMore(heard)) return undefined
  // "Cancel my leave" and 撤资 are no taking back of an entry.
  const isElse =
    !isUndo &&
    plain.intent !== 'cancel' &&
    plain.confidence >= SURE_ENOUGH.besideChange &&
    (isQuestion(plain.intent) || isNear(plain.intent, 'called-off')) &&
    namedIn(heard).length === 0 &&
    !THIS.test(clause) &&
    !(callsOff && MEETING.test(clause)) &&
    !(saysKind(clause) && NEEDLESS.test(clause))
  if (isElse || /撤(?:资|离|退)|取消(?:勿扰|订单|资格|[^,。]{0,3}(?:卡|保单|账户|保险|定投))/.test(clause))
    return undefined
  const [atThatTime, ...others] = namedIn(heard).length > 0 ? [] : writtenAt(heard, context)
  if (atThatTime !== undefined && others.length === 0)
    return { kind: 'take-back', of: [atThatTime], callsOff, reading: plain }
  // "Skip her appointment, cancel it": what it is may be said beside the verb.
  const within = callsOff && !saysKind(clause) ? clauses.join(' ') : clause
  const own = spotOf(heard, context, within)
  const spot = own.of.length > 0 ? own : spotOf(heard, context, clauses.join(' '))
  if (spot.named && spot.of.length === 0) {
    // "Wrong, that was Zhu Li. Undo it": the name is the right one, and what stands is under another.
    const latest = freshest(context).at(-1)
    return LEAD.test(text) && latest !== undefined && !isOfName(heard, clause)
      ? { kind: 'take-back', of: [latest], callsOff: false, reading: plain }
      : undefined
  }
  // 陈总的生日删掉 where only a call of his was written.
  if (own.isOfNone === true && own.named && !callsOff && !THIS.test(clause))
    return { kind: 'take-back', of: [], callsOff: false, reading: plain }
  if (spot.of.length > 0) {
    // 取消明天的约 where two are booked tomorrow: which of them is asked.
    const isOpen = callsOff && !spot.named && !spot.isExplicit && !spot.isAll && !THIS.test(clause)
    const booked = spot.of.filter((at) => context.written[at]?.kind === 'appointment')
    if (isOpen && booked.length > 1) return undefined
    const run = spot.isAll || spot.isExplicit ? spot.of : [spot.of.at(-1)!]
    const chosen = callsOff ? agreementsFirst(spot.of, context, run) : run
    return { kind: 'take-back', of: chosen, callsOff, reading: plain }
  }
  const isBare =
    /^(?:把|请|帮我|给我|还是|就|那|先|算了|please|pls|just|can you|ok|okay|no|oh|[\s,，.。!！])*$/.test(
      besides(clause),
    )
  const isOfLast = isBare || THIS.test(clause) || isUndo
  if (!isOfLast || parsed.sums.length + namedIn(heard).length > 0) return undefined
  const isPlain = /^(?:撤销|撤回|回退|undo|revert)(?:一下|吧|了)?[.!。！ ]*$/.test(clause.trim())
  const isEntry =
    !isPlain ||
    /这(?:个|条|笔)|那(?:个|条|笔)|整个|(?<![a-z])(?:this|that) (?:one|entry|last)|(?<![a-z])it(?![a-z])/.test(
      clause,
    ) ||
    callsOff
  const last = freshest(context).at(-1)
  if (isEntry && last !== undefined) return { kind: 'take-back', of: [last], callsOff, reading: plain }
  return last === undefined && plain.intent === 'cancel'
    ? undefined
    : { kind: 'take-back', callsOff: false, reading: plain }
}

const NEEDLESS = /不(?:要|用|需要)|(?<![a-z])(?:need|count)(?![a-z])/

/** "Cancel the 2pm": what is agreed for just then. */
function writtenAt({ parsed }: Heard, context: Context): readonly number[] {
  const moments = parsed.days.filter(isExact)
  if (moments.length === 0) return []
  return freshest(context).filter((at) => {
    const { when, kind } = context.written[at]!
    return (
      when !== undefined &&
      kind !== 'put-off' &&
      moments.every(
        ({ dayless, sense, time }) =>
          (dayless === true || sense.point === when.day) && (time === undefined || time === when.time),
      )
    )
  })
}

function saysKind(words: string): boolean {
  return KINDS.some(([kind]) => kind.test(words))
}

/** 撤销朱丽的, "undo Zhu Li": the name stands behind the verb. */
function isOfName({ parsed, text }: Heard, clause: string): boolean {
  const at = text.indexOf(clause)
  const verb = TAKE_BACK_ZH.exec(clause) ?? TAKE_BACK_EN.exec(clause)
  return parsed.people.some(({ start }) => start >= at + (verb?.index ?? 0) && start < at + clause.length)
}

/** What is left of a clause without the words that take back and the words that point. */
function besides(clause: string): string {
  return clause
    .replace(new RegExp(`${TAKE_BACK_ZH.source}|${TAKE_BACK_EN.source}`, 'g'), ' ')
    .replace(new RegExp(`${THIS.source}|吧|了|啊|掉|一下|的|out|back|one|last|off|again`, 'g'), ' ')
    .trim()
}

/** "Scratch that, it was Chu Yunfei": not to be taken back but put right. */
function correctsMore(heard: Heard): boolean {
  const lead = LEAD.exec(heard.text)?.[0].length ?? 0
  const rest = heard.text.slice(lead).trim()
  return lead > 0 && rest.length > 1 && !TAKE_BACK_ZH.test(rest) && !TAKE_BACK_EN.test(rest)
}

/** What is called off is a meeting before it is anything else. */
function agreementsFirst(
  of: readonly number[],
  { written }: Context,
  otherwise: readonly number[],
): readonly number[] {
  const isMeeting = (at: number) => ['appointment', 'callback'].includes(written[at]!.kind)
  const meeting =
    of.findLast(isMeeting) ??
    of.findLast((at) => written[at]!.when !== undefined && written[at]!.kind !== 'put-off')
  return meeting === undefined ? otherwise : [meeting]
}

interface How {
  readonly isWrong: boolean
  readonly isChange: boolean
  readonly isTheirs: boolean
  readonly isBare: boolean
  readonly isAfterAll: boolean
  /** Which entry is said by how it ended: that is no other ending. */
  readonly isPointedTo: boolean
  /** How it was made, where another channel is denied. */
  readonly channel: Patch['channel']
}

/** What the words change of one thing; undefined where they change nothing that it has. */
function patchFor(thing: WrittenThing, heard: Heard, how: How): Patch | undefined {
  const when = hasMoment(thing) ? momentFor(thing, heard) : undefined
  switch (thing.kind) {
    case 'setting':
      return settingPatch(thing, heard)
    case 'fact':
      return factPatch(thing, heard, how) ?? customerPatch(thing, heard, how)
    case 'contact': {
      const customer = customerPatch(thing, heard, how)
      if (customer !== undefined) return customer
      const channel = channelIn(heard)
      const amount = amountIn(heard) ?? sameScale(thing, heard)
      if (how.channel !== undefined)
        return how.channel === thing.told?.channel ? undefined : { channel: how.channel }
      // "Emily just moved it to Friday": the meeting, whatever else the words remind of.
      if (when !== undefined && thing.told?.when !== undefined && MOVED.test(heard.parsed.masked))
        return { when }
      const told = how.isBare || how.isPointedTo ? undefined : toldPatch(thing, heard, how)
      const isOnlyWhen = told === undefined || ['appointment', 'callback'].includes(told.outcome)
      if (when !== undefined && thing.told?.when !== undefined && isOnlyWhen) return { when }
      if (told !== undefined) return { told }
      if (amount !== undefined && (how.isWrong || how.isChange || how.isTheirs)) return { amount }
      return channel === undefined || how.isBare ? undefined : { channel }
    }
    case 'sale':
      return undefined
    default: {
      const customer = customerPatch(thing, heard, how)
      if (customer !== undefined) return customer
      return when === undefined ? undefined : { when }
    }
  }
}

function hasMoment({ kind, told }: WrittenThing): boolean {
  return ['task', 'appointment', 'callback', 'promise', 'put-off'].includes(kind) || told?.when !== undefined
}

/** When it is after the change; undefined where the words say nothing of that. */
function momentFor({ when, told }: WrittenThing, { text, today, now, tools }: Heard): Patch['when'] {
  const was = when ?? told?.when
  return was && readMomentChange(text, was, today, tools.particulars.days, now)
}

/** Somebody else is meant, and nothing else is said. */
function customerPatch(thing: WrittenThing, heard: Heard, how: How): Patch | undefined {
  if (!how.isWrong) return undefined
  const right = rightOne(thing, heard)
  if (right === undefined) return undefined
  return {
    customer: {
      said: heard.raw.slice(heard.parsed.toRaw(right.start), heard.parsed.toRaw(right.end)),
      candidates: right.ids,
    },
  }
}

const ONLY_WHO =
  /^(?:(?:打|见|找|说|联系|打给|约)(?:了)?的是|给|跟|不是|是|而是|应该是|我说的是|的|那个|那位|才对|号码|电话|it'?s|it was|that was|was|i meant?|it should be|should be|not|but|the|number|'s|to|for|with|person|customer|[\s,，.。:：!！])*$/

function saysOnlyWho(heard: Heard): boolean {
  const { sums, days } = heard.parsed
  return sums.length + days.length === 0 && namedIn(heard).length > 0 && ONLY_WHO.test(besidesIn(heard))
}

function rightOne(thing: WrittenThing, heard: Heard): PersonMention | undefined {
  if (!ONLY_WHO.test(besidesIn(heard))) return undefined
  const others = heard.parsed.people.filter(({ ids }) => !ids.includes(thing.customerId ?? ''))
  return others.length === 1 ? others[0] : undefined
}

function amountIn({ parsed }: Heard): Patch['amount'] {
  const { text, sums } = parsed
  const ruledIn = sums.filter(
    ({ start }) => !/不是$|(?<![a-z])not $/.test(text.slice(Math.max(0, start - 6), start)),
  )
  return ruledIn.at(-1)?.range
}

/** "No, 400 not 300" of 300k: figures in the unit of the sum that stands. */
function sameScale({ told }: WrittenThing, { text }: Heard): Patch['amount'] {
  const stands = told?.amount?.min
  const found =
    /(?:不是(?<wrong>\d+)[,， ]*(?:而)?是(?<right>\d+))|(?<to>\d+)[,， ]*(?:and )?(?:not|不是) ?(?<from>\d+)/.exec(
      text,
    )
  if (stands === undefined || found === null) return undefined
  const { wrong, right, to, from } = found.groups ?? {}
  const unit = stands / Number(wrong ?? from)
  if (![1, 1e3, 1e4, 1e6].includes(unit)) return undefined
  const yuan = Number(right ?? to) * unit
  return { ...told?.amount, min: yuan, max: yuan }
}

const CHANNELS: readonly (readonly [NonNullable<Patch['channel']>, RegExp])[] = [
  ['wechat', /微信|wx|(?<![a-z])wechat(?![a-z])/g],
  ['sms', /短信|(?<![a-z])(?:sms|texts?|texted)(?![a-z])/g],
  ['email', /邮件|邮箱|(?<![a-z])e-?mail(?:ed)?(?![a-z])/g],
  ['call', /电话|打的|打去的|通话|(?<![a-z])(?:calls?|called|phone[d]?|rang|telephone)(?![a-z])/g],
  [
    'visit',
    /面谈|见面|见的|当面|拜访|上门|去(?:了|的)?(?:他|她)?(?:店|家|公司|单位)|[来到](?:的)?(?:网点|行里|柜台|咱|我们|支行)|(?:自己|亲自|人)(?:过)?来的|(?<![a-z])(?:visit(?:ed)?|in person|meeting|met|face to face|(?:came|walked|dropped|popped) (?:in|by|over|to the (?:branch|bank|counter)))(?![a-z])/g,
  ],
]
const DENIED =
  /不是[^,，。]{0,4}$|没有?[^,，。]{0,3}$|(?:(?<![a-z])(?:not|never)|n't)(?: an?| by| the| on| in| over)? ?$/

/** One channel instead of another. */
const DENIES_CHANNEL =
  /不是(?:去|发|打|见|当面|上门|拜访|微信|短信|邮件|电话|面)|没(?:去|见|上门)[^,，。]{0,8}[,，]?(?:只|就|光)?是|(?<![a-z])(?:not (?:an? |by |in |on )?(?:visit|call|phone|meet|text|e-?mail|wechat|person)|(?:didn'?t|did not) (?:visit|call|phone|meet|text|e-?mail|go)|(?:wasn'?t|isn'?t|was not) (?:an? |by |in )(?:visit|call|phone|meeting|text|e-?mail|wechat|person))/

/** The channel that is said, and not the one that is denied. */
function channelIn({ text }: Heard): Patch['channel'] {
  const said = CHANNELS.flatMap(([channel, words]) =>
    [...text.matchAll(words)].flatMap(({ index }) =>
      DENIED.test(text.slice(Math.max(0, index - 12), index)) ? [] : [{ channel, index }],
    ),
  )
  return said.toSorted((a, b) => a.index - b.index).at(-1)?.channel
}

const NOT_SO =
  /[,，]? ?(?:and |but )?(?:(?<![a-z])(?:not|rather than|instead of)(?![a-z])|(?:别|不要)记|不是)[^,，。]{1,24}$/

/** "Considering not keen": without what it is said not to be. */
function asItIs(heard: Heard): Heard {
  const end = NOT_SO.exec(heard.text)?.index ?? 0
  return end < 2 ? heard : heard.with(sliceOf(heard.parsed, 0, end, heard.today))
}

/** How the contact went after all, where the words say how it went. */
function toldPatch(thing: WrittenThing, whole: Heard, how: How): Told | undefined {
  const { customerId } = thing
  if (customerId === undefined) return undefined
  const heard = how.isWrong || how.isChange ? asItIs(whole) : whole
  const reading = namedIn(heard).includes(customerId)
    ? heard.as('contact.log')
    : heard.about(customerId, 'contact.log')
  const contact = reading.slots.contacts?.find(({ customers }) => customers.includes(customerId))
  // How an entry ended is changed only by words that say so.
  if (contact === undefined || contact.outcome === 'info' || (contact.sure?.outcome ?? 1) < SURE_ENOUGH.said)
    return undefined
  if (!how.isWrong && thing.told?.reached === false && contact.reached && REACHED_LATER.test(heard.text))
    return undefined
  const isOnlyWhen = contact.outcome === thing.told?.outcome && contact.when !== undefined
  if (isOnlyWhen || (!how.isWrong && !how.isChange && !how.isAfterAll)) return undefined
  // A day or a sum alone is no outcome.
  if (/^[DTNMK\s,，.。!！是改成到吧atonforitwasi]*$/.test(heard.parsed.masked)) return undefined
  const { customers: _customers, mention: _mention, ...told } = contact
  return told
}

function factPatch(thing: WrittenThing, heard: Heard, { isWrong, isChange }: How): Patch | undefined {
  if (thing.fact === undefined || (!isWrong && !isChange)) return undefined
  const { phones, emails } = heard.parsed
  const { field } = thing.fact
  const [phone] = phones
  if (field === 'phone' && phone !== undefined)
    return {
      stated: { field, value: heard.text.slice(phone.start, phone.end).replace(/\D/g, ''), anew: true },
    }
  const [email] = emails
  if (field === 'email' && email !== undefined)
    return { stated: { field, value: heard.text.slice(email.start, email.end), anew: true } }
  const stated = heard.as('customer.update').asked?.stated
  if (stated?.field === field && stated.field !== 'other') return { stated: { ...stated, anew: true } }
  const value = isWrong ? likeBefore(thing.fact.value, heard) : undefined
  return value === undefined ? undefined : { stated: { field, value, anew: true } }
}

/** "Typo, Orbital Labs" after "Orbital Lab": a value alone that has something of the one that was noted. */
function likeBefore(before: string | undefined, { parsed, raw, text }: Heard): string | undefined {
  const { people, sums, days } = parsed
  if (before === undefined || sums.length > 0 || days.length > 0 || people.some(({ ids }) => ids.length > 0))
    return undefined
  const value = raw.replace(/^[\s,，:：是]+|[\s,，.。!！]+$/g, '')
  if (value === '' || value.length > LONGEST_VALUE || /[,，;；?？]/.test(value)) return undefined
  const parts = (of: string) => new Set(of.toLowerCase().match(/[a-z]{3,}|\d{2,}|(?=([一-鿿]{2}))/g) ?? [])
  const pairs = (of: string) => new Set([...of.matchAll(/(?=([一-鿿]{2}))/g)].map((match) => match[1] ?? ''))
  const [was, is] = [parts(before), parts(text)]
  const shares = [...is].some((part) => part !== '' && was.has(part))
  const sharesHan = [...pairs(text)].some((pair) => pairs(before).has(pair))
  return shares || sharesHan ? value : undefined
}

/** A value is no sentence. */
const LONGEST_VALUE = 30

function settingPatch({ setting }: WrittenThing, heard: Heard): Patch | undefined {
  const { settings = {} } = heard.as('settings.change').asked ?? {}
  if (setting === 'brief-time') {
    if (settings.briefShiftMinutes !== undefined)
      return { setting: { briefShiftMinutes: settings.briefShiftMinutes } }
    const said = readMomentChange(
      heard.text,
      { day: heard.today },
      heard.today,
      heard.tools.particulars.days,
      heard.now,
    )
    const time = settings.briefTime ?? said?.time
    return time === undefined ? undefined : { setting: { briefTime: inTheMorning(time) } }
  }
  if (setting === 'daily-limit') {
    const count = /(?<!\d)(\d{1,3})(?!\d|[:：点])/.exec(heard.text)?.[1]
    return count === undefined ? undefined : { setting: { capacity: Number(count) } }
  }
  if (setting === 'language' && settings.locale !== undefined) return { setting: { locale: settings.locale } }
  if (setting === 'pause' && settings.pause !== undefined) return { setting: { pause: settings.pause } }
  return undefined
}

/** A brief comes in the morning: six is 06:00. */
function inTheMorning(time: string): string {
  const hour = Number(time.slice(0, 2))
  return hour > 12 && hour < 19 ? `${String(hour - 12).padStart(2, '0')}${time.slice(2)}` : time
}
