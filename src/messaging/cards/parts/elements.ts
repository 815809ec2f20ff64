import type { AdaptiveCard } from '../../../ports/reply.js'

/** One element of a card, as JSON. */
export interface Element {
  readonly type: string
  readonly [property: string]: unknown
}

export interface Action {
  readonly type: 'Action.Execute' | 'Action.Submit' | 'Action.OpenUrl'
  readonly title: string
  readonly [property: string]: unknown
}

export interface TextStyle {
  readonly size?: 'Small' | 'Medium' | 'Large' | 'ExtraLarge'
  readonly weight?: 'Bolder' | 'Lighter'
  /**
   * `Accent`: a heading, or that something went well; `Attention`: to be heeded. Teams' green and yellow cannot be read on
   * white in every client.
   */
  readonly color?: 'Accent' | 'Attention'
  readonly isSubtle?: boolean
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large'
  readonly horizontalAlignment?: 'Right' | 'Center'
}

/** Data stays data: what a customer's name or a note holds is never read as Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]#<>~|]/g, '\\$&').replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, '$1\\$2')
}

/** A line of text, escaped; every one wraps. */
export function line(text: string, style: TextStyle = {}): Element {
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, ...style }
}

/** Of a phone's 328 pixels: beside what is wider nothing is left for the words on the left. */
const WIDEST_BESIDE = 210

/** A left part that takes the room and a right part as wide as its words: a name and its sum. What is too wide goes below. */
export function leftRight(left: readonly Element[], right: readonly Element[]): Element {
  if (right.some(({ text }) => typeof text === 'string' && widthOf(text) > WIDEST_BESIDE))
    return block([...left, ...right.map(({ horizontalAlignment: _, ...below }) => below)])
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items: left },
      { type: 'Column', width: 'auto', items: right, verticalContentAlignment: 'Top' },
    ],
  }
}

export function block(items: readonly Element[], options: Readonly<Record<string, unknown>> = {}): Element {
  return { type: 'Container', items, ...options }
}

export function facts(rows: readonly (readonly [title: string, value: string])[]): Element {
  return {
    type: 'FactSet',
    facts: rows.map(([title, value]) => ({ title: escapeMarkdown(title), value: escapeMarkdown(value) })),
  }
}

/** Buttons side by side, on as many rows as a phone needs: a row that is too long is cut off there, not wrapped. */
export function buttons(actions: readonly Action[]): Element {
  const [first = [], ...others] = rowsOf(actions)
  if (others.length === 0) return { type: 'ActionSet', actions: first, spacing: 'Small' }
  return block(
    [first, ...others].map((row) => ({ type: 'ActionSet', actions: row, spacing: 'Small' })),
    { spacing: 'Small' },
  )
}

/** Pixels of a card on a narrow phone, and of a button beside its words. */
const ROW = 328
const AROUND = 34

function rowsOf(actions: readonly Action[]): readonly (readonly Action[])[] {
  const rows: Action[][] = []
  let left = 0
  for (const action of actions) {
    const width = action['mode'] === 'secondary' ? 0 : widthOf(action.title) + AROUND
    const row = rows.at(-1)
    if (row === undefined || width > left) {
      rows.push([action])
      left = ROW - width
    } else {
      row.push(action)
      left -= width
    }
  }
  return rows
}

/** Of words of 14 points; what is wide in the East is twice as wide. */
function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 14 : 8.6), 0)
}

/** A button that comes back as a press of `verb`; older clients send it as a submitted form. */
export function press(
  title: string,
  verb: string,
  data: Readonly<Record<string, string | number>>,
  style: 'default' | 'positive' | 'destructive' = 'default',
): Action {
  const look = style === 'default' ? {} : { style }
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...look,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
  }
}

/** A button that opens an address in the browser. */
export function openButton(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url }
}

/** A press behind the `…` of its row, for what is seldom needed. */
export function secondary(action: Action): Action {
  return { ...action, mode: 'secondary' }
}

/** A button that says `text` for the manager, so that it can be learned. */
export function sayButton(title: string, text: string): Action {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'imBack', value: text } } }
}

export function card(
  body: readonly Element[],
  fallbackText: string,
  actions: readonly Action[] = [],
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    body,
    ...(actions.length === 0 ? {} : { actions }),
  }
}
