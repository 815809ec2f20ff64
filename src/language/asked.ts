import {
  type Attribute,
  type AttributeQuery,
  type AttributeQuestion,
  attributesOf,
  bothOf,
  onlyAttributes,
} from '../domain/customer/attribute-query.js'
import type { Objection } from '../domain/customer/contact.js'
import type { StatedFact } from '../domain/customer/facts/check-fact.js'
import type { Detail } from '../domain/customer/facts/detail.js'
import type { Day, Moment, Period } from '../domain/day.js'
import { findProducts } from '../domain/ledger/find-products.js'
import { type ProductKind, RISK_LEVELS, type RiskLevel } from '../domain/ledger/holding.js'
import type { Product } from '../domain/ledger/product.js'
import type { Interval, Tier } from '../domain/policy.js'
import type { Group } from '../domain/rfm/segments.js'
import { saysOnlyLong } from './attributes/time-words.js'
import { isRepeated } from './days/repeated-wish.js'
import type { Intent } from './intents.js'
import type { MeetingRef } from './meeting-ref.js'
import type { Parsed, Piece } from './parse.js'
import { askedDetail, asksYesOrNo } from './particulars/asked-detail.js'
import { askedGroup } from './particulars/asked-group.js'
import { type AskedTable, askedTable, isOfMaturity } from './particulars/asked-table.js'
import {
  beforeGoals,
  type CampaignAsked,
  campaignAct,
  campaignName,
  campaignSaid,
  membersAsked,
  saidGoals,
  withoutExport,
} from './particulars/campaign-words.js'
import { type DeskErrand, readDeskErrand } from './particulars/desk-errand.js'
import { errandOf, reportedErrand } from './particulars/errand.js'
import { type FavourTold, favourIn } from './particulars/favour-words.js'
import {
  type BondTold,
  bondIn,
  type LinksAsked,
  linksAsked,
  type Newcomer,
  newcomerIn,
  searchedWord,
} from './particulars/link-words.js'
import {
  askedFigure,
  celebrationAsked,
  isAboutNew,
  isWholeCatalogue,
  leavingAsked,
  maturityWords,
  movementDirection,
  occasionAsked,
  termAsked,
} from './particulars/narrowing.js'
import { otherIntervals } from './particulars/other-intervals.js'
import type { Particulars } from './particulars/particulars.js'
import {
  type PlanChangeWords,
  type PlanLook,
  type PlanWishWords,
  planChange,
  planLook,
  planWish,
} from './particulars/plan-words.js'
import { type PutOffWords, putOffWords } from './particulars/put-off-words.js'
import { readSettings, type SettingsWish } from './particulars/read-settings.js'
import { reviewTold } from './particulars/review-told.js'
import { type SeedAsked, seedAsked } from './particulars/seed-asked.js'
import { isBareSearch, isOnlySearch, soughtWords } from './particulars/sought-words.js'
import { asksForQuiet, isToBeNoted, statedFact } from './particulars/stated-fact.js'
import { namedKinds } from './products/product-kinds.js'
import { namedProducts } from './products/product-names.js'
import type { OwnRequest } from './requests.js'
import type { Slots } from './slots.js'
import type { Topic, TopicReader } from './topics.js'

