/** What of a question a few words of the next message can change. */
export type Turned = 'period' | 'amount' | 'productKinds' | 'customers' | 'products'

/**
 * What words that read like an intent may be instead: a question for one detail of a customer, for customers by
 * conditions, for a list whose own words narrow it; a question in the words of a report; a fact that was asked for; what
 * else than an entry is called off.
 */
export type NearTo = 'detail' | 'list' | 'narrowed-list' | 'report' | 'fact' | 'called-off'

/** Questions whose answer may read like an intent. */
export const ANSWERED_LIKE = [
  'customer',
  'when',
  'outcome',
  'put-off',
  'meeting',
  'lost',
  'setting',
  'entry',
] as const

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
  /** What the words may be instead, however surely they are read like it. */
  readonly near?: readonly NearTo[]
  /** The questions whose answer may read like it. */
  readonly answers?: readonly (typeof ANSWERED_LIKE)[number][]
  /** What is at stake where it is written: see the confirmation policy. */
  readonly stake?: 'light' | 'heavy'
}

/** One row an intent; a list of intents anywhere else is a fault. */
export const INTENT_TABLE = {
  'brief.show': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period'],
    inPractice: true,
    near: ['list'],
  },
  'maturity.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'amount', 'productKinds', 'customers'],
    inPractice: true,
    near: ['list', 'narrowed-list'],
  },
  'contact.due': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'amount'],
    inPractice: true,
    near: ['list', 'detail', 'report'],
  },
  'movement.list': {
    kind: 'question',
    ofBook: true,
    days: 'back',
    turns: ['period', 'amount', 'customers'],
    inPractice: true,
    near: ['list', 'narrowed-list'],
  },
  'birthday.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'amount', 'customers'],
    inPractice: true,
    near: ['list', 'narrowed-list'],
  },
  'churn.list': {
    kind: 'question',
    ofBook: true,
    days: 'back',
    turns: ['amount'],
    inPractice: true,
    near: ['list', 'detail', 'report'],
  },
  'segment.list': {
    kind: 'question',
    ofBook: true,
    days: 'back',
    turns: ['amount'],
    inPractice: true,
    near: ['list', 'narrowed-list'],
  },
  'customer.show': {
    kind: 'question',
    days: 'span',
    turns: ['customers'],
    aboutOne: true,
    inPractice: true,
    near: ['list', 'detail', 'report'],
    answers: ['customer', 'meeting', 'entry'],
  },
  'customer.history': {
    kind: 'question',
    days: 'back',
    turns: ['customers'],
    aboutOne: true,
    inPractice: true,
    near: ['list', 'detail', 'report'],
  },
  'link.show': { kind: 'question', days: 'span', turns: ['customers'] },
  'archive.show': { kind: 'question', days: 'span', turns: ['customers'], aboutOne: true },
  'changes.show': { kind: 'question', days: 'back', turns: ['customers'], aboutOne: true },
  'history.search': { kind: 'question', days: 'back' },
  'customer.find': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['amount', 'productKinds'],
    near: ['list', 'detail', 'report', 'fact'],
    answers: ['customer'],
  },
  'product.match': {
    kind: 'question',
    days: 'span',
    turns: ['productKinds', 'customers', 'products'],
    near: ['list', 'narrowed-list', 'detail'],
  },
  'product.show': {
    kind: 'question',
    days: 'span',
    turns: ['productKinds'],
    inPractice: true,
    near: ['list', 'detail'],
  },
  'script.show': { kind: 'question', days: 'span', turns: ['productKinds', 'customers'] },
  'objection.handle': {
    kind: 'question',
    days: 'span',
    turns: ['productKinds', 'customers'],
    tells: true,
    joinsReport: true,
    near: ['list'],
    answers: ['lost'],
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
    near: ['list'],
    answers: ['meeting'],
  },
  'promise.list': {
    kind: 'question',
    ofBook: true,
    days: 'span',
    turns: ['period', 'customers'],
    inPractice: true,
    near: ['list'],
  },
  'performance.show': {
    kind: 'question',
    ofBook: true,
    days: 'back',
    turns: ['period'],
    inPractice: true,
    near: ['list'],
  },
  'team.show': { kind: 'question', ofBook: true, days: 'back', turns: ['period'], inPractice: true },
  'retention.show': { kind: 'question', days: 'back', turns: ['period'], inPractice: true },
  'promise.rate': { kind: 'question', days: 'back', turns: ['period'], inPractice: true },
  'script.worth': { kind: 'question', days: 'back', turns: ['period'] },
  'whatif.show': { kind: 'question', days: 'span' },
  'holders.raise': { kind: 'question', days: 'span' },
  'campaign.show': { kind: 'question', days: 'back' },
  'why.explain': { kind: 'question', days: 'span', turns: ['customers'], aboutOne: true, near: ['report'] },
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
    near: ['fact'],
    answers: ['customer', 'when', 'outcome', 'put-off', 'lost'],
  },
  'customer.update': {
    kind: 'write',
    days: 'span',
    aboutOne: true,
    tells: true,
    joinsReport: true,
    stake: 'light',
    near: ['fact', 'called-off'],
    answers: ['put-off'],
  },
  'link.add': { kind: 'write', days: 'span', stake: 'light' },
  'customer.add': { kind: 'write', days: 'span', stake: 'light' },
  'favour.add': { kind: 'write', days: 'back', aboutOne: true, stake: 'light' },
  'task.add': {
    kind: 'write',
    days: 'point',
    joinsReport: true,
    stake: 'light',
    near: ['called-off'],
    answers: ['when'],
  },
  'appointment.add': {
    kind: 'write',
    days: 'point',
    aboutOne: true,
    tells: true,
    joinsReport: true,
    stake: 'light',
    answers: ['when'],
  },
  'appointment.move': { kind: 'write', days: 'point', stake: 'light', answers: ['when', 'meeting'] },
  'appointment.cancel': { kind: 'write', days: 'point', stake: 'light', answers: ['meeting'] },
  'promise.keep': { kind: 'write', days: 'span', stake: 'light' },
  'campaign.result': { kind: 'write', days: 'point', aboutOne: true, stake: 'light' },
  'campaign.change': { kind: 'write', days: 'bare', stake: 'light' },
  'contact.snooze': {
    kind: 'write',
    days: 'point',
    aboutOne: true,
    joinsReport: true,
    stake: 'light',
    answers: ['when', 'put-off'],
  },
  'plan.start': { kind: 'flow', days: 'point' },
  'plan.change': { kind: 'write', days: 'point', stake: 'light' },
  'sales.start': { kind: 'flow', days: 'point', near: ['called-off'] },
  'campaign.start': { kind: 'flow', days: 'span' },
  'export.request': { kind: 'question', days: 'back' },
  'team.assign': { kind: 'write', days: 'point', stake: 'light' },
  'cover.start': { kind: 'write', days: 'span', stake: 'light' },
  'handover.start': { kind: 'write', days: 'span', stake: 'light' },
  'settings.change': {
    kind: 'write',
    days: 'bare',
    stake: 'light',
    near: ['called-off'],
    answers: ['setting'],
  },
  'practice.start': { kind: 'flow', days: 'bare' },
  'draft.check': { kind: 'question', days: 'bare' },
  undo: { kind: 'talk', days: 'span', answers: ['entry'] },
  help: { kind: 'talk', days: 'bare', inPractice: true },
  greet: { kind: 'talk', days: 'bare' },
  thanks: { kind: 'talk', days: 'bare' },
  confirm: { kind: 'talk', days: 'bare' },
  deny: { kind: 'talk', days: 'bare' },
  cancel: { kind: 'talk', days: 'bare' },
  none: { kind: 'none', days: 'bare', tells: true, near: ['detail', 'report', 'fact'] },
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

/** Whether words that read like the intent may be that instead. */
export function isNear(intent: Intent, to: NearTo): boolean {
  return rowOf(intent).near?.includes(to) === true
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
