import { type Agreed, momentOf } from '../../../domain/customer/agree.js'
import { ageOf } from '../../../domain/customer/attribute-query.js'
import type { Agreement } from '../../../domain/customer/contact.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { MeetingSheet } from '../../../domain/meeting/meeting-sheet.js'
import { CNY } from '../../../domain/money.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { Meeting } from '../../../usecases/meetings/show-meeting.js'
import { deskWordsFor } from '../../wording/brief/desk-words.js'
import { describeReasons } from '../../wording/brief/reasons.js'
import { describeContact } from '../../wording/contacts/contact.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatAmount } from '../../wording/days/format.js'
import { describeDay, describeMoment } from '../../wording/days/when.js'
import { meetingWordsFor } from '../../wording/meetings/meeting-words.js'
import { salesStepsFor } from '../../wording/sales/sales-steps.js'
import { wordingFor } from '../../wording/wording.js'
import { heading, section } from '../lists/list-elements.js'
import { block, buttons, card, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

const TOPICS_SHOWN = 4

/** One part of the sheet: its title and its lines. */
export type SheetPart = readonly [title: string, lines: readonly string[]]

/** Everything to look at before a meeting, on one card: who, what was said, what to talk about, what to bring. */
export function meetingReply({ sheet, agreement }: Meeting, locale: Locale, today: Day): Reply {
  const own = meetingWordsFor(locale)
  const words = wordingFor(locale)
  const { customer } = sheet
  const title = own.title[agreement?.kind === 'callback' ? 'callback' : 'appointment']
  const moment = agreement && momentOf(agreement)
  const when = moment === undefined ? '' : describeMoment(moment, locale, today)
  const who = `${nameOf(customer)} · ${personLine(sheet, locale, today)}`
  const about = agreement?.about
  const parts = sheetParts(sheet, locale, today)
  const text = [
    [title, when].filter((one) => one !== '').join(' · '),
    who,
    ...(about === undefined ? [] : [about]),
    ...parts.map(([name, lines]) => `${name}: ${lines.join('; ')}`),
  ].join('\n')
  const data = { customerId: customer.id }
  return {
    text,
    summary: agreement?.time === undefined ? title : own.notification(agreement.time),
    shows: shows('customers', [customer]),
    data: {
      customerId: customer.id,
      agreementId: agreement?.id ?? null,
      papers: sheet.papers,
      checks: sheet.checks,
      topics: sheet.topics.map(({ kind }) => kind),
    },
    card: card(
      [
        heading(title, when, about),
        line(nameOf(customer), { weight: 'Bolder', size: 'Medium', spacing: 'Medium' }),
        line(personLine(sheet, locale, today), { isSubtle: true, spacing: 'None' }),
        ...parts.map(([name, lines]) =>
          block([section(name), ...lines.map((one) => line(one, { spacing: 'None' }))], {
            spacing: 'Small',
          }),
        ),
        buttons([
          press(words.brief.see, 'customer.show', data),
          press(words.brief.log, 'contact.log', data),
          press(salesStepsFor(locale).button, 'sales.start', data),
        ]),
      ],
      text,
    ),
  }
}

/** What a calendar says of a meeting: its kind and the short name, for others may see the calendar. */
export function calendarTitle({ customer, agreement }: Agreed, locale: Locale): string {
  return `${deskWordsFor(locale).arrange.kinds[agreement.kind]} · ${shortName(customer)}`
}

/** The parts of the sheet below the person, those that hold nothing left out. */
export function sheetParts(sheet: MeetingSheet, locale: Locale, today: Day): readonly SheetPart[] {
  const own = meetingWordsFor(locale)
  const { last, promised, opportunity, papers, checks, ask } = sheet
  const topics = describeReasons(sheet.topics, locale, today).map((reason) => reason.text)
  const said = last.map((contact) =>
    [describeDay(contact.on, locale, today), describeContact(contact, locale), contact.note]
      .filter((one) => one !== undefined && one !== '')
      .join(' · '),
  )
  const sale = opportunity && saleLine(opportunity, locale)
  const parts: readonly SheetPart[] = [
    [own.last, said.length === 0 ? [own.neverSpoken] : said],
    [own.promised, promised.map((one) => promiseLine(one, locale, today))],
    [own.sale, sale === undefined || sale === '' ? [] : [sale]],
    [own.topics, topics.length === 0 && sale === undefined ? [own.noTopics] : topics.slice(0, TOPICS_SHOWN)],
    [own.ask, ask === undefined ? [] : [customerWordsFor(locale).card.ask[ask]]],
    [own.papersTitle, papers.map((paper) => own.papers[paper])],
    [own.checksTitle, checks.map((check) => own.checks[check])],
  ]
  return parts.filter(([, lines]) => lines.length > 0)
}

function personLine({ customer, tier }: MeetingSheet, locale: Locale, today: Day): string {
  const words = wordingFor(locale)
  const own = customerWordsFor(locale).card
  const { aumFen, occupation, company, familiarity, hobbies } = customer
  const age = ageOf(customer, today)
  return [
    words.tier(tier),
    ...(aumFen === undefined ? [] : [formatAmount(aumFen, CNY, locale)]),
    ...(age === undefined ? [] : [own.years(age)]),
    ...(occupation === undefined ? [] : [occupation]),
    ...(company === undefined ? [] : [company]),
    ...(familiarity === undefined ? [] : [own.familiarities[familiarity]]),
    ...(hobbies === undefined ? [] : [hobbies]),
  ].join(' · ')
}

function saleLine(
  { need, product, amountFen, currency = CNY, objections }: NonNullable<MeetingSheet['opportunity']>,
  locale: Locale,
): string {
  const words = wordingFor(locale).objections
  return [
    ...(product === undefined ? [] : [product.productName]),
    ...(need === undefined ? [] : [need]),
    ...(amountFen === undefined ? [] : [formatAmount(amountFen, currency, locale)]),
    ...objections.filter(({ reaction }) => reaction === 'open').map(({ kind }) => words[kind]),
  ].join(' · ')
}

function promiseLine({ on, about }: Agreement, locale: Locale, today: Day): string {
  const what = about ?? wordingFor(locale).agreements.promise
  return on === undefined ? what : `${what} (${describeDay(on, locale, today)})`
}
