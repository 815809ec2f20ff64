import type { Day } from '../../src/domain/day.js'
import { type AmountRange, CNY, fenOfYuan } from '../../src/domain/money.js'
import type { AfterSales } from '../../src/domain/opportunity/after-sales.js'
import { MAN_QUESTIONS, type Opportunity } from '../../src/domain/opportunity/opportunity.js'
import type { Told, ToldAtStep } from '../../src/language/context.js'
import type { SaleTold } from '../../src/language/sale-words.js'
import type { OpportunityCommand } from '../../src/usecases/sales/advance-opportunity.js'

/** The one change that the words call for at the step the opportunity is at. */
export function commandFor(
  told: ToldAtStep,
  opportunity: Opportunity,
  today: Day,
  care: Readonly<Record<AfterSales, string>>,
): OpportunityCommand {
  const { sale, text, when } = told
  const { step, objections } = opportunity
  const sum = told.amount === undefined ? {} : sumSaid(told.amount)
  if (sale.lost === true) return { kind: 'lose', reason: sale.lostFor ?? text }
  if (sale.won === true) {
    const productId = told.productId ?? opportunity.product?.productId
    const amountFen = sum.amountFen ?? opportunity.amountFen
    const currency = sum.currency ?? opportunity.currency ?? CNY
    if (productId !== undefined && amountFen !== undefined)
      return { kind: 'win', productId, amountFen, currency, startsOn: today, care }
  }
  const isPutOff = told.postponed === true || (step === 7 && sale.putOff === true)
  if (isPutOff && when !== undefined) return { kind: 'postpone', until: when.day }
  if (told.productId !== undefined)
    return {
      kind: 'present',
      productId: told.productId,
      facts: { ...sum, ...manOf(told, opportunity) },
      ...interestOf(sale),
    }
  const open = objections.filter(({ reaction }) => reaction === 'open')
  const isAnswer = step === 6 || (open.length > 0 && when === undefined)
  if (isAnswer && sale.accepted === true && told.objections.length === 0)
    return open.length === 0
      ? { kind: 'advance' }
      : {
          kind: 'tell',
          facts: { objections: open.map(({ kind }) => ({ kind, reaction: 'accepted' })), ...sum },
        }
  return tellingOf(told, opportunity, today)
}

/** Facts, and a contact where one is told or a day was agreed. */
function tellingOf(told: ToldAtStep, opportunity: Opportunity, today: Day): OpportunityCommand {
  const { step, need } = opportunity
  const { sale, report, when, fact, text } = told
  const sum = told.amount === undefined ? {} : sumSaid(told.amount)
  const isMet = step === 4 && sale.notMet !== true && (sale.met === true || report?.reached === true)
  const reached = report?.reached ?? (when !== undefined || isMet)
  const isMeeting = sale.agreed === true || (step === 4 && sale.notMet === true)
  const outcome =
    when === undefined ? (report?.outcome ?? 'info') : isMeeting ? 'appointment' : outcomeOf(report)
  const day =
    when === undefined ? {} : outcome === 'appointment' ? { appointment: when } : { nextOn: when.day }
  const { man: answers = {} } = manOf(told, opportunity)
  const objection = report?.objection ?? told.objections[0]
  // An answer to MAN is no contact, whatever its words look like, unless the way it was told is named.
  const isReport = report !== undefined && (Object.keys(answers).length === 0 || report.channel !== undefined)
  const isContact = when !== undefined || (step <= 4 && (isReport || isMet))
  return {
    kind: 'tell',
    facts: {
      ...(need === undefined && (step === 1 || answers.need === 'yes') ? { need: text } : {}),
      ...(Object.keys(answers).length === 0 ? {} : { man: answers }),
      ...(isContact && reached ? { reached: true } : {}),
      ...day,
      ...(isMet || (report?.channel === 'visit' && report.reached) ? { metOn: today } : {}),
      ...sum,
      objections: told.objections.map((kind) => ({ kind })),
    },
    ...(isContact
      ? {
          contact: {
            reached,
            outcome,
            ...channelOf(report, isMet),
            ...(when === undefined ? {} : { when }),
            ...(objection === undefined ? {} : { objection }),
            ...(report?.promise === undefined ? {} : { promise: report.promise }),
            ...sum,
          },
        }
      : {}),
    ...(fact === undefined ? {} : { fact }),
  }
}

/** The answers to MAN that words give. */
function manOf(
  { sale }: ToldAtStep,
  { man, step }: Opportunity,
): { readonly man?: Partial<Opportunity['man']> } {
  const answers = MAN_QUESTIONS.flatMap((question) => {
    const answer = sale.man[question]
    // What the ledger or the manager already answered stays; who decides may be told at any step.
    const isOpen = man[question] === 'unknown' || man[question] === 'ask' || step === 2
    return answer === undefined || !isOpen ? [] : [[question, answer] as const]
  })
  return answers.length === 0 ? {} : { man: Object.fromEntries(answers) }
}

function outcomeOf(report: Told | undefined): Told['outcome'] {
  return report?.outcome === 'appointment' ? 'appointment' : 'callback'
}

function channelOf(report: Told | undefined, isMet: boolean) {
  const channel = report?.channel ?? (isMet ? 'visit' : undefined)
  return channel === undefined ? {} : { channel }
}

function interestOf({ interest }: SaleTold) {
  return interest === undefined ? {} : { interest }
}

/** The sum that was said: the lower bound, where there are two. */
export function sumSaid({ min, max, currency }: AmountRange) {
  const value = min ?? max
  return value === undefined ? {} : { amountFen: fenOfYuan(value), currency: currency ?? CNY }
}
