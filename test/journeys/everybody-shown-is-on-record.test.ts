import { afterEach, expect, it } from 'vitest'
import type { JournalEntry } from '../../src/ports/ports.js'
import { type Chat, startChat } from '../support/chat.js'
import { aCustomer } from '../support/customers.js'

let chat: Chat
afterEach(() => chat.stop())

const CUSTOMERS = [
  aCustomer('C1', { name: '陈建国' }),
  aCustomer('C2', { name: '王芳' }),
  aCustomer('C3', { name: '李明' }),
]

/** Whom the journal says the last turn showed. */
async function recordedBy(says: string): Promise<readonly string[]> {
  const before = (await entries()).length
  await chat.says(says)
  const own = (await entries()).slice(before)
  return [...new Set(own.flatMap(({ customerIds = [] }) => customerIds))].sort()
}

async function entries(): Promise<readonly JournalEntry[]> {
  const all: JournalEntry[] = []
  for await (const entry of chat.journal()) all.push(entry)
  return all
}

it.each([
  ['今天该联系谁'],
  ['该联系谁了'],
  ['who is due'],
  ['本月谁到期'],
  ['看看王芳'],
  ['王芳最近怎么样'],
  ['有哪些客户'],
  ["show me today's brief"],
])('whoever the answer to %j names is in the journal with that turn', async (says) => {
  chat = await startChat({ customers: CUSTOMERS })
  const recorded = await recordedBy(says)
  const said = chat.replies.map(({ text }) => text).join('\n')
  const named = CUSTOMERS.filter(({ name }) => said.includes(name)).map(({ id }) => id)
  expect(recorded).toEqual(expect.arrayContaining(named))
})

it('a list names its customers once, in the lines of the turn', async () => {
  chat = await startChat({ customers: CUSTOMERS })
  await chat.says('该联系谁了')
  const shown = (await entries()).filter(({ act }) => act === 'customer.shown')
  expect(shown).toHaveLength(1)
})
