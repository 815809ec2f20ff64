import { describe, expect, it } from 'vitest'
import { referenceIn, withName } from '../../../src/language/thread/reference.js'

describe('words that point to a row of the list', () => {
  it.each([
    ['第二个', 1],
    ['看看第3位', 2],
    ['第十二个的电话', 11],
    ['最后一个', -1],
    ['2', 1],
    ['the second one', 1],
    ['number 4', 3],
    ['the last one', -1],
    ['call the 2nd client tomorrow', 1],
  ])('%s', (text, at) => {
    expect(referenceIn(text)?.to).toEqual({ kind: 'row', at })
  })

  it.each(['第二季度', 'the last week', 'the first thing tomorrow', '二', '12月25日', '100'])(
    'and words that do not: %s',
    (text) => {
      expect(referenceIn(text)).toBeUndefined()
    },
  )
})

describe('words that point to the customer talked of', () => {
  it.each([
    ['他的电话', '陈立群的电话'],
    ['约她明天三点', '约陈立群明天三点'],
    ['这位客户上次聊了啥', '陈立群上次聊了啥'],
    ['his phone', "陈立群's phone"],
    ['her birthday', "陈立群's birthday"],
    ['call her tomorrow', 'call 陈立群 tomorrow'],
    ['she said no', '陈立群 said no'],
  ])('%s', (text, named) => {
    expect(withName(text, referenceIn(text)!, '陈立群').text).toBe(named)
  })

  it.each(['客户说他行利率高', '其他客户', '吉他', 'the theme', 'where is the list', '他们都来'])(
    'and words that do not: %s',
    (text) => {
      expect(referenceIn(text)).toBeUndefined()
    },
  )
})
