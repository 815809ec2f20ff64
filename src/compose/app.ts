import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AssistantDeps, createAssistant } from '../../dialogs/assistant.js'
import { createBot } from '../adapters/bot/bot.js'
import { fileWays } from '../adapters/bot/file/file-ways.js'
import { startJobs } from '../adapters/cron/scheduler.js'
import { exportFileName } from '../adapters/files/export/export-title.js'
import { exportWorkbookAside } from '../adapters/files/worker/workshop.js'
import { fileLinks } from '../adapters/http/file-links.js'
import { promMetrics } from '../adapters/http/metrics.js'
import { startHttp } from '../adapters/http/server.js'
import type { JobReport } from '../delivery/job.js'
import { type Pace, pace } from '../delivery/pace.js'
import { reportDeliveries } from '../delivery/report-deliveries.js'
import { sharedPace } from '../delivery/shared-pace.js'
import { dayIn } from '../domain/day.js'
import { fingerprint } from '../domain/fingerprint.js'
import { findDelivery } from '../domain/manager/ledger-of-sends.js'
import { LOCALES } from '../domain/manager/manager.js'
import { OPERATOR } from '../imports/operator.js'
import { inboxReply } from '../messaging/cards/customers/inbox-reply.js'
import { describeContact } from '../messaging/wording/contacts/contact.js'
import { exportWordsFor } from '../messaging/wording/lists/export-words.js'
import { type Wording, wordingFor } from '../messaging/wording/wording.js'
import type { Conversation, GateLines } from '../ports/conversation.js'
import type { Conversations, NamedFile, Timer } from '../ports/ports.js'
import type { Store } from '../ports/store.js'
import { branchScores } from '../usecases/branch/branch-scores.js'
import { coveringBooks } from '../usecases/branch/covering-books.js'
import { seenBooks } from '../usecases/branch/seen-books.js'
import { showBranch } from '../usecases/branch/show-branch.js'
import { noteBriefShown } from '../usecases/brief/note-brief-shown.js'
import { campaignDesk } from '../usecases/campaign/campaign-desk.js'
import { explainDeliveries } from '../usecases/delivery/explain-deliveries.js'
import { exportFiles } from '../usecases/exports/export-file.js'
import type { ExportTable } from '../usecases/exports/export-table.js'
import { adminOf } from './admin.js'
import { auditOf } from './audit.js'
import { campaignKeeping } from './campaign-keeping.js'
import { headsReport } from './campaign-report.js'
import type { Daybook } from './daybook.js'
import { inboxOf } from './intake.js'
import { dataFolder } from './places.js'
import { pushesOf } from './pushes.js'
import { warmUp } from './warm-up.js'

/** The conversation over a daybook; `conversations` absent: what is open is forgotten with the process. */
export function conversationOf(
  daybook: Daybook,
  how: { readonly conversations?: Conversations; readonly briefShown?: AssistantDeps['briefShown'] } = {},
): Conversation {
  const { words, world, store, policy, calendar } = daybook
  const deps = daybookDeps(daybook)
  return createAssistant({
    ...deps,
    tools: () => words.interpreting,
    clock: world.clock,
    pushedCardOf: async (managerId, day) =>
      findDelivery(await daybook.store.desks.read(managerId), day, 'brief')?.activityId,
    briefShown: how.briefShown ?? (async () => {}),
    // Never the books of colleagues who are away: a table of theirs would come in again as one's own.
    exports: exportFiles({
      ...store,
      policy,
      calendar,
      write: writeWorkbook,
      report: headsReport(deps.campaigns, store.managers),
    }),
    conversations: how.conversations ?? FORGETFUL,
  })
}

/** The pages that the app package for Teams names. */
function pagesOf(folder: string): Readonly<Record<string, string>> {
  const page = (name: string) => [name, readFileSync(join(folder, `${name}.html`), 'utf8')]
  return Object.fromEntries(['privacy', 'terms'].map(page))
}

