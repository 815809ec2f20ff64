import { CHANNELS, type Contact, type Outcome } from '../domain/customer/contact.js'
import { addDays, addMonths, type Day } from '../domain/day.js'
import type { Interval } from '../domain/policy.js'
import type { Chance } from './chance.js'
import { languageOf, type Scene, workingDaysAgo } from './scene.js'

const TALKS = [
  'info',
  'info',
  'info',
  'considering',
  'interested',
  'callback',
  'declined',
  'appointment',
  'closed',
] as const
const DAYS_BACK = 240

/** When the next regular contact of a customer falls: most later, a few today, a few already overdue. */
export function drawDueDay(scene: Scene, chance: Chance, every: Interval): Day {
  const draw = chance.int(1, 100)
  if (draw <= 5) return scene.stage
  if (draw <= 16) return workingDaysAgo(scene, Math.ceil(chance.int(1, 12) * (draw / 16)))
  const days = 'days' in every ? every.days : every.months * 30
  return addDays(scene.stage, chance.int(1, Math.max(1, days - 2)))
}

/** The day of a contact after which the next is due on `due`. */
export function contactBefore(due: Day, every: Interval): Day {
  return 'days' in every ? addDays(due, -every.days) : addMonths(due, -every.months)
}

/** Contacts of about the given rhythm, the last effective one on `last`; with missed calls in between. */
export function drawHistory(scene: Scene, chance: Chance, last: Day, rhythmDays: number): readonly Contact[] {
  const found: Contact[] = []
  const earliest = addDays(scene.today, -DAYS_BACK)
  let at = last
  while (at >= earliest) {
    found.push(spokenOn(scene, chance, at))
    const missed = addDays(at, -chance.int(1, 3))
    if (chance.is(0.25)) found.push(missedOn(scene, chance, missed))
    at = scene.calendar.sameOrPrevious(
      addDays(at, -Math.max(4, Math.round((rhythmDays * chance.int(70, 150)) / 100))),
    )
  }
  return found.reverse()
}

export function spokenOn(scene: Scene, chance: Chance, on: Day): Contact {
  const channel = chance.weighted(CHANNELS, (_, i) => [62, 12, 20, 5, 1][i]!)
  return contactOn(scene, chance, on, channel, true, chance.pick(TALKS))
}

export function missedOn(scene: Scene, chance: Chance, on: Day): Contact {
  return contactOn(scene, chance, on, 'call', false, chance.is(0.04) ? 'wrong-number' : 'no-answer')
}

function contactOn(
  scene: Scene,
  chance: Chance,
  on: Day,
  channel: Contact['channel'] & string,
  reached: boolean,
  outcome: Outcome,
): Contact {
  const note = chance.is(0.7) ? chance.pick(scene.words.talks[outcome]?.[languageOf(scene)] ?? ['']) : ''
  const facts = { id: '', on, managerId: scene.managerId, channel, reached, outcome }
  return note === '' ? facts : { ...facts, note }
}

/** Gives every contact its id, in the order of the days. */
export function numbered(customerId: string, contacts: readonly Contact[]): readonly Contact[] {
  const inOrder = contacts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return inOrder.map((contact, index) => ({
    ...contact,
    id: `K${customerId}-${String(index + 1).padStart(3, '0')}`,
  }))
}
