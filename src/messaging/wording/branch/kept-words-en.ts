import type { KeptWords } from './kept-words-zh.js'

/** The same in English. */
export const keptWordsEn: KeptWords = {
  retention: {
    title: 'Money that matured',
    none: (span) => `Nothing in yuan matured ${span}.`,
    rate: (percent) => `${percent} kept of what is decided`,
    undecidedOnly: 'It is decided on the 11th day after the maturity; nothing is yet.',
    matured: 'Matured',
    kept: 'Kept',
    inCurrent: 'In current',
    gone: 'Gone',
    unknown: 'Where to unknown',
    undecided: 'Undecided',
    byKind: 'By product',
    byManager: 'By manager',
    notKept: 'Not kept',
    left: (gone, unknown) =>
      [gone && `${gone} gone`, unknown && `${unknown} unknown`].filter((part) => part).join(' · '),
    unknownWhy:
      'Where no current account of a customer has been imported nobody knows where the money went; it is not counted as gone.',
    more: (count) => `${count} more`,
  },
  promises: {
    title: 'Promises kept',
    none: (span) => `No promise was due ${span}.`,
    rate: (kept, due, percent) => `${kept} of ${due} due were kept in time, ${percent}`,
    late: 'Not kept in time',
    keptLate: (day) => `done ${day}`,
    open: 'still open',
    due: (day) => `due ${day}`,
  },
  works: {
    title: 'Which lines work',
    none: 'No line has been used in a contact yet. Open "What to say" on a customer, log the call, and it starts to count.',
    why: 'Share of uses with a next step: a meeting, interest, or a closing',
    tooFew: (next, uses) => `${next} of ${uses} uses had a next step: too few to say`,
    share: (percent, low, high, uses) => `${percent} (${low}–${high}) of ${uses} uses`,
  },
  whatIf: {
    title: 'Another rhythm',
    ask: 'Which tier, and how often? For example: what if tier B was called every week.',
    every: (tier, days) => `Tier ${tier} every ${days}`,
    days: (count) => (count === 1 ? 'day' : `${count} days`),
    months: (count) => (count === 1 ? 'month' : `${count} months`),
    line: (now, then) => `${now} → ${then} a day`,
    beside: (capacity, made) => `list of ${capacity} · ${made} calls a day really made in the last 20`,
    scope: 'Regular calls over the next 20 working days, on average a working day.',
    provisional: "Next year's calendar is not there yet; this is an estimate.",
  },
  raise: {
    ask: 'Which product, and to which level? For example: who is affected if W180 becomes R4.',
    title: (product, from, to) =>
      from === undefined ? `${product} at ${to}` : `${product} from ${from} to ${to}`,
    none: (product) => `Nobody holds ${product}.`,
    nobody: (count) => `The rating of all ${count} holders carries it.`,
    affected: (count) => `${count} would be above their rating`,
    above: (count) => `${count} are above it already`,
    carried: (count) => `${count} are fine`,
    notRated: 'not rated',
  },
  mirror: {
    title: 'Mirror of your notes (for you alone)',
    sameNote: (count, note) => `${count} customers have the same note: "${note}"`,
    withoutOutcome: (count) =>
      count === 1 ? '1 contact has no outcome' : `${count} contacts have no outcome`,
    withoutDay: (count) => (count === 1 ? '1 promise has no day' : `${count} promises have no day`),
    clean: 'No note told twice, every outcome and day is there.',
  },
  twoSteps: (asked, need) => `Needs found in service: ${need}, meeting asked for: ${asked}`,
  percent: (value) => `${value} %`,
}
