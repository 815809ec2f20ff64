import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Checkpoint, JournalPlace } from '../../ports/audit.js'

/** Signs checkpoints with one key. */
export interface Signer {
  readonly publicKeyPem: string
  /** A line of the file of checkpoints, without its end. */
  line(place: JournalPlace, at: string, how?: { readonly restored: true } | { readonly moved: true }): string
}

/** The key is no Ed25519 key, or cannot be read. */
export class AuditKeyUnusable extends Error {
  override readonly name = 'AuditKeyUnusable'
  constructor(readonly path: string) {
    super(`${path} is no private Ed25519 key in PEM: openssl genpkey -algorithm ed25519 -out ${path}`)
  }
}

const SECRET_MODE = 0o600

/** @param mayMake whether one is made where there is none */
export async function openSigner(path: string, mayMake: boolean): Promise<Signer> {
  const key = await privateKeyAt(path, mayMake)
  const publicKey = createPublicKey(key)
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const name = nameOf(publicKey)
  return {
    publicKeyPem,
    line({ lines, head, month, size }, at, how = undefined) {
      const signed = { at, lines, head, month, size, key: name, ...how }
      const sig = sign(null, Buffer.from(JSON.stringify(signed)), key).toString('base64')
      return JSON.stringify({ ...signed, sig })
    },
  }
}

const checkpointSchema = z.strictObject({
  at: z.string(),
  lines: z.number().int().nonnegative(),
  head: z.string(),
  month: z.string(),
  size: z.number().int().nonnegative(),
  key: z.string(),
  restored: z.literal(true).exactOptional(),
  moved: z.literal(true).exactOptional(),
  sig: z.string(),
})

export interface ReadCheckpoints {
  /** Those whose signature holds, by their time. */
  readonly good: readonly Checkpoint[]
  /** Lines that are none, or that another key signed. */
  readonly bad: number
}

/** What stands in files of checkpoints; the same line in several counts once. */
export function readCheckpoints(lines: Iterable<string>, publicKeyPem: string): ReadCheckpoints {
  const publicKey = createPublicKey(publicKeyPem)
  const good: Checkpoint[] = []
  let bad = 0
  for (const line of new Set(lines)) {
    const checkpoint = signedIn(line, publicKey)
    if (checkpoint === undefined) bad++
    else good.push(checkpoint)
  }
  return { good: good.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), bad }
}

/** What still has to hold: a restore leaves behind what was signed after the backup it came from, and says so. */
export interface Standing {
  readonly checkpoints: readonly Checkpoint[]
  /** The last restore, and how many lines that were signed before it were lost by it. */
  readonly restored?: { readonly at: string; readonly lines: number; readonly lost: number }
}

/** @param good by their time */
export function standing(good: readonly Checkpoint[]): Standing {
  let checkpoints: readonly Checkpoint[] = []
  let restored: Standing['restored']
  for (const checkpoint of good) {
    if (checkpoint.moved === true) {
      checkpoints = []
      restored = undefined
    }
    if (checkpoint.restored === true) {
      const { at, lines } = checkpoint
      const lost = Math.max(0, ...checkpoints.map((before) => before.lines - lines))
      restored = { at, lines, lost }
      checkpoints = checkpoints.filter((before) => before.lines <= lines)
    }
    checkpoints = [...checkpoints, checkpoint]
  }
  return { checkpoints, ...(restored === undefined ? {} : { restored }) }
}

function signedIn(line: string, publicKey: KeyObject): Checkpoint | undefined {
  try {
    const { sig, ...checkpoint } = checkpointSchema.parse(JSON.parse(line))
    const signed = JSON.stringify({
      at: checkpoint.at,
      lines: checkpoint.lines,
      head: checkpoint.head,
      month: checkpoint.month,
      size: checkpoint.size,
      key: checkpoint.key,
      ...(checkpoint.restored === undefined ? {} : { restored: checkpoint.restored }),
      ...(checkpoint.moved === undefined ? {} : { moved: checkpoint.moved }),
    })
    return verify(null, Buffer.from(signed), publicKey, Buffer.from(sig, 'base64')) ? checkpoint : undefined
  } catch {
    return undefined
  }
}

async function privateKeyAt(path: string, mayMake: boolean): Promise<KeyObject> {
  const pem = await readFile(path, 'utf8').catch(() => undefined)
  if (pem === undefined && mayMake) {
    const { privateKey } = generateKeyPairSync('ed25519')
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const made = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await writeFile(path, made, { mode: SECRET_MODE, flag: 'wx' })
    return privateKey
  }
  try {
    const key = createPrivateKey(pem ?? '')
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // said below
  }
  throw new AuditKeyUnusable(path)
}

/** The first half of the SHA-256 of the public key. */
function nameOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 32)
}
