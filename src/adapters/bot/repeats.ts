import { LRUCache } from 'lru-cache'

/** What of an activity tells a repeat from something said anew. Instants in milliseconds. */
export interface Heard {
  /** The activity's id within its conversation; undefined where the messenger gave none. */
  readonly id?: string
  /** Conversation, speaker and everything that was said or pressed. */
  readonly content: string
  /** When the messenger says it was written. */
  readonly writtenAt?: number
  /** When it reached us. */
  readonly arrivedAt: number
}

/** A turn that was begun, and what answered it. */
export interface FirstTurn<A> {
  readonly heard: Heard
  readonly answer: Promise<A>
  /** Undefined as long as the turn goes on. */
  readonly answeredAt: number | undefined
}

/** Teams sends again what was not answered within 15 seconds. */
const RESENT_WITHIN_MS = 30_000
/** Without the messenger's times the same words so soon after each other count as one. */
const SAME_BREATH_MS = 3_000
const REMEMBERED_MS = 10 * 60_000
const REMEMBERED_TURNS = 20_000

/**
 * Whether the same words under another id are the first message sent again rather than said again. A manager says
 * "yes" twice only after reading what was asked in between; so what was written before our answer to the first is a
 * repeat. Both spans are taken on one clock each, for the messenger's and ours may differ.
 */
export function isSentAgain<A>(first: FirstTurn<A>, again: Heard): boolean {
  if (first.heard.content !== again.content) return false
  const gap = again.arrivedAt - first.heard.arrivedAt
  if (gap > RESENT_WITHIN_MS) return false
  if (first.answeredAt === undefined) return true
  if (first.heard.writtenAt === undefined || again.writtenAt === undefined) return gap <= SAME_BREATH_MS
  const writtenLater = again.writtenAt - first.heard.writtenAt
  return writtenLater === 0 || writtenLater < first.answeredAt - first.heard.arrivedAt
}

export type Once<A> =
  | { readonly answer: A; readonly isRepeat: false }
  | { readonly answer: A | undefined; readonly isRepeat: true }

/** Remembers the turns of the last minutes, so that each is answered once. A turn that failed is forgotten. */
export function turnMemory<A>(now: () => number) {
  const byId = new LRUCache<string, FirstTurn<A>>({ max: REMEMBERED_TURNS })
  const byContent = new LRUCache<string, FirstTurn<A>>({ max: REMEMBERED_TURNS })

  const firstOf = (heard: Heard): FirstTurn<A> | undefined => {
    const same = heard.id === undefined ? undefined : byId.get(heard.id)
    if (same !== undefined && heard.arrivedAt - same.heard.arrivedAt <= REMEMBERED_MS) return same
    const alike = byContent.get(heard.content)
    return alike !== undefined && isSentAgain(alike, heard) ? alike : undefined
  }

  return {
    /**
     * Runs `turn` for what is new; a repeat gets the answer of the first, whenever that is there, or undefined where
     * the first failed. Throws what `turn` throws, to the first only.
     */
    async once(heard: Heard, turn: () => Promise<A>): Promise<Once<A>> {
      const first = firstOf(heard)
      if (first !== undefined) {
        return { answer: await first.answer.catch(() => undefined), isRepeat: true }
      }

      const begun = { heard, answer: turn(), answeredAt: undefined as number | undefined }
      if (heard.id !== undefined) byId.set(heard.id, begun)
      byContent.set(heard.content, begun)
      try {
        const answer = await begun.answer
        begun.answeredAt = now()
        return { answer, isRepeat: false }
      } catch (error) {
        if (heard.id !== undefined) byId.delete(heard.id)
        byContent.delete(heard.content)
        throw error
      }
    },
  }
}

export type TurnMemory<A> = ReturnType<typeof turnMemory<A>>
