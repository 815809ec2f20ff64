import type { GoalKind } from '../../domain/campaign/goals.js'
import type { MemberState } from '../../domain/campaign/member-state.js'
import type { Parsed } from '../parse.js'
import { englishValue, numeralValue } from '../text/numerals.js'

/** A goal or a result as it was said: yuan, or a number of cards. */
export interface SaidGoal {
  readonly kind: GoalKind
  readonly amount: number
}

/** What a message says of a campaign. */
export interface CampaignAsked {
  /** Words that may be its name, or part of it. */
  readonly said?: string
  readonly act?: 'start' | 'pause' | 'resume' | 'close'
  /** Whose names are asked for; `open`: nobody reached yet. */
  readonly part?: MemberState | 'open'
  readonly goals?: readonly SaidGoal[]
}

const KIND_WORDS: readonly (readonly [GoalKind, RegExp])[] = [
  ['payroll', /代发|(?<![a-z])(?:payrolls?|salar(?:y|ies)|wages)(?![a-z])/],
  ['settlement', /结算|流水|(?<![a-z])(?:settlements?|turnover)(?![a-z])/],
  ['cards', /[卡]|(?<![a-z])(?:(?:credit|debit|business) )?cards?(?![a-z])/],
  [
    'deposits',
    /存款|存了|存进|存入|定期|存单|(?<![a-z])(?:deposits?|deposited|savings|put in|moved in)(?![a-z])/,
  ],
]
const COUNT =
  /(?<n>\d[\d,]*|[零一二两三四五六七八九十百千万]+) ?(?:张|枚)|(?:发卡|开卡|办卡|卡) ?(?<m>\d[\d,]*(?:万)?)|(?<![\d.])(?<c>\d[\d,]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:new |business |credit |debit |company |corporate )*cards?(?![a-z])|(?<![a-z])cards?(?: of| to|:)? ?(?<d>\d[\d,]*)(?![\d.]*(?:k|m|w|万|亿))/
/** Between two goals. A comma inside a number is none. */
const BREAK = /、|，|；|;|,(?!\d{3}(?!\d))|(?<![a-z])and(?![a-z])|[和与及]/g

