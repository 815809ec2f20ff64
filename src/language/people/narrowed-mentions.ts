import type { Gazetteer } from './book-names.js'
import type { PersonMention } from './mention.js'
import type { NamingLexicon } from './naming-lexicon.js'
import { titleFits } from './titles.js'
import { worksAt } from './workplaces.js'

const APPOSED = /^(?:的|那个|那位|这位|家|里|[(]|[)]|,? ?the |'s |, | at | from | of | who is | - | )*$/

/** Joins mentions that narrow each other: 建国建材的陈总, 尾号0007的张伟, "Zhang Wei ending 0007", 张伟(医生). */
export function narrowed(
  folded: string,
  mentions: readonly PersonMention[],
  book: Gazetteer,
  lexicon: NamingLexicon,
): readonly PersonMention[] {
  const out: PersonMention[] = []
  for (const mention of mentions) {
    const last = out.at(-1)
    // The tail of a phone names one; the title beside it can only agree: 尾号0049赵阿姨.
    if (last?.by === 'phone' && last.end === mention.start && mention.by === 'title') {
      const both = last.ids.filter((id) => mention.ids.includes(id))
      out[out.length - 1] = { ...last, end: mention.end, ids: both.length > 0 ? both : last.ids }
      continue
    }
    if (last !== undefined && APPOSED.test(folded.slice(last.end, mention.start))) {
      const both = last.ids.filter((id) => mention.ids.includes(id))
      const narrows =
        [last.by, mention.by].some((by) => by === 'phone' || by === 'company') ||
        last.ids.length > 1 ||
        mention.ids.length > 1
      if (both.length > 0 && (narrows || folded.slice(last.end, mention.start) === '')) {
        out[out.length - 1] = { ...mention, start: last.start, ids: both }
        continue
      }
    }
    out.push(mention)
  }
  return out.map((mention) =>
    mention.ids.length > 1
      ? byInitial(
          folded,
          byTail(folded, byWorkplace(folded, byOccupation(folded, mention, book, lexicon), book), book),
          book,
        )
      : mention,
  )
}

const AT_WORK =
  /^,? (?:who (?:works|is) |(?:the one|that one) )?(?:at|from|of|in) (?:the |our |his |her )?([a-z][a-z ]{2,30})/

/** "Zhang Wei the hospital one". */
const THE_ONE = /^,? ?\(?the ([a-z][a-z ]{2,20}?) (?:one|guy|lady)(?![a-z])/
/** 张伟 医院那个, 李娜(妇幼的): words of the firm. */
const OF_FIRM = /^[ ,(]*(?:在|是)?([一-鿿]{2,8}?)(?:那个|那位|那边的|的那个|的那位|的)(?=$|[ ,。;)])/

/** "Grace L": the initial of the surname, where one of several has it. */
function byInitial(folded: string, mention: PersonMention, book: Gazetteer): PersonMention {
  const initial = /^ ([a-z])\.?(?=$|[ ,;:-])(?! (?:am|was|have|will|did)(?![a-z]))/.exec(
    folded.slice(mention.end),
  )
  if (initial === null || initial[1] === 'i' || initial[1] === 'a') return mention
  const ids = mention.ids.filter((id) => {
    const words = (book.customers.get(id)?.name ?? '').toLowerCase().split(' ')
    return words.length > 1 && words.at(-1)?.startsWith(initial[1] ?? '-') === true
  })
  return ids.length === 1 ? { ...mention, end: mention.end + 2, ids } : mention
}

/** "Zhang Wei at the hospital": where one of several of the name works there. */
function byWorkplace(folded: string, mention: PersonMention, book: Gazetteer): PersonMention {
  const behind = folded.slice(mention.end)
  const firm = OF_FIRM.exec(behind)?.[1]
  if (firm !== undefined) {
    const ids = mention.ids.filter((id) => book.customers.get(id)?.company?.includes(firm) === true)
    if (ids.length === 1) return { ...mention, ids }
  }
  const said = AT_WORK.exec(behind)?.[1] ?? THE_ONE.exec(behind)?.[1]
  // The first words only: what follows them is told of him.
  const place = said?.split(' ').slice(0, 3).join(' ')
  if (place === undefined) return mention
  const ids = mention.ids.filter((id) => worksAt(place, book.customers.get(id)?.company) === true)
  return ids.length === 1 ? { ...mention, ids } : mention
}

/** Four digits directly behind a name that several bear, where one of them has them: "zhang wei 0008". */
function byTail(folded: string, mention: PersonMention, book: Gazetteer): PersonMention {
  const tail = /^ ?(\d{4})(?![\d年.])/.exec(folded.slice(mention.end))
  if (tail === null) return mention
  const ids = mention.ids.filter((id) => book.customers.get(id)?.phone?.endsWith(tail[1] ?? '-'))
  return ids.length === 1 ? { ...mention, end: mention.end + tail[0].length, ids } : mention
}

const NEAR_OCCUPATION = 8

function byOccupation(
  folded: string,
  mention: PersonMention,
  book: Gazetteer,
  lexicon: NamingLexicon,
): PersonMention {
  const before = folded.slice(Math.max(0, mention.start - NEAR_OCCUPATION), mention.start)
  const after = folded.slice(mention.end, mention.end + NEAR_OCCUPATION + 8)
  const apposedBefore = /([一-龥]{2,5})(?:的|那个)$/.exec(before)?.[1] ?? ''
  const apposedAfter = /^(?: ?[(,]? ?)(?:是|当|做|就是)?(?:the )?([一-龥]{2,5}|[a-z]+)/.exec(after)?.[1] ?? ''
  if (apposedBefore === '' && apposedAfter === '') return mention
  const ids = mention.ids.filter((id) => {
    const customer = book.customers.get(id)
    const occupation = customer?.occupation ?? ''
    if (
      occupation !== '' &&
      (apposedBefore.endsWith(occupation) ||
        (apposedAfter.startsWith(occupation) && /^[ (,]|^[是当做那]/.test(after)))
    )
      return true
    const title = lexicon.titles.find((t) => t.occupations !== undefined && t.en.includes(apposedAfter))
    return (
      customer !== undefined &&
      title !== undefined &&
      /^,? ?\(?the /.test(after) &&
      titleFits(title, customer)
    )
  })
  return ids.length > 0 && ids.length < mention.ids.length ? { ...mention, ids } : mention
}
