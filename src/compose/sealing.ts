import { type SealingKeys, sealingKey } from '../adapters/lowdb/files/cover.js'
import type { Config } from '../config/config.js'
import { readKeyFile } from '../config/key-file.js'

/** The keys that the settings name, read from their files. @throws DataFileError where one is none */
export function sealingKeysOf({ sealing }: Pick<Config, 'sealing'>): SealingKeys {
  const former = (sealing?.formerKeyFiles ?? []).map((path) => sealingKey(readKeyFile(path)))
  if (sealing?.keyFile === undefined) return { former }
  return { former, present: sealingKey(readKeyFile(sealing.keyFile)) }
}
