import { parseDay } from '../../src/domain/day.js'
import { PRODUCT_KINDS } from '../../src/domain/ledger/holding.js'
import { EXPORTS, type FileRequest } from '../../src/usecases/exports/export-table.js'

/** What a button or an offer carries of a request: flat, and read again with `requestIn`. */
export type ExportData = Readonly<Record<string, string | number>>

export function dataOf(request: FileRequest): ExportData {
  if (request.table === 'campaign') return { table: request.table, campaign: request.campaignId }
  const { table, period, kinds, amount, customerIds } = request
  return {
    table,
    ...(period === undefined ? {} : { from: period.from, to: period.to }),
    ...(kinds === undefined ? {} : { kinds: kinds.join(' ') }),
    ...(amount?.min === undefined ? {} : { min: amount.min }),
    ...(amount?.max === undefined ? {} : { max: amount.max }),
    ...(amount?.currency === undefined ? {} : { currency: amount.currency }),
    ...(customerIds === undefined ? {} : { customers: customerIds.join(' ') }),
  }
}

/** The request that data from outside carries; undefined where they carry none that we would have made. */
export function requestIn(data: Readonly<Record<string, unknown>>): FileRequest | undefined {
  const { campaign } = data
  if (data['table'] === 'campaign')
    return typeof campaign === 'string' ? { table: 'campaign', campaignId: campaign } : undefined
  const table = EXPORTS.find((name) => name === data['table'])
  if (table === undefined) return undefined
  const [from, to] = [parseDay(String(data['from'])), parseDay(String(data['to']))]
  const said = wordsIn(data['kinds'])
  const { min, max, currency } = data
  const amount = {
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
    ...(typeof currency === 'string' ? { currency } : {}),
  }
  const customerIds = wordsIn(data['customers'])
  return {
    table,
    ...(from === undefined || to === undefined ? {} : { period: { from, to } }),
    ...(said === undefined ? {} : { kinds: PRODUCT_KINDS.filter((kind) => said.includes(kind)) }),
    ...(amount.min === undefined && amount.max === undefined ? {} : { amount }),
    ...(customerIds === undefined ? {} : { customerIds }),
  }
}

function wordsIn(value: unknown): readonly string[] | undefined {
  return typeof value === 'string' && value !== '' ? value.split(' ') : undefined
}
