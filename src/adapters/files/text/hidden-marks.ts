/**
 * Marks that nobody sees and that turn or hide what stands beside them: direction marks and overrides, joiners and
 * blanks without width, soft hyphens, fillers, tags. They make two names look alike and one id two. What chooses a form of a character (an emoji, a rare
 * form of a surname) stays.
 */
const HIDDEN = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/u
/** Every such mark of a text. */
export const HIDDEN_MARKS = new RegExp(HIDDEN, 'gu')

export function hasHiddenMarks(text: string): boolean {
  return HIDDEN.test(text)
}

export function withoutHiddenMarks(text: string): string {
  return HIDDEN.test(text) ? text.replaceAll(HIDDEN_MARKS, '') : text
}
