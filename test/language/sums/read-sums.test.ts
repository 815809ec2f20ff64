import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { readSums, type SumMention } from '../../../src/language/sums/read-sums.js'
import { DAYS, folded, MONDAY } from '../../support/day-reader.js'

/** All sums said, in short: `300000`, `200000..500000`, `1000000..` from there on, `50000 USD`. */
function sumsIn(said: string): string {
  const text = folded(said)
  return readSums(text, DAYS.read(text, MONDAY, 'ahead'))
    .map(inShort)
    .join(', ')
}

function inShort({ range: { min, max, currency } }: SumMention): string {
  const sum = min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`
  return currency === undefined ? sum : `${sum} ${currency}`
}

describe('sums of money, each with a place of its own', () => {
  it.each([
    ['到期的30万转走20万,剩下10万续存', '300000, 200000, 100000'],
    ['转走20万剩下的10万续存', '200000, 100000'],
    ['200k out, 60k renewed', '200000, 60000'],
    ['took out 200k and renewed the other 60k', '200000, 60000'],
    ['续了40万,转出10万到招行', '400000, 100000'],
    ['300k not 200', '300000'],
    ['300k, not 200k', '300000'],
    ['not 300k but 200k', '200000'],
    ['不是30万是20万', '200000'],
    ['change 300k to 200k', '300000, 200000'],
    ['30万改成20万', '300000, 200000'],
    ['20来万', '200000'],
    ['小一百万', '1000000'],
    ['两三百万', '2000000..3000000'],
    ['二三十万', '200000..300000'],
    ['20到50万', '200000..500000'],
    ['2-3m', '2000000..3000000'],
    ['between 200k and 500k', '200000..500000'],
    ['546万', '5460000'],
    ['1.5mn', '1500000'],
    ['500K', '500000'],
    ['50W', '500000'],
    ['3个亿', '300000000'],
    ['两百个', '2000000'],
    ['存一百二', '1200000'],
    ['一万五', '15000'],
    ['300多万', '3000000'],
    ['half a million', '500000'],
    ['800 grand', '800000'],
    ['100万以上', '1000000..'],
    ['100万以内', '..1000000'],
    ['at least 300k', '300000..'],
    ['not over 300k', '..300000'],
    ['up to 1m', '..1000000'],
    ['5万美金', '50000 USD'],
    ['hkd 2m', '2000000 HKD'],
    ['十几万', ''],
    ['几十万', ''],
    ['上百万', ''],
    ['100个客户', ''],
    ['12 calls', ''],
    ['5%的利率', ''],
    ['3.15%', ''],
    ['尾号8812', ''],
    ['45岁', ''],
    ['age 45', ''],
    ['805室', ''],
    ['room 1203', ''],
    ['12月5号', ''],
    ['3个月定期', ''],
    ['6m FD', ''],
    ['13900001111', ''],
    ['千万别忘', ''],
    ['1万步', ''],
    ['top 10', ''],
  ])('%s: %s', (said, means) => {
    expect(sumsIn(said)).toBe(means)
  })

  it('says where each part of a divided sum stands', () => {
    const text = '转走20万剩下的10万续存'
    expect(readSums(text, []).map(({ start, end }) => text.slice(start, end))).toEqual(['20万', '10万'])
  })
})

describe('no words make a message slow to read', () => {
  it.each([
    '1',
    '一',
    '万',
    '十',
    '1,',
    '1.',
    'one ',
    '3 to ',
    '20到',
    '两三百',
    '百万',
    '1k-',
    'not 1k ',
    '1个',
  ])('%j over and over', (piece) => {
    const text = piece.repeat(1500 / piece.length)
    const start = performance.now()
    readSums(text, [])
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
