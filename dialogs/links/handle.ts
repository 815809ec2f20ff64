import type { AnyFlow } from '../../src/conversation/flow.js'
import { LINK_TYPES } from '../../src/domain/customer/link.js'
import {
  type LinkedRow,
  linkedCustomersReply,
  linksReply,
  otherText,
} from '../../src/messaging/cards/customers/links-card.js'
import { buttons, card, line, press } from '../../src/messaging/cards/parts/elements.js'
import { nameOf, shortName } from '../../src/messaging/cards/parts/names.js'
import { linkWordsFor } from '../../src/messaging/wording/customers/link-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { shows } from '../../src/ports/reply.js'
import { askLink } from '../../src/usecases/customers/ask-link.js'
import { type LinkCustomersDeps, linkCustomers } from '../../src/usecases/customers/link-customers.js'
import { type CustomerLinks, type SeeLinks, seeLinks } from '../../src/usecases/customers/see-links.js'
import type { BriefCards } from '../brief/brief-cards.js'
import { type ChangeInput, changeFlow } from '../changes/flow.js'
import { type ActForCustomer, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  gone,
  type Handlers,
  NOTHING,
  type PressHandlers,
  type Request,
  saidNames,
  sayNobody,
} from '../handler.js'
import type { Session } from '../session.js'
import { LINK, linkAct, linkChange, writeLink } from './link.js'

type LinkDeps = Pick<Deps, 'books' | 'journal' | 'branchLinks' | 'policy'>

/** Links between customers: asked for, and recorded in the chat (Handbook §8.4). */
export function linkHandlers(deps: LinkDeps): Handlers {
  const see = seeLinks(deps)
  return {
    async 'link.show'(request) {
      const { session, reading } = request
      const asked = reading.asked?.links ?? { about: 'all' }
      switch (asked.about) {
        case 'no-owner':
          await withoutOwner(see, deps, session)
          return undefined
        case 'owner':
        case 'same': {
          const company = asked.company ?? companyOf(request)
          if (company === undefined) {
            await session.reply({ text: linkWordsFor(session.locale).whichCompany })
            return undefined
          }
          await atCompany(see, deps, asked.about, company, session)
          return undefined
        }
        case 'all':
          if ((reading.slots.customers ?? []).length > 0) return forCustomer('links', reading)
          if (saidNames(reading) !== '') return sayNobody(request)
          await allCompanies(see, deps, session)
          await askOne(deps, session)
          return undefined
      }
    },

    async 'link.add'(request) {
      const { session, reading, unsure } = request
      const words = linkWordsFor(session.locale)
      const bond = reading.asked?.bond
      if (bond === undefined) {
        await session.reply({ text: words.needTwo })
        return undefined
      }
      for (const end of [bond.on, bond.other])
        if (end.candidates.length === 0) {
          await session.reply({ text: words.notInBook(end.said) })
          return undefined
        }
      const input: ChangeInput = { who: [bond.on, bond.other], reading, unsure }
      return { flow: LINK, input }
    },
  }
}

export const linkFlows: readonly AnyFlow[] = [changeFlow(LINK, linkChange)]

export function linkActs(deps: LinkDeps & LinkCustomersDeps, briefs: BriefCards): Acts {
  return { [LINK]: linkAct(deps, briefs) }
}

/** What is done for one customer who is clear. */
export function linksOfCustomer(deps: LinkDeps): Readonly<Record<'links', ActForCustomer>> {
  const see = seeLinks(deps)
  return {
    links: async (customerId, _about, session) => {
      const found = await see.ofCustomer(session.manager.id, customerId, session.today)
      if (found === undefined) return
      await seen(deps, session, [found])
      await session.reply(linksReply(found.customer, found.links, session.locale))
    },
  }
}

/** After the list, the one question of the day: same company, same phone. */
async function askOne(deps: LinkDeps, session: Session): Promise<void> {
  const { manager, locale, today } = session
  const ask = await askLink(deps).next(manager.id, today)
  if (ask === undefined) return
  const words = linkWordsFor(locale)
  const { one, other, because, said, types } = ask
  const names = [nameOf(one), nameOf(other)] as const
  const text = because === 'phone' ? words.question.phone(...names) : words.question.company(said, ...names)
  const ids = { customerId: one.id, otherId: other.id }
  await session.reply({
    text: [text, ...types.map((type) => `  ${words.question.otherIs(words.is[type], nameOf(other))}`)].join(
      '\n',
    ),
    summary: wordingFor(locale).intents['link.show'],
    shows: shows('customers', [one, other]),
    card: card(
      [
        line(text),
        buttons([
          ...types.map((type) =>
            press(words.question.otherIs(words.is[type], shortName(other)), 'link.answer', { ...ids, type }),
          ),
          press(words.question.no, 'link.answer', { ...ids, type: 'none' }),
        ]),
      ],
      text,
    ),
  })
}