/** Sums and numbers of cards with what they are of, in the order in which they are said; each kind once. */
export function saidGoals({ text, sums }: Pick<Parsed, 'text' | 'sums'>): readonly SaidGoal[] {
  const cuts = [0, ...[...text.matchAll(BREAK)].map(({ index }) => index), text.length]
  const goals = new Map<GoalKind, number>()
  for (const [at, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[at + 1] ?? text.length
    const clause = text.slice(start, end)
    for (const goal of goalsIn(clause, sums, start, end))
      if (!goals.has(goal.kind)) goals.set(goal.kind, goal.amount)
  }
  return [...goals].map(([kind, amount]) => ({ kind, amount }))
}

function goalsIn(clause: string, sums: Parsed['sums'], start: number, end: number): readonly SaidGoal[] {
  const count = countOf(clause)
  if (count !== undefined) return [{ kind: 'cards', amount: count }]
  const sum = sums.find(
    (one) => one.start >= start && one.end <= end && (one.range.currency ?? 'CNY') === 'CNY',
  )
  const amount = sum?.range.min ?? sum?.range.max
  const kind = KIND_WORDS.find(([, words]) => words.test(clause))?.[0]
  if (amount === undefined || kind === undefined || kind === 'cards') return []
  return [{ kind, amount }]
}

function countOf(clause: string): number | undefined {
  const { n, m, c, d } = COUNT.exec(clause)?.groups ?? {}
  const said = n ?? m ?? c ?? d
  if (said === undefined) return undefined
  if (n !== undefined && !/卡|card/.test(clause)) return undefined
  const value =
    said.endsWith('万') && /\d/.test(said)
      ? Number(said.slice(0, -1)) * 1e4
      : (numeralValue(said) ?? englishValue(said))
  return value !== undefined && value > 0 ? Math.round(value) : undefined
}

const ACTS: readonly (readonly ['pause' | 'resume' | 'close', RegExp])[] = [
  [
    'resume',
    /恢复|重启|重新(?:开始|启动)|接着做|继续(?:做|搞|进行|开展)?|(?<![a-z])(?:resume|restart|unpause|re-?activate|go on with|continue)(?![a-z])/,
  ],
  ['pause', /暂停|先停|停一停|停一下|缓一缓|挂起|(?<![a-z])(?:pause|suspend|hold|halt|freeze)(?![a-z])/],
  [
    'close',
    /结束|关闭|收官|终止|关掉|关了|收了|结掉|(?<![a-z])(?:close|end|finish|stop|terminate|wrap up|shut down)(?![a-z])/,
  ],
]
const BEGINS = /开始|启动|(?<![a-z])(?:start|begin|launch|kick off)(?![a-z])/

/** What is to be done with a campaign that is there. */
export function campaignAct(text: string): CampaignAsked['act'] {
  return ACTS.find(([, words]) => words.test(text))?.[0] ?? (BEGINS.test(text) ? 'start' : undefined)
}

const PARTS: readonly (readonly [NonNullable<CampaignAsked['part']>, RegExp])[] = [
  [
    'open',
    /(?:没|未|没有|还没)(?:有|被)?(?:人)?(?:联系|打|跟进|接触|触达|碰)|没(?:动|碰)过?|(?:(?<![a-z])not|n't|(?<=[a-z])nt) (?:yet )?(?:been )?(?:yet )?(?:contacted|called|reached|touched|phoned)|(?<![a-z])un(?:contacted|touched|reached)(?![a-z])|left to (?:call|contact|reach)|(?:who|anyone)(?:'s| is)? left(?![a-z])|uncontacted/,
  ],
  ['tried', /没(?:有)?(?:接通|打通|接)|(?<![a-z])(?:no answer|not answer)/],
  ['declined', /拒绝|回绝|婉拒|不做|(?<![a-z])(?:declined|refused|said no)(?![a-z])/],
  ['appointment', /约(?:好|了|见|上)|(?<![a-z])(?:booked|meetings?|appointments?)(?![a-z])/],
  ['interested', /意向|兴趣|在考虑|(?<![a-z])(?:interested|considering)(?![a-z])/],
  ['won', /办(?:成|好|了)|成交|做成|(?<![a-z])(?:won|closed|signed)(?![a-z])/],
  ['out', /退出|退(?:了|掉)|(?<![a-z])(?:dropped out|left the campaign|is out|are out)(?![a-z])/],
]
const ASKS_WHO =
  /谁|哪些|哪几|名单|客户有|(?<![a-z])(?:who|whom|which (?:clients?|customers?|members?)|list|names?)(?![a-z])/

/** Whose names a question about a campaign asks for; undefined: how far it has come. */
export function membersAsked(text: string): CampaignAsked['part'] {
  const part = PARTS.find(([, words]) => words.test(text))?.[0]
  if (part === 'open') return part
  return ASKS_WHO.test(text) ? part : undefined
}

/** Where the goals begin, the name of a campaign and whom it is for have been said. */
const GOALS_BEGIN = /目标|指标|任务|(?<![a-z])(?:goals?|targets?)(?![a-z])/

/** The part of a text that says what a campaign is and for whom. */
export function beforeGoals(text: string): string {
  const at = GOALS_BEGIN.exec(text)?.index
  return at === undefined ? text : text.slice(0, at)
}

const QUOTED = /[「『“"《‘']([^」』”"》’']{1,40})[」』”"》’']/
const AFTER_COLON = /[:：]\s*([^\s,，。;；、]{1,40})/
const LEAD_ZH =
  /^(?:请|帮我|给我|我要|我想|想要?|要|来|咱们?|打算|准备)*(?:建立?|新建|新增|创建|发起|搞|策划|弄|做|开展?|起|启动|立|设|组织|拟|来|整)?(?:一?(?:个|次|场|波|轮|只|档))?(?:新的?)?/
const LEAD_EN =
  /^(?:please |can (?:you|we) |could you |let's |lets |i(?:'d like to| want to| need to| wanna) |i need )*(?:start|create|set up|setup|launch|run|build|make|plan|draft|begin|open|organi[sz]e|kick off|add|do|prepare|put together|draw up|roll out|design)? ?(?:me )?(?:a |an |the )?(?:new )?/
