/** What is not seen and yet changes what is read: controls, zero-width and direction marks, halves of characters. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}]/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
/** Blanks that are no space, and fillers that look like one: Hangul's and braille's. */
const BLANKS = /[\t\p{Zs}\u115f\u1160\u3164\uffa0\u2800]/gu

/** The text as its reader sees it; ends of lines stay, outer blanks go. */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNSEEN, '').replace(BLANKS, ' ').trim()
}
