import { rankLines } from '../../src/domain/playbook/choose-line.js'
import { OCCUPATIONS, type OccupationId, occupationOf } from '../../src/domain/playbook/occupation.js'
import { isSituation, LINE_KINDS, SOLD_KINDS } from '../../src/domain/playbook/situations.js'
import type { SeedAsked } from '../../src/language/particulars/seed-asked.js'
import type { Topic } from '../../src/language/topics.js'
import { scriptReply, topicReply, whichScriptReply } from '../../src/messaging/cards/sales/script-card.js'
import { occupationReply } from '../../src/messaging/cards/sales/seed-cards.js'
import { bracketedValues } from '../../src/messaging/wording/days/bracketed.js'
import { lineValues } from '../../src/messaging/wording/sales/line-values.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { shownLines, showScript, spokenLines } from '../../src/usecases/sales/show-script.js'
import { type About, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import { gone, type Handlers, NOTHING, type PressHandlers, saidNames, sayNobody } from '../handler.js'
import type { Session } from '../session.js'
import type { Objections } from './objections.js'
import { proposeLines, rememberSaid, saidBefore } from './said-lines.js'

/** Lines of a situation shown at once. */
const LINES_SHOWN = 3

/** Lines that fit anything come before those made for one kind of product. */
const ANY_KIND = [undefined, ...SOLD_KINDS] as const

/** Words to say: for a customer by name, for a situation without one. */
export function scriptHandlers(deps: Pick<Deps, 'playbooks'>, scripts: Scripts, seeds: Seeds): Handlers {
  return {
    async 'script.show'(request) {
      const { session, reading } = request
      const { customers = [], productKinds } = reading.slots
      const kind = productKinds?.find((one) => isSituation('benefit', one))
      const topic =
        reading.asked?.topic ??
        (kind !== undefined && isSituation('benefit', kind)
          ? { kind: 'benefit', situation: kind }
          : undefined)
      const seed = reading.asked?.seed
      if (customers.length > 0 && seed === 'after-sales') return forCustomer('after-sales', reading)
      if (customers.length > 0) {
        const about: About = topic === undefined ? {} : { topic: topicId(topic) }
        return forCustomer('script', reading, about)
      }
      if (saidNames(reading) !== '') return sayNobody(request)
      const occupation = occupationOf(deps.playbooks()[session.locale].occupations, reading.text)
      const guide = deps.playbooks()[session.locale].occupations.find(({ id }) => id === occupation)
      if (seed !== undefined && (await seeds.answer(seed, session))) return undefined
      if (topic === undefined && guide !== undefined)
        await session.reply(occupationReply(guide, session.locale))
      else if (topic === undefined) await session.reply(whichScriptReply(session.locale))
      else await scripts.forTopic(topic, session, occupation)
      return undefined
    },
  }
}

export function scriptButtons(scripts: Scripts, objections: Objections): PressHandlers {
  return {
    'script.show': async ({ data }, session) => {
      const topic = parseTopic(data['topic'])
      const about = topic === undefined ? {} : { topic: topicId(topic) }
      await scripts.forCustomer(String(data['customerId']), about, session)
      return NOTHING
    },

    'objection.show': async ({ data }, session) => {
      const { customerId, ...about } = data
      const texts = Object.fromEntries(Object.entries(about).map(([name, value]) => [name, String(value)]))
      await objections.answer(customerId === undefined ? undefined : String(customerId), texts, session)
      return NOTHING
    },

    'script.topic': async ({ data }, session) => {
      const topic = parseTopic(data['topic'])
      if (topic === undefined) return gone(session)
      await scripts.forTopic(
        topic,
        session,
        OCCUPATIONS.find((one) => one === data['occupation']),
      )
      return NOTHING
    },
  }
}

/** What of the playbook is answered without a customer. */
export interface Seeds {
  answer(seed: SeedAsked, session: Session): Promise<boolean>
}

export interface Scripts {
  /** What to say to one customer; `about.topic` (`kind/situation`) narrows it. */
  forCustomer(customerId: string, about: About, session: Session): Promise<void>
  /** Lines of one situation with words in brackets for what is the customer's own. */
  forTopic(topic: Topic, session: Session, occupation?: OccupationId): Promise<void>
}

export function createScripts(
  deps: Pick<
    Deps,
    'books' | 'journal' | 'policy' | 'calendar' | 'playbooks' | 'sources' | 'desks' | 'managers' | 'products'
  >,
): Scripts {
  const script = showScript(deps)
  return {
    async forCustomer(customerId, about, session) {
      const { manager, locale, today, now, at } = session
      const topic = parseTopic(about['topic'])
      const shown = await script({
        manager,
        customerId,
        playbook: deps.playbooks()[locale],
        today,
        now,
        lastUsed: saidBefore(customerId, session),
        word: (facts) => lineValues(facts, locale, today),
        ...(topic === undefined ? {} : { topic }),
      })
      if (shown === undefined) {
        await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
        return
      }
      const ids = shownLines(shown)
      await deps.journal.append({
        at,
        managerId: manager.id,
        act: 'script.show',
        customerIds: [customerId],
        detail: ids.join(' '),
      })
      rememberSaid(customerId, ids, session)
      proposeLines(customerId, spokenLines(shown), session)
      const narrowed = topic === undefined ? {} : { topic: topicId(topic) }
      await session.reply(scriptReply({ script: shown, locale, today, ...narrowed }))
    },

    async forTopic(topic, session, occupation) {
      const { locale, today, manager, at } = session
      const playbook = deps.playbooks()[locale]
      const key = topicId(topic)
      const guide = playbook.occupations.find(({ id }) => id === occupation)
      const before = saidBefore(key, session)
      const kinds = topic.kind === 'benefit' ? SOLD_KINDS.filter((one) => one === topic.situation) : ANY_KIND
      const ranked = kinds.flatMap((productKind) =>
        rankLines(playbook, {
          ...topic,
          customer: { id: '', permission: 'any', ...(occupation === undefined ? {} : { occupation }) },
          ...(productKind === undefined ? {} : { productKind }),
          values: bracketedValues(locale),
          lastUsed: before,
          day: today,
        }),
      )
      const fresh = ranked.toSorted((a, b) => before.indexOf(a.line.id) - before.indexOf(b.line.id))
      const lines = [...new Map(fresh.map((one) => [one.line.id, one])).values()].slice(0, LINES_SHOWN)
      const ids = lines.map(({ line }) => line.id)
      await deps.journal.append({ at, managerId: manager.id, act: 'script.show', detail: ids.join(' ') })
      rememberSaid(key, ids, session)
      await session.reply(topicReply(topic, lines, locale, guide))
    },
  }
}

export function topicId({ kind, situation }: Topic): string {
  return `${kind}/${situation}`
}

/** Undefined for what is no situation of the playbook: it comes from a button, and so from outside. */
export function parseTopic(id: unknown): Topic | undefined {
  const [kind, situation = ''] = String(id).split('/')
  const known = LINE_KINDS.find((one) => one === kind)
  return known !== undefined && isSituation(known, situation) ? { kind: known, situation } : undefined
}
