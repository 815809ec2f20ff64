import type { ArchiveWords } from './archive-words-zh.js'

/** What is said of a customer's archive, of changes and of what was written down, in English. */
export const archiveWordsEn: ArchiveWords = {
  title: (name) => `Key-customer archive: ${name}`,
  notKey: (name, tier) =>
    `${name} is ${tier}; archives are kept for tiers A and B. This is all that is known.`,
  basic: 'Basics',
  financial: 'Money',
  special: 'Personal',
  people: 'People around',
  history: 'History',
  favours: 'Gifts and events',
  plan: 'Plan and promises',
  avoid: 'Better not said',
  noneKnown: 'nothing noted yet',
  source: { file: "the bank's file", unknownDay: 'day not known', manager: (name) => name },
  still: (field, value, day) => `${field}: is it still “${value}”? (noted ${day})`,
  ask: (question) => `Next time, ask ${question}`,
  stillYes: 'Still so',
  confirmed: (name, field, value) => `Confirmed: ${name} · ${field} is still “${value}”.`,
  holdings: (count, sum) => (count === 1 ? `1 holding, ${sum}` : `${count} holdings, ${sum} in all`),
  reviewed: (day) => `Last wealth review: ${day}`,
  exportAll: 'Export the whole archive',

  changes: {
    title: (name) => `${name}: what changed since the last contact`,
    sinceContact: (day) => `Last spoken with on ${day}. Since then:`,
    sinceAssignment: (day) => `Never spoken with. Since they came to you on ${day}:`,
    sinceEver: 'Never spoken with, and the day they came to you is not known. All that is known:',
    nothing: 'Nothing has changed.',
    flow: 'In and out',
    in: (sum) => `in ${sum}`,
    out: (sum) => `out ${sum}`,
    flowUnknown: 'No transactions were imported: what moved is not known',
    flowFrom: (day) => `(rows from ${day} on)`,
    large: 'Large sums',
    matured: 'Matured',
    begun: 'New',
    ended: 'Ended',
    facts: 'Facts',
    fileFacts: (fields) => `the bank's file changed: ${fields}`,
    promises: 'Promises',
    contacts: 'Contacts by colleagues',
    promise: { open: 'open', kept: 'kept', cancelled: 'called off', withdrawn: 'taken back' },
  },

  search: {
    what: 'Which word shall I look for? For example: find notes about “renovation”.',
    title: (said) => `Notes that mention “${said}”`,
    none: (said) => `No note mentions “${said}”.`,
    counts: (count, customers) =>
      `${count === 1 ? '1 note' : `${count} notes`}, ${customers === 1 ? '1 customer' : `${customers} customers`}`,
    more: (count) => `${count} more; add a name or a time to see them`,
    in: {
      contact: 'contact',
      agreement: 'agreed',
      fact: 'fact',
      favour: 'gift or event',
      profile: 'profile',
    },
  },

  favour: {
    kinds: { gift: 'gift', event: 'event' },
    worth: (sum) => `worth ${sum}`,
    worthUnknown: 'value not noted',
    logged: (name, what) => `Noted: ${name} · ${what}`,
    understood: (name, what) => `${name}: ${what}`,
    what: 'What shall I note? For example: gave Tom a tea set worth 300; Amy attended the wine evening last Friday.',
    ahead: 'That day lies ahead: nothing was noted. Tell me once it was received or attended.',
    sum: (count, sum) => `${count === 1 ? 'once' : `${count} times`} in a year, ${sum} in all`,
  },
}
