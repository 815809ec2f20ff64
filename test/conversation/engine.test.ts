import { beforeEach, describe, expect, it } from 'vitest'
import { answer, askAgain, begin, type FlowTable, known, leave } from '../../src/conversation/engine.js'
import type { AnyFlow } from '../../src/conversation/flow.js'
import type { OpenFlow } from '../../src/conversation/state.js'
import { aRunner, inTurn, LOOK, NOTE } from './a-flow.js'

const FLOWS: FlowTable = new Map<string, AnyFlow>([
  ['note', NOTE as AnyFlow], // each flow is given back only what it made itself
  ['look', LOOK as AnyFlow],
])
const YES = { kind: 'confirm', yes: true } as const
const NO = { kind: 'confirm', yes: false } as const

let runner: ReturnType<typeof aRunner>
beforeEach(() => {
  runner = aRunner()
})

const beginNote = (stack: readonly OpenFlow[] = [], changeId = 't1', turn = 1) =>
  begin(stack, 'note', { about: '陈总没接' }, changeId, inTurn(turn), FLOWS, runner)

describe('a flow that begins', () => {
  it('runs to its first question, which is kept with the turn it was put in', async () => {
    expect(await beginNote()).toEqual([
      {
        flow: 'note',
        version: 3,
        state: { about: '陈总没接' },
        changeId: 't1',
        question: {
          open: { kind: 'confirm', customers: ['C1'] },
          promptId: 't1/0/1',
          put: inTurn(1),
          reminded: false,
          passing: false,
        },
      },
    ])
    expect(runner.done).toEqual(['ask confirm t1/0/1'])
  })

  it('leaves the one below as it was, and its question has an id of its own', async () => {
    const below = await beginNote()
    const both = await beginNote(below, 't2', 2)
    expect(both[0]).toEqual(below[0])
    expect(both.map(({ question }) => question?.promptId)).toEqual(['t1/0/1', 't2/1/2'])
  })

  it('knows a question that may be passed over', async () => {
    const [open] = await begin([], 'look', {}, 't1', inTurn(1), FLOWS, runner)
    expect(open?.question?.passing).toBe(true)
  })

  it('is plain JSON', async () => {
    const stack = await beginNote()
    expect(JSON.parse(JSON.stringify(stack))).toEqual(stack)
  })

  it('that is not known is a fault of the program', async () => {
    await expect(begin([], 'gone', {}, 't1', inTurn(1), FLOWS, runner)).rejects.toThrow('no flow gone')
  })

  it('and goes round in a circle is a fault of the program', async () => {
    const circle = { ...NOTE, next: () => ({ kind: 'run', act: 'write', input: {} }) } as AnyFlow
    const flows = new Map([['note', circle]])
    await expect(begin([], 'note', {}, 't1', inTurn(1), flows, runner)).rejects.toThrow('note')
  })
})

describe('an answer', () => {
  it('runs the flow to its end: written once, under the id of the change it began with', async () => {
    const stack = await beginNote()
    runner.done.length = 0
    expect(await answer(stack, YES, inTurn(2), FLOWS, runner)).toEqual([])
    expect(runner.done).toEqual(['write {"about":"陈总没接"} as t1', 'say written: 陈总没接'])
  })

  it('goes to the newest question alone', async () => {
    const below = await beginNote()
    const both = await begin(below, 'look', {}, 't2', inTurn(2), FLOWS, runner)
    runner.done.length = 0
    const stack = await answer(both, { kind: 'customer', customerId: 'C1' }, inTurn(3), FLOWS, runner)
    expect(stack).toEqual(below)
    expect(runner.done).toEqual(['show {} as t2'])
  })

  it('that turns it down leaves the flow and writes nothing', async () => {
    const stack = await beginNote()
    runner.done.length = 0
    expect(await answer(stack, NO, inTurn(2), FLOWS, runner)).toEqual([])
    expect(runner.done).toEqual(['say refused: 陈总没接'])
  })

  it('without a question does nothing', async () => {
    expect(await answer([], YES, inTurn(2), FLOWS, runner)).toEqual([])
    expect(runner.done).toEqual([])
  })
})

describe('a flow that is left', () => {
  it('says so and writes nothing; the one below stays', async () => {
    const both = await beginNote(await beginNote(), 't2', 2)
    runner.done.length = 0
    expect(await leave(both, FLOWS, runner)).toEqual(both.slice(0, 1))
    expect(runner.done).toEqual(['say cancelled: 陈总没接'])
  })

  it('does what it does when it is left before it says so', async () => {
    const pausing = {
      ...NOTE,
      onLeft: () => ({ kind: 'run', act: 'pause', input: {} }),
    } as AnyFlow
    const stack = await beginNote()
    runner.done.length = 0
    await leave(stack, new Map([['note', pausing]]), runner)
    expect(runner.done).toEqual(['pause {} as t1', 'say cancelled: 陈总没接'])
  })

  it('has nothing to say where its flow says nothing', async () => {
    const stack = await begin([], 'look', {}, 't1', inTurn(1), FLOWS, runner)
    runner.done.length = 0
    expect(await leave(stack, FLOWS, runner)).toEqual([])
    expect(runner.done).toEqual([])
  })

  it('is none where none is open', async () => {
    expect(await leave([], FLOWS, runner)).toEqual([])
  })
})

describe('a question that is put again', () => {
  it('has the id it had, so that a button of either answers it, and counts from now', async () => {
    const [first] = await beginNote()
    const reminded = { ...first!, question: { ...first!.question!, reminded: true } }
    runner.done.length = 0
    const [again] = await askAgain([reminded], inTurn(4, '09:20'), FLOWS, runner)
    expect(again?.question).toEqual({ ...first!.question, put: inTurn(4, '09:20'), reminded: false })
    expect(again?.state).toEqual(first!.state)
    expect(runner.done).toEqual(['ask confirm t1/0/1'])
  })

  it('is none where none is open', async () => {
    expect(await askAgain([], inTurn(4), FLOWS, runner)).toEqual([])
    expect(runner.done).toEqual([])
  })
})

describe('what was left open', () => {
  it('by this program is taken up as it is', async () => {
    const stack = await beginNote()
    expect(known(stack, FLOWS)).toEqual({ stack })
  })

  it('in a state of another version begins anew, and what stood on it is let go', async () => {
    const below = await begin([], 'look', {}, 't1', inTurn(1), FLOWS, runner)
    const old = (await beginNote(below, 't2', 2)).map((open) =>
      open.flow === 'note' ? { ...open, version: 2 } : open,
    )
    const top = await beginNote(old, 't3', 3)
    expect(known(top, FLOWS)).toEqual({
      stack: below,
      renewed: { flow: 'note', input: { about: '陈总没接' } },
    })
  })

  it.each([
    ['a flow that is gone', 'gone', 1],
    ['a flow that cannot begin anew', 'look', 0],
  ])('of %s is let go', async (_what, flow, version) => {
    expect(known([{ flow, version, state: {}, changeId: 't1' }], FLOWS)).toEqual({ stack: [] })
  })
})
