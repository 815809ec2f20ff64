import { join } from 'node:path'
import type { Disk } from '../adapters/lowdb/files/disk.js'
import { makeHome } from '../adapters/lowdb/home.js'
import { HomeUnusable, homeProblem } from '../adapters/lowdb/home-problem.js'
import type { EmbeddedStore } from '../adapters/lowdb/store.js'
import { loadCalendar } from '../config/calendar.js'
import type { Config } from '../config/config.js'
import { loadFestivals, watchedOccasions } from '../config/occasions.js'
import { loadPolicy } from '../config/policy.js'
import { loadSensitiveWords } from '../config/sensitive-words.js'
import type { SensitiveWords } from '../domain/customer/facts/sensitive-note.js'
import { dayIn, yearOf } from '../domain/day.js'
import type { Policy } from '../domain/policy.js'
import type { WorkingCalendar } from '../domain/working-days.js'
import type { Clock, Log, OccasionSources, Timer } from '../ports/ports.js'
import type { Store } from '../ports/store.js'
import { occasionSources } from '../usecases/brief/occasion-sources.js'
import { type BranchLinks, branchLinks } from '../usecases/customers/branch-links.js'
import { ownedCompanies } from '../usecases/customers/owned-companies.js'
import { isHalfMoved } from '../usecases/moving/move-store.js'
import { openKept } from './kept.js'
import { dataFolder } from './places.js'
import { type Words, wordsOf } from './words.js'

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
  /** What only a home in files can do. */
  readonly embedded?: Pick<EmbeddedStore, 'snapshot'>
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  /** What is handed in besides the bank's tables. */
  readonly sources: OccasionSources
  /** Links across the books of a branch. */
  readonly branchLinks: BranchLinks
  readonly words: Words
  readonly sensitiveWords: SensitiveWords
  /** The same, in another world; closing that one closes nothing. */
  within(other: Partial<World>): Daybook
  close(): Promise<void>
}

export type Rules = Pick<Daybook, 'policy' | 'calendar'>

/** The policy and the calendar, with what the settings change of them. */
export function rulesOf(config: Config): Rules {
  const policy = loadPolicy(config.policyPath ?? dataFolder('policy.json'))
  const { briefCutOff } = config
  return {
    policy: briefCutOff === undefined ? policy : { ...policy, briefCutOff },
    calendar: loadCalendar(dataFolder('calendar')),
  }
}

/**
 * Opens the home and reads the rules; throws where either cannot be used.
 *
 * @param words read once and shared where several daybooks are opened in one process
 * @param how `disk`: what the home is kept on, absent the disk of the machine; `rules`: shared, as the words are
 */
export async function openDaybook(
  config: Config,
  world: World,
  words = wordsOf(config),
  how: { readonly disk?: Disk; readonly rules?: Rules } = {},
): Promise<Daybook> {
  const { policy, calendar } = how.rules ?? rulesOf(config)
  const { disk } = how
  await makeHome(config.home, disk)
  const occasions = occasionsOf(config, world)
  const store = await openKept(config, world, disk)
  if (await isHalfMoved(store)) {
    await store.close()
    throw new HomeUnusable(
      `${config.databaseUrl === undefined ? config.home : 'the database'} is half moved: run move again, to its end`,
    )
  }
  const links = branchLinks(store)
  const companiesOf = ownedCompanies(store.books, links)
  const sourcesAt = ({ clock }: World) => {
    const year = yearOf(dayIn(config.timeZone, clock.now()))
    const festivals = loadFestivals(dataFolder('festivals.json'), year)
    return occasionSources({ ...store, occasionsFile: occasions, festivals, companiesOf })
  }
  const daybook: Daybook = {
    config,
    world,
    store,
    ...('snapshot' in store ? { embedded: store } : {}),
    policy,
    calendar,
    sensitiveWords: loadSensitiveWords(dataFolder('sensitive.json')),
    sources: sourcesAt(world),
    branchLinks: links,
    words,
    within(other) {
      const elsewhere = { ...world, ...other }
      const sources = other.clock === undefined ? daybook.sources : sourcesAt(elsewhere)
      return { ...daybook, world: elsewhere, sources, close: async () => {} }
    },
    close: () => store.close(),
  }
  return daybook
}

function occasionsOf({ home }: Config, { log }: World): ReturnType<typeof watchedOccasions> {
  try {
    return watchedOccasions(join(home, 'occasions.json'), (problem) =>
      log.error('occasions.refused', problem),
    )
  } catch (error) {
    throw homeProblem(home, error)
  }
}
