import type { Book } from '../src/domain/book.js'
import { findCustomer } from '../src/domain/book.js'
import type { Customer } from '../src/domain/customer/customer.js'
import type { Tier } from '../src/domain/policy.js'
import { chooseCustomerReply } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { Ask, type Interrupt, ordinalIn, type Said } from './ask.js'
import type { MeantInstead, YesOrNo } from './confirm.js'
import type { PickCustomers } from './pick-customer.js'
import type { Session } from './session.js'

export interface ChooseCustomerOptions {
  /** The words that fit several. */
  readonly said: string
  readonly candidates: readonly string[]
  /** The words fit nobody; the candidates only sound or are spelt like them. */
  readonly guessed?: true
  /** Nothing is written by the answer: the question may be passed over. */
  readonly passing?: true
}

export interface ChooseCustomerDeps {
  readonly bookOf: (managerId: string) => Promise<Book>
  readonly tierOf: (customer: Customer) => Tier
  /** The customers a text may mean, in this manager's book. */
  readonly whoIsMeant: (text: string, session: Session) => Promise<readonly string[]>
  readonly pick: PickCustomers
  readonly meantInstead: MeantInstead
  readonly yesOrNo: YesOrNo
}

/** "Which 张伟?": ends with the id of one of the candidates, never with a guess. */
export class ChooseCustomer extends Ask<ChooseCustomerOptions, string> {
  static readonly id = 'choose-customer'

  constructor(
    private readonly deps: ChooseCustomerDeps,
    interrupt: Interrupt,
  ) {
    super(ChooseCustomer.id, interrupt)
  }

  protected override isPassing({ passing }: ChooseCustomerOptions): boolean {
    return passing === true
  }

  protected override async isDeclined(
    text: string,
    { guessed }: ChooseCustomerOptions,
    session: Session,
  ): Promise<boolean> {
    return guessed === true && (await this.deps.yesOrNo(text, session)) === false
  }

  protected override async question(
    promptId: string,
    { said, candidates, guessed }: ChooseCustomerOptions,
    session: Session,
  ): Promise<Reply> {
    const book = await this.deps.bookOf(session.manager.id)
    const rows = candidates
      .flatMap((id) => findCustomer(book, id) ?? [])
      .map((customer) => ({ customer, tier: this.deps.tierOf(customer) }))
    const { choose } = wordingFor(session.locale)
    const question = guessed === true ? choose.didYouMean(said) : choose.which(said)
    return chooseCustomerReply(promptId, said, question, rows, session.locale, session.today)
  }

  protected override async answerOf(
    said: Said,
    { candidates, guessed }: ChooseCustomerOptions,
    session: Session,
  ): Promise<string | undefined> {
    if ('choice' in said) return candidates.find((id) => id === said.choice)
    const place = ordinalIn(said.text, candidates.length)
    if (place !== undefined) return candidates[place]
    const isYes = guessed === true && candidates.length === 1
    if (isYes && (await this.deps.yesOrNo(said.text, session)) === true) return candidates[0]
    const instead = await this.deps.meantInstead(said.text, session)
    if (instead?.candidates.length === 1) return instead.candidates[0]
    // A message with more in it than a name is something else; it is read as such.
    if (said.text.trim().length > 16) return undefined
    const meant = (await this.deps.whoIsMeant(said.text, session)).filter((id) => candidates.includes(id))
    if (meant.length === 1) return meant[0]
    const fitting = await this.deps.pick(said.text, candidates, session)
    return fitting.length === 1 ? fitting[0] : undefined
  }
}
