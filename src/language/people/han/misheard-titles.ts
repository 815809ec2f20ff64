import type { Gazetteer } from '../book-names.js'
import type { NamingTools } from '../mention.js'
import { titleFits } from '../titles.js'

/** What a keyboard or a microphone makes of a title of one character. */
const MISHEARD: Readonly<Record<string, string>> = { 总: '宗综棕踪种', 姐: '街接介阶解', 哥: '歌割格' }

const GOES_ON =
  /^(?:的|[下今明后上这]|的?电话|[,。;??!! ]|$|没|不|说|也|又|在|关机|占线|停机|接|要|想|约|签|买|打|来|答应|拒)/

/** Whom a surname with a homophone of a title may mean: 陈宗 for 陈总. */
export function misheardTitle(
  folded: string,
  start: number,
  end: number,
  book: Gazetteer,
  { lexicon, isOrdinary }: NamingTools,
): readonly string[] {
  const surname = folded.slice(start, end - 1)
  const heard = folded[end - 1] ?? ''
  const bearers = book.bySurname.get(surname)
  const [meant] = Object.keys(MISHEARD).filter((title) => MISHEARD[title]?.includes(heard))
  if (bearers === undefined || meant === undefined) return []
  if (isOrdinary(folded.slice(start, end)) || !GOES_ON.test(folded.slice(end))) return []
  const called = book.han.get(surname + meant)?.ids
  const title = lexicon.titles.find(({ zh }) => zh.includes(meant))
  const fitting = bearers.filter((c) => title !== undefined && titleFits(title, c)).map((c) => c.id)
  return [...new Set(called ?? fitting)].sort()
}
