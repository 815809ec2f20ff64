import { describe, expect, it } from 'vitest'
import { isOfWords, wordsAtEnd, wordsAtStart } from '../../../src/language/text/parted.js'

const WORD = /^(?:看看?|一下|下周|的)$/

describe('a text of words in any order', () => {
  it.each([
    ['', true],
    ['看', true],
    ['看看看', true],
    ['看一下', true],
    ['下周的', true],
    ['一下周', false],
    ['看房', false],
  ])('%j: %s', (text, isWhole) => expect(isOfWords(text, WORD, 2)).toBe(isWhole))

  it.each([
    ['看看房贷的', 2, 1],
    ['房贷', 0, 0],
    ['一下周', 2, 2],
    ['的的', 2, 2],
  ])('%j begins with %d characters of words and ends with %d', (text, start, end) => {
    expect(wordsAtStart(text, WORD, 2)).toBe(start)
    expect(wordsAtEnd(text, WORD, 2)).toBe(end)
  })

  it('a word is looked for no further than the longest', () => {
    expect(isOfWords('一下', WORD, 1)).toBe(false)
  })

  it('the same characters, parted in more ways than can be tried, are one walk', () => {
    const text = `${'看'.repeat(600)}房`
    expect(wordsAtStart(text, WORD, 2)).toBe(600)
    expect(wordsAtEnd(text, WORD, 2)).toBe(0)
  })
})
