import { expect, it } from 'vitest'
import { languageFolders } from '../../../src/compose/places.js'
import { day } from '../../../src/domain/day.js'
import { loadLanguage } from '../../../src/language/load.js'
import { createUnderstanding } from '../../../src/language/understand.js'
import { readHeldOut } from '../../support/held-out.js'
import { asShown, type ToldLine, toldLines, waysOf } from '../../support/told-lines.js'

const TODAY = day('2026-11-23')
const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people(readHeldOut()[0]?.book ?? [])

function told(text: string): string {
  const { slots } = understanding.read(text, people, TODAY, undefined, 'contact.log')
  return (slots.contacts ?? []).map(asShown).join(' ; ')
}

const isReport = ({ says }: ToldLine) => !says.startsWith('-')

it.each([...toldLines('own.txt').filter(isReport), ...toldLines('outcomes.txt'), ...toldLines('slots.txt')])(
  'what a contact came to, by whom and how: $text',
  ({ text, says }) => expect(waysOf(says)).toContain(told(text)),
)

it.each(toldLines('own.txt').filter((line) => !isReport(line)))(
  'a promise that was kept is told, and no contact: $text',
  ({ text, says }) => {
    const { slots, keptPromises } = understanding.read(text, people, TODAY, undefined, 'contact.log')
    expect(slots.contacts).toEqual([])
    expect(keptPromises?.flatMap(({ customers }) => customers)).toEqual([says.split(' ')[1]])
  },
)

/** Nothing was tuned on these; the floor stands a little below what was measured when they were first read. */
it.each([
  { language: 'zh', floor: 66 },
  { language: 'en', floor: 72 },
] as const)('lines nobody tuned on, $language, are read as well as they were', ({ language, floor }) => {
  const lines = toldLines('held.txt')
    .filter(isReport)
    .filter(({ text }) => /[一-鿿]/.test(text) === (language === 'zh'))
  const right = lines.filter(({ text, says }) => waysOf(says).includes(told(text)))
  expect((100 * right.length) / lines.length).toBeGreaterThanOrEqual(floor)
})
