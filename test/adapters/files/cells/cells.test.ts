import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay, readLastDay, readLunarDay } from '../../../../src/adapters/files/cells/days.js'
import { Refusal } from '../../../../src/adapters/files/cells/refusal.js'
import { readCount, readRate, readSum, readSumFromZero } from '../../../../src/adapters/files/cells/sums.js'
import {
  readCurrency,
  readId,
  readTime,
  readTimeZone,
  readYesNo,
} from '../../../../src/adapters/files/cells/texts.js'
import { day } from '../../../../src/domain/day.js'

const codeOf = (value: unknown) => (value instanceof Refusal ? value.code : value)

describe('sums', () => {
  it.each([
    ['1234567.89', 123_456_789],
    ['1,234,567.89', 123_456_789],
    ['¥1,234.50', 123_450],
    ['￥1,234.50', 123_450],
    ['¥ 7', 700],
    ['-20.5', -2_050],
    ['-¥20.50', -2_050],
    ['¥-20.50', -2_050],
    ['+3', 300],
    ['−3', -300],
    ['.5', 50],
    ['0.10', 10],
    ['12.3400', 1_234],
    ['-0.00', 0],
    ['９２０.９１', 92_091],
    ['１，２３４．５', 123_450],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('%s yuan are %d fen', (text, fen) => {
    expect(readSum(0)(text)).toBe(fen)
  })

  it.each([
    '12万',
    '1e6',
    '1.5E+5',
    'NaN',
    'Infinity',
    '1,23',
    '12,34,567',
    '1 234',
    '5.',
    '.',
    '-',
    '--5',
    '-¥-5',
    '(5)',
    '5-',
    '0x10',
    '1.005',
    '100元',
    'CNY 5',
    '10²',
    '90071992547409.92',
  ])('%s is not a sum', (text) => {
    expect(codeOf(readSum(0)(text))).toBe('not-a-sum')
  })

  it('reads units of 10,000 to the fen', () => {
    expect(readSum(4)('12.345678')).toBe(12_345_678)
    expect(readSum(4)('7')).toBe(7_000_000)
    expect(codeOf(readSum(4)('12.3456789'))).toBe('not-a-sum')
  })

  it('refuses what is below zero where that cannot be, and takes zero', () => {
    expect(codeOf(readSumFromZero(0)('-0.01'))).toBe('negative-sum')
    expect(readSumFromZero(0)('-0.00')).toBe(0)
  })

  it('reads every sum it can be written as, exactly', () => {
    const amount = fc.integer({ min: -9_007_199_254_740_991, max: 9_007_199_254_740_991 })
    fc.assert(
      fc.property(amount, fc.boolean(), fc.boolean(), (fen, grouped, marked) => {
        const digits = String(Math.abs(fen)).padStart(3, '0')
        const yuan = digits.slice(0, -2)
        const whole = grouped ? yuan.replaceAll(/\B(?=(\d{3})+$)/g, ',') : yuan
        const text = `${fen < 0 ? '-' : ''}${marked ? '¥' : ''}${whole}.${digits.slice(-2)}`
        expect(readSum(0)(text)).toBe(fen === 0 ? 0 : fen)
      }),
    )
  })
})

describe('rates and counts', () => {
  it.each([
    ['2.75%', 2.75],
    ['2.75', 2.75],
    ['0', 0],
    ['１．５％', 1.5],
  ])('%s is a rate of %d percent', (text, rate) => {
    expect(readRate(text)).toBe(rate)
  })

  it.each(['-1', '1.5-2.0', '百分之二', '2..5', '%'])('%s is not a rate', (text) => {
    expect(codeOf(readRate(text))).toBe('not-a-rate')
  })

  it.each([
    ['365', 365],
    ['３０', 30],
    ['365天', 'not-a-number'],
    ['-1', 'not-a-number'],
    ['1.5', 'not-a-number'],
  ])('a term of %s', (text, value) => {
    expect(codeOf(readCount(text))).toBe(value)
  })
})

describe('days', () => {
  it.each([
    '2026-03-05',
    '2026-3-5',
    '2026/3/5',
    '2026/03/05',
    '20260305',
    '2026年3月5日',
    '2026年03月05日',
    '２０２６－０３－０５',
    '46086',
  ])('%s is 5 March 2026', (text) => {
    expect(readDay(text)).toBe(day('2026-03-05'))
  })

  it.each([
    ['9999-12-31', null],
    ['2200-01-01', null],
    ['2199-12-31', '2199-12-31'],
    ['1899-12-31', 'day-out-of-range'],
    ['2026-02-30', 'no-such-day'],
  ])('as a last day %s is %s: a day that never comes is none', (text, expected) => {
    const read = readLastDay(text)
    expect(read instanceof Refusal ? read.code : read).toBe(expected)
  })

  it.each([
    ['2026-02-29', 'no-such-day'],
    ['2024-02-29', '2024-02-29'],
    ['20261301', 'no-such-day'],
    ['2026/0/1', 'no-such-day'],
    ['0000-01-01', 'no-such-day'],
    ['0001-01-01', 'day-out-of-range'],
    ['1899-12-31', 'day-out-of-range'],
    ['1900-01-01', '1900-01-01'],
    ['2199-12-31', '2199-12-31'],
    ['2200-01-01', 'day-out-of-range'],
    ['03/04/1985', 'ambiguous-day'],
    ['25/12/1985', 'ambiguous-day'],
    ['1-2-26', 'ambiguous-day'],
    ['2026-03', 'not-a-day'],
    ['5 March 2026', 'not-a-day'],
    ['昨天', 'not-a-day'],
    ['1985', 'not-a-day'],
    ['2026-03-05 25:00', 'not-a-day'],
  ])('%s is read as %s', (text, value) => {
    expect(codeOf(readDay(text))).toBe(value)
  })

  it.each([
    ['08-15', '08-15'],
    ['8-15', '08-15'],
    ['八月十五', '08-15'],
    ['正月初一', '01-01'],
    ['一月初十', '01-10'],
    ['冬月廿三', '11-23'],
    ['十一月二十三', '11-23'],
    ['腊月三十', '12-30'],
    ['十二月二十', '12-20'],
    ['闰六月十九', 'L06-19'],
    ['L06-19', 'L06-19'],
    ['8月15日', '08-15'],
    ['九月十', '09-10'],
    ['十三月初一', 'not-a-lunar-day'],
    ['八月三十一', 'not-a-lunar-day'],
    ['八月初', 'not-a-lunar-day'],
    ['八月廿', 'not-a-lunar-day'],
    ['八月初十一', 'not-a-lunar-day'],
    ['02-31', 'not-a-lunar-day'],
    ['00-10', 'not-a-lunar-day'],
    ['中秋', 'not-a-lunar-day'],
  ])('the lunar day %s is %s', (text, value) => {
    expect(codeOf(readLunarDay(text))).toBe(value)
  })
})

describe('ids and closed values', () => {
  it.each([
    ['00012345', '00012345'],
    ['110105194912310022', '110105194912310022'],
    ['11010519491231002X', '11010519491231002X'],
    ['００１２', '0012'],
    ['W115', 'W115'],
    ['1.23E+17', 'lost-digits'],
    ['1.23457e+017', 'lost-digits'],
    ['1E5', 'lost-digits'],
  ])('the id %s is %s', (text, value) => {
    expect(codeOf(readId(text))).toBe(value)
  })

  it.each([
    ['是', true],
    ['Y', true],
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['１', true],
    ['否', false],
    ['n', false],
    ['No', false],
    ['false', false],
    ['0', false],
    ['也许', 'not-yes-or-no'],
    ['2', 'not-yes-or-no'],
  ])('%s is %s', (text, value) => {
    expect(codeOf(readYesNo(text))).toBe(value)
  })

  it.each([
    ['CNY', 'CNY'],
    ['usd', 'USD'],
    ['人民币', 'CNY'],
    ['美元', 'USD'],
    ['港币', 'HKD'],
    ['RMB', 'not-a-currency'],
    ['元宝', 'not-a-currency'],
    ['XXX', 'not-a-currency'],
  ])('the currency %s is %s', (text, value) => {
    expect(codeOf(readCurrency(text))).toBe(value)
  })

  it.each([
    ['8:30', '08:30'],
    ['08：30', '08:30'],
    ['23:59', '23:59'],
    ['24:00', 'not-a-time'],
    ['8.30', 'not-a-time'],
  ])('the time %s is %s', (text, value) => {
    expect(codeOf(readTime(text))).toBe(value)
  })

  it('knows the zones of the world', () => {
    expect(readTimeZone('Asia/Shanghai')).toBe('Asia/Shanghai')
    expect(codeOf(readTimeZone('Asia/Nowhere'))).toBe('not-a-time-zone')
  })
})
