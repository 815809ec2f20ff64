import { type Pinyin, spellings } from './pinyin.js'

/** Words that are often typed with other characters of the same sound, and real words that only sound like them. */
export interface HomophoneWords {
  readonly words: readonly string[]
  readonly otherWords: readonly string[]
}

/** Puts the trade's words where characters of the same sound were typed: 理才, 语约. Lengths do not change. */
export type HomophoneMender = (folded: string, isTaken: (start: number, end: number) => boolean) => string

/** @param isKnown whether two neighbouring characters are usual; only unusual ones are mended. */
export function createHomophoneMender(
  { words, otherWords }: HomophoneWords,
  pinyin: Pinyin,
  isKnown: (pair: string) => boolean,
): HomophoneMender {
  const bySound = new Map<string, string>()
  for (const word of words)
    for (const sound of spellings(pinyin, word, 4)) if (!bySound.has(sound)) bySound.set(sound, word)
  const real = new Set([...words, ...otherWords])
  const lengths = [...new Set(words.map((word) => word.length))].sort((a, b) => b - a)
  return (folded, isTaken) => {
    let text = folded
    for (const length of lengths) {
      for (let start = 0; start + length <= text.length; start++) {
        const window = text.slice(start, start + length)
        if (
          real.has(window) ||
          !/^[一-鿿]+$/.test(window) ||
          NO_WORD.test(window) ||
          isTaken(start, start + length)
        )
          continue
        if (pairs(window).every(isKnown) || overlapsWord(text, start, length, real)) continue
        const sound = pinyin.of(window).join(' ')
        const word = bySound.get(sound)
        if (word === undefined || cutsWord(text, start, word, isKnown)) continue
        text = text.slice(0, start) + word + text.slice(start + length)
      }
    }
    return text
  }
}

/** Whether a character that would change belongs to its neighbour outside: 明晚六点 holds no 挽留, 五万块积存金 no 会计. */
function cutsWord(text: string, start: number, word: string, isKnown: (pair: string) => boolean): boolean {
  const end = start + word.length
  return (
    (text[start] !== word[0] && isKnown(text.slice(start - 1, start + 1))) ||
    (text[end - 1] !== word.at(-1) && isKnown(text.slice(end - 1, end + 1)))
  )
}

/** Little words that are right where they stand: 记进日历 is no 基金. */
const NO_WORD =
  /^[的了我你他她们在把被给一不就都也很和跟]|[进出来去了的过着给吗呢吧]$|[一二两三四五六七八九十百千万亿]/

function pairs(window: string): readonly string[] {
  return Array.from({ length: window.length - 1 }, (_, i) => window.slice(i, i + 2))
}

/** A word of the trade that shares a character with the window is right as it stands. */
function overlapsWord(text: string, start: number, length: number, real: ReadonlySet<string>): boolean {
  return (
    real.has(text.slice(start - 1, start + 1)) || real.has(text.slice(start + length - 1, start + length + 1))
  )
}
