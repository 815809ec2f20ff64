import { loadCalendar } from './config/calendar.js'
import { loadClaimCheck } from './config/claims.js'
import type { Config } from './config/config.js'
import { loadPlaybooks } from './config/playbook.js'
import { loadRequests } from './config/requests.js'
import { loadSaleWords } from './config/sale-words.js'
import { loadTopics } from './config/topics.js'
import type { ClaimCheck } from './domain/claims/claim-check.js'
import type { Playbooks } from './domain/playbook/playbook.js'
import { loadConcepts } from './language/attributes/load-concepts.js'
import { loadLanguage } from './language/load.js'
import { createParticulars, type Particulars } from './language/particulars/particulars.js'
import { createRequestReader, type RequestReader } from './language/requests.js'
import { createSaleReader, type SaleReader } from './language/sale-words.js'
import { createTopicReader, type TopicReader } from './language/topics.js'
import { createUnderstanding, type Understanding } from './language/understand.js'
import { dataFolder, languageFolders } from './places.js'

/** What messages are read with and answered from; each is made ready when first asked for: a list needs no language. */
export interface Words {
  readonly understanding: Understanding
  /** What is read of a message besides intent and slots. */
  readonly particulars: Particulars
  /** The approved words. */
  readonly playbooks: Playbooks
  /** By which words they are asked for. */
  readonly topics: TopicReader
  /** By which words a call is practised and a text is checked. */
  readonly requests: RequestReader
  /** By which words the course of a sale is told. */
  readonly sale: SaleReader
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
  return {
    get understanding() {
      return understanding()
    },
    get particulars() {
      return particulars()
    },
    get playbooks() {
      return playbooks()
    },
    get topics() {
      return topics()
    },
    get requests() {
      return requests()
    },
    get sale() {
      return sale()
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