const TAIL_EN = /\b(?:from|between|starting|until|till|through|with|targets?|goals?)\b.*$/

/**
 * The name that a new campaign is given: what stands in quotes or behind a colon, else the words beside "campaign".
 *
 * @param days where days are said, which are no part of it
 */
export function campaignName(raw: string, days: readonly string[]): string | undefined {
  const quoted = QUOTED.exec(raw)?.[1]
  if (quoted !== undefined) return quoted.trim()
  const before = beforeGoals(raw)
  const colon = /(?:活动|campaign|drive)\s*[:：]/i.test(before) ? AFTER_COLON.exec(before)?.[1] : undefined
  const said = withoutDays(colon ?? before, days)
  if (colon !== undefined && said !== '') return said
  const bare = /[\u4e00-\u9fff]/.test(said)
    ? said
        .replace(/[,，。;；、\s].*$/, '')
        .replace(LEAD_ZH, '')
        .replace(/(?:的)?(?:营销)?活动.*$/, '')
        .replace(/^(?:给|面向|针对|对)/, '')
    : said
        .toLowerCase()
        .replace(/[,.;:].*$/, '')
        .replace(LEAD_EN, '')
        .replace(TAIL_EN, '')
        .trim()
  const name = bare.trim()
  return name === '' || /^(?:campaign|drive|promo)$/.test(name) ? undefined : name.slice(0, 40)
}

function withoutDays(said: string, days: readonly string[]): string {
  let left = said
  for (const day of days) left = left.replace(day, ' ')
  return left
    .replace(/[到至~—-]\s*$/, '')
    .replace(/\s+(?:到|至|to|and|-)?\s*$/i, '')
    .trim()
}

const STOP_ZH =
  /暂停|先停|停一[停下]|恢复|继续|重启|结束|关闭|收官|终止|关掉|看看|看下|查|现在|那个|这个|的|咱们?|我们?|帮我|请|开始|启动|一下|算|记|到|进|入|在/g
const STOP_EN =
  /\b(?:pause|suspend|hold|halt|resume|restart|continue|close|end|finish|stop|start|how|is|are|the|our|my|a|an|doing|going|in|of|for|on|to|this|that|what|who|has|have|been|contacted|count|counts|it|towards?|under|please|show|me|progress|status|s|not|yet|so|far|with|wrap|up)\b/g

/** What asks for a file names no campaign: 导出微企活动的报告. */
export function withoutExport(text: string): string {
  return text
    .replaceAll(/导出|下载|发(?:给)?我|要|给我|把|报告|报表|结果|总结|数据|excel|表格|文件|xlsx?/g, ' ')
    .replaceAll(
      /(?<![a-z])(?:export|download|send|give|get|report|results?|list|file|sheet|as|spreadsheet|table|want|need|i|can|you)(?![a-z])/g,
      ' ',
    )
}

/** The words beside "campaign" that may name one that is there: 微企 in 微企存款活动做到多少了. */
export function campaignSaid(text: string): string | undefined {
  const quoted = QUOTED.exec(text)?.[1]
  if (quoted !== undefined) return quoted.trim()
  const han = /([\u4e00-\u9fff0-9a-z ]{0,16})活动/.exec(text)?.[1]
  const said =
    han !== undefined
      ? han.replace(STOP_ZH, ' ')
      : (/([a-z0-9' ]{0,40})\b(?:campaign|drive|promo|push)\b/.exec(text)?.[1] ?? '').replace(STOP_EN, ' ')
  const words = said
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.at(-1) === undefined ? undefined : words.join(' ')
}
