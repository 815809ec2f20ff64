import { blurred, spellings } from '../text/pinyin.js'
import type { Gazetteer } from './book-names.js'
import { misheardTitle } from './han/misheard-titles.js'
import { sameCharacters } from './han/near-sounds.js'
import type { LatinWord, NamingTools, PersonMention } from './mention.js'

/**
 * Misspelt and homophone names in what is left of the text: taken for the form of the book that is clearly nearest; where
 * several are, or the title is off, a name the book does not have with those it may be.
 */
export function nearMentions(
  folded: string,
  words: readonly LatinWord[],
  taken: readonly PersonMention[],
  book: Gazetteer,
  tools: NamingTools,
): readonly PersonMention[] {
  const isTaken = new Uint8Array(folded.length)
  for (const { by, start, end } of taken) if (by !== 'unknown') isTaken.fill(1, start, end)
  const isFree = (start: number, end: number) => !isTaken.subarray(start, end).includes(1)
  const found: PersonMention[] = []
  const perhaps: PersonMention[] = []
  const add = (start: number, end: number, forms: readonly string[]) => {
    const nearest = onlyOne(forms, book)
    if (nearest !== undefined) found.push({ start, end, ids: idsOf([nearest], book), nearest, by: 'near' })
    else addPerhaps(start, end, idsOf(forms, book))
  }
  const addPerhaps = (start: number, end: number, maybe: readonly string[]) => {
    if (maybe.length > 0 && maybe.length <= MOST_OFFERED)
      perhaps.push({ start, end, ids: [], maybe, by: 'unknown' })
  }
  for (const [start, end] of hanWindows(folded)) {
    if (!isFree(start, end)) continue
    add(start, end, nearestHan(folded.slice(start, end), book, tools))
    if (end - start <= 3) addPerhaps(start, end, misheardTitle(folded, start, end, book, tools))
  }
  for (const [from, to] of latinWindows(folded, words)) {
    const start = words[from]!.start
    const end = words[to]!.end
    if (isFree(start, end)) add(start, end, nearestLatin(words.slice(from, to + 1), book, tools))
  }
  const isClear = (m: PersonMention) => !found.some((f) => m.start < f.end && f.start < m.end)
  return [...found, ...perhaps.filter(isClear)]
}

/** More than these are no help to choose from. */
const MOST_OFFERED = 5

function idsOf(forms: readonly string[], book: Gazetteer): readonly string[] {
  return [...new Set(forms.flatMap((form) => (book.han.get(form) ?? book.latin.get(form))?.ids ?? []))].sort()
}

function* hanWindows(folded: string): Iterable<readonly [number, number]> {
  for (let start = 0; start < folded.length; start++) {
    for (let length = 4; length >= 2; length--) {
      const text = folded.slice(start, start + length)
      if (text.length === length && /^[一-鿿]+$/.test(text)) yield [start, start + length]
    }
  }
}

function nearestHan(window: string, book: Gazetteer, tools: NamingTools): readonly string[] {
  const sounding = book.sounds.beginsLike(window.slice(0, 2))
    ? book.sounds.soundingLike(window).filter((form) => soundsRight(window, form, book, tools))
    : []
  if (sounding.length > 0) return sounding
  if (window.length < 3) return []
  return book.sounds.oneCharacterOff(window).filter((form) => isSlipOfOne(window, form, tools))
}

/** All that are near must mean the same customers, else nobody is clearly nearest. */
function onlyOne(forms: readonly string[], book: Gazetteer): string | undefined {
  const [first] = forms
  if (first === undefined) return undefined
  const ids = (form: string) => (book.han.get(form) ?? book.latin.get(form))?.ids.join()
  return forms.every((form) => ids(form) === ids(first)) ? first : undefined
}

function soundsRight(window: string, form: string, book: Gazetteer, tools: NamingTools): boolean {
  const same = sameCharacters(window, form)
  const exact = spellings(tools.pinyin, window).some((s) => spellings(tools.pinyin, form).includes(s))
  const surname = window[0] ?? ''
  const isOtherSurname = surname !== form[0] && tools.lexicon.surnames.single.has(surname)
  const kind = book.han.get(form)?.kind
  if (isOtherSurname && !exact) return false
  if (kind === 'given' || kind === 'company') return form.length >= 3 && same >= form.length - 1 && exact
  if (form.length >= 3) return same >= 1 || exact
  if (tools.isOrdinary(window)) return false
  // Two characters: one must be right, and the wrong one must be the name rather than the title.
  if (same !== 1) return false
  if (kind === 'nickname') {
    if (/^[小老阿]/.test(form))
      return window[0] === form[0] && exact && tools.lexicon.surnames.single.has(window[1] ?? '')
    return window.at(-1) === form.at(-1) && (exact || !isOtherSurname)
  }
  return exact && !(isOtherSurname && window[1] !== form[1])
}

/** One character of three or four is another one; a surname of its own is somebody else. */
function isSlipOfOne(window: string, form: string, tools: NamingTools): boolean {
  if (window[0] !== form[0]) return false
  if (/[的了说没接打来去给和跟在是有不要问总姐哥]/.test(window.slice(1))) return false
  for (let i = 0; i + 1 < window.length; i++)
    if (tools.isOrdinary(window.slice(i, i + 2)) && i > 0) return false
  return window.length >= 3
}

function* latinWindows(folded: string, words: readonly LatinWord[]): Iterable<readonly [number, number]> {
  for (let from = 0; from < words.length; from++) {
    for (let length = 3; length >= 1; length--) {
      const to = from + length - 1
      if (to >= words.length) continue
      const isRun = words
        .slice(from, to)
        .every((word, i) => /^[ -]$/.test(folded.slice(word.end, words[from + i + 1]!.start)))
      if (isRun) yield [from, to]
    }
  }
}

function nearestLatin(window: readonly LatinWord[], book: Gazetteer, tools: NamingTools): readonly string[] {
  const letters = window.reduce((sum, { word }) => sum + word.length, 0)
  if (letters < (window.length === 1 ? 4 : 6) || window.every((w) => tools.isOrdinary(w.word))) return []
  return book.spellings
    .slipsOf(window.map((w) => w.word))
    .filter((form) => isNearWordByWord(form.split(' '), window, tools))
}

/** A word that is right may be any; a word that is off must not be an ordinary word. */
function isNearWordByWord(
  parts: readonly string[],
  window: readonly LatinWord[],
  tools: NamingTools,
): boolean {
  return window.every(
    ({ word }, i) =>
      word === parts[i] ||
      (!tools.isOrdinary(word) && word[0] === parts[i]?.[0]) ||
      blurred(word) === blurred(parts[i] ?? ''),
  )
}
