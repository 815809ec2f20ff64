import { describe, expect, it } from 'vitest'
import { loadPolicy } from '../../src/config/policy.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { linkToAsk, withLinkQuestion } from '../../src/domain/customer/links/link-questions.js'
import { day } from '../../src/domain/day.js'
import { aCustomer } from '../support/customers.js'

const policy = loadPolicy('data/policy.json')
const TODAY = day('2026-11-23')
const OWNER = aCustomer('1', { occupation: '企业主', company: '福满楼有限公司' })
const CLERK = aCustomer('2', { occupation: '会计', company: '福满楼' })

const asked = (...customers: readonly Customer[]) => linkToAsk(customers, policy, TODAY)

/** So many colleagues at the owner's company. */
const colleagues = (count: number) =>
  Array.from({ length: count }, (_, at) => aCustomer(`${at + 2}`, { company: '福满楼' }))

describe('the question about a shared company', () => {
  it('is put where one of the two owns a business', () => {
    expect(asked(OWNER, CLERK)).toMatchObject({ one: { id: '1' }, other: { id: '2' }, because: 'company' })
    expect(asked(aCustomer('1', { company: '福满楼', occupation: '教师' }), CLERK)).toBeUndefined()
  })

  it.each([
    { case: 'five share it', others: 4, put: true },
    { case: 'six share it', others: 5, put: false },
  ])('is put only where few share it: $case', ({ others, put }) => {
    expect(asked(OWNER, ...colleagues(others)) !== undefined).toBe(put)
  })

  it('is not put about a former employer', () => {
    expect(asked(OWNER, aCustomer('2', { company: '退休前:福满楼' }))).toBeUndefined()
  })

  it('is not put where they are linked, nor twice, nor twice on a day', () => {
    const link = { type: 'finance', otherId: '2', source: 'manager', on: TODAY } as const
    expect(asked({ ...OWNER, links: [link] }, CLERK)).toBeUndefined()
    const question = { otherId: '2', because: 'company', common: '福满楼', managerId: 'M1' } as const
    const before = withLinkQuestion(OWNER, { ...question, on: day('2026-11-02') })
    expect(asked(before, CLERK)).toBeUndefined()
    const other = [
      aCustomer('3', { type: 'micro', name: '快修' }),
      aCustomer('4', { company: '快修', occupation: '销售' }),
    ]
    expect(asked(before, CLERK, ...other)).toMatchObject({ one: { id: '3' }, other: { id: '4' } })
    expect(asked(withLinkQuestion(OWNER, { ...question, on: TODAY }), CLERK, ...other)).toBeUndefined()
  })

  it('one phone is asked about whatever the trades', () => {
    const two = ['1', '2'].map((id) => aCustomer(id, { phone: '139 0000 0001' }))
    expect(asked(...two)).toMatchObject({ because: 'phone', common: '13900000001' })
  })
})
