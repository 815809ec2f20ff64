import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs'
import { ANSWER_VERB } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { type Session, sessionIn, sessionOf } from './session.js'
import { type When, whenOf } from './thread.js'

/** How a question ended. */
export type Answer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'left' }
  /** The manager went on to something else, and nothing hangs on the answer. */
  | { readonly kind: 'passed' }

/** What became of words that do not answer the question. */
export type Interruption =
  /** They were answered at once; the question is put again. */
  | 'answered'
  /** They began something of their own, after which the question comes back by itself. */
  | 'begun'
  /** They asked to leave the question. */
  | 'left'
  | 'not-understood'

export type Interrupt = (dialogs: DialogContext, session: Session) => Promise<Interruption>

interface AskState<O> {
  promptId: string
  options: O
  /** When the question was last put; absent in what an older program kept. */
  put?: When
  /** How often in a row something else was said and dealt with; absent in what an older program kept. */
  asides?: number
}

/**
 * One question to the manager, answered by button, number or words. Whatever else is said meanwhile is dealt with and
 * the question put again, the second time in a row as a reminder only; 算了 or "cancel" leaves it. Ends with an `Answer`.
 */
export abstract class Ask<O extends object, T> extends Dialog<O> {
  constructor(
    id: string,
    private readonly interrupt: Interrupt,
  ) {
    super(id)
  }

  protected abstract question(promptId: string, options: O, session: Session): Promise<Reply>
  /** The answer that a pressed choice or written words give; undefined where they give none. */
  protected abstract answerOf(said: Said, options: O, session: Session): Promise<T | undefined>

  /** Whether the question is let go where the manager goes on to something else: no write hangs on it. */
  protected isPassing(_options: O): boolean {
    return false
  }

  /** Whether words turn down all that is offered, which leaves the question. */
  protected async isDeclined(_text: string, _options: O, _session: Session): Promise<boolean> {
    return false
  }

  override async beginDialog(dialogs: DialogContext, options?: O): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    if (options === undefined) throw new Error(`${this.id} was begun without its options`)
    const state: AskState<O> = {
      promptId: `${session.turnId}/${dialogs.stack.length}`,
      options,
      put: whenOf(session),
    }
    Object.assign(dialogs.activeDialog!.state, state)
    await session.reply(await this.question(state.promptId, options, session))
    return Dialog.EndOfTurn
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    const { options, promptId } = this.stateOf(dialogs.activeDialog!)
    const said = saidIn(session, promptId)
    // To have a text checked, or to practise, is an answer to no question.
    const isOwn = session.request !== undefined
    const value = said === undefined || isOwn ? undefined : await this.answerOf(said, options, session)
    if (value !== undefined) return dialogs.endDialog({ kind: 'answered', value } satisfies Answer<T>)

    const isSaid = said !== undefined && 'text' in said && !isOwn
    if (isSaid && (await this.isDeclined(said.text, options, session)))
      return dialogs.endDialog({ kind: 'left' } satisfies Answer<T>)
    const interruption = await this.interrupt(dialogs, session)
    if (interruption === 'left') return dialogs.endDialog({ kind: 'left' } satisfies Answer<T>)
    if (interruption === 'answered' && this.isPassing(options))
      return dialogs.endDialog({ kind: 'passed' } satisfies Answer<T>)
    if (interruption === 'answered') await this.comeBack(dialogs)
    if (interruption === 'not-understood') await this.repromptDialog(dialogs.context, dialogs.activeDialog!)
    return Dialog.EndOfTurn
  }

  override async resumeDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const { options } = this.stateOf(dialogs.activeDialog!)
    if (this.isPassing(options)) return dialogs.endDialog({ kind: 'passed' } satisfies Answer<T>)
    await this.comeBack(dialogs)
    return Dialog.EndOfTurn
  }

  /** After something else: the question whole, and where even that was passed over, only that it is still open. */
  private async comeBack(dialogs: DialogContext): Promise<void> {
    const state = this.stateOf(dialogs.activeDialog!)
    state.asides = (state.asides ?? 0) + 1
    if (state.asides === 1) return this.repromptDialog(dialogs.context, dialogs.activeDialog!)
    const session = sessionOf(dialogs)
    await session.reply({ text: wordingFor(session.locale).stillOpen })
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogInstance): Promise<void> {
    const session = sessionIn(context)
    const state = this.stateOf(instance)
    const { options, promptId } = state
    state.put = whenOf(session)
    await session.reply(await this.question(promptId, options, session))
  }

  private stateOf(instance: DialogInstance): AskState<O> {
    return instance.state as AskState<O> // written by beginDialog alone
  }
}

/** When a question that is open was last put; undefined for what is none. */
export function whenPut({ state }: DialogInstance): When | undefined {
  return (state as Partial<AskState<object>>).put
}

/** What the manager said in answer: the id of a pressed choice, or words. */
export type Said = { readonly choice: string } | { readonly text: string }

function saidIn(session: Session, promptId: string): Said | undefined {
  const { press, text } = session
  if (press === undefined) return { text }
  if (press.verb !== ANSWER_VERB || press.data['prompt'] !== promptId) return undefined
  return { choice: String(press.data['choice']) }
}

/** The place in the list that "2", "第二个" or "the second" means, from 0; undefined where the words mean none. */
export function ordinalIn(text: string, count: number): number | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[。.!!]$/, '')
  const digits = /^(?:第|no\.?\s*|#)?(\d{1,2})(?:个|位)?$/.exec(said)?.[1]
  const words = ['一', '二', '三', '四', '五', '六', '七', '八']
  const english = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
  const place =
    digits === undefined
      ? Math.max(
          words.findIndex((w) => said === `第${w}个` || said === `第${w}位` || said === `第${w}`),
          english.findIndex((w) => said === w || said === `the ${w}` || said === `the ${w} one`),
        )
      : Number(digits) - 1
  return place >= 0 && place < count ? place : undefined
}
