import { OBJECTIONS } from '../../../domain/customer/contact.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import { MAN_QUESTIONS, STEPS } from '../../../domain/opportunity/opportunity.js'
import type { Refusal } from '../../../domain/suitability/suitability.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { StepView } from '../../../usecases/sales/show-step.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatAmount } from '../../wording/days/format.js'
import { productWordsFor } from '../../wording/sales/product-words.js'
import { type SalesSteps, salesStepsFor } from '../../wording/sales/sales-steps.js'
import { salesWordsFor } from '../../wording/sales/sales-words.js'
import { wordingFor } from '../../wording/wording.js'
import { type Action, buttons, card, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { ANSWER_VERB } from '../questions/question-cards.js'
import { meetingLines, productLine } from './step-parts.js'

export interface StepCardInput {
  readonly view: StepView
  readonly promptId: string
  /** What the last answer came to. */
  readonly notes: readonly string[]
  /** The refusal can be cured by a new risk assessment. */
  readonly offersReassessment?: boolean
  readonly locale: Locale
  readonly today: Day
}

interface Choice {
  readonly id: string
  readonly title: string
}

/** The current step: where it stands of seven, what helps at it, and what can be told. */
export function stepReply(input: StepCardInput): Reply {
  const { view, promptId, notes, locale, today } = input
  const own = salesStepsFor(locale)
  const { opportunity, playbook, customer } = view
  const guide = playbook.steps[opportunity.step - 1]
  const title = own.title(shortName(customer))
  const progress = `${STEPS.map((step) => (step === opportunity.step ? `【${step}】` : String(step))).join(' ')}  ${guide?.name ?? ''}`
  const body = bodyOf(view, own, locale, today)
  const choices = choicesOf(input, own)
  const nav: readonly Choice[] = [
    ...(opportunity.step > 1 ? [{ id: 'back', title: own.nav.back }] : []),
    ...(opportunity.step === 6 ? [{ id: 'advance', title: own.nav.next }] : []),
    ...(opportunity.step < 6 ? [{ id: 'skip', title: own.nav.skip }] : []),
    { id: 'postpone', title: own.nav.postpone },
    { id: 'lose', title: own.nav.lose },
    { id: 'pause', title: own.nav.pause },
  ]
  const text = [
    ...notes,
    title,
    progress,
    ...body,
    ...choices.map(({ title: one }) => `· ${one}`),
    nav.map(({ title: one }) => one).join(' / '),
  ].join('\n')
  const sets: Choice[][] = []
  // Names of products are long: a phone cuts off what does not fit beside another.
  const side = opportunity.step === 5 ? 1 : 4
  for (let at = 0; at < choices.length; at += side) sets.push(choices.slice(at, at + side))
  const button = (choice: Choice): Action =>
    press(choice.title, ANSWER_VERB, { prompt: promptId, choice: choice.id, once: promptId })
  return {
    text,
    summary: guide?.name ?? title,
    shows: shows('customers', [customer]),
    data: { customerId: customer.id, opportunityId: opportunity.id, step: opportunity.step },
    card: card(
      [
        ...notes.map((note) => line(note, { color: 'Accent' })),
        line(title, { weight: 'Bolder', size: 'Medium' }),
        line(progress, { spacing: 'Small' }),
        ...body.map((one) => line(one, { spacing: 'Small' })),
        ...sets.map((set) => buttons(set.map(button))),
        buttons(nav.slice(0, 3).map(button)),
        buttons(nav.slice(3).map(button)),
      ],
      text,
    ),
  }
}

/** "Why was it lost?": what stood against it as buttons, or a line of words. */
export function whyLostReply(promptId: string, locale: Locale): Reply {
  const { whyLost } = salesStepsFor(locale)
  const words = wordingFor(locale).objections
  const text = [whyLost, ...OBJECTIONS.map((one) => `· ${words[one]}`)].join('\n')
  const choices = OBJECTIONS.map((choice) =>
    press(words[choice], ANSWER_VERB, { prompt: promptId, choice, once: promptId }),
  )
  return {
    text,
    summary: wordingFor(locale).contact.question,
    card: card([line(whyLost), buttons(choices.slice(0, 4)), buttons(choices.slice(4))], text),
  }
}

/** What an ended way came to, with a way to take it back. */
export function endedReply(text: string, changeId: string, locale: Locale): Reply {
  const undo = press(wordingFor(locale).contact.undo, 'undo', { changeId, once: changeId })
  return { text, summary: salesStepsFor(locale).button, card: card([line(text), buttons([undo])], text) }
}

/** Why a product may not be proposed, and what would help. */
export function refusalLines(
  product: string,
  refusals: readonly Refusal[],
  locale: Locale,
): readonly string[] {
  const words = productWordsFor(locale)
  const own = salesStepsFor(locale)
  const cures = [...new Set(refusals.map(({ cure }) => words.cures[cure]))].filter((cure) => cure !== '')
  return [
    `${own.refused(product)} ${refusals.map(({ reason }) => words.refusals[reason]).join('; ')}`,
    ...cures.map((cure) => own.cure(cure)),
  ]
}

function bodyOf(view: StepView, own: SalesSteps, locale: Locale, today: Day): readonly string[] {
  const { opportunity, questions, guide, unknown, script, meeting, suitable, lines } = view
  const words = salesWordsFor(locale).script
  const asks = customerWordsFor(locale).card
  const { need, product, amountFen, currency = CNY, man, step } = opportunity
  const sum = amountFen === undefined ? undefined : formatAmount(amountFen, currency, locale)
  const known = [need, product?.productName, sum].filter((one) => one !== undefined)
  const isProductOpen = step === 7 && product?.productId === undefined
  const said = script && [...script.said.map((one) => one.line.text), script.invitation?.text ?? '']
  return [
    ...(known.length === 0 ? [own.needHint] : [`${own.about}: ${known.join(' · ')}`]),
    ...(step === 2
      ? MAN_QUESTIONS.filter((one) => man[one] === 'yes' || man[one] === 'no').map(
          (one) => `${own.man[one]}: ${own.manAnswers[man[one] === 'yes' ? 'yes' : 'no']}`,
        )
      : []),
    ...questions.map(({ question, line: asked }) => `${own.man[question]}? ${asked?.text ?? ''}`.trimEnd()),
    ...(guide === undefined
      ? []
      : [
          words.guide(guide.name, guide.howToTalk[0] ?? '', guide.hours),
          ...(guide.moneyHabits[0] === undefined ? [] : [guide.moneyHabits[0]]),
        ]),
    ...(unknown === undefined ? [] : [asks.askNext(asks.ask[unknown])]),
    ...(said?.filter((one) => one !== '') ?? []),
    ...(meeting === undefined ? [] : meetingLines(meeting, locale, today)),
    ...(step === 5 || isProductOpen ? [suitable.length === 0 ? own.noneSuitable : `${own.suitable}:`] : []),
    ...lines.map(({ text }) => text),
    ...(step === 5 || (step === 7 && amountFen === undefined) ? [own.amountHint] : []),
  ]
}

function choicesOf({ view, offersReassessment, locale }: StepCardInput, own: SalesSteps): readonly Choice[] {
  const { opportunity, questions, suitable } = view
  const again = offersReassessment ? [{ id: 'reassess', title: own.reassess }] : []
  const { product, amountFen, currency = CNY, objections } = opportunity
  switch (opportunity.step) {
    case 2: {
      const [first] = questions
      if (first === undefined) return []
      return (['yes', 'no', 'ask'] as const).map((answer) => ({
        id: `man ${first.question} ${answer}`,
        title: `${own.man[first.question]}: ${own.manAnswers[answer]}`,
      }))
    }
    case 3:
      return (['appointment', 'callback', 'no-answer'] as const).map((id) => ({
        id,
        title: own.outcomes[id],
      }))
    case 4:
      return [{ id: 'met', title: own.outcomes.met }]
    case 5:
      return [
        ...again,
        ...suitable.map(({ product: one }) => ({ id: `present ${one.id}`, title: productLine(one, locale) })),
      ]
    case 6: {
      const open = objections.filter(({ reaction }) => reaction === 'open')
      const words = wordingFor(locale).objections
      return open.length > 0
        ? open.map(({ kind }) => ({ id: `resolved ${kind}`, title: `${words[kind]}: ${own.resolved}` }))
        : OBJECTIONS.map((kind) => ({ id: `objection ${kind}`, title: words[kind] }))
    }
    case 7:
      return [
        ...again,
        ...(product?.productId === undefined
          ? suitable.map(({ product: one }) => ({ id: `present ${one.id}`, title: one.name }))
          : []),
        ...(product?.productId === undefined || amountFen === undefined
          ? []
          : [{ id: 'win', title: own.win(product.productName, formatAmount(amountFen, currency, locale)) }]),
      ]
    default:
      return []
  }
}
