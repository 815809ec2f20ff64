import type { Spelling } from './claim-rules.js'

/** A text as it was meant: lower case, simplified, without what was put in to hide a word. */
export interface PlainText {
  readonly text: string
  /** For each character of `text` the place in the original where it begins and where it ends. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

interface Cell {
  readonly char: string
  readonly from: number
  readonly to: number
}

const HAN = /\p{Script=Han}|〇/u
const INVISIBLE = /[\p{Cf}\p{M}]/u
const DRAWN = /\p{Extended_Pictographic}/u
const PLAIN = /[\u4e00-\u9fffa-z0-9]/
const SEPARATOR = /[\s*·•.\-_~|/\\+^&#@<>()【】「」『』[\]{}丨・]/

/** Replaces a stretch of plain text; the new characters all point at the whole of the old. */
interface Rewrite {
  readonly find: RegExp
  readonly by: string
}

/** Makes the function that undoes the spelling tricks of `spelling`. */
export function plainTextOf(spelling: Spelling): (original: string) => PlainText {
  const rewrites = rewritesOf(spelling)
  const any = new RegExp(rewrites.map((r) => `(?:${r.find.source})`).join('|'), 'u')
  return (original) => {
    let cells = joined(readCells(original, spelling.characters))
    if (any.test(textOf(cells))) for (const { find, by } of rewrites) cells = rewritten(cells, find, by)
    return {
      text: textOf(cells),
      from: cells.map((c) => c.from),
      to: cells.map((c) => c.to),
    }
  }
}

function readCells(original: string, characters: Readonly<Record<string, string>>): Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const char of original) {
    const from = at
    at += char.length
    const known = characters[char]
    if (known === undefined && PLAIN.test(char)) {
      cells.push({ char, from, to: at })
      continue
    }
    if (known === undefined && DRAWN.test(char) && !/[\d*#]/.test(char)) {
      cells.push({ char: ' ', from, to: at })
      continue
    }
    const plain = known ?? char.normalize('NFKD').toLowerCase()
    for (const one of plain) {
      if (INVISIBLE.test(one)) continue
      const shown = known === undefined ? (characters[one] ?? one) : one
      cells.push({ char: shown, from, to: at })
    }
  }
  return cells
}

// Spaces and signs between two Chinese characters only hide what they part; one space parts English words.
function joined(cells: readonly Cell[]): Cell[] {
  const out: Cell[] = []
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    // 1,000,000 is one number and no list.
    if (cell.char === ',' && isDigit(cells[i - 1]?.char) && isDigit(cells[i + 1]?.char)) continue
    if (!SEPARATOR.test(cell.char) || cell.char === '\n') {
      out.push(cell)
      continue
    }
    let end = i
    while (end + 1 < cells.length && SEPARATOR.test(cells[end + 1]!.char) && cells[end + 1]!.char !== '\n')
      end++
    const before = out.at(-1)?.char
    const after = cells[end + 1]?.char
    const between = before !== undefined && after !== undefined && HAN.test(before) && HAN.test(after)
    if (!between) {
      const run = cells.slice(i, end + 1)
      const asSpace = run.every((c) => /[\s\-_]/.test(c.char)) && !(isDigit(before) && isDigit(after))
      out.push(...(asSpace ? [{ char: ' ', from: cell.from, to: run.at(-1)!.to }] : run))
    }
    i = end
  }
  return out
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}

function rewritten(cells: readonly Cell[], find: RegExp, by: string): Cell[] {
  const text = textOf(cells)
  find.lastIndex = 0
  if (!find.test(text)) return cells as Cell[] // unchanged, and nobody writes to it
  find.lastIndex = 0
  const out: Cell[] = []
  let done = 0
  for (const match of text.matchAll(find)) {
    out.push(...cells.slice(done, match.index))
    const end = match.index + match[0].length
    const from = cells[match.index]!.from
    const to = cells[end - 1]!.to
    const chars = by === '' ? '□'.repeat(match[0].length) : by
    for (const char of chars) out.push({ char, from, to })
    done = end
  }
  return [...out, ...cells.slice(done)]
}

// Every cell is one UTF-16 unit or a pair; pairs are written as one unit so that offsets stay in step.
function textOf(cells: readonly Cell[]): string {
  let text = ''
  for (const { char } of cells) text += char.length === 1 ? char : '□'
  return text
}

function rewritesOf(spelling: Spelling): readonly Rewrite[] {
  const list: Rewrite[] = []
  for (const aside of spelling.asides) list.push({ find: new RegExp(aside, 'g'), by: '' })
  for (const term of [...spelling.terms].sort((a, b) => b.length - a.length)) {
    const sound = [...term].map((c) => `[${c}${spelling.soundalikes[c] ?? ''}]`).join('')
    list.push({ find: new RegExp(`(?<!\\d)(?!${term})${sound}`, 'g'), by: term })
    list.push({
      find: new RegExp(`(?<![\\p{Script=Han}])${[...term].join('[,、;]')}(?!\\p{Script=Han})`, 'gu'),
      by: term,
    })
  }
  for (const [term, ways] of Object.entries(spelling.anyOf)) {
    const any = [...ways].sort((a, b) => b.length - a.length).map(loose)
    list.push({ find: new RegExp(`(?<![a-z\\d])(?:${any.join('|')})(?![a-z])`, 'g'), by: term })
  }
  for (const stem of spelling.stems) list.push({ find: hiddenStem(stem), by: stem })
  for (const [word, wrong] of Object.entries(spelling.misspelt)) {
    list.push({ find: new RegExp(`(?<![a-z])(?:${wrong})(?![a-z])`, 'g'), by: word })
  }
  return list
}

// Pinyin may be written apart or with signs in it: b a o b e n, bao-ben, 保 ben.
function loose(way: string): string {
  return [...way.replaceAll(' ', '')].join('[\\s.*_-]?')
}

const LEET: Readonly<Record<string, string>> = {
  a: '4@',
  e: '3',
  i: '1!|',
  o: '0',
  s: '5$',
  t: '7+',
  l: '1|',
}

// The stem with stars or digits for letters and signs between them, but not the stem as it should be.
function hiddenStem(stem: string): RegExp {
  const letters = [...stem]
  const last = letters.length - 1
  const body = letters.map((c, i) => `[${c}${LEET[c] ?? ''}${i === 0 || i === last ? '' : '*'}]`)
  return new RegExp(`(?<![a-z])(?!${stem})${body.join("[\\s._*|~'-]{0,2}")}(?![a-z])`, 'g')
}
