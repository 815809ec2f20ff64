import { CHANNELS } from '../domain/customer/contact.js'
import type { Gender, Profile } from '../domain/customer/profile-fields.js'
import { addDays, type Day, dayOf, yearOf } from '../domain/day.js'
import { type Fen, fen } from '../domain/money.js'
import type { Tier } from '../domain/policy.js'
import type { Chance } from './chance.js'
import { languageOf, type Scene } from './scene.js'
import type { CastMember, Occupation } from './words.js'

/** Shares of the tiers in a book, highest first. */
const TIER_WEIGHTS: Readonly<Record<Tier, number>> = { A: 6, B: 14, C: 22, D: 30, E: 28 }
const RETIRED = '退休'
const ENGLISH_SHARE = { 'zh-CN': 0.04, 'en-US': 0.35 } as const

export function drawTier(chance: Chance): Tier {
  return chance.weighted(Object.keys(TIER_WEIGHTS) as Tier[], (tier) => TIER_WEIGHTS[tier]) // keys of a Record<Tier>
}

/** One invented person: a member of the cast where one is given, otherwise anybody. */
export function drawProfile(scene: Scene, chance: Chance, tier: Tier, member?: CastMember): Profile {
  const gender: Gender = member?.gender ?? (chance.is(0.5) ? 'male' : 'female')
  const occupation = drawOccupation(scene, chance, gender, member)
  const birthday = drawBirthday(scene.today, chance, occupation.label === RETIRED)
  const assessedDaysAgo = chance.weighted([chance.int(20, 330), chance.int(366, 900)], (_, i) => [85, 15][i]!)
  const language = languageOf(scene)
  const maybe = <T>(share: number, value: T): T | undefined => (chance.is(share) ? value : undefined)
  return dropUnknown({
    ...drawName(scene, chance, gender, occupation, member),
    type: 'person' as const,
    gender,
    birthday: maybe(0.9, birthday),
    lunarBirthday: maybe(yearOf(birthday) < yearOf(scene.today) - 55 ? 0.15 : 0.02, drawLunarDay(chance)),
    occupation: occupation.label,
    company: occupation.employers.length > 0 ? maybe(0.8, chance.pick(occupation.employers)) : undefined,
    education: maybe(0.5, chance.pick(scene.words.education)),
    address: maybe(0.5, `${chance.pick(scene.words.streets)}${chance.int(1, 260)}号`),
    preferredChannel: maybe(0.6, chance.pick(CHANNELS)),
    aumFen: drawAum(scene, chance, tier),
    riskRating: chance.weighted(['C1', 'C2', 'C3', 'C4', 'C5'] as const, (_, i) => [10, 28, 36, 20, 6][i]!),
    riskAssessedOn: addDays(scene.today, -assessedDaysAgo),
    cardLevel: tier === 'A' ? ('platinum' as const) : tier === 'B' ? ('gold' as const) : ('none' as const),
    familiarity: chance.weighted(['unknown', 'known', 'familiar'] as const, (_, i) => [25, 50, 25][i]!),
    doNotContact: member === undefined && chance.is(0.01),
    marketingConsent: chance.is(0.85),
    hobbies: maybe(0.25, chance.pick(scene.words.hobbies[language])),
    family: maybe(0.2, chance.pick(scene.words.families[language])),
    expectedReturn: maybe(0.12, chance.pick(['2.5%', '3%', '3.5%'])),
    assignedOn: addDays(scene.today, -chance.int(220, 700)),
    notes: maybe(0.2, chance.pick(scene.words.notes[language])),
  })
}

function drawOccupation(scene: Scene, chance: Chance, gender: Gender, member?: CastMember): Occupation {
  const named = scene.words.occupations.find((o) => o.label === member?.occupation)
  if (named !== undefined) return named
  return chance.weighted(scene.words.occupations, (o) => (o[gender].length === 0 ? 0 : o.weight))
}

function drawName(scene: Scene, chance: Chance, gender: Gender, occupation: Occupation, member?: CastMember) {
  const { words } = scene
  const male = gender === 'male'
  const isEnglish =
    member === undefined ? chance.is(ENGLISH_SHARE[scene.locale]) : member.english !== undefined
  if (isEnglish) {
    const first = member?.english ?? chance.pick(male ? words.englishMale : words.englishFemale)
    return { name: `${first} ${drawSurname(words.pinyinSurnames, chance)}`, nickname: first }
  }
  const surname = member?.surname ?? drawSurname(words.surnames, chance)
  const name = surname + (member?.given ?? chance.pick(male ? words.givenMale : words.givenFemale))
  const title = member?.title ?? (chance.is(0.55) ? chance.pick(occupation[gender]) : undefined)
  return { name, nickname: title === undefined ? undefined : surname + title }
}

/** The lists stand in the order of how common a name is. */
function drawSurname(from: readonly string[], chance: Chance): string {
  return chance.weighted(from, (_, rank) => 1 / (rank + 6))
}

function drawBirthday(today: Day, chance: Chance, retired: boolean): Day {
  const age = retired ? chance.int(60, 82) : chance.int(24, 58)
  return dayOf(yearOf(today) - age, chance.int(1, 12), chance.int(1, 28))! // every month has a 28th
}

function drawLunarDay(chance: Chance): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(chance.int(1, 12))}-${two(chance.int(1, 29))}`
}

/** Whole yuan inside the tier, small sums more often than large ones. */
function drawAum(scene: Scene, chance: Chance, tier: Tier): Fen {
  const rules = scene.policy.tiers
  const at = rules.findIndex((rule) => rule.tier === tier)
  const floor = rules[at]!.fromFen
  const ceiling = at === 0 ? floor * 4 : rules[at - 1]!.fromFen
  const low = Math.max(floor, 6_000)
  const position = (chance.int(1, 9_999) / 10_000) ** 1.3
  return fen(Math.floor((low * (ceiling / low) ** position) / 100) * 100)
}

type WithoutUnknown<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The same facts without the keys whose value is not known. */
export function dropUnknown<
  T extends { readonly name: string; readonly doNotContact: boolean; readonly marketingConsent: boolean },
>(facts: T): WithoutUnknown<T> & Pick<T, 'name' | 'doNotContact' | 'marketingConsent'> {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as WithoutUnknown<T> &
    Pick<T, 'name' | 'doNotContact' | 'marketingConsent'> // only undefined values went
}
