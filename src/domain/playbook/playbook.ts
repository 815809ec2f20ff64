import type { Locale } from '../manager/manager.js'
import type { ManQuestion, Step } from '../opportunity/opportunity.js'
import type { Line } from './line.js'
import type { OccupationGuide } from './occupation.js'
import type { PracticeWords } from './practice.js'
import type { ReviewSheet } from './review-sheet.js'

/** One of the seven steps in words (Handbook §5). */
export interface StepGuide {
  readonly step: Step
  readonly name: string
  /** The step's line of verse; absent where the language has none. */
  readonly motto?: string
  readonly shows: readonly string[]
  readonly asks: readonly string[]
  readonly doneWhen: string
}

/** What one letter of MAN means and how it is found out. */
export interface ManGuide {
  readonly question: ManQuestion
  readonly name: string
  readonly means: string
  /** What already tells a yes. */
  readonly signs: readonly string[]
}

/** The approved words of one language. */
export interface Playbook {
  readonly locale: Locale
  /** In the order of the files; ids are unique. */
  readonly lines: readonly Line[]
  /** One for each occupation. */
  readonly occupations: readonly OccupationGuide[]
  readonly reviewSheet: ReviewSheet
  /** Calls to practise, one scene a topic. */
  readonly practice: PracticeWords
  /** Ascending, one for each step. */
  readonly steps: readonly StepGuide[]
  readonly man: readonly ManGuide[]
}

/** The playbook in every language; the ids of the lines are the same in each. */
export type Playbooks = Readonly<Record<Locale, Playbook>>
