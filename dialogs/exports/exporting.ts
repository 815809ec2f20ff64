import { fileLinkReply, whichTableReply } from '../../src/messaging/cards/lists/export-card.js'
import { noticeCard } from '../../src/messaging/cards/parts/notice-card.js'
import { exportWordsFor } from '../../src/messaging/wording/lists/export-words.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Press, PressAnswer } from '../../src/ports/conversation.js'
import type { FileWay, Journal } from '../../src/ports/ports.js'
import type { ExportedFile, ExportFiles } from '../../src/usecases/exports/export-file.js'
import type { FileRequest } from '../../src/usecases/exports/export-table.js'
import type { Session } from '../session.js'
import { dataOf, requestIn } from './export-data.js'

export interface ExportingDeps {
  readonly exports: ExportFiles
  readonly journal: Journal
}

type Way<K extends FileWay['kind']> = Extract<FileWay, { kind: K }>

/** Tables and reports as files, in the chat. */
export interface Exporting {
  /** Asks which of the three; `isOther`: because another list was asked for. */
  askWhich(session: Session, isOther: boolean): Promise<void>
  /** Offers a table or a report in the way of this chat. */
  offer(request: FileRequest, session: Session): Promise<void>
  /** The manager agreed that the file be put into their drive. */
  accepted(data: Press['data'], session: Session): Promise<PressAnswer>
  declined(session: Session): PressAnswer
}

export function createExporting({ exports, journal }: ExportingDeps): Exporting {
  // The table is headed in the language that is spoken.
  const reader = ({ manager, locale }: Session) => ({ ...manager, locale })

  async function link(file: ExportedFile, request: FileRequest, session: Session, way: Way<'link'>) {
    const { today, at, locale } = session
    const { name, rows } = file
    const url = way.link(() => exports.give(reader(session), request, today, at))
    await session.reply(fileLinkReply({ name, rows, url, minutes: way.minutes }, locale))
  }

  async function offerDrive(
    { name, bytes, rows }: ExportedFile,
    request: FileRequest,
    { turnId, locale }: Session,
    way: Way<'drive'>,
  ) {
    const words = exportWordsFor(locale)
    const description = words.offer(words.rows(rows))
    const data = { ...dataOf(request), once: turnId }
    await way.offer({ name, sizeInBytes: bytes.length, description, data })
  }

  return {
    async askWhich(session, isOther) {
      await session.reply(whichTableReply(session.locale, session.turnId, isOther))
    },

    async offer(request, session) {
      const words = exportWordsFor(session.locale)
      const table = words.tables[request.table]
      const file = await exports.draw(reader(session), request, session.today)
      if (file.rows === 0) {
        await session.reply({ text: words.empty(table) })
        return
      }
      const way = session.fileWay()
      switch (way.kind) {
        case 'drive':
          return offerDrive(file, request, session, way)
        case 'link':
          return link(file, request, session, way)
        case 'none':
          await session.reply({ text: words.none(table, commandFor(request, session.manager.id)) })
      }
    },

    async accepted(data, session) {
      const { today, at, locale, manager } = session
      const words = exportWordsFor(locale)
      const request = requestIn(data)
      const way = session.fileWay()
      if (request === undefined || way.kind !== 'drive')
        return { kind: 'line', text: wordingFor(locale).promptGone }
      const { name, bytes, rows } = await exports.give(reader(session), request, today, at)
      const { uploadInfo } = data
      const outcome = await way.put(uploadInfo, bytes)
      if (outcome.kind === 'put') return { kind: 'file', uploadInfo, text: words.put(name, words.rows(rows)) }
      await journal.append({ at, managerId: manager.id, act: 'export.not-delivered', detail: outcome.why })
      return { kind: 'card', card: noticeCard(words.notPut[outcome.why]) }
    },

    declined: ({ locale }) => ({ kind: 'card', card: noticeCard(exportWordsFor(locale).declined) }),
  }
}

/** What an administrator runs for the same table. */
function commandFor(request: FileRequest, managerId: string): string {
  if (request.table === 'campaign')
    return `npm run -s daybook -- campaign export ${request.campaignId} --out campaign.xlsx`
  const { table, period } = request
  const span = period === undefined ? '' : ` --from ${period.from} --to ${period.to}`
  return `npm run -s daybook -- export ${table} --manager ${managerId}${span} --out ${table}.xlsx`
}
