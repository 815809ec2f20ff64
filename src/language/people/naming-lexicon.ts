import type { Surnames } from './name-parts.js'
import type { Title } from './titles.js'

/** The naming customs of a language community, as data. */
export interface NamingCustoms {
  readonly titles: readonly Title[]
  /** 老, 小, 阿 and their kin, said before a surname. */
  readonly before: readonly Title[]
  readonly diminutives: Readonly<Record<string, readonly string[]>>
  /** Given names that are better known as something else: 国庆. */
  readonly commonWords: ReadonlySet<string>
  readonly surnames: Surnames
}

/** A title's word that begins with a given character. */
interface TitleWord {
  readonly word: string
  readonly title: Title
}

/** The customs, and titles by the words they are said with. */
export interface NamingLexicon extends NamingCustoms {
  /** Chinese titles by their first character, the longest word first. */
  readonly hanTitles: ReadonlyMap<string, readonly TitleWord[]>
  /** English titles, and 老, 小, 阿 in English and pinyin: said before a name. */
  readonly titlesBefore: ReadonlyMap<string, Title>
  /** Pinyin of titles, said behind a surname: Zhou zong. */
  readonly titlesBehind: ReadonlyMap<string, Title>
}

export function namingLexicon(customs: NamingCustoms): NamingLexicon {
  const hanTitles = new Map<string, TitleWord[]>()
  const titlesBefore = new Map<string, Title>()
  const titlesBehind = new Map<string, Title>()
  const addFirst = (map: Map<string, Title>, word: string, title: Title) => {
    if (!map.has(word)) map.set(word, title)
  }
  for (const title of customs.titles) {
    for (const word of title.zh) {
      const known = hanTitles.get(word[0] ?? '')
      if (known === undefined) hanTitles.set(word[0] ?? '', [{ word, title }])
      else known.push({ word, title })
    }
    for (const word of title.en) addFirst(titlesBefore, word, title)
    for (const word of title.pinyin) addFirst(titlesBehind, word, title)
  }
  for (const title of customs.before) {
    for (const word of title.en) addFirst(titlesBefore, word, title)
    for (const word of title.pinyin) if (word.length > 2) addFirst(titlesBefore, word, title)
  }
  for (const words of hanTitles.values()) words.sort((a, b) => b.word.length - a.word.length)
  return { ...customs, hanTitles, titlesBefore, titlesBehind }
}

/** The longest Chinese title that stands at `start`. */
export function hanTitleAt(
  folded: string,
  start: number,
  { hanTitles }: NamingLexicon,
): { readonly title: Title; readonly end: number } | undefined {
  const found = hanTitles.get(folded[start] ?? '')?.find(({ word }) => folded.startsWith(word, start))
  return found === undefined ? undefined : { title: found.title, end: start + found.word.length }
}

/** The surname of one or two characters that stands at `start`. */
export function hanSurnameAt(folded: string, start: number, { surnames }: NamingLexicon): string | undefined {
  const two = folded.slice(start, start + 2)
  if (surnames.double.has(two)) return two
  const one = folded[start] ?? ''
  return surnames.single.has(one) ? one : undefined
}
