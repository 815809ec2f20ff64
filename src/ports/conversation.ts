import type { Locale, Manager } from '../domain/manager/manager.js'
import type { FileWay } from './ports.js'
import type { Reply } from './reply.js'

/**
 * What the assistant says, behind the gate. A turn is one unit of work: what it writes through the ports, the keys of
 * the turn and its journal lines are committed together when the method has ended. What it sends is held back until
 * then; the id of a message that it is given is a handle of the gate's, good for changing it later. The gate has already
 * answered who is speaking, dropped repeats, refused groups, refreshed the reference and let the turn before this one
 * finish; a `Conversation` only talks.
 *
 * Where a method throws, the manager gets an apology in their language, the log gets ids, and the same message or
 * button may be tried again.
 */
export interface Conversation {
  /** The manager wrote a line (also where a button wrote it for them). */
  onMessage(turn: Turn): Promise<void>
  /** The manager pressed a button of a card. Not called a second time for the same `press.key`. */
  onPress(turn: Turn, press: Press): Promise<PressAnswer>
  /**
   * The manager sent what is not read: said in one line, and nothing else. It is no answer to an open question, which
   * stays as it is. Where `turn.text` is not empty it came along with words, which `onMessage` has had before.
   */
  onNotRead(turn: Turn, what: NotRead): Promise<void>
  /** The assistant was installed, or the manager opened the chat for the first time. */
  onJoin(turn: Turn): Promise<void>
}

/** What reaches the assistant and is not read. */
export const NOT_READ = [
  'picture',
  'voice',
  'video',
  'file',
  'card',
  'quoted',
  'forwarded',
  'edited',
  'deleted',
  'too-long',
  'empty',
] as const
export type NotRead = (typeof NOT_READ)[number]

/** One activity of a known manager in their own chat. */
export interface Turn {
  /** The same for every repeat of the activity; serves as `Change.id`, so that a repeat after a restart writes nothing. */
  readonly id: string
  readonly manager: Manager
  /** The manager's own choice, else the roster's. */
  readonly locale: Locale
  /** What was written, mentions and outer blanks removed; empty for a press or a join. */
  readonly text: string
  readonly chat: Chat
}

/** The chat a turn is in. */
export interface Chat {
  /** The same for every turn of the conversation: the channel and its id there. */
  readonly key: string
  /** The message whose button was pressed, where the messenger says which. */
  readonly cardId?: string
  /** Brings a reply to the manager; gives the id of the message, where there is one. */
  send(reply: Reply): Promise<string | undefined>
  /** Puts a reply in the place of a message; one that is gone stays gone. */
  replace(messageId: string, reply: Reply): Promise<void>
  /** How a file gets to the manager here. */
  fileWay(): FileWay
}

/** A pressed button, whether it came as Action.Execute or as its Action.Submit fallback. */
export interface Press {
  /** What the button means, from `action.verb` or `data.verb`: `contact.log`. Empty where a press is no press of ours. */
  readonly verb: string
  /** The button's data and the card's inputs. From outside: ids are checked for ownership again. */
  readonly data: Readonly<Record<string, unknown>>
  /**
   * Present where the data carries `once`, a text of the card's id and version: then the press is done once per
   * manager, verb and `once`, also after a restart (for a week). Serves as `Change.id` of what it changes.
   */
  readonly key?: string
}

/** What the manager sees in answer to a press. */
export type PressAnswer =
  /** Takes the place of the card that was pressed. */
  | { readonly kind: 'card'; readonly card: object }
  | { readonly kind: 'line'; readonly text: string }
  /** A file that now lies where `uploadInfo` of the press said, with a line about it. */
  | { readonly kind: 'file'; readonly uploadInfo: unknown; readonly text: string }
  /** Nothing more: the conversation has replied in the turn, or there is nothing to say. */
  | { readonly kind: 'none' }

/** The few sentences the gate says itself. */
export interface GateLines {
  /** To someone the roster does not know; in both languages. */
  readonly stranger: string
  /** In a group or channel, once; in both languages. */
  readonly group: string
  apology(locale: Locale): string
  /** The button was pressed before and has done its work. */
  doneBefore(locale: Locale): string
  /** The message was dealt with before the process was stopped; `answer`: in short, where that is known. */
  repeated(locale: Locale, answer: string | undefined): string
  /** What was asked for is done, but the reply may not have arrived. */
  unsent(locale: Locale): string
  /** Nothing was written, for nothing can be written now. */
  notKept(locale: Locale): string
}