/** For a single question: nothing is open before it or after it. */
const FORGETFUL: Conversations = {
  read: async () => undefined,
  write: async () => {},
  delete: async () => {},
  keys: async () => [],
}

async function writeWorkbook(table: ExportTable): Promise<NamedFile> {
  return { name: `${exportFileName(table)}.xlsx`, bytes: await exportWorkbookAside(table, describeContact) }
}

/** What the use cases are given. */
function daybookDeps(daybook: Daybook) {
  const { store, policy, calendar, sources, branchLinks, world, config } = daybook
  const todayOf = (managerId: string) =>
    dayIn(store.managers.find(managerId)?.timeZone ?? config.timeZone, world.clock.now())
  const { products, desks, managers, journal, unclear, feed } = store
  const books = coveringBooks(store.books, seenBooks({ managers, desks, todayOf }))
  const { sensitiveWords } = daybook
  const words = {
    playbooks: () => daybook.words.playbooks,
    claims: () => daybook.words.claims,
    spell: () => daybook.words.interpreting.particulars.spell,
  }
  // A branch is seen book by book: whom a colleague covers for counts once.
  const branchOf = showBranch({ ...store, policy, calendar })
  const scores = branchScores({ ...store, policy })
  // A campaign is a branch's: its books as they are kept.
  const campaigns = campaignDesk({ ...store, policy, calendar })
  const own = { ownBooks: store.books, products, desks, managers, journal, unclear, sources, feed }
  const kept = { ...own, bankApart: store.bankApart, books, branchLinks, campaigns }
  return { ...kept, policy, calendar, sensitiveWords, branchOf, scores, ...words }
}

/** The running assistant: what listens, and what happens by the clock. */
export interface Server {
  /** Where messages of the messenger are taken. */
  readonly url: string
  /** What is kept was changed by something else than a message: there may be something to tell. */
  homeChanged(): void
  /** Takes nothing new, lets what was begun finish, and returns. */
  stop(): Promise<void>
}

const MOST_AFTER_MINUTE_MS = 10_000

/** Processes that share a store wake at moments of their own, or all of them would ask it at the same instant. */
function afterMinuteOf({ sharedClock }: Store, newId: () => string): number {
  if (sharedClock === undefined) return 0
  return Number.parseInt(fingerprint({ process: newId() }).slice(-6), 36) % MOST_AFTER_MINUTE_MS
}

/** One pace for all processes where there may be several. */
function paceOf({ sendSlots }: Store, perSecond: number, timer: Timer): Pace {
  return sendSlots === undefined ? pace(perSecond, timer) : sharedPace(perSecond, sendSlots, timer)
}

