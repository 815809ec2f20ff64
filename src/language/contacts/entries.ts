import type { Gazetteer } from '../people/book-names.js'
import type { PersonMention } from '../people/find-mentions.js'
import type { Clause } from './clauses.js'

/** One customer reported on, and the clauses that tell of the contact. */
export interface Entry {
  readonly ids: readonly string[]
  readonly mention?: PersonMention
  /** Clauses about this one alone or about a group it is in, in the order told. */
  readonly clauses: readonly Clause[]
  /** The same, with those before the first name and those about the group only. */
  readonly shared: readonly Clause[]
  /** Only another of the group answered: 只有李姐接了, "only Tom picked up". */
  readonly isLeftOut?: boolean
  /** Nothing is told of this one alone, though it is of another of the message. */
  readonly isUntold?: boolean
  /** Clauses before the first name. */
  readonly opening: readonly Clause[]
}

interface Draft {
  ids: readonly string[]
  mention?: PersonMention
  clauses: Clause[]
  shared: Clause[]
  isLeftOut?: boolean
}

/** Says which clauses are about whom: by name, by order (前头那个, the second), by number (都, both, neither), by 他 and 她. */
export function entriesOf(clauses: readonly Clause[], book: Gazetteer): readonly Entry[] {
  const drafts: Draft[] = []
  const opening: Clause[] = []
  let current: readonly Draft[] = []
  let lastGroup: readonly Draft[] = []
  for (const clause of clauses) {
    if (clause.groups.length > 0) {
      current = clause.groups.flatMap((g) => g.people).map((person) => draftFor(person, drafts))
      if (current.length > 1 || !lastGroup.includes(current[0]!))
        lastGroup = current.length > 1 ? current : [...new Set([...lastGroup, ...current])]
      if (current.length === 1 && ONLY_THIS.test(clause.masked))
        for (const draft of drafts) if (draft !== current[0]) draft.isLeftOut = true
      for (const draft of current) (current.length > 1 ? draft.shared : draft.clauses).push(clause)
      // A name that is said together with its predicate tells of it: 高总、胡姐都没接.
      if (current.length > 1) for (const draft of current) draft.clauses.push(clause)
      continue
    }
    if (drafts.length === 0) {
      opening.push(clause)
      continue
    }
    const meant = referredTo(clause.masked, current, lastGroup, drafts, book)
    if (meant !== undefined) current = meant
    for (const draft of current) draft.clauses.push(clause)
  }
  if (drafts.length === 0) return [{ ids: [], clauses, shared: [], opening: [] }]
  if (drafts.length === 1) drafts[0]!.clauses = [...clauses]
  const isTold = (draft: Draft) => draft.clauses.some((clause) => !draft.shared.includes(clause))
  const someTold = drafts.some(isTold)
  return drafts.map((draft) => ({
    ...draft,
    shared: [...opening, ...draft.shared],
    opening,
    isUntold: someTold && !isTold(draft),
  }))
}

const ONLY_THIS =
  /(?:^|[,;。 ])(?:就|只)(?:有)?P.{0,4}(?:接|通|回|见|在|理)|(?<![a-z])only P (?:answer|pick|repl|respond|got back|came back|wrote back|was (?:in|there|home))/

/** The draft of the same customer, narrowed where this mention is the narrower one; else a new one. */
function draftFor(person: PersonMention, drafts: Draft[]): Draft {
  const known = drafts.find(
    (d) =>
      sameIds(d.ids, person.ids) &&
      (person.ids.length > 0 || d.mention?.start === (person.again ?? person.start)),
  )
  if (known !== undefined) return known
  const wider = drafts.find(
    (d) =>
      person.ids.length > 0 &&
      d.ids.length > person.ids.length &&
      person.ids.every((id) => d.ids.includes(id)),
  )
  if (wider !== undefined) {
    wider.ids = person.ids
    wider.mention = person
    return wider
  }
  const narrower = drafts.find(
    (d) =>
      d.ids.length > 0 && d.ids.length < person.ids.length && d.ids.every((id) => person.ids.includes(id)),
  )
  if (narrower !== undefined) return narrower
  const draft: Draft = { ids: person.ids, mention: person, clauses: [], shared: [] }
  drafts.push(draft)
  return draft
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i])
}

const FIRST =
  /^(?:[^一-龥a-z]*)(?:前(?:头|面|边)?(?:那|这)?(?:个|位|一个|一位)|前者|头一个|第一(?:个|位)|先(?:头|前)那(?:个|位)|(?:the )?first(?: one|(?= (?:wants?|is|was|says?|said|asked|no|not|declined|will|has|had)))|the first|the former|former|first one|1st(?: one)?|one (?!of))/
