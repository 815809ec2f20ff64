import { OBJECTIONS, type Objection } from '../../domain/customer/contact.js'
import type { Step } from '../../domain/opportunity/opportunity.js'
import { productsIn } from '../asked.js'
import { asksToResume, assentIn } from '../assent.js'
import { FEARS_FOR_ACCESS } from '../contacts/report.js'
import type { Answer, OpenQuestion, Told, ToldAtStep } from '../context.js'
import { isPlannable } from '../days/mention.js'
import { asksSomething, type Heard, namesStranger } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import { isQuestion, rowOf } from '../intents.js'
import { statedFact } from '../particulars/stated-fact.js'
import { namedKinds } from '../products/product-kinds.js'
import { namesProduct } from '../products/product-names.js'
import type { Intent } from '../reading.js'
import type { Fact } from '../slots.js'
import { correctionIn } from '../thread/correction.js'
import type { TopicReader } from '../topics.js'
import { momentIn } from './moment.js'
import { toldAbout } from './told-about.js'

/** What is kept with the customer as well; anything else said of a need is the opportunity's. */
const NAMED_FIELDS: readonly Fact['field'][] = [
  'phone',
  'email',
  'address',
  'birthday',
  'occupation',
  'company',
  'family',
  'hobby',
  'preference',
]

/** Words of these may be about what is offered, where a product or a sum is said. */
const OF_OFFER: readonly Fact['field'][] = ['company', 'hobby', 'preference']

const TELLS_FACTS: readonly Intent[] = ['customer.update', 'contact.log', 'none']

/** What a message tells of the sale that is at a step; undefined where it tells nothing of it. */
export function readStep(
  question: Extract<OpenQuestion, { kind: 'step' }>,
  heard: Heard,
): Answer | undefined {
  const text = heard.text.trim()
  const move = moveIn(text)
  if (move !== undefined) return { kind: 'choice', id: move }
  if (asksToResume(heard)) return undefined
  const { step, customerId } = question
  if (LATER.test(text)) return step === 2 ? { kind: 'choice', id: 'ask' } : undefined
  // "Yes, he has the money" answers what it names, whichever question is shown first.
  const isBareAssent = Object.keys(heard.tools.sale(heard.raw).man).length === 0
  const assent =
    step === 2 && isBareAssent && correctionIn(heard.plain) === undefined ? assentIn(heard) : undefined
  if (assent !== undefined) return { kind: 'choice', id: assent ? 'yes' : 'no' }
  // "It's not his decision" begins like a no, and answers.
  if (rowOf(heard.plain.intent).kind === 'talk' && isBareAssent) return undefined
  const putOff = putOffIn(step, heard)
  if (putOff !== undefined) return putOff
  const told = toldIn(customerId, step, heard)
  return told === undefined ? undefined : { kind: 'told', told }
}

/** The parts of the way by name, for "skip to approach" and 跳到接洽. */
const STEP_NAMES: readonly (readonly [Step, RegExp])[] = [
  [1, /找(?:客户|机会)|众里寻|find|lead/],
  [2, /了解|摸底|知己知彼|know/],
  [3, /接洽|联系|约见|邀约|approach|contact/],
  [4, /第一印象|一见钟情|见面|first impression|meet(?:ing)?/],
  [5, /价值|呈现|推荐|介绍产品|present(?:ation)?(?: value)?|value/],
  [6, /异议|春风化雨|objections?|resolve/],
  [7, /成交|临门|收尾|促成|clos(?:e|ing)/],
]
const SKIP_TO =
  /^(?:直接)?(?:跳到|跳去|跳至|到|去|转到|进入|直接到|skip to|jump to|go to|move (?:on )?to|straight to)\s*(?:第?([1-7一二三四五六七])步|step ([1-7])|(.{1,16}?))(?:这一?步|那一?步|阶段| step| stage)?[吧。.!]*$/
const SKIP =
  /^(?:下一步|跳过(?:吧|这步|这一步)?|(?:这步|这一步)?(?:不做|先不做|省了|略过)(?:这步|这一步)?了?|next(?: step)?|skip(?: (?:it|this|this step|that))?)[吧。.!]*$/
const BACK =
  /^(?:上一步|返回(?:上一步)?|退一步|back(?: (?:a|one) step)?|previous(?: step)?|step back)[吧。.!]*$/
const PAUSE =
  /^(?:算了[,， ]*)?(?:暂停(?:一下)?|先停(?:一下|一停)?|停一下|先放着|先放(?:一)?放|先搁着|pause|park (?:it|this)|leave it for now|hold (?:it|on))[吧。.!]*$/
