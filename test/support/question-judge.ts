import type { Played } from './conversation-score.js'
import type { Oracle } from './question-oracle.js'

/** A question of the collection: what is said, the last of it judged, and what it has to come to. */
export interface AskedLine {
  readonly how: string
  readonly what: string
  readonly says: readonly string[]
}

/** One line of a collection: `how: what<TAB>said > said`. */
export function askedLine(line: string): AskedLine {
  const [expected = '', said = ''] = line.split('\t')
  const [, how = '', what = ''] = /^(\w+): ?(.*)$/.exec(expected) ?? []
  return { how, what, says: said.split(' > ') }
}

/** An answer about one thing is one line, with little beside it. */
const LONGEST_ANSWER = 160

/** What is wrong with the answers; undefined where nothing is. */
export function faultOf(line: AskedLine, played: readonly Played[], oracle: Oracle): string | undefined {
  const wrote = played.flatMap((turn) => turn.wrote ?? [])
  if (wrote.length > 0) return `wrote ${JSON.stringify(wrote)}`
  const last = played.at(-1)
  const shows = last?.shows ?? []
  const text = last?.text ?? ''
  const { how, what } = line
  switch (how) {
    case 'set': {
      if (LEFT_OUT.test(text)) return 'names a condition that it honoured'
      const expected = oracle.who(what)
      const shown = [...new Set(shows)].sort()
      const isPage = shown.length >= 5 && expected.length > shown.length && hasNumber(text, expected.length)
      if (isPage && shown.every((id) => expected.includes(id))) return undefined
      if (shown.join() !== expected.join()) return `shows ${differ(expected, shown)}`
      return undefined
    }
    case 'count':
      return hasNumber(text, oracle.who(what).length) ? undefined : `no ${oracle.who(what).length}`
    case 'top': {
      const expected = oracle.largest(Number(what.split(' ')[1]))
      return shows.join() === expected.join() ? undefined : `shows ${shows.join()} for ${expected.join()}`
    }
    case 'says': {
      const sum = /^\{(.*)\}$/.exec(what)?.[1]
      if (sum !== undefined) {
        const expected = oracle.sum(sum)
        return sumsIn(text).some((one) => Math.abs(one - expected) <= expected * 0.006)
          ? undefined
          : `no sum of ${expected}`
      }
      return new RegExp(what, 'i').test(text) ? undefined : `does not say ${what}`
    }
    case 'one': {
      const [, id = '', pattern = ''] = /^(\S+) (.*)$/.exec(what) ?? []
      if (shows[0] !== id) return `shows ${shows.join()} for ${id}`
      if (!new RegExp(pattern, 'i').test(text)) return `does not say ${pattern}`
      return text.length > LONGEST_ANSWER ? `takes ${text.length} characters` : undefined
    }
    case 'ask':
      return last?.asks?.kind === 'customer' ? undefined : 'does not ask who'
    case 'page':
    case 'page4': {
      const before = played.at(-2)?.shows ?? []
      const next = before.slice(ON_A_CARD, how === 'page4' ? ON_A_CARD + 4 : ON_A_CARD * 2)
      if (before.length !== oracle.who(what).length) return `began with ${before.length}`
      if (next.length === 0) return NO_MORE.test(text) ? undefined : 'does not say that these are all'
      return shows.join() === next.join() ? undefined : `shows ${shows.join()} for ${next.join()}`
    }
    case 'export':
      return /文件|表格|导出|xlsx|file|csv|excel/i.test(text) && last?.intent === 'export.request'
        ? undefined
        : 'gives no file'
    case 'cannot':
      return new RegExp(what, 'i').test(text) && HONEST.test(text)
        ? undefined
        : 'does not say what it left out'
    case 'fit':
      return last?.intent === 'product.match' || last?.intent === 'customer.find'
        ? undefined
        : `read as ${last?.intent}`
    default:
      throw new Error(`no expectation ${how}`)
  }
}

const ON_A_CARD = 12
const NO_MORE = /就这些|all of them/i
const LEFT_OUT = /没能按|could not filter/i
const HONEST = /没能|不能|没有|无法|没找到|could not|can't|cannot|no customer|nobody|not know/i

function hasNumber(text: string, count: number): boolean {
  if (count === 0) return /没有|无|no |none|nobody/i.test(text)
  return new RegExp(`(?<![\\d.])${count}(?![\\d.])`).test(text)
}

function differ(expected: readonly string[], shown: readonly string[]): string {
  const missing = expected.filter((id) => !shown.includes(id))
  const extra = shown.filter((id) => !expected.includes(id))
  return `without ${missing.join(' ') || 'nobody'}, with ${extra.join(' ') || 'nobody'} too`
}

const UNITS: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, m: 1e6, M: 1e6, k: 1e3, K: 1e3 }

function sumsIn(text: string): readonly number[] {
  return [...text.replaceAll(',', '').matchAll(/(\d+(?:\.\d+)?) ?(亿|万|[mMkK](?![a-z]))?/g)].map(
    ([, digits = '', unit]) => Number(digits) * (unit === undefined ? 1 : (UNITS[unit] ?? 1)),
  )
}
