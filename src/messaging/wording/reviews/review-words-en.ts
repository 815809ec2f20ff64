import type { ReviewWords } from './review-words-zh.js'

/** What is said of wealth reviews, in English. */
export const reviewWordsEn: ReviewWords = {
  title: (name) => `Wealth review for ${name}`,
  notification: 'Wealth review',
  total: (sum) => `${sum} on the sheet`,
  aum: (sum) => `assets ${sum}`,
  beside: {
    same: 'the same as the assets',
    less: (sum) =>
      `${sum} of the assets are not in the ledger: most likely a current account or a product that was not imported.`,
    more: (sum) =>
      `The ledger has ${sum} more than the assets: the two files are of different days, or a product is not counted there. The ledger counts here.`,
  },
  quiet: (name) => `${name} asked not to be contacted: no wealth review.`,
  points: 'Three points at most',
  question: (words) => `Ask: ${words}`,
  line: (words) => `Say: ${words}`,
  byKind: 'By kind',
  byLevel: 'By risk level',
  byTerm: 'By term from today',
  maturities: 'Maturing within 180 days',
  otherCurrencies: 'Other currencies (apart)',
  liabilities: 'Loans and cards (apart)',
  since: (day) => `Since the last review (${day})`,
  sinceParts: {
    change: 'Change',
    current: 'Current account',
    begun: 'Begun',
    ended: 'Ended',
    rest: 'Other amounts',
    flow: 'Net flow of the account (beside it)',
  },
  never: 'Never reviewed: the next one can be compared with this.',
  part: (sum, percent) => `${sum} · ${percent}`,
  above: 'above the rating',
  levels: {
    R1: 'R1',
    R2: 'R2',
    R3: 'R3',
    R4: 'R4',
    R5: 'R5',
    unknown: 'unknown',
    none: 'deposits, bonds (no level)',
  },
  terms: {
    'on-demand': 'On demand',
    'to-30': 'Up to 30 days',
    'to-90': '31 to 90 days',
    'to-365': '91 to 365 days',
    longer: 'Over a year',
  },
  month: (year, month) =>
    `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1] ?? month} ${year}`,
  figures: {
    'above-rating': (f) =>
      `${f['sum']} (${f['percent']}) goes up to level ${f['level']}, above the rating ${f['rating']}`,
    'one-product': (f) => `${f['product']} alone is ${f['percent']} (${f['sum']})`,
    idle: (f) => `${f['sum']} idle in the current account`,
    illiquid: (f) => `only ${f['percent']} (${f['sum']}) can be used within 30 days`,
    'one-month': (f) => `${f['sum']}, ${f['percent']}, matures in ${f['month']}`,
    assessment: (f) =>
      f['state'] === 'not-assessed'
        ? 'no valid risk assessment'
        : f['state'] === 'expired'
          ? `risk assessment expired ${f['day']}`
          : `risk assessment expires ${f['day']}`,
    'one-kind': (f) => `one kind only: ${f['kind']}`,
    'no-holdings': () => 'no running holding in yuan in the ledger',
  },
  questions: {
    'above-rating': 'What did you have in mind with this part, and has that changed?',
    'one-product': 'How long do you mean to keep this one, and what if it moves?',
    idle: 'Is this money meant for anything soon?',
    illiquid: 'If the family needed money at short notice, where would it come from?',
    'one-month': 'What do you plan for these when they fall due?',
    assessment: 'Which day would suit you to be assessed again?',
    'one-kind': 'How do you roughly divide the rest?',
    'no-holdings': 'What is your money mainly in at present?',
  },
  noFlags: 'Nothing to point out: ask how things are and what is planned.',
  due: {
    title: 'Wealth reviews of this week',
    counts: (shown, room, behind) =>
      behind === 0
        ? `${shown} due, room for ${room} this week`
        : `${shown} of this week; there is room for ${room}, and ${behind} more are due`,
    today: (names) => `Today: ${names}`,
    dueOn: (day) => `due ${day}`,
    last: (day) => `last ${day}`,
    first: 'never reviewed',
    noHoldings: 'nothing running in the ledger, comes last',
    none: 'No wealth review is due this week.',
    more: (count) => `${count} more are not shown`,
    behind: (name, count) => `${name}: ${count} more are due`,
  },
  buttons: { see: 'See the review', log: 'Log a review' },
  noted: 'Noted as a wealth review; the next is due in half a year.',
}
