import { CHANGE_KINDS } from '../change.js'

/** What somebody did with what is known of a customer. */
export const ACCESS_KINDS = ['seen', 'changed', 'exported', 'refused'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/** Acts of the journal that change something of the customers they name. */
const CHANGING: ReadonlySet<string> = new Set([
  ...CHANGE_KINDS,
  'contact.skip',
  'customer.erased',
  'customer.keep-apart',
  'customers.handed-back',
  'customers.handed-over',
  'link.answer',
  'task.accept',
  'undo',
])

/** @param act of a line of the journal: `contact.log`, `export.ledger`, `suitability.refused` */
export function accessKindOf(act: string): AccessKind {
  if (act.startsWith('export.')) return 'exported'
  if (/\.refused?$/.test(act)) return 'refused'
  return CHANGING.has(act) ? 'changed' : 'seen'
}
