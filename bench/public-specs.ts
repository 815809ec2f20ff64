import { readFileSync } from 'node:fs'
import { addDays, type Day, day, parseDay } from '../src/domain/day.js'
import { loadLanguage } from '../src/language/load.js'
import { readSums } from '../src/language/sums/read-sums.js'
import { fold } from '../src/language/text/normalise.js'
import { languageFolders } from '../src/places.js'

/**
 * How many days and sums of the specifications of microsoft/Recognizers-Text are read as written there. They are not ours
 * to keep: `node .bench/bench/public-specs.js FOLDER`, the folder holding their `Chinese/` and `English/` JSON files.
 */
const [, , folder] = process.argv
if (folder === undefined) {
  console.error('give the folder of the specifications')
  process.exit(2)
}

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
  JSON.parse(readFileSync(`${folder}/${path}`, 'utf8').replace(/^\uFEFF/, ''))

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

const { tools } = loadLanguage(languageFolders())
const folded = (text: string) => fold(text, tools.simplified).folded

/** Of how many cases our first reading, looking ahead or back, is one of theirs. */
function daysRight(cases: readonly SpecCase[]) {
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

/** The same of sums of 1,000 and more. */
function sumsRight(cases: readonly SpecCase[]) {
  const sumOf = ({ Results }: SpecCase) => Number(Results[0]?.Resolution?.value)
  const asked = cases.filter((one) => one.Results.length === 1 && sumOf(one) >= 1_000)
  const right = asked.filter((one) =>
    readSums(folded(one.Input), []).some(({ range }) => range.min === sumOf(one)),
  )
  return { asked: asked.length, right: right.length }
}

const figures = (['Chinese', 'English'] as const).map((language) => [
  language,
  {
    days: daysRight(read(`${language}/DateTimeModel.json`) as SpecCase[]),
    sums: sumsRight(read(`${language}/CurrencyModel.json`) as SpecCase[]),
  },
])
console.log(JSON.stringify(Object.fromEntries(figures), undefined, 2))
