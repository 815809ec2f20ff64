import { addDays, type Day } from '../../../domain/day.js'
import type { CalendarEvent } from '../../../domain/meeting/calendar-event.js'

/** `PUBLISH` shows what there is; `CANCEL` takes one event out of a calendar. */
export type CalendarMethod = 'PUBLISH' | 'CANCEL'

export interface CalendarFile {
  readonly method: CalendarMethod
  readonly events: readonly (Pick<CalendarEvent, 'uid' | 'sequence' | 'isCancelled' | 'when'> & {
    /** All that the file says of the customer. */
    readonly title: string
  })[]
  /** When it was made. */
  readonly at: Date
}

/** An iCalendar file (RFC 5545): UTF-8, CRLF, lines of at most 75 octets. Times are in UTC, so no zone has to be told. */
export function writeCalendar({ method, events, at }: CalendarFile): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daybook//Daybook//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...events.flatMap(({ uid, sequence, isCancelled, when, title }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${utc(at)}`,
      ...('allDay' in when
        ? [`DTSTART;VALUE=DATE:${date(when.allDay)}`, `DTEND;VALUE=DATE:${date(addDays(when.allDay, 1))}`]
        : [`DTSTART:${utc(when.start)}`, `DTEND:${utc(when.end)}`]),
      `SUMMARY:${escaped(title)}`,
      'CLASS:PRIVATE',
      `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''))
}

const MOST_OCTETS = 75

/** A line in pieces, each but the first behind a blank that counts; never cut within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > MOST_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function date(day: Day): string {
  return day.replaceAll('-', '')
}
