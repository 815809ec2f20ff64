import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../../src/adapters/postgres/store.js'
import { dataFolder } from '../../../src/compose/places.js'
import { findDelivery } from '../../../src/domain/manager/ledger-of-sends.js'
import type { Manager } from '../../../src/domain/manager/manager.js'
import type { Store } from '../../../src/ports/store.js'
import { aBook, contactIds } from '../../contract/builders.js'
import { type FaultConnector, startFaultConnector } from '../fault-connector.js'
import type { TestServer } from '../postgres-server.js'
import {
  chatOf,
  DRIVE_CUT_OFF,
  DRIVE_DAY,
  DRIVE_START,
  type Driven,
  driveFaults,
  drivenBank,
  judge,
  type Verdict,
} from '../push-drive.js'
import { mulberry32 } from '../random.js'
import { aManager } from '../roster.js'
import { REPLIES, type ReplicaOptions, toldKey } from './story.js'

export interface ReplicasDrive {
  /** A server that may be stopped. */
  readonly server: TestServer
  /** A replica as JavaScript. */
  readonly entry: string
  readonly managers: number
  /** Managers who talk meanwhile. */
  readonly speakers: number
  readonly kills: number
  /** How often the database is stopped and started. */
  readonly stops: number
  readonly killEveryMs: number
  readonly seed: number
  readonly perSecond: number
  readonly claimedForMs: number
  readonly minuteMs: number
  /** How long after the last kill all has to be settled. */
  readonly withinMs: number
  readonly progress?: (kills: number) => void
}

export interface ReplicasFigures extends Verdict {
  readonly managers: number
  readonly kills: number
  readonly stops: number
  readonly posts: number
  /** Messages that were acknowledged, and how many of them only when they came again. */
  readonly turns: number
  readonly turnsThatCameAgain: number
  readonly seconds: number
}

/** The clocks of the replicas, 90 seconds apart. */
const CLOCKS_AHEAD_MS = [0, 90_000, -90_000] as const
const DOWN_MS = 700
const POST_WITHIN_MS = 5_000

/**
 * Three replicas whose clocks are 90 seconds apart send a bank's briefs through a messenger that fails and are talked to, while one
 * after the other is killed and the database is stopped and started. `violations` is what must stay empty: a brief for each
 * manager who is due and once, what may not have arrived called so; every acknowledged message noted, once, in its own conversation.
 */
export async function driveReplicas(drive: ReplicasDrive): Promise<ReplicasFigures> {
  const { server, seed } = drive
  const url = await server.newDatabase()
  const open = () => openDatabase({ url, migrations: dataFolder('postgres'), log: { warn: () => {} } })
  const store = await open()
  const messenger = await startFaultConnector()
  const bank = drivenBank(drive.managers, messenger.url)
  const speakers = Array.from({ length: drive.speakers }, (_, nth) =>
    aManager({ id: `S${nth}`, aadObjectId: `aad-S${nth}`, briefTime: DRIVE_CUT_OFF }),
  )
  await fill(store, bank, speakers)
  const faults = driveFaults(seed)
  const driven = new Set(bank.map(({ manager }) => chatOf(manager.id)))
  messenger.answerWith(({ conversationId }) => (driven.has(conversationId) ? faults() : undefined))

  const begun = performance.now()
  await store.refresh()
  const begunAtMs = store.sharedClock!.now().getTime()
  const replicas = CLOCKS_AHEAD_MS.map((clockAheadMs, nth) =>
    aReplica(drive.entry, {
      nth: nth + 1,
      url,
      migrations: dataFolder('postgres'),
      begunAtMs,
      clockAheadMs,
      perSecond: drive.perSecond,
      claimedForMs: drive.claimedForMs,
      minuteMs: drive.minuteMs,
    }),
  )
  const talks = speakers.map((manager) => talk(manager, replicas, messenger))
  try {
    await disturb(drive, replicas)
    await settled(store, bank, drive.withinMs)
    const told = await Promise.all(talks.map((one) => one.end()))
    const seconds = Math.round((performance.now() - begun) / 1_000)
    const desks = await Promise.all(bank.map(({ manager }) => store.desks.read(manager.id)))
    const verdict = judge(bank, desks, messenger)
    const violations = [...verdict.violations]
    for (const [nth, { id }] of speakers.entries())
      violations.push(...(await wrongIn(store, messenger, id, told[nth]!.acknowledged)))
    return {
      ...verdict,
      violations,
      managers: drive.managers,
      kills: drive.kills,
      stops: drive.stops,
      posts: messenger.requests.filter(({ conversationId }) => driven.has(conversationId)).length,
      turns: told.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
      turnsThatCameAgain: told.reduce((sum, { cameAgain }) => sum + cameAgain, 0),
      seconds,
    }
  } finally {
    for (const replica of replicas) replica.end()
    for (const one of talks) one.abandon()
    await store.close()
    await messenger.close()
  }
}

async function fill(store: Store, bank: readonly Driven[], speakers: readonly Manager[]): Promise<void> {
  await store.bank.transact(async (draft) => {
    await draft.putManagers([...bank.map(({ manager }) => manager), ...speakers])
    for (const { manager, desk } of bank)
      await draft.changeDesk(manager.id, (fresh) => ({ desk: { ...fresh, ...desk }, result: undefined }))
    for (const { id } of speakers) await draft.putBook(aBook(id, [`${id}-C`]))
  })
}

interface Replica {
  /** Where it listens; undefined while it is starting. */
  readonly url: string | undefined
  kill(): void
  end(): void
}

