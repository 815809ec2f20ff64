import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/domain/manager/manager.js'
import { escapeMarkdown } from '../../src/messaging/cards/parts/elements.js'
import type { Reply } from '../../src/ports/reply.js'
import { cardProblems } from '../support/adaptive.js'
import { book, everyCard } from '../support/every-card.js'
import { spokenCards } from '../support/spoken-cards.js'

/** 60 KB of UTF-16, what Teams takes. */
const MOST_CHARACTERS = 30_000

describe.each(LOCALES)('cards in %s', (locale) => {
  it.each(everyCard(locale))('%s is a card that Teams takes', (_name, reply) => mustBeTaken(reply))

  it('so is every card that answers a manager', async () => {
    for (const [, reply] of await spokenCards(locale)) mustBeTaken(reply)
  })

  it.each(everyCard(locale))('the notification line of %s names no customer', (_name, { summary }) => {
    const named = book.customers.filter(
      (c) => summary?.includes(c.name) || summary?.includes(c.nickname ?? '\0'),
    )
    expect(named.map((c) => c.name)).toEqual([])
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
