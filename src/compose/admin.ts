import { dayIn } from '../domain/day.js'
import { hasLeft, type Manager } from '../domain/manager/manager.js'
import type { Daybook } from './daybook.js'

/** Who hears of the night's files; `problem` where the one who is named cannot. Neither: nobody is named. */
export interface Admin {
  readonly manager?: Manager
  readonly problem?: string
}

/** The manager whom `DAYBOOK_ADMIN` names, as of today. */
export function adminOf({ config, store, world }: Pick<Daybook, 'config' | 'store' | 'world'>): Admin {
  const { adminId } = config
  if (adminId === undefined) return {}
  const manager = store.managers.find(adminId)
  const problem = (why: string) => ({
    problem: `DAYBOOK_ADMIN is ${adminId}, ${why}: nobody hears of the night's files`,
  })
  if (manager === undefined) return problem('whom the roster does not have')
  return hasLeft(manager, dayIn(manager.timeZone, world.clock.now())) ? problem('who has left') : { manager }
}
