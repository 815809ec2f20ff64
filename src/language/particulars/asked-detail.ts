import { DETAILS, type Detail } from '../../domain/customer/detail.js'

const WORDS = {
  phone:
    /电话|手机|号码|怎么(?:打|联系)|联系方式|(?<![a-z])(?:phone|mobile|cell|number|no\.|tel|contact details?)(?![a-z])/,
  email: /邮箱|邮件|(?<![a-z])(?:e-?mail)/,
  address: /地址|住哪|住在哪|家在哪|(?<![a-z])(?:address|where does .* live|lives?)(?![a-z])/,
  birthday: /生日|几岁|多大|年龄|哪年(?:生|的)|(?<![a-z])(?:birthday|bday|born|how old|age)(?![a-z])/,
  company:
    /单位|公司|在哪(?:里|儿)?(?:上班|工作|高就)|(?<![a-z])(?:company|employer|where does .* work|works?)(?![a-z])/,
  occupation: /职业|做什么|干什么|干啥|做啥|(?<![a-z])(?:occupation|job|profession|what does .* do)(?![a-z])/,
  risk: /风险|风评|评级|(?<![a-z])(?:risk|rating)(?![a-z])/,
  aum: /资产|身家|多少钱|(?<![a-z])(?:aum|assets|how much .* (?:have|got)|worth)(?![a-z])/,
  hobbies: /爱好|喜欢什么|喜欢啥|(?<![a-z])(?:hobb(?:y|ies)|likes?|interests)(?![a-z])/,
  family: /家里|家庭|孩子|爱人|(?<![a-z])(?:family|kids|children|wife|husband|spouse)(?![a-z])/,
} as const satisfies Record<Detail, RegExp>

/** Which one thing the words ask; undefined where they ask for the whole profile. */
export function askedDetail(folded: string): Detail | undefined {
  return DETAILS.find((detail) => WORDS[detail].test(folded))
}