/** What a message says besides its slots, read for the intent it has. What is not said is absent. */
export interface Asked {
  /** A part of the playbook, or a plan made of it, that is asked for by its own name. */
  readonly seed?: SeedAsked
  /** The one thing of a profile that is asked. */
  readonly detail?: Detail
  /** Words that look for somebody, without those that ask to look. */
  readonly sought?: string
  /** The message may be nothing but a name, a number or initials; `only`: it can be nothing else. */
  readonly bareSearch?: 'maybe' | 'only'
  readonly query?: AttributeQuestion
  /** "For too long", and no span of its own. */
  readonly onlyLong?: true
  readonly direction?: 'in' | 'out'
  /** Of maturities: those that renew themselves alone, or those that do not. */
  readonly renewal?: 'auto' | 'none'
  /** Of maturities: those that are past. */
  readonly matured?: true
  /** Of maturities: those nothing was begun after. */
  readonly unrenewed?: true
  /** Of maturities: those nobody spoke with the customer about. */
  readonly untouched?: true
  /** Kinds of what is listed, where a word stands for several: deposits. */
  readonly kinds?: readonly ProductKind[]
  /** The spans that are asked for, where there are several. */
  readonly periods?: readonly Period[]
  /** Of the contacts that are due: those past their day. */
  readonly overdue?: true
  /** How many they are, or what they have together, is asked for, and not who they are. */
  readonly sum?: true
  /** Which rows of the list: from the first that was not shown where `from` is absent. */
  readonly page?: { readonly from?: number; readonly count?: number }
  /** Conditions that were said and cannot be honoured, as the manager said them. */
  readonly leftOut?: readonly string[]
  /** Of the branch: the one figure that is asked for, as a question for a book. */
  readonly figure?: 'pipeline.show' | 'appointment.list' | 'promise.list'
  readonly celebration?: 'birthday' | 'anniversary'
  readonly sign?: 'sleeping' | 'at-risk'
  /** What is to be done by or with colleagues. */
  readonly desk?: DeskErrand
  /** The group of customers that is asked for by name. */
  readonly group?: Group
  /** Ids of products that are named. */
  readonly products?: readonly string[]
  readonly isNew?: true
  /** The level that a product is thought to have. */
  readonly level?: RiskLevel
  /** Other intervals of tiers that are tried. */
  readonly intervals?: readonly (readonly [Tier, Interval])[]
  readonly wholeCatalogue?: true
  readonly occasion?: 'maturity' | 'idle'
  readonly topic?: Topic
  readonly objection?: Objection
  readonly repeated?: true
  readonly table?: AskedTable
  /** Days said of a maturity: they lie ahead. */
  readonly ahead?: Period
  readonly settings?: SettingsWish
  /** What is to be done, without who and when. */
  readonly errand?: string
  /** It is to be done every so often, and not once. */
  readonly repeats?: true
  readonly isCall?: true
  readonly putOff?: PutOffWords
  readonly stated?: StatedFact
  /** It was said in so many words that it be written down. */
  readonly toBeNoted?: true
  /** The customer asks not to be contacted any more. */
  readonly quiet?: true
  /** What is asked of links between customers. */
  readonly links?: LinksAsked
  /** What one customer is to another. */
  readonly bond?: BondTold
  /** Somebody new who was introduced. */
  readonly newcomer?: Newcomer
  /** The word that notes are looked through for. */
  readonly word?: string
  readonly favour?: FavourTold
  /** A contact was about the company and the private matters of its owner. */
  readonly both?: true
  readonly request?: OwnRequest
  /** The report is of a wealth review: the words that name with whom, empty where one customer is spoken of. */
  readonly reviewWith?: string
  readonly planLook?: PlanLook
  readonly planWish?: PlanWishWords
  readonly planChange?: PlanChangeWords
  /** The customer's sale is to be put off, to the day that was said. */
  readonly saleOff?: { readonly to?: Moment }
  readonly campaign?: CampaignAsked
  /** The booked meetings that may be meant, and what is changed of their time. */
  readonly rebooking?: { readonly meetings: readonly MeetingRef[] }
}

