import { readFileSync } from 'node:fs'
import { DataFileError } from './data-file.js'

const BYTES = 32

/** The 32 bytes of a key: as hexadecimal digits, in Base64, or as they are. @throws DataFileError */
export function readKeyFile(path: string): Buffer {
  let content: Buffer
  try {
    content = readFileSync(path)
  } catch {
    throw new DataFileError(path, ['cannot be read'])
  }
  if (content.length === BYTES) return content
  const text = content.toString('latin1').trim()
  const key = /^[\da-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length === BYTES) return key
  throw new DataFileError(path, [`holds no key of ${BYTES} bytes: openssl rand -hex ${BYTES} > ${path}`])
}
