import type { Campaign } from '../../src/domain/campaign/campaign.js'
import type { Reading } from '../../src/language/reading.js'
import { campaignWordsFor } from '../../src/messaging/wording/campaign/campaign-words.js'
import type { ExportRequest } from '../../src/usecases/exports/export-table.js'
import type { Handlers, Request } from '../handler.js'
import type { Session } from '../session.js'
import type { Exporting } from './exporting.js'

/** The campaigns that words may mean, of those the manager sees. */
export interface CampaignsMeant {
  meant(
    said: string | undefined,
    session: Session,
  ): Promise<{ readonly all: readonly Campaign[]; readonly found: readonly Campaign[] }>
}

/** A table as a file, narrowed by what the words narrow it to; or the report of a campaign. */
export function exportHandlers(exporting: Exporting, campaigns: CampaignsMeant): Handlers {
  async function report({ session, reading }: Request): Promise<void> {
    const words = campaignWordsFor(session.locale)
    if (session.manager.role !== 'head') return void (await session.reply({ text: words.onlyHead }))
    const said = reading.asked?.campaign?.said
    const { all, found } = await campaigns.meant(said, session)
    // A draft has nothing to report yet.
    const campaign = found.find(({ state }) => state !== 'draft')
    if (campaign !== undefined)
      return exporting.offer({ table: 'campaign', campaignId: campaign.id }, session)
    const text = all.length === 0 || said === undefined ? words.none : words.noneNamed(said)
    await session.reply({ text })
  }

  return {
    async 'export.request'(request) {
      const { session, reading } = request
      const { table } = reading.asked ?? {}
      if (table === 'campaign') await report(request)
      else if (table === undefined || table === 'other') await exporting.askWhich(session, table === 'other')
      else await exporting.offer(narrowed(table, reading), session)
      return undefined
    },
  }
}

function narrowed(table: ExportRequest['table'], { slots, asked }: Reading): ExportRequest {
  const { customers, amount, productKinds } = slots
  const shared = {
    table,
    ...(customers === undefined ? {} : { customerIds: customers }),
    ...(amount === undefined ? {} : { amount }),
  }
  if (table !== 'ledger') return shared
  // A bare Friday is the next one where something matures on it.
  const period = asked?.ahead ?? slots.period
  return {
    ...shared,
    ...(period === undefined ? {} : { period }),
    ...(productKinds === undefined ? {} : { kinds: productKinds }),
  }
}
