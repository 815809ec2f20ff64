import { hasHan } from '../text/normalise.js'

/** Where money that leaves goes to: another institution, or a person, a purchase, a business. */
export type Destination = 'institution' | 'other'

const MONEY_EN =
  '(?:M|money|cash|funds?|everything|the lot|it all|all of it|savings|balance|deposits?|half|the rest)'
const AWAY_EN = new RegExp(
  `(?<![a-z])(?:mov|shift|transfer|tak|pull|switch|wir|send|sent|took|moved)[a-z]* (?:[a-z']+ ){0,3}?${MONEY_EN}(?: (?:all|over|across|out|away|straight))* (?:to|into|over to) (?<to>[a-z'PQK][a-zA-Z' ]{0,30})`,
)
/** Ours, a time, a thing of ours: the money stays. */
const STAYS_EN =
  /^(?:us(?![a-z])|our|me(?![a-z])|here|you|the (?:bank|branch|fund|new|other|next|longer|same|one|current|savings?|account|K)|an? (?:[a-z-]+ ){0,2}(?:K|account|fund|product|tenor|term|plan)|K|[DTMN]|an? (?:longer|shorter|new|better|different)|(?:his|her|their) (?:K|current|savings?|account|card|fund|other)|(?:renew|buy|open|sign|put|see|be|do|get|try|invest|come|meet))/
const OTHER_EN =
  /^(?:an?|the|his|her|their|buy|pay|fund|help)?(?:'s)? ?(?:[a-z]+ ){0,2}?(?:property|house|flat|apartment|condo|home|car|shop|business|factory|wedding|school|tuition|university|wife|husband|sons?|daughters?|kids?|mum|mom|mother|dad|father|brothers?|sisters?|friends?|partner|cousins?|renovation|reno)(?![a-z])/

const AWAY_ZH =
  /(?:M|钱|资金|存款|全部|都|笔|把.{1,6})(?:也|就|再|都|全)?(?:给|要|想|会|去)?(?:转|挪|搬|移|划|汇|打)(?:到|去|往|给|进|入)(?:了)?(?<to>[^,。;!?]{1,12})/
const STAYS_ZH =
  /^(?:期|账|位|来|回|[DTNM]|K|了?(?:咱|我)们?|本行|行里|这边|这里|定期|活期|理财|基金|国债|存单|保险|.{0,4}(?:账户|账上|卡|户头|名下)|你)/
const OTHER_ZH =
  /房|车|首付|生意|店|厂|装修|学费|彩礼|[他她]?的?(?:儿子|女儿|闺女|老婆|老公|爱人|弟弟?|哥哥?|姐姐?|妹妹?|爸|妈|父|母|亲戚|朋友|同事|合伙人)/

/** Not so, or not any more. */
const DENIED = /(?:不|没|没有|别|未|(?<![a-z])(?:not|never|no longer)|n't)[^,。;]{0,10}$/

/** Where the money of a clause goes that leaves us: "move his M to schwab", M转到嘉信; none where it stays or comes. */
export function destinationOf(masked: string): Destination | undefined {
  const isHan = hasHan(masked)
  const match = (isHan ? AWAY_ZH : AWAY_EN).exec(masked)
  const to = match?.groups?.['to']
  if (match === null || to === undefined || DENIED.test(masked.slice(0, match.index + 2))) return undefined
  if ((isHan ? STAYS_ZH : STAYS_EN).test(to)) return undefined
  return (isHan ? OTHER_ZH : OTHER_EN).test(to) ? 'other' : 'institution'
}

const KIN_ZH =
  '(?:[爸妈爹娘]|父亲|母亲|爸爸|妈妈|儿子|女儿|闺女|老公|老婆|爱人|哥|弟|姐|妹|公司|单位|亲戚|公婆|岳父|岳母)'
/** Money that the customer is to come by: from a relative, a sale, a payout. It is not here, and nothing was agreed on. */
const TO_COME = new RegExp(
  [
    `${KIN_ZH}[^,。;]{0,8}(?:给|打|转|汇|分)(?:给)?(?:她|他|P)?[^,。;了]{0,4}M`,
    '(?:拆迁款|赔偿款|卖房款?|房款|年终奖|奖金|工程款|货款|回款|尾款|遗产|分红|退休金|公积金|补偿款)[^,。;了]{0,10}(?:下来|到账|到手|进账|回来|发(?!了)|给|M)',
    '(?:卖|出)(?:了|掉)?(?:房|车|店|厂|铺)[^,。;了]{0,8}(?:能|会|可以|要|就)?(?:拿|得|回|到手|进)[^,。;了]{0,3}M',
    '[DN][^,。;了]{0,6}(?:有|来|进)(?:一)?笔[^,。;了]{0,4}M?[^,。;了]{0,3}(?:到账|进账|回来|下来|进来)',
    "(?:mum|mom|mother|dad|father|parents|brother|sister|uncle|aunt|son|daughter|wife|husband|boss|company)(?:'s)? (?:will|'ll|is going to|is|wants to|plans to) (?:give|giving|send|sending|lend|lending|transfer|transferring|gift|gifting|leave|leaving|pay|paying) (?:him|her|them|P)? ?(?:[a-z]+ )?M",
    "(?:he|she|they|P)(?:'ll| will|'s going to| is going to| is due to| expects? to| is getting|'s getting| is due|'s due|'s expecting| is expecting) ?(?:get|receive|come into|inherit|be paid|collect)? (?:a |an |his |her |about )?(?:[a-z]+ )?M(?: [a-z]+){0,3} (?:from|bonus|inheritance|payout|when|once|after)",
    '(?:sale|selling|sold) of (?:the |his |her |their )?(?:flat|house|condo|property|shop|business|car)',
    '(?:bonus|inheritance|payout|severance|commission|proceeds)(?: of M)? (?:comes?|coming|due|arrives?|lands?|is due|will)',
  ].join('|'),
)

/** Whether a clause tells of money that is to come to the customer from elsewhere. */
export function tellsOfMoneyToCome(masked: string): boolean {
  return TO_COME.test(masked)
}
