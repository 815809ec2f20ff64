const DONE =
  /(?:做|完成|走|谈|讲|过)(?:了|完|过|好)(?:一?[次个份遍])?[^,;。没]{0,6}(?:财富|资产)(?:诊断|体检|检视)|(?:财富|资产)(?:诊断|体检|检视)(?:也|都|刚|已经?)*(?:做|完成|谈|讲)(?:了|完|过|好)|(?<![a-z])(?:did|done|had|gave|held|finished|completed|went (?:through|over))(?![a-z])[^,;.]{0,30}(?:wealth|portfolio) (?:review|check)|(?:wealth|portfolio) review (?:is |was )?(?:done|finished|completed)|(?<![a-z])reviewed [^,;.]{0,30}portfolio/
const NOT_DONE =
  /(?:没有?|未|不)(?:给|为)?[^,;。]{0,8}(?:做|谈)[^,;。]{0,6}(?:诊断|体检)|(?:诊断|体检)[^,;。]{0,4}(?:没|未|不)|(?:didn'?t|did not|haven'?t|not yet|no) [^,;.]{0,20}(?:review|check)/

/** Where a report tells that a wealth review took place (给陈总做了财富诊断): the offset of its words; undefined where it does not. */
export function reviewTold(folded: string): number | undefined {
  if (NOT_DONE.test(folded)) return undefined
  return DONE.exec(folded)?.index
}
