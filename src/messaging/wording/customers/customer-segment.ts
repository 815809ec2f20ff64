import type { Locale } from '../../../domain/manager/manager.js'
import type { Segment } from '../../../domain/rfm/rfm.js'
import { customerWordsFor } from './customer-words.js'

/** The segment in a row of many; nothing of one that tells nothing. */
export function segmentWords(segment: Segment | undefined, locale: Locale): readonly string[] {
  if (segment === undefined || segment === 'ordinary' || segment === 'inactive') return []
  return [customerWordsFor(locale).card.segments[segment]]
}
