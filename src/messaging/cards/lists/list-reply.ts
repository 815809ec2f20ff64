import type { Reply, Shown } from '../../../ports/reply.js'
import {
  type Action,
  block,
  buttons,
  card,
  type Element,
  leftRight,
  line,
  type TextStyle,
} from '../parts/elements.js'
import { section } from './list-elements.js'

/** One row of a list: a customer or a product, what is said of it, and what can be done. */
export interface ListRow {
  /** Stands above the first of several rows that have it in common: a day. */
  readonly group?: string
  readonly title: string
  /** A sum or a mark, to the right of the title. */
  readonly right?: string
  readonly lines: readonly (string | { readonly text: string; readonly tone: 'urgent' | 'good' })[]
  readonly buttons: readonly Action[]
}

export interface ListInput {
  readonly title: string
  /** Under the title: how many, how much. */
  readonly counts?: string
  /** Above the rows: what the last press did, and the way back. */
  readonly lead?: { readonly text: string; readonly button: Action }
  readonly rows: readonly ListRow[]
  /** The place of the first row in a longer list, from 0. */
  readonly from?: number
  /** Says how many are not shown. */
  readonly more: (count: number) => string
  /** Below the rows: by which rule, what to mind. */
  readonly notes?: readonly string[]
  /** The notification line. Names no customer. */
  readonly summary: string
  readonly data: unknown
  readonly shows: Shown
  readonly actions?: readonly Action[]
}

/** Rows on one card: three screens of a phone, and well below what Teams takes. */
const ON_A_CARD = 12
/** Rows in words, for a terminal. */
const IN_WORDS = 40

/** A list as a card and in words; what does not fit is counted. */
export function listReply(input: ListInput): Reply {
  const { title, counts, lead, rows, more, notes = [], summary, data, shows, actions } = input
  const shown = rows.slice(0, ON_A_CARD)
  const rest = rows.length - shown.length
  const body: Element[] = [
    block([
      line(title, { size: 'Large', weight: 'Bolder' }),
      ...(counts === undefined || counts === '' ? [] : [line(counts, { isSubtle: true, spacing: 'None' })]),
    ]),
    ...(lead === undefined ? [] : [line(lead.text, { color: 'Accent' }), buttons([lead.button])]),
    ...shown.flatMap((row, at) => [...groupAbove(shown, at).map(section), rowElement(row)]),
    ...(rest > 0 ? [line(more(rest), { isSubtle: true, size: 'Small' })] : []),
    ...notes.map((note) => line(note, { isSubtle: true, size: 'Small' })),
  ]
  return {
    text: textOf(input, IN_WORDS),
    summary,
    data,
    shows,
    ...(shows.of === 'customers' && shows.ids.length === rows.length
      ? { named: (managerOf) => listReply({ ...input, rows: rowsNamed(rows, shows.ids, managerOf) }) }
      : {}),
    card: card(body, textOf(input, ON_A_CARD), actions),
    ...moreOf(rows.length, ON_A_CARD, (from, to) =>
      listReply({
        ...input,
        rows: rows.slice(from, to),
        from: (input.from ?? 0) + from,
        shows: { ...shows, ids: shows.ids.slice(from, to) },
      }),
    ),
  }
}

/** What of a list of `all` rows does not stand on its card. */
export function moreOf(
  all: number,
  shown: number,
  rest: (from: number, to: number) => Reply,
): Pick<Reply, 'more'> {
  if (all === 0) return {}
  return {
    more: {
      shown: Math.min(shown, all),
      all,
      rest: (from, count = shown) => rest(from, Math.min(all, from + count)),
    },
  }
}

/** Rows of several books, each with its manager under the customer's name. */
function rowsNamed(
  rows: readonly ListRow[],
  ids: readonly string[],
  managerOf: (customerId: string) => string | undefined,
): readonly ListRow[] {
  return rows.map((row, at) => {
    const name = managerOf(ids[at]!)
    return name === undefined ? row : { ...row, lines: [name, ...row.lines] }
  })
}

/** The group that begins with this row. */
function groupAbove(rows: readonly ListRow[], at: number): readonly string[] {
  const group = rows[at]?.group
  return group === undefined || group === rows[at - 1]?.group ? [] : [group]
}

function rowElement(row: ListRow): Element {
  return block(
    [
      leftRight(
        [line(row.title, { weight: 'Bolder' })],
        row.right === undefined ? [] : [line(row.right, { weight: 'Bolder', horizontalAlignment: 'Right' })],
      ),
      ...row.lines.map((said) => line(typeof said === 'string' ? said : said.text, lineStyle(said))),
      ...(row.buttons.length === 0 ? [] : [buttons(row.buttons)]),
    ],
    { separator: true, spacing: 'Medium' },
  )
}

function lineStyle(said: ListRow['lines'][number]): TextStyle {
  const small = { size: 'Small', spacing: 'None' } as const
  if (typeof said === 'string') return { ...small, isSubtle: true }
  return { ...small, color: said.tone === 'urgent' ? 'Attention' : 'Accent' }
}

function textOf({ title, counts, rows, from = 0, more, notes = [] }: ListInput, most: number): string {
  const rest = rows.length - most
  return [
    counts === undefined || counts === '' ? title : `${title} · ${counts}`,
    ...rows.slice(0, most).flatMap((row, index) => {
      const lines = row.lines.map((said) => (typeof said === 'string' ? said : said.text))
      const parts = [row.title, ...(row.right === undefined ? [] : [row.right]), ...lines]
      const said = `${from + index + 1}. ${parts.filter((part) => part !== '').join(' · ')}`
      return [...groupAbove(rows, index).map((group) => `${group}:`), said]
    }),
    ...(rest > 0 ? [more(rest)] : []),
    ...notes,
  ].join('\n')
}
