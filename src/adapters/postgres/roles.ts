/** What a transaction may see and how long it may take; each is a role that owns nothing (`data/postgres/0001-layout.sql`). */
export const ROLES = {
  /** One manager's rows, in the midst of a turn. */
  app: { name: 'daybook_app', statementMs: 30_000, lockMs: 10_000, idleMs: 60_000 },
  /** Reads what the minute's work is planned by, of everybody. */
  planner: { name: 'daybook_planner', statementMs: 60_000, lockMs: 10_000, idleMs: 60_000 },
  /** Changes across the bank: an import of a million rows takes its time, and the next one waits for it. */
  bank: { name: 'daybook_bank', statementMs: 900_000, lockMs: 900_000, idleMs: 300_000 },
} as const satisfies Record<
  string,
  { readonly name: string; readonly statementMs: number; readonly lockMs: number; readonly idleMs: number }
>
export type Role = keyof typeof ROLES

/** Whose rows a statement is for: nobody else's are there, whatever it asks for. */
export interface Scope {
  readonly setting: 'app.manager' | 'app.branch' | 'app.conversation'
  readonly value: string
}

export const ofManager = (value: string): Scope => ({ setting: 'app.manager', value })
export const ofBranch = (value: string): Scope => ({ setting: 'app.branch', value })
export const ofConversation = (value: string): Scope => ({ setting: 'app.conversation', value })
