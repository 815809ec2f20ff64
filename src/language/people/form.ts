import type { FormKind } from './naming-form.js'

/** What a form of a book means. */
export interface Form {
  readonly ids: readonly string[]
  readonly kind: FormKind
}
