import { type Day, daysBetween, type Moment, weekday, weekOf } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { LineValues, Placeholder } from '../../../domain/playbook/line.js'
import type { LineFacts, Sum } from '../../../domain/playbook/line-facts.js'
import { titleOf } from '../customers/title.js'
import { formatDay, formatMoney, formatPercent, formatTerm } from '../days/format.js'

/** Puts the facts of a line into words of one language; what is not known is left out, so that no line is filled with it. */
export function lineValues(
  facts: LineFacts,
  locale: Locale,
  today: Day,
  romanise?: (name: string) => string,
): LineValues {
  const { customer, manager, offer, slots } = facts
  const money = (sum: Sum | undefined) => sum && formatMoney(sum.amountFen, sum.currency, locale)
  const day = (of: Day | undefined) => of && spokenDay(of, locale, today)
  return known({
    title: titleOf(customer, locale, romanise),
    managerName: manager.name,
    branch: manager.branchName ?? (locale === 'zh-CN' ? '银行' : 'the bank'),
    phone: manager.phone,
    company: customer.company,
    product: facts.productName,
    amount: money(facts.sum),
    day: day(facts.on),
    term: facts.termDays === undefined ? undefined : formatTerm(facts.termDays, locale),
    rate: facts.ratePercent === undefined ? undefined : formatPercent(facts.ratePercent),
    interest: money(facts.interest),
    newProduct: offer?.name,
    minimum: money(offer?.minimum),
    risk: offer?.riskLevel,
    benchmark: offer?.benchmark,
    saleFrom: day(offer?.saleFrom),
    saleTo: day(offer?.saleTo),
    slotA: slots && spokenMoment(slots[0], locale, today),
    slotB: slots && spokenMoment(slots[1], locale, today),
    event: facts.eventName,
    gift: facts.giftName,
    topic: facts.topic,
    change: facts.changePercent === undefined ? undefined : `${facts.changePercent}%`,
    about: facts.about,
  })
}

/** A day inside a sentence: `11月25日周三` / `Wed 25 Nov`. */
function spokenDay(of: Day, locale: Locale, today: Day): string {
  return formatDay(of, locale, today).replace('日 ', '日')
}

/** A time as it is offered: `明天上午10点`, `周四下午3点` / `tomorrow at 10 am`, `Thursday at 3 pm`. */
export function spokenMoment({ day, time }: Moment, locale: Locale, today: Day): string {
  const near = nearDay(day, locale, today)
  if (time === undefined) return near
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(3, 5)
  const shown = hour > 12 ? hour - 12 : hour
  if (locale === 'zh-CN') {
    const part = hour < 12 ? '上午' : hour === 12 ? '中午' : '下午'
    const past = minutes === '00' ? '' : minutes === '30' ? '半' : `${Number(minutes)}分`
    return `${near}${part}${shown}点${past}`
  }
  return `${near} at ${shown}${minutes === '00' ? '' : `:${minutes}`} ${hour < 12 ? 'am' : 'pm'}`
}

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  'en-US': ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<Locale, readonly string[]>
const NEAR = {
  'zh-CN': ['今天', '明天', '后天'],
  'en-US': ['today', 'tomorrow'],
} as const satisfies Record<Locale, readonly string[]>

function nearDay(of: Day, locale: Locale, today: Day): string {
  const ahead = daysBetween(today, of)
  const named = NEAR[locale][ahead]
  if (named !== undefined) return named
  const weeksOn = daysBetween(weekOf(today).from, weekOf(of).from) / 7
  if (ahead < 0 || weeksOn > 1) return spokenDay(of, locale, today)
  const name = WEEKDAYS[locale][weekday(of) - 1]!
  return locale === 'zh-CN' && weeksOn === 1 ? `下${name}` : name
}

function known(values: Readonly<Record<Placeholder, string | undefined>>): LineValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
}
