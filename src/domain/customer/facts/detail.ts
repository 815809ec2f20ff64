/** The single things of a profile that a question can be about. */
export const DETAILS = [
  'identity',
  'permission',
  'phone',
  'email',
  'address',
  'birthday',
  'company',
  'occupation',
  'risk',
  'tier',
  'card',
  'consent',
  'holdings',
  'aum',
  'hobbies',
  'family',
] as const
export type Detail = (typeof DETAILS)[number]
