import type { Day } from '../src/domain/day.js'
import type { Policy } from '../src/domain/policy.js'
import type { Intent, Reading } from '../src/language/reading.js'
import { canTurn, type Frame } from '../src/language/thread/follow-up.js'
import type { Shown } from '../src/messaging/reply.js'
import type { Told } from './ask-outcome.js'
import type { Session } from './session.js'

/** Changed whenever what is kept below changes its meaning: what was kept under another version is forgotten. */
const VERSION = 1

/** Something of the talk, and when it was said. */
interface Kept<T> extends When {
  readonly value: T
}

/** When something was said or asked. */
export interface When {
  /** ISO 8601 instant. */
  readonly at: string
  readonly day: Day
  readonly turn: number
}

/** What a conversation is about just now: what the next message may leave out. */
export interface Thread {
  readonly version: number
  readonly managerId: string
  /** Turns since the conversation began to be followed. */
  turn: number
  /** The last question, as it was understood. */
  question?: Kept<Frame>
  /** The last list of several. */
  list?: Kept<Shown>
  /** The one customer last shown or written about. */
  customer?: Kept<string>
  /** What was last written about customers by words. */
  written?: Kept<Written>
  /** The last words that were not understood, and the readings that were offered. */
  unclear?: Kept<UnclearWords>
  /** What of a message is still to be done when the question that is open has been answered. */
  rest?: Kept<readonly Rest[]>
}

export type Written =
  | {
      readonly kind: 'log'
      readonly changeId: string
      readonly entries: readonly { readonly customerId: string; readonly told: Told }[]
      /** Empty where it was told by buttons. */
      readonly text: string
    }
  | {
      readonly kind: 'change'
      readonly changeId: string
      /** As `ChangeCustomers` knows it. */
      readonly change: string
      readonly customerIds: readonly string[]
      readonly reading: Reading
    }

export interface UnclearWords {
  readonly id: string
  readonly text: string
  readonly intents: readonly Intent[]
}

/** One wish of a message, under the id its change will have. */
export interface Rest {
  readonly text: string
  readonly turnId: string
}

type Part = 'question' | 'list' | 'customer' | 'written' | 'unclear' | 'rest'
type ValueOf<P extends Part> = NonNullable<Thread[P]>['value']

/** The thread of one conversation: forgotten after some turns and minutes, overnight, and where another manager speaks. */
export interface Threads {
  /** Counts a turn; once for each message or press. */
  turn(session: Session): void
  recall<P extends Part>(part: P, session: Session): ValueOf<P> | undefined
  asked(reading: Reading, session: Session): void
  shown(shows: Shown, session: Session): void
  written(written: Written, session: Session): void
  unclear(words: UnclearWords, session: Session): void
  /** @param rest empty: nothing is left to do */
  leave(rest: readonly Rest[], session: Session): void
  /** Whether something was written since the last question was answered. */
  wroteLast(session: Session): boolean
  /** Whether something is of today and of the last turns and minutes. */
  isFresh(when: When, session: Session): boolean
  /** Whether a part is of the turn before this one. */
  wasJustNow(part: Part, session: Session): boolean
}

export function createThreads({ thread: { minutes, turns } }: Pick<Policy, 'thread'>): Threads {
  function of({ memory, manager }: Session): Thread {
    const { thread } = memory
    if (thread?.version === VERSION && thread.managerId === manager.id) return thread
    memory.thread = { version: VERSION, managerId: manager.id, turn: 0 }
    return memory.thread
  }

  function kept<T>(value: T, session: Session): Kept<T> {
    return { value, ...whenOf(session) }
  }

  function isFresh({ at, day, turn }: When, session: Session): boolean {
    const age = new Date(session.at).getTime() - new Date(at).getTime()
    return day === session.today && age <= minutes * 60_000 && of(session).turn - turn <= turns
  }

  return {
    isFresh,

    turn(session) {
      of(session).turn += 1
    },

    recall<P extends Part>(part: P, session: Session) {
      const known = of(session)[part]
      if (known === undefined || !isFresh(known, session)) return undefined
      return known.value as ValueOf<P> // each part holds its own kind of value
    },

    asked({ intent, text, slots, mentions }, session) {
      if (!canTurn(intent)) return
      of(session).question = kept(
        { intent, text, slots, ...(mentions === undefined ? {} : { mentions }) },
        session,
      )
    },

    written(written, session) {
      of(session).written = kept(written, session)
    },

    unclear(words, session) {
      of(session).unclear = kept(words, session)
    },

    leave(rest, session) {
      const thread = of(session)
      if (rest.length > 0) thread.rest = kept(rest, session)
      else delete thread.rest
    },

    wroteLast(session) {
      const { written, question } = of(session)
      return written !== undefined && written.turn >= (question?.turn ?? 0)
    },

    wasJustNow(part, session) {
      const thread = of(session)
      return thread[part] !== undefined && thread.turn - thread[part].turn === 1
    },

    shown(shows, session) {
      const thread = of(session)
      const [first, ...others] = new Set(shows.ids)
      if (first === undefined) return
      // Going through a list keeps it.
      if (others.length > 0 || thread.list?.value.ids.includes(first) !== true)
        thread.list = kept(shows, session)
      if (others.length > 0)
        delete thread.customer // "his" after a list would be a guess
      else if (shows.of === 'customers') thread.customer = kept(first, session)
    },
  }
}

export function whenOf({ at, today, memory }: Session): When {
  return { at, day: today, turn: memory.thread?.turn ?? 0 }
}
