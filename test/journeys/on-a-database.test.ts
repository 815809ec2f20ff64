import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Server, startServer } from '../../src/compose/app.js'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { loadConfig } from '../../src/config/config.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import { type Chat, startChat, WORDS } from '../support/chat.js'
import { testClock } from '../support/clock.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { type FaultConnector, startFaultConnector } from '../support/fault-connector.js'
import { silentLog } from '../support/log.js'
import { postMessage } from '../support/post-message.js'
import { aDatabase, emptied } from '../support/postgres-place.js'
import { SERVER_PROGRAMS } from '../support/postgres-server.js'
import { aManager } from '../support/roster.js'

const CHAT = 'chat-M1'

describe.skipIf(SERVER_PROGRAMS === undefined)('kept in a database', () => {
  let url: string

  beforeAll(async () => {
    url = await aDatabase()
  })
  afterEach(() => emptied(url))

  describe('a morning', () => {
    let chat: Chat

    const begin = async (locale: Locale) => {
      chat = await startChat({
        databaseUrl: url,
        locale,
        customers: [
          aCustomer('C01', {
            name: '陈立群',
            nickname: '陈总',
            holdings: [aHolding('2026-11-24')],
            contacts: [aContact('2026-10-20')],
          }),
          aCustomer('C04', { name: '张伟', occupation: '医生', company: '市人民医院' }),
          aCustomer('C05', { name: '张伟', occupation: '工程师', company: '远帆软件' }),
          aCustomer('C03', { name: 'Grace Yang', nickname: 'Grace', contacts: [aContact('2026-11-10')] }),
        ],
      })
    }
    const logged = async () =>
      (await chat.book()).customers.flatMap(({ contacts }) =>
        contacts.filter(({ id, withdrawn }) => id.startsWith('t') && withdrawn === undefined),
      )
    afterEach(() => chat.stop())

    it('is the same: the list, a call, a correction, a restart, and taking it back', async () => {
      await begin('zh-CN')
      expect(await chat.joins()).toContain('陈')
      await chat.says('刚打了陈总没接')
      expect(await logged()).toMatchObject([{ reached: false }])
      await chat.restart()
      await chat.says('撤销')
      expect(await logged()).toEqual([])
    })

    it('is the same in English', async () => {
      await begin('en-US')
      await chat.says('called Grace, she will come Friday 10am')
      expect(await logged()).toHaveLength(1)
      await chat.restart()
      await chat.says('undo')
      expect(await logged()).toEqual([])
    })

    it('has a question still open in another process', async () => {
      await begin('zh-CN')
      expect(await chat.says('刚打了张伟,没接')).toContain('“张伟”有几位')
      await chat.restart()
      await chat.says('医生')
      expect(await logged()).toMatchObject([{ reached: false }])
    })
  })

  describe('two servers', () => {
    let home: string
    let messenger: FaultConnector
    let replicas: { readonly daybook: Daybook; readonly server: Server }[]

    beforeEach(async () => {
      home = mkdtempSync(join(tmpdir(), 'daybook-replicas-'))
      messenger = await startFaultConnector()
      replicas = [await start(), await start()]
      await replicas[0]!.daybook.store.bank.transact(async (draft) => {
        await draft.putManagers([aManager()])
        await draft.putBook({
          managerId: 'M1',
          customers: [aCustomer('C1', { name: '陈立群' }), aCustomer('C2', { name: '李望舒' })],
          changes: [],
        })
      })
    })
    afterEach(async () => {
      for (const { daybook, server } of replicas) {
        await server.stop()
        await daybook.close()
      }
      await messenger.close()
      rmSync(home, { recursive: true, force: true })
    })

    async function start() {
      const clock = testClock('2026-11-23T01:00:00Z')
      let ids = 0
      const newId = () => `${process.hrtime.bigint()}-${++ids}`
      const config = loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent', DATABASE_URL: url })
      const daybook = await openDaybook(
        { ...config, port: 0 },
        { clock, timer: clock, newId, log: silentLog },
        WORDS,
      )
      return { daybook, server: await startServer(daybook) }
    }

    async function says(at: 0 | 1, text: string, id: string): Promise<void> {
      await postMessage({ url: replicas[at]!.server.url, serviceUrl: messenger.url, chat: CHAT }, text, id)
    }

    const contacts = async () =>
      (await replicas[1]!.daybook.store.books.read('M1')).customers.flatMap(({ id, contacts: all }) =>
        all.filter(({ withdrawn }) => withdrawn === undefined).map(() => id),
      )

    it('do a message once that was brought to both at the same time', async () => {
      await Promise.all([says(0, '刚打了陈立群,没接', 'a1'), says(1, '刚打了陈立群,没接', 'a1')])
      expect(await contacts()).toEqual(['C1'])
    })

    it('go on with one conversation, whichever is spoken to', async () => {
      await says(0, '刚打了陈立群,没接', 'a1')
      await says(1, '刚打了李望舒,没接', 'a2')
      expect(await contacts()).toEqual(['C1', 'C2'])
      await says(0, '撤销', 'a3')
      await says(1, '撤销', 'a3')
      expect(await contacts()).toEqual(['C1'])
    })

    it('know a manager whom the other has imported', async () => {
      await replicas[0]!.daybook.store.bank.transact((draft) => draft.putManagers([]))
      await says(1, '刚打了陈立群,没接', 'a1')
      expect(await contacts()).toEqual([])
    })
  })
})
