import { type Book, findCustomer } from '../../src/domain/book.js'
import type { Put } from '../../src/domain/customer/defer.js'
import type { Entry } from '../../src/domain/customer/withdraw.js'
import type { Command, Patch, WrittenThing } from '../../src/language/context.js'
import type { MeetingRef } from '../../src/language/meeting-ref.js'
import { putOffReply } from '../../src/messaging/cards/brief/put-off-card.js'
import { loggedReply } from '../../src/messaging/cards/contacts/logged-card.js'
import { updatedReply } from '../../src/messaging/cards/customers/update-card.js'
import { arrangedReply } from '../../src/messaging/cards/meetings/arranged-card.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { deskWordsFor } from '../../src/messaging/wording/brief/desk-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import {
  type EntryReplaced,
  type Replacement,
  replaceEntry,
} from '../../src/usecases/changes/replace-entry.js'
import type { BriefCards } from '../brief/brief-cards.js'
import { toldContact } from '../contacts/told-contact.js'
import type { Deps } from '../deps.js'
import type { Begin } from '../handler.js'
import { REBOOK, type RebookInput } from '../meetings/flow.js'
import type { Session } from '../session.js'
import { settingOf } from '../settings/handle.js'
import type { Settings } from '../settings/settings.js'
import type { TakingBack } from './taking-back.js'

type AmendDeps = Pick<Deps, 'books' | 'desks' | 'journal' | 'sensitiveWords' | 'policy' | 'calendar'>

/** Corrects or takes back what was written; several things one after the other. Gives a flow to go on with, where one is needed. */
export type Amend = (
  command: Extract<Command, { kind: 'amend' | 'take-back' }>,
  things: readonly WrittenThing[],
  session: Session,
) => Promise<Begin | undefined>

export function createAmend(
  deps: AmendDeps,
  settings: Settings,
  takingBack: TakingBack,
  briefs: BriefCards,
): Amend {
  const replace = replaceEntry(deps)

  async function takeBack(
    thing: WrittenThing,
    callsOff: boolean,
    session: Session,
  ): Promise<Begin | undefined> {
    const meeting = callsOff ? meetingOf(thing) : undefined
    if (meeting !== undefined) {
      const input: RebookInput = { kind: 'cancel', meetings: [meeting] }
      return { flow: REBOOK, input }
    }
    if (thing.kind === 'setting') {
      await session.reply({ text: (await takingBack.settings(thing.changeId, session)).text })
      return undefined
    }
    const entry = entryOf(thing)
    const { locale } = session
    if (entry === undefined || thing.customerId === undefined) {
      await session.reply({ text: (await takingBack.byId(thing.changeId, session)).text })
      return undefined
    }
    const result = await replace({ ...idsOf(thing, entry, session) })
    if (result.status !== 'replaced') {
      await session.reply({ text: wordingFor(locale).contact.alreadyUndone })
      return undefined
    }
    await session.reply({ text: takenBackText(result, session) })
    await briefs.refresh(session)
    return undefined
  }

  async function amend(thing: WrittenThing, patch: Patch, session: Session): Promise<Begin | undefined> {
    const { locale, today } = session
    if (patch.setting !== undefined) {
      const setting = await settingOf(deps, patch.setting, session)
      if (setting !== undefined) await settings.set(setting, session)
      return undefined
    }
    const meeting = patch.when === undefined || thing.kind === 'put-off' ? undefined : meetingOf(thing)
    if (meeting !== undefined && patch.when !== undefined) {
      const input: RebookInput = { kind: 'move', meetings: [{ ...meeting, to: patch.when }] }
      return { flow: REBOOK, input }
    }
    const entry = entryOf(thing)
    const words = wordingFor(locale)
    if (entry === undefined || thing.customerId === undefined) {
      await session.reply({ text: words.contact.nothingToCorrect })
      return undefined
    }
    const { candidates = [thing.customerId], said = '' } = patch.customer ?? {}
    const [customerId, ...others] = candidates
    if (customerId === undefined) {
      await session.reply({ text: words.noCustomer(said) })
      return undefined
    }
    if (others.length > 0) return { flow: AMEND_WHICH, input: { thing, said, candidates } }
    const note = noteFor(customerId, said, thing, await deps.books.read(session.manager.id))
    const by = replacementFor(thing, patch, customerId, note)
    if (by === undefined) {
      await session.reply({ text: words.contact.nothingToCorrect })
      return undefined
    }
    const result = await replace({ ...idsOf(thing, entry, session), by })
    await tell(result, by, thing, session)
    if (result.status === 'replaced') await briefs.refresh(session)
    return undefined

    function replacementFor(
      of: WrittenThing,
      { told, amount, channel, when, stated }: Patch,
      customer: string,
      note: string | undefined,
    ): Replacement | undefined {
      switch (of.kind) {
        case 'contact': {
          if (of.told === undefined) return undefined
          // A new outcome brings its own day and objection; the channel and the sum stay unless they are said anew.
          const { when: _when, objection: _objection, promise, ...base } = of.told
          const merged =
            told === undefined ? of.told : { ...base, ...(promise === undefined ? {} : { promise }), ...told }
          const changed = {
            ...merged,
            ...(amount === undefined ? {} : { amount }),
            ...(channel === undefined ? {} : { channel }),
          }
          return { kind: 'contact', customerId: customer, told: toldContact(changed, note) }
        }
        case 'task':
        case 'appointment':
        case 'callback':
        case 'promise':
          return { kind: 'agreement', customerId: customer }
        case 'fact': {
          const value = stated ?? (of.fact && { field: of.fact.field, value: of.fact.value ?? '' })
          return value && { kind: 'fact', customerId: customer, stated: value }
        }
        case 'put-off': {
          const day = when === undefined ? of.when?.day : when.day
          if (day === undefined || day <= today) return undefined
          const put: Put = { kind: 'snooze', until: day }
          return { kind: 'put', customerId: customer, put }
        }
        case 'skip':
          return {
            kind: 'put',
            customerId: customer,
            put: { kind: 'skip', reason: deskWordsFor(locale).putOff.plainReason },
          }
        default:
          return undefined
      }
    }
  }

  /** Shows what stands now, and what was taken back for it. */
  async function tell(
    result: EntryReplaced,
    by: Replacement,
    thing: WrittenThing,
    session: Session,
  ): Promise<void> {
    const { locale, today, manager } = session
    const { policy, calendar } = deps
    const words = wordingFor(locale)
    if (result.status !== 'replaced' || result.customer === undefined) {
      await session.reply({
        text: result.status === 'refused' ? words.contact.tellAgain : words.contact.nothingToCorrect,
      })
      return
    }
    const { changeId, customer, contact, agreed } = result
    const notes = by.customerId === thing.customerId ? [] : [takenBackText(result, session)]
    if (contact !== undefined)
      await session.reply(
        loggedReply({
          changeId,
          logged: [{ customer, contact, agreed }],
          notes,
          policy,
          calendar,
          locale,
          today,
        }),
      )
    else {
      for (const note of notes) await session.reply({ text: note })
      const [agreement] = agreed
      if (agreement !== undefined)
        await session.reply(
          arrangedReply({ changeId, added: [{ customer, agreement }], clashes: [], calendar, locale, today }),
        )
      else if (by.kind === 'put')
        await session.reply(
          putOffReply({ changeId, putOff: [{ customer, put: by.put }], policy, calendar, locale, today }),
        )
      else {
        const fact = customer.facts?.at(-1)
        if (fact !== undefined)
          await session.reply(
            updatedReply({
              changeId,
              updates: [{ status: 'recorded', customer, fact, maskedNumbers: 0 }],
              managerName: manager.name,
              locale,
              today,
            }),
          )
      }
    }
  }

  return async (command, things, session) => {
    if (command.kind === 'take-back' && command.of === undefined) {
      await session.reply({ text: (await takingBack.last(undefined, session)).text })
      return undefined
    }
    const chosen = (command.of ?? []).flatMap((at) => things[at] ?? [])
    if (chosen.length === 0) {
      await session.reply({ text: wordingFor(session.locale).contact.nothingToCorrect })
      return undefined
    }
    let begun: Begin | undefined
    for (const [place, thing] of chosen.entries()) {
      const own =
        place === 0
          ? session
          : { ...session, locale: session.locale, turnId: `${session.turnId}/${place + 1}` }
      begun = await (command.kind === 'amend'
        ? amend(thing, command.patch, own)
        : takeBack(thing, command.callsOff, own))
    }
    return begun
  }

  function idsOf(thing: WrittenThing, entry: Entry, { turnId, manager, today, at }: Session) {
    return {
      changeId: turnId,
      managerId: manager.id,
      of: thing.changeId,
      customerId: thing.customerId ?? '',
      entry,
      today,
      at,
    }
  }
}

