import type { CampaignWords } from './campaign-words-zh.js'

const plural = (count: number | string, one: string, many = `${one}s`) =>
  `${count} ${String(count) === '1' ? one : many}`

export const campaignWordsEn: CampaignWords = {
  goals: { deposits: 'Deposits', cards: 'Cards', payroll: 'Payroll a month', settlement: 'Settlement' },
  cards: (count) => plural(count, 'card'),

  states: { draft: 'draft', running: 'running', paused: 'paused', closed: 'closed' },
  members: {
    listed: 'Not contacted',
    tried: 'Tried, not reached',
    reached: 'Reached',
    interested: 'Interested',
    appointment: 'Meeting agreed',
    won: 'Won',
    declined: 'Declined',
    out: 'Out',
  },
  out: {
    quiet: 'asked not to be contacted',
    'no-consent': 'withdrew marketing consent',
    'other-branch': 'no longer with this branch',
  },
  removed: {
    'not-in-query': 'Does not fit',
    'do-not-contact': 'Do not contact',
    'no-consent': 'No marketing consent',
    'other-campaign': 'In another campaign',
  },

  steps: [
    '1 Data source',
    '2 Analysis',
    '3 Selection',
    '4 Way of selling',
    '5 Goals',
    '6 Work plan',
    '7 Regular summary',
  ],
  draftTitle: (name) => `Campaign draft: ${name}`,
  draftOf: (name) => `Draft of the campaign “${name}”`,
  sourceBranch: 'All customers of the branch',
  people: (count) => plural(count, 'customer'),
  persons: (count) => plural(count, 'customer'),
  deposits: (sum) => `deposits of ${sum}`,
  quartiles: (q1, median, q3) => `quartiles ${q1} / ${median} / ${q3}`,
  withoutDeposits: (count) => `${count} of them with no deposit in the ledger, counted as 0`,
  byTrade: 'Trades',
  byManager: 'Managers',
  unknownTrade: 'trade not known',
  asked: (words) => `Asked for: ${words}`,
  everybody: 'Asked for: everybody',
  leaves: (selected) => `${plural(selected, 'customer')} selected`,
  wayUsual: 'Phone for a meeting, then meet; with the approved words',
  offers: 'On offer',
  planDays: (working) => `${plural(working, 'working day')} in all`,
  planCalls: (name, members, calls) => `${name}: ${plural(members, 'customer')}, about ${calls} a day`,
  planCap: (percent) =>
    `All campaigns together take at most ${percent}% of a day's list, and never the place of a P1`,
  summary:
    'A summary for the head each Friday; a report at the end, as Excel too. Ask “how is the campaign doing” any time.',
  startsOn: (day) => `Begins by itself on ${day}; the list is frozen that day.`,
  start: 'Start',
  startOn: (day) => `Start on ${day}`,
  drop: 'Drop it',
  dropped: 'All right, the draft is dropped.',

  title: (name) => `How “${name}” is doing`,
  period: (state, period) => `${state[0]!.toUpperCase()}${state.slice(1)} · ${period}`,
  days: (elapsed, left) => `${plural(elapsed, 'working day')} gone, ${left} left`,
  notBegun: 'Not begun yet',
  doneOf: (done, target) => `${done} of ${target}`,
  doneOwn: (done, target) => `${done} with your customers (the campaign's goal is ${target})`,
  expected: (sum) => `${sum} expected by today`,
  ahead: (days) =>
    days === 0
      ? 'on schedule'
      : days > 0
        ? `${plural(days, 'working day')} ahead`
        : `${plural(-days, 'working day')} behind`,
  forecast: (sum) => `at this pace ${sum} by the end`,
  tooFew: 'too few were reached to forecast',
  told: (sum) => `managers told of ${sum}, shown apart and not added`,
  unknown: (target) => `not known: no file has brought this yet; the goal is ${target}`,
  mostlyBy: (name, kind) => `Over half of ${kind.toLowerCase()} comes from ${name} alone.`,
  whereUnknown: (sum) =>
    `Deposits of ${sum} have matured and no current account was imported: where they went is not known, and they are not taken off.`,
  wonInLedger: (won, inLedger) => `Of ${won} won, ${inLedger} can be seen in the ledger.`,
  funnel: 'Customers',
  total: (count) => `${count} in all`,
  managerLine: (members, covered, untouched) =>
    `${plural(members, 'customer')}, ${covered} reached${untouched > 0 ? `, ${untouched} untouched for 10 working days` : ''}`,
  newFits: (count) =>
    count === 1
      ? 'One more customer fits by now. Take them in?'
      : `${count} more customers fit by now. Take them in?`,
  join: 'Take them in',
  joined: (count) => `${plural(count, 'customer')} joined.`,
  pause: 'Pause',
  resume: 'Resume',
  close: 'Close',
  whoIsLeft: 'Who is left',
  report: 'Export the report',

  none: 'There is no campaign now. A branch head may say: start a campaign “micro deposits” from 1 December to 31 March, goals deposits 200m, cards 5000.',
  noneOwn: 'None of your customers is in a campaign now.',
  noneNamed: (name) => `There is no campaign called “${name}”.`,
  listTitle: (count) => plural(count, 'campaign'),
  membersTitle: (name, what, count) => `“${name}”, ${what.toLowerCase()}: ${plural(count, 'customer')}`,
  membersMore: (count) => `${count} more are not listed.`,
  membersNone: (name, what) => `Nobody in “${name}” is left in: ${what.toLowerCase()}.`,
  stillOpen: 'not reached yet',
  memberOf: (state, deposits) => `${state} · deposits ${deposits}`,

  onlyHead:
    'Campaigns are set up and run by the head of the branch. Ask “how is the campaign doing” for your own customers.',
  started: (name, count) => `“${name}” has begun; its list of ${plural(count, 'customer')} is frozen.`,
  planned: (name, day) => `“${name}” begins on ${day}; its list is frozen that day.`,
  moved: {
    pause: (name) => `“${name}” is paused: nobody is proposed, its members stay. Say “resume the campaign”.`,
    resume: (name) => `“${name}” goes on.`,
    close: (name) => `“${name}” is closed; its figures stand still.`,
    start: (name) => `“${name}” has begun.`,
  },
  askClose: (name) => `Close “${name}” (it cannot be resumed after that)`,
  already: (name, state) => `“${name}” is ${state} already; nothing changed.`,
  notFromHere: (name, state) => `“${name}” is ${state}: that cannot be done now.`,
  over: 'Its last day is past: please say other days.',
  tooMany: (count, most) => `${count} customers fit, and a campaign has at most ${most}: please narrow it.`,
  nobody: 'Nobody fits, so nothing was started. Please ask for others.',
  askName:
    'What is it called, from when to when, with which goals? For example: start a campaign “micro deposits” from 1 December to 31 March, goals deposits 200m, cards 5000.',
  askTo: 'Which is its last day?',
  askGoals: 'Which goals? For example: deposits 200m, cards 5000, payroll 7m, settlement 100m.',
  sameRunning: (name, state) => `There is a “${name}” already: ${state}.`,
  pastEnd: 'Its last day is before its first: please say the days again.',

  resultNoted: (name, campaign, what) =>
    `Noted: ${name}, ${what}, for “${campaign}”. The ledger counts by itself; the two are never added.`,
  resultWhat: {
    deposits: (sum) => `deposits ${sum}`,
    cards: (sum) => sum,
    payroll: (sum) => `payroll ${sum} a month`,
    settlement: (sum) => `settlement ${sum}`,
  },
  resultNotMember: (name) => `${name} is on the list of no running campaign: nothing was noted.`,
  resultWho: 'Which customer?',
  resultHow: 'What was done, and how much? For example: opened 3 business cards.',

  reportTitle: (name) => `“${name}”: the report`,
  fridayTitle: (name) => `“${name}” this week`,
  lostReasons: 'Why it was declined',
  scripts: 'Words that worked',
  sheets: {
    goals: 'Goals',
    funnel: 'Funnel',
    members: 'Members',
    goal: 'Goal',
    target: 'Target',
    done: 'Done (ledger)',
    told: 'Told',
    expected: 'Expected by now',
    forecast: 'Forecast',
    ahead: 'Working days ahead',
    state: 'State',
    customers: 'Customers',
    times: 'Times',
    covered: 'Reached',
    untouched: 'Untouched for 10 working days',
    customerId: 'Customer id',
    customer: 'Customer',
    frozen: 'Deposits when listed',
    since: 'Listed on',
  },
}
