import type { LinkWords } from './link-words-zh.js'

/** What is said of links between customers, in English. */
export const linkWordsEn: LinkWords = {
  is: {
    owner: 'owner',
    'legal-representative': 'legal representative',
    finance: 'finance contact',
    employee: 'employee',
    spouse: 'spouse',
    parent: 'parent',
    child: 'child',
    'introduced-by': 'introduced by',
  },
  isOf: {
    owner: 'owns',
    'legal-representative': 'legal representative of',
    finance: 'finance contact of',
    employee: 'works for',
    spouse: 'spouse',
    parent: 'child',
    child: 'parent',
    'introduced-by': 'introduced',
  },
  none: 'No links are known.',
  title: 'Companies and their people',
  titleOf: (name) => `Links of ${name}`,
  noneYet:
    'No company of your book is linked to its people yet. Tell me, say, “Amy Chen is the owner of Blue Door Cafe”.',
  noneOf: (name) => `No links of ${name} are known yet. Tell me, say, “Amy Chen is the wife of ${name}”.`,
  counts: (count) => (count === 1 ? '1 link' : `${count} links`),
  withColleague: (name) => `with ${name}`,
  otherBranch: 'a customer of another branch',
  sources: { file: "the bank's file", manager: 'recorded by a manager' },
  recorded: (source, day) => `${source}, ${day}`,
  since: (day) => `since ${day}`,
  ownerOf: (company, owners) => `${company} is owned by ${owners}`,
  ownerUnknown: (company) =>
    `The owner of ${company} is not known yet. Once you know, tell me: “Amy Chen is the owner of ${company}”.`,
  whichCompany: 'Which company do you mean? For example: “who owns Blue Door Cafe”.',
  noCompany: (said) => `Your book has no company “${said}”, and nobody who works there.`,
  same: (company) => `Our customers at ${company}`,
  sameNone: (company) => `Nobody else at ${company} is in your book.`,
  worksThere: 'same employer',
  noOwnerTitle: 'Companies without a known owner',
  noOwnerNone: 'The owner of every company in your book is known.',
  noCompanies: 'There is no company in your book.',
  more: (count) => `${count} more`,
  moreLines: (count) => `${count} more`,
  added: (who, type, name) => `Noted: ${who} · ${type} · ${name}`,
  known: (who, type, name) => `Known already: ${who} · ${type} · ${name}`,
  itself: 'Both names mean the same customer: nothing was noted.',
  needTwo:
    'Please name both customers and what one is to the other: “Amy is the wife of Tom”, “Tom Lee owns Blue Door Cafe”.',
  notInBook: (said) => `There is no “${said}” in your book: nothing was noted.`,
  elsewhere: (name, manager) => `${name} is with ${manager}`,
  understood: (who, type, name) => `Note the link: ${who} · ${type} · ${name}`,
  thanks: (newcomer) => `thank for introducing ${newcomer}`,
  thanksBy: (name, day) => `${name} should be thanked: it is on your list of promises, by ${day}`,
  thanksByColleague: (name, manager) =>
    `${name}, who made the introduction, is with ${manager}: please pass on a word of thanks.`,
  newCustomer: (name, id) =>
    `${name} is noted as a new customer (provisional number ${id}) until the bank's file brings them. There is no consent to marketing: service contacts only.`,
  newUnderstood: (introducer, name) => `A new customer: ${name}, introduced by ${introducer}`,
  newWithoutWho:
    'What is the new customer called? Please give the full name: “Tom introduced Amy Chen, phone 13900001111”.',
  sameAsNew: {
    ask: (newer, id, older) =>
      `The bank's file brought ${newer} (${id}). Is that ${older}, whom you had noted?`,
    yes: 'The same: merge them',
    no: 'Somebody else',
    merged: (name) => `Merged: what was noted before, contacts, promises and links, is now with ${name}.`,
    kept: 'They stay two customers. I will not ask again.',
  },
  question: {
    company: (company, one, other) =>
      `${one} and ${other} both have “${company}” as their company. How do they belong together?`,
    phone: (one, other) => `${one} and ${other} have the same phone number. How do they belong together?`,
    no: 'Not linked',
    noted: 'Noted. I will not ask again.',
    otherIs: (type, other) => `${other}: ${type}`,
  },
  both: (names) => `Company and private matters: ${names} has an entry, too.`,
  bothUnknown: 'No company or owner is linked, so there is one entry.',
  meetThere: 'Whom else to meet there',
}
