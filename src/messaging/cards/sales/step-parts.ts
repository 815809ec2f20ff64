import type { Day } from '../../../domain/day.js'
import type { Product } from '../../../domain/ledger/product.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { MeetingSheet } from '../../../domain/meeting/meeting-sheet.js'
import { levelOf } from '../../../domain/suitability/suitability.js'
import { formatTerm } from '../../wording/days/format.js'
import { meetingWordsFor } from '../../wording/meetings/meeting-words.js'
import { sheetParts } from '../meetings/meeting-card.js'

/** `稳盈115天 · R2 · 115天`: what decides whether it is talked about. */
export function productLine(product: Product, locale: Locale): string {
  const level = levelOf(product)
  return [
    product.name,
    ...(level === undefined ? [] : [level]),
    ...(product.termDays === undefined ? [] : [formatTerm(product.termDays, locale)]),
  ].join(' · ')
}

/** The sheet of a meeting in a line a part, without the sale, which the step is about anyway. */
export function meetingLines(meeting: MeetingSheet, locale: Locale, today: Day): readonly string[] {
  const { sale } = meetingWordsFor(locale)
  return sheetParts(meeting, locale, today)
    .filter(([name]) => name !== sale)
    .map(([name, said]) => `${name}: ${said.join('; ')}`)
}
