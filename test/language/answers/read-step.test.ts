import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/domain/opportunity/opportunity.js'
import { readStep } from '../../../src/language/answers/read-step.js'
import { heardOf } from '../a-thread.js'

const at = (step: Step, says: string, customerId = 'C1') =>
  readStep({ kind: 'step', customerId, step }, heardOf(says))
const choice = (id: string) => ({ kind: 'choice', id })

describe('moving along the way', () => {
  it.each([
    ['下一步', 'skip'],
    ['跳过', 'skip'],
    ['这步先不做', 'skip'],
    ['next', 'skip'],
    ['skip this step', 'skip'],
    ['上一步', 'back'],
    ['退一步', 'back'],
    ['back', 'back'],
    ['previous step', 'back'],
    ['暂停', 'pause'],
    ['先放着', 'pause'],
    ['park it', 'pause'],
    ['hold on', 'pause'],
    ['跳到接洽', 'to 3'],
    ['跳到第5步', 'to 5'],
    ['跳到第五步', 'to 5'],
    ['直接到成交', 'to 7'],
    ['skip to approach', 'to 3'],
    ['go to step 6', 'to 6'],
    ['move on to closing', 'to 7'],
  ])('%s: %s', (says, id) => {
    for (const step of [1, 3, 6] as const) expect(at(step, says)).toEqual(choice(id))
  })

  it.each(['跳到第八步', '跳到月球', 'skip to lunch', 'go to step 9'])('no step is called so: %s', (says) =>
    expect(at(3, says)).toBeUndefined(),
  )
})

describe('a yes or a no', () => {
  it.each([
    ['是', 'yes'],
    ['不', 'no'],
    ['yes', 'yes'],
    ['no', 'no'],
    ['不知道', 'ask'],
    ['下次再问', 'ask'],
    ["don't know yet", 'ask'],
    ["haven't asked her", 'ask'],
  ])('answers what is asked of the need: %s', (says, id) => expect(at(2, says)).toEqual(choice(id)))

  it.each(['好', 'yes', '不', 'no', '谢谢', '你好', 'thanks', '嗯', '继续'])(
    'tells nothing at the other steps: %s',
    (says) => {
      for (const step of [1, 3, 5, 7] as const) expect(at(step, says)).toBeUndefined()
    },
  )
})

describe('what is told at a step', () => {
  it.each<readonly [Step, string, object]>([
    [2, '他有50万闲钱', { amount: { min: 500_000, max: 500_000 } }],
    [3, '约了明天三点', { when: { day: '2026-11-24', time: '15:00' }, report: { outcome: 'appointment' } }],
    [3, '没接', { report: { reached: false, outcome: 'no-answer' } }],
    [3, '他说考虑一下', { report: { outcome: 'considering' } }],
    [6, '嫌收益低', { objections: ['yield'] }],
    [5, 'he thinks the yield is too low', { objections: ['yield'] }],
    [5, 'he will take 500k', { amount: { min: 500_000, max: 500_000 } }],
  ])('step %d: %s', (step, says, told) =>
    expect(at(step, says)).toMatchObject({ kind: 'told', told: { text: says, ...told } }),
  )

  it('that there is no time now is no objection beside another', () => {
    const objections = (says: string) => {
      const answer = at(6, says)
      return answer?.kind === 'told' ? answer.told.objections : undefined
    }
    expect(objections('嫌收益低,现在没时间')).toEqual(['yield'])
  })

  it('a rate is no day', () => {
    const answer = at(5, '别家4.2,嫌收益低')
    expect(answer).toMatchObject({ kind: 'told' })
    expect(answer?.kind === 'told' ? answer.told.when : undefined).toBeUndefined()
  })

  it.each([
    '本周谁到期',
    'who matures this week?',
    '他上次聊了什么?',
    'what is her phone?',
    '这个产品适合他吗?',
  ])('a question tells nothing: %s', (says) => expect(at(5, says)).toBeUndefined())
})
