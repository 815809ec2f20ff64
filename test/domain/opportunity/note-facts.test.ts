import { expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { noteFacts } from '../../../src/domain/opportunity/note-facts.js'
import { anOpportunity } from './opportunities.js'

const TODAY = day('2026-11-23')
const LATER = day('2026-11-24')

it('a product shown twice stands once, with the later interest', () => {
  const first = noteFacts(anOpportunity(), { shown: { productName: '稳盈115天', interest: 2 } }, TODAY)
  const second = noteFacts(first, { shown: { productName: '稳盈115天', interest: 4 } }, LATER)
  expect(second.shown).toEqual([{ productName: '稳盈115天', interest: 4, on: LATER }])
})

it('an answer belongs to the objection that is still open', () => {
  const raised = noteFacts(anOpportunity(), { objections: [{ kind: 'yield' }] }, TODAY)
  const answered = noteFacts(
    raised,
    { objections: [{ kind: 'yield', answeredWith: 'obj-yield-1', reaction: 'resolved' }] },
    LATER,
  )
  expect(answered.objections).toEqual([
    { kind: 'yield', on: TODAY, answeredWith: 'obj-yield-1', reaction: 'resolved' },
  ])
  const again = noteFacts(answered, { objections: [{ kind: 'yield' }] }, LATER)
  expect(again.objections).toHaveLength(2)
})

it('a meeting takes the place of a next day; the first day of being reached stays', () => {
  const waiting = noteFacts(anOpportunity(), { reached: true, nextOn: day('2026-11-30') }, TODAY)
  const agreed = noteFacts(waiting, { reached: true, appointment: { day: day('2026-11-25') } }, LATER)
  expect(agreed.nextOn).toBeUndefined()
  expect(agreed).toMatchObject({ reachedOn: TODAY, appointment: { day: '2026-11-25' }, progressOn: LATER })
})

it('one answer of MAN leaves the others as they were', () => {
  const one = noteFacts(anOpportunity(), { man: { money: 'yes' } }, TODAY)
  expect(noteFacts(one, { man: { authority: 'ask' } }, LATER).man).toEqual({
    money: 'yes',
    authority: 'ask',
    need: 'unknown',
  })
})
