import { Parser } from 'htmlparser2'

/** What a piece of a messenger's HTML holds. */
export interface OwnWords {
  /** What the writer typed, without what was quoted. */
  readonly text: string
  /** A passage that was said before: in answer to it, or handed on. */
  readonly quotes?: 'quoted' | 'forwarded'
  readonly hasPicture: boolean
}

/** Where Teams puts what is said again: `http://schema.skype.com/Reply` and `/Forward`, as a type of the block. */
const FORWARD = /\/forward$/i
/** Teams writes an emoji as a picture whose `alt` is the character. */
const EMOJI = /\/emoji$/i
const BREAKS = ['p', 'div', 'br', 'li', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'pre']
const UNREAD = ['script', 'style', 'title', 'at']

/** Reads a message's HTML. The only home of htmlparser2. */
export function ownWords(html: string): OwnWords {
  const words: string[] = []
  let quotes: OwnWords['quotes']
  let hasPicture = false
  let hidden = 0
  const isHidden = (name: string) => name === 'blockquote' || UNREAD.includes(name)
  const parser = new Parser({
    onopentag(name, { itemtype = '', alt = '' }) {
      if (name === 'blockquote') quotes = FORWARD.test(itemtype) ? 'forwarded' : (quotes ?? 'quoted')
      if (isHidden(name)) hidden++
      if (hidden > 0) return
      if (BREAKS.includes(name)) words.push('\n')
      if (name === 'emoji' || (name === 'img' && EMOJI.test(itemtype))) words.push(alt)
      else if (name === 'img') hasPicture = true
    },
    ontext(text) {
      if (hidden === 0) words.push(text)
    },
    onclosetag(name) {
      if (isHidden(name) && hidden > 0) hidden--
      else if (BREAKS.includes(name)) words.push('\n')
    },
  })
  parser.end(html)
  const text = words.join('').replaceAll(/\s*\n\s*/g, '\n')
  return { text, hasPicture, ...(quotes === undefined ? {} : { quotes }) }
}
