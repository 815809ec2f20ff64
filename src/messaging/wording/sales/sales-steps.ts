import type { Locale } from '../../../domain/manager/manager.js'
import { salesStepsEn } from './sales-steps-en.js'
import { type SalesSteps, salesStepsZh } from './sales-steps-zh.js'

const STEPS = { 'zh-CN': salesStepsZh, 'en-US': salesStepsEn } as const satisfies Record<Locale, SalesSteps>

/** What is said on the way through the seven steps. */
export function salesStepsFor(locale: Locale): SalesSteps {
  return STEPS[locale]
}

export type { SalesSteps }
