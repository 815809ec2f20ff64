import { expect, it } from 'vitest'
import { withdrawsMarketing } from '../../../src/language/particulars/marketing-wish.js'

it.each([
  '别给黄姐发营销短信了',
  '黄姐不想收广告',
  '刘律师不要再推销了',
  '王姐退订营销短信',
  '取消杨总的营销授权',
  '明确说了,不接受任何营销',
  '老赵不同意接收营销信息',
  '营销电话都不接受',
  'emily said no marketing please',
  'no more promotional messages for kevin',
  'take grace off the marketing list',
  "kevin doesn't want to be sold to",
  'mr wong asked us to stop the sales calls, service calls are fine',
  'grace opted out of marketing',
  'no cold calls to tom',
  "doesn't want offers but is happy to hear about maturities",
])('withdraws consent to marketing: %s', (says) => expect(withdrawsMarketing(says)).toBe(true))

it.each([
  '陈总同意营销了',
  '营销授权陈总给了吗',
  '营销活动下周开始',
  '不要推销的基金',
  '没说不要营销',
  '别老给她推销',
  'grace wants the latest promotion',
  'did tom opt out of marketing?',
  'if grace says no marketing, stop',
  'tom has no marketing consent',
  'wants to sell his fund',
])('withdraws nothing: %s', (says) => expect(withdrawsMarketing(says)).toBe(false))
