import type { Interest, Man, ManAnswer, ManQuestion } from '../domain/opportunity/opportunity.js'
import { fold } from './text/normalise.js'

/** Parts of patterns on a message in lower case. */
interface Phrases {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

const MAN_TOLD = [
  'authority-no',
  'authority-yes',
  'money-no',
  'money-yes',
  'need-no',
  'need-yes',
] as const satisfies readonly `${ManQuestion}-${ManAnswer}`[]

const TOLD = ['notMet', 'met', 'accepted', 'won', 'lost', 'putOff', 'agreed'] as const

/** The words in which the course of a sale is told. `interest` captures a mark of 1 to 5. */
export interface SaleWords extends Readonly<Record<(typeof TOLD)[number], Phrases>> {
  readonly man: Readonly<Record<(typeof MAN_TOLD)[number], Phrases>>
  readonly interest: Phrases
  readonly asks: Phrases
}

/** What a message tells of a sale besides days, sums, products and objections. */
export interface SaleTold extends Readonly<Partial<Record<(typeof TOLD)[number], true>>> {
  readonly man: Partial<Man>
  readonly interest?: Interest
  /** It is a question. */
  readonly asks?: true
}

export type SaleReader = (text: string) => SaleTold

/** Compiles the words once; what it returns is pure. Of a yes and a no to one question of MAN the no counts. */
export function createSaleReader(words: SaleWords): SaleReader {
  const man = MAN_TOLD.map((id) => {
    const [question, answer] = id.split('-') as [ManQuestion, ManAnswer] // an id of the list, taken apart
    return { question, answer, pattern: patternOf(words.man[id]) }
  })
  const told = TOLD.map((what) => ({ what, pattern: patternOf(words[what]) }))
  const interest = patternOf(words.interest)
  const asks = patternOf(words.asks)
  return (text) => {
    const said = fold(text.trim(), NO_OTHERS).folded
    const answers = man.filter(({ pattern }) => pattern.test(said))
    const mark = interest
      .exec(said)
      ?.slice(1)
      .find((one) => one !== undefined)
    return {
      man: Object.fromEntries(answers.toReversed().map(({ question, answer }) => [question, answer])),
      ...Object.fromEntries(told.filter(({ pattern }) => pattern.test(said)).map(({ what }) => [what, true])),
      ...(mark === undefined ? {} : { interest: interestOf(mark) }),
      ...(asks.test(said) ? { asks: true } : {}),
    }
  }
}

// The words are written in simplified characters, as managers of the bank write.
const NO_OTHERS: ReadonlyMap<string, string> = new Map()

function patternOf({ zh, en }: Phrases): RegExp {
  return new RegExp([...zh, `(?<![a-z])(?:${en.join('|')})(?![a-z])`].join('|'))
}

function interestOf(mark: string): Interest {
  const written = '一二三四五'.indexOf(mark) + 1
  return (written > 0 ? written : Number(mark)) as Interest // the pattern lets 1 to 5 through
}