/** What a message may name besides customers. */
export interface AskedAbout {
  readonly products: readonly Product[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
}

export interface AskedTools {
  readonly particulars: Particulars
  readonly topics: TopicReader
}

/** 公私都聊了: the company and the owner's own matters. */
const BOTH =
  /公私(?:都|一起|两头|两边|业务都)|对公(?:和|跟|、)?(?:对私|零售|个人)(?:的|业务)?(?:都|一起)|公司(?:的事)?和个人的?(?:事)?都(?:聊|谈|说)|(?<![a-z])(?:both (?:the )?(?:company|business|corporate)(?: side)? and (?:the )?(?:private|personal)|(?:company|business|corporate) and (?:private|personal) (?:matters|things|sides?))/
function seedIn(folded: string): Pick<Asked, 'seed'> {
  const seed = seedAsked(folded)
  return seed === undefined ? {} : { seed }
}

const LEVEL = /(?<![a-z])r[1-5](?!\d)/
const IS_CALL = /打(?:个|一个)?电话|回(?:个)?电|通(?:个)?电话|(?<![a-z])(?:call|phone|ring)(?![a-z])/

/** Reads what an intent asks besides its slots. `parsed.text` is folded and mended; nothing is looked for twice. */
export function askedOf(
  intent: Intent,
  parsed: Parsed,
  slots: Slots,
  { products, colleagues }: AskedAbout,
  today: Day,
  now: string | undefined,
  { particulars, topics }: AskedTools,
): Asked {
  const { text, raw } = parsed
  const { attributes, days } = particulars
  switch (intent) {
    case 'brief.show':
    case 'none':
      return { ...searched(text) }
    case 'customer.show':
    case 'customer.history': {
      const detail = askedDetail(detailWords(parsed))
      const said =
        parsed.people.length > 0 ? text.slice(parsed.people[0]!.start, parsed.people[0]!.end) : text
      const without = withoutPeople(parsed)
      const about = asksYesOrNo(without) ? attributes(without, today, products).question : undefined
      return {
        ...(detail === undefined ? {} : { detail }),
        ...(about?.query === undefined ? {} : { query: about }),
        sought: soughtWords(said),
        ...searched(text),
      }
    }
    case 'contact.due':
    case 'customer.find': {
      const said = attributes(raw, today, products)
      const isHeld =
        said.question?.query && attributesOf(said.question.query).some(({ of }) => of === 'product')
      const query = isHeld ? said.question : bothOf(said.question, holdsProduct(parsed, products))
      return {
        sought: soughtWords(text),
        ...searched(text),
        ...(query === undefined ? {} : { query }),
        ...leftOut(said.leftOut, parsed),
        ...(saysOnlyLong(text) ? { onlyLong: true } : {}),
        ...(asksForFigure(text) ? { sum: true } : {}),
      }
    }
    case 'maturity.list':
      return { ...ofWhom(MATURITY_OWN), ...maturityWords(text), ...spansOf('maturing', 'not-renewed') }
    case 'movement.list': {
      const direction = movementDirection(text)
      return { ...ofWhom(MOVEMENT_OWN), ...(direction === undefined ? {} : { direction }) }
    }
    case 'birthday.list': {
      const celebration = celebrationAsked(text)
      return { ...ofWhom(BIRTHDAY_OWN), ...(celebration === undefined ? {} : { celebration }) }
    }
    case 'team.show': {
      const figure = askedFigure(text)
      return figure === undefined ? {} : { figure }
    }
    case 'churn.list': {
      const sign = leavingAsked(text)
      return sign === undefined ? {} : { sign }
    }
    case 'team.assign':
    case 'cover.start':
    case 'handover.start': {
      const desk = readDeskErrand(parsed)
      if (desk?.kind !== 'assign') return desk === undefined ? {} : { desk }
      const names = [...parsed.people, ...parsed.colleagues].map(({ start, end }) => ({
        start: parsed.toRaw(start),
        end: parsed.toRaw(end),
      }))
      const errand = withoutOrder(errandOf(raw, particulars.fold(raw), today, days, { booking: true, names }))
      return { desk, ...(errand === '' ? {} : { errand }) }
    }
    case 'appointment.list':
      return seedIn(text)
    case 'segment.list':
      return { group: askedGroup(text) }
    case 'product.show':
    case 'product.match': {
      const occasion = occasionAsked(text)
      return {
        ...(intent === 'product.match' ? ofWhom(MATCH_OWN) : {}),
        ...productsIn(parsed, slots, products),
        ...(isAboutNew(text) ? { isNew: true } : {}),
        ...(isWholeCatalogue(text) ? { wholeCatalogue: true } : {}),
        ...(occasion === undefined ? {} : { occasion }),
        ...seedIn(text),
      }
    }
    case 'holders.raise': {
      const level = RISK_LEVELS.find((one) => one.toLowerCase() === LEVEL.exec(text)?.[0])
      return { ...productsIn(parsed, slots, products), ...(level === undefined ? {} : { level }) }
    }
    case 'whatif.show': {
      const intervals = otherIntervals(text)
      return intervals === undefined ? {} : { intervals }
    }
    case 'script.show': {
      const topic = topics.topic(raw)
      return { ...(topic === undefined ? {} : { topic }), ...seedIn(text) }
    }
    case 'objection.handle': {
      const objection = slots.contacts?.[0]?.objection ?? topics.objection(raw)
      return {
        ...(objection === undefined ? {} : { objection }),
        ...(topics.isRepeated(raw) ? { repeated: true } : {}),
      }
    }
    case 'campaign.start': {
      const name = campaignName(
        raw,
        parsed.days.map(({ start, end }) => raw.slice(parsed.toRaw(start), parsed.toRaw(end))),
      )
      const whom = attributes(beforeGoals(raw), today).question
      const query = whom?.query && onlyAttributes(whom.query, (of) => MEMBERS.has(of))
      const goals = saidGoals(parsed)
      return {
        campaign: { ...(name === undefined ? {} : { said: name }), ...(goals.length === 0 ? {} : { goals }) },
        ...(whom === undefined || query === undefined ? {} : { query: { query, order: whom.order } }),
      }
    }
    case 'campaign.show':
    case 'campaign.change': {
      const said = campaignSaid(text)
      const part = intent === 'campaign.show' ? membersAsked(text) : undefined
      const act = intent === 'campaign.change' ? campaignAct(text) : undefined
      return {
        campaign: {
          ...(said === undefined ? {} : { said }),
          ...(part === undefined ? {} : { part }),
          ...(act === undefined ? {} : { act }),
        },
      }
    }
    case 'campaign.result': {
      const said = campaignSaid(withoutPeople(parsed))
      const goals = saidGoals(parsed)
      return {
        campaign: { ...(said === undefined ? {} : { said }), ...(goals.length === 0 ? {} : { goals }) },
      }
    }
    case 'export.request': {
      const table = askedTable(text, slots)
      const [said] = isOfMaturity(text)
        ? days.read(text, today, 'ahead', now).filter(({ dayless }) => !dayless)
        : []
      const campaign = table === 'campaign' ? campaignSaid(withoutExport(text)) : undefined
      return {
        ...(table === undefined ? {} : { table }),
        ...(campaign === undefined ? {} : { campaign: { said: campaign } }),
        ...(said === undefined ? {} : { ahead: { from: said.sense.from, to: said.sense.to } }),
      }
    }
    case 'settings.change':
      return { settings: readSettings(withoutColleagues(text, colleagues), today, days, now) }
    case 'task.add':
    case 'appointment.add': {
      const booking = intent === 'appointment.add'
      const names = parsed.people.map(({ start, end }) => ({
        start: parsed.toRaw(start),
        end: parsed.toRaw(end),
      }))
      const errand = errandOf(raw, particulars.fold(raw), today, days, { booking, names })
      return {
        ...(errand === '' ? {} : { errand }),
        ...(isRepeated(parsed) ? { repeats: true } : {}),
        ...(booking && IS_CALL.test(text) ? { isCall: true } : {}),
      }
    }
    case 'contact.snooze':
      return {
        putOff: putOffWords(
          text,
          parsed.people.map(({ start, end }) => text.slice(start, end)),
        ),
      }
    case 'customer.update':
      return {
        ...(slots.fact === undefined ? {} : { stated: statedFact(slots.fact, text) }),
        ...(isToBeNoted(raw) ? { toBeNoted: true } : {}),
      }
    case 'contact.log': {
      const errand = reportedErrand(raw, particulars.fold, today, days)
      return {
        ...(errand === '' ? {} : { errand }),
        ...(asksForQuiet(text) ? { quiet: true } : {}),
        ...(BOTH.test(text) ? { both: true } : {}),
        ...reviewIn(parsed),
      }
    }
    case 'link.show':
      return { links: linksAsked(parsed) }
    case 'link.add':
    case 'customer.add': {
      const bond = bondIn(parsed)
      const newcomer = newcomerIn(parsed)
      return { ...(bond === undefined ? {} : { bond }), ...(newcomer === undefined ? {} : { newcomer }) }
    }
    case 'history.search': {
      const word = searchedWord(parsed)
      return word === undefined ? {} : { word }
    }
    case 'favour.add': {
      const favour = favourIn(parsed)
      return favour === undefined ? {} : { favour }
    }
    case 'plan.show': {
      const look = planLook(text)
      return look === undefined ? {} : { planLook: look }
    }
    case 'plan.start':
      return { planWish: planWish(text) }
    case 'plan.change': {
      const change = planChange(text)
      return change === undefined ? {} : { planChange: change }
    }
    default:
      return {}
  }

  /** Whose: 退休的, "tier A". A list of something else has its own words for sums, kinds and days. */
  function ofWhom(
    own: ReadonlySet<Attribute['of']>,
  ): Pick<Asked, 'query' | 'products' | 'kinds' | 'leftOut'> {
    if (parsed.people.length > 0 && !isGroup(parsed.people)) return {}
    const said = attributes(raw, today, products)
    const all = said.question?.query
    const query = all && onlyAttributes(all, (of) => !own.has(of) && !inSlots(of))
    const kinds = all && slots.productKinds === undefined ? kindsNamed(all) : []
    const held =
      own.has('product') && all ? attributesOf(all).flatMap((a) => (a.of === 'product' ? a.id : [])) : []
    return {
      ...(query === undefined || said.question === undefined
        ? {}
        : { query: { query, order: said.question.order } }),
      ...(held.length === 0 ? {} : { products: held }),
      ...(own.has('maturing') && kinds.length > 0 ? { kinds } : {}),
      ...leftOut(said.leftOut, parsed),
    }
  }

  /** A sum of a list is that of its rows, and a kind that of what it lists. */
  function inSlots(of: Attribute['of']): boolean {
    return (
      (of === 'assets' && slots.amount !== undefined) || (of === 'held' && slots.productKinds !== undefined)
    )
  }

  /** All the spans that are said of what is listed, where there are several. */
  function spansOf(...listed: readonly Attribute['of'][]): Pick<Asked, 'periods'> {
    const query = attributes(raw, today, products).question?.query
    const periods = (query ? attributesOf(query) : []).flatMap((a) =>
      listed.includes(a.of) && 'in' in a ? (a.in as readonly Period[]) : [],
    )
    return periods.length > 1 ? { periods } : {}
  }
}

/** With whom a wealth review took place: the name last said before its words. */
function reviewIn({ text, raw, people, toRaw }: Parsed): Pick<Asked, 'reviewWith'> {
  const at = reviewTold(text)
  if (at === undefined) return {}
  const named = people.filter(({ start }) => start < at + REVIEW_WORDS).at(-1) ?? people[0]
  return { reviewWith: named === undefined ? '' : raw.slice(toRaw(named.start), toRaw(named.end)) }
}

/** A name may stand inside the words: "did a wealth review with Grace". */
const REVIEW_WORDS = 16

/** The kinds of a word that stands for several: deposits. */
function kindsNamed(query: AttributeQuery): readonly ProductKind[] {
  return attributesOf(query).flatMap((a) => (a.of === 'held' ? a.kinds : []))
}

/** Words that could not be honoured; whose book it is was. */
function leftOut(words: readonly string[], { text, colleagues }: Parsed): Pick<Asked, 'leftOut'> {
  const names = colleagues.map(({ start, end }) => text.slice(start, end))
  const said = words.filter((word) => !names.some((name) => name.includes(word.toLowerCase())))
  return said.length === 0 ? {} : { leftOut: said }
}

/** 一共多少钱, 有几个, "how many": a figure is asked for, not the list. */
function asksForFigure(folded: string): boolean {
  return (ASKS_SUM.test(folded) || ASKS_COUNT.test(folded)) && !ASKS_WHO.test(folded)
}

const ASKS_COUNT =
  /(?:多少|几)(?:个|位|名|户|家|人)(?!月|星期|礼拜|工作日|小时|季度|年)|多少(?:客户|人)|(?<![a-z])(?:how many|number of|count of)(?![a-z])/

const ASKS_WHO = /谁|哪|名单|列|分别|(?<![a-z])(?:who|which|whom|list|names|each)(?![a-z])/

const ASKS_SUM =
  /(?:一共|总共|合计|加起来|共计|总的?|总计)?(?:是|有|管(?:着|理)?)?(?:多少钱|多少资产|多少资金)|(?:总资产|资产总额|总规模|管理规模|aum)(?:是|有)?(?:多少|几)|(?<![a-z])(?:how much|total (?:assets|aum|value|in)|sum of|combined assets)(?![a-z])/

/** Several at one place: "which of them", the list that was shown. */
function isGroup(people: Parsed['people']): boolean {
  return people.length > 1 && new Set(people.map(({ start }) => start)).size === 1
}

/** What the lists say themselves, so that it narrows nobody. */
const MATURITY_OWN: ReadonlySet<Attribute['of']> = new Set([
  'maturing',
  'not-renewed',
  'never-contacted',
  'product',
  'held',
])
const MOVEMENT_OWN: ReadonlySet<Attribute['of']> = new Set(['moved', 'held'])
const BIRTHDAY_OWN: ReadonlySet<Attribute['of']> = new Set(['birthday', 'birthday-month'])
const MATCH_OWN: ReadonlySet<Attribute['of']> = new Set(['product', 'held', 'maturing', 'idle', 'may-buy'])

/** What the members of a campaign may be chosen by. */
const MEMBERS: ReadonlySet<Attribute['of']> = new Set([
  'occupation',
  'trade',
  'company',
  'name',
  'gender',
  'type',
  'tier',
  'risk',
  'card',
  'vip',
  'age',
  'born',
  'assets',
  'address',
  'hobby',
  'idle',
])

/** 持有远景成长混合的: holders of one product, where it and no kind is named. */
function holdsProduct(parsed: Parsed, products: readonly Product[]): AttributeQuestion | undefined {
  if (parsed.kinds.length > 0) return undefined
  const [only, ...others] = findProducts(products, { text: parsed.raw })
  if (only === undefined || others.length > 0) return undefined
  const { id, name } = only
  return { query: { kind: 'is', attribute: { of: 'product', id, name }, said: name }, order: 'largest' }
}

/** The products that a message names, by number, name or term. */
export function productsIn(
  parsed: Parsed,
  { productKinds = namedKinds(parsed.kinds) }: Slots,
  products: readonly Product[],
): Pick<Asked, 'products'> {
  const term = termAsked(parsed.text)
  // The 200 of 200万 is no number of a product.
  const text = blanked(parsed.text, parsed.sums)
  const raw = blanked(
    parsed.raw,
    parsed.sums.map(({ start, end }) => ({ start: parsed.toRaw(start), end: parsed.toRaw(end) })),
  )
  const said = { text, raw, kinds: productKinds }
  const found = namedProducts({ ...said, ...(term === undefined ? {} : { termDays: term }) }, products)
  return found.length === 0 ? {} : { products: found.map(({ id }) => id) }
}

function blanked(text: string, spans: readonly Piece[]): string {
  return spans.reduce(
    (out, { start, end }) => out.slice(0, start) + ' '.repeat(end - start) + out.slice(end),
    text,
  )
}

/** What is to be done, without the words that order somebody to do it. */
function withoutOrder(errand: string): string {
  return errand
    .replace(/^(?:请|麻烦|帮我|让|叫|请|安排|派|交代|吩咐|通知|要|催|提醒|转告|布置|去|在|之?前|[ ,，])+/, '')
    .replace(
      /^(?:(?:please|ask|have|get|tell|let|make|remind|assign|to|by|before|should|must)(?![a-z])[ ,]*)+/i,
      '',
    )
    .trim()
}

function searched(text: string): Pick<Asked, 'bareSearch' | 'sought'> {
  if (!isBareSearch(text)) return {}
  return { sought: soughtWords(text), bareSearch: isOnlySearch(text) ? 'only' : 'maybe' }
}

/** A number that names somebody says that who it is may be asked. */
function detailWords(parsed: Parsed): string {
  const byNumber = parsed.people.some(({ start, end }) =>
    /^[^a-z]*\d{4,11}$/.test(parsed.text.slice(start, end)),
  )
  return byNumber ? parsed.text : withoutPeople(parsed)
}

/** The company in 建国建材那个老板 asks for no company. */
export function withoutPeople({ text, people }: Parsed): string {
  let out = text
  for (const { start, end } of people) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end)
  return out
}

/** Ids and names of colleagues may look like days. */
function withoutColleagues(text: string, colleagues: AskedAbout['colleagues']): string {
  return colleagues.reduce(
    (left, { id, name }) => left.replaceAll(id.toLowerCase(), '同事').replaceAll(name.toLowerCase(), '同事'),
    text,
  )
}
