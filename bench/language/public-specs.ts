import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, languageFolders } from '../../src/compose/places.js'
import { loadCalendar } from '../../src/config/calendar.js'
import { addDays, type Day, day, parseDay } from '../../src/domain/day.js'
import { loadLanguage } from '../../src/language/load.js'
import { readSums } from '../../src/language/sums/read-sums.js'
import { fold } from '../../src/language/text/normalise.js'

/**
 * `npm run bench:specs -- FOLDER`: how many cases of the specifications of Recognizers-Text (`FOLDER/English/DateTimeModel.json`
 * and so on) are read as they have them, and every other one.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('which folder holds the specifications?')
const SPECS = folder

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
  JSON.parse(readFileSync(join(SPECS, path), 'utf8').replace(/^\uFEFF/, ''))

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

const { tools } = loadLanguage({ ...languageFolders(), working: loadCalendar(dataFolder('calendar')) })
const folded = (text: string) => fold(text, tools.simplified).folded

/** Whether our first reading, looking ahead or back, is one of theirs. */
function isDayRight(one: SpecCase): boolean {
  const today = day(String(one.Context?.ReferenceDateTime).slice(0, 10))
  const ours = (['ahead', 'back'] as const).flatMap((look) =>
    tools.days
      .read(folded(one.Input), today, look)
      .filter((mention) => mention.dayless !== true)
      .slice(0, 1),
  )
  return spansOf(one).some((theirs) => ours.some(({ sense }) => isSame(sense, theirs)))
}

function isSumRight({ Input, Results }: SpecCase): boolean {
  const wanted = Number(Results[0]?.Resolution?.value)
  return readSums(folded(Input), []).some(({ range }) => range.min === wanted)
}

function report(title: string, cases: readonly SpecCase[], isRight: (one: SpecCase) => boolean): void {
  const missed = cases.filter((one) => !isRight(one))
  console.log(`${title}: ${cases.length - missed.length} of ${cases.length}`)
  for (const { Input } of missed) console.log(`  ${Input}`)
}

for (const language of ['Chinese', 'English']) {
  const days = (read(`${language}/DateTimeModel.json`) as SpecCase[]).filter(
    (one) => one.Context !== undefined && spansOf(one).length > 0,
  )
  report(`days, ${language}`, days, isDayRight)
  const sums = (read(`${language}/CurrencyModel.json`) as SpecCase[]).filter(
    ({ Results }) => Results.length === 1 && Number(Results[0]?.Resolution?.value) >= 1_000,
  )
  report(`sums of 1,000 and more, ${language}`, sums, isSumRight)
}
