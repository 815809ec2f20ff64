import type { Screen } from './shell.js'

const REDRAW_EVERY_MS = 100
const WIDTH = 30

/** A bar on a terminal: how much of a long work is done. Draws nothing where `screen` is no terminal. */
export class ProgressBar {
  #drawnAt = 0
  #isDrawn = false

  constructor(
    private readonly title: string,
    private readonly total: number,
    private readonly now: () => number,
    private readonly screen: Screen,
  ) {}

  /** @param done of the total; drawn at most ten times a second. */
  show(done: number): void {
    if (!this.screen.isTTY || this.total === 0 || this.now() - this.#drawnAt < REDRAW_EVERY_MS) return
    this.#drawnAt = this.now()
    this.#isDrawn = true
    const share = Math.min(1, done / this.total)
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    this.screen.write(`\r${this.title} ${bar} ${Math.round(share * 100)}%`)
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#isDrawn) this.screen.write('\r\x1b[2K')
  }
}
