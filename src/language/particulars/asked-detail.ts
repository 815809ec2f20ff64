import { DETAILS, type Detail } from '../../domain/customer/facts/detail.js'

const WORDS = {
  identity:
    /(?:\d{4,11}|尾号|号码?|电话).{0,6}是(?:谁|哪位|哪个)|^(?:谁|哪位)的(?:电话|号码)|(?<![a-z])(?:who is (?:this|the one|that)|whose (?:phone|number|mobile)|who has the number)(?![a-z])|\d{4,11} (?:is )?who/,
  permission:
    /(?:能(?:不能)?|可以?(?:不可以)?|方便)(?:给(?:[他她]))?(?:打|联系|打扰|发短信)|勿扰|(?<![a-z])(?:(?:can|may|should) (?:i|we) (?:call|contact|phone|ring|disturb|message)|do[- ]not[- ]contact|dnc)(?![a-z])/,
  consent: /授权|(?<![a-z])(?:consent|opted in)(?![a-z])/,
  phone:
    /电话|手机|号码|怎么(?:打|联系)|联系方式|(?<![a-z])(?:phone|mobile|cell|number|no\.|tel|contact details?)(?![a-z])/,
  email: /邮箱|邮件|(?<![a-z])(?:e-?mail)/,
  address: /地址|住哪|住在哪|家在哪|(?<![a-z])(?:address|where does .* live|lives?)(?![a-z])/,
  birthday: /生日|几岁|多大|年龄|哪年(?:生|的)|(?<![a-z])(?:birthday|bday|born|how old|age)(?![a-z])/,
  company:
    /店(?:名|叫)|叫什么(?:店|公司|名)|单位|公司|在哪(?:里|儿)?(?:上班|工作|高就)|(?<![a-z])(?:company|employer|where does .* work|works?|business called|shop called|business name)(?![a-z])/,
  occupation:
    /职业|做什么|干什么|干啥|做啥|(?<![a-z])(?:occupation|job|profession|what does (?!.*like).* do(?![a-z]))(?![a-z])/,
  risk: /风险|风评|测评|评估|评级|c ?几|(?<![a-z])(?:risk|rating|rated|assessments?)(?![a-z])/,
  tier: /[几哪什么]个?(?:级|类|档)|什么级别|客户等级|级别|(?<![a-z])(?:tier|grade|class)(?![a-z])/,
  card: /什么卡|有(?:没有)?卡|办(?:了|过|没办)?卡|金卡|白金|卡等级|(?<![a-z])(?:cards?|gold|platinum)(?![a-z])/,
  holdings:
    /持有|持仓|(?:手里|手上|名下|买了|有)(?:都)?(?:有)?(?:啥|什么|哪些)|(?<![a-z])(?:holds?|holdings|own|owns|bought|portfolio)(?![a-z])/,
  aum: /资产|身家|多少钱|有钱吗|(?<![a-z])(?:aum|assets|how much (?:money )?.*(?:have|got|has)|worth)(?![a-z])/,
  hobbies: /爱好|喜欢(?:什么|啥|干)|(?<![a-z])(?:hobb(?:y|ies)|likes?|enjoys?|interests)(?![a-z])/,
  family: /家里|家庭|孩子|爱人|(?<![a-z])(?:family|kids|children|wife|husband|spouse)(?![a-z])/,
} as const satisfies Record<Detail, RegExp>

/** Which one thing the words ask; undefined where they ask for the whole profile. */
export function askedDetail(folded: string): Detail | undefined {
  return DETAILS.find((detail) => WORDS[detail].test(folded))
}

const AROUND =
  /[?？!！。.,，\s]|的|呢|吗|啊|呀|哪天|多少|是|几号|什么时候|什么|啥|哪个?|有|等级|(?<![a-z])(?:and|so|his|her|their|its|the|what|what's|whats|is|are|number|of|about|how|when|please|pls|then|date|ok|day|address)(?![a-z])/g

/** Words that are the name of one thing and no more: 风险等级呢, "and his risk rating". */
export function isOnlyDetail(folded: string): boolean {
  const detail = askedDetail(folded)
  if (detail === undefined) return false
  const words = new RegExp(WORDS[detail].source, 'g')
  return folded.replace(words, ' ').replace(AROUND, ' ').trim() === ''
}

/** Answered by yes or no: 是C3吗, "is Amy C3", 有没有房贷. */
export function asksYesOrNo(folded: string): boolean {
  return YES_OR_NO.test(folded.trim()) && !EITHER.test(folded)
}

/** 是金卡还是白金卡: which of them. */
const EITHER = /还是|(?<![a-z])or (?!not)/
const YES_OR_NO =
  /(?:吗|么|没有|不是?)[?？。]?$|是不是|有没有|能不能|^(?:is|are|does|do|has|have|was|did) |(?<![a-z])(?:is|does|has) (?:he|she|p) |(?<![a-z])or not[?.]?$/
