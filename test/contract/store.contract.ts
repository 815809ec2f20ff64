import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyBook } from '../../src/domain/book.js'
import { noCampaigns, withCampaign } from '../../src/domain/campaign/campaign.js'
import { day } from '../../src/domain/day.js'
import type { Delivery } from '../../src/domain/manager/delivery.js'
import type { Desk } from '../../src/domain/manager/desk.js'
import { withDelivery } from '../../src/domain/manager/ledger-of-sends.js'
import { fen } from '../../src/domain/money.js'
import { NOTHING_HANDED_IN } from '../../src/domain/occasions/handed-in.js'
import type { Gift } from '../../src/domain/occasions/sources.js'
import type {
  Bank,
  Books,
  Campaigns,
  Conversations,
  Desks,
  HandedInTables,
  Journal,
  Managers,
  Products,
  Turns,
  Unclear,
  Units,
} from '../../src/ports/ports.js'
import { eraseCustomer } from '../../src/usecases/customers/erase-customer.js'
import { aGate } from '../support/a-gate.js'
import { aCampaign } from '../support/campaigns.js'
import { aManager } from '../support/roster.js'
import { aBook, aContact, aCustomer, aHolding, contactIds, withContact } from './builders.js'

export interface StoreUnderTest {
  readonly units: Units
  readonly turns: Turns
  readonly unclear: Unclear
  readonly books: Books
  readonly managers: Managers
  readonly products: Products
  readonly handedIn: HandedInTables
  readonly desks: Desks
  readonly campaigns: Campaigns
  readonly conversations: Conversations
  readonly bank: Bank
  readonly journal: Journal & { verify(): Promise<{ readonly lines: number }> }
  checkpoint(): Promise<void>
  close(): Promise<void>
}

/** A place that keeps what a store wrote, so that it can be opened again. */
export interface Place {
  open(): Promise<StoreUnderTest>
  remove(): Promise<void>
}

const GIFT: Gift = { id: 'G1', name: '新茶', from: day('2026-12-01'), to: day('2026-12-05'), tiers: ['A'] }
const DELIVERY: Delivery = {
  day: day('2026-11-23'),
  kind: 'brief',
  state: 'planned',
  at: '2026-11-23T00:30:00.000Z',
  attempts: 0,
}

