import { describe, expect, it } from 'vitest'
import type { FlowTable } from '../../src/conversation/engine.js'
import { expire } from '../../src/conversation/expire.js'
import type { AnyFlow } from '../../src/conversation/flow.js'
import { emptyState, type OpenFlow, type When } from '../../src/conversation/state.js'
import { day } from '../../src/domain/day.js'
import { inTurn, LOOK, NOTE, VIEW } from './a-flow.js'

const STAYING = { ...LOOK, name: 'sale' }
const FLOWS: FlowTable = new Map<string, AnyFlow>([
  ['note', NOTE as AnyFlow], // each flow is given back only what it made itself
  ['look', LOOK as AnyFlow],
  ['sale', STAYING as AnyFlow],
])
const FRESHNESS = { minutes: 30, turns: 8 }

function anOpen(flow: string, put: When, about = '陈总没接'): OpenFlow {
  const question = {
    open: { kind: 'confirm', customers: ['C1'] },
    promptId: `${about}/0`,
    put,
    reminded: false,
    passing: flow === 'look',
  } as const
  return { flow, version: FLOWS.get(flow)!.version, state: { about }, changeId: 't1', question }
}

const expired = (stack: readonly OpenFlow[], now: When) =>
  expire({ ...emptyState('M1'), turn: now.turn, stack }, VIEW, now, FRESHNESS, FLOWS)

describe('a question of what would be written', () => {
  it.each([
    ['30 minutes and 8 turns later', inTurn(9, '09:30'), true],
    ['31 minutes later', inTurn(2, '09:31'), false],
    ['9 turns later', inTurn(10, '09:05'), false],
    ['the next day', { ...inTurn(2), at: '2026-11-24T00:01:00+08:00', day: day('2026-11-24') }, false],
  ])('%s', (_when, now, isOpen) => {
    const { stack, unwritten } = expired([anOpen('note', inTurn(1, '09:00'))], now)
    expect(stack).toHaveLength(isOpen ? 1 : 0)
    expect(unwritten).toEqual(isOpen ? [] : ['陈总没接'])
  })

  it('that was put shortly before midnight is not of the next day', () => {
    const put = { at: '2026-11-23T23:58:00+08:00', day: day('2026-11-23'), turn: 1 }
    const now = { at: '2026-11-24T00:02:00+08:00', day: day('2026-11-24'), turn: 2 }
    expect(expired([anOpen('note', put)], now).stack).toEqual([])
  })
})

it('a question that nothing hangs on is let go without a word', () => {
  expect(expired([anOpen('look', inTurn(1))], inTurn(2, '11:00'))).toEqual({ stack: [], unwritten: [] })
})

it('a sale stays where it is, however long it was left', () => {
  const stack = [anOpen('sale', inTurn(1))]
  expect(expired(stack, inTurn(2, '18:00'))).toEqual({ stack, unwritten: [] })
})

it('each that would have been written is told, the newest first, down to what is fresh', () => {
  const fresh = anOpen('note', inTurn(5, '10:55'), '李总考虑')
  const stack = [
    fresh,
    anOpen('note', inTurn(1), 'Grace wants the brochure'),
    anOpen('note', inTurn(2), '陈姐没接'),
  ]
  expect(expired(stack, inTurn(6, '11:00'))).toEqual({
    stack: [fresh],
    unwritten: ['陈姐没接', 'Grace wants the brochure'],
  })
})

it('what is fresh keeps what it stands on', () => {
  const stack = [anOpen('note', inTurn(1)), anOpen('look', inTurn(5, '10:55'))]
  expect(expired(stack, inTurn(6, '11:00'))).toEqual({ stack, unwritten: [] })
})
