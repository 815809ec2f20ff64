import type { Locale } from '../../../domain/manager/manager.js'

/** Where a button carries the language of its card. */
export const LOCALE_KEY = 'in'

/** The card with its language in the data of every button that is a press, so that the answer to it is in that language. */
export function inLocale<C extends object>(card: C, locale: Locale): C {
  return marked(card, locale) as C // the same card but for the data of its buttons
}

function marked(node: unknown, locale: Locale): unknown {
  if (Array.isArray(node)) return node.map((one) => marked(one, locale))
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, marked(value, locale)]))
  const { type, data } = copy
  const isPress = type === 'Action.Execute' || (type === 'Action.Submit' && hasVerb(data))
  return isPress ? { ...copy, data: { ...(data as object | undefined), [LOCALE_KEY]: locale } } : copy
}

function hasVerb(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'verb' in data
}
