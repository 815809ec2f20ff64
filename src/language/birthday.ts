const BIRTHDAY =
  /生日|出生|生辰|诞辰|阳历|阴历|农历|(?<![a-z])(?:birth ?days?|b-?day|date of birth|d\.?o\.?b|born)(?![a-z])/
const LUNAR = /农历|阴历|旧历|(?<![a-z])lunar(?![a-z])/
const NOT_LUNAR =
  /(?:不是|非|不按|不过|别按)(?:按|过)?(?:农历|阴历|旧历)|(?<![a-z])(?:not|isn't|non)[- ](?:the )?lunar(?![a-z])/g
/** 不是8月9号, not 9 August: what it is not. */
const RULED_OUT =
  /不是[^,。;是]{2,12}?(?=[,。;]?(?:而是|是|应该))|(?<![a-z])(?:not|instead of|rather than) (?:on )?(?:the )?[a-z0-9 /.-]{3,14}?(?=,|;|\.|$| but)/g
const DATE =
  /(?<y>(?:19|20)\d\d|(?<!\d)\d\d(?=年|后))?[-/.年]?(?<!\d)(?<m>1[0-2]|0?[1-9]|十[一二]?|正|腊|冬|[一二三四五六七八九])[-/.月](?:初)?(?<d>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])(?!\d)[日号]?/
const ENGLISH_DATE =
  /(?:(?<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?: of)?[ -](?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?<m2>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?:the )?(?<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:,?[ -](?<y>(?:19|20)\d\d))?/
const SLASHED = /(?<!\d)(?<d>3[01]|[12]\d|0?[1-9])[/.-](?<m>1[0-2]|0?[1-9])[/.-](?<y>(?:19|20)\d\d)(?!\d)/
const COMPACT = /(?<!\d)(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Whether a birthday is spoken of. */
export function namesBirthday(text: string): boolean {
  return BIRTHDAY.test(text)
}

/** Whether a birthday is told by the lunar calendar; 不是农历 and "not lunar" say the opposite. */
export function isLunar(text: string): boolean {
  return text.replace(NOT_LUNAR, '').search(LUNAR) >= 0
}

/** `YYYY-MM-DD`, or `MM-DD` where no year was said; a date that no year has is kept as said, to be refused by name. */
export function birthdayIn(said: string): string | undefined {
  const text = said.replace(RULED_OUT, ' ')
  const english = ENGLISH_DATE.exec(text)?.groups
  if (english !== undefined) {
    const month = MONTHS.indexOf(english['m'] ?? english['m2'] ?? '') + 1
    return joined(english['y'], month, Number(english['d'] ?? english['d2']))
  }
  const compact = (COMPACT.exec(text) ?? SLASHED.exec(text))?.groups
  if (compact !== undefined) return joined(compact['y'], Number(compact['m']), Number(compact['d']))
  const match = DATE.exec(text)?.groups
  if (match === undefined) return undefined
  return joined(match['y'], lunarOrPlain(match['m'] ?? ''), lunarOrPlain(match['d'] ?? ''))
}

function joined(year: string | undefined, month: number, date: number): string | undefined {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined
  const full =
    year === undefined ? undefined : year.length === 2 ? `${Number(year) > 26 ? '19' : '20'}${year}` : year
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return full === undefined ? monthAndDay : `${full}-${monthAndDay}`
}

const DIGITS = '一二三四五六七八九'

function lunarOrPlain(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '正') return 1
  if (text === '冬') return 11
  if (text === '腊') return 12
  const plain = text.replace('廿', '二十')
  const ten = plain.indexOf('十')
  if (ten < 0) return DIGITS.indexOf(plain) + 1
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain[0]!) + 1
  return tens * 10 + (plain.length > ten + 1 ? DIGITS.indexOf(plain.at(-1)!) + 1 : 0)
}