/** Listens for the messenger and wakes the jobs, over an opened daybook. */
export async function startServer(daybook: Daybook): Promise<Server> {
  const { config, store, world, calendar } = daybook
  const { clock, timer, log, newId } = world
  const metrics = promMetrics()
  const links = config.files.way === 'link' ? fileLinks(timer, newId) : undefined
  const conversation = conversationOf(daybook, {
    conversations: store.conversations,
    briefShown: noteBriefShown({ desks: store.desks, calendar }),
  })
  const bot = createBot({
    settings: config.bot,
    managers: store.managers,
    refresh: store.refresh,
    desks: store.desks,
    conversations: store.conversations,
    turns: store.turns,
    clock,
    timer,
    log,
    meter: metrics.meter,
    lines: GATE_LINES,
    conversation,
    fileWay: fileWays(config, links, () => http.url),
    newId,
  })
  const pushes = pushesOf(daybook, daybookDeps(daybook), {
    send: bot.send,
    meter: metrics.meter,
    pace: paceOf(store, config.send.perSecond, timer),
  })
  const campaigns = campaignKeeping(daybook)
  store.onBookChange((managerId, by) => {
    pushes.bookChanged(managerId, by)
    campaigns.bookChanged(managerId)
  })
  // The first message ever read takes a third of a second at a stretch: before anybody is there to wait for it.
  await warmUp(daybook).catch((error: unknown) => log.error('words.not-ready', error))
  let isReady = true
  const http = await startHttp({
    host: config.host,
    port: config.port,
    isWorthReading: bot.isWorthReading,
    receive: bot.receive,
    isReady: async () => isReady && (await store.isReachable()),
    metrics: () => metrics.text(),
    metricsFor: config.metricsFor,
    pages: pagesOf(dataFolder('pages')),
    ...(links === undefined
      ? {}
      : { files: { take: links.take, over: LOCALES.map((l) => exportWordsFor(l).linkOver).join('\n') } }),
    log,
  })
  const inbox = inboxOf(daybook, async (results) => {
    const { manager: admin } = adminOf(daybook)
    if (admin === undefined) return
    const { reference, settings } = await store.desks.read(admin.id)
    if (reference === undefined) return
    const { text, summary } = inboxReply(results, settings.locale ?? admin.locale)
    await bot.send(reference, { text, summary })
  })
  const report = reportDeliveries({
    explain: explainDeliveries({ ...store, policy: daybook.policy, calendar }),
    today: () => dayIn(config.timeZone, clock.now()),
    clock,
    log,
  })
  /** A minute of the clock, on what is kept now. */
  const fresh = (run: () => Promise<JobReport>) => async () => {
    await store.refresh()
    return run()
  }
  const audit = auditOf(daybook)
  const onRecord = (act: string) =>
    store.journal.append({ at: clock.now().toISOString(), managerId: OPERATOR, act })
  const jobs = startJobs(
    [
      { name: 'campaigns', cron: '* * * * *', run: fresh(campaigns.tick) },
      { name: 'pushes', cron: '* * * * *', run: fresh(pushes.tick) },
      {
        name: 'checkpoint',
        cron: '* * * * *',
        run: async () => {
          await store.checkpoint()
          return {}
        },
      },
      {
        name: 'audit-checkpoint',
        cron: '*/15 * * * *',
        run: async () => ({ lines: (await audit.checkpoint())?.lines ?? 0 }),
      },
      {
        name: 'audit-check',
        cron: '20 2 * * *',
        run: async () => {
          const { lines, breaks = [], badCheckpoints } = await audit.verify()
          metrics.journalBreaks(breaks.length + badCheckpoints)
          const [{ file, line, problem } = {}] = breaks
          if (breaks.length + badCheckpoints > 0)
            log.warn('audit.broken', { breaks: breaks.length, badCheckpoints, file, line, problem })
          return { lines, breaks: breaks.length }
        },
      },
      { name: 'delivery-report', cron: '5 12,22 * * *', run: report },
      {
        name: 'inbox',
        cron: '*/10 1-6 * * *',
        run: async () => {
          const files = (await inbox()).length
          if (files > 0) pushes.newsArrived()
          return { files }
        },
      },
    ],
    { timeZone: config.timeZone, clock, timer, log, afterMinuteMs: afterMinuteOf(store, newId) },
  )
  await onRecord('process.start')
  return {
    url: http.url,
    homeChanged: pushes.newsArrived,
    async stop() {
      isReady = false
      await jobs.stop()
      await pushes.stop()
      await http.close()
      await onRecord('process.stop')
      await audit.checkpoint().catch((error: unknown) => log.error('audit.not-signed', error))
    },
  }
}

const inBoth = (sentence: (words: Wording) => string) =>
  LOCALES.map((locale) => sentence(wordingFor(locale))).join('\n\n')

const GATE_LINES: GateLines = {
  stranger: inBoth((words) => words.stranger),
  group: inBoth((words) => words.group),
  apology: (locale) => wordingFor(locale).apology,
  doneBefore: (locale) => wordingFor(locale).doneBefore,
  repeated: (locale, answer) => wordingFor(locale).repeated(answer),
  unsent: (locale) => wordingFor(locale).unsent,
  notKept: (locale) => wordingFor(locale).notKept,
}
