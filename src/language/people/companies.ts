import { hasHan } from '../text/normalise.js'

const LEGAL_TAIL = /(?:股份|有限|责任|集团|控股|公司|分公司)+$/
const TRADE_TAIL =
  /(?:管理|律师事务所|会计师事务所|事务所|经销部|经营部|连锁|工程|商行|贸易|实业|门市|工作室|个体)+$/
const PLACE_HEAD = /^(?:中国|[省市区县]|[一-龥]{2}[省市区县])(?=[一-龥]{3})/
const ENGLISH_TAIL = /[ ,]*(?:ltd|limited|inc|co|corp|corporation|pte|llc|plc|company|group|holdings?)\.?$/

const BUSINESS =
  /(?:公司|集团|厂|店|铺|商行|商贸|贸易|超市|餐饮|酒楼|酒店|饭店|餐厅|经营部|经销部|工作室|事务所|诊所|中心|合作社|美容|美发|理发|五金|建材|电器|物流|维修)(?:[(].*)?$|(?<![a-z])(?:ltd|limited|inc|corp|corporation|pte|llc|plc|company|group|holdings?|trading|motors|enterprises?|cafe|clinic|salon|store|shop|restaurant)\.?$/

/** Whether a folded name of a customer is a business's rather than a person's. */
export function isBusinessName(folded: string): boolean {
  return folded.length > 3 && BUSINESS.test(folded)
}

/** The ways a folded company name is shortened in speech; the shortest alone is too little to go by. */
export function companyForms(folded: string): { readonly forms: readonly string[]; readonly brand?: string } {
  if (!hasHan(folded)) return { forms: englishForms(folded) }
  const bare = folded.replace(LEGAL_TAIL, '')
  const local = bare.replace(PLACE_HEAD, '')
  const trade = bare.replace(TRADE_TAIL, '')
  const forms = [folded, bare, local, trade, trade.replace(PLACE_HEAD, '')]
  if (local === bare && trade.length > 4) forms.push(trade.slice(0, 4))
  if (/律师事务所/.test(folded)) forms.push(`${folded.slice(0, 2)}律所`)
  const isPublic =
    local !== bare || /^(?:第|实验|外国语|理工)|(?:学校|学院|大学|中学|小学|医院|[局院所队])$/.test(bare)
  const brand = !isPublic && bare.length >= 4 ? bare.slice(0, 2) : undefined
  return {
    forms: [...new Set(forms)].filter((form) => form.length >= 3 || form === folded),
    ...(brand !== undefined && { brand }),
  }
}

function englishForms(folded: string): readonly string[] {
  const bare = folded.replace(ENGLISH_TAIL, '')
  const words = bare.split(' ')
  const first = words[0] ?? ''
  return [
    ...new Set([
      folded,
      bare,
      bare.replace(' & ', ' and '),
      ...(words.length > 1 && first.length >= 4 ? [first] : []),
    ]),
  ]
}
