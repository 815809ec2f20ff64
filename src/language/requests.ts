import type { PracticeTopic } from '../domain/playbook/practice.js'
import { fold } from './text/normalise.js'
import type { TopicReader } from './topics.js'

/** What a manager asks for that is no intent of its own. */
export type OwnRequest =
  /** To practise a call; without a topic it is to be asked which. */
  | { readonly kind: 'practice'; readonly topic?: PracticeTopic }
  /** To have a text read before it is said or sent; empty where it was not given. */
  | { readonly kind: 'check'; readonly draft: string }

/** Parts of patterns on a message in lower case. */
interface Phrases {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** The words by which these are asked for, and by which a practised call is ended. */
export interface RequestWords {
  readonly practice: {
    readonly asks: Phrases
    readonly scenes: readonly (Phrases & { readonly topic: PracticeTopic })[]
    readonly over: Phrases
    readonly off: Phrases
    readonly goodbye: Phrases
    readonly asksDaybook: Phrases
  }
  readonly check: { readonly before: Phrases; readonly after: Phrases }
}

/** How words end a practised call: it is to be scored, or let go; `goodbye` is a line that hangs up. */
export type PracticeEnd = 'over' | 'off' | 'goodbye'

export interface RequestReader {
  request(text: string): OwnRequest | undefined
  practiceEnd(text: string): PracticeEnd | undefined
  /** Whether words in a practised call may be a question to Daybook, and not to the customer: they address nobody. */
  asksDaybook(text: string): boolean
}

/** Compiles the words once; what it returns is pure. */
export function createRequestReader(words: RequestWords, topics: TopicReader): RequestReader {
  const { practice, check } = words
  const asks = new RegExp(`^(?:${anyOf(practice.asks)})`)
  const scenes = practice.scenes.map(({ topic, ...phrases }) => ({
    topic,
    pattern: new RegExp(anyOf(phrases)),
  }))
  const before = new RegExp(`^(?:${anyOf(check.before)})[?,。!\\s]*(?::\\s*"?|(?="))`)
  const asked = new RegExp(
    `^(?:${anyOf(check.before)})(?<=[吗么?]|能不能.{0,6}|可不可以.{0,6})[?,。!\\s]+(?=\\S.{3})`,
  )
  const bare = new RegExp(`^(?:${anyOf({ zh: check.before.zh.slice(0, 1), en: [] })})[?。!\\s]*$`)
  const after = new RegExp(`[",。，!.\\s-]+(?:${anyOf(check.after)})[?。!\\s]*$`)
  const whole = (phrases: Phrases) => new RegExp(`^(?:${anyOf(phrases)})[。!.,\\s]*$`)
  const over = whole(practice.over)
  const off = whole(practice.off)
  const goodbye = new RegExp(anyOf(practice.goodbye))
  const asksDaybook = new RegExp(anyOf(practice.asksDaybook))

  const topicOf = (asked: string): PracticeTopic | undefined => {
    const objection = topics.objection(asked)
    if (objection !== undefined) return { kind: 'objection', situation: objection }
    return scenes.find(({ pattern }) => pattern.test(asked))?.topic
  }

  const draftIn = (text: string, said: string): string | undefined => {
    const lead = (before.exec(said) ?? asked.exec(said) ?? WORDS_FOLLOW.exec(said) ?? lookAt(said))?.[0]
    if (lead !== undefined) return unquoted(text.slice(lead.length))
    if (bare.test(said)) return ''
    const tail = after.exec(said)
    return tail === null || tail.index < 4 ? undefined : unquoted(text.slice(0, tail.index))
  }

  return {
    request(text) {
      const trimmed = text.trim()
      const said = fold(trimmed, NO_OTHERS).folded
      const draft = draftIn(trimmed, said)
      if (draft !== undefined) return { kind: 'check', draft }
      const asked = asks.exec(said)?.[0]
      if (asked === undefined) return undefined
      const topic = topicOf(said.slice(asked.length))
      return { kind: 'practice', ...(topic === undefined ? {} : { topic }) }
    },
    practiceEnd(text) {
      const said = fold(text.trim(), NO_OTHERS).folded
      if (over.test(said)) return 'over'
      if (off.test(said)) return 'off'
      return goodbye.test(said) ? 'goodbye' : undefined
    },
    asksDaybook(text) {
      const said = fold(text, NO_OTHERS).folded
      return asksDaybook.test(said) && !ADDRESSES.test(said)
    },
  }
}

/** "Can I send this it will never lose money": the words to the customer follow without a mark. */
const WORDS_FOLLOW =
  /^(?:can|may|could|should) i (?:send|say|write|text|use|post)(?: this| that)?[,.]? +(?=(?:it|the|you|your|we|our|dear|hi|hello|don't|there|no|guaranteed)(?![a-z]) \S+ \S)/

/** 帮我看看:… — a text, unless what follows asks for something itself. */
function lookAt(said: string): RegExpExecArray | null {
  const lead = LOOK_AT.exec(said)
  return lead === null || ASKS_ITSELF.test(said.slice(lead[0].length)) ? null : lead
}

const LOOK_AT =
  /^(?:请|麻烦|你|您)*(?:帮我?|替我|给我)(?:看一?看|看一?下|瞧一?瞧|审一?下|检查一?下|把把?关|过一?下|过过目)(?:合不合规|行不行|能不能发)?\s*:\s*(?=\S.{2})|^(?:please |pls )*(?:have a look|take a look|look)(?: at this)?\s*:\s*(?=\S.{2})/

const ASKS_ITSELF =
  /[?？]|谁|什么|啥|哪|几[个位笔]|多少|怎么|如何|名单|(?<![a-z])(?:who|what|which|when|how|list|show)(?![a-z])/

const ADDRESSES = /[您你咱]|(?<![a-z])you(?:r|rs|'\w+)?(?![a-z])/

// The words are written in simplified characters, as managers of the bank write.
const NO_OTHERS: ReadonlyMap<string, string> = new Map()

function anyOf({ zh, en }: Phrases): string {
  return [...zh, ...(en.length === 0 ? [] : [`(?<![a-z])(?:${en.join('|')})(?![a-z])`])].join('|')
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^["“”「『'‘]+|["“”」』'’]+$/g, '')
    .trim()
}
