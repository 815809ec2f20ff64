import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day } from '../../../src/domain/day.js'
import type { DayFlow } from '../../../src/domain/ledger/day-flow.js'
import { daysStillNeeded } from '../../../src/domain/ledger/fold-transactions.js'
import { idleMoney } from '../../../src/domain/ledger/idle-money.js'
import { fen } from '../../../src/domain/money.js'
import { aCustomer } from '../../support/customers.js'
import { POLICY, TODAY } from '../../support/rules.js'

const BALANCES = [
  fen(9_999_999),
  fen(10_000_000),
  fen(25_000_000),
  fen(40_000_000),
  fen(90_000_000),
  undefined,
]

/** Flows of one customer over two years and more, mostly above the idle sum. */
const someFlows = fc
  .uniqueArray(
    fc.record({ ago: fc.nat(900), balance: fc.constantFrom(...BALANCES.slice(1, 5), ...BALANCES) }),
    {
      selector: ({ ago }) => ago,
      maxLength: 40,
    },
  )
  .map((list) =>
    list
      .sort((a, b) => b.ago - a.ago)
      .map(({ ago, balance }): DayFlow => {
        const flow = { on: addDays(TODAY, -ago), netFen: fen(0), ownCount: 1, ownAbsFen: fen(0) }
        return balance === undefined ? flow : { ...flow, balanceFen: balance }
      }),
  )

const idleOn = (flows: readonly DayFlow[], on: Day) => idleMoney(aCustomer('c1', { flows }), POLICY, on)

function kept(flows: readonly DayFlow[], on: Day): readonly DayFlow[] {
  const needed = daysStillNeeded(flows, POLICY, on)
  return flows.filter((flow) => needed.has(flow.on))
}

it('since when money is idle does not depend on which old rows an import has let go', () => {
  fc.assert(
    fc.property(someFlows, fc.nat(60), (flows, earlier) => {
      const before = addDays(TODAY, -earlier)
      const after = kept(kept(flows, before), TODAY)
      expect(idleOn(after, TODAY)).toEqual(idleOn(flows, TODAY))
      expect(idleOn(after, before)).toEqual(idleOn(flows, before))
    }),
    { numRuns: 500 },
  )
})
