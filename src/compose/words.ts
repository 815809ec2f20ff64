import { loadCalendar } from '../config/calendar.js'
import { loadClaimCheck } from '../config/claims.js'
import type { Config } from '../config/config.js'
import { loadPlaybooks } from '../config/playbook.js'
import { loadRequests } from '../config/requests.js'
import { loadSaleWords } from '../config/sale-words.js'
import { loadTopics } from '../config/topics.js'
import type { ClaimCheck } from '../domain/claims/claim-check.js'
import type { Playbooks } from '../domain/playbook/playbook.js'
import { loadConcepts } from '../language/attributes/load-concepts.js'
import type { InterpretTools } from '../language/interpret.js'
import { loadLanguage } from '../language/load.js'
import { createParticulars } from '../language/particulars/particulars.js'
import { createRequestReader } from '../language/requests.js'
import { createSaleReader } from '../language/sale-words.js'
import { createTopicReader } from '../language/topics.js'
import { createUnderstanding, type Understanding } from '../language/understand.js'
import { dataFolder, languageFolders } from './places.js'

/** What messages are read with and answered from; each is made ready when first asked for: a list needs no language. */
export interface Words {
  readonly understanding: Understanding
  /** All that a message is read with in a conversation. */
  readonly interpreting: InterpretTools
  /** The approved words. */
  readonly playbooks: Playbooks
  /** What may not be said. */
  readonly claims: ClaimCheck
}

/** Reads `data/` and a bank's own language folder. @throws Error of the part asked for that cannot be used. */
export function wordsOf(config: Pick<Config, 'extraLanguagePath'>): Words {
  const folders = languageFolders(config)
  const language = once(() => loadLanguage({ ...folders, working: loadCalendar(dataFolder('calendar')) }))
  const understanding = once(() => createUnderstanding(language()))
  const particulars = once(() => createParticulars(language().tools, loadConcepts(folders)))
  const claims = once(() => loadClaimCheck(dataFolder('claims')))
  const playbooks = once(() => loadPlaybooks(dataFolder('playbook'), claims()))
  const topics = once(() => createTopicReader(loadTopics(dataFolder('language/topics.json'))))
  const sale = once(() => createSaleReader(loadSaleWords(dataFolder('language/sale.json'))))
  const requests = once(() =>
    createRequestReader(loadRequests(dataFolder('language/requests.json')), topics()),
  )
  const interpreting = once(() => ({
    understanding: understanding(),
    particulars: particulars(),
    topics: topics(),
    requests: requests(),
    sale: sale(),
  }))
  return {
    get understanding() {
      return understanding()
    },
    get interpreting() {
      return interpreting()
    },
    get playbooks() {
      return playbooks()
    },
    get claims() {
      return claims()
    },
  }
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}
