import { writeSheets } from '../adapters/files/export/write-sheets.js'
import { lastCounted } from '../domain/campaign/campaign.js'
import { lostReasons } from '../domain/campaign/report.js'
import type { Day } from '../domain/day.js'
import type { Locale, Manager } from '../domain/manager/manager.js'
import { campaignReportSheets } from '../messaging/cards/campaign/report-sheets.js'
import type { Managers } from '../ports/ports.js'
import type { CampaignDesk } from '../usecases/campaign/campaign-desk.js'
import type { CampaignView } from '../usecases/campaign/show-campaign.js'
import { type ExportedFile, NO_FILE } from '../usecases/exports/export-file.js'

/** The report of a campaign as a workbook: goals, funnel, managers, members. Its rows are its members. */
export async function reportFile(
  view: CampaignView,
  managers: Managers,
  locale: Locale,
  today: Day,
): Promise<ExportedFile> {
  const { campaign, branch } = view
  const names = new Map(managers.all().map(({ id, name }) => [id, name]))
  const lost = lostReasons(campaign, branch, lastCounted(campaign, today))
  const sheets = campaignReportSheets({ ...view, lost, names, locale })
  // A name is the head's own words: only what every drive takes is left of it.
  const named = campaign.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').slice(0, 40)
  return {
    name: `${named}-${today}.xlsx`,
    bytes: await writeSheets(campaign.name, today, sheets),
    rows: campaign.members.length,
  }
}

/** The report that a branch head asks for; there is none for anybody else. */
export function headsReport(campaigns: CampaignDesk, managers: Managers) {
  return async (manager: Manager, campaignId: string, today: Day): Promise<ExportedFile> => {
    if (manager.role !== 'head') return NO_FILE
    const view = await campaigns.show(manager.branchId, campaignId, today)
    return view === undefined ? NO_FILE : reportFile(view, managers, manager.locale, today)
  }
}
