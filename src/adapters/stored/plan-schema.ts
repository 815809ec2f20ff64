import { z } from 'zod'
import { PRODUCT_KINDS } from '../../domain/ledger/holding.js'
import {
  CARES,
  METRICS,
  PLAN_FACTS,
  PLAN_RESULTS,
  PLAN_STATES,
  type PlanStep,
  type StepTest,
  type ValuePlan,
  VERDICTS,
} from '../../domain/plan/plan.js'
import { schemaOf } from './same-type.js'
import { day, optionalDay, optionalText, text, wordOf } from './value-schemas.js'

const test = schemaOf<StepTest>()(
  z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('contact') }),
    z.strictObject({ what: z.literal('visit') }),
    z.strictObject({ what: z.literal('appointment') }),
    z.strictObject({ what: z.literal('holding'), kind: wordOf(PRODUCT_KINDS) }),
    z.strictObject({ what: z.literal('value'), value: z.number() }),
    z.strictObject({ what: z.literal('fact'), field: wordOf(PLAN_FACTS) }),
    z.strictObject({ what: z.literal('word') }),
  ]),
)

const step = schemaOf<PlanStep>()(
  z.strictObject({ id: text, care: wordOf(CARES), on: day, test, toldOn: optionalDay }),
)

const act = { on: day, by: text }
const terms = { target: z.number(), due: day, steps: z.array(step) }

/** A value plan as it is kept with its customer. */
export const valuePlan = schemaOf<ValuePlan>()(
  z.strictObject({
    id: text,
    metric: wordOf(METRICS),
    ...terms,
    state: wordOf(PLAN_STATES),
    drafted: z.strictObject(act),
    agreed: z.strictObject(act).exactOptional(),
    started: z.strictObject({ ...act, value: z.number().exactOptional() }).exactOptional(),
    checks: z.array(z.strictObject({ ...act, verdict: wordOf(VERDICTS) })),
    earlier: z.array(z.strictObject({ ...terms, until: z.strictObject(act) })),
    closed: z.strictObject({ ...act, result: wordOf(PLAN_RESULTS), reason: optionalText }).exactOptional(),
  }),
)
