import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Server, startServer } from '../../src/compose/app.js'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { type FileWayName, loadConfig } from '../../src/config/config.js'
import { day } from '../../src/domain/day.js'
import type { Locale, Manager } from '../../src/domain/manager/manager.js'
import type { JournalEntry } from '../../src/ports/ports.js'
import { cover } from '../../src/usecases/branch/cover.js'
import { WORDS } from '../support/chat.js'
import { testClock } from '../support/clock.js'
import { aCustomer, aHolding } from '../support/customers.js'
import { type FaultConnector, startFaultConnector } from '../support/fault-connector.js'
import { silentLog } from '../support/log.js'
import { aManager } from '../support/roster.js'

const OWN = aCustomer('C1', {
  notes: '=cmd()',
  holdings: [
    aHolding('2026-11-25', { id: 'H1' }),
    aHolding('2026-12-20', { id: 'H2' }),
    aHolding('2027-02-01', { id: 'H3', kind: 'time-deposit' }),
  ],
})
const OTHERS = aCustomer('C9', { name: '何婉清', holdings: [aHolding('2026-11-25', { id: 'H9' })] })

let server: Server
let daybook: Daybook
let connector: FaultConnector
let drive: Awaited<ReturnType<typeof startDrive>>
let home: string
let sent = 0

/** The real assistant behind its own port, with a messenger and a drive of ours on the other side. */
async function start(way: FileWayName, locale: Locale = 'zh-CN'): Promise<void> {
  home = mkdtempSync(join(tmpdir(), 'daybook-files-'))
  const clock = testClock('2026-11-23T01:00:00Z')
  const settings = loadConfig({ DAYBOOK_HOME: home, DAYBOOK_FILES: way, SEND_TIMEOUT_MS: '400' })
  let ids = 0
  const newId = () => `id${++ids}`
  daybook = await openDaybook({ ...settings, port: 0 }, { clock, timer: clock, newId, log: silentLog }, WORDS)
  const manager: Manager = aManager({ locale })
  await daybook.store.bank.transact(async (draft) => {
    await draft.putManagers([manager, aManager({ id: 'M2', aadObjectId: 'aad-M2' })])
    await draft.putBook({ managerId: manager.id, customers: [OWN], changes: [] })
    await draft.putBook({ managerId: 'M2', customers: [OTHERS], changes: [] })
  })
  server = await startServer(daybook)
}

