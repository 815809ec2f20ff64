import { block, type Element } from '../parts/elements.js'

export interface Bar {
  readonly x: string
  readonly y: number
}

/** Bars as Teams draws them; a client that knows no charts shows `words` in their place. */
export function chartOf(bars: readonly Bar[], words: Element): Element {
  return block([
    {
      type: 'Chart.HorizontalBar',
      displayMode: 'AbsoluteNoAxis',
      color: 'categoricalBlue',
      data: bars,
      fallback: words,
    },
  ])
}
