import { LRUCache } from 'lru-cache'
import { type Book, emptyBook } from '../../domain/book.js'
import type { Contact } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { breathe } from '../../ports/breathe.js'
import { bookRestSchema, customerSchema, isAscending } from '../stored/book-schema.js'
import { encodeChecked } from '../stored/encode-checked.js'
import { holdsSameCustomers } from '../stored/same-customers.js'
import type { ContactKeys } from './contact-keys.js'
import { lockRow } from './lock-row.js'
import { ofManager, type Scope } from './roles.js'
import type { Session } from './session.js'
import type { Kept, Shelf } from './shelf.js'
import { storable } from './stored-json.js'

const MEGABYTE = 1024 * 1024
/** A branch of 20 managers with 1,000 customers each, whose head and whose scores need all of it again and again. */
const BOOKS_IN_MEMORY = 128 * MEGABYTE
/** A customer takes a tenth of a millisecond to be read. */
const CUSTOMERS_A_SLICE = 20

interface HeldBook extends Kept<Book> {
  readonly bytes: number
}

/** Where a contact stands: one that is given to another customer is another one. */
interface ContactRow {
  readonly customerId: string
  readonly key: number
}

interface Row {
  readonly part: 'book' | 'customer'
  readonly id: string
  readonly revision: number
  readonly shape: number
  readonly value: string | null
  readonly keys: string | null
  readonly contacts: string | null
}

/** Of a book that became another one since `$2`: itself, and the customers that changed, or all where some came or went. */
const READ_BOOK = `
  with book as (select * from daybook.books where manager_id = $1 and revision > 0)
  select 'book' as part, manager_id as id, revision, shape_revision as shape,
         case when revision <> $2 then rest::text end as value, null as keys, null as contacts
    from book
  union all
  select 'customer', c.id, c.revision, 0, c.value::text, array_to_json(c.contacts)::text,
         (select json_agg(k.value order by a.nth)
            from unnest(c.contacts) with ordinality a (key, nth) join daybook.contacts k on k.key = a.key)::text
    from daybook.customers c, book
   where c.manager_id = $1 and book.revision <> $2
     and (c.revision > $2 or book.shape_revision > $2 or book.revision < $2)`

const WRITE_BOOK = `
  with written as (
    update daybook.books
       set revision = $2, rest = $3, shape_revision = case when $4 then $2 else shape_revision end, changed_at = clock_timestamp()
     where manager_id = $1
  ), appended as (
    insert into daybook.contacts (key, customer_id, manager_id, value)
    select key, customer_id, $1, value from unnest($5::bigint[], $6::text[], $7::jsonb[]) as k (key, customer_id, value)
  )
  insert into daybook.customers (id, manager_id, revision, value, contacts)
  select id, $1, $2, value, contacts::bigint[] from unnest($8::text[], $9::jsonb[], $10::text[]) as c (id, value, contacts)
  on conflict (id) do update
    set manager_id = excluded.manager_id, revision = excluded.revision, value = excluded.value, contacts = excluded.contacts`

