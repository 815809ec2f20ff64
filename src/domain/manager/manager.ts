import type { Day } from '../day.js'

export type Locale = 'zh-CN' | 'en-US'
export const LOCALES = ['zh-CN', 'en-US'] as const satisfies readonly Locale[]

/** Someone of the bank who writes to the assistant. */
export interface Manager {
  readonly id: string
  readonly name: string
  readonly branchId: string
  readonly role: 'manager' | 'head'
  /** Directory object id of the messenger; only who carries it is spoken to. */
  readonly aadObjectId?: string
  /** Local time of the morning brief, `HH:mm`. */
  readonly briefTime: string
  /** IANA zone. */
  readonly timeZone: string
  readonly locale: Locale
  /** From this day on nothing is told to them any more; their book waits to be handed over. */
  readonly leftOn?: Day
}

/** Whether they have left the bank by that day. */
export function hasLeft({ leftOn }: Pick<Manager, 'leftOn'>, today: Day): boolean {
  return leftOn !== undefined && leftOn <= today
}
