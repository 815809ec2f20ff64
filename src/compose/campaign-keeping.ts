import type { JobReport } from '../delivery/job.js'
import { type Day, dayIn } from '../domain/day.js'
import { settleCampaigns } from '../usecases/campaign/settle-campaigns.js'
import type { Daybook } from './daybook.js'

/**
 * Keeps the campaigns up with the books: on a new day planned starts are frozen, and whoever asks for quiet or withdraws
 * consent is out within the minute. A minute in which no book changed costs nothing.
 */
export function campaignKeeping({ store, policy, config, world }: Daybook) {
  const changed = new Set<string>()
  let settledOn: Day | undefined
  const settle = settleCampaigns({ ...store, policy })
  return {
    bookChanged(managerId: string): void {
      const branchId = store.managers.find(managerId)?.branchId
      if (branchId !== undefined) changed.add(branchId)
    },
    async tick(): Promise<JobReport> {
      const today = dayIn(config.timeZone, world.clock.now())
      if (settledOn !== today) for (const branchId of await store.campaigns.branchIds()) changed.add(branchId)
      settledOn = today
      const branches = [...changed]
      changed.clear()
      for (const branchId of branches) await settle(branchId, today)
      return {}
    },
  }
}
