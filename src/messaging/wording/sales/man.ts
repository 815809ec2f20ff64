import type { Locale } from '../../../domain/manager/manager.js'
import { MAN_QUESTIONS, type Man, type ManAnswer } from '../../../domain/opportunity/opportunity.js'
import { salesStepsFor } from './sales-steps.js'

const MARKS = { yes: '✓', no: '✗', unknown: '?', ask: '?' } as const satisfies Record<ManAnswer, string>

/** `钱✓ 决定权? 需要✓` */
export function manText(man: Man, locale: Locale): string {
  const own = salesStepsFor(locale).man
  return MAN_QUESTIONS.map((question) => `${own[question]}${MARKS[man[question]]}`).join(' ')
}
