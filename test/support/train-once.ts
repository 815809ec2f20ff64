import { languageFolders } from '../../src/compose/places.js'
import { loadLanguage } from '../../src/language/load.js'

/** Trains the classifier before the first test, so that no test file waits for it or trains it beside another. */
export function setup(): void {
  loadLanguage(languageFolders())
}