async function post(activity: object): Promise<number> {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `a${++sent}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: '29:user-M1', aadObjectId: 'aad-M1' },
      recipient: { id: '28:daybook' },
      conversation: { id: 'chat', conversationType: 'personal' },
      ...activity,
    }),
  })
  return response.status
}

const says = (text: string) => post({ text })
const shown = () => connector.shownIn('chat')
const lastText = () => shown().at(-1)?.text

interface Offered {
  readonly name: string
  readonly content: {
    readonly sizeInBytes: number
    readonly description: string
    readonly acceptContext: object
  }
}
const offered = () => shown().at(-1)?.attachments?.[0] as unknown as Offered // what our own bot has sent

async function answers(
  action: 'accept' | 'decline',
  uploadUrl = drive.url,
  from = offered(),
  replyToId = `m${shown().length}`,
): Promise<number> {
  const { name, content } = from
  const uploadInfo = {
    name,
    uploadUrl,
    contentUrl: 'https://bank.sharepoint.com/x',
    uniqueId: 'u1',
    fileType: 'xlsx',
  }
  return post({
    type: 'invoke',
    name: 'fileConsent/invoke',
    replyToId,
    value: {
      type: 'fileUpload',
      action,
      context: content.acceptContext,
      ...(action === 'accept' ? { uploadInfo } : {}),
    },
  })
}

/** The first column of the table in a workbook. */
async function idsIn(bytes: Uint8Array): Promise<readonly unknown[]> {
  const { sheets } = await readXlsx(bytes)
  return sheets[0]!.rows.slice(4).map(([id]) => id)
}

async function exportsIn(): Promise<readonly string[]> {
  const path = join(home, 'journal/2026-11.jsonl')
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  return lines
    .map((line) => JSON.parse(line) as JournalEntry) // written by the journal of this process
    .filter(({ act }) => act.startsWith('export.'))
    .map(({ managerId, act, detail }) => `${managerId} ${act} ${detail}`)
}

beforeEach(async () => {
  connector = await startFaultConnector()
  drive = await startDrive()
})
afterEach(async () => {
  await server.stop()
  await daybook.close()
  await connector.close()
  await drive.close()
  rmSync(home, { recursive: true, force: true })
})

describe('a table that Teams puts into the manager’s drive', () => {
  it.each([
    {
      locale: 'zh-CN',
      ask: '导出我的产品台账',
      name: '产品台账 苏晓彤 2026-11-23.xlsx',
      offer: '3 行。同意后存进您自己的 OneDrive,并记入日志。内含客户信息,请勿转发。',
      done: '已存进您的 OneDrive:产品台账 苏晓彤 2026-11-23.xlsx(3 行)。',
    },
    {
      locale: 'en-US',
      ask: 'export my ledger as excel',
      name: 'Product ledger 苏晓彤 2026-11-23.xlsx',
      offer:
        '3 rows. If you allow it, it goes into your own OneDrive and is logged. It holds customer data; please do not forward it.',
      done: 'In your OneDrive: Product ledger 苏晓彤 2026-11-23.xlsx (3 rows).',
    },
  ] as const)(
    'is offered, and put there once it is allowed ($locale)',
    async ({ locale, ask, name, offer, done }) => {
      await start('drive', locale)
      await says(ask)
      const consent = offered()
      expect(consent).toMatchObject({
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: { description: offer },
      })
      expect(drive.files).toEqual([])
      expect(await exportsIn()).toEqual([])

      expect(await answers('accept')).toBe(200)
      const [file] = drive.files
      expect(file?.range).toBe(`bytes 0-${file!.bytes.length - 1}/${file!.bytes.length}`)
      expect(file?.bytes.length).toBe(consent.content.sizeInBytes)
      expect(await idsIn(file!.bytes)).toEqual(['H1', 'H2', 'H3'])
      expect(shown().at(-1)).toMatchObject({
        text: done,
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.card.file.info',
            contentUrl: 'https://bank.sharepoint.com/x',
            content: { uniqueId: 'u1', fileType: 'xlsx' },
          },
        ],
      })
      expect(await exportsIn()).toEqual(['M1 export.ledger 3 rows'])

      await answers('accept', drive.url, consent)
      expect(drive.files).toHaveLength(1)
      expect(await exportsIn()).toHaveLength(1)
    },
  )

  it('is not made where the manager declines', async () => {
    await start('drive')
    await says('导出客户名单')
    await answers('decline')
    expect(JSON.stringify(shown().at(-1))).toContain('好,没有导出。')
    expect(drive.files).toEqual([])
    expect(await exportsIn()).toEqual([])
  })

  it.each([
    { case: 'a host that is not listed', url: 'https://drive.example.com/x', why: 'host' },
    { case: 'a drive that refuses', url: 'refuse', why: 'refused' },
    { case: 'a drive that never answers', url: 'hang', why: 'no-answer' },
  ])('does not arrive: $case; it is said and noted', async ({ url, why }) => {
    await start('drive')
    await says('把重点客户表导出来')
    await answers('accept', url.startsWith('https') ? url : `${drive.url}/${url}`)
    expect(JSON.stringify(shown().at(-1))).toMatch(/没有导出|没有存进/)
    expect(drive.files).toEqual([])
    expect(await exportsIn()).toEqual(['M1 export.key-customers 1 rows', `M1 export.not-delivered ${why}`])
  })

  it('of a book that is looked after for a colleague holds the own customers only', async () => {
    await start('drive')
    const days = {
      first: day('2026-11-20'),
      last: day('2026-11-30'),
      by: 'M2',
      today: day('2026-11-20'),
      at: '2026-11-20T00:00:00Z',
    }
    await cover(daybook.store)({ from: 'M2', to: 'M1', ...days })
    await says('导出客户名单')
    await answers('accept')
    expect(await idsIn(drive.files[0]!.bytes)).toEqual(['C1'])
  })
})

describe('a table at an address', () => {
  it('is fetched there once', async () => {
    await start('link')
    await says('下个月到期的导出来')
    const [address] = /http[^"]+\/files\/\w+/.exec(JSON.stringify(shown().at(-1))) ?? []
    expect(await exportsIn()).toEqual([])
    const response = await fetch(address!)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toBe(
      "attachment; filename*=UTF-8''产品台账 苏晓彤 2026-11-23.xlsx",
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await idsIn(new Uint8Array(await response.arrayBuffer()))).toEqual(['H2'])
    expect(await exportsIn()).toEqual(['M1 export.ledger 1 rows'])

    const again = await fetch(address!)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('这个链接已用过或已过期')
    expect(await exportsIn()).toHaveLength(1)
  })

  it('is asked for by button where the words leave it open, and there is none of what is empty', async () => {
    await start('link', 'en-US')
    await says('send me an excel file')
    expect(JSON.stringify(shown().at(-1))).toContain('Which table?')
    await post({ value: { verb: 'export.table', table: 'key-customers', once: 't' } })
    expect(JSON.stringify(shown().at(-1))).toContain('Key customers 苏晓彤 2026-11-23.xlsx')
    await says('export the ledger of what matures tomorrow')
    expect(lastText()).toBe('Nothing to export: the product ledger is empty.')
  })

  it('does not exist in a chat that no file comes into: the command is named', async () => {
    await start('none')
    await says('导出客户名单')
    expect(lastText()).toContain('daybook -- export general --manager M1 --out general.xlsx')
  })
})

/** A drive of ours that takes what is put to it. */
async function startDrive() {
  const files: { readonly bytes: Uint8Array; readonly range: string | undefined }[] = []
  const http = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer) // no encoding is set
    if (req.url?.endsWith('/hang')) return
    if (req.method !== 'PUT' || req.url?.endsWith('/refuse')) return answer(res, 403)
    files.push({ bytes: Buffer.concat(chunks), range: req.headers['content-range'] })
    answer(res, 201)
  })
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const { port } = http.address() as AddressInfo // a server that listens on TCP has one
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    async close() {
      http.closeAllConnections()
      await new Promise((resolve) => {
        http.close(resolve)
      })
    },
  }
}

function answer(res: ServerResponse, status: number): void {
  res.statusCode = status
  res.end('{}')
}
