import type { Bank } from '../ports/ports.js'
import type { Sample } from '../sample/make-sample.js'

/** Puts an invented branch into a home that has no managers yet; leaves any other home as it is. */
export function fillSample(bank: Bank) {
  return (sample: Sample): Promise<boolean> =>
    bank.transact(async (draft) => {
      if (draft.managers().length > 0) return false
      await draft.putManagers(sample.managers)
      await draft.putProducts(sample.products)
      for (const book of sample.books) await draft.putBook(book)
      return true
    })
}
