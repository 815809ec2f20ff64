import { type FlowTable, flowOf } from './engine.js'
import type { View } from './flow.js'
import { type Freshness, isFresh, type Now } from './focus.js'
import type { ConversationState, OpenFlow } from './state.js'

/**
 * Lets the flows go whose question was put too long ago to be answered by what is said now.
 *
 * @returns the flows that stay, and what of those that went would have been written, in the manager's words
 */
export function expire(
  state: ConversationState,
  view: View,
  now: Now,
  freshness: Freshness,
  flows: FlowTable,
): { readonly stack: readonly OpenFlow[]; readonly unwritten: readonly string[] } {
  const stack = [...state.stack]
  const unwritten: string[] = []
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    if (open.question === undefined || isFresh(open.question.put, state, now, freshness)) break
    const told = flowOf(flows, open.flow).unwritten?.(open.state, view)
    if (told === undefined && !open.question.passing) break
    if (told !== undefined) unwritten.push(told)
    stack.pop()
  }
  return { stack, unwritten }
}
