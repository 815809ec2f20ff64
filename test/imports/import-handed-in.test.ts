import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeText } from '../../src/adapters/files/text/encode.js'
import { day } from '../../src/domain/day.js'
import { type HandedInKind, NOTHING_HANDED_IN } from '../../src/domain/occasions/handed-in.js'
import { occasionSources } from '../../src/usecases/brief/occasion-sources.js'
import { aBank } from '../support/bank.js'

const bank = aBank()
const kept = () => bank.store.handedIn.all()
/** Line, column and code of every rejected row. */
const faults = async (kind: HandedInKind, content: string) =>
  (await bank.take(kind, content)).rejected.map(({ line, column, code }) => [line, column, code])

describe('tables of gifts, events, news and prices', () => {
  beforeEach(() => bank.take('products', '产品代码,名称,产品类别\nF001,稳健基金,基金\n'))

  it.each<{ case: string; kind: HandedInKind; content: string; gives: object }>([
    {
      case: 'a gift in Chinese',
      kind: 'gifts',
      content:
        '礼品编号,礼品名称,开始日,结束日,网点号,客户等级\nG1,中秋月饼礼盒,2026/9/14,2026年9月25日,0101,A、B\n',
      gives: {
        id: 'G1',
        name: '中秋月饼礼盒',
        from: '2026-09-14',
        to: '2026-09-25',
        branchId: '0101',
        tiers: ['A', 'B'],
      },
    },
    {
      case: 'a gift in English, for everyone',
      kind: 'gifts',
      content: 'gift_id,name,from,to,tiers\nG1,Desk calendar,2026-12-01,2026-12-01,\n',
      gives: { id: 'G1', name: 'Desk calendar', from: '2026-12-01', to: '2026-12-01' },
    },
    {
      case: 'an event',
      kind: 'events',
      content: '活动编号,活动名称,活动日期,地点\nE1,品茶会,20261204,三楼\n',
      gives: { id: 'E1', name: '品茶会', on: '2026-12-04', place: '三楼' },
    },
    {
      case: 'news of a product, a kind and a hobby',
      kind: 'news',
      content:
        '资讯编号,标题,日期,产品代码,产品类别,关键词\nN1,利率下调,2026-11-24,F001,定期存款；fund,茶、普洱、茶\n',
      gives: {
        id: 'N1',
        title: '利率下调',
        on: '2026-11-24',
        productIds: ['F001'],
        productKinds: ['time-deposit', 'fund'],
        topics: ['茶', '普洱'],
      },
    },
    {
      case: 'a price, where a dividend of 0 is none',
      kind: 'prices',
      content: '产品代码,净值日期,单位净值,每份分红\nF001,2026-11-20,"1,020.50431",0.00\n',
      gives: { productId: 'F001', on: '2026-11-20', value: 1020.50431 },
    },
    {
      case: 'a price with its dividend',
      kind: 'prices',
      content: 'product_id,date,value,dividend\nF001,2026-11-20,1.2043,0.02\n',
      gives: { productId: 'F001', on: '2026-11-20', value: 1.2043, dividend: 0.02 },
    },
  ])('$case; the same again changes nothing', async ({ kind, content, gives }) => {
    expect(await bank.take(kind, content)).toMatchObject({ created: 1, applied: true, remarks: [] })
    expect(kept()).toEqual({ ...NOTHING_HANDED_IN, [kind]: [gives] })
    expect(await bank.take(kind, content)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  })

  it('come as GB18030 and as a workbook with Excel days and numbers too', async () => {
    await bank.take(
      'gifts',
      encodeText('礼品编号,礼品名称,开始日,结束日\nG1,新茶,2026-12-01,2026-12-05\n', 'gb18030'),
    )
    const rows = [
      ['产品代码', '净值日期', '单位净值'],
      ['F001', new Date('2026-11-20T00:00:00Z'), 1.2043],
    ]
    await bank.take('prices', Buffer.from(await writeXlsx({ sheets: [{ name: '净值', rows }] })))
    expect(kept().gifts).toMatchObject([{ name: '新茶' }])
    expect(kept().prices).toEqual([{ productId: 'F001', on: '2026-11-20', value: 1.2043 }])
  })

  it('a known key is updated: an empty cell clears, a column that is not there leaves, a missing row stays', async () => {
    const head = '活动编号,活动名称,活动日期'
    await bank.take('events', `${head},地点,客户等级\nE1,品茶会,2026-12-04,三楼,A\nE2,沙龙,2026-12-05,,\n`)
    await bank.take('events', `${head},地点\nE1,品茶会,2026-12-11,\n`)
    expect(kept().events).toEqual([
      { id: 'E1', name: '品茶会', on: '2026-12-11', tiers: ['A'] },
      { id: 'E2', name: '沙龙', on: '2026-12-05' },
    ])
  })

  it.each<{ case: string; kind: HandedInKind; content: string; says: unknown[] }>([
    {
      case: 'a gift that ends before it begins',
      kind: 'gifts',
      content: '礼品编号,礼品名称,开始日,结束日\nG1,茶,2026-12-01,2026-12-01\nG2,茶,2026-12-02,2026-12-01\n',
      says: [3, '结束日', 'gift-ends-before-start'],
    },
    {
      case: 'a tier that there is not',
      kind: 'events',
      content: 'event_id,name,date,tiers\nE1,Tea,2026-12-04,"A,F"\n',
      says: [2, 'tiers', 'not-a-value'],
    },
    {
      case: 'no title',
      kind: 'news',
      content: '资讯编号,标题,日期\nN1,,2026-11-24\n',
      says: [2, '标题', 'required'],
    },
    {
      case: 'a kind that there is not',
      kind: 'news',
      content: '资讯编号,标题,日期,产品类别\nN1,x,2026-11-24,彩票\n',
      says: [2, '产品类别', 'not-a-value'],
    },
    {
      case: 'a price of nothing',
      kind: 'prices',
      content: '产品代码,净值日期,单位净值\nF001,2026-11-20,0.00\n',
      says: [2, '单位净值', 'not-a-price'],
    },
    {
      case: 'a price below nothing',
      kind: 'prices',
      content: '产品代码,净值日期,单位净值\nF001,2026-11-20,-1\n',
      says: [2, '单位净值', 'not-a-price'],
    },
    {
      case: 'a price of tomorrow',
      kind: 'prices',
      content: '产品代码,净值日期,单位净值\nF001,2026-11-23,1\nF001,2026-11-24,1\n',
      says: [3, '净值日期', 'day-after-today'],
    },
    {
      case: 'a second price of one product and day, written in another way',
      kind: 'prices',
      content:
        '产品代码,净值日期,单位净值\nF001,2026-11-20,1\nF001,2026-11-19,1\nF002,2026-11-20,1\nF001,2026/11/20,2\n',
      says: [5, '净值日期', 'repeated-key'],
    },
    {
      case: 'a second gift with one number',
      kind: 'gifts',
      content: '礼品编号,礼品名称,开始日,结束日\nG1,茶,2026-12-01,2026-12-01\nG1,酒,2026-12-02,2026-12-02\n',
      says: [3, '礼品编号', 'repeated-key'],
    },
  ])('$case is rejected with its line and column, and nothing is taken', async ({ kind, content, says }) => {
    expect(await faults(kind, content)).toEqual([says])
    expect(kept()).toEqual(NOTHING_HANDED_IN)
  })

  it('a branch without managers and a product outside the catalogue are taken, and told', async () => {
    const content =
      '资讯编号,标题,日期,产品代码,网点号\nN1,x,2026-11-24,"F001,F9",0101\nN2,y,2026-11-24,F001,0999\n'
    const { remarks, applied } = await bank.take('news', content)
    expect(applied).toBe(true)
    expect(remarks).toEqual([
      { line: 2, column: '产品代码', value: 'F001,F9', code: 'unknown-product' },
      { line: 3, column: '网点号', value: '0999', code: 'unknown-branch' },
    ])
  })

  it('a dry run tells the same and keeps nothing', async () => {
    const content = '礼品编号,礼品名称,开始日,结束日\nG1,茶,2026-12-01,2026-12-01\n'
    expect(await bank.take('gifts', content, { dryRun: true })).toMatchObject({ created: 1, applied: false })
    expect(kept()).toEqual(NOTHING_HANDED_IN)
  })
})

it('what was imported reaches the managers of its branch, and stands over a line of the file with its key', async () => {
  const inFile = { id: 'G1', name: '旧名', from: day('2026-12-01'), to: day('2026-12-02') }
  const sources = occasionSources({
    ...bank.store,
    occasionsFile: () => ({ ...NOTHING_HANDED_IN, gifts: [inFile, { ...inFile, id: 'G2' }] }),
    festivals: [],
    companiesOf: async () => new Map(),
  })
  const names = async (managerId: string) =>
    (await sources.for(managerId)).gifts.map(({ id, name }) => `${id} ${name}`)
  expect(await names('M1')).toEqual(['G1 旧名', 'G2 旧名'])
  await bank.take(
    'gifts',
    '礼品编号,礼品名称,开始日,结束日,网点号\nG1,新名,2026-12-01,2026-12-02,0101\nG3,别处,2026-12-01,2026-12-02,0102\n',
  )
  expect(await names('M1')).toEqual(['G2 旧名', 'G1 新名'])
})
