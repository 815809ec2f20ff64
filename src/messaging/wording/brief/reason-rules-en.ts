import type { ReasonRules } from './rule-sentences.js'

/** The rule behind every reason, in English. */
export const REASON_RULES_EN: ReasonRules = {
  maturity: ({ maturityHeadsUpDays }) =>
    `told ${maturityHeadsUpDays.join(' and ')} days before, the working day before and on the day; on a day off it counts as the working day before`,
  'level-raised': ({ levelRaised: l }) =>
    `a product's level was raised above the rating of its holders: told once, at most ${l.aDay} a day, larger sums first, within ${l.workingDays} working days`,
  'linked-inflow': ({ links }, { sum }) =>
    `a company the customer owns had a net inflow of ${sum(links.inflowFromFen)} or more on a day: told the next working day, without the sum where a colleague looks after the company`,
  movement: ({ largeMovement }, { sum }) =>
    `${sum(largeMovement.fromFen)} or more net in one day, tiers ${largeMovement.tiers.join(' and ')}, told that evening or the next working day`,
  appointment: () => 'an appointment is told on its day, and after it until it is logged',
  callback: () => 'a call agreed on is told on its day, and after it until it is logged',
  promise: () => 'a promise is told on its day, and after it until it is kept',
  task: () => 'a reminder of yours is told on its day',
  cadence: (_, { tier, every }) =>
    `${tier} is contacted every ${every}, counted from the last time they were reached; a day off moves to the next working day`,
  claim: (_, { tier }) => `${tier}, never reached: listed from the day they were assigned to you`,
  campaign: ({ campaign: c }) =>
    `an open member of the campaign, not spoken with for ${c.quietDays} days and contacted at most ${c.mostRecentContacts} times in ${c.recentDays}; spread over the working days left, and all campaigns take at most ${c.capacityPercent}% of a day's list`,
  snoozed: () => 'you put the contact off to this day',
  'opportunity-stuck': ({ opportunityStuckAfterDays }) =>
    `an opportunity without progress for ${opportunityStuckAfterDays} days is told`,
  'opportunity-due': () => 'told on the day that was agreed',
  'plan-step': () => 'a step of a value plan is told from the day after its day until it is done',
  'plan-check': ({ plan }) => `a running value plan is looked at every ${plan.checkEveryDays} days`,
  review: ({ review }) =>
    `tiers ${review.tiers.join(' and ')} get a wealth review every ${review.everyMonths} months, the first ${review.firstAfterDays} days after they were assigned; at most ${review.aDay} a day, the earliest due first`,
  launch: () =>
    'told the working day before and on the first day of sale, for customers whose rating, assets and consent fit',
  birthday: () => 'told the working day before, those on days off as well',
  anniversary: () => 'told the working day before',
  festival: () => 'told the working day before',
  event: ({ eventHeadsUpDays }) =>
    `told ${eventHeadsUpDays} days and the working day before, for VIP customers`,
  gift: () => 'told on the first working day of each week it lasts, for VIP customers',
  assessment: ({ assessment: a }) =>
    `an assessment holds ${a.validDays} days and is told from ${a.noticeDays} days before its end, every ${a.repeatDays} days`,
  payment: ({ paymentNoticeDays }) => `told ${paymentNoticeDays} days before the payment`,
  'loan-overdue': () => 'an overdue loan is told every day until it is paid',
  news: () => 'told on its day to who holds the product',
  interest: () => 'told on its day where hobby or trade match',
  'stop-profit': ({ stopLines }) =>
    `told on the day its value is ${stopLines.profitPercent}% or more above cost`,
  'stop-loss': ({ stopLines }) => `told on the day its value is ${stopLines.lossPercent}% or more below cost`,
  dividend: () => 'told the working day after it was paid',
  idle: ({ idleMoney }, { sum }) =>
    `current account only, ${sum(idleMoney.fromFen)} or more on each of ${idleMoney.days} days; told once a month`,
  sleeping: ({ sleepingAfterDays }) =>
    `no transaction of their own for ${sleepingAfterDays} days; told once a month`,
  'vip-without-card': ({ vipFromFen }, { sum }) =>
    `assets of ${sum(vipFromFen)} or more and no gold card; told once a month`,
}
