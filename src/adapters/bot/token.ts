import { z } from 'zod'

/** A token of the messenger's is some 1,500 characters. */
const MAX_LENGTH = 8_192
/** How far its clock and ours may differ, as botframework-connector has it. */
const SKEW_SECONDS = 300

const Times = z.object({ exp: z.number(), nbf: z.number().optional() })

/**
 * Whether an Authorization header could be the messenger's at `now`: a bearer token that says it is in its time. Costs
 * nothing; who signed it is looked at afterwards.
 */
export function isTokenInTime(authorization: string, now: Date): boolean {
  if (authorization.length > MAX_LENGTH) return false
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization)?.[1]
  const times = Times.safeParse(payload === undefined ? undefined : jsonIn(payload))
  if (!times.success) return false
  const { exp, nbf = 0 } = times.data
  const seconds = now.getTime() / 1_000
  return seconds < exp + SKEW_SECONDS && seconds > nbf - SKEW_SECONDS
}

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** jsonwebtoken's own names of what is wrong with a token; botframework-connector lets some of them through. */
const WRONG_TOKEN = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError']

/** The status for what went wrong before anything was heard: the sender's fault, or that its keys cannot be had now. */
export function statusOfUnsigned(error: unknown): 401 | 503 {
  if (!(error instanceof Error)) return 503
  if (WRONG_TOKEN.includes(error.name)) return 401
  return Reflect.get(error, 'statusCode') === 401 ? 401 : 503
}
