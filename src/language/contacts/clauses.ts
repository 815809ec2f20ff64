import type { Day } from '../../domain/day.js'
import type { ClauseWordFinder } from '../clauses/clause-words.js'
import {
  type ClauseProperties,
  type ClauseText,
  propertiesOf,
  type TellsSomething,
} from '../clauses/properties.js'
import { mask, overlaps, type Parsed, type Piece } from '../parse.js'
import type { PersonMention } from '../people/find-mentions.js'
import { matchesIn } from '../text/matches-in.js'
import { hasHan } from '../text/normalise.js'

/** People named side by side, of whom the same is told: 高总、胡姐; "Grace and David". */
export interface Group extends Piece {
  readonly people: readonly PersonMention[]
}

/** A stretch of the message that says one thing, about the groups it names or about those before it. */
export interface Clause extends Piece, ClauseProperties {
  /** As masked for the cue patterns. */
  readonly masked: string
  readonly groups: readonly Group[]
}

const LIST =
  /^(?: ?(?:、|和|与|跟|同埋?|及|以及|还有|&|\/|\+|and|n|nor|or|plus|as well as) ?(?:the )?(?:also )?|)$/
const LOOSE = /^ ?, ?$|^ $/
const ALL_OF_THEM =
  /^[^,;。!?]{0,10}(?:都|全|均|俩|两(?:位|个|人)|三(?:位|个|人)|几(?:位|个)|我(?:都|全)|也都|统统|一起|both|all|neither|none|each)|^,? ?(?:both|all|neither|none|no )/

/** Joins mentions that stand side by side. A comma or a space joins only where the last has an "and", or where all are spoken of. */
export function groupsOf(parsed: Parsed): readonly Group[] {
  const { text, people } = parsed
  const groups: Group[] = []
  for (const person of people) {
    const last = groups.at(-1)
    const gap = last === undefined ? undefined : text.slice(last.end, person.start)
    if (
      last !== undefined &&
      gap !== undefined &&
      !isAgain(last, person, gap) &&
      (LIST.test(gap) || (LOOSE.test(gap) && isLooseList(parsed, person)))
    ) {
      groups[groups.length - 1] = { start: last.start, end: person.end, people: [...last.people, person] }
    } else groups.push({ start: person.start, end: person.end, people: [person] })
  }
  return groups
}

/** Named once more without an "and": what follows is told of him alone: 打了高总和胡姐 胡姐没接. */
function isAgain({ people }: Group, { ids }: PersonMention, gap: string): boolean {
  return (
    people.length > 1 &&
    gap.trim() === '' &&
    ids.length > 0 &&
    people.some((p) => p.ids.join() === ids.join())
  )
}

function isLooseList({ text, people }: Parsed, person: PersonMention): boolean {
  const index = people.indexOf(person)
  const next = people[index + 1]
  if (next !== undefined) {
    const gap = text.slice(person.end, next.start)
    if (LIST.test(gap) && gap.trim() !== '') return true
    if (LOOSE.test(gap)) return isLooseList({ text, people } as Parsed, next)
  }
  return ALL_OF_THEM.test(text.slice(person.end, person.end + 24))
}

const STOPS =
  /[,;。!?\n…]|(?<!\d)\.(?=\s|$)(?<!\b(?:mr|ms|mrs|dr|st|prof|vs)\.)(?<!\bno\.(?= ?\d))|(?<=\d)\.(?=\s)|(?<=\S) [-–—]+ (?=\S)|: ?(?!\d)|~+|-{2,}/g
const CHINESE_TURNS = /(?<=.)(?=但是?(?!凡)|(?<![信看说瞧])不过(?!关)|可是|然后|后来|结果|只是|倒是(?=.{2}))/g
const ENGLISH_TURNS =
  / (?=(?:but|although|though|however|then|so(?! (?:low|little|high|much|many|bad|good|poor|far|long|busy|small|late|expensive|soon)(?![a-z]))|because|while|whereas|except) )/g
const ENGLISH_AND =
  / (?=(?:and|&) (?:then |also |later |now )?(?:he|she|they|i|we|it|his|her|called|rang|phoned|texted|emailed|messaged|met|saw|visited|tried|spoke|talked|will|would|is|was|has|wants?|asked|said|says|agreed|promised|signed|bought|left|got|needs?)\b)/g

