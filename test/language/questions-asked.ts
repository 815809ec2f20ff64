import { day } from '../../src/domain/day.js'
import type { OpenQuestion } from '../../src/language/context.js'

/** One open question of each kind; by the customers of the same book, as all tests of a thread. */
export const ASKED = {
  'which of two': { kind: 'customer', said: '陈', candidates: ['C1', 'C2'] },
  'which teacher': { kind: 'customer', said: 'the teacher', candidates: ['C4', 'C5'] },
  'was it he': { kind: 'customer', said: '李综', candidates: ['C3'], guessed: true },
  'is it right': { kind: 'confirm', customers: ['C1'] },
  'remind of him': { kind: 'offer', customers: ['C1'], when: { day: day('2026-11-24'), time: '15:00' } },
  'remind of her': { kind: 'offer', customers: ['C4'], when: { day: day('2026-11-24') } },
  'when to call him': { kind: 'when', customers: ['C1'], choices: ['2026-11-24', '2026-11-30', 'open'] },
  'when to meet her': { kind: 'when', customers: ['C4'], choices: [], dayNeeded: true },
  'how it went': { kind: 'outcome', customerId: 'C1', choices: ['no-answer', 'considering', 'declined'] },
  'how it went with her': {
    kind: 'outcome',
    customerId: 'C4',
    choices: ['no-answer', 'considering', 'declined'],
  },
  'till when': {
    kind: 'put-off',
    customers: ['C1'],
    choices: [
      { id: 'next-week', put: { kind: 'snooze', until: day('2026-11-30') } },
      { id: 'skip', put: { kind: 'skip', reason: '没空' } },
    ],
  },
  'till when for her': {
    kind: 'put-off',
    customers: ['C4'],
    choices: [
      { id: 'next-week', put: { kind: 'snooze', until: day('2026-11-30') } },
      { id: 'skip', put: { kind: 'skip', reason: 'busy' } },
    ],
  },
  'which meeting': {
    kind: 'meeting',
    meetings: [
      { customerId: 'C1', agreementId: 'a1', on: day('2026-11-24'), time: '15:00' },
      { customerId: 'C4', agreementId: 'a2', on: day('2026-11-25'), time: '10:00' },
    ],
  },
  'which sale': {
    kind: 'opportunity',
    customerId: 'C1',
    choices: [
      { id: 'o1', names: ['稳盈115天'] },
      { id: 'o2', names: ['锐进成长', 'Bold Growth'] },
    ],
  },
  'why it was lost': { kind: 'lost', customerId: 'C1' },
  'why hers was lost': { kind: 'lost', customerId: 'C4' },
  'his phone': { kind: 'fact', customerId: 'C1', field: 'phone' },
  'his birthday': { kind: 'fact', customerId: 'C1', field: 'birthday' },
  'his work': { kind: 'fact', customerId: 'C1', field: 'occupation' },
  'her work': { kind: 'fact', customerId: 'C4', field: 'occupation' },
  'when the brief comes': { kind: 'setting', setting: 'brief-time' },
  'which language': { kind: 'setting', setting: 'locale' },
  'how many a day': { kind: 'setting', setting: 'capacity' },
  'what he needs': { kind: 'step', customerId: 'C1', step: 2 },
  'how the approach went': { kind: 'step', customerId: 'C1', step: 3 },
  'how she saw the value': { kind: 'step', customerId: 'C4', step: 5 },
  'a practised call': { kind: 'line' },
  'which entry': { kind: 'entry', entries: [0, 1] },
} as const satisfies Readonly<Record<string, OpenQuestion>>

export type AskedName = keyof typeof ASKED
export const ASKED_NAMES = Object.keys(ASKED) as readonly AskedName[] // the keys of a closed table
