import { describe, expect, it } from 'vitest'
import { rebookingWords } from '../../../src/language/particulars/rebooking-words.js'

describe('what is wanted of a meeting that is booked', () => {
  it.each([
    ['周总的约取消', 'cancel'],
    ['取消周总的约', 'cancel'],
    ['把周总的预约删掉', 'cancel'],
    ['周总明天不来了,约取消吧', 'cancel'],
    ['cancel my meeting with grace', 'cancel'],
    ["grace's meeting is off", 'cancel'],
    ['call off the appointment with david', 'cancel'],
    ['周总改到后天下午四点', 'move'],
    ['把陈总的见面推迟到周五', 'move'],
    ['陈总改约周五上午十点', 'move'],
    ['move grace to friday 10', 'move'],
    ['reschedule my meeting with grace', 'move'],
    // No meeting at all, or none that is booked.
    ['取消', undefined],
    ['cancel', undefined],
    ['今天的预约都取消了吗', undefined],
    ['rescheduled meetings', undefined],
    ['刚给方老师约的取消掉 约错了', undefined],
    ['remove the appointment i just added', undefined],
    ['袁阿姨回访改到12月1号', undefined],
    ["move rachel's check-in to next week", undefined],
    ["remove alan from today's calls", undefined],
    ['王姐手机换成13900001111', undefined],
    ['今天约了谁', undefined],
  ])('%s: %s', (said, kind) => {
    expect(rebookingWords(said)?.kind).toBe(kind)
  })

  it.each([
    ['陈总明天下午三点的约改到四点', '陈总明天下午三点的约', '四点'],
    ['move my 3pm with grace to friday 10', 'move my 3pm with grace to', ' friday 10'],
    ["push grace's meeting back to 4pm", "push grace's meeting back to", ' 4pm'],
    ['周总改期', '周总', ''],
  ])('%s: which, and to when', (said, which, to) => {
    const words = rebookingWords(said)
    if (words?.kind !== 'move') throw new Error('not read as a move')
    expect(said.slice(words.which.start, words.which.end)).toBe(which)
    expect(said.slice(words.to.start, words.to.end)).toBe(to)
  })
})
