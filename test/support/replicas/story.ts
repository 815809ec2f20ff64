/** What a replica is started with, as JSON. */
export interface ReplicaOptions {
  readonly nth: number
  readonly url: string
  readonly migrations: string
  /** When the drive began by the database's clock, in milliseconds since 1970. */
  readonly begunAtMs: number
  /** By how much its own clock is ahead of the database's. */
  readonly clockAheadMs: number
  readonly perSecond: number
  readonly claimedForMs: number
  /** How long a minute takes. */
  readonly minuteMs: number
}

/** What a replica answers to a message. */
export const REPLIES = {
  /** Followed by the message. */
  noted: 'noted',
  /** It was noted before; followed by what was answered then. */
  again: 'again',
  unsent: 'unsent',
  /** Nothing was written: to be said again. */
  failed: 'failed',
} as const

/** Where a conversation keeps what it was told. */
export function toldKey(chatKey: string): string {
  return `told/${chatKey}`
}