/** A process that is started again whenever it ends. */
function aReplica(entry: string, options: ReplicaOptions): Replica {
  let url: string | undefined
  let isOver = false
  let child: ChildProcess
  const start = (): void => {
    child = fork(entry, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.on('message', (message) => {
      url = (message as { url: string }).url // what a replica sends
    })
    child.once('exit', () => {
      url = undefined
      if (!isOver) setTimeout(start, 100)
    })
  }
  start()
  return {
    get url() {
      return url
    },
    kill: () => void child.kill('SIGKILL'),
    end() {
      isOver = true
      child.kill('SIGKILL')
    },
  }
}

/** Kills replicas that serve, one at a time, and stops the database in between. */
async function disturb(drive: ReplicasDrive, replicas: readonly Replica[]): Promise<void> {
  const { server, kills, stops, killEveryMs, progress } = drive
  const random = mulberry32(drive.seed)
  const stopAfter = Array.from({ length: stops }, (_, nth) => Math.ceil(((nth + 1) * kills) / (stops + 1)))
  await until(() => replicas.some(({ url }) => url !== undefined), drive.withinMs)
  for (let kill = 1; kill <= kills; kill++) {
    await wait(killEveryMs * (0.5 + random()))
    await until(() => replicas.some(({ url }) => url !== undefined), drive.withinMs)
    const serving = replicas.filter(({ url }) => url !== undefined)
    serving[Math.floor(random() * serving.length)]!.kill()
    progress?.(kill)
    if (!stopAfter.includes(kill)) continue
    await wait(killEveryMs / 2)
    await server.crash()
    await wait(DOWN_MS)
    await server.startAgain()
  }
}

/** Waits until nobody who is due is left without an end. */
async function settled(store: Store, bank: readonly Driven[], withinMs: number): Promise<void> {
  const due = bank.filter(({ fate }) => fate === 'due').map(({ manager }) => manager.id)
  const isOpen = async () => {
    const states = await store.desks.states(DRIVE_DAY, () => {})
    return due.some((id) => {
      const row = findDelivery(states.get(id) ?? { deliveries: [] }, DRIVE_DAY, 'brief')
      return row === undefined || row.state === 'sending' || row.state === 'planned'
    })
  }
  await until(async () => !(await isOpen()), withinMs, 200)
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs: number, everyMs = 20): Promise<void> {
  const last = performance.now() + withinMs
  while (!(await isSo()) && performance.now() < last) await wait(everyMs)
}

interface Told {
  readonly acknowledged: readonly string[]
  readonly cameAgain: number
}

/** A manager who says one thing after another, each again and again, to whichever replica, until it is acknowledged. */
function talk(manager: Manager, replicas: readonly Replica[], messenger: FaultConnector) {
  const acknowledged: string[] = []
  let cameAgain = 0
  let isOver = false
  let isAbandoned = false
  const chat = chatOf(manager.id)
  // Said of that very message: a late answer to the one before says nothing of it.
  const isAcknowledged = (said: string) =>
    messenger.shownIn(chat).some(({ text }) => text?.endsWith(` ${said}`) === true)
  const talking = (async () => {
    for (let n = 1; !isOver; n++) {
      const text = `${manager.id}:${n}`
      for (let tries = 0; !isAcknowledged(text) && !isAbandoned; tries++) {
        if (tries > 0) await wait(100)
        if (tries === 1) cameAgain++
        const at = replicas[(n + tries) % replicas.length]!.url
        if (at === undefined) continue
        await post(at, messenger.url, manager, text, n).catch(() => undefined)
      }
      if (!isAbandoned) acknowledged.push(text)
    }
    return { acknowledged, cameAgain }
  })()
  return {
    end(): Promise<Told> {
      isOver = true
      return talking
    },
    abandon(): void {
      isOver = true
      isAbandoned = true
    },
  }
}

async function post(url: string, serviceUrl: string, { id, aadObjectId }: Manager, text: string, n: number) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(POST_WITHIN_MS),
    body: JSON.stringify({
      type: 'message',
      id: `a${n}`,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date(Date.parse(DRIVE_START) + n * 1_000).toISOString(),
      text,
      from: { id: `29:${id}`, aadObjectId },
      recipient: { id: '28:daybook' },
      conversation: { id: chatOf(id), conversationType: 'personal' },
    }),
  })
  await response.text()
}

/** What does not hold of one speaker: lost, done twice, answered twice, or said in the wrong place. */
async function wrongIn(
  store: Store,
  messenger: FaultConnector,
  id: string,
  acknowledged: readonly string[],
): Promise<readonly string[]> {
  const noted = contactIds(await store.books.read(id))
  const told = (await store.conversations.read(toldKey(`msteams/conversations/${chatOf(id)}`))) ?? []
  const replies = messenger
    .shownIn(chatOf(id))
    .flatMap(({ text = '' }) =>
      text.startsWith(REPLIES.noted) ? [text.slice(REPLIES.noted.length + 1)] : [],
    )
  return [
    ...differenceOf(`${id} noted`, noted, acknowledged),
    ...differenceOf(`the conversation of ${id}`, told as readonly string[], acknowledged), // as a replica wrote it
    ...(new Set(replies).size === replies.length ? [] : [`${id}: answered twice`]),
    ...replies.filter((text) => !text.startsWith(`${id}:`)).map((text) => `${id} was told of ${text}`),
  ]
}

/** The first place at which two lists are not the same. */
function differenceOf(
  what: string,
  found: readonly string[],
  expected: readonly string[],
): readonly string[] {
  const at = Array.from({ length: Math.max(found.length, expected.length) }, (_, nth) => nth).find(
    (nth) => found[nth] !== expected[nth],
  )
  return at === undefined
    ? []
    : [`${what}: ${found[at] ?? 'nothing'} where ${expected[at] ?? 'nothing'} was acknowledged`]
}
