import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Locale } from '../src/domain/manager.js'
import { isLastWord, type PracticeLine, type PracticeTopic } from '../src/domain/playbook/practice.js'
import { type PractisedCall, practisedCall } from '../src/domain/playbook/practised-call.js'
import { findingLines } from '../src/messaging/cards/draft-card.js'
import { practiceReviewReply } from '../src/messaging/cards/practice-card.js'
import { bracketedValues } from '../src/messaging/wording/bracketed.js'
import { practiceWordsFor } from '../src/messaging/wording/practice-words.js'
import type { Answer } from './ask.js'
import { AskPracticeLine, type AskPracticeLineOptions, type PracticeSaid } from './ask-practice-line.js'
import type { HandlerDeps } from './handlers/handler.js'
import { sessionOf } from './session.js'

export interface PracticeOptions {
  readonly topic: PracticeTopic
  /** How often it was practised before in a row: the customer then says it otherwise. */
  readonly round: number
  readonly locale: Locale
}

interface State {
  options: PracticeOptions
  lines: readonly PracticeLine[]
}

/**
 * A call with an invented customer, whom Daybook plays; at its end the manager's lines are scored by the review sheet.
 * It is given no book, and writes nothing: what sounds like a report in it is none.
 */
export class Practice extends Dialog<PracticeOptions> {
  static readonly id = 'practice'

  constructor(private readonly deps: Pick<HandlerDeps, 'playbooks' | 'claims'>) {
    super(Practice.id)
  }

  /** Begins one; one that is under way, and hangs together with nothing, is let go for it. */
  static async begin(dialogs: DialogContext, options: PracticeOptions): Promise<void> {
    const at = dialogs.stack.findIndex(({ id }) => id === Practice.id)
    if (at >= 0) dialogs.stack.splice(at)
    await dialogs.beginDialog(Practice.id, options)
  }

  override async beginDialog(dialogs: DialogContext, options?: PracticeOptions): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('practice was begun without its options')
    const state: State = { options, lines: [] }
    Object.assign(dialogs.activeDialog!.state, state)
    const words = practiceWordsFor(options.locale)
    const { scene } = this.call(options)
    return this.goOn(dialogs, [words.title(scene.who), scene.setting], words.how)
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<PracticeSaid>,
  ): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { locale } = state.options
    if (result?.kind !== 'answered' || result.value.end === 'off') {
      await sessionOf(dialogs).reply({ text: practiceWordsFor(locale).left })
      return dialogs.endDialog()
    }
    const { text, end } = result.value
    if (end === 'over') return this.finish(dialogs, [])
    const wasLast = isLastWord(state.lines)
    state.lines = [...state.lines, { who: 'manager', text }]
    const { call } = this.call(state.options)
    const notes = call.findings(text).flatMap((finding) => findingLines(finding, locale))
    return wasLast || end === 'goodbye' ? this.finish(dialogs, notes) : this.goOn(dialogs, notes)
  }

  private async goOn(
    dialogs: DialogContext,
    notes: readonly string[],
    hint?: string,
  ): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { round, locale } = state.options
    const { call, scene } = this.call(state.options)
    const turn = call.next(state.lines, { day: sessionOf(dialogs).today, round })
    if (turn === undefined) return this.finish(dialogs, notes)
    state.lines = [...state.lines, turn]
    const last = isLastWord(state.lines) ? practiceWordsFor(locale).lastWord : hint
    const options: AskPracticeLineOptions = {
      notes,
      who: scene.who,
      text: turn.text,
      ...(last === undefined ? {} : { hint: last }),
      locale,
    }
    return dialogs.beginDialog(AskPracticeLine.id, options)
  }

  private async finish(dialogs: DialogContext, notes: readonly string[]): Promise<DialogTurnResult> {
    const { options, lines } = stateOf(dialogs)
    const { round, locale } = options
    const { reply, today } = sessionOf(dialogs)
    const { call, scene } = this.call(options)
    if (notes.length > 0) await reply({ text: notes.join('\n') })
    if (lines.every(({ who }) => who === 'customer')) {
      await reply({ text: practiceWordsFor(locale).nothingSaid })
      return dialogs.endDialog()
    }
    const example = call.example(bracketedValues(locale), today)?.text
    const review = call.review(lines)
    await reply(
      practiceReviewReply({ scene, review, ...(example === undefined ? {} : { example }), round, locale }),
    )
    return dialogs.endDialog()
  }

  private call({ topic, locale }: PracticeOptions): {
    readonly call: PractisedCall
    readonly scene: Parameters<typeof practisedCall>[2]
  } {
    const playbook = this.deps.playbooks()[locale]
    const { kind, situation } = topic
    const scene = playbook.practice.scenes.find(
      ({ topic: other }) => other.kind === kind && other.situation === situation,
    )
    if (scene === undefined) throw new Error(`the playbook has no call to practise for ${kind}/${situation}`)
    return { call: practisedCall(playbook, this.deps.claims(), scene), scene }
  }
}

function stateOf(dialogs: DialogContext): State {
  return dialogs.activeDialog!.state as State // written by this dialog alone
}
