import type { Reading } from '../reading.js'
import type { Mention } from '../slots.js'

/** The reading with the name that stands from `start` to `end` meaning one customer and no namesake. */
export function aboutOne(reading: Reading, start: number, end: number, customerId: string): Reading {
  const isNamed = (mention: Mention) => mention.start < end && start < mention.end
  const old = reading.mentions?.find(isNamed)
  const mentions = (reading.mentions ?? []).map((mention) =>
    isNamed(mention) ? { ...mention, customers: [customerId] } : mention,
  )
  const { customers, contacts } = reading.slots
  const meant = old?.customers.join()
  return {
    ...reading,
    mentions,
    slots: {
      ...reading.slots,
      ...(customers === undefined
        ? {}
        : { customers: [...new Set(mentions.flatMap((mention) => mention.customers))].sort() }),
      ...(contacts === undefined
        ? {}
        : {
            contacts: contacts.map((contact) =>
              contact.customers.join() === meant ? { ...contact, customers: [customerId] } : contact,
            ),
          }),
    },
    presumes: true,
  }
}
