import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Conversations } from '../../src/ports/ports.js'
import { type Chat, startChat } from '../support/chat.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'

let chat: Chat
let kept: Map<string, string>

/** Conversations that a test can rewrite. */
const conversations: Conversations = {
  read: async (key) => JSON.parse(kept.get(key) ?? 'null') ?? undefined,
  write: async (key, value) => void kept.set(key, JSON.stringify(value)),
  delete: async (key) => void kept.delete(key),
  keys: async () => [...kept.keys()],
}
beforeEach(async () => {
  kept = new Map()
  chat = await startChat({
    conversations,
    customers: [
      aCustomer('C01', {
        nickname: '陈总',
        holdings: [aHolding('2026-11-24')],
        contacts: [aContact('2026-11-20')],
      }),
    ],
  })
  await chat.pressesWith('sales.start', { customerId: 'C01' })
  await chat.presses('answer', { choice: 'skip' })
})
afterEach(() => chat.stop())

/** What is kept of the conversation, written otherwise, as an earlier version would have. */
const rewrite = (now: string, then: string) => {
  const changed = [...kept].map(([key, json]) => [key, json.replaceAll(now, then)] as const)
  expect(changed.some(([key, json]) => json !== kept.get(key))).toBe(true)
  for (const [key, json] of changed) kept.set(key, json)
}
const step = async () => (await chat.book()).customers[0]!.opportunities?.[0]?.step

it('a flow that an earlier version left open begins anew at its step, and takes no words for an answer meanwhile', async () => {
  rewrite('"flow":"sales-process","version":3', '"flow":"sales-process","version":1')
  expect(await chat.says('没接')).toContain('【3】')
  expect((await chat.book()).customers[0]!.contacts).toHaveLength(1)
  expect(await chat.says('下一步')).toContain('【4】')
})

it('a question that this version does not know is let go, and the sale is taken up where it was', async () => {
  rewrite('"flow":"sales-process"', '"flow":"sales-of-old"')
  expect(await chat.says('你好')).not.toContain('【3】')
  expect(await chat.says('继续跟进陈总')).toContain('【3】')
  expect(await chat.says('下一步')).toContain('【4】')
  expect(await step()).toBe(4)
})
