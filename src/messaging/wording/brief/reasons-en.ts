import { campaignWordsEn } from '../campaign/campaign-words-en.js'
import { planWordsEn } from '../plans/plan-words-en.js'
import { salesStepsEn } from '../sales/sales-steps-en.js'
import { join, plain, type Sentences, urgent } from './reason-words.js'

/** Every reason in English. */
export const REASONS_EN: Sentences = {
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
  task: (r, { day }) =>
    r.given === undefined
      ? urgent(join(`reminder for ${day(r.on)}`, r.about), 'Do as noted')
      : urgent(
          join(`from the branch head, by ${day(r.on)}${r.given.accepted ? ' (accepted)' : ''}`, r.about),
          'Log the contact and the task is done',
        ),
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
  campaign: (r) =>
    plain(
      `campaign “${r.campaignName}”: ${campaignWordsEn.members[r.state].toLowerCase()}`,
      r.state === 'interested' ? 'go on, and agree a time to meet' : 'say why you call, and offer two times',
    ),
  snoozed: (r, { day }) => plain(`you put this off to ${day(r.until)}`, 'Get in touch as planned'),
  'opportunity-stuck': (r, { sum }) =>
    plain(
      join(`no progress for ${r.days} days:`, r.about ?? 'opportunity', sum),
      r.waitsFor === undefined ? 'Take the next step' : capital(salesStepsEn.pipeline.next[r.waitsFor]),
    ),
  'opportunity-due': (r, { sum, day }) =>
    urgent(
      join(`to be taken up again ${day(r.until)}:`, r.about ?? 'opportunity', sum),
      'Ask what they have decided',
    ),
  'linked-inflow': (r, { sum, day }) =>
    plain(
      r.with === undefined
        ? join(`${r.company}: inflow ${day(r.on)}`, sum)
        : `${r.company} (with ${r.with}): large inflow ${day(r.on)}`,
      'greet the owner, ask what the money is for',
    ),
  'plan-step': (r, { day }) =>
    plain(
      `value plan: ${r.count === 1 ? '1 step' : `${r.count} steps`} overdue, the first (${planWordsEn.what[r.what]}) since ${day(r.on)}`,
      'Look at the plan and catch up on this step',
    ),
  'plan-check': (r) =>
    plain(
      join(
        'value plan to look at',
        r.exceptions.length > 0 && `· ${r.exceptions.map((one) => planWordsEn.exceptions[one]).join(', ')}`,
      ),
      'Decide: on track, adjust or stop',
    ),
  review: (r, { day }) =>
    plain(
      r.lastOn === undefined
        ? 'wealth review due, the first one'
        : `wealth review due · last ${day(r.lastOn)}`,
      r.withoutHoldings === true ? 'Ask first what they hold' : 'Look at the sheet, agree on a time',
    ),
  movement: (r, { sum, day }) =>
    r.direction === 'in'
      ? urgent(`${sum} came in ${day(r.on)}`, 'Ask what the money is for')
      : urgent(`${sum} went out ${day(r.on)}`, 'Say hello, find out where it went'),
  'level-raised': (r, { sum }) =>
    urgent(
      `${r.productName} is now ${r.level}${r.from === undefined ? '' : `, was ${r.from}`}; the customer is rated ${r.rating} · holds ${sum}`,
      r.serviceNoticeOnly
        ? 'A service notice of the new level only'
        : 'Tell them of the new level, invite them to be assessed again',
    ),
  launch: (r, { day }) =>
    plain(
      `${r.productName} goes on sale ${day(r.saleFrom)} and fits`,
      'Explain term and risk, invite to the branch',
    ),
  birthday: (r, { day }) =>
    plain(
      join(
        `${r.calendar === 'lunar' ? 'lunar birthday' : 'birthday'} ${day(r.on)}`,
        r.years !== undefined && `(${r.years})`,
      ),
      'Wish a happy birthday',
    ),
  anniversary: (r, { day }) => plain(`anniversary ${day(r.on)}`, 'Send a word of congratulation'),
  festival: (r, { day }) => plain(`${r.nameEn ?? r.name} ${day(r.on)}`, 'A greeting before the day'),
  event: (r, { day }) => plain(join(`${r.name} ${day(r.on)}`, r.place && `· ${r.place}`), 'Invite them'),
  gift: (r, { date }) => plain(`${r.name} to collect until ${date(r.upTo)}`, 'Agree when to collect it'),
  assessment: (r, { day }) =>
    plain(
      `risk assessment expires ${day(r.lastValidDay)}${r.daysLeft > 1 ? `, in ${r.daysLeft} days` : ''}`,
      'Invite to reassess',
    ),
  payment: (r, { day }) =>
    plain(
      r.productKind === 'loan'
        ? `instalment of ${r.productName} due ${day(r.payOn)}`
        : `${r.productName} payment due ${day(r.payOn)}`,
      'Remind to keep enough in the account',
    ),
  'loan-overdue': (r, { sum }) =>
    urgent(`${r.productName}, ${sum}, is overdue`, 'Ask what happened, agree how to pay'),
  news: (r) => plain(`${r.title} · holds ${r.touches}`, 'Say what it means, hear what they think'),
  interest: (r) => plain(`${r.title} · ${r.touches}`, 'A good topic to begin with'),
  'stop-profit': (r) =>
    plain(
      `${r.productName} is up ${r.changePercent}%, past the stop-profit line`,
      'Tell them and hear their plans',
    ),
  'stop-loss': (r) =>
    plain(
      `${r.productName} is down ${-r.changePercent}%, past the stop-loss line`,
      'Tell them and hear their plans',
    ),
  dividend: (r, { day }) =>
    plain(`${r.productName} paid a dividend ${day(r.paidOn)}`, 'Let them know it is there'),
  idle: (_, { sum }) => plain(`${sum} idle in the current account`, 'Ask what it is needed for'),
  sleeping: (r) => plain(`no transaction for ${r.days} days`, 'Check the account, say hello'),
  'vip-without-card': () =>
    plain('assets at the VIP line, no gold card yet', 'Mention what the gold card offers'),
}

function lateEn(days: number): string | false {
  return days > 0 && `${workingDays(days)} ago:`
}

function workingDays(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
