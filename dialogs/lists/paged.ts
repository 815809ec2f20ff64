import type { Reading } from '../../src/language/reading.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Session } from '../session.js'

type Page = NonNullable<NonNullable<Reading['asked']>['page']>

export interface Paged {
  readonly session: Session
  /** Up to which row the list was shown. */
  upTo(): number | undefined
}

/** A session in which a list is answered with the rows that were not shown yet, and nothing else. */
export function pagedSession(session: Session, { from, count }: Page): Paged {
  let upTo = from
  return {
    session: {
      ...session,
      get locale() {
        return session.locale
      },
      reply(reply) {
        const { more } = reply
        const begin = from ?? more?.shown ?? 0
        if (more === undefined || begin >= more.all)
          return session.reply({ text: wordingFor(session.locale).noMore })
        upTo = Math.min(more.all, begin + (count ?? more.shown))
        return session.reply(more.rest(begin, count))
      },
    },
    upTo: () => upTo,
  }
}

/** The question as it goes on from the next row; one that is put anew begins at the first. */
export function pagedTo(reading: Reading, upTo: number | undefined): Reading {
  if (reading.asked?.page === undefined) return reading
  const { page: _, ...asked } = reading.asked
  return { ...reading, asked: upTo === undefined ? asked : { ...asked, page: { from: upTo } } }
}
