import { type Day, dayOfMonth, monthOf, type Period, weekday, yearOf } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Currency, type Fen } from '../../../domain/money.js'

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  'en-US': ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const satisfies Record<Locale, readonly string[]>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const CURRENCIES_ZH: Readonly<Record<string, string>> = {
  USD: '美元',
  HKD: '港币',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  AUD: '澳元',
  CAD: '加元',
  SGD: '新加坡元',
  CHF: '瑞士法郎',
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/**
 * A sum as it stands in a list: `100万` / `1,000,000`; foreign money names its currency, yuan does not from 10,000
 * on. Exact: a sum that is not whole in hundredths of 万 or 亿 is written out to the fen.
 */
export function formatAmount(amount: Fen, currency: Currency, locale: Locale): string {
  if (locale === 'en-US') return currency === CNY ? figures(amount) : `${currency} ${figures(amount)}`
  const { text, rounded } = chinese(amount)
  if (currency === CNY) return rounded ? text : `${text}元`
  return `${text}${CURRENCIES_ZH[currency] ?? ` ${currency}`}`
}

/**
 * Yuan in round figures, where a row of a list needs its size and not its fen: `546万`, `5.1万`, `4,503元`; in English
 * three figures, `5,460,000`.
 */
export function formatAbout(amount: Fen, locale: Locale): string {
  const size = Math.abs(amount)
  if (locale === 'en-US') {
    const yuan = Math.round(amount / 100)
    const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(yuan)))) - 2)
    return grouped.format(Math.round(yuan / step) * step)
  }
  if (size >= 10_000_000_000) return `${grouped.format(Math.round(amount / 100_000_000) / 100)}亿`
  if (size >= 100_000_000) return `${grouped.format(Math.round(amount / 1_000_000))}万`
  if (size >= 1_000_000) return `${grouped.format(Math.round(amount / 100_000) / 10)}万`
  return `${grouped.format(Math.round(amount / 100))}元`
}

/** A sum as it is said to a customer, its currency always named: `100万元` / `RMB 1,000,000`. */
export function formatMoney(amount: Fen, currency: Currency, locale: Locale): string {
  if (currency !== CNY) return formatAmount(amount, currency, locale)
  return locale === 'en-US' ? `RMB ${figures(amount)}` : `${chinese(amount).text}元`
}

/** `11月25日 周三` / `Wed 25 Nov`; the year stands only where `today` is given and lies in another. */
export function formatDay(of: Day, locale: Locale, today: Day = of): string {
  const date = dateOf(of, locale, yearOf(of) !== yearOf(today))
  const name = WEEKDAYS[locale][weekday(of) - 1]
  return locale === 'en-US' ? `${name} ${date}` : `${date} ${name}`
}

/** `11月23日至29日` / `23–29 Nov`; a period of one day as that day. Years as in `formatDay`. */
export function formatPeriod(period: Period, locale: Locale, today: Day = period.from): string {
  const { from, to } = period
  if (from === to) return formatDay(from, locale, today)
  const years = yearOf(from) !== yearOf(to) || yearOf(from) !== yearOf(today)
  const sameMonth = yearOf(from) === yearOf(to) && monthOf(from) === monthOf(to)
  if (locale === 'zh-CN') {
    const end = sameMonth ? `${dayOfMonth(to)}日` : dateOf(to, locale, yearOf(from) !== yearOf(to))
    return `${dateOf(from, locale, years)}至${end}`
  }
  if (sameMonth) return `${dayOfMonth(from)}–${dateOf(to, locale, years)}`
  return `${dateOf(from, locale, yearOf(from) !== yearOf(to))} – ${dateOf(to, locale, years)}`
}

/** A term in days as it is said: `115天` / `115 days`. */
export function formatTerm(days: number, locale: Locale): string {
  if (locale === 'zh-CN') return `${grouped.format(days)}天`
  return days === 1 ? '1 day' : `${grouped.format(days)} days`
}

/** Percent a year as the ledger has it: `2.75%`. */
export function formatPercent(percent: number): string {
  return `${percent.toFixed(2)}%`
}

function dateOf(of: Day, locale: Locale, withYear: boolean): string {
  if (locale === 'zh-CN') {
    return `${withYear ? `${yearOf(of)}年` : ''}${monthOf(of)}月${dayOfMonth(of)}日`
  }
  return `${dayOfMonth(of)} ${MONTHS[monthOf(of) - 1]}${withYear ? ` ${yearOf(of)}` : ''}`
}

function figures(amount: Fen): string {
  const text = grouped.format(amount / 100)
  return /\.\d$/.test(text) ? `${text}0` : text
}

// Whole in hundredths of the unit, so that nothing is rounded away: 123.45万, but 1,234,567.
function chinese(amount: Fen): { readonly text: string; readonly rounded: boolean } {
  const size = Math.abs(amount)
  for (const [unit, inFen] of [
    ['亿', 10_000_000_000],
    ['万', 1_000_000],
  ] as const) {
    if (size >= inFen && size % (inFen / 100) === 0) {
      return { text: `${grouped.format(amount / inFen)}${unit}`, rounded: true }
    }
  }
  return { text: figures(amount), rounded: false }
}
