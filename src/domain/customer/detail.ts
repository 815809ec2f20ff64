/** The single things of a profile that a question can be about. */
export const DETAILS = [
  'phone',
  'email',
  'address',
  'birthday',
  'company',
  'occupation',
  'risk',
  'aum',
  'hobbies',
  'family',
] as const
export type Detail = (typeof DETAILS)[number]
