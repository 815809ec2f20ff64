import { block, type Element, leftRight, line, type TextStyle } from '../parts/elements.js'

/** The head of a card: what it is, of which day. */
export function heading(title: string, day: string, below?: string): Element {
  return block(
    [
      leftRight(
        [line(title, { size: 'Large', weight: 'Bolder' })],
        [line(day, { isSubtle: true, horizontalAlignment: 'Right' })],
      ),
      ...(below === undefined || below === '' ? [] : [line(below, { isSubtle: true, spacing: 'None' })]),
    ],
    { style: 'emphasis', bleed: true },
  )
}

export interface Figure {
  readonly label: string
  readonly value: string
  readonly tone?: TextStyle['color']
}

/** Up to three figures side by side, each above what it counts. */
export function figures(shown: readonly Figure[]): Element {
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    columns: shown.map(({ label, value, tone }) => ({
      type: 'Column',
      width: 'stretch',
      items: [
        line(value, { size: 'ExtraLarge', weight: 'Bolder', ...(tone === undefined ? {} : { color: tone }) }),
        line(label, { size: 'Small', isSubtle: true, spacing: 'None' }),
      ],
    })),
  }
}

/** A heading between the parts of a card. */
export function section(title: string): Element {
  return line(title, { weight: 'Bolder', color: 'Accent', spacing: 'Medium' })
}

/** One line of a list: who and why on the left, the sum or number on the right. */
export function listRow(
  name: string,
  why: string,
  right: string,
  style: { readonly right?: TextStyle; readonly why?: TextStyle } = {},
): Element {
  return block(
    [
      leftRight(
        [
          line(name, { weight: 'Bolder' }),
          ...(why === ''
            ? []
            : [line(why, { size: 'Small', spacing: 'None', ...(style.why ?? { isSubtle: true }) })]),
        ],
        right === '' ? [] : [line(right, { horizontalAlignment: 'Right', ...style.right })],
      ),
    ],
    { separator: true, spacing: 'Small' },
  )
}

/** The first of a list and, where there are more, how many. */
export function firstOf<T>(
  list: readonly T[],
  shown: number,
): { readonly first: readonly T[]; readonly rest: number } {
  return { first: list.slice(0, shown), rest: Math.max(0, list.length - shown) }
}

export function more(text: string): Element {
  return line(text, { size: 'Small', isSubtle: true, spacing: 'Small' })
}
