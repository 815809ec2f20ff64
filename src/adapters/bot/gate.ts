import { createHash } from 'node:crypto'
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder'
import { LRUCache } from 'lru-cache'
import type { Locale, Manager } from '../../domain/manager/manager.js'
import { type Act, actOf } from './acts.js'
import type { BotDeps } from './bot-deps.js'
import { oneAtATime } from './one-at-a-time.js'
import { type Heard, turnMemory } from './repeats.js'
import { type Answer, answerGroup, managerAnswers, say, type TurnIdentity } from './turn-answers.js'
import { type Speaker, whoSpeaks } from './who-speaks.js'

/** An installation arrives as two activities, one on the heels of the other; it is greeted once. */
const JOINED_WITHIN_MS = 5_000

/**
 * Every activity before any word of the conversation: once each, one at a time, and each speaker as far as they may
 * go. What goes wrong inside is apologised for in the manager's language and logged by ids.
 */
export function gate(deps: BotDeps): (context: TurnContext) => Promise<void> {
  const { log, meter } = deps
  const now = () => deps.timer.elapsedMs()
  const turns = turnMemory<Answer>(now)
  const inTurn = oneAtATime()
  const toManager = managerAnswers(deps)
  const isSecondJoin = joinMemory(now)

  async function answerOf(
    context: TurnContext,
    act: Act,
    speaker: Speaker,
    identity: TurnIdentity,
  ): Promise<Answer> {
    switch (speaker.kind) {
      case 'self':
        return undefined
      case 'group':
        return answerGroup(deps, context, act, speaker.isAddressed)
      case 'stranger':
        log.warn('turn.stranger', { aadObjectId: context.activity.from?.aadObjectId })
        return say(context, act, deps.lines.stranger)
      case 'manager':
        return toManager(context, act, speaker.manager, identity)
    }
  }

  async function apologise(
    context: TurnContext,
    act: Act,
    speaker: Speaker,
    cause: unknown,
  ): Promise<Answer> {
    if (speaker.kind !== 'manager') return undefined
    const { apology, notKept } = deps.lines
    try {
      const line = cannotWrite(cause) ? notKept : apology
      return await say(context, act, line(await localeOf(speaker.manager)))
    } catch (error) {
      log.error('turn.apology-failed', error, { managerId: speaker.manager.id })
      return undefined
    }
  }

  async function localeOf(manager: Manager): Promise<Locale> {
    try {
      return (await deps.desks.read(manager.id)).settings.locale ?? manager.locale
    } catch {
      return manager.locale
    }
  }

  return async (context) => {
    const { activity } = context
    const begun = now()
    // What cannot be reached is apologised for, to whoever was known before.
    const unreached = await deps.refresh?.().catch((error: unknown) => ({ error }))
    const speaker = whoSpeaks(activity, deps.managers, deps.settings.appTenantId, deps.clock.now())
    const conversationId = activity.conversation.id
    const said = actOf(activity)
    const act: Act = isSecondJoin(said, conversationId) ? { kind: 'none' } : said
    const heard = heardIn(activity, begun)
    const identity = identityOf(heard, () => `${conversationId}|${deps.newId()}`)
    const facts = () => ({
      act: act.kind,
      speaker: speaker.kind,
      managerId: speaker.kind === 'manager' ? speaker.manager.id : undefined,
      activityId: activity.id,
      ms: now() - begun,
    })
    try {
      if (unreached !== undefined) throw unreached.error
      const { answer, isRepeat } = await turns.once(heard, () =>
        inTurn(conversationId, () => answerOf(context, act, speaker, identity)),
      )
      await answerInvoke(context, answer)
      log.info(isRepeat ? 'turn.repeat' : 'turn.done', facts())
      meter.turn(act.kind, now() - begun, isRepeat ? 'repeat' : 'ok')
    } catch (error) {
      log.error('turn.failed', error, facts())
      meter.turn(act.kind, now() - begun, 'failed')
      await answerInvoke(context, await apologise(context, act, speaker, error))
    }
  }
}

function joinMemory(now: () => number) {
  const joinedAt = new LRUCache<string, number>({ max: 10_000 })
  return (act: Act, conversationId: string): boolean => {
    if (act.kind === 'leave') joinedAt.delete(conversationId)
    if (act.kind !== 'join') return false
    const last = joinedAt.get(conversationId)
    joinedAt.set(conversationId, now())
    return last !== undefined && now() - last < JOINED_WITHIN_MS
  }
}

async function answerInvoke(context: TurnContext, answer: Answer): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answer ?? { status: 200 } })
}

function heardIn(activity: Activity, arrivedAt: number): Heard {
  const { conversation, from, type, name, action, text, value, attachments } = activity
  const { membersAdded, membersRemoved } = activity
  const said = JSON.stringify([type, name, action, text, value, attachments, membersAdded, membersRemoved])
  // Whatever was said may be long, and many are remembered.
  const content = createHash('sha256').update(`${conversation.id}|${from?.id}|${said}`).digest('base64')
  const writtenAt = new Date(activity.timestamp ?? Number.NaN).getTime()
  // A change of a message comes under the message's own id.
  const isChange = type === ActivityTypes.MessageUpdate || type === ActivityTypes.MessageDelete
  return {
    ...(activity.id === undefined
      ? {}
      : { id: `${conversation.id}|${activity.id}${isChange ? `|${content}` : ''}` }),
    content,
    ...(Number.isNaN(writtenAt) ? {} : { writtenAt }),
    arrivedAt,
  }
}

function identityOf({ id, content, writtenAt }: Heard, newId: () => string): TurnIdentity {
  return { id: id ?? newId(), ...(writtenAt === undefined ? {} : { said: `${writtenAt}|${content}` }) }
}

/** The disk is full or may not be written to, and nothing of the turn is there. */
const UNWRITABLE = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE']

function cannotWrite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNWRITABLE.includes(String(error.code))
}
