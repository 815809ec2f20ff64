import type { Spell } from '../../domain/customer/find-customers.js'
import type { AttributeConcept } from '../attributes/concepts.js'
import { type AttributeReader, createAttributeReader } from '../attributes/read-attributes.js'
import type { DayReader } from '../days/read-days.js'
import type { ParseTools } from '../parse.js'
import { createSpell } from '../spell.js'
import { fold } from '../text/normalise.js'

/** What is read from a message besides its intent and slots, where an intent needs more. */
export interface Particulars {
  readonly attributes: AttributeReader
  readonly spell: Spell
  readonly days: DayReader
  /** Half-width, lower case, simplified characters; as long as the text. */
  readonly fold: (text: string) => string
}

/** @param tools of the language model, so that the same words mean the same days, sums and kinds. */
export function createParticulars(
  tools: Pick<ParseTools, 'simplified' | 'days' | 'kinds' | 'naming'>,
  concepts: readonly AttributeConcept[],
): Particulars {
  const { days, kinds, naming } = tools
  const folded = (text: string) => fold(text, tools.simplified).folded
  const { surnames } = naming.lexicon
  const spelling = (surname: string) =>
    (surnames.readings[surname] ?? naming.pinyin.of(surname).join('')).replaceAll(' ', '')
  const surnamesSpelt = (letters: string) =>
    [...surnames.single, ...surnames.double].filter((surname) => spelling(surname) === letters)
  return {
    attributes: createAttributeReader({ concepts, kinds, days, fold: folded, surnamesSpelt }),
    spell: createSpell(naming.pinyin, naming.lexicon.surnames, folded),
    days,
    fold: folded,
  }
}
