import type { Day } from '../../domain/day.js'
import { type NonEvent, type Report, type ReportWords, reportOf } from '../contacts/report.js'
import { mask, type Parsed } from '../parse.js'
import type { Gazetteer } from '../people/book-names.js'
import { type ConceptFinder, featuresOf } from './features.js'

/** What rules and the classifier go by. */
export interface Signals {
  readonly masked: string
  readonly concepts: ReadonlySet<string>
  /** The message read as a report of contacts, whether it is one or not. */
  readonly report: Report
  readonly features: readonly string[]
}

export interface SignalTools extends ReportWords {
  readonly concepts: ConceptFinder
}

export function signalsOf(parsed: Parsed, tools: SignalTools, book: Gazetteer, today: Day): Signals {
  const report = reportOf(parsed, book, tools, today)
  const told = report.contacts.map((c) => (c.reached ? c.outcome : `not-${c.outcome}`))
  const concepts = [
    ...tools.concepts(parsed.masked),
    ...new Set(told.filter(() => report.isSaid).map((outcome) => `told-${outcome}`)),
  ]
  if (report.contacts.length === 0)
    for (const is of new Set(report.nonEvents.filter(isOfSomebody).map((nonEvent) => nonEvent.is)))
      concepts.push(`not-told-${is}`)
  if (report.keptPromises.length > 0) concepts.push('kept-promise')
  if (report.contacts.length > 1) concepts.push('told-several')
  if (report.contacts.some((c) => c.channel !== undefined)) concepts.push('told-channel')
  return {
    masked: parsed.masked,
    concepts: new Set(concepts),
    report,
    features: featuresOf(heardAs(parsed, today), concepts),
  }
}

/** The letters of a colleague's name teach nothing; that a colleague is named does. */
function heardAs(parsed: Parsed, today: Day): string {
  const { masked, text, colleagues: desk } = parsed
  return desk.length === 0 ? masked : mask(text, { ...parsed, desk }, today)
}

/** A question or plan that names nobody says nothing of what is wanted. */
function isOfSomebody({ mention }: NonEvent): boolean {
  return mention !== undefined
}
