import type { Day, Moment } from '../../domain/day.js'
import type { Modality } from '../clauses/properties.js'
import { isPlannable } from '../days/mention.js'
import { overlaps, type Parsed } from '../parse.js'
import type { Clause } from './clauses.js'
import type { Entry } from './entries.js'

/**
 * When the manager means to turn to the customer again, where nothing was agreed on: 没接,明天再打, "no answer, will try
 * again tomorrow 3pm". It is the manager's own plan, so it is offered as a reminder and not written.
 *
 * @param promised the clause of a promise, whose day is the promise's
 */
export function meantNextOf(
  parsed: Parsed,
  { clauses }: Entry,
  promised: Clause | undefined,
  today: Day,
): Moment | undefined {
  const meant = clauses.filter((clause) => clause !== promised && MEANT.has(clause.modality))
  const said = meant
    .filter(({ masked }) => MEANS_TO.test(masked) && !DOES_NOT.test(masked))
    .flatMap((clause) => parsed.days.filter(({ start, end }) => overlaps([clause], start, end)))
    .find(
      (d) => isPlannable(d) && (d.sense.point > today || (d.sense.point === today && d.time !== undefined)),
    )
  if (said === undefined) return undefined
  return { day: said.sense.point, ...(said.time !== undefined && { time: said.time }) }
}

/** A visit or call of the manager's own making, with its day: nobody agreed to it. */
export function isOwnPlan(masked: string): boolean {
  return MEANS_TO.test(masked) && !DOES_NOT.test(masked) && !AGREED.test(masked)
}

const AGREED =
  /说|讲|答应|同意|(?:重新|又|另|再|改)约|约[了好定的]|让我|叫我|请我|要我|可以|(?<![a-z])(?:agreed|re-?fixed|rebooked|rescheduled|new time|booked|said|says|told|asked|wants|confirmed|arranged|set up|ok|fine)(?![a-z])/

const MEANT: ReadonlySet<Modality> = new Set<Modality>(['told', 'planned', 'ordered'])

const ZH_VERB = '(?:回个?电话?|去电|打|拨|试|联系|跟进|回访|问|找|约|催|发|去|跑|上门|拜访|看看|call|聊|说)'
const EN_VERB =
  '(?:try(?:ing)?|retry|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial|chas(?:e|ing)|text(?:ing)?|message|email|visit(?:ing)?|follow ?up|check(?: back)?|get back|drop(?:ping)?(?: by| in)?|pop(?:ping)?(?: in| by| over)?|go(?:ing)? (?:back|over|round|to (?:see|visit|meet))|see|meet|ask|speak|reach out|wechat|ping)'

/** 明天再打, 周五我去问, "will try again D", "D again", "retry D". */
const MEANS_TO = new RegExp(
  [
    `[DT](?:我|咱)?(?:再|接着|继续|重新|还得?|得|要|又|就|准备|打算|会|去|给|跟|和|向|[他她PQ]){0,4}${ZH_VERB}`,
    `(?:再|接着|继续|重新|准备|打算|我)(?:给|跟|和|向|去|[他她PQ]){0,3}${ZH_VERB}.{0,6}[DT]`,
    `(?:'ll|'m|(?<![a-z])(?:am|will|gonna|going to|plan(?:ning)? to|must|should|need to|to|let me|and|then|so|i)) ${EN_VERB}(?![a-z]).{0,28}[DT]`,
    `^${EN_VERB}(?![a-z]).{0,28}[DT]`,
    `(?<![a-z])${EN_VERB} (?:(?:him|her|them|P) )?(?:again|back|once more).{0,16}[DT]`,
    `[DT],? ?(?:i )?(?:will |'ll )?(?:${EN_VERB} )?(?:(?:him|her|them|P) )?again(?![a-z])`,
    `(?<![a-z])(?:another|one more) (?:try|go|attempt|call).{0,12}[DT]`,
  ].join('|'),
)

/** Whoever else is to call, and what is not to be done: "he'll call back D", 她D打过来, D不打了. */
const DOES_NOT =
  /(?:[他她P]|秘书|太太|老公|家人)(?:说|讲)?.{0,4}[DT].{0,4}(?:会?回|打过?来|打给我|联系我|找我|过来|来)|(?:给我|让我|叫我|请我|要我)|[DT].{0,3}(?:不|别|没)|(?<![a-z])(?:he|she|they|P)(?:'ll| will| would| is going to|'s going to| may| might)(?![a-z])|(?<![a-z])(?:not|don't|won't|no point|no use)(?![a-z])/
