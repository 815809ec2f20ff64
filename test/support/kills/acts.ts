import { day } from '../../../src/domain/day.js'
import { listImports } from '../../../src/imports/list-imports.js'
import { undoImport } from '../../../src/imports/undo/undo-import.js'
import type { Store } from '../../../src/ports/store.js'
import { cover } from '../../../src/usecases/branch/cover.js'
import { handOver } from '../../../src/usecases/branch/hand-over.js'
import { replaceEntry } from '../../../src/usecases/changes/replace-entry.js'
import { undoChange } from '../../../src/usecases/changes/undo-change.js'
import { type LogContactInput, logContact } from '../../../src/usecases/contacts/log-contact.js'
import { exportFiles } from '../../../src/usecases/exports/export-file.js'
import { settleAgreement } from '../../../src/usecases/meetings/settle-agreement.js'
import { IMPORT_RULES, importText } from '../imports.js'
import { mulberry32 } from '../random.js'
import { CALENDAR, POLICY, SENSITIVE_WORDS } from '../rules.js'

/** Acts of a day at the bank, each fully told by its number: who does it again does the same. */
export const ACTS = [
  'log',
  'correct',
  'undo',
  'press',
  'import',
  'undo-import',
  'hand-over',
  'cover',
  'export',
] as const
export type ActKind = (typeof ACTS)[number]

const TODAY = day('2026-11-23')
const MANAGERS = ['M1', 'M2', 'M3'] as const
const CUSTOMERS_EACH = 12
const FIRST_INSTANT = Date.parse('2026-11-23T01:00:00.000Z')

/** How often each is done, in a hundred. */
const SHARES: Readonly<Record<ActKind, number>> = {
  log: 34,
  correct: 14,
  undo: 12,
  press: 12,
  import: 6,
  'undo-import': 5,
  'hand-over': 7,
  cover: 4,
  export: 6,
}

export function kindOf(seed: number, n: number): ActKind {
  let left = Math.floor(mulberry32(seed * 100_003 + n)() * 100)
  for (const kind of ACTS) {
    left -= SHARES[kind]
    if (left < 0) return kind
  }
  return 'log'
}

/** The books as they are before anything is done. */
export async function begin(store: Store): Promise<void> {
  const managers = MANAGERS.map((id) => `${id},林若溪,0101`)
  await importText(store.bank, 'managers', ['manager_id,name,branch_id', ...managers].join('\n'))
  const customers = MANAGERS.flatMap((id) =>
    Array.from({ length: CUSTOMERS_EACH }, (_, n) => `${id}-C${10 + n},陈立群,${id}`),
  )
  await importText(store.bank, 'customers', ['customer_id,name,manager_id', ...customers].join('\n'))
}

