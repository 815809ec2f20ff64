import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../../src/adapters/files/calendar/write-calendar.js'
import { day } from '../../../../src/domain/day.js'

const AT = new Date('2026-11-23T01:02:03.456Z')
const EVENT = {
  uid: 't1-1@daybook',
  sequence: 2,
  isCancelled: false,
  when: { start: new Date('2026-11-24T02:00:00Z'), end: new Date('2026-11-24T03:00:00Z') },
  title: '见面 · 陈总',
} as const

const textOf = (over: Partial<Parameters<typeof writeCalendar>[0]['events'][number]> = {}) =>
  new TextDecoder().decode(writeCalendar({ method: 'PUBLISH', events: [{ ...EVENT, ...over }], at: AT }))

describe('a calendar file', () => {
  it('is what RFC 5545 asks for, line by line', () => {
    expect(textOf().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Daybook//Daybook//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:t1-1@daybook',
      'SEQUENCE:2',
      'DTSTAMP:20261123T010203Z',
      'DTSTART:20261124T020000Z',
      'DTEND:20261124T030000Z',
      'SUMMARY:见面 · 陈总',
      'CLASS:PRIVATE',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('one without a time takes the day, and one called off says so', () => {
    const text = textOf({ when: { allDay: day('2026-12-31') }, isCancelled: true })
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(text).toContain('STATUS:CANCELLED')
  })

  it('what would end a line or a value is written so that it does not', () => {
    expect(textOf({ title: 'a; b, c\\d\ne\r\nBEGIN:VEVENT' })).toContain(
      'SUMMARY:a\\; b\\, c\\\\d\\ne\\nBEGIN:VEVENT\r\n',
    )
  })

  it('no line is longer than 75 octets, and unfolded it is the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (said) => {
        const title = said.replace(/\p{Cc}/gu, '')
        const text = textOf({ title })
        for (const line of text.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}\r\n`)
      }),
      { numRuns: 60 },
    )
  })
})