/** What every store promises, whatever it keeps things in. */
export function storeContract(name: string, newPlace: () => Promise<Place>): void {
  describe(name, () => {
    let place: Place
    let store: StoreUnderTest

    beforeEach(async () => {
      place = await newPlace()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.remove()
    })

    const reopen = async () => {
      await store.close()
      store = await place.open()
    }
    const begin = (managerId: string, customerIds: readonly string[]) =>
      store.bank.transact((draft) => draft.putBook(aBook(managerId, customerIds)))
    const log = (managerId: string, customerId: string, contactId: string) =>
      store.books.change(managerId, (book) => ({
        book: withContact(book, customerId, aContact({ id: contactId })),
        result: contactId,
      }))

    describe('a book', () => {
      it('is empty where nothing was written, and is no book yet', async () => {
        expect(await store.books.read('M1')).toEqual(emptyBook('M1'))
        expect(await store.books.managerIds()).toEqual([])
      })

      it('is read as it was written, at once and after a restart', async () => {
        const whole = aCustomer('c1', {
          lunarBirthday: '08-15',
          aumFen: fen(123_456_789),
          contacts: [
            aContact({ outcome: 'appointment', amountFen: fen(1), note: '约好"周三"\n下午\u2028三点 🙂' }),
          ],
          agreements: [{ id: 'a1', kind: 'promise', madeOn: day('2026-11-20'), state: 'open' }],
          holdings: [aHolding()],
          flows: [{ on: day('2026-11-20'), netFen: fen(-1), ownCount: 1, ownAbsFen: fen(1) }],
        })
        const book = { ...emptyBook('M1'), customers: [whole] }
        await store.books.change('M1', () => ({ book, result: undefined }))
        expect(await store.books.read('M1')).toEqual(book)
        await reopen()
        expect(await store.books.read('M1')).toEqual(book)
      })

      it('gives the result of the decision', async () => {
        await begin('M1', ['c1'])
        expect(await log('M1', 'c1', 'k7')).toBe('k7')
      })

      it('is not written where the decision leaves it as it is', async () => {
        await begin('M1', ['c1'])
        const before = await store.books.read('M1')
        await store.books.change('M1', (book) => ({ book, result: undefined }))
        expect(await store.books.read('M1')).toBe(before)
      })

      it('is the same object as long as nobody wrote it, as a desk and the campaigns of a branch are', async () => {
        const read = () =>
          Promise.all([store.books.read('M9'), store.desks.read('M9'), store.campaigns.read('0109')])
        const before = await read()
        await begin('M1', ['c1'])
        const after = await read()
        for (const [at, value] of before.entries()) expect(after[at]).toBe(value)
      })

      it('stays as it was where the decision throws', async () => {
        await begin('M1', ['c1'])
        const before = await store.books.read('M1')
        const broken = store.books.change('M1', () => {
          throw new Error('the manager thought better of it')
        })
        await expect(broken).rejects.toThrow('thought better')
        expect(await store.books.read('M1')).toBe(before)
        expect(await log('M1', 'c1', 'k1')).toBe('k1')
      })

      it('loses none of fifty changes made at once, and makes none twice', async () => {
        await begin('M1', ['c1'])
        const ids = Array.from({ length: 50 }, (_, at) => `k${String(at).padStart(2, '0')}`)
        await Promise.all(ids.map((id) => log('M1', 'c1', id)))
        await reopen()
        expect(contactIds(await store.books.read('M1')).toSorted()).toEqual(ids)
      })

      it('is not seen with a change before the change is acknowledged', async () => {
        await begin('M1', ['c1'])
        const change = log('M1', 'c1', 'k1')
        expect(contactIds(await store.books.read('M1'))).toEqual([])
        await change
        expect(contactIds(await store.books.read('M1'))).toEqual(['k1'])
      })

      it('does not change under who has read it', async () => {
        await begin('M1', ['c1'])
        const before = await store.books.read('M1')
        await log('M1', 'c1', 'k1')
        expect(contactIds(before)).toEqual([])
      })

      it('is kept for each manager, also for ids that differ only in case or hold odd characters', async () => {
        const ids = ['m1', 'M1', '客户经理/一', 'con', '..', 'a'.repeat(300)]
        for (const [at, id] of ids.entries()) await begin(id, [`c${at}`])
        await reopen()
        expect(await store.books.managerIds()).toEqual(ids.toSorted())
        for (const [at, id] of ids.entries())
          expect((await store.books.read(id)).customers[0]?.id).toBe(`c${at}`)
      })

      it('cannot be written with customers out of order, for they are searched by halves', async () => {
        await expect(begin('M1', ['c2', 'c1'])).rejects.toThrow(RangeError)
        expect(await store.books.managerIds()).toEqual([])
      })

      it('cannot be written under another manager', async () => {
        const mixedUp = store.books.change('M1', () => ({ book: aBook('M2', []), result: undefined }))
        await expect(mixedUp).rejects.toThrow('M2')
      })
    })

    describe('a transaction', () => {
      it('is seen whole when it is done, and after a restart', async () => {
        await store.bank.transact(async (draft) => {
          await draft.putBook(aBook('M1', ['c1']))
          await draft.putBook(aBook('M2', ['c2']))
          await draft.putManagers([aManager({ id: 'M1' })])
          await draft.putProducts([{ id: 'P1', name: '安稳半年', kind: 'wealth', currency: 'CNY' }])
          await draft.putHandedIn({ ...NOTHING_HANDED_IN, gifts: [GIFT] })
          await draft.putNote('imports', [{ n: 1 }])
        })
        for (const again of [false, true]) {
          if (again) await reopen()
          expect(await store.books.managerIds()).toEqual(['M1', 'M2'])
          expect((await store.books.read('M2')).customers).toHaveLength(1)
          expect(store.managers.find('M1')?.branchId).toBe('0101')
          expect(store.products.all()).toHaveLength(1)
          expect(store.handedIn.all()).toEqual({ ...NOTHING_HANDED_IN, gifts: [GIFT] })
          expect(await store.bank.transact((draft) => draft.note('imports'))).toEqual([{ n: 1 }])
        }
      })

      it('leaves nothing where it throws at its end', async () => {
        await begin('M1', ['c1'])
        const broken = store.bank.transact(async (draft) => {
          await draft.putBook(aBook('M1', ['c1', 'c2']))
          await draft.putBook(aBook('M2', ['c3']))
          await draft.putManagers([aManager()])
          await draft.putNote('imports', 'never')
          throw new Error('the last row was wrong')
        })
        await expect(broken).rejects.toThrow('the last row')
        for (const again of [false, true]) {
          if (again) await reopen()
          expect((await store.books.read('M1')).customers).toHaveLength(1)
          expect(await store.books.managerIds()).toEqual(['M1'])
          expect(store.managers.all()).toEqual([])
          expect(await store.bank.transact((draft) => draft.note('imports'))).toBeUndefined()
        }
      })

      it('reads what it has put, and nobody else does before it is done', async () => {
        await begin('M1', ['c1'])
        await store.bank.transact(async (draft) => {
          await draft.putBook(aBook('M1', ['c1', 'c2']))
          await draft.putNote('imports', 2)
          await draft.putManagers([aManager()])
          expect((await draft.book('M1')).customers).toHaveLength(2)
          expect(await draft.note('imports')).toBe(2)
          expect(draft.managers()).toHaveLength(1)
          expect((await store.books.read('M1')).customers).toHaveLength(1)
          expect(store.managers.all()).toEqual([])
        })
        expect((await store.books.read('M1')).customers).toHaveLength(2)
      })

      it('has the books it asks for alone: changes asked for meanwhile wait, and then happen', async () => {
        await begin('M1', ['c1'])
        await begin('M2', ['c2'])
        const order: string[] = []
        const gate = aGate()
        const transaction = store.bank.transact(async (draft) => {
          const book = await draft.book('M1')
          await gate.pass()
          await draft.putBook(withContact(book, 'c1', aContact({ id: 'k0' })))
          order.push('transaction')
        })
        await gate.reached
        const change = log('M1', 'c1', 'k1').then(() => order.push('change'))
        await log('M2', 'c2', 'k2').then(() => order.push('another book'))
        gate.open()
        await Promise.all([transaction, change])
        expect(order).toEqual(['another book', 'transaction', 'change'])
        expect(contactIds(await store.books.read('M1'))).toEqual(['k0', 'k1'])
      })

      it('tells a manager and the journal of what it did, or does nothing', async () => {
        const entry = { at: '2026-11-23T00:30:00.000Z', managerId: 'M1', act: 'customers.handed-over' }
        const move = (fails: boolean) =>
          store.bank.transact(async (draft) => {
            await draft.putBook(aBook('M1', ['c1']))
            await draft.changeDesk('M2', (desk) => ({
              desk: { ...desk, settings: { capacity: 3 } },
              result: undefined,
            }))
            draft.record(entry)
            if (fails) throw new Error('no')
          })
        await expect(move(true)).rejects.toThrow('no')
        expect(await store.books.managerIds()).toEqual([])
        expect((await store.desks.read('M2')).settings).toEqual({})
        await move(false)
        await reopen()
        expect((await store.desks.read('M2')).settings).toEqual({ capacity: 3 })
        expect(await store.journal.verify()).toMatchObject({ lines: 1 })
      })

      it('says so at once where it would wait for itself', async () => {
        const stuck = store.bank.transact(() => log('M1', 'c1', 'k1'))
        await expect(stuck).rejects.toThrow('draft')
      })

      it('knows whose a customer is, also what it has moved itself', async () => {
        await begin('M1', ['c1', 'c2'])
        await reopen()
        await store.bank.transact(async (draft) => {
          expect(draft.ownerOf('c1')).toBe('M1')
          expect(draft.ownerOf('c9')).toBeUndefined()
          await draft.putBook(aBook('M2', ['c1']))
          await draft.putBook(aBook('M1', ['c2']))
          expect(draft.ownerOf('c1')).toBe('M2')
        })
        expect(await store.bank.transact(async (draft) => draft.ownerOf('c1'))).toBe('M2')
      })

      it('knows a customer whom a plain change has added or taken out', async () => {
        await begin('M1', ['c1'])
        await store.books.change('M1', () => ({ book: aBook('M1', ['c2']), result: undefined }))
        const owners = await store.bank.transact(async (draft) => ['c1', 'c2'].map((id) => draft.ownerOf(id)))
        expect(owners).toEqual([undefined, 'M1'])
      })

      it('lets a customer be erased for good: what counts in results stays, without a word', async () => {
        await begin('M1', ['c1', 'c2'])
        await log('M1', 'c1', 'k1')
        await store.conversations.write('chat', { focus: 'c1' })
        const erase = eraseCustomer(store)
        const asked = { customerId: 'c1', today: day('2026-11-23'), at: '2026-11-23T01:00:00.000Z' }
        expect(await erase(asked)).toMatchObject({ status: 'erased', conversations: 1 })
        await reopen()
        const { customers, erased } = await store.books.read('M1')
        expect(customers.map(({ id }) => id)).toEqual(['c2'])
        expect(erased).toMatchObject([{ id: 'c1', name: 'c1', contacts: [{ id: 'k1' }] }])
        expect(await store.conversations.read('chat')).toBeUndefined()
        expect(await eraseCustomer(store)({ ...asked, customerId: 'c3' })).toEqual({ status: 'unknown' })
        await log('M1', 'c2', 'k2')
        expect((await store.books.read('M1')).erased).toEqual(erased)
      })

      it('puts no customer into two books', async () => {
        await begin('M1', ['c1'])
        await expect(begin('M2', ['c1'])).rejects.toThrow('c1')
        expect(await store.books.managerIds()).toEqual(['M1'])
      })

      it('takes nothing more once it is over', async () => {
        const draft = await store.bank.transact(async (open) => open)
        await expect(draft.putNote('imports', 1)).rejects.toThrow('over')
      })
    })

    describe('a unit of work', () => {
      const AT = '2026-11-23T00:30:00.000Z'
      const record = (act: string) => store.journal.append({ at: AT, managerId: 'M1', act })
      const mute = (managerId: string) =>
        store.desks.change(managerId, (desk) => ({
          desk: { ...desk, settings: { capacity: 3 } },
          result: undefined,
        }))
      const everything = async () => ({
        contacts: (await Promise.all(['M1', 'M2'].map((id) => store.books.read(id)))).map(contactIds),
        settings: (await store.desks.read('M1')).settings,
        chat: await store.conversations.read('chat'),
        unclear: (await store.unclear.all()).length,
        lines: (await store.journal.verify()).lines,
      })
      const work = async () => {
        await log('M1', 'c1', 'k1')
        await log('M2', 'c2', 'k2')
        await mute('M1')
        await store.conversations.write('chat', { step: 1 })
        await store.unclear.note({ text: '嗯', language: 'zh', nearest: [] }, day('2026-11-23'))
        await record('contact.log')
      }
      const DONE = {
        contacts: [['k1'], ['k2']],
        settings: { capacity: 3 },
        chat: { step: 1 },
        unclear: 1,
        lines: 1,
      }
      const NOTHING = { contacts: [[], []], settings: {}, chat: undefined, unclear: 0, lines: 0 }

      beforeEach(async () => {
        await begin('M1', ['c1'])
        await begin('M2', ['c2'])
      })

      it('is there whole when its promise resolves, and after a restart', async () => {
        expect(await store.units.together(() => work().then(() => 'done'))).toBe('done')
        expect(await everything()).toEqual(DONE)
        await reopen()
        expect(await everything()).toEqual(DONE)
      })

      it('that throws at its end has left nothing, also after a restart', async () => {
        const broken = store.units.together(async () => {
          await work()
          throw new Error('thought better')
        })
        await expect(broken).rejects.toThrow('thought better')
        expect(await everything()).toEqual(NOTHING)
        await reopen()
        expect(await everything()).toEqual(NOTHING)
      })

      it('reads what it has written, and nobody else does before its end', async () => {
        const gate = aGate()
        const unit = store.units.together(async () => {
          await work()
          expect(contactIds(await store.books.read('M1'))).toEqual(['k1'])
          expect(await store.conversations.read('chat')).toEqual({ step: 1 })
          await gate.pass()
        })
        await gate.reached
        expect(await everything()).toEqual(NOTHING)
        gate.open()
        await unit
        expect(await everything()).toEqual(DONE)
      })

      it('holds up who changes the same book, and nobody else', async () => {
        const order: string[] = []
        const gate = aGate()
        const unit = store.units.together(async () => {
          await log('M1', 'c1', 'k1')
          await gate.pass()
          order.push('unit')
        })
        await gate.reached
        const same = log('M1', 'c1', 'k3').then(() => order.push('same book'))
        await log('M2', 'c2', 'k2').then(() => order.push('other book'))
        gate.open()
        await Promise.all([unit, same])
        expect(order).toEqual(['other book', 'unit', 'same book'])
        expect(contactIds(await store.books.read('M1'))).toEqual(['k1', 'k3'])
      })

      it('inside another is a part of that', async () => {
        const broken = store.units.together(async () => {
          await store.units.together(work)
          throw new Error('thought better')
        })
        await expect(broken).rejects.toThrow('thought better')
        expect(await everything()).toEqual(NOTHING)
      })

      it('put on record apart from it stays, though it comes to nothing itself', async () => {
        const broken = store.units.together(async () => {
          await work()
          await store.units.apart(() => record('export.ledger'))
          throw new Error('thought better')
        })
        await expect(broken).rejects.toThrow('thought better')
        expect(await everything()).toEqual({ ...NOTHING, lines: 1 })
      })

      it('gives way where two wait for each other: one is written, of the other nothing', async () => {
        const both = [aGate(), aGate()]
        const crossing = async (first: 0 | 1) => {
          const ids = ['M1', 'M2']
          const second = first === 0 ? 1 : 0
          await log(ids[first]!, `c${first + 1}`, `first-${first}`)
          await both[first]!.pass()
          await log(ids[second]!, `c${second + 1}`, `second-${first}`)
        }
        const units = [0, 1].map((first) => store.units.together(() => crossing(first as 0 | 1)))
        await Promise.all(both.map(({ reached }) => reached))
        for (const gate of both) gate.open()
        const ends = await Promise.allSettled(units)
        expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
        const winner = ends.findIndex(({ status }) => status === 'fulfilled')
        const written = (await everything()).contacts.flat().toSorted()
        expect(written).toEqual([`first-${winner}`, `second-${winner}`])
      })

      it('changes several books in one decision, and takes no customer from one to another', async () => {
        const added = store.books.changeAll(['M2', 'M1'], ([second, first]) => ({
          books: [
            withContact(second!, 'c2', aContact({ id: 'k2' })),
            withContact(first!, 'c1', aContact({ id: 'k1' })),
          ],
          result: 2,
        }))
        expect(await added).toBe(2)
        expect((await everything()).contacts).toEqual([['k1'], ['k2']])
        const moved = store.books.changeAll(['M1', 'M2'], ([first, second]) => ({
          books: [{ ...first!, customers: [] }, second!],
          result: undefined,
        }))
        await expect(moved).rejects.toThrow(RangeError)
      })

      it('has no room for a transaction of the bank', async () => {
        const inside = store.units.together(() => store.bank.transact(async () => undefined))
        await expect(inside).rejects.toThrow('no part of a turn')
      })
    })

    describe('the campaigns of a branch', () => {
      const draft = (id: string) =>
        store.campaigns.change('0101', (known) => ({
          campaigns: withCampaign(known, aCampaign({ id })),
          result: known.campaigns.length,
        }))

      it('are none where nothing was written, and then as they were written, also after a restart', async () => {
        expect(await store.campaigns.read('0101')).toEqual(noCampaigns('0101'))
        expect(await store.campaigns.branchIds()).toEqual([])
        const whole = aCampaign({
          state: 'running',
          firstDay: day('2026-12-01'),
          query: {
            kind: 'all',
            queries: [
              { kind: 'is', attribute: { of: 'type', is: 'micro' }, said: '微企' },
              {
                kind: 'not',
                query: { kind: 'is', attribute: { of: 'assets', range: { min: 1 } }, said: '' },
              },
            ],
          },
          members: [{ customerId: 'c1', depositsFen: fen(1), since: day('2026-12-01') }],
          left: [{ customerId: 'c1', on: day('2026-12-02'), why: 'quiet' }],
        })
        await store.campaigns.change('0101', (known) => ({
          campaigns: withCampaign(known, whole),
          result: undefined,
        }))
        await reopen()
        expect((await store.campaigns.read('0101')).campaigns).toEqual([whole])
        expect(await store.campaigns.branchIds()).toEqual(['0101'])
      })

      it('lose none of many changes made at once', async () => {
        await Promise.all(Array.from({ length: 20 }, (_, at) => draft(`0101-${at}`)))
        expect((await store.campaigns.read('0101')).campaigns).toHaveLength(20)
      })

      it('are written with the rest of a piece of work or not at all', async () => {
        const broken = store.units.together(async () => {
          await draft('0101-1')
          throw new Error('the head thought better of it')
        })
        await expect(broken).rejects.toThrow('thought better')
        expect((await store.campaigns.read('0101')).campaigns).toEqual([])
      })

      it('are never those of another branch', async () => {
        const mixed = store.campaigns.change('0101', () => ({
          campaigns: noCampaigns('0102'),
          result: undefined,
        }))
        await expect(mixed).rejects.toThrow(RangeError)
      })
    })

    describe('a turn', () => {
      const AT = '2026-11-23T00:30:00.000Z'
      const turn = (keys: readonly string[], at = AT, managerId = 'M1') =>
        store.turns.once({ managerId, keys, at }, async () => {
          await store.conversations.write(`chat of ${managerId}`, [...(await said(managerId)), keys[0]])
          return { result: keys[0], answer: `heard ${keys[0]}` }
        })
      const said = async (managerId = 'M1') =>
        ((await store.conversations.read(`chat of ${managerId}`)) ?? []) as string[] // what is written above

      it('is done once, and again says what it was answered, also after a restart', async () => {
        expect(await turn(['a'])).toEqual({ isRepeat: false, result: 'a' })
        const again = { isRepeat: true, answer: 'heard a' }
        expect(await turn(['a'])).toEqual(again)
        await reopen()
        expect(await turn(['a'])).toEqual(again)
        expect(await said()).toEqual(['a'])
      })

      it('is known by each of its keys, and for each manager', async () => {
        await turn(['a', 'press 1'])
        expect(await turn(['b', 'press 1'])).toMatchObject({ isRepeat: true })
        expect(await turn(['b'])).toMatchObject({ isRepeat: false })
        expect(await turn(['a'], AT, 'M2')).toMatchObject({ isRepeat: false })
      })

      it('asked for twice at the same time is done once', async () => {
        const both = await Promise.all([turn(['a']), turn(['a'])])
        expect(both.map(({ isRepeat }) => isRepeat)).toEqual([false, true])
        expect(await said()).toEqual(['a'])
      })

      it('that failed may be tried again', async () => {
        const failing = store.turns.once({ managerId: 'M1', keys: ['a'], at: AT }, async () => {
          await store.conversations.write('chat of M1', ['half'])
          throw new Error('no')
        })
        await expect(failing).rejects.toThrow('no')
        expect(await turn(['a'])).toMatchObject({ isRepeat: false })
        expect(await said()).toEqual(['a'])
      })

      it.each([
        { when: '2026-11-29T23:59:59.000Z', isRepeat: true, answer: false },
        { when: '2026-11-30T00:00:00.000Z', isRepeat: false, answer: false },
        { when: '2026-11-23T23:00:00.000Z', isRepeat: true, answer: true },
      ])('at $when is a repeat: $isRepeat, and answered: $answer', async ({ when, isRepeat, answer }) => {
        await turn(['a'])
        await turn(['another'], when)
        await reopen()
        const again = await turn(['a'], when)
        expect(again).toMatchObject({ isRepeat })
        if (isRepeat) expect('answer' in again).toBe(answer)
      })

      it('known by its words alone may be said again after two hours', async () => {
        const say = (at: string, id: string) =>
          store.turns.once({ managerId: 'M1', keys: [id], passingKeys: ['yes'], at }, async () => ({
            result: id,
          }))
        expect(await say('2026-11-23T00:30:00.000Z', 'a')).toMatchObject({ isRepeat: false })
        expect(await say('2026-11-23T01:59:59.000Z', 'b')).toMatchObject({ isRepeat: true })
        expect(await say('2026-11-23T02:00:00.000Z', 'c')).toMatchObject({ isRepeat: false })
      })
    })

    describe('the roster', () => {
      it('finds who writes, whatever the case of the directory id', async () => {
        const manager = aManager({ id: 'M1', aadObjectId: '0a1B2c3d-0000-4000-8000-00000000000F' })
        await store.bank.transact((draft) => draft.putManagers([manager]))
        expect(store.managers.byAadObjectId('0A1b2C3D-0000-4000-8000-00000000000f')).toEqual(manager)
        expect(store.managers.byAadObjectId('')).toBeUndefined()
      })
    })

    describe('a desk', () => {
      it('keeps the ledger of sends and how the manager is reached', async () => {
        const reference = { conversation: { id: 'a:1' }, serviceUrl: 'https://smba.example/' }
        await store.desks.change('M1', (desk) => ({
          desk: { ...withDelivery(desk, DELIVERY), reference, settings: { locale: 'en-US' } },
          result: undefined,
        }))
        await reopen()
        const desk = await store.desks.read('M1')
        expect(desk).toEqual({
          managerId: 'M1',
          deliveries: [DELIVERY],
          reference,
          settings: { locale: 'en-US' },
        })
        expect(await store.desks.managerIds()).toEqual(['M1'])
      })

      it('tells all states at once, with the sends since a day and those under way, as they are now', async () => {
        const old = { ...DELIVERY, day: day('2026-09-01') }
        const put = (managerId: string, change: Partial<Desk>) =>
          store.desks.change(managerId, (desk) => ({ desk: { ...desk, ...change }, result: undefined }))
        const states = () =>
          store.desks.states(DELIVERY.day, (managerId) => expect.fail(`${managerId} cannot be read`))
        expect(await states()).toEqual(new Map())
        await put('M1', { deliveries: [old, DELIVERY], reference: { to: 'x' }, settings: { capacity: 3 } })
        await put('M2', { deliveries: [{ ...old, state: 'sending' }], suspendedSince: 't' })
        const known = {
          M1: { settings: { capacity: 3 }, reference: true, deliveries: [DELIVERY] },
          M2: { settings: {}, suspendedSince: 't', deliveries: [{ ...old, state: 'sending' }] },
        }
        expect(Object.fromEntries(await states())).toEqual(known)
        await put('M2', { deliveries: [] })
        await reopen()
        await put('M1', { settings: { capacity: 4 } })
        expect(Object.fromEntries(await states())).toMatchObject({
          M1: { settings: { capacity: 4 } },
          M2: { deliveries: [] },
        })
      })

      it('gives the right to send to one of many who ask at once', async () => {
        const claim = () =>
          store.desks.change('M1', (desk) =>
            desk.deliveries.length > 0
              ? { desk, result: false }
              : { desk: withDelivery(desk, DELIVERY), result: true },
          )
        const claimed = await Promise.all(Array.from({ length: 20 }, claim))
        expect(claimed.filter(Boolean)).toHaveLength(1)
      })
    })

    describe('a conversation', () => {
      const KEY = 'msteams/conversations/19:Ab_c@thread.v2;messageid=1/users/29:1XyZ'

      it('is read as it was written, at once and after a restart, until it is deleted', async () => {
        expect(await store.conversations.read(KEY)).toBeUndefined()
        await store.conversations.write(KEY, { dialog: { step: 3 } })
        expect(await store.conversations.read(KEY)).toEqual({ dialog: { step: 3 } })
        await reopen()
        expect(await store.conversations.read(KEY)).toEqual({ dialog: { step: 3 } })
        await store.conversations.delete(KEY)
        expect(await store.conversations.read(KEY)).toBeUndefined()
        await reopen()
        expect(await store.conversations.read(KEY)).toBeUndefined()
      })

      it('is kept as it was when it was handed over, and is the reader’s own', async () => {
        const state = { step: 1 }
        const written = store.conversations.write(KEY, state)
        state.step = 2
        await written
        const mine = (await store.conversations.read(KEY)) as { step: number } // what was written above
        expect(mine.step).toBe(1)
        mine.step = 9
        expect(await store.conversations.read(KEY)).toEqual({ step: 1 })
      })

      it('may be deleted where there is none', async () => {
        await expect(store.conversations.delete('nobody')).resolves.toBeUndefined()
      })
    })

    it('takes nothing more once it is closed', async () => {
      await begin('M1', ['c1'])
      await store.close()
      await expect(log('M1', 'c1', 'k1')).rejects.toThrow('closed')
      await expect(store.conversations.write('k', 1)).rejects.toThrow('closed')
      const entry = { at: '2026-11-23T00:30:00.000Z', managerId: 'M1', act: 'book.view' }
      await expect(store.journal.append(entry)).rejects.toThrow('closed')
      store = await place.open()
    })
  })
}
