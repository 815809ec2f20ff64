/** A message as typed, and the same letters folded so that one pattern fits every way of typing them. */
export interface Typed {
  readonly raw: string
  /**
   * As many UTF-16 units as `raw`, so that an offset into one is an offset into the other: half-width, lower case,
   * simplified characters, plain quotes and dashes, a space for anything invisible.
   */
  readonly folded: string
}

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '—': '-',
  '–': '-',
  '−': '-',
  '〜': '~',
  '　': ' ',
  ' ': ' ',
  '\t': ' ',
  '\u200b': ' ',
  '\ufeff': ' ',
  '￥': '¥',
}

/** @param simplified simplified characters by their traditional forms. */
export function fold(raw: string, simplified: ReadonlyMap<string, string>): Typed {
  const folds = foldsOf(simplified)
  const foldAt = (at: number): number => {
    const code = raw.charCodeAt(at)
    if (folds[code] === 0) folds[code] = foldUnit(raw[at]!, simplified).charCodeAt(0)
    return folds[code]!
  }
  let at = 0
  while (at < raw.length && foldAt(at) === raw.charCodeAt(at)) at++
  let folded = raw.slice(0, at)
  for (; at < raw.length; at++) folded += String.fromCharCode(foldAt(at))
  return { raw, folded }
}

const known = new WeakMap<ReadonlyMap<string, string>, Uint16Array>()

/** What each UTF-16 unit folds to, as far as it was met; 0 where it was not. */
function foldsOf(simplified: ReadonlyMap<string, string>): Uint16Array {
  const folds = known.get(simplified) ?? new Uint16Array(0x10000)
  known.set(simplified, folds)
  return folds
}

function foldUnit(unit: string, simplified: ReadonlyMap<string, string>): string {
  const code = unit.charCodeAt(0)
  if (code < 0x80)
    return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : (PLAIN[unit] ?? unit)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  const other = PLAIN[unit] ?? simplified.get(unit)
  if (other !== undefined) return other
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

export function hasHan(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text)
}
