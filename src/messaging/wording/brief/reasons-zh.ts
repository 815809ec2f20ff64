import { campaignWordsZh } from '../campaign/campaign-words-zh.js'
import { planWordsZh } from '../plans/plan-words-zh.js'
import { salesStepsZh } from '../sales/sales-steps-zh.js'
import { join, plain, type Sentences, urgent } from './reason-words.js'

/** Every reason in Chinese. */
export const REASONS_ZH: Sentences = {
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
  task: (r, { day }) =>
    r.given === undefined
      ? urgent(join(`提醒:${day(r.on)}`, r.about), '按提醒办')
      : urgent(
          join(`负责人交办:${day(r.on)}前${r.given.accepted ? '(已接受)' : ''}`, r.about),
          '联系后记下来,任务就算办完',
        ),
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
  campaign: (r) =>
    plain(
      `活动「${r.campaignName}」:${campaignWordsZh.members[r.state]}`,
      r.state === 'interested' ? '接着谈,约个时间见面' : '说明来意,给两个时间请客户选',
    ),
  snoozed: (r, { day }) => plain(`您推到${day(r.until)}联系`, '按计划联系'),
  'opportunity-stuck': (r, { sum }) =>
    plain(
      join(`${r.days}天没进展:`, r.about ?? '商机', sum),
      r.waitsFor === undefined ? '走下一步' : salesStepsZh.pipeline.next[r.waitsFor],
    ),
  'opportunity-due': (r, { sum, day }) =>
    urgent(join(`说好${day(r.until)}再谈:`, r.about ?? '商机', sum), '问问考虑得怎样'),
  'linked-inflow': (r, { sum, day }) =>
    plain(
      r.with === undefined
        ? join(`${r.company}${day(r.on)}进账`, sum)
        : `${r.company}(${r.with}管户)${day(r.on)}有大额进账`,
      '问候老板,听听资金安排',
    ),
  'plan-step': (r, { day }) =>
    plain(`提升计划有${r.count}步逾期,最早${day(r.on)}:${planWordsZh.what[r.what]}`, '看看计划,把这一步补上'),
  'plan-check': (r) =>
    plain(
      r.exceptions.length === 0
        ? '提升计划该看了'
        : `提升计划该看了:${r.exceptions.map((one) => planWordsZh.exceptions[one]).join('、')}`,
      '定一下:照旧、调整还是停',
    ),
  review: (r, { day }) =>
    plain(
      r.lastOn === undefined ? '该做财富诊断,还没做过' : `该做财富诊断 · 上次${day(r.lastOn)}`,
      r.withoutHoldings === true ? '先问清持有什么' : '看诊断单,约时间谈',
    ),
  movement: (r, { sum, day }) =>
    r.direction === 'in'
      ? urgent(`${day(r.on)}转入${sum}`, '问问这笔资金的安排')
      : urgent(`${day(r.on)}转出${sum}`, '问候一声,了解去向'),
  'level-raised': (r, { sum }) =>
    urgent(
      `${r.productName}${r.from === undefined ? '定' : `由${r.from}升`}为${r.level},高于客户的${r.rating} · 持有${sum}`,
      r.serviceNoticeOnly ? '只按服务通知告知等级变化' : '告知等级变化,请客户重做风险评估',
    ),
  launch: (r, { day }) =>
    plain(`${r.productName}${day(r.saleFrom)}开售,适合客户`, '讲清期限和风险,约来网点看'),
  birthday: (r, { day }) =>
    plain(
      `${day(r.on)}${r.calendar === 'lunar' ? '农历' : ''}生日${r.years === undefined ? '' : `,${r.years}岁`}`,
      '送上生日祝福',
    ),
  anniversary: (r, { day }) => plain(`${day(r.on)}纪念日`, '送上一句祝贺'),
  festival: (r, { day }) => plain(`${day(r.on)}${r.name}`, '节前问候一声'),
  event: (r, { day }) => plain(join(`${day(r.on)}${r.name}`, r.place), '邀请参加'),
  gift: (r, { date }) => plain(`${r.name}可以领取,到${date(r.upTo)}为止`, '约个时间来领'),
  assessment: (r, { day }) =>
    plain(
      `风险评估${day(r.lastValidDay)}到期${r.daysLeft > 1 ? `,还有${r.daysLeft}天` : ''}`,
      '邀请重新评估',
    ),
  payment: (r, { day }) =>
    plain(
      r.productKind === 'loan'
        ? `${r.productName}${day(r.payOn)}还款`
        : `${r.productName}${day(r.payOn)}是还款日`,
      '提醒账户留足资金',
    ),
  'loan-overdue': (r, { sum }) => urgent(`${r.productName} ${sum} 已逾期`, '了解原因,商量还款'),
  news: (r) => plain(`${r.title}(持有${r.touches})`, '说说影响,听听想法'),
  interest: (r) => plain(`${r.title}(${r.touches})`, '借这个话题聊聊'),
  'stop-profit': (r) => plain(`${r.productName}浮盈${r.changePercent}%,过了止盈线`, '说明情况,听听打算'),
  'stop-loss': (r) => plain(`${r.productName}浮亏${-r.changePercent}%,过了止损线`, '说明情况,听听打算'),
  dividend: (r, { day }) => plain(`${r.productName}${day(r.paidOn)}分红`, '告诉客户分红到账'),
  idle: (_, { sum }) => plain(`活期闲置${sum}`, '了解近期用款安排'),
  sleeping: (r) => plain(`${r.days}天没有交易`, '核对账户,问候一声'),
  'vip-without-card': () => plain('资产已到贵宾标准,还没有金卡', '说说金卡权益'),
}

function late(days: number): string | false {
  return days > 0 && `已过${days}个工作日:`
}
