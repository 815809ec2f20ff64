import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Product } from '../../src/domain/ledger/product.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { BOLD, CALM } from '../support/products.js'

const EVEN: Product = { ...CALM, id: 'W200', name: '和顺200天', termDays: 200 }

let chat: Chat
const begin = async (data: Readonly<Record<string, unknown>> = {}) => {
  chat = await startChat({
    products: [CALM, EVEN, BOLD],
    customers: [
      aCustomer('C01', {
        name: '陈立群',
        nickname: '陈总',
        occupation: '企业主',
        riskRating: 'C2',
        riskAssessedOn: day('2026-06-01'),
        holdings: [aHolding('2026-11-24')],
        contacts: [aContact('2026-11-20')],
      }),
    ],
  })
  return chat.pressesWith('sales.start', { customerId: 'C01', ...data })
}
afterEach(() => chat.stop())
const opportunities = async () => (await chat.book()).customers[0]!.opportunities ?? []
const choose = (choice: string) => chat.presses('answer', { choice })

describe('from a product', () => {
  it('the way begins with it named, at the first thing that is not known', async () => {
    const heard = await begin({ productId: 'W115' })
    expect(heard).toContain('【2】')
    expect(heard).toContain('稳盈115天')
    expect(await opportunities()).toMatchObject([
      { step: 2, product: { productId: 'W115' }, man: { money: 'yes', need: 'yes' }, shown: [] },
    ])
  })

  it('that does not suit is refused with what would help, and the way goes on without it', async () => {
    const heard = await begin({ productId: 'F900' })
    expect(heard).toContain('锐进成长不能推荐: 产品风险高于客户评级')
    expect(heard).toContain('办法:换风险更低的')
    expect((await opportunities())[0]?.product).toBeUndefined()
  })

  it('another than the one under way begins a second, and the next start asks which', async () => {
    await begin({ productId: 'W115' })
    await chat.says('算了')
    await chat.pressesWith('sales.start', { customerId: 'C01', productId: 'W200' })
    await choose('skip')
    await chat.says('算了')
    expect(await opportunities()).toMatchObject([
      { step: 2, product: { productId: 'W115' } },
      { step: 3, product: { productId: 'W200' } },
    ])
    const asked = await chat.says('继续跟进陈总')
    expect(asked).toContain('陈总有几笔在跟进')
    expect(asked).toContain('1. 稳盈115天 · 2')
    expect(await chat.says('和顺')).toContain('【3】')
    await chat.says('算了')
    await chat.says('继续跟进陈总')
    expect(await chat.says('1')).toContain('【2】')
  })

  it('the same again goes on with the one it belongs to', async () => {
    await begin({ productId: 'W115' })
    await choose('skip')
    await chat.says('算了')
    expect(await chat.pressesWith('sales.start', { customerId: 'C01', productId: 'W115' })).toContain('【3】')
    expect(await opportunities()).toHaveLength(1)
  })
})

it('step 2 shows how to talk with the trade and the most useful thing that is not known', async () => {
  const heard = await begin()
  expect(heard).toContain('企业主:')
  expect(heard).toContain('下次顺便问:')
})

it.each([2, 3, 4, 5, 6, 7])(
  'at step %i a question is answered, a restart and days away lose nothing',
  async (step) => {
    await begin()
    for (let at = 2; at < step; at++) await choose(at === 6 ? 'advance' : 'skip')
    const place = `【${step}】`
    const heard = await chat.says('本周谁到期')
    expect(heard).toContain('到期')
    expect(heard).toContain('上面那个问题还等着您')
    await chat.restart()
    chat.moveTo('2026-11-30 10:00')
    expect(await chat.says('上一步')).toContain(step === 2 ? '【1】' : `【${step - 1}】`)
    expect(await chat.says('下一步')).toContain(place)
    expect(await chat.says('算了')).toContain('先放在这一步')
    expect(await chat.says('继续跟进陈总')).toContain(place)
  },
)

it('a button of a step that was left days ago answers politely and changes nothing', async () => {
  await begin()
  const card = chat.replies.at(-1)!
  await chat.says('算了')
  const before = await opportunities()
  chat.moveTo('2026-12-02 10:00')
  expect(await chat.pressesOn(card, 'answer', { choice: 'skip' })).toContain('已经过去')
  expect(await opportunities()).toEqual(before)
})
