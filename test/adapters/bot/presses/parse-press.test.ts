import { describe, expect, it } from 'vitest'
import { parsePress } from '../../../../src/adapters/bot/presses/parse-press.js'

const NOTHING = { verb: '', data: {} }
const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) })

describe('a press', () => {
  it('is what the button says, and once where it says so', () => {
    expect(parsePress('undo', { changeId: 'c1' })).toEqual({ verb: 'undo', data: { changeId: 'c1' } })
    expect(parsePress('brief.skip.because', { once: 'card-1/2' }).key).toBe('brief.skip.because/card-1/2')
  })

  it.each([
    { case: 'without a verb', verb: undefined, data: {} },
    { case: 'with a number for a verb', verb: 7, data: {} },
    { case: 'with a verb that is a sentence', verb: 'undo everything', data: {} },
    { case: 'with a verb without end', verb: 'a'.repeat(61), data: {} },
    { case: 'with the prototype for a verb', verb: '__proto__', data: {} },
    { case: 'with a day beyond all calendars', verb: 'brief.page', data: { day: '9999-12-31' } },
    { case: 'with a day before all calendars', verb: 'brief.page', data: { day: '0001-01-01' } },
    { case: 'with a day of six digits', verb: 'brief.page', data: { day: '+275760-09-13' } },
    { case: 'with a day the calendar does not have', verb: 'brief.defer', data: { until: '2026-02-30' } },
    { case: 'with such a day further inside', verb: 'export.table', data: { of: [{ to: '9999-12-31' }] } },
    { case: 'that is deep', verb: 'undo', data: { in: deep(7) } },
    { case: 'with many values', verb: 'undo', data: { in: Array(201).fill(1) } },
    { case: 'with a long text', verb: 'undo', data: { text: 'x'.repeat(4_001) } },
    { case: 'once for ever so long', verb: 'undo', data: { once: 'x'.repeat(201) } },
    { case: 'once for no text', verb: 'undo', data: { once: { toString: 'x' } } },
  ])('$case is a press of nothing', ({ verb, data }) => {
    expect(parsePress(verb, data)).toEqual(NOTHING)
  })
})
