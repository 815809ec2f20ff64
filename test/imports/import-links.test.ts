import { beforeEach, describe, expect, it } from 'vitest'
import { linksOf } from '../../src/domain/customer/link.js'
import { day } from '../../src/domain/day.js'
import { undoImport } from '../../src/imports/undo/undo-import.js'
import { aBank } from '../support/bank.js'
import { IMPORT_RULES } from '../support/imports.js'

describe('importing links', () => {
  const bank = aBank()
  beforeEach(() => bank.take('customers', '客户号,姓名,客户经理号\n1,聚鲜阁,M1\n2,陈立群,M1\n3,苏晴,M2\n'))
  const HEAD = '客户号,关系,关联客户号,起始日'
  const table = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`
  const links = async (managerId: string, id: string) => (await bank.customer(managerId, id))?.links
  const everybody = async () => (await bank.everything()).books.flatMap(({ customers }) => customers)

  it('stores a bond once, with where it came from and when, and reads it from both ends', async () => {
    expect(await bank.take('links', table('1,老板,2,2020-05-01'))).toMatchObject({ created: 1, rejected: [] })
    const stored = { type: 'owner', otherId: '2', since: '2020-05-01', source: 'file', on: '2026-11-23' }
    expect([await links('M1', '1'), await links('M1', '2')]).toEqual([[stored], undefined])
    expect(linksOf('1', await everybody())).toMatchObject([{ otherId: '2', who: 'other', type: 'owner' }])
    expect(linksOf('2', await everybody())).toMatchObject([{ otherId: '1', who: 'self', type: 'owner' }])
  })

  it.each([
    ['spouse', '2,配偶,3,', '3,spouse,2,', 'spouse'],
    ['child', '2,子女,3,', '3,父母,2,', 'parent'],
  ])('a %s told from both ends is one bond', async (type, one, other, mirrored) => {
    expect(await bank.take('links', table(one, other))).toMatchObject({ created: 1, unchanged: 1 })
    expect(await bank.take('links', table(other))).toMatchObject({ created: 0, unchanged: 1 })
    expect(await links('M1', '2')).toMatchObject([{ type, otherId: '3' }])
    expect(await links('M2', '3')).toBeUndefined()
    expect(linksOf('3', await everybody())).toMatchObject([{ otherId: '2', who: 'other', type: mirrored }])
  })

  it('the same file again changes nothing; an empty day clears it, a missing column does not', async () => {
    await bank.take('links', table('1,法人,2,2020-05-01'))
    expect(await bank.take('links', table('1,法人,2,2020-05-01'))).toMatchObject({ unchanged: 1 })
    expect(await bank.take('links', '客户号,关系,关联客户号\n1,法人,2\n')).toMatchObject({ unchanged: 1 })
    expect(await bank.take('links', table('1,法人,2,'))).toMatchObject({ updated: 1 })
    expect((await links('M1', '1'))?.[0]?.since).toBeUndefined()
  })

  it.each([
    ['an unknown customer', '9,老板,2,', '客户号', 'unknown-customer'],
    ['an unknown other', '1,老板,9,', '关联客户号', 'unknown-customer'],
    ['a link to itself', '1,老板,1,', '关联客户号', 'link-to-itself'],
    ['an unknown relation', '1,朋友,2,', '关系', 'not-a-value'],
  ])('%s rejects the row', async (_, row, column, code) => {
    expect((await bank.take('links', table(row))).rejected).toMatchObject([{ line: 2, column, code }])
  })

  it('the first row of a bond stands, a later one with the same two and the same relation is rejected', async () => {
    const report = await bank.take('links', table('1,老板,2,', '1,财务,2,', '1,老板,2,2020-01-01'))
    expect(report.rejected).toMatchObject([{ line: 4, code: 'repeated-key' }])
  })

  it('are taken back with their import, as far as nothing newer touched them', async () => {
    const { number } = await bank.take('links', table('1,老板,2,', '1,介绍人,3,'))
    await bank.take('links', table('1,介绍人,3,2021-01-01'))
    const undone = await undoImport(bank.store.bank, IMPORT_RULES.policy)(
      number!,
      day('2026-11-23'),
      '2026-11-23T02:00:00.000Z',
    )
    expect(undone).toMatchObject({ undone: 1, kept: ['1 introduced-by 3'] })
    expect(await links('M1', '1')).toMatchObject([{ type: 'introduced-by' }])
  })

  it('go with the customer they are stored on', async () => {
    await bank.take('links', table('1,老板,2,'))
    await bank.take('customers', '客户号,姓名,客户经理号\n1,聚鲜阁,M2\n')
    expect(await links('M2', '1')).toMatchObject([{ type: 'owner', otherId: '2' }])
  })
})
