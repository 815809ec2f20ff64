import type { PracticeTopic } from '../../src/domain/playbook/practice.js'
import { draftReply } from '../../src/messaging/cards/meetings/draft-card.js'
import { practiceReviewReply, whichPracticeReply } from '../../src/messaging/cards/sales/practice-card.js'
import { bracketedValues } from '../../src/messaging/wording/days/bracketed.js'
import { practiceWordsFor } from '../../src/messaging/wording/sales/practice-words.js'
import type { Deps } from '../deps.js'
import { type Acts, gone, type Handlers, NOTHING, type PressHandlers } from '../handler.js'
import { parseTopic } from '../scripts/handle.js'
import type { Session } from '../session.js'
import { callOf, PRACTICE, type PracticeInput, type PracticeState } from './flow.js'

/** To practise a call, and to have a text read before it is said or sent. */
export function practiceHandlers({ claims, journal }: Pick<Deps, 'claims' | 'journal'>): Handlers {
  return {
    async 'practice.start'({ session, reading }) {
      const { request } = reading.asked ?? {}
      const topic = request?.kind === 'practice' ? request.topic : undefined
      if (topic === undefined) {
        await session.reply(whichPracticeReply(session.locale))
        return undefined
      }
      const input: PracticeInput = { topic, round: 0, locale: session.locale }
      return { flow: PRACTICE, input }
    },

    async 'draft.check'({ session, reading }) {
      const { request } = reading.asked ?? {}
      const { locale, at, manager } = session
      const draft = request?.kind === 'check' ? request.draft : ''
      if (draft === '') {
        await session.reply({ text: practiceWordsFor(locale).draft.paste })
        return undefined
      }
      const { findings } = claims()(draft, locale)
      const detail = findings.map(({ rule }) => rule).join(' ')
      await journal.append({ at, managerId: manager.id, act: 'claim.check', detail })
      await session.reply(draftReply(draft, findings, locale))
      return undefined
    },
  }
}

export const practiceButtons: PressHandlers = {
  'practice.start': async ({ data }, session) => {
    const topic = parseTopic(data['topic'])
    if (topic?.kind !== 'objection' && topic?.kind !== 'first-call') return gone(session)
    // `parseTopic` gives a situation of its kind.
    const input: PracticeInput = {
      topic: topic as PracticeTopic,
      round: Number(data['round']) || 0,
      locale: session.locale,
    }
    return { flow: PRACTICE, input }
  },

  'practice.which': async (_press, session) => {
    await session.reply(whichPracticeReply(session.locale))
    return NOTHING
  },
}

/** Scores the call by the review sheet. */
export function practiceActs(words: Pick<Deps, 'playbooks' | 'claims'>): Acts {
  return {
    [PRACTICE]: async (
      { input, lines, notes }: Pick<PracticeState, 'input' | 'lines' | 'notes'>,
      session: Session,
    ) => {
      const { round, locale } = input
      const { call, scene } = callOf(input, words)
      if (notes.length > 0) await session.reply({ text: notes.join('\n') })
      if (lines.every(({ who }) => who === 'customer')) {
        await session.reply({ text: practiceWordsFor(locale).nothingSaid })
        return
      }
      const example = call.example(bracketedValues(locale), session.today)?.text
      const review = call.review(lines)
      await session.reply(
        practiceReviewReply({ scene, review, ...(example === undefined ? {} : { example }), round, locale }),
      )
    },
  }
}
