/**
 * Marks that nobody sees and that turn or hide what stands beside them: direction marks and overrides, joiners and
 * blanks without width, soft hyphens, fillers, tags. They make two names look alike and one id two.
 */
const HIDDEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u
/** Every such mark of a text. */
export const HIDDEN_MARKS = new RegExp(HIDDEN, 'gu')

export function hasHiddenMarks(text: string): boolean {
  return HIDDEN.test(text)
}

export function withoutHiddenMarks(text: string): string {
  return HIDDEN.test(text) ? text.replaceAll(HIDDEN_MARKS, '') : text
}
