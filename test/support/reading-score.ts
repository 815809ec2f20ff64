import type { Intent, Reading } from '../../src/language/reading.js'
import type { ReportedContact, Slots } from '../../src/language/slots.js'

/** A message of the held-out material, and how it must be read. */
export interface ExpectedReading {
  readonly id: string
  readonly text: string
  readonly intent: Intent
  readonly slots: Slots
  readonly style: string
}

export interface ScoredReading {
  readonly expected: ExpectedReading
  readonly read: Pick<Reading, 'intent' | 'confidence' | 'slots'>
}

const SLOTS = ['customers', 'period', 'when', 'amount', 'productKinds'] as const
/** What makes an entry of a report the right one; the rest of it is worth having, but changes no record of who was reached. */
const ENTRY = ['customers', 'reached', 'outcome', 'when'] as const
const CONVERSATION: ReadonlySet<Intent> = new Set([
  'none',
  'greet',
  'thanks',
  'confirm',
  'deny',
  'cancel',
  'help',
  'undo',
])
/** From here on a reading is acted upon; below, the manager is asked first. */
const SURE = 0.5

/** Percent, by what is measured; absent where the lines hold nothing to measure it on. */
export interface ReadingScore {
  readonly lines: number
  readonly intent: number
  readonly noneTakenForCommand?: number
  readonly commandTakenForNone?: number
  readonly customersF1?: number
  readonly periodF1?: number
  readonly whenF1?: number
  readonly amountF1?: number
  readonly productKindsF1?: number
  readonly fact?: number
  readonly wholeReport?: number
  readonly wrongWrite?: number
}

export function scoreOf(scored: readonly ScoredReading[]): ReadingScore {
  const none = scored.filter(({ expected }) => expected.intent === 'none')
  const commands = scored.filter(({ expected }) => !CONVERSATION.has(expected.intent))
  const reports = scored.filter(({ expected }) => expected.intent === 'contact.log')
  const writes = scored.filter(({ read }) => read.intent === 'contact.log')
  const updates = scored.filter(({ expected }) => expected.intent === 'customer.update')
  const f1 = Object.fromEntries(
    SLOTS.map((slot) => [`${slot}F1`, slotF1(scored, slot)]).filter(([, value]) => value !== undefined),
  )
  return {
    lines: scored.length,
    intent: percent(scored.filter(isIntentRight).length, scored.length)!,
    ...optional('noneTakenForCommand', percent(none.filter((s) => !isIntentRight(s)).length, none.length)),
    ...optional(
      'commandTakenForNone',
      percent(commands.filter(({ read }) => read.intent === 'none').length, commands.length),
    ),
    ...f1,
    ...optional('fact', percent(updates.filter(isFactRight).length, updates.length)),
    ...optional('wholeReport', percent(reports.filter(isWholeReport).length, reports.length)),
    ...optional('wrongWrite', percent(writes.filter(isWrongWrite).length, writes.length)),
  }
}

/** What is wrong with a reading, each in a few words; empty where nothing is. */
export function faultsOf(scored: ScoredReading): readonly string[] {
  const { expected, read } = scored
  const faults: string[] = []
  if (!isIntentRight(scored)) faults.push(`read as ${read.intent} (${read.confidence})`)
  for (const slot of SLOTS)
    if (!same(filled(expected.slots[slot]), filled(read.slots[slot])))
      faults.push(`${slot} ${JSON.stringify(read.slots[slot]) ?? 'absent'}`)
  if (expected.intent === 'contact.log' && !isWholeReport(scored))
    faults.push(`contacts ${JSON.stringify(read.slots.contacts ?? [])}`)
  if (expected.intent === 'customer.update' && isIntentRight(scored) && !isFactRight(scored))
    faults.push(`fact ${JSON.stringify(read.slots.fact)}`)
  return faults
}

function isIntentRight({ expected, read }: ScoredReading): boolean {
  return read.intent === expected.intent
}

function isFactRight({ expected, read }: ScoredReading): boolean {
  const [wanted, fact] = [expected.slots.fact, read.slots.fact]
  if (wanted?.field !== fact?.field) return false
  return !/^(?:phone|email|birthday)$/.test(wanted?.field ?? '') || wanted?.value === fact?.value
}

function isWholeReport({ expected, read }: ScoredReading): boolean {
  const [wanted, told] = [expected.slots.contacts ?? [], read.slots.contacts ?? []]
  if (read.intent !== 'contact.log' || wanted.length !== told.length) return false
  return wanted.every((entry, i) => ENTRY.every((key) => same(entry[key], told[i]?.[key])))
}

/** A write that is done without asking, for the wrong customer, or as reached where nobody was. */
export function isWrongWrite({ expected, read }: ScoredReading): boolean {
  if (read.intent !== 'contact.log' || read.confidence < SURE) return false
  if (expected.intent !== 'contact.log') return true
  const wanted: readonly ReportedContact[] = expected.slots.contacts ?? []
  return (read.slots.contacts ?? []).some((told, i) => {
    const entry = wanted[i]
    if (entry === undefined) return true
    if (told.customers.length === 1 && !same(told.customers, entry.customers)) return true
    return told.reached && !entry.reached
  })
}

function slotF1(scored: readonly ScoredReading[], slot: (typeof SLOTS)[number]): number | undefined {
  let right = 0
  let missed = 0
  let invented = 0
  for (const { expected, read } of scored) {
    const [wanted, told] = [filled(expected.slots[slot]), filled(read.slots[slot])]
    if (wanted !== undefined && same(wanted, told)) right++
    else {
      if (wanted !== undefined) missed++
      if (told !== undefined && expected.intent !== 'settings.change') invented++
    }
  }
  return percent(2 * right, 2 * right + missed + invented)
}

/** An empty list says as little as an absent one. */
function filled(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((10_000 * part) / whole) / 100
}

function optional<K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } {
  // The computed key is the one of the type.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: number }
}
