import { expect, it } from 'vitest'
import { wishesAnotherWay, wishesQuiet } from '../../../src/language/particulars/quiet-wish.js'

it.each([
  '以后永远别再联系她 电话短信微信都不许',
  '再也不想接到咱们电话了',
  '把他拉黑',
  '让我们别再打扰他',
  'never contact her again, full stop',
  'she never wants to hear from us again',
  'wants no more calls at all',
  "doesn't want us to contact him any more",
  'take him off all our lists',
  'busy man, never call him again',
])('to be left in peace for good: %s', (says) => expect(wishesQuiet(says)).toBe(true))

it.each([
  '周末别联系他',
  '上课时间别打她电话',
  '最近别联系 她出差',
  '先别联系 等他消息',
  '不想再被推销保险',
  '以后还联系她吗',
  'hates being phoned at work',
  "don't call before noon",
  "don't call, he'll call me",
  'stop calling, he is in a meeting',
  'is he on the do not contact list?',
])('is no wish for silence: %s', (says) => expect(wishesQuiet(says)).toBe(false))

it.each([
  '上课时间别打她电话',
  '开会的时候不要打电话',
  '不爱接电话 发微信就行',
  'hates being phoned at work, wechat him instead',
  "don't ring her during court hours",
  'would rather not be texted',
  '只用微信,别打电话',
  '中午要午睡,别打',
  '出海的时候别打',
  '下午不接电话',
  'never picks up before noon',
  'email only, no phone calls',
  'calls annoy her',
])('another hour or way is wished: %s', (says) => expect(wishesAnotherWay(says)).toBe(true))

it.each([
  '刚打了他没接电话',
  "called him, didn't want to talk",
  '不接电话了 打了三次',
  '不接电话,改天再打',
  "didn't pick up at noon",
  'likes tea',
])('tells of no standing wish: %s', (says) => expect(wishesAnotherWay(says)).toBe(false))
