import type { AnyFlow } from '../../src/conversation/flow.js'
import type { DeskErrand } from '../../src/language/particulars/desk-errand.js'
import { block, buttons, card, line, press } from '../../src/messaging/cards/parts/elements.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { noticeCard } from '../../src/messaging/cards/parts/notice-card.js'
import { formatPeriod } from '../../src/messaging/wording/days/format.js'
import { describeDay } from '../../src/messaging/wording/days/when.js'
import { teamWordsFor } from '../../src/messaging/wording/team/team-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Reply } from '../../src/ports/reply.js'
import { cover } from '../../src/usecases/branch/cover.js'
import { giveTask } from '../../src/usecases/branch/give-task.js'
import { handOver } from '../../src/usecases/branch/hand-over.js'
import { keepersOf } from '../../src/usecases/branch/seen-books.js'
import { endCover } from '../../src/usecases/branch/stand-ins.js'
import type { Deps } from '../deps.js'
import {
  type Acts,
  type Begin,
  type Handlers,
  type PressHandlers,
  type Request,
  saidNames,
  whoIsMeant,
} from '../handler.js'
import type { Session } from '../session.js'
import { type Person, TEAM, type TeamErrand, type TeamInput, teamFlow } from './flow.js'
import type { TeamUndo } from './team-undo.js'

type TeamDeps = Pick<
  Deps,
  'books' | 'ownBooks' | 'bankApart' | 'desks' | 'managers' | 'journal' | 'sensitiveWords' | 'calendar'
>

/** Tasks, handing over and cover by message: for the branch head, inside the branch, shown and confirmed first. */
export function teamErrandHandlers(deps: TeamDeps): Handlers {
  const end = endCover(deps)

  async function begin(request: Request): Promise<Begin | undefined> {
    const { session, reading } = request
    const { manager, locale, today, at } = session
    const own = teamWordsFor(locale)
    const errand = reading.asked?.desk
    const say = async (text: string) => void (await session.reply({ text }))
    if (manager.role !== 'head') return say(own.headOnly).then(() => undefined)
    const person = (id: string | undefined): Person | undefined => {
      const found = keepersOf(deps.managers, manager.branchId).find((one) => one.id === id)
      return found && { id: found.id, name: found.name }
    }
    const to = person(errand === undefined || !('to' in errand) ? undefined : errand.to)
    const from = person(fromOf(errand))
    if (errand?.kind === 'cover-ends') {
      const ended = from === undefined ? [] : await end(from.id, today, at)
      const name = from?.name ?? ''
      await say(ended.length === 0 ? own.cover.nobody(name) : own.cover.ended(name))
      return undefined
    }
    if (errand === undefined || to === undefined) return say(own.noColleague).then(() => undefined)
    const { slots, asked } = reading
    const who = whoIsMeant(reading)
    const base = {
      to,
      who,
      owners: await ownersOf(
        deps,
        manager.branchId,
        who.flatMap((w) => w.candidates),
      ),
    }
    switch (errand.kind) {
      case 'assign': {
        if (who.length === 0) return nobody(request, own.assign.whom(to.name))
        const { errand: about } = asked ?? {}
        const input: TeamInput = {
          kind: 'assign',
          ...base,
          ...(slots.when === undefined ? {} : { day: slots.when.day }),
          ...(about === undefined ? {} : { about }),
        }
        return { flow: TEAM, input }
      }
      case 'hand-over': {
        if (who.length > 0) return { flow: TEAM, input: { kind: 'hand-over', ...base } satisfies TeamInput }
        if (from === undefined) return nobody(request, own.handOver.whom)
        const count = (await deps.ownBooks.read(from.id)).customers.length
        if (count === 0) return say(own.handOver.none(from.name)).then(() => undefined)
        return { flow: TEAM, input: { kind: 'hand-over', ...base, from, count } satisfies TeamInput }
      }
      case 'cover': {
        if (from === undefined) return say(own.noColleague).then(() => undefined)
        const { period } = slots
        const first = period !== undefined && period.from > today ? period.from : today
        const input: TeamInput = {
          kind: 'cover',
          ...base,
          who: [],
          from,
          first,
          ...(period === undefined ? {} : { day: period.to }),
        }
        return { flow: TEAM, input }
      }
    }
  }

  return { 'team.assign': begin, 'handover.start': begin, 'cover.start': begin }
}

/** Somebody is named whom the branch does not have, or nobody is. */
async function nobody({ session, reading }: Request, ask: string): Promise<undefined> {
  const names = { ...reading, mentions: (reading.mentions ?? []).filter((m) => m.colleague === undefined) }
  const said = saidNames(names)
  await session.reply({ text: said === '' ? ask : wordingFor(session.locale).noCustomer(said) })
  return undefined
}

function fromOf(errand: DeskErrand | undefined): string | undefined {
  return errand !== undefined && 'from' in errand ? errand.from : undefined
}

