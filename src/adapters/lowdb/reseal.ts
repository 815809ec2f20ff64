import { join } from 'node:path'
import { CannotUnseal } from './files/cover.js'
import { UnreadableFile } from './files/durable-file.js'
import { type HomeOptions, openHome } from './home.js'
import { DOCUMENT_FOLDERS } from './shelves.js'
import { openStore } from './store.js'

/** Documents, of either generation; what is on its way has no end yet and is swept at the next start. */
const DOCUMENT = /\.json(\.1)?$/

/**
 * Writes every document anew as the present key has it, or plain where there is none; the former keys are needed no longer
 * afterwards. Repeating one that was stopped ends the same.
 *
 * @returns how many documents were written
 * @throws HomeInUse where a process serves the home; UnreadableFile where a key is missing
 */
export async function resealHome(path: string, options: HomeOptions): Promise<number> {
  const store = await openStore(path, options)
  await store.close() // what only the log has comes into its place, and the log is gone
  const home = await openHome(path, options)
  const { disk, cover } = home
  let written = 0
  try {
    for (const folder of DOCUMENT_FOLDERS) {
      for (const name of await disk.list(join(home.path, folder))) {
        const file = join(home.path, folder, name)
        if (!DOCUMENT.test(name)) continue
        try {
          const { bytes, sum, keyId } = cover.unwrap(await disk.read(file))
          if (keyId === cover.keyId && sum === 'held') continue
          const next = `${file}.tmp-${home.freshName()}`
          await disk.create(next, cover.wrap([bytes]))
          await disk.rename(next, file)
          written++
        } catch (error) {
          if (error instanceof CannotUnseal) throw new UnreadableFile(file, error.message)
          throw error
        }
      }
      await disk.syncFolder(join(home.path, folder))
    }
  } finally {
    await home.close()
  }
  return written
}
