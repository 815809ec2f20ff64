import type { Session } from './session.js'

/** Keys that the sequence gives at a time (`data/postgres/0001-layout.sql`). */
const BLOCK = 1_000

/** Keys for new rows of contacts, taken a block at a time: asking for each would double the way of a log. */
export class ContactKeys {
  #next = 0
  #end = 0

  async next(session: Session): Promise<number> {
    if (this.#next === this.#end) {
      const [row] = await session.rows<{ first: number }>(
        "select nextval('daybook.contact_keys')::float8 as first",
      )
      this.#next = row!.first
      this.#end = this.#next + BLOCK
    }
    return this.#next++
  }
}
