import { noteRaises, type Raise, takeBackRaises } from '../domain/customer/level-raised.js'
import type { Product } from '../domain/ledger/product.js'
import { isRaised, levelOf } from '../domain/suitability/suitability.js'
import type { BankDraft } from '../ports/ports.js'
import type { ImportRun } from './import-run.js'

/** Notes with the holders what of the catalogue was raised. Only then does an import of products read the books. */
export async function noteRaisedLevels(
  run: ImportRun<'products'>,
  before: readonly Product[],
  after: readonly Product[],
): Promise<void> {
  const known = new Map(before.map((product) => [product.id, product]))
  const raises = after.flatMap((product): Raise[] => {
    const old = known.get(product.id)
    if (old === undefined || old === product) return []
    const [from, to] = [levelOf(old), levelOf(product)]
    if (!isRaised(from, to)) return []
    const { id: productId, name: productName } = product
    const base = { productId, productName, to, on: run.today, importNumber: run.number }
    return [from === undefined ? base : { ...base, from }]
  })
  if (raises.length === 0) return
  const { policy, calendar } = run.rules
  for (const { id } of run.draft.managers()) {
    const book = await run.draft.book(id)
    const noted = noteRaises(book, raises, policy, calendar, run.today)
    if (noted !== book) await run.draft.putBook(noted)
    await run.breathe()
  }
}

/** Takes back what an import of products noted. */
export async function forgetRaisedLevels(draft: BankDraft, importNumber: number): Promise<void> {
  for (const { id } of draft.managers()) {
    const book = await draft.book(id)
    const without = takeBackRaises(book, importNumber)
    if (without !== book) await draft.putBook(without)
  }
}
