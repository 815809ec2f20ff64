import type { JournalEntry } from './ports.js'

/** How far a journal goes. */
export interface JournalPlace {
  readonly lines: number
  /** SHA-256 of the last line. */
  readonly head: string
  /** The file the last line is in, `YYYY-MM`, and the bytes of it up to there; empty and 0 before the first line. */
  readonly month: string
  readonly size: number
}

/** That the journal went that far at an instant, signed: whoever keeps it sees later whether anything before was touched. */
export interface Checkpoint extends JournalPlace {
  /** ISO 8601 instant. */
  readonly at: string
  /** Names the key it is signed with. */
  readonly key: string
  /** The journal goes on from here after a backup was restored: what was signed beyond is lost. */
  readonly restored?: true
  /** The home was moved: its journal has the same entries in a chain of its own, which begins here; what was signed before is of the home it came from. */
  readonly moved?: true
}

export const JOURNAL_PROBLEMS = [
  'not JSON',
  /** The line before it was changed, or lines between the two were taken out. */
  'does not follow',
  /** It follows on an earlier line: what is between was put in, or lines were moved. */
  'out of place',
  /** The chain is whole and another one than was signed. */
  'not as signed',
  /** The journal ends before the last line that was signed. */
  'missing',
] as const
export type JournalProblem = (typeof JOURNAL_PROBLEMS)[number]

export interface JournalBreak {
  readonly file: string
  /** Counted from 1 in the file. */
  readonly line: number
  readonly problem: JournalProblem
  /** How many lines at least, where they are missing. */
  readonly missing?: number
}

/** What a check of the whole journal found. */
export interface JournalCheck {
  readonly lines: number
  /** SHA-256 of the last line. */
  readonly head: string
  /** Where it does not hold, the first hundred; absent where all of it does. */
  readonly breaks?: readonly JournalBreak[]
  /** The first of them. */
  readonly broken?: JournalBreak
}

/** What an auditor asks of a journal. */
export interface AuditableJournal {
  /** @param signed how far it went at some time, and its head then: checked, too */
  verify(signed?: readonly Pick<JournalPlace, 'lines' | 'head'>[]): Promise<JournalCheck>
  /**
   * How far it goes now, from a place where it is known to be whole: only what came later is read.
   *
   * @param since absent: from its beginning
   */
  end(since?: JournalPlace): Promise<JournalPlace>
  /** The entries of these months and those between, oldest first, `YYYY-MM`; what is no entry is left out. */
  entries(months?: { readonly from?: string; readonly to?: string }): AsyncIterable<JournalEntry>
}
