import { createSign, generateKeyPairSync } from 'node:crypto'
import { AuthenticationConstants } from 'botframework-connector'
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js'

/** Tokens as the messenger signs them, with keys of ours in the place of those that are fetched from its servers. */
export interface MessengerTokens {
  /** A header that holds for an app; `over` changes its claims, `signedBy: 'nobody'` its signature. */
  bearer(appId: string, over?: Readonly<Record<string, unknown>>, signedBy?: 'messenger' | 'nobody'): string
  /** From now on its keys cannot be had. */
  loseKeys(): void
  stop(): void
}

const URL = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl
const KEY_ID = 'key-1'

const messenger = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const nobody = generateKeyPairSync('rsa', { modulusLength: 2_048 })

export function messengerTokens(now: () => Date): MessengerTokens {
  // The one place where botframework-connector keeps the keys of the messenger, by the address they come from.
  const cache = Reflect.get(JwtTokenExtractor, 'openIdMetadataCache') as Map<string, unknown>
  const before = cache.get(URL)
  const key = messenger.publicKey.export({ type: 'pkcs1', format: 'pem' })
  cache.set(URL, {
    getKey: async (id: string) => (id === KEY_ID ? { key, endorsements: ['msteams'] } : null),
  })
  return {
    bearer(appId, over = {}, signedBy = 'messenger') {
      const seconds = Math.floor(now().getTime() / 1_000)
      const header = { alg: 'RS256', typ: 'JWT', kid: KEY_ID }
      const times = { nbf: seconds - 60, exp: seconds + 3_600 }
      const claims = {
        iss: AuthenticationConstants.ToBotFromChannelTokenIssuer,
        aud: appId,
        ...times,
        ...over,
      }
      const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      const signer = createSign('RSA-SHA256').update(signed.join('.'))
      const signature = signer.sign((signedBy === 'messenger' ? messenger : nobody).privateKey, 'base64url')
      return `Bearer ${[...signed, signature].join('.')}`
    },
    loseKeys() {
      cache.set(URL, { getKey: async () => Promise.reject(new Error('ENOTFOUND')) })
    },
    stop() {
      if (before === undefined) cache.delete(URL)
      else cache.set(URL, before)
    },
  }
}