/** The words that an entry was told in, with the right name in the place of the wrong one. */
function noteFor(customerId: string, said: string, thing: WrittenThing, book: Book): string | undefined {
  const wrong = findCustomer(book, thing.customerId ?? '')
  const note = wrong?.contacts.find(({ id }) => id === thing.entryId)?.note
  if (wrong === undefined || note === undefined || said === '' || wrong.id === customerId) return note
  const name = [wrong.name, wrong.nickname].find((one) => one !== undefined && note.includes(one))
  return name === undefined ? note : note.replace(name, said)
}

export const AMEND_WHICH = 'amend-which'

function takenBackText(result: Extract<EntryReplaced, { status: 'replaced' }>, { locale }: Session): string {
  return deskWordsFor(locale).undone.kinds[result.kind](shortName(result.before))
}

/** The meeting, call, reminder or promise that a thing is, or that a contact agreed. */
function meetingOf({ kind, customerId, entryId, when }: WrittenThing): MeetingRef | undefined {
  if (customerId === undefined || entryId === undefined) return undefined
  if (kind === 'contact')
    return when === undefined ? undefined : { customerId, agreementId: `${entryId}-next` }
  return ['task', 'appointment', 'callback', 'promise'].includes(kind)
    ? { customerId, agreementId: entryId }
    : undefined
}

function entryOf({ kind, entryId: id }: WrittenThing): Entry | undefined {
  if (id === undefined) return undefined
  switch (kind) {
    case 'contact':
      return { kind: 'contact', id }
    case 'task':
    case 'appointment':
    case 'callback':
    case 'promise':
      return { kind: 'agreement', id }
    case 'fact':
      return { kind: 'fact', id }
    case 'put-off':
    case 'skip':
      return { kind: 'deferral', id }
    default:
      return undefined
  }
}
