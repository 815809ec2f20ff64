import type { Flow, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import { type Day, parseDay } from '../../src/domain/day.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Answer } from '../../src/language/context.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { formatPeriod } from '../../src/messaging/wording/days/format.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { teamWordsFor } from '../../src/messaging/wording/team/team-words.js'
import { chosenClear } from '../chosen-clear.js'
import type { Who } from '../handler.js'
import { confirmation, whenQuestion, whichCustomer } from '../questions/questions.js'

export const TEAM = 'team'

/** Somebody of the branch. */
export interface Person {
  readonly id: string
  readonly name: string
}

/** What a head has done by a manager, or with a book. Plain JSON. */
export interface TeamInput {
  readonly kind: 'assign' | 'hand-over' | 'cover'
  readonly to: Person
  /** Of a cover; of a handing over of a whole book, whose it is. */
  readonly from?: Person
  readonly who: readonly Who[]
  /** In whose book each customer is who may be meant. */
  readonly owners: Readonly<Record<string, Person>>
  /** Of a whole book. */
  readonly count?: number
  /** By when, or the last day. */
  readonly day?: Day
  /** The first day of a cover. */
  readonly first?: Day
  readonly about?: string
}

export interface TeamState extends TeamInput {
  readonly chosen: readonly string[]
  readonly confirmed?: true
  readonly done?: true
}

/** What the act is given. */
export type TeamErrand = Omit<TeamInput, 'who'> & { readonly customerIds: readonly string[] }

/** A task, a handing over, a cover: asks which customer and which day, shows it, and does it after a yes. */
export function teamFlow(calendar: WorkingCalendar): Flow<TeamState, TeamInput> {
  return {
    name: TEAM,
    version: 1,
    begin: (input) => ({ ...input, chosen: chosenClear(input.who) }),
    next(state, view) {
      const { kind, who, chosen, day, to, from, done, confirmed } = state
      if (done === true) return { kind: 'end' }
      const own = teamWordsFor(view.locale)
      const unclear = who[chosen.length]
      if (unclear !== undefined)
        return { kind: 'ask', question: whichCustomer(unclear.said, unclear.candidates) }
      const refused = refusal(state, view)
      if (refused !== undefined) return { kind: 'end', say: refused }
      if (kind !== 'hand-over' && (day === undefined || day < view.today)) {
        const asked =
          kind === 'assign' ? own.assign.when(to.name) : own.cover.until(to.name, from?.name ?? '')
        const text = day === undefined ? asked : own.assign.past
        return {
          kind: 'ask',
          question: whenQuestion({ text, customers: chosen, dayNeeded: true }, view, calendar),
        }
      }
      if (confirmed !== true) return { kind: 'ask', question: confirmation(understood(state, view), chosen) }
      const { who: _who, chosen: customerIds, confirmed: _yes, ...errand } = state
      return { kind: 'run', act: TEAM, input: { ...errand, customerIds } satisfies TeamErrand }
    },
    take,
    ran: (state) => ({ ...state, done: true }),
    left: (_state, { locale }) => teamWordsFor(locale).notDone,
  }
}

function take(state: TeamState, answer: Answer): TeamState | undefined {
  switch (answer.kind) {
    case 'customer':
      return { ...state, chosen: chosenClear(state.who, [...state.chosen, answer.customerId]) }
    case 'when':
      return answer.moment === undefined ? undefined : { ...state, day: answer.moment.day }
    case 'choice': {
      const day = parseDay(answer.id)
      return day === undefined ? undefined : { ...state, day }
    }
    case 'confirm':
      return answer.yes ? { ...state, confirmed: true } : undefined
    case 'none-of-these':
      return undefined
    default:
      return state
  }
}

/** Why it cannot be; undefined where it can. */
function refusal({ kind, chosen, owners, to }: TeamState, view: View): string | undefined {
  const own = teamWordsFor(view.locale)
  for (const id of chosen) {
    const owner = owners[id]
    if (owner === undefined) return own.assign.gone
    if (kind === 'assign' && owner.id !== to.id)
      return own.assign.otherBook(nameIn(view, id), owner.name, to.name)
    if (kind === 'hand-over' && owner.id === to.id)
      return `${nameIn(view, id)}: ${own.handOver.already(to.name)}`
  }
  return undefined
}

/** What would be done, a line each. */
function understood(state: TeamState, view: View): readonly string[] {
  const { kind, chosen, owners, to, from, count = 0, day, first, about } = state
  const { locale, today } = view
  const own = teamWordsFor(locale)
  switch (kind) {
    case 'assign':
      return chosen.map((id) =>
        own.assign.understood(
          to.name,
          nameIn(view, id),
          about ?? own.assign.contact,
          describeDay(day ?? today, locale, today),
        ),
      )
    case 'hand-over': {
      const lines =
        chosen.length > 0
          ? chosen.map((id) => own.handOver.understood(nameIn(view, id), owners[id]?.name ?? '', to.name))
          : [own.handOver.whole(count, from?.name ?? '', to.name)]
      return [...lines, own.handOver.note]
    }
    case 'cover': {
      const days = formatPeriod({ from: first ?? today, to: day ?? today }, locale, today)
      return [own.cover.understood(to.name, from?.name ?? '', days)]
    }
  }
}

function nameIn({ book }: View, id: string): string {
  return shortName(findCustomer(book, id) ?? { name: id })
}
