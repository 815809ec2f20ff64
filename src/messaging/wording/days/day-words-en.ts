import type { DayWords } from './day-words-zh.js'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** What is said around the day's list, in English. */
export const dayWordsEn: DayWords = {
  acts: {
    accept: 'Accept the task',
    accepted: (name) => `${name}: task accepted`,
    notReached: 'Not reached',
    putOff: (day) => `Put off to ${day}`,
    skip: 'Skip this time',
    done: { promise: 'Promise kept', task: 'Reminder done', appointment: 'Met', callback: 'Contacted' },
    back: 'Back',
    whySkip: (name) => `Skip ${name} this time because:`,
    skipReasons: {
      recent: 'in touch lately',
      away: 'away or busy',
      asked: 'asked to be contacted later',
      other: 'another reason',
    },
    noted: {
      notReached: (name) => `${name} not reached, attempt noted`,
      putOff: (name, day) => `${name} put off to ${day}`,
      skipped: (name, reason) => `${name} skipped this time: ${reason}`,
      done: (name, what) => `${name}: ${what} done`,
    },
    agreements: { promise: 'promise', task: 'reminder', appointment: 'meeting', callback: 'call back' },
    gone: "This customer is no longer on today's list.",
    doneAlready: 'That has been done already.',
    putOffToday: (names, count, unnamed) =>
      `${count} put off today: ${names}${unnamed === 0 ? '' : `, and ${unnamed} more`}`,
  },

  wrapUp: {
    title: 'Your day',
    notification: (done, left) => `Your day: ${done} contacted, ${left} left`,
    nothing: 'There was no list today, and nothing was logged. See you tomorrow.',
    contacted: 'Contacted',
    meetings: 'Meetings agreed',
    left: 'Left',
    attempts: (count) => (count === 0 ? '' : `${count} tried, not reached`),
    leftTitle: (count) => `${count} left`,
    openedTitle: 'Opened, nothing logged',
    openedHint: 'If you called, tap “Log” to add a line',
    movementsTitle: "Today's large movements",
    tomorrowTitle: (day) => `Up first ${day}`,
    more: (count) => `${count} more`,
    allDone: "Everyone on today's list was reached.",
    came: (sum) => `${sum} came in`,
    went: (sum) => `${sum} went out`,
  },

  week: {
    title: 'This week',
    notification: (maturities) => `This week: ${plural(maturities, 'maturity', 'maturities')}`,
    maturing: 'Maturing',
    people: 'To contact',
    meetings: 'Agreed',
    day: (count) => plural(count, 'customer'),
    planTitle: 'Day by day',
    maturitiesTitle: 'Maturing',
    agreementsTitle: 'Agreed',
    notSpoken: 'not yet contacted',
    spoken: 'contacted',
    empty: 'Nothing matures this week and nothing is agreed.',
    more: (count) => `${count} more`,
  },

  results: {
    title: 'Your week',
    notification: (reached) => `Your week: ${plural(reached, 'customer')} reached`,
    reached: 'Reached',
    contacts: 'Contacts',
    ofWhich: (calls, visits, messages) =>
      [
        ...(calls === 0 ? [] : [plural(calls, 'call')]),
        ...(visits === 0 ? [] : [plural(visits, 'visit')]),
        ...(messages === 0 ? [] : [plural(messages, 'message')]),
      ].join(' · '),
    meetings: 'Meetings agreed',
    closed: 'Closed',
    promises: 'Promises kept',
    overdueNow: 'Overdue now',
    empty: 'Nothing was logged this week yet.',
    times: (count) => `${count}`,
    deals: (count) => `${count}`,
    people: (count) => `${count}`,
    items: (count) => `${count}`,
  },

  branch: {
    title: 'To look at in the branch',
    weekTitle: (period) => `The branch, ${period}`,
    notification: (count) => `Branch morning: ${plural(count, 'exception')}`,
    nothing:
      'Nothing to look at: maturities are spoken for, no A or B customer is overdue, no large movement.',
    movements: 'Large movements',
    maturities: 'Maturing within 7 days, not contacted',
    overdue: 'Tiers A and B overdue',
    promises: 'Promises past their day',
    raised: 'Product risk levels raised',
    raisedTo: (from, to, concerned, above) =>
      `${from === undefined ? to : `${from} to ${to}`}, above the rating of ${concerned} more${above === 0 ? '' : ` (${above} were already)`}`,
    raisedLeft: (left) => (left === 0 ? 'all listed' : `${left} left`),
    tasks: 'Tasks given',
    by: (when) => `by ${when}`,
    taskStates: { given: 'not accepted yet', accepted: 'accepted', done: 'done', late: 'late' },
    coverage: 'Regular contact kept',
    tierLine: (tier) => `Tier ${tier}`,
    more: (count) => `${count} more`,
    late: (days) => `${plural(days, 'working day')} overdue`,
    lateSince: (days) => `${plural(days, 'working day')} late`,
    inWeek: 'Contacts this week',
    headOnly: 'The branch is shown to its head only.',
    week: (reached, attempts) =>
      attempts === 0 ? `${reached} reached` : `${reached} reached, ${attempts} not reached`,
  },

  alert: {
    title: 'Large movement',
    notification: (count) => `Large movements: ${plural(count, 'customer')}`,
    again: '(repeated)',
    hint: 'Today is the best day to call',
  },

  handOver: {
    title: 'Customers handed over to you',
    again: '(repeated)',
    notification: (count) => `Handed over to you: ${plural(count, 'customer')}`,
    from: (count, colleague) => `${plural(count, 'customer')} from ${colleague}`,
    colleague: 'a colleague',
    hint: 'History, promises and opportunities are on the handover cards. Say hello first: you look after them now.',
    see: 'Handover card',
    open: (count) => `${count} open`,
    chances: (count) => plural(count, 'opportunity', 'opportunities'),
    matures: (day) => `matures ${day}`,
    last: (day) => `last spoken ${day}`,
    never: 'never spoken with',
    more: (count) => `and ${count} more`,
    lead: (colleague) => `Handed over by ${colleague}`,
  },
}
