/** English words for a place of work, and what its Chinese name has. */
const WORKPLACES: readonly (readonly [RegExp, RegExp])[] = [
  [/hospital|clinic/, /医院|诊所/],
  [/universit(?:y|ies)|college|uni/, /大学|学院/],
  [/school/, /学校|小学|中学|职校|学院/],
  [/kindergarten/, /幼儿园/],
  [/software/, /软件/],
  [/law firm/, /律师/],
  [/factory/, /厂/],
  [/logistics/, /物流/],
  [/restaurant/, /餐|饭店|酒楼|快餐/],
  [/hotel/, /酒店|宾馆/],
  [/pharmacy/, /药房|药店/],
  [/real estate|property/, /地产|房产/],
  [/insurance/, /保险/],
  [/tax (?:bureau|office)/, /税务/],
  [/police/, /公安|警/],
  [/bureau|government/, /局|政府/],
]

/** Whether English words say where somebody works: "the hospital" of 市第一医院. Undefined where they name no place. */
export function worksAt(said: string, company: string | undefined): boolean | undefined {
  const place = WORKPLACES.find(([words]) => new RegExp(`(?<![a-z])(?:${words.source})(?![a-z])`).test(said))
  if (place === undefined) return undefined
  return company !== undefined && (place[1].test(company) || place[0].test(company.toLowerCase()))
}
