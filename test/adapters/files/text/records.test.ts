import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordCutter, SEPARATORS, type Separator } from '../../../../src/adapters/files/text/records.js'

const cut = (text: string, separator: Separator = ',', size = text.length) => {
  const cutter = new RecordCutter(separator)
  const found = []
  for (let at = 0; at < text.length; at += size) found.push(...cutter.push(text.slice(at, at + size)))
  return [...found, ...cutter.end()]
}
const lines = (text: string) => cut(text).map(({ line, cells, fault }) => [line, fault ?? cells.join('|')])

describe('rows of a text file', () => {
  it.each([
    {
      case: 'LF, CRLF and CR end a line',
      text: 'a,b\nc,d\r\ne,f\rg,h',
      rows: [
        [1, 'a|b'],
        [2, 'c|d'],
        [3, 'e|f'],
        [4, 'g|h'],
      ],
    },
    {
      case: 'a blank line is no row but counts as a line',
      text: 'a,b\n\n  \nc,d\n',
      rows: [
        [1, 'a|b'],
        [4, 'c|d'],
      ],
    },
    {
      case: 'a row of separators alone is a row',
      text: 'a,b\n,\n',
      rows: [
        [1, 'a|b'],
        [2, '|'],
      ],
    },
    {
      case: 'a quoted cell holds separators, doubled quotes and line breaks',
      text: 'a,"x,""y""\r\nz"\nc,d',
      rows: [
        [1, 'a|x,"y"\r\nz'],
        [3, 'c|d'],
      ],
    },
    {
      case: 'padding around the quotes is no part of the cell',
      text: 'a, "x,y" ,b\n',
      rows: [[1, 'a|x,y|b']],
    },
    {
      case: 'a quote inside a cell is a character',
      text: 'a,5" screen\nb,c',
      rows: [
        [1, 'a|5" screen'],
        [2, 'b|c'],
      ],
    },
    {
      case: '="…" without quotes of its own is a cell as it stands',
      text: '="007",b\n',
      rows: [[1, '="007"|b']],
    },
    {
      case: 'a quote not closed costs its line alone',
      text: 'a,b\nc,"d\ne,f\ng,h',
      rows: [
        [1, 'a|b'],
        [2, 'unclosed-quote'],
        [3, 'e|f'],
        [4, 'g|h'],
      ],
    },
    {
      case: 'a quote not closed does not reach for the quotes of a later row',
      text: 'c,"d\ne,f\ng,"h,i"\nj,k',
      rows: [
        [1, 'text-after-quote'],
        [2, 'e|f'],
        [3, 'g|h,i'],
        [4, 'j|k'],
      ],
    },
    {
      case: 'a quote not closed on the last line',
      text: 'a,b\nc,"',
      rows: [
        [1, 'a|b'],
        [2, 'unclosed-quote'],
      ],
    },
    {
      case: 'a quote not closed in a row that began above',
      text: 'a,"b\nc","d\ne,f',
      rows: [
        [1, 'unclosed-quote'],
        [3, 'e|f'],
      ],
    },
    {
      case: 'text after the closing quote',
      text: 'a,"b"c\nd,e',
      rows: [
        [1, 'text-after-quote'],
        [2, 'd|e'],
      ],
    },
    { case: 'an empty quoted cell', text: '"",""\n', rows: [[1, '|']] },
  ])('$case', ({ text, rows }) => {
    expect(lines(text)).toEqual(rows)
  })

  it('gives the same rows however the text is cut into pieces', () => {
    const piece = fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', ' ', '张', '="', ';')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
        const text = pieces.join('')
        expect(cut(text, ',', size)).toEqual(cut(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('reads back any table written with quotes, with the lines on which its rows begin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...SEPARATORS),
        (rows, separator) => {
          const quoted = rows.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator))
          const read = cut(`${quoted.join('\n')}\n`, separator)
          expect(read.map((r) => r.cells)).toEqual(rows)
          const breaks = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0
          expect(read.map((r) => r.line)).toEqual(
            rows.map((_, i) => i + 1 + breaks(quoted.slice(0, i).join(''))),
          )
        },
      ),
    )
  })

  it('looks for the end of a quoted cell over a bounded stretch, so that a stray quote in a large file costs little', () => {
    const rows = cut(`a,"b\n${'c,d\n'.repeat(60_000)}`)
    expect(rows.length).toBe(60_001)
    expect(rows[0]).toMatchObject({ line: 1, fault: 'unclosed-quote' })
  })
})
