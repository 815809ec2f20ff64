import type { Parsed } from './parse.js'

/**
 * More than any round of calls has. What is read of one piece depends on the others, so that their number is bounded before
 * anything is read: a message of a thousand commas would hold up every manager.
 */
const MOST = { stops: 150, numbers: 120, digits: 400, named: 60, days: 60, sums: 60 } as const

const STOP = /[,;:.!?，。；：！？、…\n\r]/g
const NUMBER = /[\d０-９]+|[零〇一二两三四五六七八九十百千万亿]+/g

/** Whether the words alone are too many pieces. Takes time in their length. */
export function hasTooManyPieces(text: string): boolean {
  const numbers = text.match(NUMBER) ?? []
  const digits = numbers.reduce((sum, number) => sum + number.length, 0)
  return countOf(text, STOP) > MOST.stops || numbers.length > MOST.numbers || digits > MOST.digits
}

/** Whether too much was found in a message to read one thing beside the other. */
export function namesTooMuch({ people, colleagues, days, sums }: Parsed): boolean {
  return people.length + colleagues.length > MOST.named || days.length > MOST.days || sums.length > MOST.sums
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
