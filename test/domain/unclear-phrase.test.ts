import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { noteUnclear, type UnclearPhrase, unclearSince } from '../../src/domain/unclear-phrase.js'

const MONDAY = day('2026-11-23')
const TUESDAY = day('2026-11-24')
const said = (text: string) => ({ text, language: 'zh', nearest: ['help'] })

describe('words that were not understood', () => {
  it('are counted where they are said again, with the first and the last day', () => {
    const once = noteUnclear([], said('咋整'), MONDAY)
    expect(noteUnclear(once, said('咋整'), TUESDAY)).toEqual([
      { ...said('咋整'), count: 2, firstOn: MONDAY, lastOn: TUESDAY },
    ])
  })

  it('are kept up to five hundred; what was not said for longest is let go', () => {
    let kept: readonly UnclearPhrase[] = []
    for (let n = 0; n < 500; n++) kept = noteUnclear(kept, said(`${n}`), MONDAY)
    kept = noteUnclear(noteUnclear(kept, said('0'), TUESDAY), said('new'), TUESDAY)
    expect(kept).toHaveLength(500)
    expect(kept.map((phrase) => phrase.text)).toContain('0')
    expect(kept.map((phrase) => phrase.text)).not.toContain('1')
  })

  it('are listed by how often they were said, since a day', () => {
    let kept = noteUnclear([], said('old'), MONDAY)
    for (const text of ['rare', 'often', 'often', 'new']) kept = noteUnclear(kept, said(text), TUESDAY)
    const texts = (since?: typeof MONDAY) => unclearSince(kept, since).map((phrase) => phrase.text)
    expect(texts()).toEqual(['often', 'new', 'rare', 'old'])
    expect(texts(TUESDAY)).toEqual(['often', 'new', 'rare'])
  })
})
