import { isDeepStrictEqual } from 'node:util'

/** One thing that was written or is expected to be: `act`, perhaps `of` and `was`, and its fields. */
export type WriteLike = Readonly<Record<string, unknown>>

/** What is expected of a turn. Only what is beyond dispute is listed. */
export interface Expected {
  /** Exactly these, as a net effect. A field that is not listed is free, `null` must be absent. */
  readonly wrote: readonly WriteLike[]
  /** Other lists that are as good. */
  readonly orWrote?: readonly (readonly WriteLike[])[]
  /** Allowed beside them. */
  readonly may?: readonly WriteLike[]
  /** `null`: no question; `any`: not checked. */
  readonly asks?: string | readonly string[] | null
  readonly intent?: readonly string[]
  readonly shows?:
    | readonly string[]
    | {
        readonly set?: readonly string[]
        readonly first?: readonly string[]
        readonly includes?: readonly string[]
        readonly excludes?: readonly string[]
      }
  /** Patterns over the words of the reply, case ignored. */
  readonly says?: readonly string[]
  readonly saysNot?: readonly string[]
}

/** What a turn came to, as `converse` prints it. */
export interface Played {
  readonly skipped?: true
  readonly intent?: string | null
  readonly wrote?: readonly WriteLike[]
  readonly asks?: { readonly kind: string } | null
  readonly shows?: readonly string[]
  readonly text?: string
}

export interface ExpectedConversation {
  readonly id: string
  readonly turns: readonly { readonly ifAsked?: string; readonly expect?: Expected }[]
}

export type FaultKind = 'wrong write' | 'missing write' | 'question' | 'intent' | 'list' | 'words'

export interface Fault {
  readonly kind: FaultKind
  readonly expected: unknown
  readonly got: unknown
}

/** The faults of each turn that something is expected of, by its place from 1. A confirmation that was asked for and given belongs to the turn before. */
export function judgeConversation(
  { turns }: ExpectedConversation,
  played: readonly Played[],
): ReadonlyMap<number, readonly Fault[]> {
  const judged = new Map<number, readonly Fault[]>()
  for (const [at, { expect }] of turns.entries()) {
    if (expect === undefined) continue
    const next = played[at + 1]
    const isConfirmed = turns[at + 1]?.ifAsked !== undefined && next !== undefined && next.skipped !== true
    judged.set(at + 1, judgeTurn(expect, isConfirmed ? joined(played[at] ?? {}, next) : (played[at] ?? {})))
  }
  return judged
}

function joined(first: Played, then: Played): Played {
  return {
    ...first,
    wrote: [...(first.wrote ?? []), ...(then.wrote ?? [])],
    asks: then.asks ?? null,
    text: `${first.text ?? ''}\n${then.text ?? ''}`,
  }
}

export function judgeTurn(expect: Expected, played: Played): readonly Fault[] {
  const asked = played.asks?.kind ?? null
  const { asks = 'any', intent, shows } = expect
  const wanted: readonly (string | null)[] = Array.isArray(asks) ? asks : [asks as string | null]
  const text = played.text ?? ''
  const says = (pattern: string) => new RegExp(pattern, 'i').test(text)
  const lacks = (expect.says ?? []).filter((pattern) => !says(pattern))
  const has = (expect.saysNot ?? []).filter(says)
  return [
    ...judgeWrites(expect, played.wrote ?? []),
    ...(asks === 'any' || wanted.includes(asked) ? [] : [fault('question', asks, asked)]),
    ...(intent === undefined || intent.includes(played.intent ?? '')
      ? []
      : [fault('intent', intent, played.intent)]),
    ...(shows === undefined || showsFit(shows, played.shows ?? [])
      ? []
      : [fault('list', shows, played.shows)]),
    ...(lacks.length + has.length === 0 ? [] : [fault('words', { lacks, has }, text)]),
  ]
}

function fault(kind: FaultKind, expected: unknown, got: unknown): Fault {
  return { kind, expected, got }
}

function showsFit(want: NonNullable<Expected['shows']>, got: readonly string[]): boolean {
  if (Array.isArray(want)) return isDeepStrictEqual(want, got)
  const { set, first = [], includes = [], excludes = [] } = want as Exclude<typeof want, readonly string[]>
  return (
    (set === undefined || isDeepStrictEqual([...set].sort(), [...got].sort())) &&
    first.every((id, at) => got[at] === id) &&
    includes.every((id) => got.includes(id)) &&
    !excludes.some((id) => got.includes(id))
  )
}

