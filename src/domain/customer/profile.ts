import type { Customer } from './customer.js'
import type { Profile } from './profile-fields.js'

/** Every field of a profile, so that a new one is not forgotten where profiles are taken apart. */
const PROFILE_FIELDS: Readonly<Record<keyof Profile, true>> = {
  name: true,
  type: true,
  nickname: true,
  gender: true,
  birthday: true,
  birthdayMonthDay: true,
  lunarBirthday: true,
  anniversary: true,
  anniversaryMonthDay: true,
  occupation: true,
  company: true,
  education: true,
  phone: true,
  email: true,
  address: true,
  preferredChannel: true,
  aumFen: true,
  riskRating: true,
  riskAssessedOn: true,
  cardLevel: true,
  familiarity: true,
  doNotContact: true,
  marketingConsent: true,
  sensitiveConsent: true,
  hobbies: true,
  expectedReturn: true,
  preference: true,
  family: true,
  avoid: true,
  assignedOn: true,
  notes: true,
}

export const PROFILE_KEYS = Object.keys(PROFILE_FIELDS) as readonly (keyof Profile)[] // the keys of a closed table

/** What is known of the customer, without what was done with them. */
export function profileOf(customer: Customer): Profile {
  // the fields of the table are those of a profile, and a customer has them all
  return Object.fromEntries(
    Object.entries(customer).filter(([field]) => field in PROFILE_FIELDS),
  ) as unknown as Profile
}

/** The same customer with another profile: nothing of the old one is left. */
export function withProfile(customer: Customer, profile: Profile): Customer {
  const rest = Object.entries(customer).filter(([field]) => !(field in PROFILE_FIELDS))
  // what is no profile of a customer, and a profile, are a customer
  return { ...Object.fromEntries(rest), ...profile } as unknown as Customer
}

/** A customer of whom nothing but the profile is known. */
export function newCustomer(id: string, profile: Profile): Customer {
  return { id, ...profile, holdings: [], contacts: [], agreements: [], flows: [] }
}

/** Whether anything but the profile is known: a customer with a history is not taken out of a book. */
export function hasHistory(customer: Customer): boolean {
  return Object.entries(customer).some(
    ([field, value]) =>
      !(field in PROFILE_FIELDS) && field !== 'fromFile' && Array.isArray(value) && value.length > 0,
  )
}
