import { type Book, emptyBook } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import { addDays, type Day } from '../domain/day.js'
import type { Product } from '../domain/ledger/product.js'
import type { Manager } from '../domain/manager/manager.js'
import { fen } from '../domain/money.js'
import type { Interval, Policy, Tier } from '../domain/policy.js'
import type { WorkingCalendar } from '../domain/working-days.js'
import { type Chance, chanceOf } from './chance.js'
import { drawFlows } from './flows.js'
import { contactBefore, drawDueDay, drawHistory, numbered } from './history.js'
import { drawHoldings, sampleProducts, withAccountNumbers } from './ledger.js'
import { drawProfile, drawTier } from './people.js'
import type { Scene } from './scene.js'
import { tell } from './stories.js'
import type { CastMember, SampleWords } from './words.js'

export interface SampleRequest {
  /** Besides the branch head. */
  readonly managers: number
  /** Of the whole branch, shared out evenly. */
  readonly customers: number
  readonly seed: number
  /** The day the stories are told on. */
  readonly today: Day
  readonly calendar: WorkingCalendar
  readonly policy: Policy
  readonly words: SampleWords
  /** Directory ids by manager id (`H100`, `M101`, …), for whoever is to be spoken to. */
  readonly aadObjectIds?: Readonly<Record<string, string>>
}

export interface Sample {
  readonly managers: readonly Manager[]
  readonly products: readonly Product[]
  readonly books: readonly Book[]
}

const BRANCH = '0101'
const ZONE = 'Asia/Shanghai'
const EFFECTIVE_EVERY_DAYS: Readonly<Record<Tier, number>> = { A: 8, B: 15, C: 34, D: 66, E: 120 }

/**
 * An invented branch with plausible lives, dated around `today`: a head without a book, and managers each with
 * the cast of the stories and ordinary customers. The same request gives the same sample, to the last letter.
 */
export function makeSample(request: SampleRequest): Sample {
  const chance = chanceOf('sample', request.seed)
  const managers = drawManagers(request)
  const keepers = managers.filter((manager) => manager.role === 'manager')
  const books = keepers.map((manager, index) => {
    const count = Math.floor((request.customers + keepers.length - 1 - index) / keepers.length)
    const scene: Scene = {
      today: request.today,
      stage: request.calendar.sameOrNext(request.today),
      calendar: request.calendar,
      policy: request.policy,
      words: request.words,
      managerId: manager.id,
      locale: manager.locale,
    }
    return drawBook(scene, chance.of(manager.id), index, count)
  })
  return { managers, products: sampleProducts(request), books }
}

function drawManagers(request: SampleRequest): readonly Manager[] {
  const { words, aadObjectIds = {} } = request
  const manager = (
    id: string,
    person: SampleWords['head'],
    role: Manager['role'],
    briefTime: string,
  ): Manager => ({
    id,
    name: person.name,
    branchId: BRANCH,
    role,
    aadObjectId: aadObjectIds[id] ?? `00000000-0000-4000-8000-000000000${id.slice(1)}`,
    briefTime,
    timeZone: ZONE,
    locale: person.locale,
  })
  const head = manager('H100', words.head, 'head', '08:00')
  const others = Array.from({ length: request.managers }, (_, index) =>
    manager(`M${101 + index}`, words.managers[index % words.managers.length]!, 'manager', '08:30'),
  )
  return [head, ...others]
}

function drawBook(scene: Scene, chance: Chance, index: number, count: number): Book {
  const cast = scene.words.casts[scene.locale]
  const firstNumber = (index + 1) * 10_000
  const customers = Array.from({ length: count }, (_, at) => {
    const id = String(firstNumber + at * 7 + 1).padStart(8, '0')
    const phone = `199${String(index).padStart(4, '0')}${String((at * 37 + 1208) % 10_000).padStart(4, '0')}`
    return drawCustomer(scene, chance.of(at), id, phone, cast[at])
  })
  return { ...emptyBook(scene.managerId), customers }
}

function drawCustomer(
  scene: Scene,
  chance: Chance,
  id: string,
  phone: string,
  member?: CastMember,
): Customer {
  const tier = member?.tier ?? drawTier(chance)
  const profile = drawProfile(scene, chance.of('profile'), tier, member)
  const aum = profile.aumFen ?? fen(0)
  const ordinary: Customer = {
    id,
    ...profile,
    phone,
    holdings: drawHoldings(scene, chance.of('holdings'), aum),
    contacts: drawContacts(scene, chance.of('contacts'), tier),
    agreements: [],
    flows:
      chance.of('has flows').is(0.45) || member !== undefined
        ? drawFlows(scene, chance.of('flows'), aum)
        : [],
  }
  const told = member === undefined ? ordinary : tell(member.story, ordinary, scene, chance.of('story'))
  return {
    ...told,
    holdings: withAccountNumbers(id, told.holdings),
    contacts: numbered(
      id,
      told.contacts.filter((contact) => contact.on <= scene.today),
    ),
  }
}

function drawContacts(scene: Scene, chance: Chance, tier: Tier): Customer['contacts'] {
  const every = scene.policy.tiers.find((rule) => rule.tier === tier)?.every
  const isRare = every === undefined && chance.is(0.85)
  if (isRare || chance.is(0.008)) return []
  const last =
    every === undefined
      ? scene.calendar.sameOrPrevious(addDays(scene.today, -chance.int(8, 110)))
      : lastContact(scene, drawDueDay(scene, chance, every), every)
  return drawHistory(scene, chance, last, EFFECTIVE_EVERY_DAYS[tier])
}

/** A worked day: for what is due the one before, so that it stays due, else the one after, so that it stays ahead. */
function lastContact(scene: Scene, due: Day, every: Interval): Day {
  const on = contactBefore(due, every)
  const worked = due <= scene.stage ? scene.calendar.sameOrPrevious(on) : scene.calendar.sameOrNext(on)
  const yesterday = scene.calendar.previous(scene.stage)
  return worked <= yesterday ? worked : yesterday
}
