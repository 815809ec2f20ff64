import { describe, expect, it } from 'vitest'
import { planChange, planLook, planWish } from '../../../src/language/particulars/plan-words.js'
import { reviewTold } from '../../../src/language/particulars/review-told.js'

describe('what is done to a plan', () => {
  it.each([
    ['同意陈总的提升计划', { kind: 'agree' }],
    ['陈总的提升计划照旧', { kind: 'on-track' }],
    ['停掉陈总的提升计划,客户出国了', { kind: 'stop', reason: '客户出国了' }],
    ['陈总的提升计划可以结束了', { kind: 'close' }],
    ['陈总的提升计划延一个月', { kind: 'adjust' }],
    ['陈总的提升计划第二步做完了', { kind: 'told', step: 2 }],
    ['开始陈总的提升计划', { kind: 'start' }],
    ["approve grace's value plan", { kind: 'agree' }],
    ["grace's value plan is on track", { kind: 'on-track' }],
    ['stop the value plan for grace, she moved abroad', { kind: 'stop', reason: 'she moved abroad' }],
    ["the third step of grace's value plan is done", { kind: 'told', step: 3 }],
    ["extend grace's value plan to june", { kind: 'adjust' }],
  ])('%s', (text, change) => expect(planChange(text)).toEqual(change))

  it('nothing is read where nothing is ordered', () => expect(planChange('陈总的提升计划')).toBeUndefined())
})

it.each([
  ['给陈总做个提升计划,持有三类产品', { metric: 'kinds', count: 3 }],
  ['给陈总定一个升金卡的提升计划', { metric: 'card', count: 1 }],
  ['给陈总做提升计划 存款到100万', { metric: 'deposits' }],
  ['a value plan for grace, two kinds', { metric: 'kinds', count: 2 }],
  ['a value plan for grace', {}],
])('what a plan is to raise: %s', (text, wish) => expect(planWish(text)).toEqual(wish))

it.each([
  ['该看哪些计划了', 'due'],
  ['哪些提升计划落后了', 'due'],
  ['谁适合做提升计划', 'proposed'],
  ['提升计划进展', undefined],
  ['which value plans are behind', 'due'],
  ['who should get a value plan', 'proposed'],
  ['value plan progress', undefined],
])('which plans are asked for: %s', (text, look) => expect(planLook(text)).toBe(look))

it.each([
  ['给陈总做了财富诊断,下周二再谈', true],
  ['陈总的财富诊断做完了', true],
  ['还没给陈总做财富诊断', false],
  ['给陈总做个财富诊断', false],
  ['did a wealth review with grace', true],
  ["didn't do the wealth review with grace", false],
  ['wealth review for grace', false],
])('a report of a wealth review: %s is one: %s', (text, told) =>
  expect(reviewTold(text) !== undefined).toBe(told),
)
