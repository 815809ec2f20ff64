import type { Locale } from '../../domain/manager/manager.js'
import { enUS } from './en-us.js'
import { type Wording, zhCN } from './zh-cn.js'

const WORDINGS = { 'zh-CN': zhCN, 'en-US': enUS } as const satisfies Record<Locale, Wording>

/** Every sentence in the manager's language. */
export function wordingFor(locale: Locale): Wording {
  return WORDINGS[locale]
}

export type { Wording }
