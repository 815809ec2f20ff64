import { type Book, findCustomer } from '../src/domain/book.js'
import { currentOpportunities } from '../src/domain/opportunity/in-book.js'
import type { Opportunity } from '../src/domain/opportunity/opportunity.js'
import type { Playbooks } from '../src/domain/playbook/playbook.js'
import { shortName } from '../src/messaging/cards/names.js'
import { choicesReply } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { salesStepsFor } from '../src/messaging/wording/sales-steps.js'
import { Ask, type Interrupt, ordinalIn, type Said } from './ask.js'
import type { Session } from './session.js'

export interface ChooseOpportunityOptions {
  readonly customerId: string
}

export interface ChooseOpportunityDeps {
  readonly bookOf: (managerId: string) => Promise<Book>
  readonly playbooks: () => Playbooks
}

/** "Which one with 陈总?": ends with the id of one of the opportunities that are being worked on. */
export class ChooseOpportunity extends Ask<ChooseOpportunityOptions, string> {
  static readonly id = 'choose-opportunity'

  constructor(
    private readonly deps: ChooseOpportunityDeps,
    interrupt: Interrupt,
  ) {
    super(ChooseOpportunity.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { customerId }: ChooseOpportunityOptions,
    session: Session,
  ): Promise<Reply> {
    const { locale } = session
    const own = salesStepsFor(locale)
    const { steps } = this.deps.playbooks()[locale]
    const book = await this.deps.bookOf(session.manager.id)
    const customer = findCustomer(book, customerId) ?? { name: customerId }
    const choices = (await this.current(customerId, session)).map((one) => ({
      id: one.id,
      title: own.atStep(
        one.product?.productName ?? one.need ?? own.button,
        `${one.step} ${steps[one.step - 1]?.name ?? ''}`,
      ),
    }))
    return choicesReply(promptId, own.whichOne(shortName(customer)), choices, locale)
  }

  protected override async answerOf(
    said: Said,
    { customerId }: ChooseOpportunityOptions,
    session: Session,
  ): Promise<string | undefined> {
    const current = await this.current(customerId, session)
    if ('choice' in said) return current.find(({ id }) => id === said.choice)?.id
    const place = ordinalIn(said.text, current.length)
    if (place !== undefined) return current[place]?.id
    const words = said.text.trim()
    const named = current.filter(({ product, need }) =>
      [product?.productName, need].some((one) => words.length > 1 && one?.includes(words)),
    )
    return named.length === 1 ? named[0]?.id : undefined
  }

  private async current(customerId: string, { manager }: Session): Promise<readonly Opportunity[]> {
    const customer = findCustomer(await this.deps.bookOf(manager.id), customerId)
    return customer === undefined ? [] : currentOpportunities(customer)
  }
}
