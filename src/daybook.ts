import { join } from 'node:path'
import { loadCalendar } from './config/calendar.js'
import { loadClaimCheck } from './config/claims.js'
import type { Config } from './config/config.js'
import { loadFestivals, loadOccasions } from './config/occasions.js'
import { loadPlaybooks } from './config/playbook.js'
import { loadPolicy } from './config/policy.js'
import { loadSensitiveWords } from './config/sensitive-words.js'
import { loadTopics } from './config/topics.js'
import type { SensitiveWords } from './domain/customer/sensitive-note.js'
import { dayIn, yearOf } from './domain/day.js'
import type { Playbooks } from './domain/playbook/playbook.js'
import type { Policy } from './domain/policy.js'
import type { WorkingCalendar } from './domain/working-days.js'
import { loadConcepts } from './language/attributes/load-concepts.js'
import { type LanguageModel, loadLanguage } from './language/load.js'
import { createParticulars, type Particulars } from './language/particulars/particulars.js'
import { createTopicReader, type TopicReader } from './language/topics.js'
import { createUnderstanding, type Understanding } from './language/understand.js'
import { dataFolder, languageFolders } from './places.js'
import { openStore, type Store } from './store/lowdb/store.js'
import { occasionSources } from './usecases/occasion-sources.js'
import type { Clock, Log, OccasionSources, Timer } from './usecases/ports.js'

/** What only the outermost ring may ask for. */
export interface World {
  readonly clock: Clock
  readonly timer: Timer
  readonly newId: () => string
  readonly log: Log
}

/** Everything that is there before anyone speaks: the book, the rules and the language. */
export interface Daybook {
  readonly config: Config
  readonly world: World
  readonly store: Store
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  /** What is handed in besides the bank's tables, as it was when the home was opened. */
  readonly sources: OccasionSources
  /** Made ready when it is first asked for: a list needs no language. */
  readonly understanding: Understanding
  /** What is read of a message besides that, made ready when first asked for. */
  readonly particulars: Particulars
  readonly sensitiveWords: SensitiveWords
  /** The approved words, made ready when first asked for. */
  readonly playbooks: Playbooks
  /** By which words they are asked for. */
  readonly topics: TopicReader
  close(): Promise<void>
}

/** The policy and the calendar, with what the settings change of them. */
export function rulesOf(config: Config): { readonly policy: Policy; readonly calendar: WorkingCalendar } {
  const policy = loadPolicy(config.policyPath ?? dataFolder('policy.json'))
  const { briefCutOff } = config
  return {
    policy: briefCutOff === undefined ? policy : { ...policy, briefCutOff },
    calendar: loadCalendar(dataFolder('calendar')),
  }
}

/** Opens the home and reads the rules; throws where either cannot be used. */
export async function openDaybook(config: Config, world: World): Promise<Daybook> {
  const rules = rulesOf(config)
  const handedIn = {
    ...loadOccasions(join(config.home, 'occasions.json')),
    festivals: loadFestivals(dataFolder('festivals.json'), yearOf(dayIn(config.timeZone, world.clock.now()))),
  }
  const store = await openStore(config.home, {
    log: world.log,
    newId: world.newId,
    now: () => world.clock.now(),
  })
  let model: LanguageModel | undefined
  const language = () => {
    model ??= loadLanguage(languageFolders(config))
    return model
  }
  let understanding: Understanding | undefined
  let particulars: Particulars | undefined
  let playbooks: Playbooks | undefined
  let topics: TopicReader | undefined
  return {
    config,
    world,
    store,
    ...rules,
    sensitiveWords: loadSensitiveWords(dataFolder('sensitive.json')),
    sources: occasionSources({ ...store, handedIn }),
    get understanding() {
      understanding ??= createUnderstanding(language())
      return understanding
    },
    get particulars() {
      particulars ??= createParticulars(language().tools, loadConcepts(languageFolders(config)))
      return particulars
    },
    get playbooks() {
      playbooks ??= loadPlaybooks(dataFolder('playbook'), loadClaimCheck(dataFolder('claims')))
      return playbooks
    },
    get topics() {
      topics ??= createTopicReader(loadTopics(dataFolder('language/topics.json')))
      return topics
    },
    close: () => store.close(),
  }
}
