import type { Scope } from './roles.js'
import type { Session } from './session.js'

/** A value and its revision; 0 where nothing was ever written. */
export interface Kept<T> {
  readonly revision: number
  readonly value: T
}

/** Rows of one kind, as values. */
export interface Shelf<T> {
  readonly name: string
  scopeOf(key: string): Scope | undefined
  /** As the session sees it. Where it did not change since it was read last, the same object. */
  read(session: Session, key: string): Promise<Kept<T>>
  /** The same, locked until the end of the session: nobody else changes it before. */
  take(session: Session, key: string): Promise<Kept<T>>
  /**
   * Writes the next revision of what this session has taken.
   *
   * @returns runs once the session is committed
   * @throws where it could not be read again
   */
  write(session: Session, key: string, before: Kept<T>, now: T): Promise<() => void>
}
