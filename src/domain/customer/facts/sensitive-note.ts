/** What the law counts as sensitive of what a note may hold (Handbook §1). */
export const SENSITIVE_KINDS = ['religion', 'health', 'child'] as const
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number]

/** Words that give a note away, by kind; in lower case, English ones as whole words. */
export type SensitiveWords = Readonly<Record<SensitiveKind, readonly string[]>>

/** Below this age a child's data are sensitive (PIPL art. 28). */
export const CHILD_BELOW_YEARS = 14
const AGE =
  /(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:周?岁|个月大|-?\s?years?[- ]old|-?\s?months?[- ]old)|\baged (\d{1,2})\b/gi
const CHINESE_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三']

/**
 * What sensitive data a note seems to hold; undefined for none. Errs on the side of the law: it is asked before
 * something is stored, and a manager who is told can word the note another way.
 */
export function sensitiveKindOf(note: string, words: SensitiveWords): SensitiveKind | undefined {
  const text = note.toLowerCase()
  return SENSITIVE_KINDS.find(
    (kind) =>
      words[kind].some((word) => contains(text, word)) ||
      (kind === 'child' && (namesYoungAge(text) || CHILD_NAMED.test(note) || CHILD_AT_SCHOOL.test(text))),
  )
}

/** 小孩叫孙小宝, "daughter Mia": how old a child is that is called by name is not known, so it counts as one. */
const CHILD_NAMED =
  /(?:小孩|孩子|儿子|女儿|闺女|宝贝|[大小二]?娃|孙子|孙女|外孙女?|小子|丫头)(?:的)?(?:名字|大名|小名|名)?(?:就)?(?:叫|是叫|起名|取名)(?!什么|啥)|\b(?:[Ss]on|[Dd]aughter|[Kk]id|[Bb]oy|[Gg]irl|[Bb]aby|[Gg]randson|[Gg]randdaughter)(?:'s)?,? (?:(?:is |was )?(?:called|named) |name is )?[A-Z][a-z]+/
/** 刚上实验小学一年级, "just started at Canadian Intl School", "Mia, 6, …"; a university or a school for grown-ups is none. */
const CHILD_AT_SCHOOL =
  /小学|托班|(?:上|读|念|在)(?:了)?[小中大]班|[一二三四五六]年级|\b(?:son|daughter|kid|child|boy|girl|grandson|granddaughter)s?\b[^.;]*(?:(?<!(?:high|law|business|med|medical|grad|graduate|driving|art|film) )\bschool\b(?! fees)|\b(?:grade|year|primary|p) ?[1-8]\b|, ?(?:[1-9]|1[0-3])(?=,| |$)(?! ?(?:kids|children|m\b|k\b)))/

function contains(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word)
  const at = text.search(new RegExp(`(?<![a-z])${word}`))
  return at >= 0
}

function namesYoungAge(text: string): boolean {
  return [...text.matchAll(AGE)].some((found) => {
    const said = found[1] ?? found[2] ?? ''
    const years = /^\d/.test(said) ? Number(said) : CHINESE_NUMBERS.indexOf(said) + 1 || CHILD_BELOW_YEARS
    return years < CHILD_BELOW_YEARS || /个月|month/.test(found[0])
  })
}
