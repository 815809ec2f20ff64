import type { Parsed } from '../parse.js'

/** What a branch head has done by a manager of the branch, or with a book (Handbook §8.14). */
export type DeskErrand =
  | { readonly kind: 'assign'; readonly to: string }
  /** Without `from` the customers named say whose they are. */
  | { readonly kind: 'hand-over'; readonly to: string; readonly from?: string }
  | { readonly kind: 'cover'; readonly from: string; readonly to: string }
  | { readonly kind: 'cover-ends'; readonly from: string; readonly to?: string }

/** The message with colleagues as C, customers as P, strangers as Q, and days as D; and who each C is. */
interface Masked {
  readonly text: string
  /** In the order of the letters. */
  readonly colleagues: readonly string[]
  /** The offset of each of them in `text`. */
  readonly at: readonly number[]
}

function maskedOf({ text, people, colleagues, days }: Parsed): Masked {
  const spans = [
    ...[...colleagues, ...people].map(({ start, end, ids: meant, colleague }) => ({
      start,
      end,
      letter: colleague !== undefined ? 'C' : meant.length > 0 ? 'P' : 'Q',
      colleague,
    })),
    ...days.map(({ start, end }) => ({ start, end, letter: 'D', colleague: undefined })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let from = 0
  const ids: string[] = []
  const at: number[] = []
  for (const span of spans) {
    if (span.start < from) continue
    out += text.slice(from, span.start)
    if (span.colleague !== undefined) {
      ids.push(span.colleague)
      at.push(out.length)
    }
    out += span.letter
    from = span.end
  }
  return { text: out + text.slice(from), colleagues: ids, at }
}

const WORKS_ZH =
  '(?:联系|打|拜访|回访|跟进|跟一下|约|见|办|准备|处理|问|送|走访|做|发|催|落实|看望|关注|上门|打电话|找|谈|聊|维护|把|给P|去P|带|整理|确认|核实|提醒|安抚|挽留|接触|沟通|邀)'
const ASSIGN_ZH = new RegExp(
  `^(?:请|麻烦|帮我|你|那|顺便|记得)*(?:让|叫|请|安排|派|交代|交办|吩咐|通知|要|催|提醒|转告|布置|指派|要求)(?:一下)?C(?:同志)?[^PQC]{0,14}?${WORKS_ZH}|^(?:给|交给|分给|派给)C(?:派|安排|布置|交办|下|一个|个|加)+(?:一个|个)?(?:任务|活|事)|^C[^PQC了过吗]{0,8}?(?:D[前之内以]*|要|得|必须|务必|去)+[^PQC了过吗]{0,4}?${WORKS_ZH}[^C了过吗]{0,4}[PQ][^了过吗?？]{0,14}$|^(?:[PQ][^C]{0,8})(?:让|叫|安排|派)C[^PQC]{0,10}?${WORKS_ZH}`,
)
const WORKS_EN =
  '(?:call|contact|visit|follow|see|meet|phone|ring|email|message|text|prepare|check|chase|speak|talk|reach|send|book|arrange|deal|handle|look into|ask|invite|review|win|get in touch|drop|touch base|go)'
const ASSIGN_EN = new RegExp(
  `^(?:please |pls |can you |could you |kindly |and |then )*(?:ask|have|get|tell|let|make|remind|instruct|want|i want|i'd like|need|i need|assign|task)(?: to)? C,? (?:to |with )?(?:please |also )?(?:D,? )?${WORKS_EN}|^C (?:should|must|needs to|has to|is to|to) (?:please )?${WORKS_EN} [PQ]|^(?:a )?(?:task|job|assignment|to-?do) for C|^(?:give|set|assign) C (?:a |the )?(?:task|job|errand)`,
)

const FOR_A_WHILE =
  /代管|代看|代班|代为|照看|照管|顶班|替班|暂时|临时|休假期间|几天|(?<![a-z])(?:cover(?:s|ing|ed)?|look(?:s|ing)? after|stand(?:s|ing)? in|while|until|till|temporar\w*)(?![a-z])/
const GIVE_ZH =
  /(?:[PQ]|客户|名单|户|盘子|C的)[^C]{0,16}?(?:移交给?|转交给?|转给|转到|转移给|转|交给|交接给|划给|划到|划归|分给|分配给|调给|调到|拨给|归|给|挪给|移给)C(?:名下|那边|那里|管|来管|维护|负责|跟|接手)*/
const TAKES_ZH = /^(?:让|由|请|叫)C(?:以后)?(?:接手|接管|接)(?:[PQ]|C的)/
const GIVE_EN =
  /(?<![a-z])(?:hand(?:ing)?|pass|transfer|move|give|assign|reassign|shift|switch)(?: over)?(?![a-z])[^C]{0,40}?(?:[PQ]|customers?|clients?|book|C's)[^C]{0,24}? (?:over )?to C|^C (?:takes|should take|will take|is taking)(?: over)? [PQC]/
const COVERS =
  /代管|代看|代班|代为|照看|照管|顶班|替班|(?:替|帮|顶|代)(?:一下)?C|(?<![a-z])(?:cover(?:s|ing)?|look(?:s|ing)? after|stand(?:s|ing)? in|fill(?:s|ing)? in|tak(?:e|es|ing) care)(?![a-z])/
const ENDS =
  /取消|结束|停止|不用|不要|收回|撤掉|到此为止|不必|(?<![a-z])(?:no longer|stop|end|ends|cancel|doesn't need to|need not)(?![a-z])/

/** Reads what is to be done by or with colleagues whom a message names; undefined where it asks for nothing of the kind. */
export function readDeskErrand(parsed: Parsed): DeskErrand | undefined {
  const masked = maskedOf(parsed)
  const { text, colleagues } = masked
  const [first, second] = colleagues
  if (first === undefined || /[?？]\s*$|吗|(?:是不是|有没有|了没)/.test(text)) return undefined
  if (second !== undefined && COVERS.test(text)) {
    const from = coveredAmong(masked)
    const to = colleagues.find((id) => id !== from)
    if (from !== undefined && to !== undefined)
      return ENDS.test(text) ? { kind: 'cover-ends', from, to } : { kind: 'cover', from, to }
  }
  if (FOR_A_WHILE.test(text))
    return ENDS.test(text) && /C的(?:客户)?代|代管C|cover(?:ing)?(?: for)? C|C's cover/.test(text)
      ? { kind: 'cover-ends', from: first }
      : undefined
  const isGiven =
    /(?:转|交|移|划)(?:给|到)C了|已经|(?<![a-z])(?:has been|was|were|handed|passed|moved)(?![a-z])/.test(text)
  if (!isGiven && (GIVE_ZH.test(text) || TAKES_ZH.test(text) || GIVE_EN.test(text))) {
    const from = second === undefined ? undefined : ownerAmong(masked)
    const to = colleagues.findLast((id) => id !== from)
    return to === undefined ? undefined : { kind: 'hand-over', to, ...(from === undefined ? {} : { from }) }
  }
  return ASSIGN_ZH.test(text) || ASSIGN_EN.test(text) ? { kind: 'assign', to: first } : undefined
}

/** Whose book is looked after: C的客户, 替C, "for C", "C's book". */
function coveredAmong(masked: Masked): string | undefined {
  const { text, colleagues, at } = masked
  return colleagues.find((_, index) => {
    const [before, after] = [text.slice(0, at[index]), text.slice(at[index]! + 1)]
    return (
      /^(?:的|名下|那边)|^'s|^ (?:is|are) (?:away|off|on leave|on holiday|in training|sick|ill)|^(?:在|要|去)?(?:休假|请假|不在|出差|培训|产假|年假|生病|住院|外出|学习|调休)/.test(
        after,
      ) ||
      /(?:替|帮|顶|代管|代看|照看|照管|代)(?:一下)?$|(?<![a-z])(?:for|after|cover|covering|covers|of)(?: for)? ?$/.test(
        before,
      )
    )
  })
}

/** Whose customers they were: C的客户, "C's customers", "from C". */
function ownerAmong({ text, colleagues, at }: Masked): string | undefined {
  return colleagues.find((_, index) => {
    const [before, after] = [text.slice(0, at[index]), text.slice(at[index]! + 1)]
    return /^(?:的|名下|手里|手上|那边)|^'s/.test(after) || /(?:从|由)$|(?<![a-z])from ?$/.test(before)
  })
}
