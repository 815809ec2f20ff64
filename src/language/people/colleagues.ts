import { hasHan } from '../text/normalise.js'
import type { Pinyin } from '../text/pinyin.js'
import type { Gazetteer } from './book-names.js'
import type { Colleague, ColleagueNames } from './colleague-names.js'
import type { LatinWord, PersonMention } from './mention.js'
import { givenSpelled, nameParts, surnameSpelled, umlautVariants } from './name-parts.js'
import type { NamingLexicon } from './naming-lexicon.js'

const NOBODY = ''

export function colleagueNames(
  colleagues: readonly Colleague[],
  lexicon: NamingLexicon,
  pinyin: Pinyin,
  fold: (raw: string) => string,
): ColleagueNames {
  const byName = new Map<string, string>()
  const byGiven = new Map<string, string>()
  const bySurname = new Map<string, string>()
  const add = (map: Map<string, string>, form: string, id: string) => {
    if (form !== '') map.set(form, (map.get(form) ?? id) === id ? id : NOBODY)
  }
  for (const { id, name } of colleagues) {
    const folded = fold(name)
    const parts = nameParts(folded, lexicon.surnames)
    const { surname, given } = parts
    add(byName, folded, id)
    if (given.length > 1 && !lexicon.commonWords.has(given)) add(byGiven, given, id)
    add(bySurname, surname, id)
    if (!hasHan(folded)) continue
    for (const first of surnameSpelled(parts, lexicon.surnames, pinyin).flatMap((s) =>
      umlautVariants(s.replace(' ', '')),
    )) {
      add(bySurname, first, id)
      for (const spelt of givenSpelled(parts, pinyin).flatMap(umlautVariants)) {
        const joined = spelt.replaceAll(' ', '')
        for (const form of [`${first} ${joined}`, `${first}${joined}`, `${joined} ${first}`])
          add(byName, form, id)
        if (joined !== spelt) add(byGiven, joined, id)
      }
    }
  }
  return {
    byName,
    byGiven,
    bySurname,
    longest: Math.max(0, ...[...byName.keys()].map((form) => form.length)),
  }
}

const RANK = /^(?:客户经理|经理|行长|主任|主管|柜员)/
const HANDED_TO =
  /(?:(?:移|转|交)交?(?:接)?(?:给|到)|[分派拨]给|同事|管户(?:是|经理)?|(?:hand(?:ed|ing)?|pass(?:ed)?|give|gave|transfer(?:red)?|assign(?:ed)?|mov(?:e|ed))(?: [a-z]+){0,3} (?:over )?to|covers? for|covering(?: for)?|colleague|how(?: is| are|'s| did| has)|(?:calls?|visits?|deals?|contacts?) (?:did|has|have)) ?$/
const AT_WORK =
  /^(?:(?:这|本|上)个?(?:周|月|季度|星期)|今[天年]|昨天)*(?:一共|总共)?(?:[打联拜做跟约]\S{0,3})?(?:多少|几)[个通位次]?(?:电话|客户|单|人)|^的?(?:业绩|执行|电话量|客户|名下|台账|客群)|^(?:名下|管的|休假|请假|调走|离职)|^(?:'s)? ?(?:results?|numbers|book|customers|clients|portfolio|(?:is )?on leave|calls)(?![a-z])/

interface Named extends PersonMention {
  /** Named in full: a part of a name, or a surname with a rank, is rather a customer's. */
  readonly isWhole: boolean
}

/** Every colleague named in the text; that a customer is meant instead is for `withColleagues` to say. */
function* mentionsOf(folded: string, words: readonly LatinWord[], book: Gazetteer): Iterable<Named> {
  const { byName, byGiven, bySurname, longest } = book.colleagues
  const at = (start: number, end: number, id: string | undefined, isWhole: boolean): Named[] =>
    id === undefined || id === NOBODY
      ? []
      : [{ start, end, ids: [], by: 'colleague', colleague: id, isWhole }]
  for (let start = 0; start < folded.length; start++) {
    if (!hasHan(folded[start]!)) continue
    for (let length = Math.min(longest, folded.length - start); length >= 1; length--) {
      const text = folded.slice(start, start + length)
      const rank = RANK.exec(folded.slice(start + length, start + length + 4))?.[0] ?? ''
      const end = start + length + rank.length
      const whole = byName.get(text)
      yield* at(start, end, whole ?? byGiven.get(text), whole !== undefined)
      if (rank !== '') yield* at(start, end, bySurname.get(text), false)
    }
  }
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + 3) - 1; to >= from; to--) {
      const run = words.slice(from, to + 1)
      const isRun = run.every(
        (word, i) => i === 0 || /^[ -]$/.test(folded.slice(run[i - 1]!.end, word.start)),
      )
      if (!isRun) continue
      const text = run.map((w) => w.word).join(' ')
      const whole = byName.get(text)
      yield* at(run[0]!.start, run.at(-1)!.end, whole ?? byGiven.get(text), whole !== undefined)
    }
  }
}

/**
 * Adds the colleagues to what was found of customers and strangers. A customer of exactly that name, or of a longer
 * one there, is meant rather than a colleague, unless the words around speak of a colleague's work: 移交给王丽.
 */
export function withColleagues(
  folded: string,
  words: readonly LatinWord[],
  found: readonly PersonMention[],
  book: Gazetteer,
): readonly PersonMention[] {
  if (book.colleagues.byName.size === 0) return found
  let all = found
  for (const { isWhole, ...colleague } of mentionsOf(folded, words, book)) {
    const others = all.filter((m) => m.start < colleague.end && colleague.start < m.end)
    const isOfWork =
      HANDED_TO.test(folded.slice(Math.max(0, colleague.start - 40), colleague.start)) ||
      AT_WORK.test(folded.slice(colleague.end, colleague.end + 20))
    const yields = others.some(
      (m) =>
        m.by === 'colleague' ||
        m.end - m.start > colleague.end - colleague.start ||
        (m.ids.length > 0 && (!isWhole || isExact(folded, m, book)) && !isOfWork),
    )
    if (!yields) all = [...all.filter((m) => !others.includes(m)), colleague]
  }
  return [...all].sort((a, b) => a.start - b.start)
}

function isExact(folded: string, { start, end }: PersonMention, book: Gazetteer): boolean {
  const said = folded.slice(start, end)
  const kind = (hasHan(said) ? book.han : book.latin).get(said)?.kind
  return kind === 'name' || kind === 'nickname'
}
