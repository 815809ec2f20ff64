import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, parseDay } from '../../src/domain/day.js'
import { loadLanguage } from '../../src/language/load.js'
import { readSums } from '../../src/language/sums/read-sums.js'
import { fold } from '../../src/language/text/normalise.js'
import { languageFolders } from '../../src/places.js'

const SPECS = '../shared/data/public'
const isThere = existsSync(SPECS)

interface SpecCase {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime: string }
  readonly Results: readonly {
    readonly Resolution?: {
      readonly value?: string
      readonly values?: readonly {
        readonly type: string
        readonly value?: string
        readonly start?: string
        readonly end?: string
      }[]
    }
  }[]
}

interface Span {
  readonly from: Day
  readonly to: Day
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(`${SPECS}/${path}`, 'utf8').replace(/^\uFEFF/, ''))

/** One day or span is said, and every reading of it is whole days. */
function spansOf({ Results }: SpecCase): readonly Span[] {
  if (Results.length !== 1) return []
  return (Results[0]?.Resolution?.values ?? []).flatMap(({ type, value, start, end }) => {
    if (type === 'date') return spanOf(value, value)
    const last = type === 'daterange' ? parseDay(end ?? '') : undefined
    return last === undefined ? [] : spanOf(start, addDays(last, -1))
  })
}

function spanOf(first: string | undefined, last: string | undefined): readonly Span[] {
  const [from, to] = [parseDay(first ?? ''), parseDay(last ?? '')]
  return from === undefined || to === undefined ? [] : [{ from, to }]
}

/** Theirs end before the last day that is named and begin after today; ours name both (docs/understanding.md). */
function isSame(ours: Span, theirs: Span): boolean {
  const begins = ours.from === theirs.from || ours.from === addDays(theirs.from, -1)
  return begins && (ours.to === theirs.to || ours.to === addDays(theirs.to, 1))
}

describe.skipIf(!isThere)(
  `days and sums as public specifications read them (skipped without ${SPECS})`,
  () => {
    const { tools } = loadLanguage(languageFolders())
    const folded = (text: string) => fold(text, tools.simplified).folded

    /** Of how many cases our first reading, looking ahead or back, is one of theirs. */
    function daysRight(cases: readonly SpecCase[]): { readonly asked: number; readonly right: number } {
      const asked = cases.filter((one) => one.Context !== undefined && spansOf(one).length > 0)
      const right = asked.filter((one) => {
        const today = day(String(one.Context?.ReferenceDateTime).slice(0, 10))
        const ours = (['ahead', 'back'] as const).flatMap((look) =>
          tools.days
            .read(folded(one.Input), today, look)
            .filter((mention) => mention.dayless !== true)
            .slice(0, 1),
        )
        return spansOf(one).some((theirs) => ours.some(({ sense }) => isSame(sense, theirs)))
      })
      return { asked: asked.length, right: right.length }
    }

    it.each([
      { language: 'Chinese', of: 106, right: 63 },
      { language: 'English', of: 431, right: 159 },
    ])('days: $language, $right of $of', ({ language, ...least }) => {
      const found = daysRight(read(`recognizers-text/${language}/DateTimeModel.json`) as SpecCase[])
      expect(found.asked).toBe(least.of)
      expect(found.right).toBeGreaterThanOrEqual(least.right)
    })

    it.each([
      { language: 'Chinese', of: 10, least: 6 },
      { language: 'English', of: 92, least: 82 },
    ])('sums of 1,000 and more: $language, $least of $of', ({ language, of, least }) => {
      const cases = (read(`recognizers-text/${language}/CurrencyModel.json`) as SpecCase[]).filter(
        ({ Results }) => Results.length === 1 && Number(Results[0]?.Resolution?.value) >= 1_000,
      )
      const right = cases.filter(({ Input, Results }) =>
        readSums(folded(Input), []).some(({ range }) => range.min === Number(Results[0]?.Resolution?.value)),
      )
      expect(cases).toHaveLength(of)
      expect(right.length).toBeGreaterThanOrEqual(least)
    })
  },
)
