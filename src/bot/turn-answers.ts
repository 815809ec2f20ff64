import type { TurnContext } from 'botbuilder'
import { heardFrom, uninstalled } from '../domain/delivery/reachable.js'
import type { Manager } from '../domain/manager.js'
import type { Act } from './acts.js'
import type { BotDeps } from './bot.js'
import type { Turn } from './conversation.js'
import { type InvokeAnswer, lineAnswer, NOT_OFFERED } from './invoke-answer.js'
import { press, showPressed } from './press-turn.js'
import { pressMemory } from './presses.js'
import { referenceOf } from './reference.js'

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

/** A manager in their own chat: the reference is refreshed, then the conversation talks. */
export function managerAnswers({ clock, conversation, conversations, desks, lines }: BotDeps) {
  const presses = pressMemory(conversations, () => clock.now())
  return async (context: TurnContext, act: Act, manager: Manager, id: string): Promise<Answer> => {
    const reference = referenceOf(context.activity)
    const at = clock.now().toISOString()
    const settings = await desks.change(manager.id, (desk) => {
      const heard = reference === undefined ? desk : heardFrom(desk, reference, at)
      return { desk: act.kind === 'leave' ? uninstalled(desk) : heard, result: desk.settings }
    })
    const turn: Turn = {
      id,
      manager,
      locale: settings.locale ?? manager.locale,
      text: act.kind === 'message' ? act.text : '',
      context,
    }
    switch (act.kind) {
      case 'message':
        await conversation.onMessage(turn)
        if (act.notRead !== undefined) await conversation.onNotRead(turn, act.notRead)
        return undefined
      case 'not-read':
        await conversation.onNotRead(turn, act.what)
        return undefined
      case 'press': {
        const answer = await press({ conversation, lines, presses }, turn, act.press)
        return showPressed(context, act.via, answer)
      }
      case 'join':
        await conversation.onJoin(turn)
        return undefined
      case 'foreign-invoke':
        return NOT_OFFERED
      case 'leave':
      case 'none':
        return undefined
    }
  }
}

/** A sentence of the gate's own, in the form the act can take an answer in; none where nobody waits for one. */
export async function say(context: TurnContext, act: Act, text: string): Promise<Answer> {
  if (act.kind === 'foreign-invoke') return NOT_OFFERED
  if (act.kind === 'press' && act.via === 'execute') return lineAnswer(text)
  if (act.kind !== 'none' && act.kind !== 'leave') await context.sendActivity(text)
  return undefined
}
