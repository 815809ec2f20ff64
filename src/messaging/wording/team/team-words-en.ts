import type { TeamWords } from './team-words-zh.js'

const customers = (count: number) => `${count} customer${count === 1 ? '' : 's'}`

export const teamWordsEn: TeamWords = {
  bookOf: (name) => `${name}’s book`,
  notYours: (name) => `${name}’s customers and results are shown to ${name} and the branch head only.`,
  headOnly: 'Tasks for others, handing over and cover for others are for the branch head to arrange.',
  noColleague: 'I did not hear which manager you mean; please say the name.',
  assign: {
    whom: (manager) => `Which customer should ${manager} contact?`,
    when: (manager) => `By which day should ${manager} have done it?`,
    past: 'That day is over; please say today or a later one.',
    understood: (manager, customer, what, by) => `For ${manager}: ${customer} · ${what} · by ${by}`,
    contact: 'contact the customer',
    done: (manager, customer, by) =>
      `Given to ${manager}: ${customer}, by ${by}. It stands on ${manager}’s brief, and you will hear when it is done.`,
    otherBook: (customer, owner, to) =>
      `${customer} is with ${owner}; ${to} cannot see them. Give the task to ${owner}, or hand the customer over first.`,
    gone: 'That customer is no longer in a book of the branch.',
  },
  handOver: {
    whom: 'Which customers are to go? Say their names, or “all of Lily’s customers”.',
    understood: (customer, from, to) => `${customer}: ${from} → ${to}`,
    whole: (count, from, to) => `all ${customers(count)} of ${from} → ${to}`,
    note: 'with holdings, contacts, promises and opportunities',
    done: (count, to) =>
      `${customers(count)} went to ${to}, who will be told. It can be taken back until the end of today.`,
    already: (to) => `Already with ${to}.`,
    none: (from) => `${from} has no customers.`,
    failed: 'Nothing was moved: the books have just changed. Please say it again.',
    undone: (count, from) => `Taken back: ${customers(count)} are with ${from} again.`,
    gone: (count) => `${count} more went on to somebody else and stay there.`,
    nothing: 'There is no handing over of today to take back.',
  },
  cover: {
    until: (to, from) => `Until which day does ${to} look after ${from}’s customers?`,
    understood: (to, from, days) => `${to} looks after ${from}’s customers, ${days}`,
    done: (to, from, days) =>
      `Arranged: ${to} looks after ${from}’s customers, ${days}; it ends by itself. It can be taken back until the end of today.`,
    past: 'The last day is over.',
    ended: (from) => `Nobody looks after ${from}’s customers any more.`,
    nobody: (from) => `Nobody looks after ${from}’s customers now.`,
    undone: (from) => `Taken back: the cover for ${from}.`,
    again: (days) => `As it was before: ${days}.`,
    nothing: 'There is no cover arranged today to take back.',
  },
  undo: 'Undo',
  notDone: 'Nothing was arranged.',
}
