import {
  type Interest,
  MAN_QUESTIONS,
  type Man,
  type ManAnswer,
  type ManQuestion,
} from '../domain/opportunity/opportunity.js'
import { isOfKin } from './contacts/whose-deed.js'
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

const TOLD = ['notMet', 'met', 'accepted', 'won', 'lost', 'putOff', 'shelved', 'deal', 'agreed'] as const

/**
 * The words in which the course of a sale is told. `interest` captures a mark of 1 to 5; {KIN} in any of them is one of
 * `kin`, who may have a say beside the customer. `shelved` puts the sale itself off, `deal` names it.
 */
export interface SaleWords extends Readonly<Record<(typeof TOLD)[number], Phrases>> {
  readonly kin: Phrases
  readonly man: Readonly<Record<(typeof MAN_TOLD)[number], Phrases>>
  readonly interest: Phrases
  readonly asks: Phrases
}

/** What a message tells of a sale besides days, sums, products and objections. */
export interface SaleTold extends Readonly<Partial<Record<(typeof TOLD)[number], true>>> {
  readonly man: Partial<Man>
  readonly interest?: Interest
  /** Of a lost one: what is said beside its being lost, as it was typed; absent where that is all. */
  readonly lostFor?: string
  /** It is a question. */
  readonly asks?: true
}

export type SaleReader = (text: string) => SaleTold

/** Where one statement ends and the next begins. */
const CLAUSES = /[,，。;；、!！\n]+|(?<=[一-鿿]) +|\.(?=\s|$)| +(?:and|but|though) /
/** Not known, which is never a yes (Handbook §5). */
const UNKNOWN =
  /不(?:太)?(?:清楚|知道|确定|了解|晓得)|没(?:有)?(?:问(?!题)|打听|聊到|摸清|弄清)|未知|(?:不好|难)说|[说拿摸吃]不[准上]|没(?:个)?底|谁知道|(?<![a-z])(?:unclear|unknown|unsure|not (?:sure|clear|known|certain|asked)|(?:don'?t|doesn'?t|didn'?t) (?:know|ask)|dunno|(?:haven'?t|not|yet to|have to|need to) (?:asked?|checked|find out|found out)|no (?:idea|clue)|(?:can'?t|couldn'?t|hard to) (?:tell|say)|who knows|beats me|maybe,? maybe not|(?:to be|tbc?) (?:checked|confirmed))(?![a-z])/
const MAN_NAMES: Readonly<Record<ManQuestion, RegExp>> = {
  money: /钱|资金|(?<![a-z])(?:money|funds?|cash|budget|afford)(?![a-z])/,
  authority: /决定|做主|作主|说了算|拍板|(?<![a-z])(?:authority|decid\w*|decision)(?![a-z])/,
  need: /需要|需求|(?<![a-z])needs?(?![a-z])/,
}
/** Only once something else has happened: 等年终奖下来才有钱. */
const CONDITION =
  /(?:明年|下个?月|年底|月底|年后|到时候?|过(?:段|阵|两|几|一)[^,，]{0,4})(?:就|会|才|应该)*(?:有|能)|(?<![a-z])(?:will|would|should) have(?![a-z])|'ll have(?![a-z])|等[^,，]{0,12}(?:才|再|就|后)|才(?:有|能|拿|行|会)|要是|如果|除非|(?<![a-z])(?:if|once|until|unless|only when|as soon as|when (?:the|his|her) [a-z]+ (?:comes?|arrives?|is paid|pays))(?![a-z])/
/** Bought, but not from us. */
const ELSEWHERE =
  /别家|别的银行|他行|外行|别处|其他银行|不是(?:咱|我)们?|(?:招商?|工商?|农商?|农业|建设?|中|交通?|浦发|兴业|民生|平安|邮储?|中信|光大|广发|华夏)(?:银)?行|(?<![a-z])(?:another|other|different|rival|competing) bank|(?<![a-z])(?:elsewhere|hsbc|dbs|ocbc|uob|citi(?:bank)?|standard chartered|bank across)(?![a-z])/
