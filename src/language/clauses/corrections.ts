import type { Parsed, Piece } from '../parse.js'

/** Words with which a message takes back what it has just said: 不对, 打错了, "I mean", "scratch that". */
const TAKEN_BACK =
  /(?:[,，。;!… ]|\.\.\.)*(?:(?:啊|哦|噢|喔|哎|诶|呃|嗯)?[, ]?(?:不对|不不|不是|错了|说错了?|打错(?:字)?了?|写错了?|记错了?|搞错了?|口误|笔误|更正|改口|我是说|我说的是|应该是说)|(?:哦|啊|噢|喔|哎)[, ]?不)[,，。! ]*(?:了)?[,，。! ]*(?:应该是|是(?!不是)|不是P?[,，]?是)?[, ]*$|(?:[,.;…-]| )+ ?(?:no,? wait|wait,? no|hang on|hold on|i mean(?:t)?|scratch that|strike that|correction|make that|sorry,?(?: i mean(?:t)?| not [a-z]+,?| my mistake,?)?|my bad|oops|actually,? no|no,? sorry|sorry,? no|rather|or rather|typo|not right)[,.:;… -]*(?:it was|it's|that was|that's|with)? ?$/

/** Nothing but these and the like stands between what is struck out and the words that do it. */
const NEAR = 16

interface Struck {
  readonly people: readonly Piece[]
  readonly days: readonly Piece[]
  readonly sums: readonly Piece[]
  /** The words of taking back themselves. */
  readonly words: readonly Piece[]
}

/** Finds, for each thing said after words of taking back, the thing of the same kind before them. */
function struckOut({ text, people, days, sums }: Parsed): Struck {
  const struck = { people: [] as Piece[], days: [] as Piece[], sums: [] as Piece[], words: [] as Piece[] }
  const strike = (things: readonly Piece[], into: Piece[]) => {
    things.forEach((thing, index) => {
      const before = things[index - 1]
      if (before === undefined) return
      const gap = text.slice(before.end, thing.start)
      const words = TAKEN_BACK.exec(gap)
      if (words === null || gap.length - words[0].length > NEAR) return
      into.push(before)
      struck.words.push({ start: before.end + words.index, end: thing.start })
    })
  }
  strike(people, struck.people)
  strike(sums, struck.sums)
  strike(days, struck.days)
  return struck
}

/** The message as it is meant: what was taken back in the same breath is blanked out. `不是A是B` is no taking back. */
export function withoutStruckOut(parsed: Parsed): Parsed {
  const { people, days, sums, words } = struckOut(parsed)
  if (words.length === 0) return parsed
  let { text } = parsed
  for (const { start, end } of [...people, ...days, ...sums, ...words])
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  return {
    ...parsed,
    text,
    people: parsed.people.filter((m) => !people.includes(m)),
    days: parsed.days.filter((d) => !days.includes(d)),
    sums: parsed.sums.filter((s) => !sums.includes(s)),
  }
}
