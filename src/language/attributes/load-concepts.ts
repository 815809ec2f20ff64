import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AttributeConcept } from './concepts.js'

/**
 * The words for attributes of customers, the bank's own after the project's.
 *
 * @throws Error naming the file that is no list of concepts.
 */
export function loadConcepts(folders: {
  readonly dataDir: string
  readonly extraDir?: string
}): readonly AttributeConcept[] {
  const paths = [folders.dataDir, ...(folders.extraDir === undefined ? [] : [folders.extraDir])].map((dir) =>
    join(dir, 'attributes.json'),
  )
  return paths.filter((path, index) => index === 0 || existsSync(path)).flatMap(conceptsIn)
}

function conceptsIn(path: string): readonly AttributeConcept[] {
  const { concepts } = JSON.parse(readFileSync(path, 'utf8')) as { concepts?: readonly AttributeConcept[] }
  if (!Array.isArray(concepts)) throw new Error(`${path} has no list of concepts`)
  // The file is the project's own, or a bank's of the same form: a pattern that is none fails when it is compiled.
  return concepts
}
