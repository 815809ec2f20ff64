import type { TaskState } from '../../../domain/branch/given-tasks.js'
/** What is said around the day's list, in Chinese. The English table has the same shape, or it does not compile. */
export const dayWordsZh = {
  acts: {
    accept: '接受任务',
    accepted: (name: string) => `${name}:任务已接受`,
    notReached: '没接通',
    putOff: (day: string) => `推到${day}`,
    skip: '这次跳过',
    done: { promise: '已办好', task: '已办好', appointment: '已见面', callback: '已联系' },
    back: '返回',
    whySkip: (name: string) => `这次不联系${name},因为:`,
    skipReasons: {
      recent: '刚联系过',
      away: '客户出差或在忙',
      asked: '客户让晚些再联系',
      other: '其他原因',
    },
    noted: {
      notReached: (name: string) => `${name}没接通,已记1次`,
      putOff: (name: string, day: string) => `${name}推到${day}`,
      skipped: (name: string, reason: string) => `${name}这次跳过:${reason}`,
      done: (name: string, what: string) => `${name}:${what}已办好`,
    },
    agreements: { promise: '答应的事', task: '提醒', appointment: '见面', callback: '再联系' },
    gone: '这位客户已经不在今天的名单上。',
    doneAlready: '这件事已经办过了。',
    putOffToday: (names: string, count: number, unnamed: number) =>
      unnamed === 0 ? `今天推后${count}位:${names}` : `今天推后${count}位:${names}等`,
  },

  wrapUp: {
    title: '今日小结',
    notification: (done: number, left: number) => `今日小结:联系${done}位,还有${left}位`,
    nothing: '今天没有名单,也没有记录。明天见。',
    contacted: '已联系',
    meetings: '约到见面',
    left: '还没联系',
    attempts: (count: number) => (count === 0 ? '' : `试过${count}位没接通`),
    leftTitle: (count: number) => `还剩${count}位`,
    openedTitle: '看过资料,还没记录',
    openedHint: '打过电话的话,点“记录”补一条',
    movementsTitle: '今天的大额异动',
    tomorrowTitle: (day: string) => `${day}先联系`,
    more: (count: number) => `还有${count}位`,
    allDone: '今天名单上的都联系到了。',
    came: (sum: string) => `转入${sum}`,
    went: (sum: string) => `转出${sum}`,
  },

  week: {
    title: '本周安排',
    notification: (maturities: number) => `本周安排:${maturities}笔到期`,
    maturing: '本周到期',
    people: '该联系',
    meetings: '约定',
    day: (count: number) => `${count}位`,
    planTitle: '每天几位',
    maturitiesTitle: '到期',
    agreementsTitle: '约好的',
    notSpoken: '还没联系',
    spoken: '已联系',
    empty: '本周没有到期,也没有约定。',
    more: (count: number) => `还有${count}笔`,
  },

  results: {
    title: '本周结果',
    notification: (reached: number) => `本周结果:联系到${reached}位客户`,
    reached: '联系到',
    contacts: '联系次数',
    ofWhich: (calls: number, visits: number, messages: number) =>
      [
        ...(calls === 0 ? [] : [`电话${calls}`]),
        ...(visits === 0 ? [] : [`面访${visits}`]),
        ...(messages === 0 ? [] : [`消息${messages}`]),
      ].join(' · '),
    meetings: '约到见面',
    closed: '成交',
    promises: '答应的事已办',
    overdueNow: '现在逾期',
    empty: '本周还没有联系记录。',
    times: (count: number) => `${count}次`,
    deals: (count: number) => `${count}笔`,
    people: (count: number) => `${count}位`,
    items: (count: number) => `${count}件`,
  },

  branch: {
    title: '网点要留意的',
    weekTitle: (period: string) => `网点 ${period}`,
    notification: (count: number) => `网点晨报:${count}件要留意`,
    nothing: '今天没有要留意的:到期都联系了,A、B级没有逾期,没有大额异动。',
    movements: '大额异动',
    maturities: '7天内到期,还没联系',
    overdue: 'A、B级逾期',
    promises: '答应客户的事过期未办',
    raised: '产品风险等级上调',
    raisedTo: (from: string | undefined, to: string, concerned: number, above: number) =>
      `${from === undefined ? '定' : `由${from}升`}为${to},${concerned}位客户评级不再够${above === 0 ? '' : `,另有${above}位原来就不够`}`,
    raisedLeft: (left: number) => (left === 0 ? '都已列出' : `还有${left}位`),
    tasks: '交办的任务',
    by: (when: string) => `${when}前`,
    taskStates: { given: '未接受', accepted: '已接受', done: '已办', late: '过期' } satisfies Record<
      TaskState,
      string
    >,
    coverage: '常规联系覆盖',
    tierLine: (tier: string) => `${tier}级`,
    more: (count: number) => `还有${count}条`,
    late: (days: number) => `逾期${days}个工作日`,
    lateSince: (days: number) => `已过${days}个工作日`,
    inWeek: '本周联系',
    headOnly: '网点情况只给网点负责人看。',
    week: (reached: number, attempts: number) =>
      attempts === 0 ? `联系到${reached}次` : `联系到${reached}次,没接通${attempts}次`,
  },

  alert: {
    title: '大额异动',
    notification: (count: number) => `大额异动:${count}位客户`,
    again: '(重发)',
    hint: '今天就联系最合适',
  },

  handOver: {
    title: '移交给您的客户',
    again: '(重发)',
    notification: (count: number) => `移交:${count}位客户转到您名下`,
    from: (count: number, colleague: string) => `${count}位,由${colleague}移交`,
    colleague: '同事',
    hint: '历史、约定和商机都在移交卡上。先打个招呼:以后由我服务您。',
    see: '移交卡',
    open: (count: number) => `${count}件未办`,
    chances: (count: number) => `${count}笔商机`,
    matures: (day: string) => `${day}到期`,
    last: (day: string) => `上次联系${day}`,
    never: '还没联系过',
    more: (count: number) => `还有${count}位`,
    lead: (colleague: string) => `由${colleague}移交`,
  },
}

export type DayWords = typeof dayWordsZh
