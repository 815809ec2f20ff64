import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../src/domain/manager/manager.js'
import { escapeMarkdown } from '../../src/messaging/cards/parts/elements.js'
import type { Reply } from '../../src/ports/reply.js'
import { LOOKS } from '../browser/teams-look.js'
import { cardProblems } from '../support/adaptive.js'
import { book, everyCard } from '../support/every-card.js'
import { spokenCards } from '../support/spoken-cards.js'

/** 60 KB of UTF-16, what Teams takes. */
const MOST_CHARACTERS = 30_000

/** Each language is spoken once for all tests of the file. */
const conversations = new Map<Locale, ReturnType<typeof spokenCards>>()
function spoken(locale: Locale): ReturnType<typeof spokenCards> {
  const known = conversations.get(locale) ?? spokenCards(locale)
  conversations.set(locale, known)
  return known
}

describe.each(LOCALES)('cards in %s', (locale) => {
  it.each(everyCard(locale))('%s is a card that Teams takes', (_name, reply) => mustBeTaken(reply))

  it('so is every card that answers a manager', async () => {
    for (const [, reply] of await spoken(locale)) mustBeTaken(reply)
  })

  it.each(everyCard(locale))('the notification line of %s names no customer', (_name, { summary }) => {
    const named = book.customers.filter(
      (c) => summary?.includes(c.name) || summary?.includes(c.nickname ?? '\0'),
    )
    expect(named.map((c) => c.name)).toEqual([])
  })
})

describe.each(LOOKS)('every colour of a card on $what', ({ card: onCard, emphasis, ...colours }) => {
  it('can be read: 4.5 to 1 and more, to one decimal', async () => {
    const used = new Set<string>()
    for (const locale of LOCALES) {
      const replies = [...everyCard(locale), ...(await spoken(locale))].map(([, reply]) => reply.card)
      for (const type of ['TextBlock', 'TextRun'])
        for (const { color } of elementsIn(replies, type) as { color?: string }[])
          if (color !== undefined) used.add(color.toLowerCase())
    }
    expect(used.size).toBeGreaterThan(0)
    const ofColour = new Map<string, string>(Object.entries(colours))
    const pale = [...used, 'subtle', 'text'].filter((name) =>
      [onCard, emphasis].some((ground) => Math.round(contrast(ofColour.get(name)!, ground) * 10) < 45),
    )
    expect(pale).toEqual([])
  })
})

it('what a name holds is never read as Markdown', () => {
  expect(escapeMarkdown('*王* [点我](http://x) _a_')).toBe('\\*王\\* \\[点我\\](http://x) \\_a\\_')
})

function mustBeTaken({ card, text, summary }: Reply): void {
  expect(card).toBeDefined()
  // The library knows Action.Execute from 1.4 on and its fallback; Teams' own `msteams` is not its business.
  expect(cardProblems(card)).toEqual([])
  expect(JSON.stringify(card).length).toBeLessThan(MOST_CHARACTERS)
  expect(card).toMatchObject({ version: '1.5' })
  // A long list is told whole in words and cut on the card and in its fallback.
  const [title, ...told] = String(card?.['fallbackText'] ?? '').split('\n')
  expect([title, told.length > 0]).toEqual([text.split('\n')[0], text.includes('\n')])
  expect(text.trim()).not.toBe('')
  expect(summary).toBeDefined()
  for (const block of elementsIn(card, 'TextBlock')) expect(block).toMatchObject({ wrap: true })
  expect(elementsIn(card, 'Table')).toEqual([])
  expect(Reflect.get(card!, 'refresh')).toBeUndefined()
  for (const action of elementsIn(card, 'Action.Execute'))
    expect(action).toMatchObject({ fallback: { type: 'Action.Submit' } })
}

function elementsIn(node: unknown, type: string): object[] {
  if (typeof node !== 'object' || node === null) return []
  const own = Reflect.get(node, 'type') === type ? [node] : []
  return [...own, ...Object.values(node).flatMap((inner) => elementsIn(inner, type))]
}

/** Of two colours `#rrggbb`, after WCAG 2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
