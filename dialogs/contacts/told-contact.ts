import type { ToldContact } from '../../src/domain/customer/record-contact.js'
import { type AmountRange, fenOfYuan } from '../../src/domain/money.js'
import type { Told } from '../../src/language/context.js'

/** A contact as the book keeps it, from what was told of it. */
export function toldContact(told: Told, note: string | undefined): ToldContact {
  const { amount, promise, channel, when, objection, reached, outcome } = told
  return {
    reached,
    outcome,
    ...(channel === undefined ? {} : { channel }),
    ...(when === undefined ? {} : { when }),
    ...(objection === undefined ? {} : { objection }),
    ...(promise === undefined ? {} : { promise }),
    ...(amount === undefined ? {} : sumOf(amount)),
    ...(note === undefined ? {} : { note }),
  }
}

function sumOf({ min, max, currency }: AmountRange): Pick<ToldContact, 'amountFen' | 'currency'> {
  const value = min ?? max
  if (value === undefined) return {}
  return { amountFen: fenOfYuan(value), ...(currency === undefined ? {} : { currency }) }
}
