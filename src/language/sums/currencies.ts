import { CNY, type Currency } from '../../domain/money.js'

const WORDS: readonly (readonly [RegExp, Currency])[] = [
  [/^(?:hkd|hk\$|港[币元纸]|港幣|hong kong dollars?)$/, 'HKD'],
  [/^(?:sgd|s\$|sing dollars?|singapore dollars?|新币|新加坡[币元]|坡币)$/, 'SGD'],
  [/^(?:aud|a\$|aussie dollars?|澳[币元])$/, 'AUD'],
  [/^(?:cad|c\$|加[币元]|加拿大元)$/, 'CAD'],
  [/^(?:nzd|nz\$|纽币|新西兰元)$/, 'NZD'],
  [/^(?:twd|nt\$|ntd|新?台币)$/, 'TWD'],
  [/^(?:eur|€|euros?|欧元?)$/, 'EUR'],
  [/^(?:gbp|£|pounds?|quid|sterling|英镑|镑)$/, 'GBP'],
  [/^(?:jpy|yen|日[元币圆])$/, 'JPY'],
  [/^(?:krw|韩[元币]|won)$/, 'KRW'],
  [/^(?:chf|francs?|瑞郎|瑞士法郎)$/, 'CHF'],
  [/^(?:thb|baht|泰铢)$/, 'THB'],
  [/^(?:mop|澳门[币元])$/, 'MOP'],
  [/^(?:myr|ringgits?|马币|林吉特)$/, 'MYR'],
  [/^(?:usd|us\$|u\.s\.\$|\$|dollars?|bucks|us dollars?|美[元金刀]|刀)$/, 'USD'],
]

/** Alternatives for a pattern; the longer come first. */
export const CURRENCY_BEFORE =
  '(?:hkd|hk\\$|sgd|s\\$|aud|a\\$|cad|nzd|twd|nt\\$|eur|€|gbp|£|jpy|chf|usd|us\\$|\\$|rmb|cny|¥|港币|美元|美金|欧元|英镑|日元|新币|澳元|人民币)'
export const CURRENCY_AFTER =
  '(?:hkd|sgd|aud|cad|nzd|twd|ntd|euros?|eur|gbp|pounds?|quid|sterling|jpy|yen|chf|francs?|us dollars?|hong kong dollars?|singapore dollars?|sing dollars?|aussie dollars?|dollars?|bucks|usd|ringgits?|myr|baht|thb|rmb|cny|yuan|kuai|renminbi|港[币元纸幣]|新加坡[币元]|新币|坡币|新西兰元|纽币|澳门[币元]|澳[币元]|加拿大元|加[币元]|新?台币|欧元|英镑|日[元币圆]|韩[元币]|瑞士法郎|瑞郎|泰铢|马币|美[元金刀]|刀|人民币|元人民币|块钱|块|元)'

/** ISO code of a foreign currency; undefined for yuan and for no currency. */
export function foreignCurrency(...words: readonly (string | undefined)[]): Currency | undefined {
  for (const word of words) {
    if (word === undefined) continue
    const code = WORDS.find(([pattern]) => pattern.test(word))?.[1]
    if (code !== undefined && code !== CNY) return code
  }
  return undefined
}
