import { wordsOf } from '../../src/compose/words.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Command, Context, WrittenThing } from '../../src/language/context.js'
import { createInterpreter } from '../../src/language/interpret.js'
import { aCustomer } from './customers.js'

/** A Monday. */
const TODAY = day('2026-11-23')

/** The customers that the tables of cases speak of. */
const BOOK: readonly Customer[] = [
  aCustomer('zhao', { name: '赵思源', nickname: '赵总', gender: 'female' }),
  aCustomer('fang', { name: '方海涛', nickname: '方总', gender: 'male' }),
  aCustomer('tang', { name: '唐婉', nickname: '唐姐', gender: 'female' }),
  aCustomer('helen', { name: 'Helen Park', nickname: 'Helen', gender: 'female' }),
  aCustomer('oscar', { name: 'Oscar Lund', nickname: 'Oscar', gender: 'male' }),
  aCustomer('wei-doctor', {
    name: '魏强',
    gender: 'male',
    occupation: '医生',
    company: '市第一医院',
    phone: '13900000011',
  }),
  aCustomer('wei-engineer', {
    name: '魏强',
    gender: 'male',
    occupation: '工程师',
    company: '云帆软件',
    phone: '13900000022',
  }),
]

const words = wordsOf({})
const interpreter = createInterpreter(words.interpreting)
const people = words.understanding.people(BOOK)

/** One thing that was written, in the turn before. */
export function aWrittenThing(customerId: string, over: Partial<WrittenThing> = {}): WrittenThing {
  return {
    kind: 'contact',
    changeId: 'c1',
    entryId: `${customerId}-${over.kind ?? 'contact'}`,
    customerId,
    age: 1,
    made: 1,
    at: 0,
    ...(over.kind === undefined ? { told: { reached: true, outcome: 'considering', channel: 'visit' } } : {}),
    ...over,
  }
}

/** What a message comes to after these things were written; nothing else was said or shown. */
export function commandsAfter(
  text: string,
  written: readonly WrittenThing[],
  over: Partial<Context> = {},
  now = '10:00',
): readonly Command[] {
  const customers = [...new Set(written.flatMap(({ customerId }) => customerId ?? []))]
  const [only, ...others] = customers
  const context: Context = {
    written,
    wroteLast: written.length > 0,
    products: [],
    colleagues: [],
    meetings: () => [],
    ...(only !== undefined && others.length === 0 ? { customer: only } : {}),
    ...(others.length > 0 ? { group: customers } : {}),
    ...over,
  }
  return interpreter.interpret(text, context, people, TODAY, now).commands
}
