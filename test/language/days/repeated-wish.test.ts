import { expect, it } from 'vitest'
import { isRepeated } from '../../../src/language/days/repeated-wish.js'

it.each([
  '周五提醒我给李总打电话,以后每周都提醒',
  '把周五三点的会每周都约上陈总',
  '每年6月1号提醒我给韩老师发祝福',
  'remind me on Fridays to call Tom',
  'remind me daily until Friday to chase the documents',
  'weekly call with Emily, book it',
])('is to be done every so often: %s', (raw) => expect(isRepeated({ raw, days: [] })).toBe(true))

it.each([
  '提醒我明天跟陈总说每年的年费',
  '提醒我周五给王姐发每月利率表',
  'remind me tomorrow to tell Tom about the monthly statement',
  'remind me Friday to call everyone, Tom too',
  'remind me on Friday to call Tom',
])('is to be done once: %s', (raw) => expect(isRepeated({ raw, days: [] })).toBe(false))
