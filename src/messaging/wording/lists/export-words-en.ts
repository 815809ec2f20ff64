import type { ExportWords } from './export-words-zh.js'

/** What is said of tables as files, in English. */
export const exportWordsEn: ExportWords = {
  tables: {
    general: 'Customer table',
    ledger: 'Product ledger',
    'key-customers': 'Key-customer table',
    links: 'Table of links',
    contacts: 'contacts',
    facts: 'facts',
    agreements: 'agreements',
    favours: 'gifts and events',
    campaign: 'Campaign report',
  },
  which: 'Which table? It holds the customers of your own book.',
  otherThan: 'That list does not come as a file yet. These three do:',
  empty: (table) => `Nothing to export: the ${table.toLowerCase()} is empty.`,
  rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
  offer: (rows) =>
    `${rows}. If you allow it, it goes into your own OneDrive and is logged. It holds customer data; please do not forward it.`,
  put: (name, rows) => `In your OneDrive: ${name} (${rows}).`,
  declined: 'Nothing was exported.',
  notPut: {
    host: 'Not exported: the place it was to go to is not on the allowed list. Please tell your administrator.',
    refused: 'It did not get into your OneDrive: it was refused. Please ask for it again.',
    'no-answer': 'It did not get into your OneDrive: no answer came in time. Please ask for it again.',
  },
  ready: (name, rows) => `${name} (${rows})`,
  linkHint: (minutes) =>
    `The link works once, for ${minutes} minutes. It holds customer data; please do not forward it.`,
  open: 'Download',
  linkOver: 'This link has been used or is over. Ask for the table in the chat again.',
  none: (table, command) =>
    `Files cannot be sent in this chat. An administrator gets the ${table.toLowerCase()} with this command:\n${command}`,
  summary: 'A table as a file',
}
