import type { TurnContext } from 'botbuilder'
import { heardFrom, uninstalled } from '../../domain/delivery/reachable.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { PressAnswer, Turn } from '../../ports/conversation.js'
import type { Act } from './acts.js'
import type { BotDeps } from './bot-deps.js'
import { chatOf } from './chat-of.js'
import { type HeldBack, holdBack } from './held-back.js'
import { messageIds } from './message-ids.js'
import { type InvokeAnswer, lineAnswer, NOT_OFFERED } from './presses/invoke-answer.js'
import { showPressed } from './presses/press-turn.js'
import { pressesBefore } from './presses/presses.js'
import { type Reference, referenceOf } from './reference.js'

/** What the messenger is answered with: only invokes get a body. */
export type Answer = InvokeAnswer | undefined

/** Silence, but for one line where someone speaks to the assistant; a group gets it once. */
export async function answerGroup(
  { clock, conversations, lines }: Pick<BotDeps, 'clock' | 'conversations' | 'lines'>,
  context: TurnContext,
  act: Act,
  isAddressed: boolean,
): Promise<Answer> {
  if (act.kind !== 'message') return say(context, act.kind === 'press' ? act : SILENT, lines.group)
  const key = `groups/${context.activity.conversation.id}`
  if (!isAddressed || (await conversations.read(key)) !== undefined) return undefined
  await conversations.write(key, { version: 1, toldAt: clock.now().toISOString() })
  return say(context, act, lines.group)
}

const SILENT: Act = { kind: 'none' }

const NO_FILES: NonNullable<BotDeps['fileWay']> = () => ({ kind: 'none' })

/** Which turn an activity is. */
export interface TurnIdentity {
  /** The same for every repeat of the activity. */
  readonly id: string
  /** The same words of the same instant under another id. */
  readonly said?: string
}

/**
 * A manager in their own chat: the conversation talks, and what it writes is committed with the key of the turn, the
 * reference and the journal. Only then anything is said.
 */
export function managerAnswers(deps: BotDeps) {
  const { clock, conversation, conversations, desks, lines, log, turns } = deps
  const oldPresses = pressesBefore(conversations, () => clock.now())
  const ids = messageIds(conversations, deps.newId)

  const answerTo = async (turn: Turn, act: TurnAct): Promise<PressAnswer> => {
    switch (act.kind) {
      case 'press':
        return conversation.onPress(turn, act.press)
      case 'message':
        await conversation.onMessage(turn)
        if (act.notRead !== undefined) await conversation.onNotRead(turn, act.notRead)
        return NOTHING_MORE
      case 'not-read':
        await conversation.onNotRead(turn, act.what)
        return NOTHING_MORE
      case 'join':
        await conversation.onJoin(turn)
        return NOTHING_MORE
    }
  }

  /** Sends what was held back. The turn is done by then: of a reply that was not sent a line tells, as far as it can. */
  async function release(held: HeldBack, context: TurnContext, act: TurnAct, turn: Turn): Promise<void> {
    try {
      await held.release()
    } catch (error) {
      log.error('turn.unsent', error, { managerId: turn.manager.id, act: act.kind })
      await say(context, act, lines.unsent(turn.locale)).catch(() => undefined)
    }
  }

  async function once(context: TurnContext, act: TurnAct, manager: Manager, identity: TurnIdentity) {
    const conversationId = context.activity.conversation.id
    const at = clock.now().toISOString()
    const { settings } = await desks.read(manager.id)
    const locale = settings.locale ?? manager.locale
    const key = act.kind === 'press' ? act.press.key : undefined
    if (key !== undefined && (await oldPresses.isDone(manager.id, key))) {
      return say(context, act, lines.doneBefore(locale))
    }
    const text = act.kind === 'message' ? act.text : ''
    const turn: Turn = {
      id: identity.id,
      manager,
      locale,
      text,
      chat: chatOf(context, deps.fileWay ?? NO_FILES),
    }
    const held = holdBack(context, ids)
    try {
      const keys = {
        managerId: manager.id,
        keys: [identity.id, ...(key === undefined ? [] : [`press|${key}`])],
        ...(identity.said === undefined ? {} : { passingKeys: [identity.said] }),
        at,
      }
      const done = await turns.once(keys, async () => {
        const answer = await answerTo(turn, act)
        const kept = await ids.keep(conversationId)
        await hear(context, manager, (desk, reference) => heardFrom(desk, reference, at))
        return { result: { answer, kept }, answer: held.words() }
      })
      if (done.isRepeat) {
        held.discard()
        if (act.kind === 'join') return undefined
        return say(
          context,
          act,
          act.kind === 'press' ? lines.doneBefore(locale) : lines.repeated(locale, done.answer),
        )
      }
      done.result.kept()
      await release(held, context, act, turn)
      return act.kind === 'press' ? showPressed(context, act.via, done.result.answer) : undefined
    } catch (error) {
      held.discard()
      throw error
    }
  }

  async function hear(
    context: TurnContext,
    manager: Manager,
    heard: (desk: Desk, reference: Reference) => Desk,
  ): Promise<void> {
    const reference = referenceOf(context.activity)
    if (reference === undefined) return
    await desks.change(manager.id, (desk) => ({ desk: heard(desk, reference), result: undefined }))
  }

  return async (
    context: TurnContext,
    act: Act,
    manager: Manager,
    identity: TurnIdentity,
  ): Promise<Answer> => {
    switch (act.kind) {
      case 'message':
      case 'press':
      case 'not-read':
      case 'join':
        return once(context, act, manager, identity)
      case 'leave':
        await desks.change(manager.id, (desk) => ({ desk: uninstalled(desk), result: undefined }))
        return undefined
      case 'none':
      case 'foreign-invoke': {
        const at = clock.now().toISOString()
        await hear(context, manager, (desk, reference) => heardFrom(desk, reference, at))
        return act.kind === 'none' ? undefined : NOT_OFFERED
      }
    }
  }
}

/** What the conversation is asked for. */
type TurnAct = Extract<Act, { readonly kind: 'message' | 'press' | 'not-read' | 'join' }>

const NOTHING_MORE: PressAnswer = { kind: 'none' }

/** A sentence of the gate's own, in the form the act can take an answer in; none where nobody waits for one. */
export async function say(context: TurnContext, act: Act, text: string): Promise<Answer> {
  if (act.kind === 'foreign-invoke') return NOT_OFFERED
  if (act.kind === 'press' && act.via === 'execute') return lineAnswer(text)
  if (act.kind !== 'none' && act.kind !== 'leave') await context.sendActivity(text)
  return undefined
}
