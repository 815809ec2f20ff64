import type { Campaign } from '../../../domain/campaign/campaign.js'
import type { MemberState } from '../../../domain/campaign/member-state.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen } from '../../../domain/money.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { campaignWordsFor } from '../../wording/campaign/campaign-words.js'
import { formatAmount } from '../../wording/days/format.js'
import { heading, listRow, more } from '../lists/list-elements.js'
import { card } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

export interface MemberRow {
  readonly customer: Customer
  readonly state: MemberState
  readonly depositsFen: Fen
  /** To the head: whose customer it is. */
  readonly manager?: string
}

export interface MembersCardInput {
  readonly campaign: Campaign
  /** What they have in common; `open`: nobody reached them yet. */
  readonly part: MemberState | 'open'
  /** In the order in which they are called. */
  readonly rows: readonly MemberRow[]
  readonly locale: Locale
}

const ROWS_SHOWN = 15

/** Members of a campaign by name. */
export function campaignMembersReply({ campaign, part, rows, locale }: MembersCardInput): Reply {
  const words = campaignWordsFor(locale)
  const what = part === 'open' ? words.stillOpen : words.members[part]
  if (rows.length === 0) return { text: words.membersNone(campaign.name, what) }
  const title = words.membersTitle(campaign.name, what, rows.length)
  const shown = rows.slice(0, ROWS_SHOWN)
  const rest = rows.length - shown.length
  const why = ({ state, depositsFen, manager }: MemberRow) =>
    [
      ...(manager === undefined ? [] : [manager]),
      words.memberOf(words.members[state], formatAmount(depositsFen, CNY, locale)),
    ].join(' · ')
  const text = [
    title,
    ...shown.map((row) => `  ${nameOf(row.customer)} · ${why(row)}`),
    ...(rest === 0 ? [] : [words.membersMore(rest)]),
  ].join('\n')
  return {
    text,
    summary: words.title(campaign.name),
    data: rows.map(({ customer, state }) => ({ customerId: customer.id, state })),
    shows: shows('customers', shown),
    card: card(
      [
        heading(title, ''),
        ...shown.map((row) => listRow(nameOf(row.customer), why(row), '')),
        ...(rest === 0 ? [] : [more(words.membersMore(rest))]),
      ],
      text,
    ),
  }
}
