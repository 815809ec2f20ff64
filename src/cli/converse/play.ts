import type { ConversationLine, ConversationTurn } from './conversation-line.js'
import type { OpenQuestion, QuestionKind } from './open-question.js'
import type { WriteRecord } from './records.js'

/** What one turn came to, as it is printed. */
export type TurnResult =
  | { readonly skipped: true }
  | {
      /** What the message was read as; null for an answer to a question, a press and a picture. */
      readonly intent: string | null
      readonly wrote: readonly WriteRecord[]
      readonly asks: Asked | null
      /** Customers shown, in order, each once. */
      readonly shows: readonly string[]
      /** All messages of the turn in plain words. */
      readonly text: string
    }

export interface Asked {
  readonly kind: QuestionKind
  readonly options: readonly string[]
  /** Of `confirm` alone: what a yes would write. */
  readonly proposes?: readonly WriteRecord[]
}

/** One chat on a copy of the home that is its own. */
export interface ReplayedChat {
  say(text: string): Promise<Heard>
  /** Undefined where the last reply has no such button. */
  press(button: string): Promise<Heard | undefined>
  attachPicture(): Promise<Heard>
  /** The question that is open; undefined where there is none. */
  openQuestion(): Promise<OpenQuestion | undefined>
  /** The choices that stand on the buttons of a question. */
  choices(questionId: string): readonly string[]
  /** What a yes to the open question would write, tried on a copy. */
  proposes(): Promise<readonly WriteRecord[]>
  pass(seconds: number): void
}

/** The answer to one message or press, and what it changed. */
export interface Heard {
  readonly text: string
  readonly shows: readonly string[]
  readonly wrote: readonly WriteRecord[]
  /** What words were read as, in view of what was talked about; absent where nothing was said. */
  readonly intent?: string
}

const SECONDS_A_TURN = 20

/** Plays one conversation turn by turn; one result for each turn given. */
export async function playConversation(
  { turns }: ConversationLine,
  chat: ReplayedChat,
): Promise<readonly TurnResult[]> {
  const results: TurnResult[] = []
  for (const [index, turn] of turns.entries()) {
    if (index > 0) chat.pass(SECONDS_A_TURN)
    results.push(await playTurn(turn, chat))
  }
  return results
}

async function playTurn(turn: ConversationTurn, chat: ReplayedChat): Promise<TurnResult> {
  const before = await chat.openQuestion()
  if (turn.ifAsked !== undefined && before?.kind !== turn.ifAsked) return { skipped: true }
  chat.pass((turn.waitsMinutes ?? 0) * 60)
  const heard = (await hear(turn, chat)) ?? NOTHING
  const after = await chat.openQuestion()
  const isAnswer = before !== undefined && before.lapses !== true && before.id !== after?.id
  return {
    intent: isAnswer ? null : (heard.intent ?? null),
    wrote: heard.wrote,
    asks: after === undefined ? null : await asked(after, chat),
    shows: heard.shows,
    text: heard.text,
  }
}

const NOTHING: Heard = { text: '', shows: [], wrote: [] }

async function hear(
  { says, presses, attaches }: ConversationTurn,
  chat: ReplayedChat,
): Promise<Heard | undefined> {
  if (says !== undefined) return chat.say(says)
  if (presses !== undefined) return chat.press(presses)
  return attaches === undefined ? undefined : chat.attachPicture()
}

async function asked({ id, kind, options }: OpenQuestion, chat: ReplayedChat): Promise<Asked> {
  const proposes = kind === 'confirm' ? { proposes: await chat.proposes() } : {}
  return { kind, options: options ?? chat.choices(id), ...proposes }
}
