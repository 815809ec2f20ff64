import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** What of a document or a line of the log is on the disk: sealed with a key where there is one, else with its sum. */
export interface Cover {
  /** Id of the key that is sealed with; absent: nothing is. */
  readonly keyId?: string
  /** A file of this document. */
  wrap(pieces: readonly Uint8Array[]): readonly Uint8Array[]
  /** @throws CannotUnseal */
  unwrap(bytes: Buffer): Unwrapped
  /** A line of the log, without line breaks. */
  wrapLine(pieces: readonly Uint8Array[]): readonly Uint8Array[]
  /** @throws CannotUnseal */
  unwrapLine(line: Buffer): Buffer
}

export interface Unwrapped {
  readonly bytes: Buffer
  /** Id of the key it was sealed with. */
  readonly keyId?: string
  /** `none`: written before there were sums, or by hand; `other`: changed since it was written. */
  readonly sum: 'held' | 'none' | 'other'
}

export interface SealingKey {
  /** 32 bytes. */
  readonly secret: Buffer
  /** The first half of its SHA-256, by which a file says what it was sealed with. */
  readonly id: string
}

export interface SealingKeys {
  /** What is written is sealed with it. */
  readonly present?: SealingKey
  /** What was written before may be sealed with these. */
  readonly former: readonly SealingKey[]
}

/** The key is not among those that were given, or the file was changed since it was sealed. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal'
  constructor(
    problem: string,
    readonly lacksKey: boolean,
  ) {
    super(problem)
  }
}

const CIPHER = 'aes-256-gcm'
const SECRET_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED = 'daybook-sealed '
/** `daybook-sealed <id of the key>\n` */
const HEAD_BYTES = SEALED.length + SECRET_BYTES + 1
const SUM = '#sha256 '
/** `#sha256 <hex>\n` */
const SUM_BYTES = SUM.length + 64 + 1

/** @throws RangeError where it has not 32 bytes */
export function sealingKey(secret: Buffer): SealingKey {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`a key has ${SECRET_BYTES} bytes`)
  return { secret, id: createHash('sha256').update(secret).digest('hex').slice(0, SECRET_BYTES) }
}

export function coverOf(keys: SealingKeys = { former: [] }): Cover {
  const { present } = keys
  const byId = new Map(
    [...keys.former, ...(present === undefined ? [] : [present])].map((key) => [key.id, key]),
  )

  function open(bytes: Buffer): Buffer {
    const id = keyIdOf(bytes)
    const key = byId.get(id)
    if (key === undefined) throw new CannotUnseal(`sealed with key ${id}, which is not given`, true)
    const nonce = bytes.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES)
    try {
      const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(bytes.subarray(0, HEAD_BYTES))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      const plain = decipher.update(bytes.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([plain, decipher.final()])
    } catch {
      throw new CannotUnseal('changed since it was sealed', false)
    }
  }

  return {
    ...(present === undefined ? {} : { keyId: present.id }),

    wrap: (pieces) => (present === undefined ? withSum(pieces) : seal(present, pieces)),

    unwrap(bytes) {
      if (isSealed(bytes)) return { bytes: open(bytes), sum: 'held', keyId: keyIdOf(bytes) }
      const end = bytes.length - SUM_BYTES
      if (end <= 0 || bytes.toString('latin1', end, end + SUM.length) !== SUM) return { bytes, sum: 'none' }
      const content = bytes.subarray(0, end)
      const said = bytes.toString('latin1', end + SUM.length, bytes.length - 1)
      return { bytes: content, sum: said === hexOf([content]) ? 'held' : 'other' }
    },

    wrapLine(pieces) {
      if (present === undefined) return pieces
      return [Buffer.from(Buffer.concat(seal(present, pieces)).toString('base64'))]
    },

    unwrapLine(line) {
      if (line[0] === JSON_START) return line
      const bytes = Buffer.from(line.toString('latin1'), 'base64')
      return isSealed(bytes) ? open(bytes) : line
    },
  }
}

const JSON_START = 0x7b

function isSealed(bytes: Buffer): boolean {
  return bytes.length > HEAD_BYTES && bytes.toString('latin1', 0, SEALED.length) === SEALED
}

function keyIdOf(sealed: Buffer): string {
  return sealed.toString('latin1', SEALED.length, HEAD_BYTES - 1)
}

/** A nonce is never used twice with a key: 96 bits by chance hold for 2^32 writes. */
function seal({ id, secret }: SealingKey, pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const head = Buffer.from(`${SEALED}${id}\n`)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(head)
  const sealed = pieces.map((piece) => cipher.update(piece))
  const rest = cipher.final()
  return [head, nonce, ...sealed, rest, cipher.getAuthTag()].filter(({ length }) => length > 0)
}

function withSum(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...pieces, Buffer.from(`${SUM}${hexOf(pieces)}\n`)]
}

function hexOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
