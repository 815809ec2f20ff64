import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { yuanOf } from '../money.js'
import { percentOf } from '../percent.js'
import { type RfmScore, SEGMENTS } from '../rfm/rfm.js'
import { type Group, groupOf, sumOf } from '../rfm/segments.js'
import type { Cause, Leaving } from './leaving.js'

export interface BookSegments {
  readonly managerId: string
  readonly day: Day
  readonly customers: readonly Customer[]
  readonly scores: ReadonlyMap<string, RfmScore>
  readonly leaving: readonly Leaving[]
}

/** The segments of one book as data: sums in yuan, percentages with one decimal, what is unknown as null. */
export function segmentsJson({ managerId, day, customers, scores, leaving }: BookSegments): object {
  const ids = (group: Group) => groupOf(customers, scores, group).map(({ customer }) => customer.id)
  return {
    managerId,
    day,
    customers: customers.flatMap(({ id }) => {
      const score = scores.get(id)
      return score === undefined ? [] : [{ customerId: id, ...scoreJson(score) }]
    }),
    segments: Object.fromEntries(SEGMENTS.map((segment) => [segment, ids(segment)])),
    profitable: ids('profitable'),
    highest: ids('highest'),
    leaving: leaving.map(({ customer, score, causes, quietDays }) => ({
      customerId: customer.id,
      ...scoreJson(score),
      quietDays: quietDays ?? null,
      causes: causes.map(causeJson),
    })),
  }
}

function scoreJson(score: RfmScore): object {
  const { r, f, m, segment, churnRisk, profitable, facts } = score
  return {
    segment,
    r,
    f,
    m,
    rfm: sumOf(score),
    recencyDays: facts?.recencyDays ?? null,
    frequency: facts?.frequency ?? 0,
    monetary: facts === undefined ? 0 : yuanOf(facts.monetaryFen),
    churnRisk,
    profitable,
  }
}

/** A cause as data, the same wherever it is shown. */
export function causeJson(cause: Cause): object {
  switch (cause.kind) {
    case 'matured-gone': {
      const { kind, maturedFen, goneFen } = cause
      return {
        cause: kind,
        matured: yuanOf(maturedFen),
        gone: yuanOf(goneFen),
        percent: percentOf(goneFen, maturedFen),
      }
    }
    case 'balance-falling':
      return {
        cause: cause.kind,
        monthEnds: cause.monthEnds.map(({ on, balanceFen }) => ({ day: on, balance: yuanOf(balanceFen) })),
      }
    case 'silence':
      return { cause: cause.kind, days: cause.days, medianGap: cause.medianGap }
    case 'overdue-contact':
      return { cause: cause.kind, dueOn: cause.dueOn, overdueWorkingDays: cause.overdueWorkingDays }
  }
}
