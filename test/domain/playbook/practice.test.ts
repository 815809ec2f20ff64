import { describe, expect, it } from 'vitest'
import { customerTurn, type PracticeLine } from '../../../src/domain/playbook/practice.js'
import { callReview } from '../../../src/domain/playbook/review-call.js'
import { CLAIMS, PLAYBOOKS } from '../../support/playbook.js'
import { TODAY } from '../../support/rules.js'

const { practice, reviewSheet } = PLAYBOOKS['zh-CN']
const review = callReview(reviewSheet, 'zh-CN', CLAIMS)
const scene = practice.scenes.find(({ id }) => id === 'yield')!

/** What the customer does in turn, to these lines of the manager. */
function beats(...said: readonly string[]): readonly (string | undefined)[] {
  let lines: readonly PracticeLine[] = []
  return ['', ...said].map((text, at) => {
    if (at > 0) lines = [...lines, { who: 'manager', text }]
    const turn = customerTurn(practice, scene, lines, review, { day: TODAY, round: 0 })
    if (turn !== undefined) lines = [...lines, turn]
    return turn?.beat
  })
}

const HELLO = '王女士您好,我是城东支行的林若溪。'
const WHY = '打给您是想说一下您周三到期的那笔理财。'
const OPEN = '您打算什么时候用这笔钱?'
const PLAIN = '我明白您的意思。'
const TWO_TIMES = '周三上午还是周四下午方便?'

describe('the customer of a practised call', () => {
  it('objects, pushes back, and comes where two times are offered', () => {
    expect(beats(HELLO, WHY, OPEN, PLAIN, TWO_TIMES, '谢谢您')).toEqual([
      'greets',
      'listens',
      'raises',
      'answers',
      'pushes',
      'accepts',
      undefined,
    ])
  })

  it('objects at once where the purpose came with the greeting', () => {
    expect(beats(HELLO + WHY)).toEqual(['greets', 'raises'])
  })

  it('leaves it at that where no time is offered', () => {
    expect(beats(HELLO, WHY, PLAIN, PLAIN, PLAIN)).toEqual([
      'greets',
      'listens',
      'raises',
      'pushes',
      'hesitates',
      'leaves',
    ])
  })

  it('answers one open question, whenever it is asked after the objection', () => {
    expect(beats(HELLO, WHY, PLAIN, OPEN, OPEN)).toEqual([
      'greets',
      'listens',
      'raises',
      'pushes',
      'answers',
      'hesitates',
    ])
  })

  it('does not come for two times that were offered before the objection', () => {
    expect(beats(HELLO, TWO_TIMES, PLAIN, PLAIN).at(-1)).toBe('hesitates')
  })

  it('says it otherwise the next time', () => {
    const greeting = (round: number) => customerTurn(practice, scene, [], review, { day: TODAY, round })?.text
    expect(greeting(1)).not.toBe(greeting(0))
    expect(greeting(2)).toBe(greeting(0))
  })
})

it('every topic has the same calls in both languages', () => {
  const topics = (locale: 'zh-CN' | 'en-US') =>
    PLAYBOOKS[locale].practice.scenes.map(({ id, topic }) => [id, topic])
  expect(topics('en-US')).toEqual(topics('zh-CN'))
})
