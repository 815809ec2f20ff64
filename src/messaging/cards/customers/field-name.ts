import type { Profile } from '../../../domain/customer/profile-fields.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { fieldWordsFor } from '../../wording/customers/field-words.js'

/** What a field of the profile is called. */
export function fieldName(field: keyof Profile, locale: Locale): string {
  return fieldWordsFor(locale)[field]
}
