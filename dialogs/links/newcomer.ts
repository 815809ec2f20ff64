import type { AnyFlow, View } from '../../src/conversation/flow.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { type NewcomerTold, namesakesOf } from '../../src/domain/customer/links/newcomer.js'
import type { Reading } from '../../src/language/reading.js'
import {
  mergedReply,
  newcomerFormReply,
  newcomerReply,
  sameCustomerReply,
} from '../../src/messaging/cards/customers/newcomer-card.js'
import { nameOf, shortName } from '../../src/messaging/cards/parts/names.js'
import { linkWordsFor } from '../../src/messaging/wording/customers/link-words.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { addCustomer } from '../../src/usecases/customers/add-customer.js'
import { type LinkCustomersDeps, linkCustomers } from '../../src/usecases/customers/link-customers.js'
import { mergeNewcomers } from '../../src/usecases/customers/merge-newcomer.js'
import type { BriefCards } from '../brief/brief-cards.js'
import {
  type ChangeInput,
  type ChangeRequest,
  type CustomerChange,
  changeFlow,
  namesOf,
} from '../changes/flow.js'
import type { Deps } from '../deps.js'
import { type Acts, gone, type Handlers, NOTHING, type PressHandlers, whoIsMeant } from '../handler.js'
import type { Session } from '../session.js'

export const NEWCOMER = 'newcomer'

type NewcomerDeps = LinkCustomersDeps & Pick<Deps, 'books'>

/** Customers whom a manager adds until the bank's file brings them (Handbook §8.4). */
export function newcomerHandlers(deps: Pick<Deps, 'books'>): Handlers {
  return {
    async 'customer.add'({ session, reading, unsure }) {
      const { manager, locale } = session
      const newcomer = reading.asked?.newcomer
      if (manager.role === 'head') {
        await session.reply({ text: linkWordsFor(locale).newByManagers })
        return undefined
      }
      if (newcomer === undefined) {
        await session.reply(newcomerFormReply(locale))
        return undefined
      }
      const who = whoIsMeant(reading).filter(({ said }) => !newcomer.name.includes(said))
      const { customers } = await deps.books.read(manager.id)
      const isKnown = namesakesOf(newcomer, customers).length > 0
      const input: ChangeInput = { who: who.slice(0, 1), reading, unsure: unsure || isKnown }
      return { flow: NEWCOMER, input }
    },
  }
}

const newcomerChange: CustomerChange = {
  question: () => undefined,
  understood({ reading, customerIds }, view) {
    const newcomer = reading.asked?.newcomer
    if (newcomer === undefined) return []
    const words = linkWordsFor(view.locale)
    const [introducer] = namesOf(customerIds, view)
    const lead =
      introducer === undefined
        ? words.newUnderstoodAlone(newcomer.name)
        : words.newUnderstood(introducer, newcomer.name)
    return [lead, ...twinLine(newcomer, view)]
  },
}

function twinLine(
  newcomer: NewcomerTold,
  { book, locale }: Pick<View, 'book' | 'locale'>,
): readonly string[] {
  const namesakes = namesakesOf(newcomer, book.customers)
  if (namesakes.length === 0) return []
  const words = wordingFor(locale)
  return [linkWordsFor(locale).newTwin(newcomer.name, words.and(namesakes.slice(0, 3).map(nameOf)))]
}

export const newcomerFlows: readonly AnyFlow[] = [changeFlow(NEWCOMER, newcomerChange)]

export function newcomerActs(deps: NewcomerDeps, briefs: BriefCards): Acts {
  const add = adding(deps, briefs)
  return {
    [NEWCOMER]: async ({ customerIds, reading }: ChangeRequest, session: Session, changeId: string) => {
      const newcomer = reading.asked?.newcomer
      if (newcomer !== undefined) await add(newcomer, customerIds[0], [], session, changeId)
    },
  }
}

