import { isBusinessName } from '../companies.js'
import type { NamingTools, PersonMention } from '../mention.js'
import { hanSurnameAt, hanTitleAt } from '../naming-lexicon.js'

const REACHED_OUT_TO =
  /(?:打给|打[了过]|打通了?|拨给|打电话给|电话给|联系[了上过]?|拜访[了过]?|走访了?|见[了过到]|回访[了过]?|约[了好]|微信(?:了|给)|发(?:了)?(?:条|个)?(?:微信|短信|消息)给|通知了?|call了?|(?:called|rang|phoned|met|saw|visited|texted|messaged)) ?$/
/** The same, said of what was done: 未联系, 拜访日志 are no contact with anybody. */
const CONTACTED =
  /(?<![没未不])(?:打给|打[了过]|打通了?|拨给|电话给|(?:联系|拜访|走访|见|回访|约|通知|微信|call)(?:了|过|上|到|好)|微信给|(?:微信|短信|消息)给|(?:called|rang|phoned|met|saw|visited|texted|messaged)) ?$/
const AND_THEN =
  /^(?:的?电话|那边|那里)?(?:[,。; ]|$|没|不|说|也|又|在|关机|占线|停机|空号|接|要|想|约|签|买|答应|拒)/

/** Full names that are nobody's in the book, said as the one who was called: 打给高建军没接. */
export function* hanStrangers(
  folded: string,
  known: readonly PersonMention[],
  tools: NamingTools,
): Iterable<PersonMention> {
  const isKnownAt = new Set(known.map((m) => m.start))
  for (let start = 0; start < folded.length; start++) {
    const end = isKnownAt.has(start) ? undefined : fullNameAt(folded, start, tools)
    if (end !== undefined) yield { start, end, ids: [], by: 'unknown' }
  }
}

const FEW_BEFORE = 10
const FEW_AFTER = 6

function fullNameAt(folded: string, start: number, { lexicon, isOrdinary }: NamingTools): number | undefined {
  const surname = hanSurnameAt(folded, start, lexicon)
  if (surname === undefined || !REACHED_OUT_TO.test(folded.slice(Math.max(0, start - FEW_BEFORE), start)))
    return undefined
  for (const length of [2, 1]) {
    const name = folded.slice(start, start + surname.length + length)
    const given = name.slice(surname.length)
    if (given.length !== length || !/^[一-鿿]+$/.test(given) || /[的了没不说电话接过完]/.test(given)) continue
    if (isOrdinary(name.slice(0, 2)) || (length === 2 && isOrdinary(given))) continue
    const end = start + name.length
    if (AND_THEN.test(folded.slice(end, end + FEW_AFTER))) return end
  }
  return undefined
}

/**
 * What else is a name by where it stands, where nothing nearer was found: foreign names and businesses after a verb of
 * contact, and full names where something is asked or told of a person.
 */
export function* likelyHanStrangers(folded: string, tools: NamingTools): Iterable<PersonMention> {
  for (let start = 0; start < folded.length; start++) {
    if (!/[一-鿿]/.test(folded[start]!)) continue
    const before = folded.slice(Math.max(0, start - FEW_BEFORE), start)
    const end = CONTACTED.test(before)
      ? (contactedAt(folded, start, BREAK, 2, tools) ?? toldOfAt(folded, start, tools))
      : OF_A_PERSON_BEFORE.test(before)
        ? (toldOfAt(folded, start, tools) ?? contactedAt(folded, start, SAYS, FEWEST_UNASKED, tools))
        : undefined
    if (end === undefined) continue
    yield { start, end, ids: [], by: 'unknown' }
    start = end - 1
  }
}

/** Words that a name does not hold, and does not begin with. */
const NO_NAME =
  /[又也还都就再非的了没不说过完着吗呢吧啊他她它我你您咱们这那哪谁啥个位次遍下]|电话|手机|座机|客户|单位|公司里|家里|家属|本人|对方|对面|前台|号码|老公|老婆|爱人|儿子|女儿|妈妈|爸爸|秘书|助理|大家|所有|全部|行里|网点/