/** The best of the lists that are as good. */
function judgeWrites(
  { wrote, orWrote = [], may = [] }: Expected,
  got: readonly WriteLike[],
): readonly Fault[] {
  const tried = [wrote, ...orWrote].map((list) => compare(list, may, got))
  return tried.reduce((best, one) => (one.length < best.length ? one : best))
}

/** A part of what a record does: something comes or goes. */
interface Effect {
  readonly sign: '+' | '-'
  readonly kind: string
  readonly fields: WriteLike
  /** Of an expected contact that says nothing of a day: one may be there. */
  readonly isFree?: true
}

function compare(
  wanted: readonly WriteLike[],
  may: readonly WriteLike[],
  got: readonly WriteLike[],
): readonly Fault[] {
  const want = net(wanted.flatMap((record) => effectsOf(record, true)))
  const free = [...want.filter(({ isFree }) => isFree), ...may.flatMap((record) => effectsOf(record, true))]
  let left = net(asOneStep(got).flatMap((record) => effectsOf(record, false)))
  const open: Effect[] = []
  // The narrow ones first: a wide one must not take what only they can take.
  const bound = want.filter(({ isFree }) => isFree !== true)
  for (const effect of bound.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)) {
    const hit = left.find((one) => meets(effect, one))
    if (hit === undefined) open.push(effect)
    else left = left.filter((one) => one !== hit)
  }
  left = left.filter((one) => !free.some((effect) => meets(effect, one)))
  const faults: Fault[] = []
  for (const effect of open) {
    const near = left.find((one) => isNear(effect, one))
    left = left.filter((one) => one !== near)
    faults.push(
      near === undefined || !contradicts(effect, near)
        ? fault('missing write', effect, near)
        : fault('wrong write', effect, near),
    )
  }
  return [...faults, ...left.map((one) => fault('wrong write', undefined, one))]
}

/** Several steps of one sale that are told in one turn are one. */
function asOneStep(records: readonly WriteLike[]): readonly WriteLike[] {
  const steps = new Map<unknown, WriteLike>()
  const others: WriteLike[] = []
  for (const record of records) {
    const before = steps.get(record['customer'])
    if (record['act'] !== 'sale.step') others.push(record)
    else if (before === undefined) steps.set(record['customer'], record)
    else {
      const facts = { ...(before['facts'] as object), ...(record['facts'] as object) }
      steps.set(record['customer'], { ...record, facts })
    }
  }
  return [...others, ...steps.values()]
}

function effectsOf(record: WriteLike, isExpected: boolean): readonly Effect[] {
  const { act, of, was, ...fields } = record
  if (act === 'amend') {
    const gone = effectsOf({ ...(was as WriteLike), act: 'undo', of }, isExpected)
    return [...gone, ...effectsOf({ ...fields, act: of }, isExpected)]
  }
  if (act === 'undo') {
    const undone = effectsOf({ ...fields, act: of }, isExpected).filter(({ isFree }) => isFree !== true)
    return undone.map((effect) => ({ ...effect, sign: effect.sign === '+' ? '-' : '+' }))
  }
  const { customer, when, from } = record
  if (act === 'appointment.move') {
    const gone: Effect = {
      sign: '-',
      kind: 'appointment.add',
      fields: { customer, ...(from === undefined ? {} : { when: from }) },
    }
    const come: Effect = {
      sign: '+',
      kind: 'appointment.add',
      fields: { customer, ...(when === undefined ? {} : { when }) },
    }
    return [gone, come]
  }
  if (act === 'appointment.cancel') return [{ sign: '-', kind: 'appointment.add', fields }]
  if (act !== 'contact.log') return [{ sign: '+', kind: String(act), fields }]
  const { when: _when, ...own } = fields
  const contact: Effect = { sign: '+', kind: 'contact.log', fields: own }
  const kind = record['outcome'] === 'appointment' ? 'appointment.add' : 'next'
  if (when !== undefined && when !== null) return [contact, { sign: '+', kind, fields: { customer, when } }]
  if (!isExpected || when === null) return [contact]
  return [
    contact,
    ...['appointment.add', 'next'].map(
      (free) => ({ sign: '+', kind: free, fields: { customer }, isFree: true }) as const,
    ),
  ]
}

