import type { Objection } from '../customer/contact.js'
import type { Day, Moment } from '../day.js'
import type { Currency, Fen } from '../money.js'
import type { Interest, Man, NamedProduct, Opportunity, RaisedObjection } from './opportunity.js'

/** What the manager tells of an opportunity, at whatever step. */
export interface ToldFacts {
  readonly need?: string
  readonly product?: NamedProduct
  readonly amountFen?: Fen
  readonly currency?: Currency
  readonly man?: Partial<Man>
  readonly reached?: boolean
  readonly appointment?: Moment
  readonly nextOn?: Day
  readonly metOn?: Day
  readonly shown?: NamedProduct & { readonly interest?: Interest }
  readonly objections?: readonly ToldObjection[]
}

export interface ToldObjection {
  readonly kind: Objection
  readonly answeredWith?: string
  readonly reaction?: RaisedObjection['reaction']
}

/**
 * Adds facts; they count as progress. A product shown twice is kept once with the later interest, the last objection
 * of a kind that is still open takes the new answer and reaction, and an appointment takes the place of a next day.
 * What is won or lost is not changed any more.
 */
export function noteFacts(opportunity: Opportunity, told: ToldFacts, today: Day): Opportunity {
  if (opportunity.state === 'won' || opportunity.state === 'lost') return opportunity
  const { man, reached, shown, objections = [], appointment, ...plain } = told
  const { nextOn: _nextOn, ...withoutNextDay } = opportunity
  return {
    ...(appointment === undefined ? opportunity : { ...withoutNextDay, appointment }),
    ...plain,
    man: { ...opportunity.man, ...man },
    ...(reached === true ? { reachedOn: opportunity.reachedOn ?? today } : {}),
    shown: shown === undefined ? opportunity.shown : withShown(opportunity, shown, today),
    objections: objections.reduce(
      (raised, objection) => withObjection(raised, objection, today),
      opportunity.objections,
    ),
    progressOn: today,
  }
}

function withShown(
  { shown }: Opportunity,
  next: NonNullable<ToldFacts['shown']>,
  on: Day,
): Opportunity['shown'] {
  const others = shown.filter((one) => one.productName !== next.productName)
  return [...others, { ...next, on }]
}

function withObjection(
  objections: Opportunity['objections'],
  told: ToldObjection,
  on: Day,
): Opportunity['objections'] {
  const at = objections.findLastIndex(({ kind, reaction }) => kind === told.kind && reaction === 'open')
  const open = objections[at]
  if (open === undefined) return [...objections, { reaction: 'open', ...told, on }]
  return objections.with(at, { ...open, ...told })
}