const NOT_DONE =
  /没(?:有)?(?:签|买|办|续|成|存)|不(?:签|买|办|续|存)|未(?:签|买|办)|(?<![a-z])(?:didn'?t|did not|hasn'?t|not|won'?t|never) (?:sign|buy|renew|close|bought|signed|yet)/
const YET_TO_COME =
  /(?:答应|同意|愿意|肯|可以|决定|差(?:一)?点)[^,，]{0,6}(?:签|买|办|续|存)|(?<![a-z])(?:agree[sd]?|decide[sd]?|promise[sd]?|happy|ready|willing|almost|nearly) (?:to )?|(?:会|要|打算|准备|想|可能|明天|下周|下个?月)[^,，]{0,6}(?:签|买|办|续|存)|(?<![a-z])(?:will|going to|wants? to|plans? to|might|may|would)(?![a-z])/

/** Compiles the words once; what it returns is pure. Each clause tells by itself; of a yes and a no to one question of MAN the no counts. */
export function createSaleReader(words: SaleWords): SaleReader {
  const patternOf = patternsWith(words.kin)
  const man = MAN_TOLD.map((id) => {
    const [question, answer] = id.split('-') as [ManQuestion, ManAnswer] // an id of the list, taken apart
    return { question, answer, pattern: patternOf(words.man[id]) }
  })
  const told = Object.fromEntries(TOLD.map((what) => [what, patternOf(words[what])])) as Readonly<
    Record<(typeof TOLD)[number], RegExp>
  > // every one of the list
  const interest = patternOf(words.interest)
  const asks = patternOf(words.asks)

  const manIn = (clause: string): readonly (readonly [ManQuestion, ManAnswer])[] => {
    if (UNKNOWN.test(clause)) {
      const named = MAN_QUESTIONS.filter((question) => MAN_NAMES[question].test(clause))
      return named.map((question) => [question, 'ask'] as const)
    }
    return man
      .filter(({ answer, pattern }) => pattern.test(clause) && !(answer === 'yes' && CONDITION.test(clause)))
      .map(({ question, answer }) => [question, answer] as const)
  }
  return (text) => {
    const said = fold(text.trim(), NO_OTHERS).folded
    const clauses = said.split(CLAUSES).filter((clause) => clause.trim() !== '')
    const isUnsure = clauses.some((clause) => NOT_SURE.test(clause.trim()))
    const answers = clauses
      .flatMap(manIn)
      // 钱有没有 不清楚, "need? maybe, maybe not": unknown is never a yes.
      .map(([question, answer]) => [question, isUnsure && answer === 'yes' ? 'ask' : answer] as const)
      .toSorted(([, a], [, b]) => RANK[a] - RANK[b])
    const isElsewhere = ELSEWHERE.test(said)
    const hears = (what: (typeof TOLD)[number]) => clauses.some((clause) => isOwn(clause, told[what]))
    const isWon =
      !isElsewhere &&
      clauses.some((clause) => isOwn(clause, told.won) && !NOT_DONE.test(clause) && !YET_TO_COME.test(clause))
    const isLost = hears('lost') || (isElsewhere && (hears('won') || isOwn(said, BOUGHT)))
    const isQuestion = asks.test(said)
    const mark = interest
      .exec(said)
      ?.slice(1)
      .find((one) => one !== undefined)
    const lostFor = isLost ? besideLoss(text, told.lost) : undefined
    return {
      man: Object.fromEntries(answers),
      ...Object.fromEntries(
        TOLD.filter((what) => what !== 'won' && what !== 'lost' && hears(what)).map((what) => [what, true]),
      ),
      ...(isWon && !isLost && !isQuestion ? { won: true } : {}),
      ...(isLost && !isQuestion ? { lost: true } : {}),
      ...(isLost && !isQuestion && lostFor !== undefined ? { lostFor } : {}),
      ...(mark === undefined ? {} : { interest: interestOf(mark) }),
      ...(isQuestion ? { asks: true } : {}),
    }
  }
}

/** "Lost it. She put the money into DBS": why, without the words that say that it is lost. */
function besideLoss(text: string, lost: RegExp): string | undefined {
  const said = text.normalize('NFKC')
  const [words = ''] = new RegExp(lost.source, 'i').exec(said) ?? []
  // "Went to another bank" is the reason itself.
  if (ELSEWHERE.test(words.toLowerCase())) return undefined
  const rest = said.replace(words, '')
  const why = rest.replace(LEFT_OVER, '').trim()
  return why.length < 2 ? undefined : why
}

/** What the words of a loss leave at the beginning: 没戏了这单, "lost it." */
const LEFT_OVER =
  /^(?:[\s,，.。;；:：!！]|了|这单|那单|单子|就是|因为|(?:it|this|that|him|her|them|one|because|since|as|the deal|the sale)(?![a-z]))+/i

/** Said in the clause, and not of what somebody around the customer did: 他朋友在工行买的. */
function isOwn(clause: string, pattern: RegExp): boolean {
  const at = pattern.exec(clause)?.index
  return at !== undefined && !isOfKin(clause, at)
}

/** A statement that is nothing but a doubt. */
const NOT_SURE =
  /^(?:[他她我]|还|也|真|都|呢|吧|,| )*(?:不(?:太)?(?:清楚|知道|确定|好说|晓得)|说不[准好上]|难说|没底|可能吧?|也许|maybe|maybe not|perhaps|not sure|unsure|no idea|no clue|dunno|who knows|hard to (?:say|tell))(?:[了呢吧啊.。!！?？ ]|yet|really)*$/

/** What counts most comes last and stands. */
const RANK: Readonly<Record<ManAnswer, number>> = { yes: 0, unknown: 1, ask: 2, no: 3 }

const BOUGHT = /买|存|办|转|(?<![a-z])(?:bought|went|moved|took|gone)(?![a-z])/

// The words are written in simplified characters, as managers of the bank write.
const NO_OTHERS: ReadonlyMap<string, string> = new Map()

function patternsWith(kin: Phrases): (phrases: Phrases) => RegExp {
  const zhKin = `(?:${kin.zh.join('|')})`
  const enKin = `(?:(?:the|his|her|their|my) )?(?:(?:old|elder|eldest|older|business) )?(?:${kin.en.join('|')})`
  return ({ zh, en }) => {
    const said = zh.map((one) => one.replaceAll('{KIN}', zhKin))
    return new RegExp(
      [...said, `(?<![a-z])(?:${en.join('|').replaceAll('{KIN}', enKin)})(?![a-z])`].join('|'),
    )
  }
}

function interestOf(mark: string): Interest {
  const written = '一二三四五'.indexOf(mark) + 1
  return (written > 0 ? written : Number(mark)) as Interest // the pattern lets 1 to 5 through
}
