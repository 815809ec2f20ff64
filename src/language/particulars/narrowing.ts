/** Small words by which a question asks for a part of a list. */

/** Money that came in, or went out; undefined where both are meant. */
export function movementDirection(folded: string): 'in' | 'out' | undefined {
  const isOut =
    /流出|转出|转走|出账|支出|取走|取款|划走|跑了|(?<![a-z])(?:outflows?|outflwos?|out ?going|withdraw|went out|left|moved out|out)(?![a-z])/.test(
      folded,
    )
  const isIn =
    /流入|转入|进账|入账|进了|到账|存入|进来|(?<![a-z])(?:inflows?|in ?coming|came in|deposited|deposits|received|moved in)(?![a-z])/.test(
      folded,
    )
  return isOut === isIn ? undefined : isOut ? 'out' : 'in'
}

/** Anniversaries alone, or birthdays alone; undefined where the words are for both. */
export function celebrationAsked(folded: string): 'birthday' | 'anniversary' | undefined {
  const isAnniversary = /周年|纪念日|(?<![a-z])anniversar/.test(folded)
  const isBirthday = /生日|寿星|生辰|过寿|(?<![a-z])(?:birthdays?|bdays?|born|turning|older)(?![a-z])/.test(
    folded,
  )
  return isAnniversary === isBirthday ? undefined : isAnniversary ? 'anniversary' : 'birthday'
}

/** The figure of the branch that is asked for, where it is one that a book has as well: 团队漏斗. */
export function askedFigure(
  folded: string,
): 'pipeline.show' | 'appointment.list' | 'promise.list' | undefined {
  if (/漏斗|商机|(?<![a-z])(?:funnel|pipeline|deals? in)(?![a-z])/.test(folded)) return 'pipeline.show'
  if (/约了|约见|约访|预约|(?<![a-z])(?:appointments?|meetings?|bookings?)(?![a-z])/.test(folded))
    return 'appointment.list'
  return /承诺|答应|(?<![a-z])promises?(?![a-z])/.test(folded) ? 'promise.list' : undefined
}

/** Sleeping accounts alone, or those at risk alone. */
export function leavingAsked(folded: string): 'sleeping' | 'at-risk' | undefined {
  const sleeps =
    /睡眠|休眠|沉睡|不动户|久悬|僵尸|(?<![a-z])(?:dormant|sleeping|sleepers?|inactive|(?:gone|going|went|so) quiet)(?![a-z])/.test(
      folded,
    )
  const leaves =
    /流失|留失|要跑|跑路|走人|转走|苗头|(?<![a-z])(?:leav(?:e|ing)|churn|at risk|defect|lose|losing)(?![a-z])/.test(
      folded,
    )
  return sleeps === leaves ? undefined : sleeps ? 'sleeping' : 'at-risk'
}

/** Only what is new, of the products. */
export function isAboutNew(folded: string): boolean {
  return /新(?:发|上|出|款|产品|的|到)|刚(?:上|发|出)|最新|(?<![a-z])(?:new(?:est|ly)?|latest|just launched|launch)(?![a-z])/.test(
    folded,
  )
}

/** Why money comes free, where customers are asked for by that and by no product. */
export function occasionAsked(folded: string): 'maturity' | 'idle' | undefined {
  if (/到期|(?<![a-z])matur(?:e|es|ed|ing|ity|ities)(?![a-z])/.test(folded)) return 'maturity'
  return /闲置|闲钱|活期(?:里|上|太|躺|放)|(?<![a-z])idle(?![a-z])/.test(folded) ? 'idle' : undefined
}

/** The whole catalogue, what is not on sale included. */
export function isWholeCatalogue(folded: string): boolean {
  return /全部产品|所有产品|产品(?:目录|大全|全表)|(?<![a-z])(?:full|whole|all|entire|complete) (?:product|prodcut|catalogu?e|products)/.test(
    folded,
  )
}

/** A term in days as a product is called by: 115天, 180-day, 三年期; undefined where none is said. */
export function termAsked(folded: string): number | undefined {
  const days = /(\d{1,4}) ?(?:天|日|-?days?|d(?![a-z]))/.exec(folded)?.[1]
  if (days !== undefined) return Number(days)
  const years = /([一二两三五]|[1235]) ?(?:年期?|-?years?)/.exec(folded)?.[1]
  if (years === undefined) return undefined
  return 365 * ({ 一: 1, 二: 2, 两: 2, 三: 3, 五: 5 }[years] ?? Number(years))
}

/** Maturities that are past, and those that were or were not renewed or spoken of; what is not said is absent. */
export function maturityWords(folded: string): {
  readonly matured?: true
  readonly unrenewed?: true
  readonly untouched?: true
  readonly renewal?: 'auto' | 'none'
} {
  const isUnrenewed =
    /(?:没有?|还没|未|不)(?:办|做)?(?:自动)?(?:续|转存)|(?:(?<![a-z])(?:not|never|nobody)|n't) (?:been |yet |set to |going to )*(?:renew|roll|auto)|(?<![a-z])(?:unrenewed|without (?:auto[- ]?)?(?:renewal|rollover))/.test(
      folded,
    )
  const isRenewing =
    /自动(?:转存|续存|续期)|(?<![a-z])(?:auto[- ]?renew|auto[- ]?roll|renew(?:s|ing)? automatically)/.test(
      folded,
    )
  const isPast =
    /已经?到期|到期了(?:的|没|还|却|但)|到了期|过了期|(?<![a-z])(?:(?:has|have|had|already) matured|matured)(?![a-z])/.test(
      folded,
    )
  const isOver = isPast || NOT_RENEWED.test(folded)
  return {
    ...(isOver ? { matured: true } : {}),
    ...(UNTOUCHED.test(folded) ? { untouched: true } : {}),
    ...(isOver && isUnrenewed
      ? { unrenewed: true }
      : isUnrenewed
        ? { renewal: 'none' }
        : isRenewing && ASKS_WHICH.test(folded)
          ? { renewal: 'auto' }
          : {}),
  }
}

/** 到期没续的, "matured and not renewed": what is past. 到期不自动续的 is still to come. */
const NOT_RENEWED =
  /到(?:了)?期(?:了)?(?:的)?(?:却|但|还|都|也|又|一直)*(?:没有?|未)(?:有)?(?:来)?(?:办)?(?:续|转存|接着存)|(?:haven't|hasn't|not|n't|never) (?:been )?(?:renew(?:ed)?|roll(?:ed)?(?: over)?) (?:after|at|on) maturity/
const UNTOUCHED =
  /(?:没有?|未|没)(?:人|谁)?(?:跟|和|被|去)?(?:联系|沟通|跟进|打过?电话|接触|通知|问)|没人(?:管|碰|问)|(?<![a-z])(?:nobody|no one) (?:has )?(?:contacted|called|spoken|touched)|(?<![a-z])(?:un-?contacted|untouched|(?:not|never)(?: yet| been| i| we)* (?:contacted|called|spoken (?:to|with)|touched))|n't(?: yet| been| i| we)* (?:contacted|called|spoken (?:to|with)|touched)/
const ASKS_WHICH = /哪些|有谁|谁|的(?:有|客户)|只|(?<![a-z])(?:who|which|whose|only|those)(?![a-z])/
