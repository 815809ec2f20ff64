import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Disk } from '../../src/adapters/lowdb/files/disk.js'
import { memoryDisk } from '../../src/adapters/lowdb/files/memory-disk.js'
import { conversationOf } from '../../src/compose/app.js'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { type TerminalChat, terminalChat } from '../../src/compose/terminal-chat.js'
import { loadConfig } from '../../src/config/config.js'
import { addDays, day } from '../../src/domain/day.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import { WORDS } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

const TODAY = day('2026-11-23')
const MANAGER: Manager = {
  id: 'M1',
  name: '林若溪',
  branchId: '0101',
  role: 'manager',
  briefTime: '08:30',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
}
const CUSTOMERS = [
  aCustomer('c1', { name: '陈立群', holdings: [aHolding('2026-11-25')] }),
  aCustomer('c2', { name: '李望舒', contacts: [aContact('2026-11-02')] }),
  aCustomer('c3', { name: 'Grace Yang', birthday: addDays(TODAY, 1) }),
]

/** What a turn costs wherever it runs. Seconds are measured by `npm run bench -- turns`. */
interface Work {
  /** Documents that are read from the disk; what is held in memory is not. */
  readonly reads: number
  /** Pieces made durable, one fsync each: everything of a turn is one. */
  readonly commits: number
  /** Messages that are searched for names, days and sums. */
  readonly parses: number
  /** Briefs planned. */
  readonly plans: number
}

const counted = { reads: 0, commits: 0, parses: 0, plans: 0 }
let daybook: Daybook
let chat: TerminalChat

beforeAll(async () => {
  const home = '/home-in-memory'
  const disk = memoryDisk()
  const config = loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' })
  let ids = 0
  const world = {
    clock: { now: () => new Date('2026-11-23T01:00:00Z') },
    timer: { wait: async () => {}, elapsedMs: () => performance.now() },
    newId: () => `t${++ids}`,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  const { understanding } = WORDS
  const parse: typeof understanding.parse = (...of) => {
    counted.parses++
    return understanding.parse(...of)
  }
  const words = {
    understanding,
    interpreting: { ...WORDS.interpreting, understanding: { ...understanding, parse } },
    playbooks: WORDS.playbooks,
    claims: WORDS.claims,
  }
  const counting: Disk = {
    ...disk,
    read(path) {
      counted.reads++
      return disk.read(path)
    },
    append(path, bytes) {
      counted.commits++
      return disk.append(path, bytes)
    },
  }
  const opened = await openDaybook(config, world, words, { disk: counting })
  const { sources } = opened
  daybook = {
    ...opened,
    sources: {
      for(managerId) {
        counted.plans++
        return sources.for(managerId)
      },
    },
  }
  await daybook.store.bank.transact(async (draft) => {
    await draft.putManagers([MANAGER])
    await draft.putBook({ managerId: MANAGER.id, customers: CUSTOMERS, changes: [] })
  })
  const conversation = conversationOf(daybook, { conversations: daybook.store.conversations })
  chat = terminalChat(conversation, MANAGER, {
    newId: world.newId,
    shows: () => `m${++ids}`,
    replaces: () => {},
  })
  // The first ones read the book, and what the branch hands in.
  for (const first of ['谢谢', '晨报']) await workOf(first)
})

afterAll(() => daybook.close())

async function workOf(text: string): Promise<Work> {
  Object.assign(counted, { reads: 0, commits: 0, parses: 0, plans: 0 })
  await daybook.store.units.together(() => chat.say(text))
  return { ...counted }
}

describe('a turn reads nothing that is held, is made durable once, is read once', () => {
  it.each<readonly [string, Work]>([
    ['谢谢', { reads: 0, commits: 1, parses: 1, plans: 0 }],
    ['本周谁到期', { reads: 0, commits: 1, parses: 1, plans: 0 }],
    ['看看陈立群', { reads: 0, commits: 1, parses: 1, plans: 0 }],
    ['晨报', { reads: 0, commits: 1, parses: 1, plans: 1 }],
    ['刚打了李望舒,没接', { reads: 0, commits: 1, parses: 1, plans: 1 }],
    ['called Grace, no answer', { reads: 0, commits: 1, parses: 1, plans: 1 }],
    ['撤销', { reads: 0, commits: 1, parses: 1, plans: 1 }],
    ['who matures this week', { reads: 0, commits: 1, parses: 1, plans: 0 }],
  ])('%s', async (says, work) => {
    expect(await workOf(says)).toEqual(work)
  })
})
