import { z } from 'zod'
import type { SensitiveWords } from '../domain/customer/facts/sensitive-note.js'
import { readDataFile } from './data-file.js'

const words = z.array(z.string().min(1))

/**
 * Reads the words that give a sensitive note away.
 * @throws DataFileError with every problem at once.
 */
export function loadSensitiveWords(path: string): SensitiveWords {
  return readDataFile(path, z.strictObject({ religion: words, health: words, child: words }))
}
