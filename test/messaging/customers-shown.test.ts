import { describe, expect, it } from 'vitest'
import { customersShown } from '../../src/messaging/customers-shown.js'

const BOOK = [
  { id: 'C1', name: '陈建国' },
  { id: 'C2', name: '陈建国' },
  { id: 'C3', name: 'Grace Li' },
  { id: 'C4', name: '王芳' },
]

describe('whom a reply shows', () => {
  it.each<[string, Parameters<typeof customersShown>[0], readonly string[]]>([
    ['those it says it shows', { text: '三位', shows: { of: 'customers', ids: ['C4'] } }, ['C4']],
    ['no products', { text: '两只', shows: { of: 'products', ids: ['C4'] } }, []],
    ['those its buttons are about', { card: { actions: [{ data: { verb: 'x', customer: 'C3' } }] } }, ['C3']],
    ['those it names, in Chinese', { text: '今天先联系王芳。' }, ['C4']],
    ['those it names, in English', { text: 'Call Grace Li first.' }, ['C3']],
    ['those a card names', { card: { body: [{ type: 'TextBlock', text: '**王芳** 60 万' }] } }, ['C4']],
    ['both who bear a name', { text: '陈建国' }, ['C1', 'C2']],
    [
      'of two who bear a name the one it is about',
      { text: '陈建国', card: { data: { customer: 'C2' } } },
      ['C2'],
    ],
    ['nobody where it names nobody', { text: '今天没有要联系的客户。' }, []],
  ])('%s', (_, said, ids) => {
    expect([...customersShown(said, BOOK)].sort()).toEqual(ids)
  })

  it('in a list of a whole branch of one surname, without going through the branch at every character', () => {
    const branch = Array.from({ length: 20_000 }, (_, n) => ({ id: `B${n}`, name: `王${n}号` }))
    const text = branch.map(({ name }) => name).join('、')
    expect(customersShown({ text }, branch)).toHaveLength(branch.length)
  })
})
