import { describe, expect, it } from 'vitest'
import type { Mention, ReportedContact } from '../../../src/language/slots.js'
import { aboutOne } from '../../../src/language/thread/about-one.js'
import { heardOf } from '../a-thread.js'

const aMention = (start: number, ...customers: readonly string[]): Mention => ({
  text: '陈总',
  start,
  end: start + 2,
  customers,
})
const aContact = (...customers: readonly string[]): ReportedContact => ({
  customers,
  reached: false,
  outcome: 'no-answer',
})

describe('a name that fits several, once one of them is chosen', () => {
  const reading = {
    ...heardOf('陈总和李总没接').plain,
    mentions: [aMention(0, 'C1', 'C9'), aMention(3, 'C3')],
    slots: { customers: ['C1', 'C3', 'C9'], contacts: [aContact('C1', 'C9'), aContact('C3')] },
  }
  const one = aboutOne(reading, 0, 2, 'C9')

  it('means that one, and no namesake', () => {
    expect(one.mentions?.map(({ customers }) => customers)).toEqual([['C9'], ['C3']])
    expect(one.slots.customers).toEqual(['C3', 'C9'])
    expect(one.slots.contacts?.map(({ customers }) => customers)).toEqual([['C9'], ['C3']])
  })

  it('leaves the other name as it was', () => {
    const other = aboutOne(reading, 3, 5, 'C5')
    expect(other.mentions?.map(({ customers }) => customers)).toEqual([['C1', 'C9'], ['C5']])
    expect(other.slots.contacts?.map(({ customers }) => customers)).toEqual([['C1', 'C9'], ['C5']])
  })

  it('is presumed: it is shown before anything is written', () => expect(one.presumes).toBe(true))

  it('asks what it asked', () => {
    expect(one.intent).toBe(reading.intent)
    expect(one.confidence).toBe(reading.confidence)
  })
})

it('has no contacts where it told none', () => {
  const { slots } = aboutOne(heardOf('看看陈总').plain, 2, 4, 'C2')
  expect(slots.customers).toEqual(['C2'])
  expect(slots.contacts).toBeUndefined()
})
