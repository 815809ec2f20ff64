/** One line of a bank's file by its column names in English, everything text. */
export type Row = Readonly<Record<string, string>>

export interface BankFiles {
  readonly customers: readonly Row[]
  readonly holdings: readonly Row[]
  readonly products: readonly Row[]
  readonly transactions: readonly Row[]
  readonly contacts: readonly Row[]
  /** What no file of the bank holds: the sales a manager is at, as the assistant's own record has them. */
  readonly sales?: readonly Row[]
}
