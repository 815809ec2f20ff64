import type { Slots } from '../slots.js'

/** A table that can be had as a file, the report of a campaign, or a list that is in none of them. */
export type AskedTable = 'general' | 'ledger' | 'key-customers' | 'campaign' | 'other'

const OTHER =
  /(?:联系|拜访|沟通|通话|走访|外呼)(?:记录|日志|明细)|流水|交易|业绩|绩效|商机|漏斗|预约|约见|日程|待办|生日|寿星|流失|沉睡|睡眠|(?<![a-z])(?:(?:contact|call|visit)s? (?:log|history|record|notes)|logs?|transactions?|performance|results|pipeline|opportunit|appointments?|calendar|tasks?|birthdays?|churn|dormant|inactive)/
const CAMPAIGN = /活动(?!量|轨迹|记录)|(?<![a-z])(?:campaigns?|drives?)(?![a-z])/
const THIS = /[这那](?:个|张|份|些)|(?<![a-z])(?:this|that|these|those|it)(?![a-z])/
const KEY =
  /重点|大客户|高净值|贵宾|[ab](?:、|和|\/)?[ab]?类|(?<![a-z])(?:vips?|key[ -]?(?:customer|client|account)s?|top (?:customer|client)s?|tiers? [ab])(?![a-z])/
const LEDGER =
  /台账|台帐|到期|产品|持有|持仓|(?<![a-z])(?:ledger|holdings?|matur\w*|products?|portfolio|positions?)(?![a-z])/
const GENERAL =
  /客户|通用|总表|名单|名册|全部|所有|(?<![a-z])(?:book|customers?|clients?|everyone|everything|names|people)(?![a-z])/

/** Which table the words ask for; undefined where they leave it open, as 导出excel does. */
export function askedTable(
  folded: string,
  slots: Pick<Slots, 'period' | 'productKinds'>,
): AskedTable | undefined {
  if (CAMPAIGN.test(folded)) return 'campaign'
  if (OTHER.test(folded)) return 'other'
  if (KEY.test(folded)) return 'key-customers'
  if (LEDGER.test(folded) || slots.period !== undefined || slots.productKinds !== undefined) return 'ledger'
  if (THIS.test(folded)) return undefined
  return GENERAL.test(folded) ? 'general' : undefined
}

/** Whether days are said of a maturity: then they lie ahead. */
export function isOfMaturity(folded: string): boolean {
  return /到期|(?<![a-z])matur/.test(folded)
}