const NO_START =
  /^[一二两三四五六七八九十几好半多每各全再又还都就也很新旧去来出回跟和与给把被让请叫打联约找看查]/
const LONGEST = 12
/** What only a person does; what is shorter before it may be any word: 仍然没接. */
const SAYS = /^(?:说(?!明|好|定|$)|没接|不接|关机|占线|停机|空号|拒接|聊了|通了|约了)/
const FEWEST_UNASKED = 3
const BREAK = /^(?:[,。;!?、 ]|$|没|不|说|关机|占线|停机|空号|拒|未)/

/** 打给阿卜杜拉没接, 联系了鑫源五金,没人接, 打给山本先生没接. */
function contactedAt(
  folded: string,
  start: number,
  goesOn: RegExp,
  fewest: number,
  { lexicon, isOrdinary, isDay }: NamingTools,
): number | undefined {
  for (let end = start + fewest; end <= Math.min(folded.length, start + LONGEST); end++) {
    const name = folded.slice(start, end)
    if (!/^[一-鿿·・]+$/.test(name) || NO_NAME.test(name) || NO_START.test(name)) return undefined
    if (!goesOn.test(folded.slice(end, end + 3)) || isDay(name)) continue
    if (isBusinessName(name)) return end
    const title = [2, 3].find((length) => {
      const at = end - length
      return at - start >= 2 && hanTitleAt(folded, at, lexicon)?.end === end
    })
    const bareName = title === undefined ? name : name.slice(0, -title)
    const isUsual = pairs(bareName).some(isOrdinary)
    return isUsual || NO_END.test(bareName) || bareName.length > 7 ? undefined : end
  }
  return undefined
}

const OF_A_PERSON_BEFORE =
  /(?:^|[,。;:!?、 "(]|给|跟|和|与|找|约|联系|拜访|看看|看下|看一下|查一?下?|查查|打开|搜一?下?|把|帮|替|让|请|叫|问问?|跟进|关于|提醒我|客户|上次|昨天|今天|上午|下午|刚才?|陪|见|打给|打[了过])$/
const OF_A_PERSON_AFTER =
  /^(?:[,。;:!?、)"]|$|的(?:资料|生日|电话|手机|档案|情况|持仓|存款|理财|地址|微信|画像)|说|没|不|要|想|来|最近|上次|周[一-日]|[明今后昨]天|[下上]周|生日|电话|手机|到期|打|发|约|什么时候|怎么样|也|已经|准备|答应|考虑|拒|买了?|签|续|存|转|嫌|觉得|改|换|搬|结婚|退休|住院)/
/** 小明 is a word of its own, and behind a surname a given name. */
const SMALL_NAME = /^小[^时学组心吃姐费数额微型贷区额]$/
/** What a word of three characters ends with rather than a name. */
const NO_END =
  /[店厂行馆院校园区街路城市县镇村楼层费款金额率卡单表券票机车房书会员部门局处科室队组类种型期品货业务险息利益账户]$/
const NO_GIVEN =
  /[的了没不说电话接过完是在有要想来去到给把和跟我你他她们这那个什么怎谁吗呢吧啊一二三四五六七八九十百千万元年月日号点周上下前后今昨]/

/** A full name of three or four characters where one is asked for or told of: 看看梁振宇的资料, 梁振宇说考虑. */
function toldOfAt(folded: string, start: number, { lexicon, isOrdinary }: NamingTools): number | undefined {
  const surname = hanSurnameAt(folded, start, lexicon)
  if (surname === undefined) return undefined
  for (const length of surname.length > 1 ? [2, 1] : [2]) {
    const end = start + surname.length + length
    const name = folded.slice(start, end)
    const given = name.slice(surname.length)
    if (given.length !== length || !/^[一-鿿]+$/.test(given)) continue
    if (NO_GIVEN.test(given) || NO_END.test(name) || hanTitleAt(folded, start + surname.length, lexicon))
      continue
    if (!SMALL_NAME.test(given) && pairs(name).some(isOrdinary)) continue
    if (OF_A_PERSON_AFTER.test(folded.slice(end, end + FEW_AFTER))) return end
  }
  return undefined
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
}
