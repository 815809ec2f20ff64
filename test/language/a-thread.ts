import { wordsOf } from '../../src/compose/words.js'
import { day } from '../../src/domain/day.js'
import type { Command, Context, WrittenThing } from '../../src/language/context.js'
import { hear } from '../../src/language/heard.js'
import { createInterpreter } from '../../src/language/interpret.js'
import type { Parsed } from '../../src/language/parse.js'
import type { Understanding } from '../../src/language/understand.js'

/** A Monday. */
export const TODAY = day('2026-11-23')
const NOW = '09:00'

export const TOOLS = wordsOf({}).interpreting

export const PEOPLE = TOOLS.understanding.people([
  { id: 'C1', name: '陈立群', nickname: '陈总', gender: 'male', occupation: '企业主' },
  { id: 'C2', name: '陈雨欣', nickname: '陈姐', gender: 'female', occupation: '教师' },
  { id: 'C3', name: '李望舒', nickname: '李总', gender: 'male', occupation: '牙医' },
  { id: 'C4', name: 'Grace Yang', nickname: 'Grace', gender: 'female', occupation: 'teacher' },
  { id: 'C5', name: 'Helen Ho', nickname: 'Helen', gender: 'female', occupation: 'dentist' },
  { id: 'C6', name: 'David Cheng', nickname: 'David', gender: 'male', occupation: 'accountant' },
])

/** Nothing was said before. */
export function aContext(over: Partial<Context> = {}): Context {
  return { written: [], wroteLast: false, products: [], colleagues: [], meetings: () => [], ...over }
}

/** What was written one turn ago. */
export function aThing(over: Partial<WrittenThing> & Pick<WrittenThing, 'kind'>): WrittenThing {
  return { changeId: 't1', entryId: 'e1', customerId: 'C1', age: 1, made: 1, at: 0, ...over }
}

/** A contact that was not reached. */
export function aCall(customerId: string, over: Partial<WrittenThing> = {}): WrittenThing {
  const told = { reached: false, outcome: 'no-answer', channel: 'call' } as const
  return aThing({ kind: 'contact', customerId, entryId: `k-${customerId}`, told, ...over })
}

export function heardOf(text: string, context = aContext()) {
  const parsed = TOOLS.understanding.parse(text, PEOPLE, TODAY, NOW)
  return hear(parsed, PEOPLE, context, TODAY, NOW, TOOLS)
}

/** What a message comes to, and which texts were parsed for it, in order. */
export function interpreted(
  text: string,
  context = aContext(),
): { readonly commands: readonly Command[]; readonly parsed: readonly string[] } {
  const parsed: string[] = []
  const understanding: Understanding = {
    ...TOOLS.understanding,
    parse(of, ...rest): Parsed {
      parsed.push(of)
      return TOOLS.understanding.parse(of, ...rest)
    },
  }
  const { commands } = createInterpreter({ ...TOOLS, understanding }).interpret(
    text,
    context,
    PEOPLE,
    TODAY,
    NOW,
  )
  return { commands, parsed }
}

export function commandsFor(text: string, context = aContext()): readonly Command[] {
  return interpreted(text, context).commands
}

/** Each command in a word or two: `answer confirm`, `wish maturity.list`, `amend 0`. */
export function inShort(commands: readonly Command[]): readonly string[] {
  return commands.map((command) => {
    switch (command.kind) {
      case 'answer':
        return `answer ${command.answer.kind}`
      case 'wish':
        return `wish ${command.reading.intent}`
      case 'amend':
        return `amend ${command.of.join('+')}`
      case 'take-back':
        return `take-back ${command.of?.join('+') ?? 'last'}`
      default:
        return command.kind
    }
  })
}
