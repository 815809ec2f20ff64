import type { Day } from '../domain/day.js'
import { mask, type Parsed } from './parse.js'
import type { PersonMention } from './people/find-mentions.js'
import { hasHan } from './text/normalise.js'

/** The part of a parsed message from `start` to `end` of its text, as if it had been said alone. */
export function sliceOf(parsed: Parsed, start: number, end: number, today: Day): Parsed {
  const inside = <T extends { readonly start: number; readonly end: number }>(
    spans: readonly T[],
  ): readonly T[] =>
    spans
      .filter((span) => start <= span.start && span.end <= end)
      .map((span) => ({ ...span, start: span.start - start, end: span.end - start }))
  const text = parsed.text.slice(start, end)
  const rawStart = parsed.toRaw(start)
  const raw = parsed.raw.slice(rawStart, parsed.toRaw(end))
  const found = {
    people: inside(parsed.people),
    phones: inside(parsed.phones),
    emails: inside(parsed.emails),
    days: inside(parsed.days),
    sums: inside(parsed.sums),
    kinds: inside(parsed.kinds),
  }
  return {
    ...parsed,
    raw,
    language: hasHan(raw) ? 'zh' : 'en',
    text,
    ...found,
    masked: mask(text, found, today),
    toRaw: (offset) => parsed.toRaw(start + offset) - rawStart,
  }
}

/** With one more mention of somebody: words that point (他, "the second one"), or none at all where it is empty. */
export function withMention(parsed: Parsed, mention: PersonMention, today: Day): Parsed {
  const people = [...parsed.people, mention].sort((a, b) => a.start - b.start || a.end - b.end)
  return { ...parsed, people, masked: mask(parsed.text, { ...parsed, people }, today) }
}

/** Without some mentions: those that a correction struck out. */
export function withoutMentions(parsed: Parsed, struck: readonly PersonMention[], today: Day): Parsed {
  const people = parsed.people.filter((mention) => !struck.includes(mention))
  return { ...parsed, people, masked: mask(parsed.text, { ...parsed, people }, today) }
}

const SAYING =
  /^(?:[\s,，:：.。-]|说|讲|表示|要求|希望|(?:says?|said|asked(?: us)?|wants|please|pls)(?![a-z]))+/i

/** The words as typed, without the names and without "says" and "please" before what is said. */
export function wordsBesideNames({ raw, people, toRaw }: Parsed): string {
  let words = ''
  let from = 0
  for (const { start, end } of people) {
    words += raw.slice(from, toRaw(start))
    from = toRaw(end)
  }
  words += raw.slice(from)
  return words
    .replace(/\s+/g, ' ')
    .replace(SAYING, '')
    .replace(/[\s,，.。!！]+$/, '')
}
