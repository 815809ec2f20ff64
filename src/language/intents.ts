/** What of a question a few words of the next message can change. */
export type Turned = 'period' | 'amount' | 'productKinds' | 'customers' | 'products'

/** What is true of an intent. */
export interface IntentRow {
  /** `talk`: words of conversation. `question`: answered at once. `write`: changes what is kept. `flow`: begins a conversation of its own. */
  readonly kind: 'talk' | 'question' | 'write' | 'flow' | 'none'
  /** How days are read: as one point ahead, as a span, as a span that is over; `bare`: no slots at all. */
  readonly days: 'point' | 'span' | 'back' | 'bare'
  /** The questions that a few words can turn: 那下周呢. */
  readonly turns?: readonly Turned[]
  /** About one customer, who may be left out where one is being spoken of. */
  readonly aboutOne?: true
  /** Tells something of a sale where one is at a step. */
  readonly tells?: true
  /** Belongs to a report that it follows. */
  readonly joinsReport?: true
  /** May be asked in the middle of a practised call. */
  readonly inPractice?: true
  /** Asks of a book as a whole: a colleague who is named says whose. */
  readonly ofBook?: true
  /** What is at stake where it is written: see the confirmation policy. */
  readonly stake?: 'light' | 'heavy'
}

/** One row an intent; a list of intents anywhere else is a fault. */
export const INTENT_TABLE = {
  'brief.show': { kind: 'question', ofBook: true, days: 'span', turns: ['period'], inPractice: true },
  'maturity.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'amount', 'productKinds', 'customers'],
    inPractice: true,
  },
  'contact.due': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'amount'],
    inPractice: true,
  },
  'movement.list': {
    kind: 'question',
    ofBook: true,
    days: 'back',
    turns: ['period', 'amount', 'customers'],
    inPractice: true,
  },
  'birthday.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'amount', 'customers'],
    inPractice: true,
  },
  'churn.list': { kind: 'question', ofBook: true, days: 'back', turns: ['amount'], inPractice: true },
  'segment.list': { kind: 'question', ofBook: true, days: 'back', turns: ['amount'], inPractice: true },
  'customer.show': { kind: 'question', days: 'span', turns: ['customers'], aboutOne: true, inPractice: true },
  'customer.history': {
    kind: 'question',
    days: 'back',
    turns: ['customers'],
    aboutOne: true,
    inPractice: true,
  },
  'link.show': { kind: 'question', days: 'span', turns: ['customers'] },
  'archive.show': { kind: 'question', days: 'span', turns: ['customers'], aboutOne: true },
  'changes.show': { kind: 'question', days: 'back', turns: ['customers'], aboutOne: true },
  'history.search': { kind: 'question', days: 'back' },
  'customer.find': { kind: 'question', ofBook: true, days: 'span', turns: ['amount', 'productKinds'] },
  'product.match': { kind: 'question', days: 'span', turns: ['productKinds', 'customers', 'products'] },
  'product.show': { kind: 'question', days: 'span', turns: ['productKinds'], inPractice: true },
  'script.show': { kind: 'question', days: 'span', turns: ['productKinds', 'customers'] },
  'objection.handle': {
    kind: 'question',
    days: 'span',
    turns: ['productKinds', 'customers'],
    tells: true,
    joinsReport: true,
  },
  'pipeline.show': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['amount', 'productKinds'],
    inPractice: true,
  },
  'appointment.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'customers'],
    inPractice: true,
  },
  'promise.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'customers'],
    inPractice: true,
  },
  'performance.show': { kind: 'question', ofBook: true, days: 'back', turns: ['period'], inPractice: true },
  'team.show': { kind: 'question', ofBook: true, days: 'back', turns: ['period'], inPractice: true },
  'retention.show': { kind: 'question', days: 'back', turns: ['period'], inPractice: true },
  'promise.rate': { kind: 'question', days: 'back', turns: ['period'], inPractice: true },
  'script.worth': { kind: 'question', days: 'back', turns: ['period'] },
  'whatif.show': { kind: 'question', days: 'span' },
  'holders.raise': { kind: 'question', days: 'span' },
  'campaign.show': { kind: 'question', days: 'back' },
  'why.explain': { kind: 'question', days: 'span', turns: ['customers'], aboutOne: true },
  'meeting.prepare': { kind: 'question', days: 'span', aboutOne: true },
  'review.show': { kind: 'question', days: 'span', turns: ['customers'], inPractice: true },
  'plan.show': { kind: 'question', days: 'span', turns: ['customers'], inPractice: true },
  'contact.log': {
    kind: 'write',
    days: 'point',
    aboutOne: true,
    tells: true,
    joinsReport: true,
    stake: 'light',
  },
  'customer.update': {
    kind: 'write',
    days: 'span',
    aboutOne: true,
    tells: true,
    joinsReport: true,
    stake: 'light',
  },
  'link.add': { kind: 'write', days: 'span', stake: 'light' },
  'customer.add': { kind: 'write', days: 'span', stake: 'light' },
  'favour.add': { kind: 'write', days: 'back', aboutOne: true, stake: 'light' },
  'task.add': { kind: 'write', days: 'point', joinsReport: true, stake: 'light' },
  'appointment.add': {
    kind: 'write',
    days: 'point',
    aboutOne: true,
    tells: true,
    joinsReport: true,
    stake: 'light',
  },
  'appointment.move': { kind: 'write', days: 'point', stake: 'light' },
  'appointment.cancel': { kind: 'write', days: 'point', stake: 'light' },
  'promise.keep': { kind: 'write', days: 'span', stake: 'light' },
  'campaign.result': { kind: 'write', days: 'point', aboutOne: true, stake: 'light' },
  'campaign.change': { kind: 'write', days: 'bare', stake: 'light' },
  'contact.snooze': { kind: 'write', days: 'point', aboutOne: true, joinsReport: true, stake: 'light' },
  'plan.start': { kind: 'flow', days: 'point' },
  'plan.change': { kind: 'write', days: 'point', stake: 'light' },
  'sales.start': { kind: 'flow', days: 'point' },
  'campaign.start': { kind: 'flow', days: 'span' },
  'export.request': { kind: 'question', days: 'back' },
  'team.assign': { kind: 'write', days: 'point', stake: 'light' },
  'cover.start': { kind: 'write', days: 'span', stake: 'light' },
  'handover.start': { kind: 'write', days: 'span', stake: 'light' },
  'settings.change': { kind: 'write', days: 'bare', stake: 'light' },
  'practice.start': { kind: 'flow', days: 'bare' },
  'draft.check': { kind: 'question', days: 'bare' },
  undo: { kind: 'talk', days: 'span' },
  help: { kind: 'talk', days: 'bare', inPractice: true },
  greet: { kind: 'talk', days: 'bare' },
  thanks: { kind: 'talk', days: 'bare' },
  confirm: { kind: 'talk', days: 'bare' },
  deny: { kind: 'talk', days: 'bare' },
  cancel: { kind: 'talk', days: 'bare' },
  none: { kind: 'none', days: 'bare', tells: true },
} as const satisfies Record<string, IntentRow>

/** What a manager can want of the assistant; `none` is everything that is not its work. */
export type Intent = keyof typeof INTENT_TABLE

export const INTENTS = Object.keys(INTENT_TABLE) as readonly Intent[] // the keys of a closed table

export function rowOf(intent: Intent): IntentRow {
  return INTENT_TABLE[intent]
}

/** Words of conversation, and what is not our work: nothing that could be chosen from a button. */
export function isTalk(intent: Intent): boolean {
  const { kind } = rowOf(intent)
  return kind === 'talk' || kind === 'none'
}

export function isWrite(intent: Intent): boolean {
  return rowOf(intent).kind === 'write'
}

export function isQuestion(intent: Intent): boolean {
  return rowOf(intent).kind === 'question'
}

/** Whether a few words of the next message can turn a question of this kind. */
export function canTurn(intent: Intent): boolean {
  return rowOf(intent).turns !== undefined
}