/** The answer to the question about two customers: a no is remembered, a yes is a link. */
export function linkButtons(deps: LinkDeps & LinkCustomersDeps, briefs: BriefCards): PressHandlers {
  const asking = askLink(deps)
  const add = linkCustomers(deps)
  return {
    'link.answer': async ({ data }, session) => {
      const customerId = String(data['customerId'])
      const otherId = String(data['otherId'])
      const type = LINK_TYPES.find((one) => one === data['type'])
      const answer = type === undefined ? 'no' : 'yes'
      const isKnown = await asking.answer(session.manager.id, {
        customerId,
        otherId,
        answer,
        at: session.at,
      })
      if (!isKnown) return gone(session)
      if (type === undefined) await session.reply({ text: linkWordsFor(session.locale).question.noted })
      else await writeLink(add, briefs, { customerId, otherId, type }, session, session.turnId)
      return NOTHING
    },
  }
}

/** The words of the company where the reader took them for a person's. */
function companyOf({ reading }: Request): string | undefined {
  const said = saidNames(reading).replace(/(?:的|那个|那位)?(?:老板|老总|法人|东家)$/, '')
  return said === '' ? undefined : said
}

async function allCompanies(see: SeeLinks, deps: LinkDeps, session: Session): Promise<void> {
  const words = linkWordsFor(session.locale)
  const found = await see.companies(session.manager.id, session.today)
  await seen(deps, session, found)
  await session.reply(linkedCustomersReply(words.title, words.noneYet, found.map(rowOf), session.locale))
}

async function withoutOwner(see: SeeLinks, deps: LinkDeps, session: Session): Promise<void> {
  const words = linkWordsFor(session.locale)
  const { companies, without } = await see.withoutOwner(session.manager.id, session.today)
  const rows = without.map((customer) => ({ customer, links: [] }))
  await seen(deps, session, rows)
  const none = companies === 0 ? words.noCompanies : words.noOwnerNone
  await session.reply(linkedCustomersReply(words.noOwnerTitle, none, rows.map(rowOf), session.locale))
}

async function atCompany(
  see: SeeLinks,
  deps: LinkDeps,
  about: 'owner' | 'same',
  said: string,
  session: Session,
): Promise<void> {
  const { locale, manager, today } = session
  const words = linkWordsFor(locale)
  const { companies, staff, linked } = await see.atCompany(manager.id, said, today)
  if (companies.length + staff.length === 0) {
    await session.reply({ text: words.noCompany(said) })
    return
  }
  await seen(deps, session, linked)
  if (about === 'same') {
    const rows = linked.map(rowOf)
    await session.reply(linkedCustomersReply(words.same(said), words.sameNone(said), rows, locale))
    return
  }
  const owners = linked.flatMap(({ customer, links }) =>
    links.flatMap((link) =>
      link.type !== 'owner' && link.type !== 'legal-representative'
        ? []
        : link.who === 'other'
          ? [{ link, text: otherText(link.other, locale), ids: [link.otherId] }]
          : companies.length === 0
            ? [{ link, text: nameOf(customer), ids: [customer.id] }]
            : [],
    ),
  )
  const real = owners.filter(({ link }) => link.type === 'owner')
  const named = real.length > 0 ? real : owners
  const text =
    named.length === 0
      ? words.ownerUnknown(said)
      : words.ownerOf(said, [...new Set(named.map((owner) => owner.text))].join('、'))
  const colleagues = named.length === 0 ? staff.map((one) => `${nameOf(one)} · ${words.worksThere}`) : []
  await session.reply({
    text: [text, ...colleagues.slice(0, SHOWN)].join('\n'),
    data: { owners: named.flatMap(({ ids }) => ids) },
    shows: shows('customers', linked),
  })
}

const SHOWN = 5

function rowOf({ customer, links }: CustomerLinks): LinkedRow {
  return { customer, rows: links }
}

async function seen(
  deps: Pick<Deps, 'journal'>,
  { at, manager }: Session,
  found: readonly CustomerLinks[],
): Promise<void> {
  const ids = found.flatMap(({ customer, links }) => [customer.id, ...links.map(({ otherId }) => otherId)])
  await deps.journal.append({ at, managerId: manager.id, act: 'link.show', customerIds: [...new Set(ids)] })
}
