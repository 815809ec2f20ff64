import type { ColleagueNames } from './colleague-names.js'
import type { Form } from './form.js'
import type { NearSounds } from './han/near-sounds.js'
import type { KnownCustomer } from './known-customer.js'
import type { NearSpellings } from './latin/near-spellings.js'

/** One book's customers by every form in which a message may name them. Read only; parts are made when first asked for. */
export interface Gazetteer {
  readonly customers: ReadonlyMap<string, KnownCustomer>
  readonly han: ReadonlyMap<string, Form>
  /** The lengths of the Chinese forms that begin with these two characters, the longest first. */
  readonly hanLengths: ReadonlyMap<string, readonly number[]>
  readonly latin: ReadonlyMap<string, Form>
  /** Names with marks, digits or two scripts, without their marks; and their lengths as above. */
  readonly marked: ReadonlyMap<string, Form>
  readonly markedLengths: ReadonlyMap<string, readonly number[]>
  /** By Chinese surname and by its spelling: a book's Chen and 陈 are one surname, Wong and 王 are not. */
  readonly bySurname: ReadonlyMap<string, readonly KnownCustomer[]>
  /** By the last four digits of the phone. */
  readonly byPhoneTail: ReadonlyMap<string, readonly KnownCustomer[]>
  readonly sounds: NearSounds
  readonly spellings: NearSpellings
  /** The managers of the branch, beside the customers. */
  readonly colleagues: ColleagueNames
  /** Makes, piece by piece, what reading these words will ask for: whoever goes through it may do something else in between. */
  preparing(text: string): Iterable<void>
}
