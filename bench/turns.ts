import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import restify, { type Request, type Response } from 'restify'
import { readSampleWords } from '../src/adapters/files/sample-words.js'
import { startServer } from '../src/compose/app.js'
import { openDaybook, rulesOf } from '../src/compose/daybook.js'
import { dataFolder } from '../src/compose/places.js'
import { loadConfig } from '../src/config/config.js'
import { day } from '../src/domain/day.js'
import { fillSample } from '../src/imports/fill-sample.js'
import { makeSample } from '../src/sample/make-sample.js'
import { startFaultConnector } from '../test/support/fault-connector.js'

const CUSTOMERS = 1_000
const ROUNDS = 60
const AAD = '00000000-0000-4000-8000-000000000101'
/** Of the kinds a manager sends in a day: a list, a question, a note, another note. */
const MESSAGES = ['晨报', '本周谁到期', '刚打了陈总,下周三上午十点来续存100万', 'called Grace, no answer']

/**
 * Whole turns over HTTP, one after another, with a book of 1,000: the time of ours is what is more than that of a bare
 * botbuilder echo bot on the same restify, answering through the same messenger.
 */
export async function benchTurns(): Promise<Record<string, number>> {
  const messenger = await startFaultConnector()
  const echo = await startEcho()
  const daybook = await startDaybook()
  const post = (url: string, text: string, at: number) => postMessage(url, messenger.url, text, at)

  const echoMs: number[] = []
  const ownMs: Record<string, number[]> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of MESSAGES) {
      const at = round * MESSAGES.length + MESSAGES.indexOf(text)
      echoMs.push(await post(echo.url, text, at))
      const own = ownMs[text] ?? []
      ownMs[text] = own
      own.push(await post(daybook.url, text, at))
    }
  }
  await daybook.stop()
  await echo.stop()
  await messenger.close()

  const all = Object.values(ownMs).flat()
  const names = ['briefMs', 'maturitiesMs', 'logMs', 'logEnglishMs']
  const each = MESSAGES.map((text, at) => [names[at]!, round(quantile(ownMs[text]!, 0.5))])
  return {
    echoMedianMs: round(quantile(echoMs, 0.5)),
    turnMedianMs: round(quantile(all, 0.5)),
    ownMedianMs: round(quantile(all, 0.5) - quantile(echoMs, 0.5)),
    turnP99Ms: round(quantile(all, 0.99)),
    echoP99Ms: round(quantile(echoMs, 0.99)),
    medianToEcho: round(quantile(all, 0.5) / quantile(echoMs, 0.5)),
    ...Object.fromEntries(each),
  }
}

async function startDaybook() {
  const home = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
  const config = loadConfig({
    DAYBOOK_HOME: home,
    PORT: '1',
    LOG_LEVEL: 'silent',
    MESSAGES_PER_MINUTE: '1000000',
  })
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  let ids = 0
  const world = {
    clock: { now: () => new Date() },
    timer: { wait: async () => {}, elapsedMs: () => performance.now() },
    newId: () => `b${++ids}`,
    log: quiet,
  }
  const daybook = await openDaybook({ ...config, port: 0 }, world)
  const { policy, calendar } = rulesOf(config)
  await fillSample(daybook.store.bank)(
    makeSample({
      managers: 1,
      customers: CUSTOMERS,
      seed: 7,
      today: day(world.clock.now().toISOString().slice(0, 10)),
      calendar,
      policy,
      words: readSampleWords(dataFolder('sample')),
      aadObjectIds: { M101: AAD },
    }),
  )
  const server = await startServer(daybook)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await daybook.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function startEcho() {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const server = restify.createServer()
  server.use(restify.plugins.bodyParser())
  server.post('/api/messages', async (req: Request, res: Response) => {
    // restify's request is botbuilder's but for optional properties that may be undefined.
    await adapter.process(req as never, res, async (context: TurnContext) => {
      await context.sendActivity(context.activity.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function postMessage(url: string, serviceUrl: string, text: string, at: number): Promise<number> {
  const begun = performance.now()
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `m${at}`,
      channelId: 'msteams',
      serviceUrl,
      // A repeat within seconds is dropped as a resend, so every message differs from the one before it.
      text: `${text}${' '.repeat(at % 40)}`,
      timestamp: new Date().toISOString(),
      from: { id: '29:bench', aadObjectId: AAD },
      recipient: { id: '28:daybook' },
      conversation: { id: 'bench', conversationType: 'personal' },
    }),
  })
  await response.text()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return performance.now() - begun
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