/** Books, a row a customer. What is held is by revision: of one that changed, the customers that changed are read. */
export class BookShelf implements Shelf<Book> {
  readonly name = 'books'
  readonly #held = new LRUCache<string, HeldBook>({
    maxSize: BOOKS_IN_MEMORY,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes),
  })
  /** Customers that came through the schema need not go through it again before they are written. */
  readonly #parsed = new WeakSet<Customer>()
  /** The row of each contact that is kept: contacts are immutable, and most of them stay the same objects. */
  readonly #rowOf = new WeakMap<Contact, ContactRow>()

  constructor(
    private readonly keys: ContactKeys,
    private readonly changed: (managerId: string, revision: number) => void,
  ) {}

  scopeOf(managerId: string): Scope {
    return ofManager(managerId)
  }

  async read(session: Session, managerId: string): Promise<Kept<Book>> {
    const held = this.#held.get(managerId)
    const book = await this.#read(session, managerId, held)
    // A change across the bank may read what it has written itself, and what may come to nothing.
    if (book !== held && session.role !== 'bank') this.#held.set(managerId, book)
    return book
  }

  async take(session: Session, managerId: string): Promise<Kept<Book>> {
    const revision = await lockRow(session, this.name, managerId)
    const held = this.#held.get(managerId)
    return held?.revision === revision ? held : this.read(session, managerId)
  }

  async write(session: Session, managerId: string, before: Kept<Book>, now: Book): Promise<() => void> {
    if (!isAscending(now.customers)) throw new RangeError('customers of a book must ascend by id, once each')
    const { customers, ...rest } = now
    const restJson = storable(encodeChecked(bookRestSchema, rest).toString())
    const known = new Set<Customer>(before.value.customers)
    const changed = customers.filter((customer) => !known.has(customer))
    const isSameShape = holdsSameCustomers(before.value, now)
    const fresh: [Contact, ContactRow][] = []
    const appended = { keys: [] as number[], customers: [] as string[], values: [] as string[] }
    const rows = { ids: [] as string[], values: [] as string[], contacts: [] as string[] }
    for (const customer of changed) {
      if (!this.#parsed.has(customer)) encodeChecked(customerSchema, customer)
      const { contacts, ...others } = customer
      const keys: number[] = []
      for (const contact of contacts) {
        const known = this.#rowOf.get(contact)
        const isKept = known?.customerId === customer.id
        const key = isKept ? known.key : await this.keys.next(session)
        keys.push(key)
        if (isKept) continue
        fresh.push([contact, { customerId: customer.id, key }])
        appended.keys.push(key)
        appended.customers.push(customer.id)
        appended.values.push(storable(JSON.stringify(contact)))
      }
      rows.ids.push(customer.id)
      rows.values.push(storable(JSON.stringify(others)))
      rows.contacts.push(`{${keys.join(',')}}`)
    }
    const revision = before.revision + 1
    await session.send(WRITE_BOOK, [
      managerId,
      revision,
      restJson,
      !isSameShape,
      appended.keys,
      appended.customers,
      appended.values,
      rows.ids,
      rows.values,
      rows.contacts,
    ])
    if (!isSameShape) await moveCustomers(session, managerId, before.value, now)
    const bytes = (this.#held.peek(managerId)?.bytes ?? 0) + rows.values.join('').length
    return () => {
      for (const [contact, row] of fresh) this.#rowOf.set(contact, row)
      for (const customer of changed) this.#parsed.add(customer)
      this.#held.set(managerId, { revision, value: now, bytes })
      this.changed(managerId, revision)
    }
  }

  async #read(session: Session, managerId: string, held: HeldBook | undefined): Promise<HeldBook> {
    const rows = await session.rows<Row>(READ_BOOK, [managerId, held?.revision ?? 0])
    const book = rows.find(({ part }) => part === 'book')
    if (held !== undefined && held.revision === (book?.revision ?? 0)) return held
    if (book === undefined) return { revision: 0, value: emptyBook(managerId), bytes: 0 }
    const isWhole = held === undefined || book.shape > held.revision || book.revision < held.revision
    let bytes = isWhole ? 0 : held.bytes
    const customers = new Map(isWhole ? [] : held.value.customers.map((customer) => [customer.id, customer]))
    let read = 0
    for (const row of rows) {
      if (row.part !== 'customer') continue
      customers.set(row.id, this.#customerIn(row))
      bytes += row.value!.length + (row.contacts?.length ?? 0)
      if (++read % CUSTOMERS_A_SLICE === 0) await breathe()
    }
    const value: Book = {
      ...bookRestSchema.parse(JSON.parse(book.value!)),
      customers: [...customers.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }
    return { revision: book.revision, value, bytes }
  }

  #customerIn(row: Row): Customer {
    const keys: readonly number[] = JSON.parse(row.keys!) // as `array_to_json` writes bigints
    const contacts: unknown = row.contacts === null ? [] : JSON.parse(row.contacts)
    const customer = customerSchema.parse({ ...JSON.parse(row.value!), contacts })
    this.#parsed.add(customer)
    for (const [at, contact] of customer.contacts.entries()) {
      this.#rowOf.set(contact, { customerId: customer.id, key: keys[at]! })
    }
    return customer
  }
}

/** Takes out who went, and brings the contacts along of those who came from another book. */
async function moveCustomers(session: Session, managerId: string, before: Book, now: Book): Promise<void> {
  const idsOf = ({ customers }: Book) => new Set(customers.map(({ id }) => id))
  const [old, present] = [idsOf(before), idsOf(now)]
  const gone = [...old].filter((id) => !present.has(id))
  if (gone.length > 0)
    await session.send('delete from daybook.customers where id = any($1) and manager_id = $2', [
      gone,
      managerId,
    ])
  // What was written of somebody who is erased goes as well, corrected entries too.
  const erased = new Set(now.erased?.map(({ id }) => id))
  for (const id of gone.filter((id) => erased.has(id))) {
    await session.send("select set_config('app.erased', $1, true)", [id])
    await session.send('delete from daybook.contacts where customer_id = $1', [id])
  }
  const come = [...present].filter((id) => !old.has(id))
  // Only across the bank does anyone come from another book; a manager's own role sees no such row.
  if (come.length > 0 && session.role === 'bank')
    await session.send(
      'update daybook.contacts set manager_id = $2 where customer_id = any($1) and manager_id <> $2',
      [come, managerId],
    )
}
