/** What became of the steps of an import. */
export interface TakenBack {
  readonly undone: number
  readonly kept: readonly string[]
}
