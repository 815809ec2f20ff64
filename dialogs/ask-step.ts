import { findProducts } from '../src/domain/ledger/find-products.js'
import { type AmountRange, CNY, fenOfYuan } from '../src/domain/money.js'
import type { Intent, Reading } from '../src/language/reading.js'
import { stepReply } from '../src/messaging/cards/step-card.js'
import type { Reply } from '../src/messaging/reply.js'
import { lineValues } from '../src/messaging/wording/line-values.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { showStep } from '../src/usecases/show-step.js'
import { Ask, type Interrupt, type Said } from './ask.js'
import type { Told } from './ask-outcome.js'
import type { HandlerDeps } from './handlers/handler.js'
import { saidBefore } from './said-lines.js'
import type { Session } from './session.js'

export interface AskStepOptions {
  readonly customerId: string
  readonly opportunityId: string
  readonly step: number
  /** What the last answer came to. */
  readonly notes: readonly string[]
  readonly offersReassessment?: boolean
}

/** What was told at a step: a pressed choice, or what words came to. */
export type StepAnswer =
  | { readonly choice: string }
  | { readonly report: Told }
  | { readonly need: string }
  | { readonly amount: AmountRange }

export interface AskStepDeps extends HandlerDeps {
  readonly read: (text: string, session: Session) => Promise<Reading>
  readonly readReport: (text: string, customerId: string, session: Session) => Promise<Told | undefined>
}

/** Messages that tell something of the sale; every other is a question of its own. */
export const TELLING: readonly Intent[] = [
  'none',
  'contact.log',
  'appointment.add',
  'objection.handle',
  'customer.update',
]

/** One of the seven steps as a question: ends with what the manager told. */
export class AskStep extends Ask<AskStepOptions, StepAnswer> {
  static readonly id = 'ask-step'

  constructor(
    private readonly deps: AskStepDeps,
    interrupt: Interrupt,
  ) {
    super(AskStep.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { customerId, opportunityId, notes, offersReassessment }: AskStepOptions,
    session: Session,
  ): Promise<Reply> {
    const { manager, locale, today, now } = session
    const view = await showStep(this.deps)({
      manager,
      customerId,
      opportunityId,
      playbook: this.deps.playbooks()[locale],
      today,
      now,
      lastUsed: saidBefore(customerId, session),
      word: (facts) => lineValues(facts, locale, today),
    })
    if (view === undefined) return { text: wordingFor(locale).noCustomer(customerId) }
    return stepReply({
      view,
      promptId,
      notes,
      locale,
      today,
      offersReassessment: offersReassessment === true,
    })
  }

  protected override async answerOf(
    said: Said,
    { customerId, step }: AskStepOptions,
    session: Session,
  ): Promise<StepAnswer | undefined> {
    if ('choice' in said) return said
    const { text } = said
    const move = MOVES.find(({ words }) => words.test(text.trim()))
    if (move !== undefined) return { choice: move.choice }
    const { intent, slots } = await this.deps.read(text, session)
    if (step === 5 || step === 7) {
      const [product] = findProducts(this.deps.products.all(), { text })
      if (product !== undefined) return { choice: `present ${product.id}` }
      if (slots.amount !== undefined && TELLING.includes(intent)) return { amount: slots.amount }
    }
    if (!TELLING.includes(intent)) return undefined
    const objection = step === 6 ? this.deps.topics().objection(text) : undefined
    if (objection !== undefined) return { choice: `objection ${objection}` }
    if (step === 1) return { need: text }
    const report =
      step === 3 || step === 4 ? await this.deps.readReport(text, customerId, session) : undefined
    return report && { report }
  }
}

const MOVES = [
  { words: /^(?:下一步|跳过|next|skip)$/i, choice: 'skip' },
  { words: /^(?:上一步|返回|back)$/i, choice: 'back' },
] as const

/** The sum that was said: the lower bound, where there are two. */
export function sumSaid({ min, max, currency }: AmountRange) {
  const value = min ?? max
  return value === undefined ? {} : { amountFen: fenOfYuan(value), currency: currency ?? CNY }
}
