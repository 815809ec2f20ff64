import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/compose/places.js'
import { CHANNELS, type Channel, type Outcome } from '../../src/domain/customer/contact.js'
import type { ReportedContact } from '../../src/language/slots.js'

/** A line of `test/language/material/reports`: a message, and what it must be read as. */
export interface ToldLine {
  readonly text: string
  readonly says: string
}

/** `text => says`, one a line; `#` begins a comment. */
export function toldLines(file: string): readonly ToldLine[] {
  const path = join(projectRoot(), 'test', 'language', 'material', 'reports', file)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', says = ''] = line.split(' => ')
      return { text, says }
    })
}

type Shown = Omit<ReportedContact, 'mention' | 'sure' | 'reached'>

/** `H01 call appointment @2026-11-24T10:00 #500000 !yield ^2026-11-25`: who, channel, outcome, when, amount, objection, promise. */
export function asShown(contact: Shown): string {
  const { customers, channel, outcome, when, amount, objection, promise } = contact
  return [
    customers.join('/') || '?',
    channel,
    outcome,
    when && `@${when.day}${when.time === undefined ? '' : `T${when.time}`}`,
    amount && `#${amount.min ?? ''}${amount.min === amount.max ? '' : `..${amount.max ?? ''}`}`,
    objection && `!${objection}`,
    promise && `^${promise.due ?? ''}`,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}

/** Every way of reading an expectation that leaves the outcome open (`declined/considering`). */
export function waysOf(says: string): readonly string[] {
  return says.split(' ; ').reduce<readonly string[]>(
    (ways, entry) => {
      const at = entry.split(' ').findIndex((word, index) => index > 0 && word.includes('/'))
      const words = entry.split(' ')
      const each = at < 0 ? [entry] : (words[at] ?? '').split('/').map((one) => words.with(at, one).join(' '))
      return ways.flatMap((way) => each.map((one) => (way === '' ? one : `${way} ; ${one}`)))
    },
    [''],
  )
}

export function outcomeOfShown(entry: string): Outcome {
  const channels: ReadonlySet<string> = new Set<Channel>(CHANNELS)
  const [, ...words] = entry.split(' ')
  return words.find((word) => !channels.has(word) && /^[a-z]/.test(word)) as Outcome // written by hand in the material
}