/** Cuts a message into clauses, and a clause that tells of several one after the other into one for each. */
export function clausesOf(
  parsed: Parsed,
  groups: readonly Group[],
  today: Day,
  words: ClauseWordFinder,
  tells: TellsSomething,
): readonly Clause[] {
  const { text } = parsed
  const spans = [...groups, ...parsed.days, ...parsed.sums, ...parsed.emails, ...parsed.phones]
  const cuts = new Set<number>([0, text.length])
  const cutAt = (pattern: RegExp) => {
    for (const match of matchesIn(text, pattern)) {
      const at = match.index + match[0].length
      if (
        !overlaps(
          spans.filter((s) => s.start < at && at < s.end),
          at - 1,
          at + 1,
        )
      )
        cuts.add(at)
    }
  }
  cutAt(STOPS)
  // 孙经理 再想想/许老板 有意: a stroke before the next one named, unless it joins names.
  for (const { start } of groups.slice(1)) if (/[^\s\d/]\s*\/\s*$/.test(text.slice(0, start))) cuts.add(start)
  if (hasHan(text)) {
    cutAt(CHINESE_TURNS)
    cutAt(/(?<=[一-鿿]) +|(?<=\S) +(?=[一-鿿])/g)
    if (/一个.*一个/.test(text)) cutAt(/(?<=.)(?=(?:另)?一个(?!月|人|多|星期|礼拜))/g)
  }
  cutAt(ENGLISH_TURNS)
  cutAt(ENGLISH_AND)
  // "… and her money went out and Captain Shi is at sea": what stands before the "and" is of those before.
  for (const { start } of groups.slice(1)) {
    const and = / (?:and|&) $/.exec(text.slice(0, start))
    const isJoined = and === null || groups.some(({ end }) => end === and.index)
    if (!isJoined) cuts.add(and.index + 1)
  }
  const bounds = [...cuts].sort((a, b) => a - b)
  const clauses: (Omit<Clause, keyof ClauseProperties> & ClauseText)[] = []
  for (let i = 0; i + 1 < bounds.length; i++) {
    const whole = plain(mask(text, parsed, today, bounds[i], bounds[i + 1]))
    const isOthers = words.mark(whole, 'hearsay')?.at === 0
    for (const { start, end } of split(text, bounds[i]!, bounds[i + 1]!, groups)) {
      if (text.slice(start, end).replace(/[\s,;。!?.…:-]/g, '') === '') continue
      const inside = groups.filter((g) => start <= g.start && g.end <= end)
      const colleague = parsed.colleagues.find((c) => start <= c.start && c.end <= end)
      const before = new Set(idsOf(clauses.findLast(({ groups }) => groups.length > 0)?.groups ?? []))
      clauses.push({
        start,
        end,
        masked: mask(text, parsed, today, start, end).trim(),
        groups: inside,
        isHearsay:
          isOthers ||
          (colleague !== undefined &&
            inside[0] !== undefined &&
            colleague.start < inside[0].start &&
            !WITH_ME.test(text.slice(colleague.end, inside[0].start))),
        isNamed: inside.length > 0,
        isOfBefore: idsOf(inside).every((id) => before.has(id)),
      })
    }
  }
  const properties = propertiesOf(
    clauses.map((clause) => ({ ...clause, masked: plain(clause.masked) })),
    words,
    tells,
  )
  // One for each clause, in the same order.
  return clauses.map((clause, index) => ({ ...clause, ...properties[index]! }))
}

/** 纪行长陪我去看了, "Mr Ji and I met": the manager was there. */
const WITH_ME = /[陪跟和带同叫拉]我|(?<![a-z])(?:and i|and me|with me|took me|joined me)(?![a-z])/

function idsOf(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ people }) => people.flatMap(({ ids }) => ids))
}

/** Without the stop it ends with; a question mark stays. */
function plain(masked: string): string {
  return masked.trim().replace(/[\s,;。!.…~:-]+$/, '')
}

const LEAD =
  /(?:(?:又|再|也|还|然后|接着|另外|随后|顺便|刚|之后){0,6}(?:去|到|给|打给|打了|打电话给|电话(?:联系)?了?|联系了?|拜访了?|见了|看了|找了|约了?|跟|和|向|问了?|发(?:了)?(?:条|个)?微信给|微信(?:发(?!给))?|发给|回访了?|碰到了?|遇到了?|是|至于|而|剩下)*)$|(?:(?:and|then|also|,|;|but|while|as for) )*(?:(?:called|rang|phoned|texted|emailed|messaged|wechatted|met|saw|visited|tried|spoke (?:to|with)|talked (?:to|with)|with|to|for|got|reached) )?$/

/** A clause with several groups goes to each from where its words begin: "高总没接又打给胡姐". */
function* split(text: string, start: number, end: number, groups: readonly Group[]): Iterable<Piece> {
  const inside = groups.filter((g) => start <= g.start && g.end <= end)
  let from = start
  for (let i = 1; i < inside.length; i++) {
    const between = text.slice(inside[i - 1]!.end, inside[i]!.start)
    const lead = LEAD.exec(between)?.[0].length ?? 0
    const cut = inside[i]!.start - lead
    // Nothing is told of the first before the second is named: one statement about both (高总跟胡姐说).
    const isApart = inside[i]!.people.some((person) => isAgain(inside[i - 1]!, person, ''))
    if (text.slice(inside[i - 1]!.end, cut).trim() === '' && !isApart) continue
    yield { start: from, end: cut }
    from = cut
  }
  yield { start: from, end }
}
