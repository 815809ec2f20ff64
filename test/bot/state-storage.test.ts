import { ConversationState, TestAdapter, type TurnContext } from 'botbuilder'
import { expect, it } from 'vitest'
import { stateStorage } from '../../src/bot/state-storage.js'
import { testClock } from '../support/clock.js'
import { temporaryStore } from '../support/temporary-store.js'

it('a conversation stands where it stood, also for the next process, and can be cleared', async () => {
  const store = await temporaryStore(testClock('2026-11-23T01:00:00Z'))
  /** Counts the turns of the conversation, with nothing but the store kept between them. */
  const turn = async (work: (state: ConversationState, context: TurnContext) => Promise<void>) => {
    const state = new ConversationState(stateStorage(store.conversations))
    await new TestAdapter(async (context) => {
      await work(state, context)
      await state.saveChanges(context)
    }).send('hi')
  }
  const counts: number[] = []
  const count = () =>
    turn(async (state, context) => {
      const property = state.createProperty<{ turns: number }>('counted')
      const counted = await property.get(context, { turns: 0 })
      counted.turns++
      counts.push(counted.turns)
    })
  await count()
  await count()
  await turn((state, context) => state.delete(context))
  await count()
  expect(counts).toEqual([1, 2, 1])
  await store.remove()
})
