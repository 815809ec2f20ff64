const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const BIG: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8 }

/** Characters that Chinese numerals are written with, as the inside of a character class. */
export const HAN_NUMERALS = '零〇一二两三四五六七八九十百千'

/**
 * The value of a Chinese numeral, or of Arabic digits with separators; undefined where it is neither.
 * A last digit after a place without 零 is of the next lower place, as spoken: 一百二 = 120, 两万五 = 25000.
 */
export function numeralValue(text: string): number | undefined {
  if (/^\d[\d,]*(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (text === '半') return 0.5
  const point = text.indexOf('点')
  if (point > 0) return decimalValue(text.slice(0, point), text.slice(point + 1))
  return wholeValue(text)
}

function decimalValue(whole: string, decimals: string): number | undefined {
  const before = wholeValue(whole)
  if (before === undefined || decimals === '') return undefined
  const digits = [...decimals].map((character) => DIGITS[character])
  if (digits.includes(undefined)) return undefined
  return Number(`${before}.${digits.join('')}`)
}

function wholeValue(text: string): number | undefined {
  if (text === '') return undefined
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((c) => DIGITS[c]).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastPlace = 1
  for (const character of text) {
    const value = DIGITS[character]
    const place = PLACES[character]
    const big = BIG[character]
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
      if (value === 0) lastPlace = 1
    } else if (place !== undefined) {
      section += (digit ?? 1) * place
      lastPlace = place
      digit = undefined
    } else if (big !== undefined) {
      const here = section + (digit ?? 0)
      total = big === 1e8 ? (total + here || 1) * big : total + (here || 1) * big
      section = 0
      lastPlace = big
      digit = undefined
    } else return undefined
  }
  if (digit !== undefined) section += lastPlace >= 100 ? (digit * lastPlace) / 10 : digit
  return total + section
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** English number words up to ninety-nine, `a`, `an`, and hundreds. */
export const ENGLISH_NUMERAL = `(?:(?:${TENS.join('|')})(?:[- ](?:${SMALL.slice(1, 10).join('|')}))?|${[...SMALL].reverse().join('|')}|an?(?: couple(?: of)?)?|couple(?: of)?)`

/** @returns undefined where the words are no number. */
export function englishValue(text: string): number | undefined {
  if (/^\d[\d,]*(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/couple/.test(text)) return 2
  if (/^an?$/.test(text)) return 1
  let total = 0
  for (const word of text.split(/[- ]/)) {
    const small = SMALL.indexOf(word)
    const tens = TENS.indexOf(word)
    if (small < 0 && tens < 0) return undefined
    total += small >= 0 ? small : (tens + 2) * 10
  }
  return total
}
