import { describe, expect, it } from 'vitest'
import { referenceIn } from '../../../src/language/thread/reference.js'

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
    ['他的电话', '他'],
    ['约她明天三点', '她'],
    ['这位客户上次聊了啥', '这位客户'],
    ['his phone', 'his'],
    ['call her tomorrow', 'her'],
    ['she said no', 'she'],
    ['伊啥辰光到期', '伊'],
    ['佢电话几多', '佢'],
  ])('%s', (text, words) => {
    const reference = referenceIn(text)
    expect(reference?.to.kind).toBe('person')
    expect(text.slice(reference!.start, reference!.end)).toBe(words)
  })

  it.each(['客户说他行利率高', '其他客户', '吉他', 'the theme', 'where is the list'])(
    'and words that do not: %s',
    (text) => {
      expect(referenceIn(text)).toBeUndefined()
    },
  )
})

it.each(['他们都来', '她俩上次是啥时候', '两位都提醒我', 'remind me to try both again', 'call them'])(
  'several are pointed to: %s',
  (text) => {
    expect(referenceIn(text)?.to).toEqual({ kind: 'group' })
  },
)

it.each(['今天联系了几个', '打了几个', '有两个人到期', '过两个月'])(
  'a number of customers points to nobody: %s',
  (text) => {
    expect(referenceIn(text)).toBeUndefined()
  },
)

it.each(['这两位都没接', '那几个都推到明天', '两位都提醒我', '三个都没接'])(
  'those who were spoken of together: %s',
  (text) => {
    expect(referenceIn(text)?.to).toEqual({ kind: 'group' })
  },
)
