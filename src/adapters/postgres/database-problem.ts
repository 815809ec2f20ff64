/** The database that is set cannot be used: one sentence for whoever set it. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
}

/** What the codes of the system and of the server mean to whoever runs the program. */
const MEANING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection broke off',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'it does not answer in time',
  EHOSTUNREACH: 'there is no way to that host',
  '28P01': 'the password is not right',
  '28000': 'this login may not come in',
  '3D000': 'the server has no such database',
  '42501': 'this login lacks a right it needs; docs/postgres.md lists them',
  '53300': 'it has no connection left',
  '57P03': 'the server is starting or stopping',
  '57P01': 'the server was stopped',
}

/** The same error, said in one sentence where the database cannot be had; any other as it is. Names no user and no password. */
export function databaseProblem(url: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const isLate = /timeout/.test(error.message) && /connect/.test(error.message) // the driver gives it no code
  const meaning = MEANING[code] ?? (isLate ? MEANING['ETIMEDOUT'] : undefined)
  if (meaning === undefined) return error
  const said = code === '' ? meaning : `${meaning} (${code})`
  return new DatabaseUnusable(`the database ${placeOf(url)} cannot be used: ${said}`, { cause: error })
}

/** Host, port and name of the database, without who logs in. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL'
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname
  return `${decodeURIComponent(pathname.slice(1))} on ${host}${port === '' ? '' : `:${port}`}`
}