/** A new value of these takes the place of the old one: the going of the old one says nothing of its own. */
const REPLACED: Readonly<Record<string, readonly string[]>> = {
  'customer.update': ['customer', 'field'],
  'settings.change': ['setting'],
  'contact.snooze': ['customer'],
  'contact.skip': ['customer'],
  'do-not-contact.set': ['customer'],
}
const OF_A_CONTACT = ['customer', 'channel', 'reached', 'outcome', 'amount', 'objection', 'promise']

/** Without what goes and comes again unchanged, and without the going of what a contact carried that is gone itself. */
function net(effects: readonly Effect[]): readonly Effect[] {
  const dropped = new Set<Effect>()
  for (const going of effects.filter(({ sign }) => sign === '-')) {
    const coming = effects.find((one) => one.sign === '+' && !dropped.has(one) && isSame(going, one))
    if (coming === undefined) continue
    dropped.add(going)
    if (REPLACED[going.kind] === undefined) dropped.add(coming)
  }
  const left = effects.filter((effect) => !dropped.has(effect))
  const gone = left
    .filter(({ sign, kind }) => sign === '-' && kind === 'contact.log')
    .map(({ fields }) => fields['customer'])
  const isCarried = ({ sign, kind, fields }: Effect) =>
    sign === '-' && (kind === 'appointment.add' || kind === 'next') && gone.includes(fields['customer'])
  return left.filter((effect) => !isCarried(effect))
}

function isSame(going: Effect, coming: Effect): boolean {
  if (going.kind !== coming.kind) return false
  const same = (keys: readonly string[]) =>
    keys.every((key) => isDeepStrictEqual(going.fields[key], coming.fields[key]))
  const replaced = REPLACED[going.kind]
  if (replaced !== undefined) return same(replaced)
  // An expected undo that names the customer alone says nothing of what comes instead.
  if (going.kind === 'contact.log') return Object.keys(going.fields).length > 1 && same(OF_A_CONTACT)
  return isDeepStrictEqual(going.fields, coming.fields)
}

function meets(expected: Effect, got: Effect): boolean {
  if (expected.sign !== got.sign || !fits(expected.kind, got.kind)) return false
  return Object.entries(expected.fields).every(([key, value]) => fits(value, got.fields[key]))
}

function isNear(expected: Effect, got: Effect): boolean {
  return (
    expected.sign === got.sign &&
    fits(expected.kind, got.kind) &&
    fits(expected.fields['customer'], got.fields['customer'])
  )
}

/** Whether something else is said than expected, and not only less. */
function contradicts(expected: Effect, got: Effect): boolean {
  return Object.entries(expected.fields).some(([key, value]) => {
    const other = got.fields[key]
    if (isPlain(value) && isPlain(other))
      return Object.entries(value).some(([k, v]) => other[k] !== undefined && !fits(v, other[k]))
    return other !== undefined && other !== null && !fits(value, other)
  })
}

function isPlain(value: unknown): value is WriteLike {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && !['any', 're', 'not'].some((key) => key in value)
}

/** Whether a value is as expected: `{any}` one of, `{re}` a pattern, `{not}` anything else, `null` absent. */
export function fits(expected: unknown, got: unknown): boolean {
  if (expected === null || expected === undefined)
    return (
      got === undefined ||
      got === null ||
      got === '' ||
      isDeepStrictEqual(got, {}) ||
      isDeepStrictEqual(got, [])
    )
  if (typeof expected === 'string' && typeof got === 'string')
    return expected.trim().toLowerCase() === got.trim().toLowerCase()
  if (typeof expected !== 'object') return expected === got
  const { any, re, not } = expected as { any?: readonly unknown[]; re?: string; not?: unknown }
  if (any !== undefined) return any.some((one) => fits(one, got))
  if (re !== undefined)
    return (
      got !== undefined &&
      got !== null &&
      patternOf(re).test(typeof got === 'string' ? got : JSON.stringify(got))
    )
  if (not !== undefined) return !isDeepStrictEqual(not, got)
  if (typeof got !== 'object' || got === null) return false
  return Object.entries(expected).every(([key, value]) => fits(value, Reflect.get(got, key)))
}

function patternOf(text: string): RegExp {
  return text.startsWith('(?i)') ? new RegExp(text.slice(4), 'i') : new RegExp(text)
}
