import type { Customer } from '../../../domain/customer/customer.js'
import type { SameToAsk } from '../../../domain/customer/links/newcomer.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { linkWordsFor } from '../../wording/customers/link-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, type Element, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

/** Asks who the new customer is, with a form to fill in. */
export function newcomerFormReply(locale: Locale): Reply {
  const words = linkWordsFor(locale)
  const { name, phone, introducer, save } = words.newForm
  return {
    text: words.newWithoutWho,
    summary: wordingFor(locale).intents['customer.add'],
    card: card(
      [
        line(words.newWithoutWho),
        field('name', name, 100, { isRequired: true, errorMessage: name }),
        field('phone', phone, 30, { style: 'Tel' }),
        field('introducer', introducer, 100),
        buttons([press(save, 'newcomer.add', {}, 'positive')]),
      ],
      words.newWithoutWho,
    ),
  }
}

/** Who was added, under which number, and what else came of it; with a way to take it back. */
export function newcomerReply(
  { changeId, customer }: { readonly changeId: string; readonly customer: Customer },
  more: readonly string[],
  others: readonly Customer[],
  locale: Locale,
): Reply {
  const words = wordingFor(locale)
  const lead = linkWordsFor(locale).newCustomer(nameOf(customer), customer.id)
  const text = [lead, ...more].join('\n')
  return {
    text,
    summary: words.intents['customer.add'],
    data: { changeId, customerId: customer.id },
    shows: shows('customers', [customer, ...others]),
    card: card(
      [
        line(lead, { weight: 'Bolder' }),
        ...more.map((one) => line(one)),
        buttons([press(words.contact.undo, 'undo', { changeId, once: changeId })]),
      ],
      text,
    ),
  }
}

/** Whether somebody whom a file has brought is the one who was added. */
export function sameCustomerReply({ newcomer, fromFile }: SameToAsk, locale: Locale): Reply {
  const { sameAsNew } = linkWordsFor(locale)
  const text = sameAsNew.ask(nameOf(fromFile), fromFile.id, shortName(newcomer))
  const ids = { newcomerId: newcomer.id, fromFileId: fromFile.id }
  return {
    text,
    summary: wordingFor(locale).intents['customer.add'],
    shows: shows('customers', [fromFile, newcomer]),
    card: card(
      [
        line(text),
        buttons([
          press(sameAsNew.yes, 'newcomer.same', { ...ids, answer: 'yes' }, 'positive'),
          press(sameAsNew.no, 'newcomer.same', { ...ids, answer: 'no' }),
        ]),
      ],
      text,
    ),
  }
}

/** That the two are one now, with a way to take it back. */
export function mergedReply(customer: Customer, changeId: string, locale: Locale): Reply {
  const text = linkWordsFor(locale).sameAsNew.merged(nameOf(customer))
  return {
    text,
    data: { changeId, customerId: customer.id },
    shows: shows('customers', [customer]),
    card: card(
      [line(text), buttons([press(wordingFor(locale).contact.undo, 'undo', { changeId, once: changeId })])],
      text,
    ),
  }
}

function field(
  id: string,
  label: string,
  maxLength: number,
  more: Readonly<Record<string, unknown>> = {},
): Element {
  return { type: 'Input.Text', id, label, maxLength, ...more }
}