/** In whose book of the branch each of these customers is. */
async function ownersOf(
  { managers, ownBooks }: Pick<Deps, 'managers' | 'ownBooks'>,
  branchId: string,
  customerIds: readonly string[],
): Promise<Readonly<Record<string, Person>>> {
  const wanted = new Set(customerIds)
  const owners: Record<string, Person> = {}
  for (const { id, name } of wanted.size === 0 ? [] : keepersOf(managers, branchId))
    for (const customer of (await ownBooks.read(id)).customers)
      if (wanted.has(customer.id)) owners[customer.id] = { id, name }
  return owners
}

export function teamFlows({ calendar }: Pick<Deps, 'calendar'>): readonly AnyFlow[] {
  return [teamFlow(calendar)]
}

export function teamActs(deps: TeamDeps): Acts {
  const give = giveTask(deps)
  const arrangeCover = cover(deps)
  const move = handOver({ bank: deps.bankApart })

  async function assign(errand: TeamErrand, session: Session, changeId: string): Promise<void> {
    const { manager, locale, today, at } = session
    const { to, customerIds, day = today, about } = errand
    const own = teamWordsFor(locale)
    const written = await give({
      changeId,
      by: manager.id,
      to: to.id,
      customerIds,
      on: day,
      ...(about === undefined ? {} : { about }),
      today,
      at,
    })
    if (written.status !== 'written') {
      const text = written.status === 'repeated' ? wordingFor(locale).doneBefore : own.assign.gone
      return void (await session.reply({ text }))
    }
    const names = wordingFor(locale).and(written.results.map(({ customer }) => shortName(customer)))
    const text = own.assign.done(to.name, names, describeDay(day, locale, today))
    const data = { to: to.id, customerIds, on: day }
    await session.reply(doneReply(text, own.undo, 'undo', { changeId }, data))
  }

  async function hand(errand: TeamErrand, session: Session): Promise<void> {
    const { manager, locale, today, at } = session
    const { to, from, customerIds, owners } = errand
    const own = teamWordsFor(locale)
    const givers =
      customerIds.length === 0
        ? [from?.id ?? '']
        : [...new Set(customerIds.map((id) => owners[id]?.id ?? ''))]
    let count = 0
    const ids: string[] = []
    for (const giver of givers) {
      const some = customerIds.filter((id) => owners[id]?.id === giver)
      const result = await move({
        from: giver,
        to: to.id,
        ...(some.length === 0 ? {} : { customerIds: some }),
        by: manager.id,
        today,
        at,
      })
      if (result.status !== 'handed-over') return void (await session.reply({ text: own.handOver.failed }))
      count += result.customers.length
      ids.push(`${giver}|${result.id}`)
    }
    const text = own.handOver.done(count, to.name)
    const data = { to: to.id, customerIds, count }
    const undo = { act: 'hand-over', to: to.id, ids: ids.join('\n') }
    await session.reply(doneReply(text, own.undo, 'team.undo', undo, data))
  }

  async function coverFor(errand: TeamErrand, session: Session): Promise<void> {
    const { manager, locale, today, at } = session
    const { to, from, first = today, day = today } = errand
    const own = teamWordsFor(locale)
    const result = await arrangeCover({
      from: from?.id ?? '',
      to: to.id,
      first,
      last: day,
      by: manager.id,
      today,
      at,
    })
    if (result.status !== 'covered') {
      const text = result.status === 'ends-before-it-begins' ? own.cover.past : own.noColleague
      return void (await session.reply({ text }))
    }
    const text = own.cover.done(
      to.name,
      from?.name ?? '',
      formatPeriod({ from: first, to: day }, locale, today),
    )
    const data = { from: from?.id, to: to.id, first, last: day }
    const undo = { act: 'cover', from: from?.id ?? '', to: to.id }
    await session.reply(doneReply(text, own.undo, 'team.undo', undo, data))
  }

  return {
    async [TEAM](errand: TeamErrand, session: Session, changeId: string) {
      if (session.manager.role !== 'head') return
      if (errand.kind === 'assign') await assign(errand, session, changeId)
      else if (errand.kind === 'hand-over') await hand(errand, session)
      else await coverFor(errand, session)
    },
  }
}

export function teamButtons(teamUndo: TeamUndo): PressHandlers {
  return {
    'team.undo': async ({ data }, session) => {
      const { done, text } = await teamUndo.byButton(data, session)
      return done ? { kind: 'card', card: noticeCard(text) } : { kind: 'line', text }
    },
  }
}

function doneReply(
  text: string,
  undo: string,
  verb: string,
  pressed: Readonly<Record<string, string>>,
  data: unknown,
): Reply {
  return { text, data, card: card([block([line(text), buttons([press(undo, verb, pressed)])])], text) }
}
