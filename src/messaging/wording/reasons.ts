import type { Day } from '../../domain/day.js'
import type { Locale } from '../../domain/manager.js'
import { CNY } from '../../domain/money.js'
import type { Reason } from '../../domain/occasions/reason.js'
import { formatAmount, formatDay } from './format.js'
import { describeDay, describeMoment } from './when.js'

/** One reason in words: what calls for the contact, how pressing it is, and what to do about it. */
export interface ReasonWords {
  readonly text: string
  readonly tone: 'urgent' | 'plain'
  readonly nextStep: string
}

interface Told {
  readonly sum: string
  readonly day: (of: Day) => string
  readonly date: (of: Day) => string
  readonly moment: (on: Day, time: string | undefined) => string
}

// A reason type may stand for several kinds, so the member is looked for by the kinds it covers.
type Of<K extends Reason['kind'], R = Reason> = R extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? R
    : never
  : never
type Sentences = { readonly [K in Reason['kind']]: (reason: Of<K>, told: Told) => ReasonWords }

const urgent = (text: string, nextStep: string): ReasonWords => ({ text, tone: 'urgent', nextStep })
const plain = (text: string, nextStep: string): ReasonWords => ({ text, tone: 'plain', nextStep })
const join = (...parts: readonly (string | false | undefined)[]) => parts.filter((p) => p).join(' ')

const ZH: Sentences = {
  maturity: (r, { sum, day }) => {
    const said = `${r.productName} ${sum} ${day(r.maturesOn)}到期${r.autoRenew ? '(自动转存)' : ''}`
    const step = r.serviceNoticeOnly ? '只告知到期,不谈产品' : '说清到期日和金额,约来网点'
    return r.notice === 'heads-up' ? plain(said, step) : urgent(said, step)
  },
  appointment: (r, { sum, moment }) =>
    urgent(join(late(r.overdueWorkingDays), `约了${moment(r.on, r.time)}见面`, sum), '见面前翻一下资料'),
  callback: (r, { moment }) =>
    urgent(join(late(r.overdueWorkingDays), `约好${moment(r.on, r.time)}再联系`), '按约定联系'),
  promise: (r, { day }) =>
    r.overdueWorkingDays > 0
      ? urgent(`答应${day(r.on)}办的事,已过${r.overdueWorkingDays}个工作日`, '先办好,再回话')
      : urgent(`答应${day(r.on)}办的事`, '办好,回个话'),
  task: (r, { day }) => urgent(join(`提醒:${day(r.on)}`, r.about), '按提醒办'),
  cadence: (r, { day, date }) => {
    const last = `上次${day(r.lastContactOn)}`
    if (r.overdueWorkingDays > 0)
      return urgent(`逾期${r.overdueWorkingDays}个工作日 · ${last}`, '问候一声,了解一件新情况')
    return r.beforeHoliday === undefined
      ? plain(`今天该联系 · ${last}`, '问候一声,了解一件新情况')
      : plain(`${date(r.dueOn)}该联系,节前提前 · ${last}`, '节前问候一声')
  },
  claim: (r) =>
    plain(
      join('分给您后还没联系过', r.overdueWorkingDays > 0 && `· 逾期${r.overdueWorkingDays}个工作日`),
      r.opening === 'vip-without-card' ? '介绍自己,说说金卡权益' : '介绍自己,留下联系方式',
    ),
  snoozed: (r, { day }) => plain(`您推到${day(r.until)}联系`, '按计划联系'),
}

function late(days: number): string | false {
  return days > 0 && `已过${days}个工作日:`
}

const EN: Sentences = {
  maturity: (r, { sum, day }) => {
    const said = `${sum} matures ${day(r.maturesOn)} · ${r.productName}${r.autoRenew ? ' (renews itself)' : ''}`
    const step = r.serviceNoticeOnly
      ? 'Announce the maturity only, no products'
      : 'Name the day and the sum, invite to the branch'
    return r.notice === 'heads-up' ? plain(said, step) : urgent(said, step)
  },
  appointment: (r, { sum, moment }) =>
    urgent(
      join(lateEn(r.overdueWorkingDays), `meeting ${moment(r.on, r.time)}`, sum),
      'Look through the profile first',
    ),
  callback: (r, { moment }) =>
    urgent(
      join(lateEn(r.overdueWorkingDays), `agreed to get in touch ${moment(r.on, r.time)}`),
      'Get in touch as agreed',
    ),
  promise: (r, { day }) =>
    r.overdueWorkingDays > 0
      ? urgent(
          `promised for ${day(r.on)}, ${workingDays(r.overdueWorkingDays)} late`,
          'Do it first, then call back',
        )
      : urgent(`promised for ${day(r.on)}`, 'Do it and let them know'),
  task: (r, { day }) => urgent(join(`reminder for ${day(r.on)}`, r.about), 'Do as noted'),
  cadence: (r, { day, date }) => {
    const last = `last contact ${day(r.lastContactOn)}`
    if (r.overdueWorkingDays > 0)
      return urgent(
        `${workingDays(r.overdueWorkingDays)} overdue · ${last}`,
        'Say hello, learn one new thing',
      )
    return r.beforeHoliday === undefined
      ? plain(`due today · ${last}`, 'Say hello, learn one new thing')
      : plain(
          `due ${date(r.dueOn)}, brought forward before the holiday · ${last}`,
          'A greeting before the holiday',
        )
  },
  claim: (r) =>
    plain(
      join(
        'assigned to you, never contacted',
        r.overdueWorkingDays > 0 && `· ${workingDays(r.overdueWorkingDays)} overdue`,
      ),
      r.opening === 'vip-without-card'
        ? 'Introduce yourself, mention the gold card'
        : 'Introduce yourself, leave your number',
    ),
  snoozed: (r, { day }) => plain(`you put this off to ${day(r.until)}`, 'Get in touch as planned'),
}

function lateEn(days: number): string | false {
  return days > 0 && `${workingDays(days)} ago:`
}

function workingDays(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`
}

const SENTENCES = { 'zh-CN': ZH, 'en-US': EN } as const satisfies Record<Locale, Sentences>

/** A reason as a manager reads it on the brief. */
export function describeReason(reason: Reason, locale: Locale, today: Day): ReasonWords {
  const told: Told = {
    sum: sumOf(reason, locale),
    day: (of) => describeDay(of, locale, today),
    date: (of) => formatDay(of, locale, today),
    moment: (on, time) => describeMoment({ day: on, ...(time === undefined ? {} : { time }) }, locale, today),
  }
  // The table is keyed by the reason's own kind, which the compiler cannot follow through a union.
  const sentence = SENTENCES[locale][reason.kind] as (reason: Reason, told: Told) => ReasonWords
  return sentence(reason, told)
}

function sumOf(reason: Reason, locale: Locale): string {
  if (!('amountFen' in reason) || reason.amountFen === undefined) return ''
  return formatAmount(reason.amountFen, reason.currency ?? CNY, locale)
}
