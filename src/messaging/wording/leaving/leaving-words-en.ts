import type { LeavingWords } from './leaving-words-zh.js'

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

export const leavingWordsEn: LeavingWords = {
  title: 'Customers who may leave',
  none: 'Nobody looks like leaving.',
  count: (count) => plural(count, 'customer'),
  kinds: {
    'matured-gone': 'matured, not renewed',
    'balance-falling': 'balance falling',
    silence: 'gone quiet',
    'overdue-contact': 'contact overdue',
  },
  atRiskOnly: 'coming less',
  causes: {
    maturedGone: (matured, gone) => `${matured} matured in 90 days, ${gone} of it did not stay`,
    balanceFalling: (monthEnds, first, last) =>
      `balance lower at ${monthEnds} month ends in a row: ${first} → ${last}`,
    silence: (days, gap) => `no transaction for ${plural(days, 'day')}, usually one every ${gap} days`,
    overdueContact: (days) => `contact ${plural(days, 'working day')} overdue`,
    atRisk: 'came often or with much money, comes less now',
  },
  scores: (r, f, m, sum) => `recency ${r}, frequency ${f}, amount ${m}: ${sum} in all`,
  was: (times) => `${plural(times, 'transaction')} in a year`,
  inactive: 'no transaction in a year',
  move: (text) => `To keep them: ${text}`,
  moves: {
    'matured-gone': 'call, ask where the money went and what it is for, agree on a meeting',
    'balance-falling': 'ask how things are and what the money is needed for, agree on a meeting',
    silence: 'a service call: ask whether the account works as it should',
    'overdue-contact': 'make the overdue call first',
    'at-risk': 'agree on a meeting and ask where they bank now, and why',
  },
  quietCustomer: 'do not contact: service notices only, no marketing call',
  rule: (gonePercent, monthEnds, times, fromDays) =>
    `By cause: ${gonePercent}% or more of what matured did not stay; lower balances at ${monthEnds} month ends in a row; silent for over ${times} times the usual gap and ${fromDays} days. The rest by a year's transactions, scored in the branch`,
  known: (day) => `transactions known to ${day}`,
  sleeping: {
    title: 'Sleeping accounts',
    none: 'No account sleeps.',
    quiet: (days) => `no transaction for ${plural(days, 'day')}`,
    rule: (days) => `sleeping after ${days} days without a transaction of their own`,
  },
  groups: {
    best: 'Best customers',
    loyal: 'Loyal customers',
    big: 'Customers with large sums',
    new: 'New customers',
    'at-risk': 'Old customers who come less',
    sleeping: 'Sleeping customers',
    ordinary: 'Ordinary customers',
    inactive: 'Customers without a transaction in a year',
    profitable: 'Most profitable customers',
    highest: 'Highest RFM',
  },
  noneInGroup: (group) => `${group}: none.`,
  groupRules: {
    best: 'among the most frequent and the largest of the branch (4 of 5 points), and still coming',
    loyal: 'among the most frequent of the branch (4 of 5 points), and still coming',
    big: 'among the largest of the branch (4 of 5 points), and still coming',
    new: 'transactions only just begun, and few',
    'at-risk': 'used to come often or with much money, seldom seen of late',
    sleeping: 'seldom seen of late, neither frequent nor large',
    ordinary: 'none of the others',
    inactive: 'no transaction of their own in a year',
    profitable: 'among the most frequent and the largest (a proxy for profit), coming less or not',
    highest: 'five points each for how lately, how often and how much; the sum of the three',
  },
  scored: (days) => `scored on own transactions of the last ${days} days against the whole branch`,
}
