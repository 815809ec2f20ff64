const REDRAW_EVERY_MS = 100
const WIDTH = 30

/** A bar on a terminal: how much of a long work is done. Draws nothing where `stream` is no terminal. */
export class ProgressBar {
  #drawnAt = 0
  #isDrawn = false

  constructor(
    private readonly title: string,
    private readonly total: number,
    private readonly now: () => number,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** @param done of the total; drawn at most ten times a second. */
  show(done: number): void {
    if (!this.stream.isTTY || this.total === 0 || this.now() - this.#drawnAt < REDRAW_EVERY_MS) return
    this.#drawnAt = this.now()
    this.#isDrawn = true
    const share = Math.min(1, done / this.total)
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    this.stream.write(`\r${this.title} ${bar} ${Math.round(share * 100)}%`)
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#isDrawn) this.stream.write('\r\x1b[2K')
  }
}
