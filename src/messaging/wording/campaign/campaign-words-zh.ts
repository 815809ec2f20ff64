import type { RemovalRule } from '../../../domain/campaign/analyse.js'
import type { CampaignState, OutReason } from '../../../domain/campaign/campaign.js'
import type { GoalKind } from '../../../domain/campaign/goals.js'
import type { MemberState } from '../../../domain/campaign/member-state.js'

export const campaignWordsZh = {
  goals: {
    deposits: '存款',
    cards: '发卡',
    payroll: '代发(每月)',
    settlement: '结算',
  } satisfies Record<GoalKind, string>,
  cards: (count: string) => `${count}张`,

  states: { draft: '草稿', running: '进行中', paused: '已暂停', closed: '已结束' } satisfies Record<
    CampaignState,
    string
  >,
  members: {
    listed: '还没联系',
    tried: '联系过没接通',
    reached: '已接通',
    interested: '有意向',
    appointment: '已约见',
    won: '已办成',
    declined: '已拒绝',
    out: '已退出',
  } satisfies Record<MemberState, string>,
  out: {
    quiet: '要求勿扰',
    'no-consent': '撤回营销授权',
    'other-branch': '不在本网点了',
  } satisfies Record<OutReason, string>,
  removed: {
    'not-in-query': '不符合条件',
    'do-not-contact': '勿扰',
    'no-consent': '没有营销授权',
    'other-campaign': '在别的活动里',
  } satisfies Record<RemovalRule, string>,

  steps: [
    '一、数据来源',
    '二、客户分析',
    '三、筛选名单',
    '四、营销方式',
    '五、活动目标',
    '六、工作计划',
    '七、定期总结',
  ] as const,
  draftTitle: (name: string) => `活动草稿:${name}`,
  draftOf: (name: string) => `活动「${name}」的草稿`,
  sourceBranch: '本网点的全部客户',
  people: (count: string) => `${count}户`,
  persons: (count: number) => `${count}位`,
  deposits: (sum: string) => `存款合计${sum}`,
  quartiles: (q1: string, median: string, q3: string) => `四分位 ${q1} / ${median} / ${q3}`,
  withoutDeposits: (count: string) => `其中${count}户台账里没有存款,按0算`,
  byTrade: '行业',
  byManager: '客户经理',
  unknownTrade: '行业不详',
  asked: (words: string) => `条件:${words}`,
  everybody: '条件:没有限定,全部客户',
  leaves: (selected: string) => `入选${selected}户`,
  wayUsual: '先电话约见,再面谈;话术用已批准的',
  offers: '可以提供',
  planDays: (working: string) => `共${working}个工作日`,
  planCalls: (name: string, members: number, calls: number) => `${name}:${members}户,每天约${calls}户`,
  planCap: (percent: number) => `所有活动合起来最多占每日名单的${percent}%,不挤掉当天的P1`,
  summary: '每周五给负责人总结;结束时出报告,可导出Excel。随时问“活动做到多少了”。',
  startsOn: (day: string) => `到${day}自动开始,名单那天冻结。`,
  start: '开始活动',
  startOn: (day: string) => `${day}开始`,
  drop: '不建了',
  dropped: '好的,这份草稿不用了。',

  title: (name: string) => `「${name}」进度`,
  period: (state: string, period: string) => `${state} · ${period}`,
  days: (elapsed: string, left: string) => `已过${elapsed}个工作日,还剩${left}个`,
  notBegun: '还没有开始',
  doneOf: (done: string, target: string) => `完成${done},目标${target}`,
  doneOwn: (done: string, target: string) => `您的客户完成${done}(活动目标${target})`,
  expected: (sum: string) => `按进度应到${sum}`,
  ahead: (days: number) =>
    days === 0 ? '与进度持平' : days > 0 ? `领先${days}个工作日` : `落后${-days}个工作日`,
  forecast: (sum: string) => `照此到期约${sum}`,
  tooFew: '接通的还少,不好预计',
  told: (sum: string) => `客户经理口头报${sum},另列不相加`,
  unknown: (target: string) => `导入的文件里还没有这类数据,做到多少不知道;目标${target}`,
  mostlyBy: (name: string, kind: string) => `${kind}一半以上来自${name}一户。`,
  whereUnknown: (sum: string) => `另有${sum}存款到期,活期没有导入,去向不明;没有从完成数里扣。`,
  wonInLedger: (won: number, inLedger: number) => `办成的${won}户里,台账已见到${inLedger}户。`,
  funnel: '客户',
  total: (count: number) => `共${count}户`,
  managerLine: (members: number, covered: number, untouched: number) =>
    `${members}户,接通过${covered}户${untouched > 0 ? `,${untouched}户10个工作日没动` : ''}`,
  newFits: (count: number) => `有${count}位客户新符合条件,要不要加进来?`,
  join: '加进来',
  joined: (count: number) => `已加入${count}位。`,
  pause: '暂停',
  resume: '恢复',
  close: '结束活动',
  whoIsLeft: '谁还没联系',
  report: '导出报告',

  none: '现在没有活动。负责人可以说:建活动:微企存款 12月1日到3月31日 目标存款2亿、发卡5000张。',
  noneOwn: '您名下现在没有活动客户。',
  noneNamed: (name: string) => `没有叫“${name}”的活动。`,
  listTitle: (count: number) => `有${count}个活动`,
  membersTitle: (name: string, what: string, count: number) => `「${name}」${what}:${count}位`,
  membersMore: (count: number) => `还有${count}位没有列出。`,
  membersNone: (name: string, what: string) => `「${name}」里没有${what}的客户了。`,
  stillOpen: '还没接通',
  memberOf: (state: string, deposits: string) => `${state} · 存款${deposits}`,

  onlyHead: '活动由网点负责人来建和管,您可以问“活动做到多少了”看自己的客户。',
  started: (name: string, count: number) => `「${name}」已开始,名单${count}户已冻结。`,
  planned: (name: string, day: string) => `「${name}」定在${day}开始,名单那天冻结。`,
  moved: {
    pause: (name: string) => `「${name}」已暂停:不再提示,名单保留。说“恢复活动”继续。`,
    resume: (name: string) => `「${name}」已恢复。`,
    close: (name: string) => `「${name}」已结束,数字不再变动。`,
    start: (name: string) => `「${name}」已开始。`,
  },
  askClose: (name: string) => `结束活动「${name}」(结束后不能再恢复)`,
  already: (name: string, state: string) => `「${name}」本来就是${state},没有改。`,
  notFromHere: (name: string, state: string) => `「${name}」现在是${state},这一步做不了。`,
  over: '这个活动的最后一天已经过了,请换日期。',
  tooMany: (count: string, most: string) => `符合条件的有${count}户,活动最多${most}户,请把条件收窄。`,
  nobody: '没有符合条件的客户,活动没有开始。请换个条件。',
  askName: '活动叫什么、什么时候、目标多少?例如:建活动:微企存款 12月1日到3月31日 目标存款2亿、发卡5000张。',
  askTo: '活动到哪一天结束?',
  askGoals: '目标是多少?例如:存款2亿、发卡5000张、代发700万、结算1亿。',
  sameRunning: (name: string, state: string) => `已经有一个「${name}」,${state}。`,
  pastEnd: '活动的最后一天在第一天之前,请再说一遍日期。',

  resultNoted: (name: string, campaign: string, what: string) =>
    `已记:${name}${what},算「${campaign}」。台账数另计,两者不相加。`,
  resultWhat: {
    deposits: (sum: string) => `存款${sum}`,
    cards: (sum: string) => `开卡${sum}`,
    payroll: (sum: string) => `代发每月${sum}`,
    settlement: (sum: string) => `结算${sum}`,
  } satisfies Record<GoalKind, (sum: string) => string>,
  resultNotMember: (name: string) => `${name}不在进行中的活动名单里,没有记。`,
  resultWho: '是哪位客户?',
  resultHow: '做成了什么、多少?例如:开了3张商务卡。',

  reportTitle: (name: string) => `「${name}」总结`,
  fridayTitle: (name: string) => `「${name}」本周总结`,
  lostReasons: '没办成的主要原因',
  scripts: '管用的话术',
  sheets: {
    goals: '目标',
    funnel: '漏斗',
    members: '名单',
    goal: '目标',
    target: '目标值',
    done: '完成(台账)',
    told: '口头报',
    expected: '按进度应到',
    forecast: '预计到期',
    ahead: '领先工作日',
    state: '状态',
    customers: '户数',
    times: '次数',
    covered: '接通过',
    untouched: '10个工作日没动',
    customerId: '客户号',
    customer: '客户',
    frozen: '入选时存款',
    since: '入选日',
  },
} as const

/** The same in every language. */
export type CampaignWords = Widen<typeof campaignWordsZh>

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> }
