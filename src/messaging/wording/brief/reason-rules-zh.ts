import type { ReasonRules } from './rule-sentences.js'

/** The rule behind every reason, in Chinese. */
export const REASON_RULES_ZH: ReasonRules = {
  maturity: ({ maturityHeadsUpDays }) =>
    `到期前${maturityHeadsUpDays.join('天、')}天各提醒一次,前一个工作日和当天再提醒;休息日到期算前一个工作日`,
  'level-raised': ({ levelRaised: l }) =>
    `产品风险等级上调后,评级不再够的持有客户提醒一次,每天最多${l.aDay}位,金额大的在前,${l.workingDays}个工作日内`,
  'linked-inflow': ({ links }, { sum }) =>
    `名下企业一天净进账${sum(links.inflowFromFen)}以上,下一个工作日提醒联系老板;别人管户的企业不显示金额`,
  movement: ({ largeMovement }, { sum }) =>
    `${largeMovement.tiers.join('、')}级客户一天净进出${sum(largeMovement.fromFen)}以上,当天晚间小结或下一个工作日提醒`,
  appointment: () => '约见当天提醒,过了没记就一直提醒',
  callback: () => '约好再联系的当天提醒,过了没记就一直提醒',
  promise: () => '答应的事当天提醒,没办就一直提醒',
  task: () => '您记的提醒,当天列出',
  cadence: (_, { tier, every }) => `${tier}客户每${every}联系一次,联系不上不算;应联系日遇休息日顺延`,
  claim: (_, { tier }) => `${tier}客户分给您后还没接通过,从分配日起列出`,
  campaign: ({ campaign: c }) =>
    `活动名单里还没办成、${c.quietDays}天内没聊过、${c.recentDays}天内联系不超过${c.mostRecentContacts}次的客户,按剩余工作日平均提示;所有活动最多占每日名单的${c.capacityPercent}%`,
  snoozed: () => '您推后到这一天',
  'opportunity-stuck': ({ opportunityStuckAfterDays }) => `商机${opportunityStuckAfterDays}天没有进展就提醒`,
  'opportunity-due': () => '说好再谈的那一天提醒',
  'plan-step': () => '提升计划的一步过了日子还没完成,第二天起列出,直到完成',
  'plan-check': ({ plan }) => `提升计划每${plan.checkEveryDays}天看一次,看过才不再列出`,
  review: ({ review }) =>
    `${review.tiers.join('、')}级客户每${review.everyMonths}个月做一次财富诊断,没做过的从分配后第${review.firstAfterDays}天起;每天最多${review.aDay}位,先到期的在前`,
  launch: () => '开售前一个工作日和开售当天,列出适当性、起购金额和营销授权都合适的客户',
  birthday: () => '生日前一个工作日提醒,休息日的生日一并提前',
  anniversary: () => '纪念日前一个工作日提醒',
  festival: () => '节日前一个工作日提醒',
  event: ({ eventHeadsUpDays }) => `活动前${eventHeadsUpDays}天和前一个工作日,提醒贵宾客户`,
  gift: () => '发放期内每周第一个工作日,提醒贵宾客户',
  assessment: ({ assessment: a }) =>
    `风险评估${a.validDays}天有效,到期前${a.noticeDays}天起每${a.repeatDays}天提醒一次`,
  payment: ({ paymentNoticeDays }) => `还款日前${paymentNoticeDays}天提醒`,
  'loan-overdue': () => '贷款逾期,天天列出,直到还清',
  news: () => '消息当天,列出持有相关产品的客户',
  interest: () => '消息当天,列出爱好或行业相关的客户',
  'stop-profit': ({ stopLines }) => `比成本涨${stopLines.profitPercent}%或更多,当天提醒`,
  'stop-loss': ({ stopLines }) => `比成本跌${stopLines.lossPercent}%或更多,当天提醒`,
  dividend: () => '产品分红的次日工作日提醒',
  idle: ({ idleMoney }, { sum }) =>
    `只有活期,且连续${idleMoney.days}天都在${sum(idleMoney.fromFen)}以上,每月提醒一次`,
  sleeping: ({ sleepingAfterDays }) => `本人${sleepingAfterDays}天没有交易,每月提醒一次`,
  'vip-without-card': ({ vipFromFen }, { sum }) => `资产${sum(vipFromFen)}以上还没有金卡,每月提醒一次`,
}
