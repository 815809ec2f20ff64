import type { Agreement } from '../../../domain/customer/contact.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import { MAN_QUESTIONS } from '../../../domain/opportunity/opportunity.js'
import type { OpportunityCommand } from '../../../usecases/sales/advance-opportunity.js'
import { formatAmount } from '../days/format.js'
import { describeDay, describeMoment } from '../days/when.js'
import { salesStepsFor } from '../sales/sales-steps.js'
import { wordingFor } from '../wording.js'

/** What was written down of a move, in one line; empty where nothing was but the step. */
export function notedLines(
  command: OpportunityCommand,
  agreed: readonly Agreement[],
  locale: Locale,
  today: Day,
): readonly string[] {
  const own = salesStepsFor(locale)
  if (command.kind === 'reassess') {
    const day = agreed[0]?.on
    return day === undefined ? [] : [own.reassessed(describeDay(day, locale, today))]
  }
  const said =
    command.kind === 'tell'
      ? toldParts(command, locale, today)
      : command.kind === 'present'
        ? [
            ...sumPart(command.facts ?? {}, locale),
            ...(command.interest === undefined ? [] : [own.interest(command.interest)]),
          ]
        : []
  return said.length === 0 ? [] : [own.noted(said.join(' · '))]
}

function toldParts(
  { facts, contact, fact }: Extract<OpportunityCommand, { kind: 'tell' }>,
  locale: Locale,
  today: Day,
): readonly string[] {
  const words = wordingFor(locale)
  const own = salesStepsFor(locale)
  const { man = {}, objections = [], appointment, nextOn } = facts
  const answers = MAN_QUESTIONS.flatMap((question) => {
    const answer = man[question]
    return answer === undefined || answer === 'unknown'
      ? []
      : [`${own.man[question]}: ${own.manAnswers[answer]}`]
  })
  const raised = objections.map(({ kind, reaction }) => {
    const name = words.objections[kind]
    if (reaction === undefined || reaction === 'open') return name
    return `${name}: ${reaction === 'accepted' ? own.accepted : own.resolved}`
  })
  const next =
    appointment !== undefined
      ? [words.contact.nextAppointment(describeMoment(appointment, locale, today))]
      : nextOn !== undefined
        ? [words.contact.nextCallback(describeDay(nextOn, locale, today))]
        : []
  const how = contact === undefined || next.length > 0 ? [] : [words.outcomes[contact.outcome]]
  return [
    ...(facts.need === undefined ? [] : [facts.need]),
    ...answers,
    ...(fact === undefined ? [] : [fact.value]),
    ...raised,
    ...how,
    ...sumPart(facts, locale),
    ...next,
  ]
}

function sumPart(
  { amountFen, currency = CNY }: Extract<OpportunityCommand, { kind: 'tell' }>['facts'],
  locale: Locale,
): readonly string[] {
  return amountFen === undefined ? [] : [formatAmount(amountFen, currency, locale)]
}
