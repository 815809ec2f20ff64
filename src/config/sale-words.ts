import { z } from 'zod'
import { readDataFile } from './data-file.js'
import { phrases } from './phrases.js'

const form = z.strictObject({
  version: z.literal(1),
  about: z.string(),
  kin: phrases,
  man: z.strictObject({
    'authority-no': phrases,
    'authority-yes': phrases,
    'money-no': phrases,
    'money-yes': phrases,
    'need-no': phrases,
    'need-yes': phrases,
  }),
  notMet: phrases,
  met: phrases,
  accepted: phrases,
  won: phrases,
  lost: phrases,
  putOff: phrases,
  shelved: phrases,
  deal: phrases,
  agreed: phrases,
  interest: phrases,
  asks: phrases,
})

/** Reads the words in which the course of a sale is told. @throws DataFileError */
export function loadSaleWords(path: string): Omit<z.output<typeof form>, 'version' | 'about'> {
  const { version: _version, about: _about, ...words } = readDataFile(path, form)
  return words
}
