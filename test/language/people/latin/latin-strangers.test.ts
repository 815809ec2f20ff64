import { describe, expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../../support/names.js'

const book = bookOf([
  'Peter Wong',
  { name: 'Emily Zhang', nickname: 'Emily' },
  '许家豪',
  { name: 'Tom Li', nickname: 'Tom' },
])

describe("a name that is nobody's is a stranger's, never passed over", () => {
  it.each([
    ['called Hargreaves, no ans', 'Hargreaves'],
    ['called hargreaves, no ans', 'hargreaves'],
    ['Called Hargreaves. No answer', 'Hargreaves'],
    ['rang Peter Tan, not interested', 'Peter Tan'],
    ['Called Hendra Wijaya, no answer', 'Hendra Wijaya'],
    ['spoke to Mr Hargreaves about the FD', 'Mr Hargreaves'],
    ['Dr Hargreaves wants to renew', 'Dr Hargreaves'],
    ['Hargreaves wants to renew', 'Hargreaves'],
    ['what did Hargreaves say', 'Hargreaves'],
    ['pull up Hargreaves', 'Hargreaves'],
    ['book Hargreaves for Friday 10', 'Hargreaves'],
    ['remind me to call Hargreaves', 'Hargreaves'],
    ['visited Sunrise Holdings, nobody in', 'Sunrise Holdings'],
    ['called Kowalczyk Motors, no answer', 'Kowalczyk Motors'],
    ['texted Nguyen Thi Hoa, no reply', 'Nguyen Thi Hoa'],
    ['刚打了Hargreaves,没接', 'Hargreaves'],
    ['打给hargreaves没接', 'hargreaves'],
  ])('"%s" speaks of "%s"', (says, stranger) => {
    expect(mentionsIn(says, book)).toBe(`${stranger}=?`)
  })
})

describe('other words in the same places are no names', () => {
  it.each([
    'called twice, no answer',
    'called custmer, no answer',
    'called on Monday',
    'called HSBC, they pay more',
    'saw the rates today',
    'met nobody today',
    'visited the branch',
    'she moved it to Maybank',
    'did Liverpool win last night',
    'Yesterday said nothing',
    'book Friday 10am',
    'call the office',
    'rang, no answer',
    'who is due on Tuesday',
    'show me the Treasury bond',
    'Thanks, that is all',
    'called but no answer',
    'called everyone on the list',
  ])('"%s" speaks of nobody', (says) => {
    expect(mentionsIn(says, book)).toBe('')
  })
})

it.each([
  ["Sms'd Xu Jiahao, no reply", 'Xu Jiahao=N3'],
  ['called Emliy, no ans', 'Emliy=N2'],
  ['called tom, no ans', 'tom=N4'],
  ['Tom from Kowalczyk rang', 'Tom=N4'],
  ['rang Peter Tan, then Peter Wong', 'Peter Tan=? Peter Wong=N1'],
  ['Called Hendra Wijaya, no answer. Hendra is out', 'Hendra Wijaya=? Hendra=?'],
])('those of the book, misspelt too, come first: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})
