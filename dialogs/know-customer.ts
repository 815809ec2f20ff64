import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { type Book, findCustomer } from '../src/domain/book.js'
import type { StatedFact } from '../src/domain/customer/check-fact.js'
import { TOLD_FIELDS, type ToldField } from '../src/domain/customer/completeness.js'
import { statedFact } from '../src/language/particulars/stated-fact.js'
import type { Intent, Reading } from '../src/language/reading.js'
import { shortName } from '../src/messaging/cards/names.js'
import { updatedReply } from '../src/messaging/cards/update-card.js'
import type { Reply } from '../src/messaging/reply.js'
import { customerWordsFor } from '../src/messaging/wording/customer-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { UpdateCustomer } from '../src/usecases/update-customer.js'
import { type Answer, Ask, type Interrupt, type Said } from './ask.js'
import { hasHan } from './hearing.js'
import { type Session, sessionOf } from './session.js'

export interface KnowCustomerOptions {
  readonly customerId: string
  readonly field: ToldField
}

export interface AskFactDeps {
  readonly bookOf: (managerId: string) => Promise<Book>
  readonly read: (text: string, session: Session, as?: Intent) => Promise<Reading>
  readonly fold: (text: string) => string
  /** Whether words are a question. */
  readonly asks: (text: string) => boolean
}

/** The one thing about a customer that is best known next, asked in passing: whatever else is said lets it go. */
export class AskFact extends Ask<KnowCustomerOptions, StatedFact> {
  static readonly id = 'ask-fact'

  constructor(
    private readonly deps: AskFactDeps,
    interrupt: Interrupt,
  ) {
    super(AskFact.id, interrupt)
  }

  protected override isPassing(): boolean {
    return true
  }

  protected override async question(
    _: string,
    { customerId, field }: KnowCustomerOptions,
    { manager, locale }: Session,
  ): Promise<Reply> {
    const own = customerWordsFor(locale).card
    const customer = findCustomer(await this.deps.bookOf(manager.id), customerId)
    return { text: own.asked(shortName(customer ?? { name: customerId }), own.ask[field]) }
  }

  protected override async answerOf(
    said: Said,
    { field }: KnowCustomerOptions,
    session: Session,
  ): Promise<StatedFact | undefined> {
    if ('choice' in said) return undefined
    const text = said.text.trim()
    const { intent, confidence, mentions = [] } = await this.deps.read(text, session)
    const isElse = this.deps.asks(text) || (!TELLING.includes(intent) && confidence >= SURE)
    if (isElse || mentions.some(({ customers }) => customers.length > 0)) return undefined
    const wanted = TOLD_FIELDS[field]
    const whole = wanted === 'birthday' ? asBirthday(text) : text
    const { fact } = (await this.deps.read(whole, session, 'customer.update')).slots
    const stated = fact && statedFact(fact, this.deps.fold(text))
    if (stated?.field === wanted) return stated
    return FREE_TEXT.includes(wanted) ? { field: wanted, value: bare(text) } : undefined
  }
}

/** A trade alone reads like a search for people of that trade. */
const TELLING: readonly Intent[] = ['none', 'customer.update', 'contact.log', 'customer.find']
const SURE = 0.9
const FREE_TEXT: readonly StatedFact['field'][] = [
  'occupation',
  'company',
  'family',
  'hobby',
  'preference',
  'address',
]

function asBirthday(text: string): string {
  return hasHan(text) ? `生日${text}` : `birthday ${text}`
}

/** "他是开餐馆的" states 开餐馆的. */
function bare(text: string): string {
  return text
    .replace(
      /^(?:他|她)(?:是|在|做|住在?|喜欢)?|^(?:s?he(?: is|'s| likes| lives in| works (?:as|at|for))?) /i,
      '',
    )
    .replace(/[。.!!]+$/, '')
}

/** Asks one fact about a customer and writes the answer into the profile, which can be taken back. */
export class KnowCustomer extends Dialog<KnowCustomerOptions> {
  static readonly id = 'know-customer'

  constructor(
    private readonly deps: {
      readonly update: UpdateCustomer
      readonly written: (session: Session) => Promise<void>
    },
  ) {
    super(KnowCustomer.id)
  }

  override async beginDialog(
    dialogs: DialogContext,
    options?: KnowCustomerOptions,
  ): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('know-customer was begun without its options')
    Object.assign(dialogs.activeDialog!.state, options)
    return dialogs.beginDialog(AskFact.id, options)
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<StatedFact>,
  ): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    const { locale, turnId: changeId, manager, today, at } = session
    const { customerId } = dialogs.activeDialog!.state as KnowCustomerOptions // written by beginDialog
    if (result?.kind === 'left') await session.reply({ text: wordingFor(locale).left })
    if (result?.kind === 'answered') {
      const input = { changeId, managerId: manager.id, customerIds: [customerId], today, at }
      const written = await this.deps.update({ ...input, fact: result.value })
      if (written.status === 'written') {
        const updates = written.results
        await session.reply(updatedReply({ changeId, updates, managerName: manager.name, locale, today }))
        await this.deps.written(session)
      }
    }
    return dialogs.endDialog()
  }
}