/** The question of MAN that is open is left for the next talk. */
const LATER =
  /^(?:不(?:知道|清楚|太清楚|确定|好说)|说不(?:好|准)|难说|还不(?:知道|清楚)|没问过?|还没问过?(?:他|她)?|下次(?:再)?问(?:问)?)[了呢吧,，。. ]*(?:下次(?:再)?问(?:问)?)?[。.]?$|^(?:ask (?:him |her )?next time|(?:i )?don'?t know(?: yet)?|not sure(?: yet)?|no idea|hard to say|it depends|haven'?t asked(?: (?:him|her))?(?: yet)?|unknown|unclear)[.]?$/

function moveIn(text: string): string | undefined {
  if (PAUSE.test(text)) return 'pause'
  if (BACK.test(text)) return 'back'
  if (SKIP.test(text)) return 'skip'
  const to = SKIP_TO.exec(text)
  if (to === null) return undefined
  const numbered = to[1] ?? to[2]
  const step =
    numbered === undefined
      ? STEP_NAMES.find(([, name]) => name.test(to[3] ?? ''))?.[0]
      : '一二三四五六七'.indexOf(numbered) + 1 || Number(numbered)
  return step === undefined ? undefined : `to ${step}`
}

/** The sale itself is put off: to the day that is said, else it is asked to which. */
function putOffIn(step: Step, heard: Heard): Answer | undefined {
  const { raw, tools, parsed, today } = heard
  const sale = tools.sale(raw)
  if (sale.shelved !== true || sale.asks === true || sale.lost === true || sale.won === true) return undefined
  if (sale.deal !== true) {
    // 见面推到周五 moves a meeting, 林总先放到下周 leaves him alone: where the sale is not named, little else may be.
    const isAlone = parsed.people.length === 0 && parsed.sums.length === 0 && parsed.kinds.length === 0
    const mayMeet = step === 3 || step === 4 || MEETING.test(heard.text)
    if (!isAlone || mayMeet || parsed.days.length === 0 || heard.text.length > SHORT) return undefined
  }
  const when = momentIn(withoutRates(heard))
  if (when === undefined || when.day <= today)
    return sale.deal === true ? { kind: 'choice', id: 'postpone' } : undefined
  return { kind: 'told', told: { text: raw, sale, objections: [], when, postponed: true } }
}

const MEETING = /见面?|约|会|面谈|(?<![a-z])(?:meet(?:ing)?|appointment|call|visit)(?![a-z])/
/** Longer than this it tells more than that it is put off. */
const SHORT = 32

function toldIn(customerId: string, step: Step, heard: Heard): ToldAtStep | undefined {
  const { raw, tools, plain, products, parsed } = heard
  const sale = tools.sale(raw)
  if (namesStranger(heard)) return undefined
  const isTelling = rowOf(plain.intent).tells === true
  const isAsking = asksSomething(heard) && !isTelling
  if (
    isAsking ||
    (isQuestion(plain.intent) &&
      !isTelling &&
      !(parsed.days.length > 0 && BARE_MOMENT.test(parsed.masked)) &&
      plain.confidence >= SURE_ENOUGH.askedAtStep &&
      parsed.sums.length === 0)
  )
    return undefined
  // Named at whatever step, a product is judged: a wish for what does not suit is refused when it is told.
  const [productId] =
    sale.asks === true && !/[呢?？]$/.test(heard.text.trim())
      ? []
      : namesProduct({ text: heard.text, raw, kinds: namedKinds(parsed.kinds) }, products)
        ? (productsIn(parsed, plain.slots, products).products ?? [])
        : []
  const objections =
    sale.accepted === true ? [] : raisedIn(raw, tools.topics).filter((one) => !hasAnswered(one, sale))
  const report = saidAbout(customerId, heard, sale)
  const agreed = report?.when
  // 孩子明年留学 agrees on no day.
  const isPlanned =
    agreed !== undefined && parsed.days.some((day) => isPlannable(day) && day.sense.point === agreed.day)
  const when = isPlanned ? agreed : agreesOn(sale, heard) ? momentIn(withoutRates(heard)) : undefined
  const amount = report?.amount ?? parsed.sums[0]?.range
  const stated =
    step <= 2 && TELLS_FACTS.includes(plain.intent) ? heard.as('customer.update').slots.fact : undefined
  // Of words that are of no intent only those about the family are surely told: 天气咋样 is no hobby.
  // 要问老婆, 老婆同意了: who decides, and nothing about the family.
  const isOfSale =
    sale.man.authority !== undefined || sale.accepted === true || objections.includes('authority')
  // "He's fine now with TD12, 50k" names no company.
  const namesOffer = parsed.sums.length > 0 || productId !== undefined
  const isFact =
    stated !== undefined &&
    !(stated.field === 'family' && isOfSale) &&
    !(namesOffer && OF_OFFER.includes(stated.field)) &&
    NAMED_FIELDS.includes(stated.field) &&
    (plain.intent !== 'none' || stated.field === 'family')
  const fact = isFact ? stated : undefined
  const told: ToldAtStep = {
    text: raw,
    sale,
    objections,
    ...(report === undefined ? {} : { report }),
    ...(productId === undefined ? {} : { productId }),
    ...(amount === undefined ? {} : { amount }),
    ...(when === undefined || (step < 3 && !isPlanned && sale.agreed !== true) ? {} : { when }),
    ...(fact === undefined ? {} : { fact: statedFact(fact, heard.text) }),
  }
  return tellsSomething(told, step, isTelling && plain.intent !== 'none') ? told : undefined
}