const SECOND =
  /^(?:[^一-龥a-z]*)(?:后(?:头|面|边)?(?:那|这)?(?:个|位|一个|一位)|后者|第二(?:个|位)|另(?:外)?一?(?:个|位)|(?:the )?second(?: one|(?= (?:wants?|is|was|says?|said|asked|no|not|declined|will|has|had)))|the latter|latter|second one|2nd(?: one)?|the other(?: one|(?! (?:two|three|four)))|other one|another)/
const THIRD = /^(?:第三(?:个|位)|the third(?: one)?|third one|3rd(?: one)?)/
const LAST_ONE = /^(?:最后(?:一|那)?(?:个|位)|最末|末了那?(?:个|位)|the last(?: one)?|last one)/
const FIRST_FEW =
  /^(?:前(?:头|面|边)?(?:那)?(?<zh>[两二俩三四五2-5])(?:个|位|人|家|户)?|(?:the )?first (?<en>two|three|four|2|3|4))/
const LAST_FEW =
  /^(?:(?:后|最后)(?:头|面|边)?(?:那)?(?<zh>[两二俩三四五2-5])(?:个|位|人|家|户)?|(?:the )?last (?<en>two|three|four|2|3|4))/
const OTHERS =
  /^(?:剩(?:下|余)(?:的|那)?|其(?:他|它|余)(?:的|人|几)?|另外[两几三](?:个|位)|别的(?:几个)?|(?:and |but )?(?:(?:nothing|no (?:answer|ans|reply|response|word|luck)) (?:from|with) )?(?:the )?(?:others|rest|other two|other three|remaining)(?![a-z]))/
const EVERYONE =
  /(?:^|[^大])(?:都(?!市)|全(?:都|部|没|不|是)|均|俩|两(?:个)?人|两(?:位|个)(?=都|全|也|没|均)|三(?:位|个)(?:都|全|人)|统统|一(?:个|位)(?:都)?没|没(?:有)?一个|他们|她们|几(?:位|个)(?:都|全))|(?<![a-z])(?:both|all of them|they|neither|none of them|none|either|them|everyone|all three|all four|all said|all no)(?![a-z])/
const HE = /(?:^|[^其吉排])他(?!们|行|家|人的)|(?<![a-z])(?:he|him|his)(?![a-z])/
const SHE = /她(?!们)|(?<![a-z])(?:she|her|hers)(?![a-z])/
const ONE_AND = /^(?:一个|一位|其中一个|one)/

/** Whom a clause without a name is about; undefined where it goes on about the same. */
function referredTo(
  text: string,
  current: readonly Draft[],
  lastGroup: readonly Draft[],
  drafts: readonly Draft[],
  book: Gazetteer,
): readonly Draft[] | undefined {
  const group = lastGroup.length > 1 ? lastGroup : drafts
  const at = (index: number) => (group[index] === undefined ? undefined : [group[index]])
  const few = FIRST_FEW.exec(text)
  if (few !== null) return group.slice(0, count(few.groups))
  const lastFew = LAST_FEW.exec(text)
  if (lastFew !== null) return group.slice(-count(lastFew.groups))
  if (LAST_ONE.test(text)) return group.slice(-1)
  if (ONE_AND.test(text) && group.length > 1)
    return current.length === 1 && current[0] === group[0] ? at(1) : at(0)
  if (FIRST.test(text)) return at(0)
  if (SECOND.test(text)) return group.length === 2 ? at(1) : (at(group.indexOf(current[0]!) + 1) ?? at(1))
  if (THIRD.test(text)) return at(2)
  if (OTHERS.test(text)) {
    const told = drafts.filter((d) => d.clauses.some((c) => !d.shared.includes(c)))
    const rest = drafts.filter((d) => !told.includes(d))
    return rest.length > 0 ? rest : undefined
  }
  if (EVERYONE.test(text) && drafts.length > 1) return current.length > 1 ? current : group
  const he = HE.test(text)
  const she = SHE.test(text)
  if (he !== she) return byGender(he ? 'male' : 'female', current, group, drafts, book)
  return undefined
}

function count(groups: Readonly<Record<string, string | undefined>> | undefined): number {
  const word = groups?.['zh'] ?? groups?.['en'] ?? ''
  if (/[三3]|three/.test(word)) return 3
  if (/[四4]|four/.test(word)) return 4
  return /[五5]/.test(word) ? 5 : 2
}

function byGender(
  gender: 'male' | 'female',
  current: readonly Draft[],
  group: readonly Draft[],
  drafts: readonly Draft[],
  book: Gazetteer,
): readonly Draft[] | undefined {
  const can = (draft: Draft) => {
    const known = draft.ids.map((id) => book.customers.get(id)?.gender)
    return known.length === 0 || known.some((g) => g === undefined || g === gender)
  }
  if (current.length === 1) {
    if (can(current[0]!)) return undefined
    const others = drafts.filter((d) => d !== current[0] && can(d))
    return others.length === 1 ? others : undefined
  }
  const among = (current.length > 1 ? current : group).filter(can)
  return among.length === 1 ? among : undefined
}
