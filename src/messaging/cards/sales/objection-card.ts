import { OBJECTIONS } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { ProductKind } from '../../../domain/ledger/holding.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { ObjectionAnswers } from '../../../domain/playbook/objection-answers.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { practiceWordsFor } from '../../wording/sales/practice-words.js'
import { salesWordsFor } from '../../wording/sales/sales-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { practiceButton } from './practice-card.js'
import { wordsReply } from './script-card.js'

export interface ObjectionCardInput {
  readonly answers: ObjectionAnswers
  readonly customer?: Customer
  readonly productKind?: ProductKind
  readonly locale: Locale
}

/** Two answers to an objection, what to ask after them, and what has worked with this customer. */
export function objectionReply({ answers, customer, productKind, locale }: ObjectionCardInput): Reply {
  const { objection, repeated, question, worked } = answers
  const words = salesWordsFor(locale).objection
  const script = salesWordsFor(locale).script
  const title = [
    ...(customer === undefined ? [] : [nameOf(customer)]),
    words.title(wordingFor(locale).objections[objection]),
    ...(repeated ? [words.repeated] : []),
  ].join(' · ')
  const texts = answers.answers.map(({ text }) => text)
  const parts = [
    ...(texts.length === 0 ? [] : [{ heading: words.answers, lines: texts }]),
    ...(question === undefined ? [] : [{ heading: words.ask, lines: [question.text] }]),
  ]
  const notes = [
    ...(texts.length === 0 && worked === undefined ? [script.service] : []),
    ...(worked === undefined ? [] : [words.worked(worked.text)]),
    ...(texts.some((text) => /「|\[/.test(text)) ? [script.fillIn] : []),
  ]
  const again = press(words.another, 'objection.show', {
    objection,
    ...(customer === undefined ? {} : { customerId: customer.id }),
    ...(productKind === undefined ? {} : { productKind }),
  })
  const practise = practiceButton(practiceWordsFor(locale).button, 'objection', objection)
  return {
    ...wordsReply(title, parts, notes, texts.length === 0 ? [] : [again, practise]),
    summary: wordingFor(locale).intents['objection.handle'],
    data: { objection, repeated, lines: answers.answers.map(({ line: { id } }) => id) },
    ...(customer === undefined ? {} : { shows: shows('customers', [customer]) }),
  }
}

/** "What did the customer say?", where the words name no objection. */
export function whichObjectionReply(about: Readonly<Record<string, string>>, locale: Locale): Reply {
  const words = wordingFor(locale)
  const { which } = salesWordsFor(locale).objection
  const text = [which, ...OBJECTIONS.map((one) => `· ${words.objections[one]}`)].join('\n')
  const choices = OBJECTIONS.map((objection) =>
    press(words.objections[objection], 'objection.show', { ...about, objection }),
  )
  return {
    text,
    summary: words.intents['objection.handle'],
    card: card([line(which), buttons(choices.slice(0, 4)), buttons(choices.slice(4))], text),
  }
}
