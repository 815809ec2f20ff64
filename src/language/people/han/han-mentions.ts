import { hasHan } from '../../text/normalise.js'
import type { Gazetteer } from '../book-names.js'
import type { Form } from '../form.js'
import type { NamingTools, PersonMention } from '../mention.js'
import { hanTitleAt, type NamingLexicon } from '../naming-lexicon.js'
import { titleFits } from '../titles.js'
import { isHanNamePlace, isHanWord } from '../word-names.js'
import { surnameWithTitle } from './han-titles.js'

/** Names, nicknames, companies and titles of the book in the Chinese of a text; they may overlap. */
export function* hanMentions(folded: string, book: Gazetteer, tools: NamingTools): Iterable<PersonMention> {
  const { lexicon } = tools
  for (let start = 0; start < folded.length; start++) {
    if (!hasHan(folded[start]!)) continue
    const found = longestForm(folded, start, book, tools)
    if (found !== undefined) yield extended(folded, start, found.end, found.form, book, lexicon)
    const titled = surnameWithTitle(folded, start, book, lexicon)
    if (titled !== undefined) yield titled
    const brand = book.han.get(`${folded.slice(start, start + 2)}|`)
    if (brand !== undefined) {
      const tail = COMPANY_TAIL.exec(folded.slice(start + 2, start + 2 + LONGEST_TAIL))?.[0] ?? ''
      if (tail !== '') yield { start, end: start + 2 + tail.length, ids: brand.ids, by: 'company' }
    }
  }
}

function longestForm(
  folded: string,
  start: number,
  book: Gazetteer,
  tools: NamingTools,
): { readonly form: Form; readonly end: number } | undefined {
  for (const length of book.hanLengths.get(folded.slice(start, start + 2)) ?? []) {
    const text = folded.slice(start, start + length)
    const form = book.han.get(text)
    if (form === undefined || form.kind === 'brand') continue
    const end = start + length
    if (!isHanWord(text, tools) || isHanNamePlace(folded, start, end)) return { form, end }
  }
  return undefined
}

const LONGEST_TAIL = 24
const COMPANY_TAIL =
  /^(?:(?:公司|集团|那边|那家|这家|家|店里?|厂里?|酒店|他们家)?的?(?:那个|那位|这位|那)?(?:女|男|大)?(?:老板娘?|老总|负责人|法人|店主|掌柜的?|总经理|东家)|公司|集团|那边|那家|家的)/
const COMPANY_PERSON =
  /^(?:公司|集团|那边|那家|这家|家|店里?|厂里?|他们家)?(?:的|那个|那位|这位|那)*(?:女|男|大)?(?:老板娘?|老总|负责人|法人|店主|掌柜的?|总经理|东家)/

/** How long the words for the person of a company are that stand at `end`. */
export function personOfCompany(folded: string, end: number): number {
  return COMPANY_PERSON.exec(folded.slice(end, end + LONGEST_TAIL))?.[0].length ?? 0
}

/** A form with what may follow it: a title that narrows it (张伟医生), the person of a company (西域药材的老板). */
function extended(
  folded: string,
  start: number,
  end: number,
  form: Form,
  book: Gazetteer,
  lexicon: NamingLexicon,
): PersonMention {
  if (form.kind === 'company') {
    return { start, end: end + personOfCompany(folded, end), ids: [...form.ids].sort(), by: 'company' }
  }
  const title = hanTitleAt(folded, end, lexicon)
  if (title !== undefined && form.kind !== 'nickname') {
    const ids = form.ids.filter((id) => {
      const customer = book.customers.get(id)
      return customer !== undefined && titleFits(title.title, customer)
    })
    if (ids.length > 0) return { start, end: title.end, ids: ids.sort(), by: 'form' }
  }
  return { start, end, ids: [...form.ids].sort(), by: 'form' }
}
