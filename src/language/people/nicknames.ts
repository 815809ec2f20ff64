import type { Gender } from '../../domain/customer/profile-fields.js'
import { hasHan } from '../text/normalise.js'
import type { Pinyin } from '../text/pinyin.js'
import { umlautVariants } from './name-parts.js'
import type { NamingLexicon } from './naming-lexicon.js'

/** A folded nickname as it is said in Chinese: 刘姨 and 刘阿姨, 王姐 and 王大姐 are one way of saying it. */
export function* hanNicknames(
  nickname: string,
  gender: Gender | undefined,
  lexicon: NamingLexicon,
): Iterable<string> {
  yield nickname
  const titled = titleIn(nickname, gender, lexicon)
  if (titled === undefined || (titled.id !== 'aunt' && titled.id !== 'sister')) return
  for (const other of titled.words) if (/^(?:大?姐|阿?姨)$/.test(other)) yield `${titled.who}${other}`
}

/** Its pinyin and its plain translation: chen zong, boss chen. */
export function* latinNicknames(
  nickname: string,
  gender: Gender | undefined,
  lexicon: NamingLexicon,
  pinyin: Pinyin,
): Iterable<string> {
  if (!hasHan(nickname)) {
    yield nickname
    yield* translatedBack(nickname, lexicon)
    return
  }
  const titled = titleIn(nickname, gender, lexicon)
  if (titled === undefined) {
    yield pinyin.of(nickname).join(' ')
    return
  }
  const { who, word, isBefore } = titled
  for (const spelled of umlautVariants(lexicon.surnames.readings[who] ?? pinyin.of(who).join(''))) {
    for (const spelledTitle of umlautVariants(pinyin.of(word).join(''))) {
      const [first, second] = isBefore ? [spelledTitle, spelled] : [spelled, spelledTitle]
      yield `${first} ${second}`
      yield `${first}${second}`
    }
    for (const english of titled.english) yield `${english} ${spelled}`
  }
}

interface Titled {
  readonly id: string
  readonly who: string
  /** The title as it is in the nickname, and the other words for the same. */
  readonly word: string
  readonly words: readonly string[]
  readonly english: readonly string[]
  readonly isBefore: boolean
}

function titleIn(nickname: string, gender: Gender | undefined, lexicon: NamingLexicon): Titled | undefined {
  for (const [titles, isBefore] of [
    [lexicon.titles, false],
    [lexicon.before, true],
  ] as const) {
    for (const { id, zh, en, gender: only } of titles) {
      if (only !== undefined && gender !== undefined && only !== gender) continue
      const word = zh.find(
        (w) => nickname.length > w.length && (isBefore ? nickname.startsWith(w) : nickname.endsWith(w)),
      )
      if (word === undefined) continue
      const who = isBefore ? nickname.slice(word.length) : nickname.slice(0, -word.length)
      return { id, who, word, words: zh, english: en, isBefore }
    }
  }
  return undefined
}

/** "Mrs Zhao" is also missus Zhao; only where the surname is written in letters. */
function* translatedBack(nickname: string, lexicon: NamingLexicon): Iterable<string> {
  const [first, ...rest] = nickname.replaceAll('.', '').split(' ')
  const title = lexicon.titles.find((t) => t.en.includes(first ?? ''))
  if (title === undefined || rest.length === 0) return
  for (const word of title.en) yield `${word} ${rest.join(' ')}`
}
