/** What a soak is given: the same seed makes the same run. */
export interface SoakOptions {
  readonly seed: number
  /** How much of it; absent: as much as the soak takes for long. */
  readonly count?: number
  /** Told now and then how far it is. */
  readonly progress: (done: number, of: number) => void
}

/** What a soak found. */
export interface SoakReport {
  /** Every way in which what must hold did not; none: it held. */
  readonly broken: readonly string[]
  readonly figures: Readonly<Record<string, unknown>>
}

export type Soak = (options: SoakOptions) => Promise<SoakReport>
