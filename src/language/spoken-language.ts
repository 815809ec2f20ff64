import type { Locale } from '../domain/manager/manager.js'
import type { Reading } from './reading.js'
import type { Mention } from './slots.js'

const HAN = /\p{Script=Han}/u

/** The language to answer in: that of the message where it has one of its own, not that of a name in it. */
export function localeOf(
  reading: Pick<Reading, 'text' | 'intent'> & {
    readonly mentions?: readonly Pick<Mention, 'start' | 'end'>[] | undefined
  },
): Locale | undefined {
  const rest = withoutNames(reading)
  if (HAN.test(rest)) return 'zh-CN'
  // Initials are of no language.
  const words = (rest.match(/(?<![\w-])[a-z]{2,}(?![\w-])/gi) ?? []).filter((word) => /[aeiouy]/i.test(word))
  const isSaid = reading.intent !== 'none' || words.filter((word) => /^[a-z]/.test(word)).length > 1
  if (words.length > 0 && isSaid) return 'en-US'
  return HAN.test(reading.text) ? 'zh-CN' : undefined
}

function withoutNames({ text, mentions = [] }: Parameters<typeof localeOf>[0]): string {
  return mentions.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
}
