import type { Answer } from '../language/context.js'
import type { AnyFlow, Next, Question, View } from './flow.js'
import type { AskedQuestion, OpenFlow, When } from './state.js'

/** What the engine does outside itself: read the book anew, do acts, ask, speak. */
export interface Runner {
  /** The view as things stand now. */
  view(): Promise<View>
  /** Does something and gives what came of it. @param changeId of the flow that asks for it */
  act(act: string, input: object, changeId: string): Promise<unknown>
  ask(question: Question, promptId: string): Promise<void>
  say(text: string): Promise<void>
}

export type FlowTable = ReadonlyMap<string, AnyFlow>

/** Begins a flow on top of those that are open and runs it up to its first question, or its end. */
export async function begin(
  stack: readonly OpenFlow[],
  name: string,
  input: object,
  changeId: string,
  now: When,
  flows: FlowTable,
  runner: Runner,
): Promise<readonly OpenFlow[]> {
  const flow = flowOf(flows, name)
  const state = flow.begin(input, await runner.view())
  return goOn(stack, { flow: name, version: flow.version, state, changeId }, flow, now, runner)
}

/** Gives the open question its answer and runs its flow on. */
export async function answer(
  stack: readonly OpenFlow[],
  answered: Answer,
  now: When,
  flows: FlowTable,
  runner: Runner,
): Promise<readonly OpenFlow[]> {
  const open = stack.at(-1)
  if (open === undefined) return stack
  const flow = flowOf(flows, open.flow)
  const view = await runner.view()
  const state = flow.take(open.state, answered, view)
  if (state === undefined) return leave(stack, flows, runner, 'refused')
  const { question: _answered, ...rest } = open
  return goOn(stack.slice(0, -1), { ...rest, state }, flow, now, runner)
}

/** Leaves the flow whose question is open. */
export async function leave(
  stack: readonly OpenFlow[],
  flows: FlowTable,
  runner: Runner,
  how: 'cancelled' | 'refused' = 'cancelled',
): Promise<readonly OpenFlow[]> {
  const open = stack.at(-1)
  if (open === undefined) return stack
  const flow = flowOf(flows, open.flow)
  const view = await runner.view()
  const last = flow.onLeft?.(open.state, view)
  if (last !== undefined) await runner.act(last.act, last.input, open.changeId)
  const said = flow.left(open.state, view, how)
  if (said !== undefined) await runner.say(said)
  return stack.slice(0, -1)
}

/** Puts the open question once more, whole. */
export async function askAgain(
  stack: readonly OpenFlow[],
  now: When,
  flows: FlowTable,
  runner: Runner,
): Promise<readonly OpenFlow[]> {
  const open = stack.at(-1)
  if (open?.question === undefined) return stack
  const flow = flowOf(flows, open.flow)
  const next = flow.next(open.state, await runner.view())
  if (next.kind !== 'ask') return stack
  const { promptId } = open.question
  await runner.ask(next.question, promptId)
  return [...stack.slice(0, -1), { ...open, question: askedQuestion(next.question, promptId, now) }]
}

async function goOn(
  below: readonly OpenFlow[],
  open: OpenFlow,
  flow: AnyFlow,
  now: When,
  runner: Runner,
): Promise<readonly OpenFlow[]> {
  let { state } = open
  for (let step = 0; step < MOST_STEPS; step++) {
    const next: Next = flow.next(state, await runner.view())
    switch (next.kind) {
      case 'ask': {
        const promptId = `${open.changeId}/${below.length}/${now.turn}`
        await runner.ask(next.question, promptId)
        return [...below, { ...open, state, question: askedQuestion(next.question, promptId, now) }]
      }
      case 'run': {
        const result = await runner.act(next.act, next.input, open.changeId)
        if (flow.ran === undefined) return below
        state = flow.ran(state, result, await runner.view())
        break
      }
      case 'end':
        if (next.say !== undefined) await runner.say(next.say)
        return below
    }
  }
  throw new Error(`flow ${open.flow} does not come to a question or an end`)
}

/** A flow that runs more acts in a row than this goes round in a circle. */
const MOST_STEPS = 12

function askedQuestion({ open, passing }: Question, promptId: string, put: When): AskedQuestion {
  return { open, promptId, put, reminded: false, passing: passing === true }
}

export function flowOf(flows: FlowTable, name: string): AnyFlow {
  const flow = flows.get(name)
  if (flow === undefined) throw new Error(`no flow ${name}`)
  return flow
}

/** The stack without what this program does not know; a state of another version begins anew, or is let go. */
export function known(
  stack: readonly OpenFlow[],
  flows: FlowTable,
): {
  readonly stack: readonly OpenFlow[]
  readonly renewed?: { readonly flow: string; readonly input: object }
} {
  const at = stack.findIndex(({ flow, version }) => flows.get(flow)?.version !== version)
  const old = stack[at]
  if (old === undefined) return { stack }
  const input = flows.get(old.flow)?.renew?.(old.state)
  return {
    stack: stack.slice(0, at),
    ...(typeof input === 'object' && input !== null ? { renewed: { flow: old.flow, input } } : {}),
  }
}
