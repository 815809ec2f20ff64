import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from '../../src/config/config.js'
import { readKeyFile } from '../../src/config/key-file.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function aFile(content: string | Buffer): string {
  const path = join(folder, 'secret')
  writeFileSync(path, content)
  return path
}

const KEY = Buffer.from('0123456789abcdef0123456789abcdef')

describe('a key file', () => {
  it.each([
    ['hexadecimal digits', `${KEY.toString('hex')}\n`],
    ['Base64', `${KEY.toString('base64')}\n`],
    ['the bytes themselves', KEY],
  ])('holds 32 bytes as %s', (_, content) => {
    expect(readKeyFile(aFile(content))).toEqual(KEY)
  })

  it.each([
    ['is too short', 'abcdef'],
    ['is empty', ''],
    ['is too long', KEY.toString('hex').repeat(2)],
  ])('that %s is refused, and it is said how one is made', (_, content) => {
    expect(() => readKeyFile(aFile(content))).toThrow(/openssl rand -hex 32/)
  })

  it('that is not there is refused', () => {
    expect(() => readKeyFile(join(folder, 'none'))).toThrow(/cannot be read/)
  })
})

describe('a secret in a file of its own', () => {
  const env = { MicrosoftAppId: 'app' }

  it('is read without the end of its line', () => {
    const path = aFile('hush\n')
    expect(loadConfig({ ...env, MicrosoftAppPassword_FILE: path }).bot.appPassword).toBe('hush')
  })

  it.each<[string, (path: string) => Record<string, string>, RegExp]>([
    [
      'cannot be read',
      (path) => ({ MicrosoftAppPassword_FILE: `${path}.none` }),
      /MicrosoftAppPassword_FILE cannot be read/,
    ],
    [
      'is given twice',
      (path) => ({ MicrosoftAppPassword_FILE: path, MicrosoftAppPassword: 'x' }),
      /are both set/,
    ],
  ])('that %s is refused by name', (_, more, says) => {
    expect(() => loadConfig({ ...env, ...more(aFile('hush')) })).toThrow(ConfigError)
    expect(() => loadConfig({ ...env, ...more(aFile('hush')) })).toThrow(says)
  })
})
