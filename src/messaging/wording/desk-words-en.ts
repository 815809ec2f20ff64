import type { DeskWords } from './desk-words-zh.js'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** What is said of arranging, putting off, explaining and settings, in English. */
export const deskWordsEn: DeskWords = {
  arrange: {
    reminder: 'Reminder set',
    booked: 'Booked',
    whenRemind: (name) =>
      `When shall I remind you (${name})? You can write “Friday 10am” or “end of the month”.`,
    past: 'That time is past. When is it to be?',
    clash: (names) => `Mind: this clashes with ${names}.`,
    clashItem: (name, when) => `${name} ${when}`,
    dayOff: (day) => `${day} is not a working day.`,
    alsoBooked: (when) => `Also booked: ${when}.`,
    doNotContact: 'This customer is not to be contacted: meet where they asked for it, and do no marketing.',
    kinds: { appointment: 'meeting', callback: 'call', promise: 'promise', task: 'reminder' },
    whose: 'Whose is it? A reminder is kept with a customer; please give the name.',
    understood: (name, what, when) => `${name}: ${when} ${what}`,
    noDay: 'no day set',
    cancelled: 'All right, not written down.',
  },

  putOff: {
    done: (name, day) => `${name}: put off to ${day}`,
    skipped: (name, reason) => `${name}: skipped this time, ${reason}`,
    stillComes: 'Maturities, appointments and promises still come on their day.',
    nextBy: (day) => `Next due: ${day}`,
    question: (name) =>
      `Put ${name} off until when? Tap one, or write “next Wednesday”; to leave it out this time, write why.`,
    reasons: {
      recent: 'in touch recently',
      away: 'travelling or busy',
      asked: 'asked me to call later',
    },
    plainReason: 'not convenient for the customer at present',
    notLater: 'It has to be a day after today.',
    skipTitle: (reason) => `Skip: ${reason}`,
    understoodSnooze: (name, day) => `put ${name} off to ${day}`,
    understoodSkip: (name, reason) => `skip ${name} this time: ${reason}`,
  },

  why: {
    listed: (name, rank, of) => `${name} is on today's list, number ${rank} of ${of}`,
    cut: (name, rank, capacity) =>
      `There is reason to contact ${name} today, but at number ${rank} it is beyond the ${capacity} that are listed`,
    notListed: (name) => `${name} is not on today's list`,
    because: {
      'contacted-today': 'Reached today already.',
      'do-not-contact': 'Not to be contacted: only maturities are told, and there is none today.',
      deferred: 'You put this contact off.',
      'nothing-today': 'There is no reason for a contact today.',
    },
    reasons: 'Reasons',
    score: 'Order',
    parts: {
      priority: 'Priority',
      money: 'Money at stake',
      overdue: 'Overdue',
      tier: 'Tier',
      promise: 'Broken promise',
    },
    priorityOf: (priority) => `P${priority}`,
    noMoney: 'none',
    overdueOf: (days, interval) => `${plural(days, 'working day')}, rhythm ${interval} days`,
    notOverdue: 'not overdue',
    yes: 'yes',
    no: 'no',
    cadence: (tier, last, due) => `${tier}, last contact ${last}, due ${due}`,
    cadenceNever: (tier, due) => `${tier}, never contacted, due ${due}`,
    noCadence: {
      'do-not-contact': 'Not to be contacted: there is no regular contact.',
      'tier-without-cadence': (tier) => `${tier} has no regular contact; only when something happens.`,
      'aum-unknown':
        'Assets unknown, so counted as tier E without a regular contact. Ask about the assets first.',
    },
    snoozed: (made, until) => `put off ${made} to ${until}`,
    skipped: (made, reason) => `skipped ${made}: ${reason}`,
    hidden: (count) => `${plural(count, 'reason')} held back meanwhile`,
    next: (day, reason) => `Next on the list ${day}: ${reason}`,
    regular: 'the regular contact',
    noNext: 'No day ahead is planned yet.',
    which: 'Which customer? For example “why is Tom not on my list”.',
  },

  settings: {
    title: 'My settings',
    changed: 'Changed',
    briefTime: 'Morning brief at',
    language: 'Language of what I send',
    languages: { 'zh-CN': 'Chinese', 'en-US': 'English' },
    capacity: 'Customers a day',
    people: (count) => plural(count, 'customer'),
    pause: 'Paused',
    notPaused: 'not paused',
    paused: (from, until) => `${from} to ${until}`,
    pausedUntil: (until) => `until ${until}, that day included`,
    from: (before, after) => `${before} → ${after}`,
    same: (what, value) => `${what}: ${value} already; nothing changed.`,
    nextBrief: (day, time) => `Next brief: ${day} ${time}`,
    pausedNote: 'You can ask me and log contacts meanwhile.',
    languageNote: 'I answer in the language you write in; briefs and what I send by myself come in this one.',
    tooLate: (cutOff) =>
      `The brief goes out before ${cutOff} at the latest: nothing changed. Please choose an earlier time.`,
    tooEarly: 'The brief goes out at 04:00 at the earliest: nothing changed. Please choose a later time.',
    capacityRange: (least, most) => `Between ${least} and ${most} customers a day: nothing changed.`,
    askBriefTime: 'At what time? Tap one, or write “brief at 8”.',
    askCapacity: (now) => `It is ${now} a day now. How many? Tap one, or write “at most 12 a day”.`,
    askLanguage: 'In which language?',
    askUntil: 'Until which day, that day included? Tap one, or write “until next Friday”.',
    resumed: 'Good, the brief is back.',
    notPausedNow: 'The brief is not paused.',
    workingDaysOnly:
      'The brief goes out on working days only: not on weekends and public holidays, but on make-up workdays.',
    cannot:
      'I send only on working days and on time. You can change the time of the brief, the language, how many a day, and pause it to a day.',
    untilPast: 'That day is past: nothing changed.',
    back: 'Change it back',
    hint: 'You can say “brief at 8”, “at most 15 a day”, “on leave until Friday”, “switch to Chinese”.',
    undone: 'The settings are as before.',
    takeBackGone: 'The settings were changed again since; this step cannot be taken back.',
  },

  undone: {
    kinds: {
      'contact.log': (names) => `Taken back: the contact with ${names}.`,
      'customer.update': (names) => `Taken back: the profile of ${names} is as before.`,
      'task.add': (names) => `Taken back: the reminder for ${names}.`,
      'appointment.add': (names) => `Taken back: the booking with ${names}.`,
      'contact.snooze': (names) => `Taken back: ${names} is where it was.`,
      'agreement.settle': (names) => `Taken back: open again for ${names}.`,
      'opportunity.change': (names) => `Taken back: the opportunity with ${names} is a step back.`,
    },
    overtaken: ' One part was changed again since and stays as it is now.',
  },
}
