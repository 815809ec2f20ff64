import { expect, it } from 'vitest'
import { languageFolders } from '../../src/compose/places.js'
import { day } from '../../src/domain/day.js'
import { loadLanguage } from '../../src/language/load.js'
import { createUnderstanding } from '../../src/language/understand.js'

const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people([
  { id: 'C1', name: '许家豪', gender: 'male' },
  { id: 'C2', name: 'Peter Wong', gender: 'male' },
])

it.each([
  ["Sms'd Xu Jiahao, no reply", [['C1']]],
  ['Rang Peter Tan, not interested. Rang Xu Jiahao too, no answer', [[], ['C1']]],
  ['Called Peter, no answer', [['C2']]],
  ['Called Hendra Wijaya, no answer', [[]]],
])('a contact with a stranger is nobody else\'s: "%s"', (says, customers) => {
  const { slots } = understanding.read(says, people, day('2026-11-23'))
  expect(slots.contacts?.map((contact) => contact.customers)).toEqual(customers)
})

it.each([
  'Called Peter Tan, no answer',
  'called peter lim, no ans',
  'Peter Wu came in asking about a mortgage',
  'met Peter Chen',
  'Peter Holden said yes',
  'book Peter Goh friday 3pm',
])('a given name of the book with another surname is nobody of it: "%s"', (says) => {
  const { mentions = [] } = understanding.read(says, people, day('2026-11-23'))
  expect(mentions.map(({ customers }) => customers)).toEqual([[]])
})

it.each(['Called Peter Wong, no answer', 'Peter said yes', 'told Peter Tuesday works', 'Peter DBS moved'])(
  'what stands behind a name is no surname of its own: "%s"',
  (says) => {
    const { mentions = [] } = understanding.read(says, people, day('2026-11-23'))
    expect(mentions.map(({ customers }) => customers)).toEqual([['C2']])
  },
)
