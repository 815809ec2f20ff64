import { afterEach, beforeEach } from 'vitest'
import { type Book, findCustomer } from '../../src/domain/book.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { type ImportOver, importText } from './imports.js'
import { type TemporaryStore, temporaryStore } from './temporary-store.js'

/** A bank of two managers and a head, on the real store, fresh for every test of the file that asks for it. */
export function aBank() {
  let store: TemporaryStore
  beforeEach(async () => {
    store = await temporaryStore({ now: () => new Date('2026-11-23T01:00:00Z') })
    await importText(store.bank, 'managers', MANAGERS)
  })
  afterEach(() => store.remove())

  return {
    get store() {
      return store
    },
    take: (kind: Parameters<typeof importText>[1], content: string | Buffer, over?: ImportOver) =>
      importText(store.bank, kind, content, over),
    async customer(managerId: string, id: string): Promise<Customer | undefined> {
      return findCustomer(await store.books.read(managerId), id)
    },
    /** Everything the bank keeps that anybody reads. */
    async everything(): Promise<{ readonly books: readonly Book[]; readonly rest: unknown }> {
      const managers = store.managers.all()
      const books = await Promise.all(['M1', 'M2', 'H1'].map((id) => store.books.read(id)))
      return { books, rest: { managers, products: store.products.all(), handedIn: store.handedIn.all() } }
    },
  }
}

const MANAGERS = `manager_id,name,branch_id,role
M1,林若溪,0101,客户经理
M2,Daniel Tan,0101,manager
H1,沈国安,0101,负责人
`
