import type { Contact } from '../../../domain/customer/contact.js'
import type { ToldContact } from '../../../domain/customer/record-contact.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import { formatAmount } from '../days/format.js'
import { describeDay, describeMoment } from '../days/when.js'
import { wordingFor } from '../wording.js'

type Facts = Pick<Contact, 'channel' | 'outcome' | 'amountFen' | 'currency' | 'objection'>

/** `电话 · 约好见面 · 100万 · 嫌收益低`: one contact in a line. */
export function describeContact(contact: Facts, locale: Locale): string {
  const words = wordingFor(locale)
  const { channel, outcome, amountFen, currency, objection } = contact
  return [
    ...(channel === undefined ? [] : [words.channels[channel]]),
    ...(outcome === undefined ? [] : [words.outcomes[outcome]]),
    ...(amountFen === undefined ? [] : [formatAmount(amountFen, currency ?? CNY, locale)]),
    ...(objection === undefined ? [] : [words.objections[objection]]),
  ].join(' · ')
}

/** A contact as it was told, with the day agreed and the promise made. */
export function describeTold(told: ToldContact, locale: Locale, today: Day): string {
  const words = wordingFor(locale)
  const { when, promise } = told
  return [
    describeContact(told, locale),
    ...(when === undefined ? [] : [describeMoment(when, locale, today)]),
    ...(promise === undefined
      ? []
      : [
          words.contact.promise(
            promise.due === undefined ? undefined : describeDay(promise.due, locale, today),
          ),
        ]),
  ].join(' · ')
}
