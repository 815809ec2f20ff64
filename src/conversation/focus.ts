import type { Policy } from '../domain/policy.js'
import type { Frame } from '../language/context.js'
import { canTurn, type Intent } from '../language/intents.js'
import type { ConversationState, Focus, Kept, When } from './state.js'

/** The turn in which something is said. */
export type Now = Omit<When, 'turn'>

/** How long something of the talk is remembered. */
export type Freshness = Policy['thread']

/** Whether something is of today and of the last turns and minutes. */
export function isFresh(
  when: When,
  state: Pick<ConversationState, 'turn'>,
  now: Now,
  { minutes, turns }: Freshness,
): boolean {
  const age = new Date(now.at).getTime() - new Date(when.at).getTime()
  return when.day === now.day && age <= minutes * 60_000 && state.turn - when.turn <= turns
}

export function kept<T>(value: T, state: Pick<ConversationState, 'turn'>, now: Now): Kept<T> {
  return { value, at: now.at, day: now.day, turn: state.turn }
}

/** The part of the focus that is still fresh. */
export function recall<P extends Exclude<keyof Focus, 'written'>>(
  part: P,
  state: ConversationState,
  now: Now,
  freshness: Freshness,
): NonNullable<Focus[P]>['value'] | undefined {
  const known = state.focus[part] as NonNullable<Focus[P]> | undefined // a part of its own kind
  return known !== undefined && isFresh(known, state, now, freshness) ? known.value : undefined
}

/** The focus after a question was answered. */
export function afterQuestion(state: ConversationState, frame: Frame, now: Now): Focus {
  if (!canTurn(frame.intent)) return state.focus
  const products = frame.asked?.products
  const [product, ...others] = products ?? []
  const ids = frame.slots.customers ?? []
  return {
    ...state.focus,
    asked: kept(frame, state, now),
    ...(product !== undefined && others.length === 0 ? { product: kept(product, state, now) } : {}),
    ...(ids.length > 1 ? { group: kept(ids, state, now) } : {}),
  }
}

/** The focus after something was shown, row by row. */
export function afterShown(
  state: ConversationState,
  shown: { readonly of: 'customers' | 'products'; readonly ids: readonly string[] },
  now: Now,
): Focus {
  const ids = [...new Set(shown.ids)]
  const [first, ...others] = ids
  if (first === undefined) return state.focus
  const { customer: _customer, ...rest } = state.focus
  if (others.length > 0) {
    const several = { ...rest, list: kept({ ...shown, ids: shown.ids }, state, now) }
    // "His" after a list would be a guess.
    return shown.of === 'customers' ? { ...several, group: kept(ids, state, now) } : several
  }
  // Going through a list keeps it.
  const isOfList = state.focus.list?.value.ids.includes(first) === true
  const list = isOfList ? {} : { list: kept(shown, state, now) }
  if (shown.of === 'products') return { ...state.focus, ...list, product: kept(first, state, now) }
  return { ...state.focus, ...list, customer: kept(first, state, now) }
}

/** The focus after changes were written about these customers. */
export function afterWrite(
  state: ConversationState,
  changeIds: readonly string[],
  customerIds: readonly string[],
  now: Now,
): Focus {
  const [only, ...others] = new Set(customerIds)
  const { customer: before, ...rest } = state.focus
  const customer = only === undefined ? before : others.length === 0 ? kept(only, state, now) : undefined
  return {
    ...rest,
    ...(customer === undefined ? {} : { customer }),
    ...(others.length > 0 ? { group: kept([...new Set(customerIds)], state, now) } : {}),
    written: [...(state.focus.written ?? []), ...changeIds.map((id) => kept(id, state, now))].slice(
      -MOST_WRITTEN,
    ),
  }
}

const MOST_WRITTEN = 20

/** Whether something was written since the last question was answered. */
export function wroteLast({ focus }: ConversationState): boolean {
  const last = Math.max(focus.written?.at(-1)?.turn ?? -1, focus.wish?.turn ?? -1)
  return last >= 0 && last >= (focus.asked?.turn ?? 0)
}

/** The readings that were offered in the turn before, for words that were not understood. */
export function offeredJustNow(
  state: ConversationState,
): { readonly text: string; readonly intents: readonly Intent[] } | undefined {
  const { unclear } = state.focus
  return unclear !== undefined && state.turn - unclear.turn === 1 ? unclear.value : undefined
}
