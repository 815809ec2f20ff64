import { beforeEach, describe, expect, it } from 'vitest'
import { findCustomer } from '../../src/domain/book.js'
import { day } from '../../src/domain/day.js'
import { aBank } from '../support/bank.js'

describe('what a bank does not date', () => {
  const bank = aBank()
  const take = (aum: number, on: string) =>
    bank.take('customers', `客户号,姓名,客户经理号,总资产,卡等级\n1,甲,M1,${aum},无\n`, { today: day(on) })
  const seen = async () => findCustomer(await bank.store.books.read('M1'), '1')?.firstSeen

  beforeEach(() => take(600_000, '2026-11-02'))

  it('is dated when an import first sees it, and keeps that day while it holds', async () => {
    expect(await seen()).toEqual({ 'vip-without-card': '2026-11-02' })
    await take(700_000, '2026-11-09')
    expect(await seen()).toEqual({ 'vip-without-card': '2026-11-02' })
  })

  it('is new when it ends and begins again', async () => {
    await take(400_000, '2026-11-09')
    expect(await seen()).toBeUndefined()
    await take(600_000, '2026-11-16')
    expect(await seen()).toEqual({ 'vip-without-card': '2026-11-16' })
  })
})
