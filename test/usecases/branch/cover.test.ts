import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { cover, takeBackCover } from '../../../src/usecases/branch/cover.js'
import { aBank } from '../../support/bank.js'

const bank = aBank()
const TODAY = day('2026-11-23')
const over = {
  from: 'M1',
  to: 'M2',
  first: TODAY,
  last: day('2026-12-04'),
  by: 'H1',
  today: TODAY,
  at: '2026-11-23T02:00:00Z',
}
const covers = async () =>
  ((await bank.store.desks.read('M2')).covers ?? []).map(({ managerId, from, until }) => [
    managerId,
    from,
    until,
  ])

describe('a cover', () => {
  it('is only said where nothing is to be arranged yet', async () => {
    expect(await cover(bank.store)({ ...over, dryRun: true })).toEqual({ status: 'covered' })
    expect(await covers()).toEqual([])
  })

  it('is taken back on its day', async () => {
    await cover(bank.store)(over)
    expect(await covers()).toEqual([['M1', '2026-11-23', '2026-12-04']])
    expect(await takeBackCover(bank.store)(over)).toEqual({ status: 'taken-back' })
    expect(await covers()).toEqual([])
  })

  it('whose days were put anew is as before when that is taken back', async () => {
    await cover(bank.store)({ ...over, today: day('2026-11-20') })
    await cover(bank.store)({ ...over, last: day('2026-12-31') })
    expect(await takeBackCover(bank.store)(over)).toMatchObject({ cover: { until: '2026-12-04' } })
    expect(await covers()).toEqual([['M1', '2026-11-23', '2026-12-04']])
  })

  it('of yesterday stays', async () => {
    await cover(bank.store)({ ...over, today: day('2026-11-20') })
    expect(await takeBackCover(bank.store)(over)).toEqual({ status: 'nothing' })
    expect(await covers()).toHaveLength(1)
  })
})