/** 钱没问题 is no want of money, and "no need to ask the wife" no need to ask. */
function hasAnswered(objection: Objection, { man }: ToldAtStep['sale']): boolean {
  const answer = objection === 'authority' ? man.authority : objection === 'liquidity' ? man.money : undefined
  return answer === 'yes' || answer === 'ask'
}

/** A day is when the two meet or talk again where that is said, or where nothing else is: 今天下雪了 agrees on nothing. */
function agreesOn({ agreed, putOff, notMet, met }: ToldAtStep['sale'], { parsed }: Heard): boolean {
  return [agreed, putOff, notMet, met].includes(true) || BARE_MOMENT.test(parsed.masked)
}

const BARE_MOMENT =
  /^(?:[PDNT]|[上下中]午|晚上|今晚|早上|傍晚|(?:in the )?(?:morning|afternoon|evening)|tonight|at|on|by|the|he|she|they|said|says|ok|okay|for|then|works|see (?:him|her|you)|meet|见面?|碰头|面谈|他|她|说|就|那|定|在|吧|可以|行|好|[\s,，.。!！])*$/

/** How a contact went, as far as words say so: at a step a guess is no report, unless a day is agreed on as well. */
function saidAbout(customerId: string, heard: Heard, sale: ToldAtStep['sale']): Told | undefined {
  const told = toldAbout(customerId, heard)
  // "He accepted" ends no sale: that is said in the words of sales.
  const ends = told?.outcome === 'closed' || told?.outcome === 'lost'
  if (ends && sale.won !== true && sale.lost !== true) return undefined
  const isSaid =
    (told?.sure?.outcome ?? 1) >= SURE_ENOUGH.said || (told?.when !== undefined && agreesOn(sale, heard))
  return isSaid ? told : undefined
}

/** 别家4.2 is no day in April. */
function withoutRates(heard: Heard): Pick<Heard, 'parsed' | 'today'> {
  const { parsed, today, text } = heard
  const days = parsed.days.filter(({ start, end }) => !/^\d{1,2}\.\d{1,2}$/.test(text.slice(start, end)))
  return { parsed: { ...parsed, days }, today }
}

/** The objections in the words; that there is no time now is none beside another. */
function raisedIn(text: string, topics: TopicReader): ToldAtStep['objections'] {
  const raised = topics.objections(text)
  const isAccess = raised.includes('liquidity') && FEARS_FOR_ACCESS.test(text)
  const others = raised.filter((one) => one !== 'timing' && !(one === 'risk' && isAccess))
  return OBJECTIONS.filter((one) => (others.length > 0 ? others : raised).includes(one))
}

function tellsSomething(told: ToldAtStep, step: Step, isTelling: boolean): boolean {
  const { sale, report, productId, amount, when, fact, objections } = told
  if ([sale.lost, sale.won].includes(true)) return true
  if (productId !== undefined || Object.keys(sale.man).length > 0) return true
  if (sale.interest !== undefined || objections.length > 0) return true
  if (report !== undefined && isTelling) return true
  if (step <= 2) return fact !== undefined || amount !== undefined || when !== undefined
  return when !== undefined || amount !== undefined || [sale.met, sale.notMet, sale.accepted].includes(true)
}
