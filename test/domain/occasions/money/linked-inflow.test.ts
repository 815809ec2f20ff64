import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../../../src/config/calendar.js'
import { loadPolicy } from '../../../../src/config/policy.js'
import { day } from '../../../../src/domain/day.js'
import { fenOfYuan } from '../../../../src/domain/money.js'
import { linkedInflow } from '../../../../src/domain/occasions/money/linked-inflow.js'
import { occasionContext } from '../../../../src/domain/occasions/occasion.js'
import type { OwnedCompany } from '../../../../src/domain/occasions/sources.js'
import { aCustomer } from '../../../support/customers.js'

const policy = loadPolicy('data/policy.json')
const calendar = loadCalendar('data/calendar')
const OWNER = aCustomer('c1')

/** A company into which so much came, net, on a day. */
function company(on: string, yuan: number, over: Partial<OwnedCompany> = {}): OwnedCompany {
  const netFen = fenOfYuan(yuan)
  return {
    customerId: 'c2',
    name: '聚鲜阁',
    flows: [{ on: day(on), netFen, ownCount: 1, ownAbsFen: netFen }],
    ...over,
  }
}

function reasonsOn(today: string, owned: OwnedCompany) {
  const companiesOf = new Map([['c1', [owned]]])
  return linkedInflow(OWNER, occasionContext(policy, calendar, day(today), { companiesOf }))
}

describe('an inflow of a company', () => {
  it.each([
    { case: 'the day after', on: '2026-11-23', today: '2026-11-24', yuan: 1_000_000, shown: true },
    { case: 'a fen too little', on: '2026-11-23', today: '2026-11-24', yuan: 999_999.99, shown: false },
    { case: 'on the day itself', on: '2026-11-24', today: '2026-11-24', yuan: 1_000_000, shown: false },
    { case: 'a day later', on: '2026-11-23', today: '2026-11-25', yuan: 1_000_000, shown: false },
    { case: 'Friday, on Monday', on: '2026-11-20', today: '2026-11-23', yuan: 2_000_000, shown: true },
    { case: 'Saturday, on Monday', on: '2026-11-21', today: '2026-11-23', yuan: 2_000_000, shown: true },
    { case: 'what went out', on: '2026-11-23', today: '2026-11-24', yuan: -2_000_000, shown: false },
  ])('is on the owner’s row on the next working day: $case', ({ on, today, yuan, shown }) => {
    const reasons = reasonsOn(today, company(on, yuan))
    expect(reasons).toHaveLength(shown ? 1 : 0)
    if (shown) expect(reasons[0]).toMatchObject({ kind: 'linked-inflow', priority: 2, on, company: '聚鲜阁' })
  })

  it('shows no figure of a company that a colleague looks after', () => {
    const [reason] = reasonsOn('2026-11-24', company('2026-11-23', 2_000_000, { keeper: '王丽' }))
    expect(reason).toMatchObject({ with: '王丽' })
    expect(Object.keys(reason ?? {}).filter((key) => key.endsWith('Fen'))).toEqual([])
  })
})