/** The form filled in, and the answer whether somebody whom a file has brought is the one who was added. */
export function newcomerButtons(deps: NewcomerDeps, briefs: BriefCards): PressHandlers {
  const add = adding(deps, briefs)
  const merging = mergeNewcomers(deps)
  return {
    'newcomer.add': async ({ data }, session) => {
      const { manager, locale } = session
      const words = linkWordsFor(locale)
      const name = textOf(data['name'], 100)
      if (manager.role === 'head') return { kind: 'line', text: words.newByManagers }
      if (name === '') return { kind: 'line', text: words.newWithoutWho }
      const phone = textOf(data['phone'], 30).replaceAll(/\D/g, '')
      const said = textOf(data['introducer'], 100)
      const { customers } = await deps.books.read(manager.id)
      const [introducer, ...others] =
        said === '' ? [] : customers.filter((one) => one.name === said || one.nickname === said)
      const isClear = introducer !== undefined && others.length === 0
      const told = { name, ...(phone === '' ? {} : { phone }) }
      const namesakes = namesakesOf(told, customers)
      if (namesakes.length > 0) {
        // Who has the name already is asked about, as in a message.
        const reading: Reading = { ...TOLD_BY_FORM, asked: { newcomer: told } }
        const who = isClear ? [{ said, candidates: [introducer.id] }] : []
        return { flow: NEWCOMER, input: { who, reading, unsure: true } satisfies ChangeInput }
      }
      const missing = said === '' || isClear ? [] : [words.newForm.noIntroducer(said)]
      await add(told, isClear ? introducer.id : undefined, missing, session, session.turnId)
      return NOTHING
    },

    'newcomer.same': async ({ data }, session) => {
      const { manager, locale, at } = session
      const { sameAsNew } = linkWordsFor(locale)
      const isSame = data['answer'] === 'yes'
      const found = await merging.answer(manager.id, {
        newcomerId: String(data['newcomerId']),
        fromFileId: String(data['fromFileId']),
        isSame,
        changeId: session.turnId,
        at,
      })
      if (found === undefined) return gone(session)
      await session.reply(isSame ? mergedReply(found, session.turnId, locale) : { text: sameAsNew.kept })
      await briefs.refresh(session)
      return NOTHING
    },
  }
}

/** Puts the question whether somebody whom a file has brought is the one who was added, where there is one. */
export function askWhetherSame(deps: Pick<NewcomerDeps, 'books' | 'journal'>) {
  const merging = mergeNewcomers(deps)
  return async (session: Session): Promise<void> => {
    if (session.manager.role === 'head') return
    const ask = await merging.next(session.manager.id)
    if (ask !== undefined) await session.reply(sameCustomerReply(ask, session.locale))
  }
}

function adding(deps: NewcomerDeps, briefs: BriefCards) {
  const add = addCustomer(deps)
  const link = linkCustomers(deps)
  return async (
    newcomer: NewcomerTold,
    introducerId: string | undefined,
    missing: readonly string[],
    session: Session,
    changeId: string,
  ): Promise<void> => {
    const { manager, locale, ownLocale, today, at } = session
    const words = linkWordsFor(locale)
    const written = await add({ ...newcomer, changeId, managerId: manager.id, today, at })
    if (written.status === 'repeated') {
      await session.reply({ text: wordingFor(locale).doneBefore })
      return
    }
    const lines = [...missing]
    const shown: Customer[] = []
    if (introducerId !== undefined) {
      const linked = await link({
        changeId,
        joins: true,
        managerId: manager.id,
        customerId: written.customer.id,
        otherId: introducerId,
        type: 'introduced-by',
        thanks: (one) => linkWordsFor(ownLocale).thanks(shortName(one)),
        today,
        at,
      })
      if (linked.status === 'linked') {
        const { other, promise } = linked
        shown.push(other)
        lines.push(words.added(nameOf(other), words.is['introduced-by'], shortName(written.customer)))
        if (promise?.on !== undefined)
          lines.push(words.thanksBy(shortName(other), describeDay(promise.on, locale, today)))
      }
    }
    await session.reply(newcomerReply(written, lines, shown, locale))
    await briefs.refresh(session)
  }
}

/** Text of a field of a form: it comes from outside. */
function textOf(value: unknown, atMost: number): string {
  return typeof value === 'string' ? value.trim().slice(0, atMost) : ''
}

const TOLD_BY_FORM = { text: '', language: 'zh', intent: 'customer.add', confidence: 1, slots: {} } as const
