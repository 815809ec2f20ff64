import { expect, it } from 'vitest'
import { languageFolders } from '../../../src/compose/places.js'
import { day } from '../../../src/domain/day.js'
import { loadLanguage } from '../../../src/language/load.js'
import { createUnderstanding } from '../../../src/language/understand.js'
import { readHeldOut } from '../../support/held-out.js'
import { asShown } from '../../support/told-lines.js'

const TODAY = day('2026-11-23')
const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people(readHeldOut()[0]?.book ?? [])

function told(text: string): readonly string[] {
  return (understanding.read(text, people, TODAY, undefined, 'contact.log').slots.contacts ?? []).map(asShown)
}

it.each([
  ['姚阿姨把到期的30万转走20万,剩下10万续存', ['H04 lost #200000', 'H04 closed #100000']],
  ['姚阿姨把到期的30万转走20万剩下10万续存', ['H04 lost #200000', 'H04 closed #100000']],
  ['丁工续了10万,剩下5万取走了', ['H11 closed #100000', 'H11 lost #50000']],
  ['彭姐那笔到期,6万续了,4万转走了', ['H05 closed #60000', 'H05 lost #40000']],
  ['Steve renewed 100k and took out 50k', ['H29 closed #100000', 'H29 lost #50000']],
  ['Wendy withdrew 30k, the other 70k was renewed', ['H25 lost #30000', 'H25 closed #70000']],
  [
    'Steve took 300k out to OCBC yesterday, renewed the other 80k with us',
    ['H29 lost #300000 !competitor', 'H29 closed #80000'],
  ],
  ['任大力100万里60万续了定期,40万买了基金', ['H06 closed #600000', 'H06 closed #400000']],
  ['丁工到期的80万,50万续定期了,30万买了国债', ['H11 closed #500000', 'H11 closed #300000']],
  ['Wendy put 200k in the fund and 100k in FD', ['H25 closed #200000', 'H25 closed #100000']],
  ['彭姐从50万理财里拿20万买了基金', ['H05 closed #200000']],
  ['丁工签了50万理财,还想再买20万保险', ['H11 closed #500000']],
])('a sum that is divided is two outcomes, each with its part: %s', (text, parts) =>
  expect(told(text)).toEqual(parts),
)

it.each([
  ['任大力过来把定期取出来买了我们的国债20万', 'H06 visit closed #200000'],
  ['彭姐不要了去招行买了', 'H05 lost !competitor'],
  ['Mr Teo bought elsewhere', 'H26 lost !competitor'],
])('a sum that is not divided is one: %s', (text, one) => expect(told(text)).toEqual([one]))
