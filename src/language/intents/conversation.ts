import type { Intent } from '../reading.js'

/** Words of conversation as data: whole phrases by intent, in the order in which they win. */
export interface ConversationWords {
  readonly particles: readonly string[]
  readonly fillers: readonly string[]
  readonly phrases: readonly {
    readonly intent: Intent
    readonly zh: readonly string[]
    readonly en: readonly string[]
  }[]
}

/** The intent of a message that is nothing but words of conversation; undefined where there is more to it. */
export type ConversationReader = (folded: string) => Intent | undefined

const CUTS = /[,;。.!?！？、~…:()"\n]+|\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+/

export function createConversationReader(words: ConversationWords): ConversationReader {
  const phrases = words.phrases.map(({ intent, zh, en }) => ({
    intent,
    pattern: new RegExp(`^(?:${[...zh, ...en].join('|')})$`, 'u'),
  }))
  const particles = new RegExp(`(?:${words.particles.join('|')})$`)
  const filler = new RegExp(`^(?:${words.fillers.join('|')})$`)
  const leading = new RegExp(`^(?:(?:${words.fillers.join('|')})(?:\\s+|(?=[\\u4e00-\\u9fff])))+`)
  const intentOf = (phrase: string): Intent | undefined => {
    const bare = phrase.replace(particles, '').trim()
    for (const form of new Set([
      phrase,
      bare,
      bare.replace(leading, '').trim(),
      phrase.replace(leading, '').trim(),
    ])) {
      if (form === '') continue
      const found = phrases.find(({ pattern }) => pattern.test(form))
      if (found !== undefined) return found.intent
    }
    return undefined
  }
  return (folded) => {
    const whole = withoutDecoration(folded)
    if (whole.length > 60) return undefined
    if (whole === '') return undefined
    const atOnce = intentOf(whole)
    if (atOnce !== undefined) return atOnce
    const found = new Set<Intent>()
    for (const part of whole.split(CUTS)) {
      const phrase = part.trim()
      if (phrase === '' || filler.test(phrase)) continue
      const intent = intentOf(phrase)
      if (intent === undefined) return undefined
      found.add(intent)
    }
    return phrases.find(({ intent }) => found.has(intent))?.intent
  }
}

/** Emoji after words say nothing more; alone they may be an answer. */
function withoutDecoration(folded: string): string {
  const bare = folded
    .replace(/\p{Extended_Pictographic}|\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]/gu, ' ')
    .replace(/\[[^\]]{1,6}\]/g, ' ')
    .replace(/^[\s,.!?~。、]+|[\s,.!?~。、…^_]+$/g, '')
    .trim()
  return bare === '' ? folded.trim() : bare
}