/** Does act number `n`. One that is delivered may be done again: nothing comes of that. */
export async function act(store: Store, seed: number, n: number): Promise<void> {
  const random = mulberry32(seed * 7_919 + n)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const at = new Date(FIRST_INSTANT + n * 1_000).toISOString()
  const managerId = pick(MANAGERS)
  const changeId = `turn-${n}`
  const book = await store.books.read(managerId)
  const someone = () => pick(book.customers)?.id
  const turn = (work: () => Promise<unknown>) =>
    store.turns.once({ managerId, keys: [changeId], at }, async () => {
      await store.conversations.write(`chat-${managerId}`, { last: n })
      await work()
      return { result: undefined, answer: `act ${n}` }
    })
  const report = (customerId: string): LogContactInput => ({
    changeId,
    managerId,
    today: TODAY,
    at,
    contacts: [
      {
        customerId,
        reached: true,
        outcome: 'appointment',
        when: { day: day('2026-12-02'), time: '10:00' },
        note: `第 ${n} 次`,
      },
    ],
  })
  const ports = { ...store, sensitiveWords: SENSITIVE_WORDS }

  switch (kindOf(seed, n)) {
    case 'log': {
      const customerId = someone()
      if (customerId !== undefined) await turn(() => logContact(ports)(report(customerId)))
      return
    }
    case 'correct':
      await turn(async () => {
        const { changes, customers } = await store.books.read(managerId)
        const last = changes.findLast((change) => !change.undone && change.kind === 'contact.log')
        const customerId = customers.at(n % Math.max(1, customers.length))?.id
        if (last === undefined || customerId === undefined) return
        const wrong = last.edits.find((edit) => edit.kind === 'contact-added')
        if (wrong === undefined) return
        const { customerId: _someone, ...told } = report(customerId).contacts[0]!
        await replaceEntry(ports)({
          changeId,
          managerId,
          of: last.id,
          customerId: wrong.customerId,
          entry: { kind: 'contact', id: wrong.contactId },
          by: { kind: 'contact', customerId, told },
          today: TODAY,
          at,
        })
      })
      return
    case 'undo':
      await turn(() => undoChange(store)({ managerId, at }))
      return
    case 'press':
      await turn(async () => {
        const open = (await store.books.read(managerId)).customers.flatMap(({ id, agreements }) =>
          agreements.filter(({ state }) => state === 'open').map((agreement) => ({ id, agreement })),
        )
        const first = open[0]
        if (first === undefined) return
        const what = { customerId: first.id, agreementId: first.agreement.id, to: 'kept' } as const
        await settleAgreement(store)({ changeId, managerId, today: TODAY, at, ...what })
      })
      return
    case 'import': {
      const file = `holdings-${n}.csv`
      const rows = MANAGERS.map((id) => `H${n}-${id},${id}-C1${n % 10},稳享,理财,${100_000 + n},2026-12-10`)
      const header = '台账号,客户号,产品名称,产品类别,金额,到期日'
      await importText(store.bank, 'holdings', [header, ...rows].join('\n'), { file, at })
      return
    }
    case 'undo-import': {
      const last = (await listImports(store.bank)()).filter((entry) => entry.kind === 'holdings').at(-1)
      if (last !== undefined && last.undoneOn === undefined)
        await undoImport(store.bank, IMPORT_RULES.policy)(last.number, TODAY, at)
      return
    }
    case 'hand-over': {
      const to = pick(MANAGERS)
      const customerIds = book.customers.slice(0, 2).map(({ id }) => id)
      await handOver(store)({ from: managerId, to, customerIds, by: managerId, today: TODAY, at })
      return
    }
    case 'cover': {
      const to = pick(MANAGERS)
      await store.turns.once({ managerId, keys: [changeId], at }, async () => {
        const days = { first: TODAY, last: day('2026-11-27') }
        await cover(store)({ from: managerId, to, ...days, by: managerId, today: TODAY, at })
        return { result: undefined }
      })
      return
    }
    case 'export': {
      const manager = store.managers.find(managerId)!
      const write = async () => ({ name: 'ledger.csv', bytes: Buffer.from('') })
      const files = exportFiles({ ...store, policy: POLICY, calendar: CALENDAR, write })
      await files.give(manager, { table: 'ledger' }, TODAY, at)
    }
  }
}

/** Acts that are delivered again where nobody knows whether they were done; the others somebody looks after. */
const DELIVERED: ReadonlySet<ActKind> = new Set(['log', 'correct', 'undo', 'press', 'cover'])

export function isDelivered(kind: ActKind): boolean {
  return DELIVERED.has(kind)
}

/** Everything that is kept; the head of the journal stands for every line of it. */
export async function seen(store: Store) {
  const books = await Promise.all(MANAGERS.map((id) => store.books.read(id)))
  const desks = await Promise.all(MANAGERS.map((id) => store.desks.read(id)))
  const chats = await Promise.all(MANAGERS.map((id) => store.conversations.read(`chat-${id}`)))
  const owners = await store.bank.transact(async (draft) =>
    books.flatMap(({ customers }) => customers.map(({ id }) => [id, draft.ownerOf(id)])),
  )
  const imports = await listImports(store.bank)()
  return { books, desks, chats, owners, imports, journal: await store.journal.verify() }
}
