import type { Step } from '../src/domain/opportunity/opportunity.js'
import { stepReply } from '../src/messaging/cards/step-card.js'
import type { Reply } from '../src/messaging/reply.js'
import { lineValues } from '../src/messaging/wording/line-values.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { showStep } from '../src/usecases/show-step.js'
import { Ask, type Interrupt, type Said } from './ask.js'
import type { YesOrNo } from './confirm.js'
import type { HandlerDeps } from './handlers/handler.js'
import type { ReadStep } from './read-step.js'
import { saidBefore } from './said-lines.js'
import type { Session } from './session.js'
import type { ToldAtStep } from './told-at-step.js'

export interface AskStepOptions {
  readonly customerId: string
  readonly opportunityId: string
  readonly step: Step
  /** What the last answer came to. */
  readonly notes: readonly string[]
  readonly offersReassessment?: boolean
}

/** What was told at a step: a pressed choice, or what words came to. */
export type StepAnswer = { readonly choice: string } | { readonly told: ToldAtStep }

export interface AskStepDeps extends HandlerDeps {
  readonly readStep: ReadStep
  readonly yesOrNo: YesOrNo
}

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
    if (step === 2 && LATER.test(text.trim())) return { choice: 'ask' }
    const told = await this.deps.readStep(text, customerId, step, session)
    if (told !== undefined) return { told }
    const yes = step === 2 ? await this.deps.yesOrNo(text, session) : undefined
    return yes === undefined ? undefined : { choice: yes ? 'yes' : 'no' }
  }
}

const MOVES = [
  { words: /^(?:下一步|跳过|next|skip)$/i, choice: 'skip' },
  { words: /^(?:上一步|返回|back)$/i, choice: 'back' },
  { words: /^(?:暂停|先放着|先放(?:一)?放|pause|park (?:it|this)|leave it for now)$/i, choice: 'pause' },
] as const

/** The question of MAN that is open is left for the next talk. */
const LATER =
  /^(?:不(?:知道|清楚)|还不(?:知道|清楚)|没问)?[,。]?(?:下次(?:再)?问(?:问)?|还没问|不知道|不清楚|ask (?:him |her )?next time|(?:i )?don'?t know(?: yet)?|not sure(?: yet)?)[。.]?$/i
