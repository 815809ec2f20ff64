import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { TurnDone, TurnKeys, TurnOnce, Turns } from '../../ports/ports.js'
import { encodeChecked } from '../stored/encode-checked.js'
import { ANSWERED_HOURS, hourOf, KEPT_HOURS, PASSING_HOURS, shortAnswer } from '../stored/kept-turns.js'
import type { Collection } from './collection.js'
import { type Delta, smallKind } from './document.js'
import type { StoreUnits } from './units.js'

/**
 * The keys of one manager's turns by the hour (UTC, `2026-11-23T01`), and by the hash of the key a short answer, empty
 * where there is none. Looking up and adding touch one hour each, whatever is kept.
 */
export type KeptTurns = Readonly<Record<string, Readonly<Record<string, string>>>>

const HASH_LENGTH = 22

const keptSchema: z.ZodType<KeptTurns> = z.record(z.string(), z.record(z.string(), z.string()))
const deltaSchema = z.strictObject({ hours: z.array(z.string()), added: keptSchema })

/** The hours that are kept, and what came to them. */
const turnsDelta: Delta<KeptTurns> = {
  encode(before, after) {
    const added = Object.entries(after).flatMap(([hour, keys]) => {
      const known = before[hour]
      if (known === keys) return []
      return [
        [hour, Object.fromEntries(Object.entries(keys).filter(([key, answer]) => known?.[key] !== answer))],
      ]
    })
    return [encodeChecked(deltaSchema, { hours: Object.keys(after), added: Object.fromEntries(added) })]
  },
  apply(value, delta) {
    const { hours, added } = deltaSchema.parse(delta)
    const before = value === undefined ? {} : keptSchema.parse(value)
    return Object.fromEntries(hours.map((hour) => [hour, { ...before[hour], ...added[hour] }]))
  },
}

export const turnsKind = smallKind<KeptTurns>('turns', keptSchema, () => ({}), { delta: turnsDelta })

/** Turns that are done once: what they write and their keys are committed together. */
export function turnsOn(shelf: Collection<KeptTurns>, units: StoreUnits): Turns {
  return {
    once<R>(
      { managerId, keys, passingKeys = [], at }: TurnKeys,
      work: () => Promise<TurnDone<R>>,
    ): Promise<TurnOnce<R>> {
      return units.within(async (unit) => {
        // Held to the end, so that of the same turn asked for twice at once the second finds the key.
        await unit.take(shelf, [managerId])
        const hashes = keys.map(hashOf)
        const passing = passingKeys.map(hashOf)
        const kept = unit.own(shelf, managerId)
        const known =
          answerTo(kept, hashes, hourOf(at, KEPT_HOURS)) ?? answerTo(kept, passing, hourOf(at, PASSING_HOURS))
        if (known !== undefined) return { isRepeat: true, ...(known === '' ? {} : { answer: known }) }
        const { result, answer = '' } = await work()
        unit.put(shelf, managerId, withKeys(kept, [...hashes, ...passing], answer, at))
        return { isRepeat: false, result }
      })
    },
  }
}

/** Undefined where none of the keys is known. */
function answerTo(kept: KeptTurns, hashes: readonly string[], after: string): string | undefined {
  for (const [hour, keys] of Object.entries(kept)) {
    if (hour <= after) continue
    for (const hash of hashes) if (Object.hasOwn(keys, hash)) return keys[hash]
  }
  return undefined
}

function withKeys(kept: KeptTurns, hashes: readonly string[], answer: string, at: string): KeptTurns {
  const now = hourOf(at)
  const others = kept[now] === undefined ? swept(kept, at) : kept
  const short = shortAnswer(answer)
  return { ...others, [now]: { ...others[now], ...Object.fromEntries(hashes.map((hash) => [hash, short])) } }
}

/** Once an hour: without the keys that are too old, and without answers that nobody waits for. */
function swept(kept: KeptTurns, at: string): KeptTurns {
  const oldest = hourOf(at, KEPT_HOURS)
  const answered = hourOf(at, ANSWERED_HOURS)
  const hours = Object.entries(kept).filter(([hour]) => hour > oldest)
  return Object.fromEntries(hours.map(([hour, keys]) => [hour, hour < answered ? unanswered(keys) : keys]))
}

/** The same object where there was no answer left. */
function unanswered(keys: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (Object.values(keys).every((answer) => answer === '')) return keys
  return Object.fromEntries(Object.keys(keys).map((key) => [key, '']))
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, HASH_LENGTH)
}
