import { loadLanguage } from '../../src/language/load.js'
import { languageFolders } from '../../src/places.js'

/** Trains the classifier before the first test, so that no test file waits for it or trains it beside another. */
export function setup(): void {
  loadLanguage(languageFolders())
}
