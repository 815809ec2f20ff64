import { type ClientBase, escapeLiteral, type Pool, type PoolClient, type QueryResultRow } from 'pg'
import { ROLES, type Role, type Scope } from './roles.js'

/** It cannot be told whether what was to be written is there: the connection went away while it was being committed. */
export class UnsureCommit extends Error {
  override readonly name = 'UnsureCommit'
}

/** Statements on their way without anybody having waited for them; more hold up whoever sends the next. */
const MOST_ON_THE_WAY = 16

/**
 * One transaction. Role, time-outs and whose rows are seen are set in it and end with it, so that a pooler may give the
 * connection to anybody afterwards. What gives nothing back is sent without waiting (the connection takes one statement behind
 * the other): where one of them fails the server refuses all after it, so whoever waits next hears of it.
 */
export class Session {
  readonly #scopes = new Map<Scope['setting'], string>()
  readonly #onTheWay: Promise<unknown>[] = []
  #isBroken = false

  private constructor(
    private readonly client: PoolClient,
    readonly role: Role,
  ) {}

  /** @param isReading nothing will be written */
  static async begin(pool: Pool, role: Role, scope?: Scope, isReading = false): Promise<Session> {
    const session = new Session(await pool.connect(), role)
    await session.send(opening(role, scope, isReading))
    if (scope !== undefined) session.#scopes.set(scope.setting, scope.value)
    return session
  }

  /** From now on the rows of this scope are seen. */
  async enter(scope: Scope): Promise<void> {
    if (this.#scopes.get(scope.setting) === scope.value) return
    await this.send('select set_config($1, $2, true)', [scope.setting, scope.value])
    this.#scopes.set(scope.setting, scope.value)
  }

  async rows<R extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly R[]> {
    const asked = this.#ask<R>(text, values)
    await this.#arrived()
    try {
      return (await asked).rows
    } catch (error) {
      this.#isBroken = true // a statement that failed takes its transaction with it
      throw error
    }
  }

  /** A statement whose rows nobody wants. Where it fails, the next `rows` or the commit says so. */
  async send(text: string, values: readonly unknown[] = []): Promise<void> {
    this.#onTheWay.push(this.#ask(text, values))
    if (this.#onTheWay.length >= MOST_ON_THE_WAY) await this.#arrived()
  }

  async commit(): Promise<void> {
    if (this.#isBroken) {
      await this.rollback()
      throw new Error('a statement of this transaction has failed: nothing of it is written')
    }
    // Behind a statement that fails the server makes a rollback of it.
    const committed = this.#ask('commit')
    try {
      await this.#arrived()
      await committed
    } catch (error) {
      if (hasSqlState(error)) {
        await committed.then(
          () => this.client.release(),
          () => this.client.release(true),
        )
        throw error
      }
      this.client.release(true)
      throw new UnsureCommit('not known whether it was written', { cause: error })
    }
    this.client.release()
  }

  async rollback(): Promise<void> {
    try {
      await this.#arrived().catch(() => undefined)
      await this.client.query('rollback')
      this.client.release()
    } catch {
      this.client.release(true) // with the connection the server forgets the transaction
    }
  }

  #ask<R extends QueryResultRow>(text: string, values: readonly unknown[] = []) {
    const asked = values.length === 0 ? this.client.query<R>(text) : this.client.query<R>(text, [...values])
    asked.catch(() => {}) // whoever waits hears of it
    return asked
  }

  /** Waits for what was sent. @throws what the first of them that failed has said */
  async #arrived(): Promise<void> {
    const sent = this.#onTheWay.splice(0)
    for (const statement of sent) {
      try {
        await statement
      } catch (error) {
        this.#isBroken = true
        throw error
      }
    }
  }
}

/** Runs `work` in a transaction of its own. */
export async function inSession<R>(
  pool: Pool,
  role: Role,
  scope: Scope | undefined,
  work: (session: Session) => Promise<R>,
): Promise<R> {
  const session = await Session.begin(pool, role, scope)
  let result: R
  try {
    result = await work(session)
  } catch (error) {
    await session.rollback()
    throw error
  }
  await session.commit()
  return result
}

function opening(role: Role, scope: Scope | undefined, isReading: boolean): string {
  const { name, statementMs, lockMs, idleMs } = ROLES[role]
  return [
    isReading ? 'begin read only' : 'begin',
    `set local role ${name}`,
    `set local statement_timeout = ${statementMs}`,
    `set local lock_timeout = ${lockMs}`,
    `set local idle_in_transaction_session_timeout = ${idleMs}`,
    ...(scope === undefined
      ? []
      : [`select set_config('${scope.setting}', ${escapeLiteral(scope.value)}, true)`]),
  ].join('; ')
}

/** The five letters by which the server names an error; undefined where it was none of the server's. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined
  return String(error.code)
}

function hasSqlState(error: unknown): boolean {
  return sqlStateOf(error) !== undefined
}

/** A connection that fails while nobody uses it is not the end of the process. */
export function survive(client: ClientBase): void {
  client.on('error', () => {})
}
