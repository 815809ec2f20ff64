import { agreement } from './agreement.js'
import { assessment } from './assessment.js'
import { cadenceDue } from './cadence-due.js'
import { celebration } from './celebration.js'
import { festival } from './festival.js'
import { gift } from './gift.js'
import { launch } from './launch.js'
import { levelRaised } from './level-raised.js'
import { fundValue } from './money/fund-value.js'
import { idle } from './money/idle.js'
import { linkedInflow } from './money/linked-inflow.js'
import { maturity } from './money/maturity.js'
import { movement } from './money/movement.js'
import { payment } from './money/payment.js'
import { news } from './news.js'
import type { Occasion } from './occasion.js'
import { openOpportunity } from './open-opportunity.js'
import { plan } from './plan.js'
import { review } from './review.js'
import { sleeping } from './sleeping.js'
import { vipEvent } from './vip/vip-event.js'
import { vipLine } from './vip/vip-line.js'

/**
 * Everything that calls for a contact, in the order in which the reasons of one priority are told (Handbook §3). A new
 * occasion is a file and a line here.
 */
export const OCCASIONS = [
  maturity,
  movement,
  levelRaised,
  agreement,
  openOpportunity,
  plan,
  review,
  launch,
  cadenceDue,
  linkedInflow,
  celebration,
  festival,
  vipEvent,
  gift,
  assessment,
  payment,
  news,
  fundValue,
  idle,
  sleeping,
  vipLine,
] as const satisfies readonly Occasion[]

/** What is answered on a day off as well: it fell due before and stayed open. */
export const OPEN_ON_DAYS_OFF = [
  agreement,
  openOpportunity,
  plan,
  cadenceDue,
] as const satisfies readonly Occasion[]
