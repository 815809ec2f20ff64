import type { Runner } from '../../src/conversation/engine.js'
import type { Flow, View } from '../../src/conversation/flow.js'
import type { When } from '../../src/conversation/state.js'
import { day } from '../../src/domain/day.js'

export const TODAY = day('2026-11-23')

export const VIEW: View = {
  manager: {
    id: 'M1',
    name: '林若溪',
    branchId: '0101',
    role: 'manager',
    briefTime: '08:30',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
  },
  locale: 'zh-CN',
  today: TODAY,
  now: '09:00',
  book: { managerId: 'M1', customers: [], changes: [] },
}

/** A turn of that morning. */
export function inTurn(turn: number, time = '09:00'): When {
  return { at: `2026-11-23T${time}:00+08:00`, day: TODAY, turn }
}

export interface NoteState {
  readonly about: string
  readonly isSure?: true
  readonly isWritten?: true
}

/** Asks whether it was read right, writes, and says that it has. */
export const NOTE: Flow<NoteState, { readonly about: string }> = {
  name: 'note',
  version: 3,
  begin: ({ about }) => ({ about }),
  next(state) {
    if (state.isWritten === true) return { kind: 'end', say: `written: ${state.about}` }
    if (state.isSure === true) return { kind: 'run', act: 'write', input: { about: state.about } }
    return {
      kind: 'ask',
      question: { open: { kind: 'confirm', customers: ['C1'] }, say: { note: state.about } },
    }
  },
  take: (state, answer) =>
    answer.kind === 'confirm' && !answer.yes ? undefined : { ...state, isSure: true as const },
  ran: (state) => ({ ...state, isWritten: true as const }),
  left: (state, _view, how) => `${how}: ${state.about}`,
  unwritten: ({ about }) => about,
  renew: (state) => state as { about: string },
}

/** Asks which of several is to be shown; nothing is written by it. */
export const LOOK: Flow<{ readonly isChosen?: true }, object> = {
  name: 'look',
  version: 1,
  begin: () => ({}),
  next: ({ isChosen }) =>
    isChosen === true
      ? { kind: 'run', act: 'show', input: {} }
      : {
          kind: 'ask',
          question: {
            open: { kind: 'customer', said: '陈总', candidates: ['C1', 'C2'] },
            say: {},
            passing: true,
          },
        },
  take: () => ({ isChosen: true as const }),
  left: () => undefined,
}

/** What a runner was told to do, a line each. */
export function aRunner(): Runner & { readonly done: string[] } {
  const done: string[] = []
  return {
    done,
    view: async () => VIEW,
    act: async (act, input, changeId) => void done.push(`${act} ${JSON.stringify(input)} as ${changeId}`),
    ask: async ({ open }, promptId) => void done.push(`ask ${open.kind} ${promptId}`),
    say: async (text) => void done.push(`say ${text}`),
  }
}
